"""The wall of a session: what people know, want to know and worry about, typed in seconds."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from pdo_app.changes import Topic
from pdo_app.errors import N_, InputError, KnownError
from pdo_app.reports.report_parts import KINDS
from pdo_app.training.wall import WallKind, WallQuestion, WallState
from pdo_app.ui.theme import Layout
from pdo_app.ui.train.parts import scrolled
from pdo_app.ui.train.tab import SessionTab, Teaching
from pdo_app.ui.train.wall_entry import WallEntry
from pdo_app.ui.view import View
from pdo_app.ui.widgets.field import Complaint, TextField
from pdo_app.ui.widgets.label import Label, PairLabel
from pdo_app.ui.widgets.surface import Card, Hairline, row

_HINTS = {
    WallKind.KNOW: N_("What somebody knows already"),
    WallKind.WANT: N_("What somebody wants to know"),
    WallKind.WORRY: N_("What somebody worries about"),
}


class WallTab(SessionTab):
    """Three columns, each with a field on top: Enter puts an entry on the wall. Open entries
    come first, then those for later, then answered ones."""

    topics: ClassVar[frozenset[Topic]] = frozenset((Topic.WALL,))

    def __init__(self, view: View, teaching: Teaching, session: UUID) -> None:
        super().__init__(view, teaching, session)
        self._typed: dict[WallKind, str] = {}
        self._fields: dict[WallKind, TextField] = {}
        self._complaints: dict[WallKind, Complaint] = {}

    def build(self) -> QWidget:
        """Return the three columns, below each other where there is little room."""
        session = self.session
        found = self.training.wall.questions(session)
        can_change = session.closed_at is None
        beside = self.theme.layout in (Layout.WIDE, Layout.A)
        holder = QWidget()
        line: QBoxLayout = QHBoxLayout(holder) if beside else QVBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(self.theme.px(16))
        for kind in WallKind:
            own = [question for question in found if question.kind is kind]
            line.addWidget(self._column(kind, own, can_change), 1)
        keys = self.language.words(
            "On an entry: A answered, P for later, O open again. Up and down go to the next one."
        )
        hint = PairLabel(self.theme, keys, "caption", colour="ink_2")
        return scrolled(self.theme, (holder, hint) if found and can_change else (holder,))

    def add(self, kind: WallKind) -> None:
        """Put what was typed on the wall; say below the field what to mend."""
        line = self._fields[kind]
        text = line.text()
        self._typed.pop(kind, None)  # the wall builds itself anew as soon as it is asked
        try:
            self.training.wall.ask(self.session, kind, text)
        except InputError as error:
            self._typed[kind] = text
            line.set_wrong(True)
            self._complaints[kind].say(self.language.sentences(error.title, error.advice))
        except KnownError as error:
            self._typed[kind] = text
            self.view.report(error)

    def become(self, question: WallQuestion, state: WallState) -> None:
        """Give an entry another state."""
        wall = self.training.wall
        if state is question.state:
            return
        does = {
            WallState.OPEN: wall.reopen,
            WallState.PARKED: wall.park,
            WallState.ANSWERED: wall.answer,
        }
        try:
            does[state](question)
        except KnownError as error:
            self.view.report(error)

    def _column(self, kind: WallKind, questions: list[WallQuestion], can_change: bool) -> Card:
        theme, words = self.theme, self.language.words(KINDS[kind])
        card = Card(theme, padding=(20, 16), gap=8)
        head = row(theme.px(8))
        head.addWidget(PairLabel(theme, words, "h2"), 1)
        waiting = sum(question.state is WallState.OPEN for question in questions)
        head.addWidget(Label(theme, f"{waiting} / {len(questions)}", "ui", "ink_2"))
        card.body.addLayout(head)
        if can_change:
            self._fields[kind] = self._field(kind)
            self._complaints[kind] = Complaint(theme)
            card.body.addWidget(self._fields[kind])
            card.body.addWidget(self._complaints[kind])
        for place, question in enumerate(questions):
            if place:
                card.body.addWidget(Hairline(theme))
            card.body.addWidget(WallEntry(self.view, question, self.become, can_change))
        if not questions:
            nothing = self.language.words("Nothing yet")
            card.body.addWidget(PairLabel(theme, nothing, "caption", colour="ink_2"))
        card.body.addStretch(1)
        return card

    def _field(self, kind: WallKind) -> TextField:
        words = self.language.words(_HINTS[kind])
        line = TextField(self.theme, words, self._typed.get(kind, ""))
        line.setObjectName(f"ask_{kind.value}")
        line.setPlaceholderText(self.language.say("Type, then Enter"))
        line.textChanged.connect(lambda text: self._typed.__setitem__(kind, text))
        line.returnPressed.connect(lambda: self.add(kind))
        return line
