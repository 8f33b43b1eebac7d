"""People of a roster in words: on the screen, in a file, and in the preview of an import."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from pdo_app.errors import N_
from pdo_app.formats import EN, ZH
from pdo_app.records import Participant, RosterRow
from pdo_app.training.proposals import FIELDS, Person
from pdo_app.ui.language import Language
from pdo_app.ui.theme import Layout
from pdo_app.ui.train.naming import sector_name
from pdo_app.ui.widgets.line_table import Cell, Column

HEADS = {
    "name": N_("Name"),
    "company": N_("Company"),
    "destination": N_("Destination"),
    "departure": N_("Departure"),
    "sector": N_("Sector"),
    "returnee": N_("Worked abroad before"),
    "phone": N_("Phone, last four"),
}
_WIDTHS = {
    "name": (128, 2),
    "company": (136, 4),
    "destination": (96, 1),
    "departure": (116, 0),
    "sector": (96, 2),
    "returnee": (172, 0),
    "phone": (128, 0),
}
_SHORT = 24
_FEWER = ("name", "company", "destination", "departure", "phone")
"""What has room in a narrow table; the rest stands in the details."""


def fields_for(layout: Layout) -> Sequence[str]:
    """Return the fields that the table of people shows."""
    return _FEWER if layout is Layout.B else tuple(HEADS)


def columns(language: Language, fields: Sequence[str]) -> list[Column]:
    """Return the heads of the table of people."""
    return [Column(language.words(HEADS[name]), *_WIDTHS[name]) for name in fields]


def cells(
    language: Language, person: Participant, fields: Sequence[str], *, headless: bool = False
) -> list[Cell]:
    """Return what the table of people says of one; ``headless`` where no column says what it is
    about."""
    yes = language.say(HEADS["returnee"] if headless else "Yes")
    found = []
    for name in fields:
        if name == "name":
            said = f"{person.name} · {language.say('walk-in')}" if person.walk_in else person.name
            found.append(Cell(said, bold=True))
        elif name == "returnee":
            found.append(Cell(yes if person.returnee else "", "ink_2"))
        else:
            found.append(Cell(value_words(language, name, getattr(person, name)), "ink_2"))
    return found


def value_words(language: Language, field: str, value: object) -> str:
    """Return a field of a person in the first language; nothing for what is not known."""
    if value is None or value == "":
        return ""
    if field == "destination":
        return language.texts.country(str(value))
    if field == "returnee":
        return language.say("Yes") if value else language.say("No")
    return sector_name(language, str(value)) if field == "sector" else str(value)


def short(name: str) -> str:
    """Return a name for a title or a sentence; what is too long for it ends in "…"."""
    return name if len(name) <= _SHORT else f"{name[: _SHORT - 1]}…"


def known(language: Language, person: Participant | Person) -> str:
    """Return what is known of a person beside the name, in one line."""
    values = (
        "" if name == "returnee" else value_words(language, name, getattr(person, name))
        for name in FIELDS
    )
    return " · ".join(value for value in values if value)


def heads(language: Language) -> dict[str, str]:
    """Return the heads of a file in the first language; an import knows them again."""
    return {name: language.say(source) for name, source in HEADS.items()}


def rows(language: Language, people: Sequence[Participant]) -> list[RosterRow]:
    """Return people as a file holds them."""
    return [
        RosterRow(
            line,
            person.name,
            **{name: value_words(language, name, getattr(person, name)) for name in FIELDS},
        )
        for line, person in enumerate(people, start=2)
    ]


def destination_names(language: Language, codes: Collection[str]) -> list[str]:
    """Return the names and codes by which a file may call the destinations."""
    country = language.texts.country
    return [name for code in codes for name in (code, country(code, ZH), country(code, EN))]


def changes_words(
    language: Language, old: Participant, person: Person, changes: Sequence[str]
) -> str:
    """Return what an import would change: the field, what is known and what comes."""
    parts = []
    for name in changes:
        before = value_words(language, name, getattr(old, name)) or "—"
        after = value_words(language, name, getattr(person, name))
        parts.append(f"{language.say(HEADS[name])}: {before} → {after}")
    return "; ".join(parts)
