"""One entry of the wall: its words, its state, and what can become of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from pdo_app.errors import N_
from pdo_app.reports.report_parts import STATES
from pdo_app.training.wall import WallQuestion, WallState
from pdo_app.ui import tokens
from pdo_app.ui.train.naming import breakable
from pdo_app.ui.view import View
from pdo_app.ui.widgets.button import IconButton
from pdo_app.ui.widgets.label import Label
from pdo_app.ui.widgets.patch import Chip
from pdo_app.ui.widgets.surface import column, row

_KEYS = {
    Qt.Key.Key_A: WallState.ANSWERED,
    Qt.Key.Key_P: WallState.PARKED,
    Qt.Key.Key_O: WallState.OPEN,
}
_DEEDS = (
    (WallState.ANSWERED, "check", N_("Answered")),
    (WallState.PARKED, "clock", N_("For later")),
    (WallState.OPEN, "arrow-back-up", N_("Open again")),
)
_LOOKS = {WallState.PARKED: "care", WallState.ANSWERED: "done"}


class WallEntry(QWidget):
    """Shows ``question``; ``become`` is told which state a person gives it, where they
    ``can_change`` it."""

    def __init__(
        self,
        view: View,
        question: WallQuestion,
        become: Callable[[WallQuestion, WallState], None],
        can_change: bool,
    ) -> None:
        super().__init__()
        self._question, self._become, self._can_change = question, become, can_change
        theme, language = view.theme, view.language
        state = question.state
        self.setObjectName(f"entry_{question.id}")
        said = language.words(STATES[state])
        self.setAccessibleName(f"{question.text} {said.spoken}")
        if can_change:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("radius", tokens.Radius.button)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        pad = theme.px(4)
        line = row(theme.px(4), margins=(pad, pad, 0, pad))
        self.setLayout(line)
        words = column(theme.px(4))
        answered = state is WallState.ANSWERED
        colour = "ink_2" if answered else "ink"
        words.addWidget(Label(theme, breakable(question.text), "ui", colour, wrap=True))
        if state in _LOOKS:
            below = row()
            below.addWidget(Chip(theme, said.main, _LOOKS[state]))
            below.addStretch(1)
            words.addLayout(below)
        line.addLayout(words, 1)
        for other, icon, name in _DEEDS if can_change else ():
            if other is not state:
                deed = language.words(name)
                button = IconButton(theme, deed, icon)
                button.setAccessibleName(f"{deed.spoken}: {question.text}")
                button.setObjectName(f"{other.value}_{question.id}")
                button.clicked.connect(lambda _=False, at=other: become(question, at))
                line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Change the state, or go to the entry above or below."""
        state = _KEYS.get(Qt.Key(event.key()))
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if state is not None and self._can_change:
            self._become(self._question, state)
        elif step is not None:
            self._go(step)
        else:
            super().keyPressEvent(event)

    def _go(self, step: int) -> None:
        parent = self.parentWidget()
        if parent is None:
            return
        kind = Qt.FindChildOption.FindDirectChildrenOnly
        entries = parent.findChildren(WallEntry, options=kind)
        place = entries.index(self) + step
        if 0 <= place < len(entries):
            entries[place].setFocus()
