"""A number between a minus and a plus."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QWidget

from pdo_app.ui.language import Words
from pdo_app.ui.theme import Theme
from pdo_app.ui.widgets.button import IconButton
from pdo_app.ui.widgets.label import Label
from pdo_app.ui.widgets.surface import row


class Stepper(QWidget):
    """``shown`` stands between two buttons, ``less`` and ``more``, which are held for several
    steps. ``stepped`` tells -1 or 1; whoever listens shows the new words by :meth:`show_words`.
    ``name`` begins the object names of the buttons."""

    stepped = Signal(int)

    def __init__(
        self, theme: Theme, shown: Words, less: Words, more: Words, *, name: str, widest: str = ""
    ) -> None:
        super().__init__()
        line = row(0)
        self.setLayout(line)
        self._label = Label(theme, shown.main, "ui_bold")
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        metrics = QFontMetrics(theme.font("ui_bold"))
        wide = max(metrics.horizontalAdvance(words) for words in (shown.main, widest))
        self._label.setMinimumWidth(wide + theme.px(4))
        self.less, self.more = _Step(theme, less, "minus"), _Step(theme, more, "plus")
        self.less.setObjectName(f"{name}_less")
        self.more.setObjectName(f"{name}_more")
        self.less.clicked.connect(lambda: self.stepped.emit(-1))
        self.more.clicked.connect(lambda: self.stepped.emit(1))
        for part in (self.less, self._label, self.more):
            line.addWidget(part)

    def show_words(self, shown: Words) -> None:
        """Show another number."""
        self._label.setText(shown.main)


class _Step(IconButton):
    """Steps on while it is held down, and leaves Alt with an arrow key to what it stands on."""

    repeats = True

    def __init__(self, theme: Theme, words: Words, icon: str) -> None:
        super().__init__(theme, words, icon)
        self.setAutoRepeat(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass on what moves a row."""
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)
