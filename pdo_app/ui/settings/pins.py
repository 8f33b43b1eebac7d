"""The dialogs around a PIN and the removal of a profile."""

from __future__ import annotations

from pdo_app.errors import InputError
from pdo_app.learning.profiles import Profiles
from pdo_app.records import Learner
from pdo_app.ui.dialogs import Dialog
from pdo_app.ui.language import Words
from pdo_app.ui.view import View
from pdo_app.ui.widgets.button import Button
from pdo_app.ui.widgets.field import Field, PinField
from pdo_app.ui.widgets.label import PairLabel


class _Asking(Dialog):
    """Asks for the present PIN where there is one; ``done_with`` is the profile afterwards."""

    def __init__(self, view: View, profiles: Profiles, learner: Learner, title: Words) -> None:
        super().__init__(view.theme, view, title)
        self.language, self.profiles, self.learner = view.language, profiles, learner
        self._present: Field | None = None

    def ask_present(self) -> None:
        """Add the field for the present PIN, where the profile has one."""
        if self.learner.pin_hash is not None:
            self._present = self.pin_field(self.language.words("Your PIN now"), "present_pin")

    def pin_field(self, label: Words, name: str) -> Field:
        """Add a field for four digits."""
        pin = PinField(self.theme, self.language, label, name=name)
        field = Field(self.theme, pin, label)
        pin.typed.connect(lambda _: field.complain(None))
        pin.entered.connect(self.act)
        self.body.addWidget(field)
        return field

    def close_with(self, stay: Words, act: Words) -> None:
        """Add the two answers; the safe one has the focus where nothing is to be typed."""
        stays = Button(self.theme, stay, "outlined")
        stays.setObjectName("stay")
        stays.clicked.connect(self.reject)
        acts = Button(self.theme, act, "filled")
        acts.setObjectName("act")
        acts.clicked.connect(self.act)
        self.answers(stays, acts)
        fields = self.findChildren(PinField)
        if fields:
            fields[0].setFocus()

    def allowed(self) -> bool:
        """Tell whether the present PIN is right; else say so at its field."""
        if self._present is None:
            return True
        pin = self._present.control
        assert isinstance(pin, PinField)
        try:
            right = self.profiles.unlock(self.learner, pin.pin)
        except InputError as error:
            self._present.complain(self.language.sentences(error.title, error.advice))
            return False
        if not right:
            self._present.complain(self.language.words("This PIN is not right. Try again."))
        return right

    def act(self) -> None:
        """Do what was asked for, or say what is wrong."""
        raise NotImplementedError


class SetPin(_Asking):
    """Sets a PIN, or changes it. ``learner`` is the profile as it is then."""

    def __init__(self, view: View, profiles: Profiles, learner: Learner) -> None:
        language = view.language
        new = learner.pin_hash is None
        title = language.words("Set a PIN") if new else language.words("Change the PIN")
        super().__init__(view, profiles, learner, title)
        note = language.words("Remember it well: nobody can tell it to you again.")
        self.body.addWidget(PairLabel(self.theme, note, "ui", below=True))
        self.ask_present()
        self._new = self.pin_field(language.words("Four new digits"), "new_pin")
        self.close_with(language.words("Go back"), language.words("Save the PIN"))

    def act(self) -> None:
        """Save the new PIN."""
        pin = self._new.control
        assert isinstance(pin, PinField)
        if not self.allowed():
            return
        try:
            self.learner = self.profiles.update(self.learner, pin=pin.pin)
        except InputError as error:
            self._new.complain(self.language.sentences(error.title, error.advice))
            return
        self.accept()


class RemovePin(_Asking):
    """Takes the PIN away. ``learner`` is the profile as it is then."""

    def __init__(self, view: View, profiles: Profiles, learner: Learner) -> None:
        language = view.language
        super().__init__(view, profiles, learner, language.words("Remove the PIN?"))
        note = language.words("Then everybody at this computer can open your pages.")
        self.body.addWidget(PairLabel(self.theme, note, "ui", below=True))
        self.ask_present()
        self.close_with(language.words("Keep the PIN"), language.words("Remove the PIN"))

    def act(self) -> None:
        """Take the PIN away."""
        if self.allowed():
            self.learner = self.profiles.update(self.learner, pin=None)
            self.accept()


class RemoveProfile(_Asking):
    """The second step of removing a profile: asks for the PIN where there is one."""

    def __init__(self, view: View, profiles: Profiles, learner: Learner) -> None:
        language = view.language
        super().__init__(view, profiles, learner, language.words("Remove it now?"))
        note = language.words("After this nobody can bring it back from here.")
        self.body.addWidget(PairLabel(self.theme, note, "ui", below=True))
        self.ask_present()
        self.close_with(language.words("Keep my data"), language.words("Remove my data"))

    def act(self) -> None:
        """Delete the profile with everything that is remembered of it."""
        if self.allowed():
            self.profiles.remove(self.learner)
            self.accept()
