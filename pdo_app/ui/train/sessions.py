"""Every session, the newest first: to open, to hold again, to remove."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from pdo_app.changes import Topic
from pdo_app.errors import KnownError
from pdo_app.records import TrainingSession
from pdo_app.ui.dialogs import Dialog, ask
from pdo_app.ui.routes import Place
from pdo_app.ui.top_bar import TopBar
from pdo_app.ui.train.parts import new_session_button, scrolled
from pdo_app.ui.train.session_row import SessionRow
from pdo_app.ui.train.tab import Teaching
from pdo_app.ui.view import Frame, View
from pdo_app.ui.widgets.button import Button, IconButton
from pdo_app.ui.widgets.calendar import DateField
from pdo_app.ui.widgets.field import Field
from pdo_app.ui.widgets.label import PairLabel
from pdo_app.ui.widgets.notice import EmptyState
from pdo_app.ui.widgets.surface import Card, Hairline, column, row

_FIRST = 30
"""How many sessions are shown before all are asked for."""


class SessionsScreen(View):
    """The list of sessions."""

    topics: ClassVar[frozenset[Topic]] = frozenset((Topic.SESSIONS, Topic.ROSTER))

    def __init__(self, frame: Frame, teaching: Teaching) -> None:
        super().__init__(frame)
        self._teaching = teaching
        self._all = False

    def build(self) -> QWidget:
        """Return bar and list."""
        theme, language = self.theme, self.language
        page = QWidget()
        outer = column()
        page.setLayout(outer)
        found = self._teaching.training.sessions.all()
        tools = (new_session_button(self, "filled"),) if found else ()
        outer.addWidget(TopBar(self.frame, language.words("Sessions"), tools=tools))
        if not found:
            act = language.words("Plan a session"), lambda: self.router.go(Place.SESSION_NEW)
            words = language.words("No session yet. A plan for one takes a minute.")
            outer.addWidget(scrolled(theme, (EmptyState(theme, "school", words, act),)), 1)
            return page
        card = Card(theme, padding=(16, 12), gap=4)
        shown = found if self._all else found[:_FIRST]
        for place, session in enumerate(shown):
            if place:
                card.body.addWidget(Hairline(theme))
            card.body.addLayout(self._row(session))
        if len(shown) < len(found):
            words = language.counted("Show {n} older session", "Show all {n} sessions", len(found))
            more = Button(theme, words, "quiet", after="chevron-down")
            more.setObjectName("all_sessions")
            more.clicked.connect(self._show_all)
            card.body.addWidget(more)
        outer.addWidget(scrolled(theme, (card,), top=8), 1)
        return page

    def _row(self, session: TrainingSession) -> QHBoxLayout:
        theme, language = self.theme, self.language
        line = row(theme.px(4))
        line.addWidget(SessionRow(self, self._teaching, session), 1)
        for name, icon, words, act in (
            ("duplicate", "copy", language.words("Hold it again"), self.duplicate),
            ("remove", "trash", language.words("Remove the session"), self.remove),
        ):
            button = IconButton(theme, words, icon, role="ink_2")
            button.setAccessibleName(f"{words.spoken}: {session.title}")
            button.setObjectName(f"{name}_{session.id}")
            button.clicked.connect(lambda _=False, a=act: a(session))
            line.addWidget(button)
        return line

    def _show_all(self) -> None:
        self._all = True
        self.renew()

    def duplicate(self, session: TrainingSession) -> None:
        """Ask for the first day, then make a session with the same plan and nobody on it."""
        dialog = HoldAgain(self, session, self._teaching.today())
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        day = dialog.day
        dialog.deleteLater()
        if not accepted:
            return
        try:
            new = self._teaching.training.sessions.duplicate(session, day)
        except KnownError as error:
            self.report(error)
            return
        self.router.go(Place.SESSION, session=str(new.id), tab="plan")

    def remove(self, session: TrainingSession) -> None:
        """Ask, then delete the session."""
        language = self.language
        count = len(self._teaching.training.roster.people(session))
        title = language.words("Remove this session?")
        body = language.counted(
            "The plan, {n} person on the roster and everything noted about them are deleted. "
            "This cannot be undone.",
            "The plan, {n} people on the roster and everything noted about them are deleted. "
            "This cannot be undone.",
            count,
        )
        answers = language.words("Keep the session"), language.words("Remove it")
        if not ask(self.theme, self, title, body, answers):
            return
        try:
            self._teaching.training.sessions.remove(session)
        except KnownError as error:
            self.report(error)


class HoldAgain(Dialog):
    """Asks for the first day of a session that is held again; ``day`` is the answer."""

    def __init__(self, view: View, session: TrainingSession, today: date) -> None:
        language, theme = view.language, view.theme
        super().__init__(theme, view, language.words("From which day will you hold it again?"))
        self.day = today
        note = language.words("The plan is taken over; roster and attendance begin empty.")
        self.body.addWidget(PairLabel(theme, note, "ui", below=True))
        words = language.words("First day")
        field = DateField(theme, language, words, self.day, today)
        field.setObjectName("first_day")
        field.picked.connect(self._take)
        self.body.addWidget(Field(theme, field, words))
        back = Button(theme, language.words("Go back"), "outlined")
        back.setObjectName("stay")
        back.clicked.connect(self.reject)
        act = Button(theme, language.words("Make the session"), "filled")
        act.setObjectName("act")
        act.clicked.connect(self.accept)
        self.answers(back, act)

    def _take(self, day: date) -> None:
        self.day = day
