"""What the attendance sheet says: a row for each person, a column to sign in for each half-day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pdo_app.errors import N_
from pdo_app.records import Centre, MarkKind, TrainingSession
from pdo_app.reports.bilingual import Words
from pdo_app.reports.mark_words import MarkWords, legend, mark_words
from pdo_app.reports.session_words import (
    SessionHead,
    document_title,
    foot,
    half_column,
    session_head,
)
from pdo_app.reports.wording import Wording
from pdo_app.texts import Texts
from pdo_app.training.attendance import Grid

SPARE = 5
"""Empty rows at the end of a blank sheet, for people who walk in."""


@dataclass(frozen=True, slots=True)
class SheetPerson:
    """A person on the sheet. ``name`` and ``company`` are plain text exactly as typed; ``marks``
    are in the order of the half-days, all open on a blank sheet."""

    number: str
    name: str
    company: str
    phone: str
    marks: tuple[MarkWords, ...]


@dataclass(frozen=True, slots=True)
class SheetColumns:
    """The heads of the table."""

    number: Words
    name: Words
    company: Words
    phone: Words
    halves: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class AttendanceSheet:
    """The whole paper. ``legend`` explains the marks of a filled sheet; a blank one has none,
    and every cell is to be signed. ``signature`` is what the trainer signs with."""

    document: str
    head: SessionHead
    columns: SheetColumns
    people: tuple[SheetPerson, ...]
    legend: tuple[tuple[MarkKind, Words], ...]
    note: Words
    signature: Words
    foot: Words


def attendance_sheet(
    session: TrainingSession,
    centre: Centre,
    grid: Grid,
    texts: Texts,
    today: date,
    *,
    filled: bool,
) -> AttendanceSheet:
    """Word the sheet of a session: to sign on, or ``filled`` with the marks of ``grid``.
    ``today`` is the day of printing."""
    wording = Wording(texts)
    head = session_head(N_("Attendance sheet"), session, centre, wording, brief=True)
    halves = len(grid.halves)
    blank = tuple(mark_words(None, wording) for _ in range(halves))
    people = [
        SheetPerson(
            str(number),
            row.participant.name,
            row.participant.company,
            row.participant.phone,
            tuple(mark_words(mark, wording) for mark in row.marks) if filled else blank,
        )
        for number, row in enumerate(grid.rows, 1)
    ]
    if not filled:
        people += [SheetPerson("", "", "", "", blank) for _ in range(SPARE)]
    return AttendanceSheet(
        document=document_title(head.title, session),
        head=head,
        columns=SheetColumns(
            number=wording.say("No."),
            name=wording.say("Name"),
            company=wording.say("Company"),
            phone=wording.say("Phone, last four"),
            halves=tuple(half_column(half, wording) for half in grid.halves),
        ),
        people=tuple(people),
        legend=legend(wording) if filled else (),
        note=wording.say("An empty cell is to be signed by hand.")
        if filled
        else wording.say("Each person signs once for each half-day."),
        signature=wording.say("Date and signature of the trainer"),
        foot=foot(session, wording, today),
    )
