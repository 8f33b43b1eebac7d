"""The door of the trainer's area: its PIN, what to do when it is forgotten, the recovery code."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt, QTimer
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from pdo_app.errors import InputError, KnownError
from pdo_app.paper.recovery_sheet import write_recovery_sheet
from pdo_app.reports.recovery_sheet import recovery_sheet
from pdo_app.training.access import Access
from pdo_app.ui.language import Words
from pdo_app.ui.theme import Layout
from pdo_app.ui.train.parts import scrolled
from pdo_app.ui.view import View
from pdo_app.ui.widgets.button import Button
from pdo_app.ui.widgets.field import Field, PinField, TextField
from pdo_app.ui.widgets.flow import flow
from pdo_app.ui.widgets.label import Label, PairLabel
from pdo_app.ui.widgets.patch import Patch
from pdo_app.ui.widgets.surface import Card, Surface, column, row

PIN_MOST = 8
"""Digits of the longest trainer's PIN."""
_WIDE = 640
_ENDING = ".pdf"


class _Step(Enum):
    ASK = auto()
    SET = auto()
    FORGOTTEN = auto()


class Gate(QObject):
    """Builds the card in front of the area, and carries out what is asked for there. ``opened``
    is called when the area may be opened.

    A recovery code stays on the page until the trainer says that it is kept: it is written
    nowhere else. Where the area was closed meanwhile, as by the idle minutes on the way to the
    printer, it is shown again after the PIN.
    """

    def __init__(
        self, view: View, access: Access, opened: Callable[[], None], today: Callable[[], date]
    ) -> None:
        super().__init__(view)
        self._view, self._access, self._opened, self._today = view, access, opened, today
        self._step = _Step.ASK
        self._saved: Path | None = None
        self.code = ""

    def close(self) -> None:
        """Begin anew at the PIN."""
        self._step = _Step.ASK

    def forget(self) -> None:
        """Begin anew at the PIN, without a code that was shown."""
        self._step, self.code, self._saved = _Step.ASK, "", None

    def build(self) -> QWidget:
        """Return the page below the bar."""
        theme = self._view.theme
        narrow = theme.layout is Layout.C
        card = Card(theme, padding=(12, 16) if narrow else (32, 28), gap=16)
        if self.code and self._view.frame.person.trainer:
            self._show_code(card.body)
        elif not self._access.has_pin():
            self._ask_new(card.body)
        elif self._step is _Step.FORGOTTEN:
            self._ask_code(card.body)
        else:
            self._ask_pin(card.body)
        return scrolled(theme, (card,), most=_WIDE)

    # The PIN, when it is set already.

    def _ask_pin(self, body: QVBoxLayout) -> None:
        language = self._view.language
        self._head(body, language.words("The trainer's PIN"), None)
        self._pin = self._pin_field(body, language.words("PIN"), "pin", self.enter)
        forgot = Button(self._view.theme, language.words("Forgot the PIN"), "quiet", large=True)
        forgot.setObjectName("forgot")
        forgot.clicked.connect(lambda: self._turn(_Step.FORGOTTEN))
        self._deeds(body, (language.words("Open"), "open", self.enter), forgot)
        QTimer.singleShot(0, self._pin.control, self._pin.control.setFocus)

    def enter(self) -> None:
        """Open the area where the PIN is right; else say what to do."""
        language, pin = self._view.language, self._typed(self._pin)
        try:
            right = self._access.unlock(pin)
        except InputError as error:
            self._pin.complain(language.sentences(error.title, error.advice))
            return
        if right:
            self._opened()
            return
        control = self._pin.control
        assert isinstance(control, PinField)
        control.line.clear()
        self._pin.complain(language.words("This PIN is not right. Try again."))
        control.setFocus()

    # The first PIN.

    def _ask_new(self, body: QVBoxLayout) -> None:
        language = self._view.language
        note = language.words(
            "Rosters and reports are kept behind it. It hides them from learners at this "
            "computer; it does not encrypt them."
        )
        self._head(body, language.words("Set a PIN for trainers"), note)
        self._new_pins(body, self.set_pin)
        self._deeds(body, (language.words("Set the PIN"), "set", self.set_pin))

    def set_pin(self) -> None:
        """Set the first PIN and show the recovery code, or say what is wrong."""
        self._with_new(self._access.set_pin)

    # A PIN that was forgotten.

    def _ask_code(self, body: QVBoxLayout) -> None:
        theme, language = self._view.theme, self._view.language
        note = language.words(
            "Type the code of the sheet that was printed when the PIN was set, and a new PIN. "
            "Without the code, whoever looks after this computer can take the PIN away with the "
            "command pdo-app store forget-pin."
        )
        self._head(body, language.words("Forgot the PIN?"), note)
        words = language.words("Recovery code")
        line = TextField(theme, words, width=0 if theme.layout is Layout.C else 320)
        line.setObjectName("code")
        self._code = Field(theme, line, words, language.words("16 letters and digits"))
        line.textEdited.connect(lambda _: self._code.complain(None))
        body.addWidget(self._code)
        self._new_pins(body, self.recover)
        back = Button(theme, language.words("Go back"), "quiet", large=True)
        back.setObjectName("go_back")
        back.clicked.connect(lambda: self._turn(_Step.ASK))
        self._deeds(body, (language.words("Set the new PIN"), "set", self.recover), back)

    def recover(self) -> None:
        """Set a new PIN and show the new recovery code, or say what is wrong."""
        line = self._code.control
        assert isinstance(line, TextField)
        self._with_new(lambda pin: self._access.recover(line.text(), pin))

    def _with_new(self, act: Callable[[str], str]) -> None:
        language = self._view.language
        if self._typed(self._new) != self._typed(self._again):
            self._again.complain(language.words("The two are not the same. Type it again."))
            self._again.control.setFocus()
            return
        try:
            self.code = act(self._typed(self._new))
        except InputError as error:
            field = self._code if error.field == "code" else self._new
            field.complain(language.sentences(error.title, error.advice))
            field.control.setFocus()
            return
        except KnownError as error:
            self._view.report(error)
            return
        self._saved = None
        self._view.frame.person.become_trainer()
        self._view.renew()

    # The recovery code.

    def _show_code(self, body: QVBoxLayout) -> None:
        theme, language = self._view.theme, self._view.language
        note = language.words(
            "If the PIN is forgotten, only this code opens the area. It is shown this once."
        )
        self._head(body, language.words("Print the recovery code"), note)
        box = Surface(theme, "sunken", None, radius=8)
        inner = column(margins=(theme.px(16), theme.px(12), theme.px(16), theme.px(12)))
        box.setLayout(inner)
        style = "h3" if theme.layout is Layout.C else "question"
        code = Label(theme, self.code, style, wrap=True)
        code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        code.setAlignment(Qt.AlignmentFlag.AlignCenter)
        code.setObjectName("recovery_code")
        inner.addWidget(code)
        body.addWidget(box)
        if self._saved is not None:
            saved = language.words("Saved in {folder}.", folder=str(self._saved))
            body.addWidget(PairLabel(theme, saved, "caption", colour="right", below=True))
        go_on = Button(theme, language.words("I have it on paper"), "outlined", large=True)
        go_on.setObjectName("kept")
        go_on.clicked.connect(self.keep)
        self._deeds(body, (language.words("Print the code"), "print_code", self.ask_where), go_on)

    def ask_where(self) -> None:
        """Ask where the sheet should go."""
        language = self._view.language
        documents = QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )
        proposed = Path(documents) / f"{language.say('Recovery code')}{_ENDING}"
        chosen, _ = QFileDialog.getSaveFileName(
            self._view, language.say("Print the code"), str(proposed), f"PDF (*{_ENDING})"
        )
        if chosen:
            target = Path(chosen)
            if target.suffix.lower() != _ENDING:
                target = target.with_name(target.name + _ENDING)
            self.print_code(target)

    def print_code(self, target: Path) -> None:
        """Write the sheet, or say what to do where that fails."""
        texts, centre = self._view.language.texts, self._access.centre().name
        try:
            sheet = recovery_sheet(self.code, centre, texts, self._today())
            write_recovery_sheet(sheet, target)
        except KnownError as error:
            self._view.report(error)
            return
        self._saved = target
        self._view.renew()

    def keep(self) -> None:
        """Go on without the code."""
        self.forget()
        self._opened()

    # Parts.

    def _turn(self, step: _Step) -> None:
        self._step = step
        self._view.renew()

    def _head(self, body: QVBoxLayout, title: Words, note: Words | None) -> None:
        theme = self._view.theme
        line = row(theme.px(16))
        if theme.layout is not Layout.C:
            line.addWidget(Patch(theme, "lock"), 0, Qt.AlignmentFlag.AlignTop)
        words = column(theme.px(4))
        words.addWidget(PairLabel(theme, title, "h2", below=theme.layout is Layout.C))
        if note is not None:
            words.addWidget(PairLabel(theme, note, "ui", colour="ink_2", below=True))
        line.addLayout(words, 1)
        body.addLayout(line)

    def _new_pins(self, body: QVBoxLayout, act: Callable[[], None]) -> None:
        words = self._view.language.words
        hint = words("4 to 8 digits")
        self._new = self._pin_field(body, words("New PIN"), "new_pin", act, hint)
        self._again = self._pin_field(body, words("The same PIN again"), "again", act)

    def _pin_field(
        self,
        body: QVBoxLayout,
        label: Words,
        name: str,
        act: Callable[[], None],
        hint: Words | None = None,
    ) -> Field:
        theme = self._view.theme
        pin = PinField(theme, self._view.language, label, name=name, most=PIN_MOST)
        field = Field(theme, pin, label, hint)
        pin.typed.connect(lambda _: field.complain(None))
        pin.entered.connect(act)
        body.addWidget(field)
        return field

    def _typed(self, field: Field) -> str:
        control = field.control
        assert isinstance(control, PinField)
        return control.pin

    def _deeds(
        self, body: QVBoxLayout, act: tuple[Words, str, Callable[[], None]], *others: Button
    ) -> None:
        theme = self._view.theme
        words, name, deed = act
        button = Button(theme, words, "filled", large=True)
        button.setObjectName(name)
        button.clicked.connect(deed)
        body.addSpacing(theme.px(4))
        body.addWidget(flow(theme.px(12), button, *others))
