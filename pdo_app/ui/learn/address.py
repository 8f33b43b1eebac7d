"""An address of the web, shown to be copied: the application never goes online by itself."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from pdo_app.ui.dialogs import Dialog
from pdo_app.ui.language import Language
from pdo_app.ui.theme import Theme
from pdo_app.ui.widgets.button import Button
from pdo_app.ui.widgets.label import Label, PairLabel


def show_address(theme: Theme, over: QWidget, language: Language, address: str) -> None:
    """Show ``address`` in a dialog, with a button that copies it."""
    dialog = Dialog(theme, over, language.words("This page is on the internet"))
    words = language.words(
        "This application does not go online. Copy the address and open it in a browser."
    )
    dialog.body.addWidget(PairLabel(theme, words, "ui", below=True))
    shown = Label(theme, _breakable(address), "ui_bold", "primary", wrap=True)
    shown.setObjectName("address")
    shown.setAccessibleName(address)
    shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    dialog.body.addWidget(shown)
    close = Button(theme, language.words("Close"), "outlined")
    close.clicked.connect(dialog.reject)
    copy = Button(theme, language.words("Copy the address"), "filled", icon="copy")
    copy.setObjectName("copy")
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(address))
    copy.clicked.connect(dialog.accept)
    dialog.answers(close, copy)
    dialog.exec()


def _breakable(address: str) -> str:
    """Let a long address wrap after its slashes."""
    return address.replace("/", "/\u200b").replace("/\u200b/\u200b", "//")
