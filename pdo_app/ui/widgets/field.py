"""Fields to type in: a line of words, a PIN; the sentence that says what to mend."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from pdo_app.ui import tokens
from pdo_app.ui.language import Language, Words
from pdo_app.ui.theme import Theme
from pdo_app.ui.widgets.button import IconButton
from pdo_app.ui.widgets.label import PairLabel
from pdo_app.ui.widgets.notice import IconLabel
from pdo_app.ui.widgets.surface import row

PIN_LENGTH = 4


class TextField(QLineEdit):
    """A line of plain words. ``words`` name it for a screen reader; ``width`` is in unscaled
    pixels, 0 for as wide as there is room."""

    def __init__(self, theme: Theme, words: Words, text: str = "", *, width: int = 0) -> None:
        super().__init__(text)
        self.setFont(theme.font("ui"))
        self.setAccessibleName(words.spoken)
        self.setFixedHeight(theme.px(tokens.Size.field))
        if width:
            self.setFixedWidth(theme.px(width))

    def set_wrong(self, wrong: bool) -> None:
        """Give the field the edge of one that cannot be taken as it is."""
        if bool(self.property("wrong")) != wrong:
            self.setProperty("wrong", wrong)
            self.style().unpolish(self)
            self.style().polish(self)


class PinField(QWidget):
    """Four digits, or up to ``most``, hidden unless the person asks to see them. ``typed`` gives
    them at each key, ``entered`` when Enter is pressed. ``name`` is the object name of the line.
    """

    typed = Signal(str)
    entered = Signal()

    def __init__(
        self,
        theme: Theme,
        language: Language,
        words: Words,
        pin: str = "",
        *,
        name: str = "pin",
        most: int = PIN_LENGTH,
    ) -> None:
        super().__init__()
        self._language, self._most = language, most
        self.line = TextField(theme, words, pin, width=120 if most == PIN_LENGTH else 200)
        self.line.setObjectName(name)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setInputMethodHints(
            Qt.InputMethodHint.ImhDigitsOnly | Qt.InputMethodHint.ImhSensitiveData
        )
        self.line.textEdited.connect(self._clean)
        self.line.returnPressed.connect(self.entered)
        self._eye = IconButton(theme, language.words("Show the digits"), "eye")
        self._eye.setObjectName(f"{name}_eye")
        self._eye.setCheckable(True)
        self._eye.toggled.connect(self._show_digits)
        layout = row(theme.px(4))
        self.setLayout(layout)
        layout.addWidget(self.line)
        layout.addWidget(self._eye, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.line)

    @property
    def pin(self) -> str:
        """What was typed so far."""
        return self.line.text()

    def set_wrong(self, wrong: bool) -> None:
        """Give the line the edge of one that cannot be taken as it is."""
        self.line.set_wrong(wrong)

    def _clean(self, text: str) -> None:
        """Keep as many digits as there may be; those of a Chinese keyboard become plain ones."""
        plain = unicodedata.normalize("NFKC", text)
        pin = "".join(sign for sign in plain if sign.isascii() and sign.isdigit())[: self._most]
        if pin != text:
            self.line.setText(pin)
        self.typed.emit(pin)

    def _show_digits(self, on: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password
        self.line.setEchoMode(mode)
        words = self._language.words("Hide the digits" if on else "Show the digits")
        self._eye.show_icon("eye-off" if on else "eye", words)


class Complaint(QWidget):
    """The sentence below a field that cannot be taken as it is: a cross and what to do. Hidden
    while there is nothing to say."""

    def __init__(self, theme: Theme, words: Words | None = None) -> None:
        super().__init__()
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.say(words)

    def say(self, words: Words | None) -> None:
        """Show a sentence, or nothing."""
        while (taken := self._column.takeAt(0)) is not None:
            if (old := taken.widget()) is not None:
                old.deleteLater()
        if words is not None:
            self._column.addWidget(_sentence(self._theme, words))
        if words is None:
            self.hide()
        elif self.parentWidget() is not None:  # else it would open as a window of its own
            self.show()
        self.setAccessibleName(words.spoken if words else "")


def _sentence(theme: Theme, words: Words) -> QWidget:
    line = QWidget()
    layout = row(theme.px(8), margins=(0, theme.px(2), 0, 0))
    line.setLayout(layout)
    layout.addWidget(IconLabel(theme, "circle-x", 20, "wrong"), 0, Qt.AlignmentFlag.AlignTop)
    layout.addWidget(PairLabel(theme, words, "tool", colour="wrong", second="wrong"), 1)
    return line


class Field(QWidget):
    """A control with its label above, a hint below it and, where needed, a complaint."""

    def __init__(
        self, theme: Theme, control: QWidget, label: Words, hint: Words | None = None
    ) -> None:
        super().__init__()
        self.control = control
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(PairLabel(theme, label, "ui_bold"))
        column.addWidget(control)
        if hint is not None:
            column.addWidget(PairLabel(theme, hint, "caption", colour="ink_2", below=True))
        self._complaint = Complaint(theme)
        column.addWidget(self._complaint)

    def complain(self, words: Words | None) -> None:
        """Say below the control what to mend, or that all is well."""
        self._complaint.say(words)
        wrong = getattr(self.control, "set_wrong", None)
        if wrong is not None:
            wrong(words is not None)
        self.control.setAccessibleDescription(words.spoken if words else "")
