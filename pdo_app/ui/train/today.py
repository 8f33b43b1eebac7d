"""The trainer's first page: the door while the area is closed, then what is taught today."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from pdo_app.changes import Topic
from pdo_app.records import TrainingSession
from pdo_app.ui import tokens
from pdo_app.ui.language import Words
from pdo_app.ui.routes import Place
from pdo_app.ui.theme import Layout
from pdo_app.ui.top_bar import TopBar
from pdo_app.ui.train.gate import Gate
from pdo_app.ui.train.naming import State, state_of
from pdo_app.ui.train.parts import new_session_button, scrolled
from pdo_app.ui.train.session_row import SessionRow
from pdo_app.ui.train.tab import Teaching
from pdo_app.ui.train.today_card import TodayCard
from pdo_app.ui.view import Frame, View
from pdo_app.ui.widgets.button import Button, IconButton
from pdo_app.ui.widgets.flow import flow
from pdo_app.ui.widgets.label import PairLabel
from pdo_app.ui.widgets.notice import EmptyState
from pdo_app.ui.widgets.surface import Card, Hairline, column, row

_TITLE = 140
"""Room of the title, in unscaled pixels, below which the tools go under it."""
_SHOWN = 4
"""How many sessions each list shows; all of them stand on their own page."""


class TrainerScreen(View):
    """Asks for the PIN, then shows the sessions of today, the next and the last ones."""

    topics: ClassVar[frozenset[Topic]] = frozenset((Topic.SESSIONS, Topic.ROSTER, Topic.CENTRE))

    def __init__(self, frame: Frame, teaching: Teaching) -> None:
        super().__init__(frame)
        self._teaching = teaching
        self.gate = Gate(self, teaching.training.access, self._open, teaching.today)
        frame.person.changed.connect(self._person_changed)

    def build(self) -> QWidget:
        """Return the door, the recovery code, or the page."""
        page = QWidget()
        outer = column()
        page.setLayout(outer)
        if not self.frame.person.trainer or self.gate.code:
            outer.addWidget(self._door_bar())
            outer.addWidget(self.gate.build(), 1)
            return page
        language, today = self.language, self._teaching.today()
        sessions = self._teaching.training.sessions
        now = sessions.today(today)
        tools = (new_session_button(self, "outlined" if now else "filled"),)
        outer.addWidget(TopBar(self.frame, self._title(today), tools=tools))
        every = sessions.all()
        parts: list[QWidget] = [TodayCard(self, self._teaching, session) for session in now]
        if not parts:
            words = language.words("Nothing is planned for today.")
            parts.append(EmptyState(self.theme, "calendar-event", words))
        coming = [s for s in every if state_of(s, today) is State.PLANNED]
        before = [s for s in every if s not in now and s not in coming]
        if coming or before:
            parts.append(self._lists(coming[::-1], before))
        parts.append(self._way_out())
        outer.addWidget(scrolled(self.theme, parts, gap=tokens.Size.gutter, top=8), 1)
        return page

    def _open(self) -> None:
        """Open the area, or show it where it is open: the code was kept."""
        if self.frame.person.trainer:
            self.renew()
            return
        self.router.forget()
        self._know_country()
        self.frame.person.become_trainer()
        self.router.go(Place.TRAINER)

    def _know_country(self) -> None:
        """Let the page of a country begin with that of the newest class that has one."""
        sessions = self._teaching.training.sessions.all()
        found = next((s.destination for s in sessions if s.destination), "")
        self.frame.person.class_country = found

    def _person_changed(self) -> None:
        if not self.frame.person.trainer:
            self.gate.close()

    def _title(self, today: date) -> Words:
        """Return the day with its weekday; "today" where there is less room."""
        if self.theme.layout in (Layout.B, Layout.C):
            return self.language.words("Today")
        texts = self.language.texts
        second = texts.date(today, "weekday_day", texts.second) if texts.second else None
        return Words(texts.date(today, "weekday_day"), second)

    def _door_bar(self) -> TopBar:
        theme, words = self.theme, self.language.words("For trainers")
        lead = QWidget()
        line = row(theme.px(12))
        lead.setLayout(line)
        if not self.frame.person.trainer:
            back = IconButton(theme, self.language.words("Go back"), "arrow-left")
            back.setObjectName("back")
            back.clicked.connect(lambda: self.router.go(Place.PEOPLE))
            line.addWidget(back)
        title = PairLabel(theme, words, "h1", below=theme.layout in (Layout.B, Layout.C))
        title.setObjectName("title")
        title.setMinimumWidth(theme.px(_TITLE))
        line.addWidget(title, 1)
        return TopBar(self.frame, words, lead=lead, person=False)

    def _lists(self, coming: list[TrainingSession], before: list[TrainingSession]) -> QWidget:
        theme, words = self.theme, self.language.words
        holder = QWidget()
        beside = theme.layout in (Layout.A, Layout.WIDE)
        box: QBoxLayout = row(theme.px(24)) if beside else column(theme.px(24))
        holder.setLayout(box)
        for title, found in ((words("Coming up"), coming), (words("Earlier"), before)):
            if found:
                box.addWidget(self._list(title, found[:_SHOWN]), 1, Qt.AlignmentFlag.AlignTop)
        return holder

    def _list(self, title: Words, sessions: list[TrainingSession]) -> Card:
        theme = self.theme
        card = Card(theme, padding=(16, 16), gap=4)
        head = row(margins=(theme.px(8), 0, 0, theme.px(4)))
        head.addWidget(PairLabel(theme, title, "h2"))
        card.body.addLayout(head)
        for place, session in enumerate(sessions):
            if place:
                card.body.addWidget(Hairline(theme))
            card.body.addWidget(SessionRow(self, self._teaching, session))
        return card

    def _way_out(self) -> QWidget:
        words = self.language.words("Leave the trainer's area")
        button = Button(self.theme, words, "quiet", icon="logout")
        button.setObjectName("leave")
        button.clicked.connect(lambda: self.router.go(Place.PEOPLE))
        return flow(0, button)
