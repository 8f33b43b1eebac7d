"""What stands where the application cannot start, or cannot show a page: what happened, what to
do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pdo_app.errors import KnownError
from pdo_app.ui import tokens
from pdo_app.ui.language import Language
from pdo_app.ui.theme import Theme
from pdo_app.ui.widgets.button import Button
from pdo_app.ui.widgets.label import PairLabel
from pdo_app.ui.widgets.page import ScrollPage
from pdo_app.ui.widgets.patch import Mark
from pdo_app.ui.widgets.surface import column


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
        box = QVBoxLayout(self)
        pad = theme.px(48)
        box.setContentsMargins(pad, pad, pad, pad)
        box.setSpacing(theme.px(16))
        box.addWidget(Mark(theme), 0, Qt.AlignmentFlag.AlignLeft)
        _say(box, theme, language, error)
        box.addStretch(1)
        close = Button(theme, language.words("Close"), "filled", large=True)
        close.clicked.connect(self.close)
        box.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)


def page_instead(theme: Theme, language: Language, error: KnownError) -> QWidget:
    """Return what a screen shows that cannot be built, such as from a damaged pack."""
    body = QWidget()
    pad = theme.px(tokens.Size.page_padding)
    box = column(theme.px(16), margins=(pad, pad, pad, pad))
    body.setLayout(box)
    _say(box, theme, language, error)
    box.addStretch(1)
    return ScrollPage(body)


def _say(box: QVBoxLayout, theme: Theme, language: Language, error: KnownError) -> None:
    box.addWidget(PairLabel(theme, language.message(error.title), "h2", below=True))
    box.addWidget(PairLabel(theme, language.message(error.advice), "ui", below=True))
    emergency = language.words("In danger now? Call 112. It is free.")
    box.addWidget(PairLabel(theme, emergency, "ui", colour="sos", below=True))
