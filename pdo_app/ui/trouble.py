"""The page that stands where the application cannot start: what happened, what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pdo_app.errors import KnownError
from pdo_app.ui.language import Language
from pdo_app.ui.theme import Theme
from pdo_app.ui.widgets.button import Button
from pdo_app.ui.widgets.label import PairLabel
from pdo_app.ui.widgets.patch import Mark


class Trouble(QWidget):
    """A window of its own, since there is no shell."""

    def __init__(self, theme: Theme, language: Language, error: KnownError) -> None:
        super().__init__()
        self.setWindowTitle(language.words("PDO Companion").main)
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Window, theme.colour("page"))
        self.setPalette(palette)
        self.setAutoFillBackground(True)
        self.setMinimumWidth(theme.px(560))
        column = QVBoxLayout(self)
        pad = theme.px(48)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(theme.px(16))
        column.addWidget(Mark(theme), 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(PairLabel(theme, language.message(error.title), "h2", below=True))
        column.addWidget(PairLabel(theme, language.message(error.advice), "ui", below=True))
        emergency = language.words("In danger now? Call 112. It is free.")
        column.addWidget(PairLabel(theme, emergency, "ui", colour="sos", below=True))
        column.addStretch(1)
        close = Button(theme, language.words("Close"), "filled", large=True)
        close.clicked.connect(self.close)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
