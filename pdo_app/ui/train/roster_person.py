"""A person of the roster in a dialog: change, merge into somebody, remove."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QWidget

from pdo_app.content.library import Library
from pdo_app.errors import InputError, Message
from pdo_app.records import Participant
from pdo_app.training import roster_words
from pdo_app.training.roster import PersonChanges
from pdo_app.ui.countries import country_words, in_order
from pdo_app.ui.dialogs import Dialog
from pdo_app.ui.theme import Layout
from pdo_app.ui.train.roster_words import HEADS, known, short, value_words
from pdo_app.ui.view import View
from pdo_app.ui.widgets.button import Button
from pdo_app.ui.widgets.choice import CheckBox
from pdo_app.ui.widgets.field import Field, TextField
from pdo_app.ui.widgets.flow import flow
from pdo_app.ui.widgets.label import PairLabel
from pdo_app.ui.widgets.line_table import Cell, Column, LineTable
from pdo_app.ui.widgets.select import Select
from pdo_app.ui.widgets.surface import Hairline

_TEXTS = ("name", "company", "sector", "departure", "phone")


class Deed(StrEnum):
    """What a person asks of the dialog."""

    SAVE = "save"
    MERGE = "merge"
    REMOVE = "remove"


@dataclass(frozen=True, slots=True)
class Written:
    """What stands in the fields, not yet judged."""

    texts: dict[str, str]
    destination: str
    returnee: bool

    def changes(self) -> PersonChanges:
        """Return it as the roster takes it. Raises InputError for a day that cannot be read."""
        try:
            day = roster_words.day(self.texts["departure"])
        except roster_words.WordsError as error:
            raise InputError(error.message, Message(""), "departure") from error
        return {
            "name": self.texts["name"],
            "company": self.texts["company"],
            "sector": self.texts["sector"],
            "phone": self.texts["phone"],
            "departure": day,
            "destination": self.destination,
            "returnee": self.returnee,
        }


class PersonDialog(Dialog):
    """Shows what is known of ``person``. After it was accepted ``deed`` says what is asked, and
    ``written`` what stands in the fields. ``others`` tells whether there is anybody to merge
    with."""

    def __init__(self, view: View, library: Library, person: Participant, others: bool) -> None:
        theme, language = view.theme, view.language
        super().__init__(theme, view, language.words("Details of this person"))
        self._language = language
        self.deed = Deed.SAVE
        self._lines: dict[str, TextField] = {}
        self._fields: dict[str, Field] = {}
        self._codes = ["", *in_order(language, library.info.destinations)]
        nobody = language.words("Not known yet")
        names = (nobody, *(country_words(language, code) for code in self._codes[1:]))
        at = self._codes.index(person.destination) if person.destination in self._codes else 0
        self._destination = Select(theme, names, nobody, current=at)
        self._destination.setObjectName("destination")
        self._destination.set_subject(language.words(HEADS["destination"]))
        self._returnee = CheckBox(theme, language.words(HEADS["returnee"]))
        self._returnee.setObjectName("returnee")
        self._returnee.setChecked(person.returnee)
        self._lay_out(person)
        self._more(person, others)
        leave = Button(theme, language.words("Change nothing"), "outlined")
        leave.clicked.connect(self.reject)
        save = Button(theme, language.words("Save"), "filled")
        save.setObjectName("save")
        save.clicked.connect(self.accept)
        self.answers(leave, save)
        self._lines["name"].setFocus()

    @property
    def written(self) -> Written:
        """What stands in the fields."""
        texts = {name: line.text() for name, line in self._lines.items()}
        current = self._destination.current or 0
        return Written(texts, self._codes[current], self._returnee.isChecked())

    def complain(self, error: InputError) -> None:
        """Say at its field what to mend."""
        field = self._fields.get(error.field, self._fields["name"])
        parts = [part for part in (error.title, error.advice) if part.text]
        field.complain(self._language.sentences(*parts))
        self._lines.get(error.field, self._lines["name"]).setFocus()

    def _lay_out(self, person: Participant) -> None:
        theme, language = self.theme, self._language
        hints = {"departure": language.words("Such as 2026-12-17")}
        grid = QGridLayout()
        grid.setSpacing(theme.px(12))
        across = 1 if theme.layout is Layout.C else 2
        parts: list[QWidget] = []
        for name in _TEXTS:
            words = language.words(HEADS[name])
            value = value_words(language, name, getattr(person, name))
            line = TextField(theme, words, value)
            line.setObjectName(name)
            line.returnPressed.connect(self.accept)
            self._lines[name] = line
            self._fields[name] = Field(theme, line, words, hints.get(name))
            parts.append(self._fields[name])
        parts.insert(2, Field(theme, self._destination, language.words(HEADS["destination"])))
        for at, part in enumerate(parts):
            grid.addWidget(part, at // across, at % across, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(grid)
        self.body.addWidget(self._returnee)

    def _more(self, person: Participant, others: bool) -> None:
        theme, words = self.theme, self._language.words
        remove = Button(theme, words("Remove from the roster"), "quiet", icon="trash")
        remove.setObjectName("remove")
        remove.clicked.connect(lambda: self._ask_for(Deed.REMOVE))
        buttons = [remove]
        if others:
            said = words("This is somebody else on the roster")
            merge = Button(theme, said, "quiet", icon="users")
            merge.setObjectName("merge")
            merge.clicked.connect(lambda: self._ask_for(Deed.MERGE))
            buttons.insert(0, merge)
        self.body.addWidget(Hairline(theme))
        self.body.addWidget(flow(theme.px(8), *buttons))

    def _ask_for(self, deed: Deed) -> None:
        self.deed = deed
        self.accept()


class MergeDialog(Dialog):
    """Asks who of ``people`` the ``person`` is; ``chosen`` is the answer after it was accepted."""

    def __init__(self, view: View, person: Participant, people: tuple[Participant, ...]) -> None:
        theme, language = view.theme, view.language
        super().__init__(theme, view, language.words("Who is {name}?", name=short(person.name)))
        self.chosen: Participant | None = None
        said = language.words(
            "Both become one person: half-days that only one of them attended are kept."
        )
        self.body.addWidget(PairLabel(theme, said, "ui", below=True))
        table = LineTable(theme, (Column(language.words("Name"), 120),) * 2, cards=True)
        table.setObjectName("into")

        def line(at: int) -> tuple[Cell, Cell]:
            other = people[at]
            return Cell(other.name, bold=True), Cell(known(language, other), "ink_2")

        table.show_lines(len(people), line, language.say("Roster"))
        table.opened.connect(lambda at: self._take(people[at]))
        self.body.addWidget(table)
        leave = Button(theme, language.words("None of them"), "outlined")
        leave.clicked.connect(self.reject)
        self.answers(leave)

    def _take(self, other: Participant) -> None:
        self.chosen = other
        self.accept()


def asked(dialog: QDialog) -> bool:
    """Show a dialog and tell whether it was accepted; it goes when the event loop is back."""
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return accepted
