"""What the report of a session says, from top to bottom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pdo_app.errors import N_
from pdo_app.records import MarkKind
from pdo_app.reports import report_parts as parts
from pdo_app.reports.bilingual import Words
from pdo_app.reports.mark_words import MarkWords, legend, mark_words
from pdo_app.reports.report_figures import Figure, figures
from pdo_app.reports.report_parts import (
    AssessmentPart,
    CoveragePart,
    MinutesPart,
    NotesPart,
    SkippedPart,
    WallPart,
)
from pdo_app.reports.session_record import SessionRecord
from pdo_app.reports.session_words import (
    SessionHead,
    document_title,
    foot,
    half_column,
    session_head,
)
from pdo_app.reports.wording import Wording
from pdo_app.texts import Texts


@dataclass(frozen=True, slots=True)
class AttendanceRow:
    """A person and their marks in the order of the half-days. Who has ``earned`` it may have a
    certificate."""

    number: str
    name: str
    company: str
    marks: tuple[MarkWords, ...]
    earned: bool


@dataclass(frozen=True, slots=True)
class AttendancePart:
    """The attendance. ``totals`` says per half-day how many were there: "38 / 40"."""

    title: Words
    number: Words
    name: Words
    company: Words
    halves: tuple[Words, ...]
    certificate: Words
    rows: tuple[AttendanceRow, ...]
    total: Words
    totals: tuple[str, ...]
    legend: tuple[tuple[MarkKind, Words], ...]


@dataclass(frozen=True, slots=True)
class FurtherPart:
    """A table that another feature adds to the report: what tests and feedback will say."""

    title: Words
    columns: tuple[Words, ...]
    rows: tuple[tuple[Words, ...], ...]


@dataclass(frozen=True, slots=True)
class SessionReport:
    """The whole paper. ``further`` stands after the coverage; a part of which nothing is known
    is None."""

    document: str
    head: SessionHead
    figures: tuple[Figure, ...]
    attendance: AttendancePart
    coverage: CoveragePart | None
    further: tuple[FurtherPart, ...]
    minutes: MinutesPart
    skipped: SkippedPart | None
    wall: WallPart | None
    notes: NotesPart | None
    assessment: AssessmentPart | None
    signature: Words
    foot: Words


def session_report(
    record: SessionRecord, texts: Texts, today: date, further: tuple[FurtherPart, ...] = ()
) -> SessionReport:
    """Word the report of a session; ``today`` is the day of printing."""
    wording = Wording(texts)
    session = record.session
    head = session_head(
        N_("Session report"), session, record.centre, wording, len(record.grid.rows)
    )
    return SessionReport(
        document=document_title(head.title, session),
        head=head,
        figures=figures(record, wording),
        attendance=_attendance(record, wording),
        coverage=parts.coverage(record, wording),
        further=further,
        minutes=parts.minutes(record, wording),
        skipped=parts.skipped(record, wording),
        wall=parts.wall(record, wording),
        notes=parts.notes(record, wording),
        assessment=parts.assessment(record, wording),
        signature=wording.say("Date and signature of the trainer"),
        foot=foot(session, wording, today),
    )


def _attendance(record: SessionRecord, wording: Wording) -> AttendancePart:
    earned = record.earned
    rows = tuple(
        AttendanceRow(
            number=str(number),
            name=row.participant.name,
            company=row.participant.company,
            marks=tuple(mark_words(mark, wording) for mark in row.marks),
            earned=row.participant.id in earned,
        )
        for number, row in enumerate(record.grid.rows, 1)
    )
    return AttendancePart(
        title=wording.say("Attendance"),
        number=wording.say("No."),
        name=wording.say("Name"),
        company=wording.say("Company"),
        halves=tuple(half_column(half, wording) for half in record.grid.halves),
        certificate=wording.say("Certificate"),
        rows=rows,
        total=wording.say("There"),
        totals=tuple(f"{one.there} / {len(rows)}" for one in record.grid.totals),
        legend=legend(wording),
    )
