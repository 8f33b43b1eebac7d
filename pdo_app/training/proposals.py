"""What an import would do, row by row, before anything is written. Pure functions.

A name alone never says that two rows are one person. The same name with the same digits of the
phone does, or with the same company, destination and departure; everything else that may be the
same person is put to the trainer.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from pdo_app.errors import N_, Message
from pdo_app.records import Participant, RosterRow
from pdo_app.training import roster_words, sectors
from pdo_app.training.inputs import LONGEST


class ProposalKind(StrEnum):
    """What is to become of a row."""

    ADD = "add"
    UPDATE = "update"
    SAME = "same"
    UNSURE = "unsure"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Person:
    """What a row says about a person, read; empty or None is what it does not say."""

    name: str
    company: str = ""
    destination: str = ""
    departure: date | None = None
    sector: str = ""
    returnee: bool | None = None
    phone: str = ""


FIELDS = ("company", "destination", "departure", "sector", "returnee", "phone")
"""What a row can say beside the name."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is to become of ``row``.

    ``person`` is what it says; None where it is BAD, which ``message`` explains. ``matches`` are
    the people who are (UPDATE, SAME: one) or may be (UNSURE) meant. ``changes`` names the fields
    that an UPDATE would change; what a row leaves empty stays. UNSURE without matches is a second
    row of the same name.
    """

    row: RosterRow
    kind: ProposalKind
    person: Person | None = None
    matches: tuple[Participant, ...] = ()
    changes: tuple[str, ...] = ()
    message: Message | None = None


def propose_rows(
    rows: Sequence[RosterRow], existing: Iterable[Participant], codes: Mapping[str, str]
) -> tuple[Proposal, ...]:
    """Return what would become of each of ``rows`` in a roster of ``existing`` people. ``codes``
    maps names of destinations (as ``roster_words.name_key`` gives them) to ISO codes."""
    here: dict[str, list[Participant]] = {}
    for participant in existing:
        here.setdefault(roster_words.name_key(participant.name), []).append(participant)
    before: dict[str, list[tuple[int, Person]]] = {}
    found = []
    for row in rows:
        try:
            person = read_row(row, codes)
        except roster_words.WordsError as error:
            found.append(Proposal(row, ProposalKind.BAD, message=error.message))
            continue
        key = roster_words.name_key(person.name)
        earlier = before.setdefault(key, [])
        found.append(
            _repeated(row, person, earlier, here.get(key, []))
            or _proposal(row, person, here.get(key, []))
        )
        earlier.append((row.line, person))
    return tuple(found)


def read_row(row: RosterRow, codes: Mapping[str, str]) -> Person:
    """Return what ``row`` says. Raises WordsError for what cannot be read."""
    name = " ".join(row.name.split())
    if not name:
        raise roster_words.WordsError(Message(N_("This row has no name.")))
    for words in (name, row.company, row.sector):
        if len(words.strip()) > LONGEST:
            raise roster_words.WordsError(
                Message(
                    N_("This is too long: {words}…. Keep it to {most} characters."),
                    {"words": words.strip()[:20], "most": LONGEST},
                )
            )
    return Person(
        name=name,
        company=row.company.strip(),
        destination=roster_words.destination(row.destination, codes),
        departure=roster_words.day(row.departure),
        sector=sectors.kept(row.sector.strip()),
        returnee=roster_words.yes(row.returnee),
        phone=roster_words.phone(row.phone),
    )


def changed(participant: Participant, person: Person) -> tuple[Participant, tuple[str, ...]]:
    """Return ``participant`` with what ``person`` says of them, and which fields that changes.
    What is empty changes nothing."""
    changes = {
        field: value
        for field in FIELDS
        if (value := getattr(person, field)) not in ("", None, getattr(participant, field))
    }
    return replace(participant, **changes), tuple(changes)


def same_person(participant: Participant, person: Person) -> bool:
    """Tell whether more than the name says that both are one person."""
    if participant.phone and person.phone:
        return participant.phone == person.phone
    return all(
        getattr(person, field) and getattr(person, field) == getattr(participant, field)
        for field in ("company", "destination", "departure")
    )


def _repeated(
    row: RosterRow,
    person: Person,
    earlier: Sequence[tuple[int, Person]],
    people: Sequence[Participant],
) -> Proposal | None:
    """Return the proposal for a second row of one name, None for the first."""
    if not earlier:
        return None
    for line, other in earlier:
        if person == other and _says_enough(person):
            message = Message(N_("This row says the same as row {line}."), {"line": line})
            return Proposal(row, ProposalKind.SAME, person, message=message)
    message = Message(N_("Row {line} has the same name."), {"line": earlier[0][0]})
    return Proposal(row, ProposalKind.UNSURE, person, tuple(people), message=message)


def _says_enough(person: Person) -> bool:
    """Tell whether somebody who says the same can be nobody else."""
    return bool(person.phone or (person.company and person.destination and person.departure))


def _proposal(row: RosterRow, person: Person, people: Sequence[Participant]) -> Proposal:
    if not people:
        return Proposal(row, ProposalKind.ADD, person)
    sure = [participant for participant in people if same_person(participant, person)]
    if len(sure) != 1:
        message = Message(N_("Somebody of this name is on the roster already."))
        return Proposal(row, ProposalKind.UNSURE, person, tuple(sure or people), message=message)
    _, changes = changed(sure[0], person)
    kind = ProposalKind.UPDATE if changes else ProposalKind.SAME
    return Proposal(row, kind, person, tuple(sure), changes)
