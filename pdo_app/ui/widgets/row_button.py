"""A button that stands in a row which can be moved with the keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from pdo_app.ui.widgets.button import IconButton


class RowButton(IconButton):
    """Leaves Alt with an arrow key to its row; Qt would move the focus to the next button."""

    repeats = True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass on what moves the row."""
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)


def step_of(event: QKeyEvent) -> int:
    """Return by how many places a key moves its row: -1 for Alt and the arrow up, 1 for Alt and
    the arrow down, 0 for every other."""
    if not event.modifiers() & Qt.KeyboardModifier.AltModifier:
        return 0
    return {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
