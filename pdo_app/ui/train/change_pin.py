"""The dialog that changes the trainer's PIN."""

from __future__ import annotations

from pdo_app.errors import InputError, KnownError
from pdo_app.training.access import Access
from pdo_app.ui.dialogs import Dialog
from pdo_app.ui.language import Words
from pdo_app.ui.train.gate import PIN_MOST
from pdo_app.ui.view import View
from pdo_app.ui.widgets.button import Button
from pdo_app.ui.widgets.field import Field, PinField


class ChangePin(Dialog):
    """Asks for the old PIN and twice for the new one; accepted once it is changed."""

    def __init__(self, view: View, access: Access) -> None:
        language, theme = view.language, view.theme
        super().__init__(theme, view, language.words("Change the PIN"))
        self._view, self._access, self._language = view, access, language
        self._old = self._field("old_pin", language.words("Your PIN now"))
        hint = language.words("4 to 8 digits")
        self._new = self._field("new_pin", language.words("New PIN"), hint)
        self._again = self._field("again", language.words("The same PIN again"))
        back = Button(theme, language.words("Go back"), "outlined")
        back.setObjectName("stay")
        back.clicked.connect(self.reject)
        act = Button(theme, language.words("Save the PIN"), "filled")
        act.setObjectName("act")
        act.clicked.connect(self.act)
        self.answers(back, act)
        self._old.control.setFocus()

    def act(self) -> None:
        """Change the PIN, or say at its field what is wrong."""
        old, new, again = (self._typed(f) for f in (self._old, self._new, self._again))
        if new != again:
            self._complain(
                self._again, self._language.words("The two are not the same. Type it again.")
            )
            return
        try:
            self._access.change_pin(old, new)
        except InputError as error:
            # While one has to wait, the field "pin" is the old one.
            short = error.field == "pin" and not self._access.wait_left()
            where = self._new if short else self._old
            self._complain(where, self._language.sentences(error.title, error.advice))
            return
        except KnownError as error:
            self._view.report(error)
            return
        self.accept()

    def _field(self, name: str, label: Words, hint: Words | None = None) -> Field:
        pin = PinField(self.theme, self._language, label, name=name, most=PIN_MOST)
        field = Field(self.theme, pin, label, hint)
        pin.typed.connect(lambda _: field.complain(None))
        pin.entered.connect(self.act)
        self.body.addWidget(field)
        return field

    def _typed(self, field: Field) -> str:
        assert isinstance(field.control, PinField)
        return field.control.pin

    def _complain(self, field: Field, words: Words) -> None:
        field.complain(words)
        field.control.setFocus()
