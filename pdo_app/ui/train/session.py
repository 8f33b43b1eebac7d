"""A session: its head, the row of tabs, and the tab that is open."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar
from uuid import UUID

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pdo_app.changes import Topic
from pdo_app.errors import N_
from pdo_app.records import TrainingSession
from pdo_app.training.wall import WallState
from pdo_app.ui.language import Words
from pdo_app.ui.routes import Place
from pdo_app.ui.theme import Layout
from pdo_app.ui.top_bar import TopBar
from pdo_app.ui.train.naming import days_words, joined, people_words
from pdo_app.ui.train.parts import present_button, scrolled
from pdo_app.ui.train.tab import SessionTab, Teaching
from pdo_app.ui.view import Frame, View
from pdo_app.ui.widgets.label import ElidedLabel, Label
from pdo_app.ui.widgets.notice import EmptyState
from pdo_app.ui.widgets.page_tabs import PageTabs, TabMenu
from pdo_app.ui.widgets.surface import column, row

Maker = Callable[[], type[SessionTab]]


def _plan() -> type[SessionTab]:
    from pdo_app.ui.train.plan import PlanTab

    return PlanTab


def _roster() -> type[SessionTab]:
    from pdo_app.ui.train.roster import RosterTab

    return RosterTab


def _attendance() -> type[SessionTab]:
    from pdo_app.ui.train.attendance import AttendanceTab

    return AttendanceTab


def _wall() -> type[SessionTab]:
    from pdo_app.ui.train.wall import WallTab

    return WallTab


def _report() -> type[SessionTab]:
    from pdo_app.ui.train.report import ReportTab

    return ReportTab


TABS: tuple[tuple[str, str, Maker], ...] = (
    ("plan", N_("Plan"), _plan),
    ("roster", N_("Roster"), _roster),
    ("attendance", N_("Attendance"), _attendance),
    ("wall", N_("Questions"), _wall),
    ("report", N_("Report"), _report),
)
"""Name, words and class of each tab, from left to right. The classes are read when a tab is
opened first."""


_TITLE = 260
"""Room of a title, in unscaled pixels, below which the tools go under it."""
_TITLE_TIGHT = 96
_HEAD = frozenset((Topic.SESSIONS, Topic.ROSTER))


class SessionScreen(View):
    """Shows the session of the route (``session``: its id), at its ``tab``."""

    topics: ClassVar[frozenset[Topic]] = frozenset((Topic.SESSIONS,))

    def __init__(self, frame: Frame, teaching: Teaching) -> None:
        super().__init__(frame)
        self._teaching = teaching
        self._tabs: dict[str, SessionTab] = {}
        self._session: UUID | None = None
        self._open = TABS[0][0]
        self._page: QVBoxLayout | None = None
        self._bar: TopBar | None = None

    @property
    def tab(self) -> SessionTab | None:
        """The tab that is open."""
        return self._tabs.get(self._open)

    def arrive(self, params: dict[str, str]) -> None:
        """Open the session at the tab that the route names, else at the first."""
        session = UUID(params["session"])
        if session != self._session:
            self._leave()
            self._session, self._tabs = session, {}
        found = self._found()
        if found is not None and found.destination:
            self.frame.person.class_country = found.destination
        self._go(params.get("tab", TABS[0][0]))
        super().arrive(params)

    def build(self) -> QWidget:
        """Return head, tabs and the tab that is open."""
        page = QWidget()
        self._page = column()
        page.setLayout(self._page)
        session = self._found()
        if session is None:
            self._bar = None
            self._page.addWidget(TopBar(self.frame, self.language.words("Session")))
            self._page.addWidget(self._gone(), 1)
            return page
        self._bar = self._head(session)
        self._page.addWidget(self._bar)
        named = tuple((name, self._named(name, source, session)) for name, source, _ in TABS)
        if self.theme.tight:
            self._page.addWidget(self._tight_tabs(session, named))
        else:
            tabs = PageTabs(self.theme, named, self._open)
            tabs.chosen.connect(self._choose)
            self._page.addWidget(tabs)
        self._page.addWidget(self._made().build(), 1)
        return page

    def _tight_tabs(
        self, session: TrainingSession, named: tuple[tuple[str, Words], ...]
    ) -> QWidget:
        """Return the tabs as one button with a menu, beside the way to the slides: a row of
        words would leave no room for the page."""
        line = row(self.theme.px(8), margins=(24, 0, 24, self.theme.px(4)))
        holder = QWidget()
        holder.setLayout(line)
        tabs = TabMenu(self.theme, named, self._open)
        tabs.chosen.connect(self._choose)
        line.addWidget(tabs)
        if session.closed_at is None:
            line.addWidget(present_button(self, session))
        line.addStretch(1)
        return holder

    def _named(self, name: str, source: str, session: TrainingSession) -> Words:
        """Return the words of a tab; that of the wall says how many entries are open."""
        words = self.language.words(source)
        asked = self._teaching.training.wall.questions(session) if name == "wall" else ()
        waiting = sum(question.state is WallState.OPEN for question in asked)
        if not waiting:
            return words
        if words.second is None or self.theme.layout in (Layout.B, Layout.C):
            return Words(f"{words.main} {waiting}", words.second)
        return Words(words.main, f"{words.second} {waiting}")

    def hideEvent(self, event: QHideEvent) -> None:
        """Let the tab save what was typed."""
        self._leave()
        super().hideEvent(event)

    def _choose(self, name: str) -> None:
        """Go to a tab; the way back leads out of the session, not through its tabs."""
        self._leave()
        self._go(name)
        self.renew()

    def _go(self, name: str) -> None:
        known = [known for known, _, _ in TABS]
        self._open = name if name in known else known[0]

    def _leave(self) -> None:
        tab = self.tab
        if tab is not None and self._found() is not None:
            tab.leave()

    def _made(self) -> SessionTab:
        tab = self.tab
        if tab is None:
            assert self._session is not None
            made = next(maker for name, _, maker in TABS if name == self._open)()
            tab = self._tabs[self._open] = made(self, self._teaching, self._session)
        return tab

    def _found(self) -> TrainingSession | None:
        if self._session is None:
            return None
        try:
            return self._teaching.training.sessions.get(self._session)
        except KeyError:
            return None

    def _head(self, session: TrainingSession) -> TopBar:
        theme, language = self.theme, self.language
        lead = QWidget()
        lead.setObjectName("title")
        box = column()
        lead.setLayout(box)
        title = ElidedLabel(theme, session.title, "h1")
        title.setMinimumWidth(theme.px(_TITLE if not theme.tight else _TITLE_TIGHT))
        box.addWidget(title)
        count = len(self._teaching.training.roster.people(session))
        known = joined(days_words(language, session), people_words(language, count))
        if theme.layout is not Layout.C:  # large words in a small window: the page comes first
            box.addWidget(Label(theme, known.main, "caption", "ink_2", wrap=True))
        wanted = session.closed_at is None and not theme.tight
        tools = (present_button(self, session),) if wanted else ()
        bar = TopBar(self.frame, language.words("Session"), lead=lead, tools=tools)
        bar.setAccessibleName(session.title)
        return bar

    def _gone(self) -> QWidget:
        language = self.language
        back = language.words("See all sessions"), lambda: self.router.go(Place.SESSIONS)
        words = language.words("This session has been removed.")
        return scrolled(self.theme, (EmptyState(self.theme, "school", words, back),))

    def _touched(self, topics: frozenset[Topic]) -> None:
        tab, session = self.tab, self._found()
        if tab is None or session is None:
            super()._touched(topics)
            return
        heard = topics & (tab.topics | self.topics)
        if heard and not (self.isVisible() and not self._stale and tab.touched(topics)):
            self.renew()
        elif topics & _HEAD and self._page is not None and self._bar is not None:
            # The head shows days and the number of people; the tab has shown the change itself.
            old, self._bar = self._bar, self._head(session)
            self._page.replaceWidget(old, self._bar)
            old.hide()
            old.deleteLater()
