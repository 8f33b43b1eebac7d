"""A row of an answer that can be moved up and down."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QKeyEvent

from pdo_app.ui.theme import Theme
from pdo_app.ui.widgets.option import Verdict
from pdo_app.ui.widgets.row_button import step_of
from pdo_app.ui.widgets.surface import Surface


class MovableRow(Surface):
    """A row that Alt with the arrow keys moves."""

    _LOOKS = {  # noqa: RUF012 - a table of the look, not state
        Verdict.OPEN: ("surface", "line_strong", 1.0),
        Verdict.RIGHT: ("right_soft", "right", 2.0),
        Verdict.WRONG: ("wrong_soft", "wrong", 2.0),
    }

    def __init__(self, theme: Theme, verdict: Verdict, move: Callable[[int], None]) -> None:
        fill, edge, width = self._LOOKS[verdict]
        super().__init__(theme, fill, edge, radius=10, width=width)
        self._move = move

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the row; other keys go on to the page."""
        step = step_of(event)
        if step:
            self._move(step)
        else:
            event.ignore()
