"""The person's own profile: name, destination, departure, PIN, and how to remove it all."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QLabel, QWidget

from pdo_app.errors import InputError, KnownError
from pdo_app.learning.profiles import Profiles
from pdo_app.records import Learner
from pdo_app.ui import tokens
from pdo_app.ui.countries import FLAG, choose_country, country_words
from pdo_app.ui.dialogs import ask
from pdo_app.ui.settings.pins import RemovePin, RemoveProfile, SetPin
from pdo_app.ui.settings.section import Section
from pdo_app.ui.view import View
from pdo_app.ui.widgets.button import Button
from pdo_app.ui.widgets.calendar import DateField
from pdo_app.ui.widgets.choice import CheckBox
from pdo_app.ui.widgets.field import Complaint, TextField
from pdo_app.ui.widgets.flow import flow
from pdo_app.ui.widgets.label import Label
from pdo_app.ui.widgets.patch import Chip
from pdo_app.ui.widgets.surface import row


class ProfileCard(QObject):
    """Builds the card for the person who is here, and carries out what is asked for there.

    A change is saved at once, but for the name, which is saved by Enter or its button. ``gone``
    is called after the profile was removed.
    """

    def __init__(
        self,
        view: View,
        profiles: Profiles,
        offered: Iterable[str],
        today: Callable[[], date],
        gone: Callable[[], None],
    ) -> None:
        super().__init__(view)
        self._view, self._profiles = view, profiles
        self._offered, self._today, self._gone = tuple(offered), today, gone
        self._typed: str | None = None
        self._wrong: InputError | None = None
        self._saved = False

    @property
    def _learner(self) -> Learner:
        return self._view.frame.person.present

    def forget(self) -> None:
        """Drop what was typed and not saved."""
        self._typed, self._wrong, self._saved = None, None, False

    def build(self) -> Section:
        """Return the card."""
        view, language = self._view, self._view.language
        card = Section(view.theme, language.words("My profile"))
        self._name(card)
        self._destination(card)
        self._departure(card)
        self._pin(card)
        remove = Button(view.theme, language.words("Remove my data"), "outlined", icon="trash")
        remove.setObjectName("remove_data")
        remove.clicked.connect(self.remove)
        card.add(
            language.words("Remove everything"),
            remove,
            language.words("Profile, progress, quizzes, notes"),
        )
        return card

    def _name(self, card: Section) -> None:
        language, theme = self._view.language, self._view.theme
        words = language.words("Your name")
        shown = self._learner.name if self._typed is None else self._typed
        self.line = TextField(theme, words, shown, width=272)
        self.line.setObjectName("name")
        self.line.set_wrong(self._wrong is not None)
        self.line.textEdited.connect(self._type)
        self.line.returnPressed.connect(self.save_name)
        save = Button(theme, language.words("Save the name"), "outlined", large=True)
        save.setObjectName("save_name")
        save.clicked.connect(self.save_name)
        parts: list[QWidget] = [self.line, save]
        if self._saved:
            parts.append(Chip(theme, language.say("Saved"), "done"))
        said = None
        if self._wrong is not None:
            said = language.sentences(self._wrong.title, self._wrong.advice)
        self._complaint = Complaint(theme, said)
        card.add_field(words, flow(theme.px(12), *parts), self._complaint)

    def _destination(self, card: Section) -> None:
        language, theme = self._view.language, self._view.theme
        holder = QWidget()
        line = row(theme.px(12))
        holder.setLayout(line)
        flag = QLabel()
        flag.setPixmap(theme.flag(self._learner.destination, FLAG))
        line.addWidget(flag)
        country = country_words(language, self._learner.destination)
        line.addWidget(Label(theme, country.spoken, "ui"))
        change = Button(theme, language.words("Change country"), "outlined")
        change.setObjectName("change_country")
        change.clicked.connect(self.change_country)
        line.addWidget(change)
        card.add(language.words("Destination"), holder)

    def _departure(self, card: Section) -> None:
        language, theme, day = self._view.language, self._view.theme, self._learner.departure
        words = language.words("Departure")
        field = DateField(theme, language, words, day, self._today())
        field.setObjectName("departure")
        field.picked.connect(lambda chosen: self._change(departure=chosen))
        unknown = CheckBox(theme, language.words("Not yet known"))
        unknown.setObjectName("open_day")
        unknown.setMinimumHeight(theme.px(tokens.Size.field))
        unknown.setChecked(day is None)
        unknown.setEnabled(day is not None)
        unknown.clicked.connect(lambda: self._change(departure=None))
        card.add_field(words, flow(theme.px(16), field, unknown))

    def _pin(self, card: Section) -> None:
        language, theme = self._view.language, self._view.theme
        has = self._learner.pin_hash is not None
        words = language.words("Change the PIN") if has else language.words("Set a PIN")
        change = Button(theme, words, "outlined", icon="lock")
        change.setObjectName("set_pin")
        change.clicked.connect(self.set_pin)
        parts: list[QWidget] = [change]
        hint = language.words("Four digits keep others at this computer from your pages.")
        if has:
            away = Button(theme, language.words("Remove the PIN"), "outlined", icon="lock-open")
            away.setObjectName("remove_pin")
            away.clicked.connect(self.remove_pin)
            parts.append(away)
        card.add_field(language.words("PIN"), flow(theme.px(12), *parts), hint=hint)

    def _type(self, text: str) -> None:
        self._typed, self._saved = text, False
        if self._wrong is not None:
            self._wrong = None
            self._complaint.say(None)
            self.line.set_wrong(False)

    def save_name(self) -> None:
        """Save the name as it was typed, or say at the field what is wrong with it."""
        try:
            learner = self._profiles.update(self._learner, name=self.line.text())
        except InputError as error:
            self._typed, self._wrong, self._saved = self.line.text(), error, False
            self._view.renew()
            return
        except KnownError as error:
            self._view.report(error)
            return
        self._typed, self._wrong, self._saved = None, None, True
        self._become(learner)

    def change_country(self) -> None:
        """Ask for another destination."""
        view = self._view
        now = self._learner.destination
        code = choose_country(view.theme, view.language, view, self._offered, now)
        if code is not None:
            self._change(destination=code)

    def set_pin(self) -> None:
        """Ask for a new PIN."""
        self._ask(SetPin(self._view, self._profiles, self._learner))

    def remove_pin(self) -> None:
        """Ask whether the PIN should go."""
        self._ask(RemovePin(self._view, self._profiles, self._learner))

    def remove(self) -> None:
        """Ask twice, then delete the profile."""
        view, language = self._view, self._view.language
        name = " ".join(self._learner.name.split())
        short = name if len(name) <= 24 else name[:23] + "…"
        body = language.words(
            "The profile, progress, quizzes and notes are deleted and cannot be restored here. "
            "The automatic backups keep older copies until ten new ones have replaced them."
        )
        answers = (language.words("Keep my data"), language.words("Yes, remove it"))
        title = language.words("Remove everything about {name}?", name=short)
        if not ask(view.theme, view, title, body, answers):
            return
        dialog = RemoveProfile(view, self._profiles, self._learner)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        if accepted:
            self._gone()

    def _ask(self, dialog: SetPin | RemovePin) -> None:
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        learner = dialog.learner
        dialog.deleteLater()
        if accepted:
            self._become(learner)

    def _change(self, **what: object) -> None:
        try:
            learner = self._profiles.update(self._learner, **what)  # type: ignore[arg-type] # names are ours
        except KnownError as error:
            self._view.report(error)
            self._view.renew()
            return
        self._become(learner)

    def _become(self, learner: Learner) -> None:
        self._view.frame.person.become(learner)
        self._view.renew()
