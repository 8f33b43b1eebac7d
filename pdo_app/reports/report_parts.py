"""The parts of a report below the attendance: coverage, minutes, what was left out, the wall,
notes, and the trainer's look back."""

from __future__ import annotations

from dataclasses import dataclass

from pdo_app.content.model import Text
from pdo_app.errors import N_
from pdo_app.records import PlannedSegment
from pdo_app.reports.bilingual import Words
from pdo_app.reports.session_record import SessionRecord
from pdo_app.reports.session_words import half_title, segment_title
from pdo_app.reports.wording import Wording, joined
from pdo_app.training.evaluation import LINES, SCALE
from pdo_app.training.wall import WallKind, WallState

KINDS = {
    WallKind.KNOW: N_("I know"),
    WallKind.WANT: N_("I want to know"),
    WallKind.WORRY: N_("I worry"),
}
STATES = {
    WallState.OPEN: N_("Not answered yet"),
    WallState.PARKED: N_("For later"),
    WallState.ANSWERED: N_("Answered"),
}


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """A person, how many lessons they had of those that the class had, and which they missed."""

    name: str
    had: str
    missed: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class CoveragePart:
    """Who has had what: ``given`` are the lessons of the class, ``left_out`` those of the plan
    that it had not. ``all_had`` stands for the missed ones of a person who had everything."""

    title: Words
    name: Words
    had: Words
    missed: Words
    all_had: Words
    rows: tuple[CoverageRow, ...]
    given_label: Words
    given: tuple[Words, ...]
    left_out_label: Words
    left_out: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class MinutesRow:
    """A part with its planned and real minutes; ``real`` is None where that is not known,
    ``state`` says that it was left out, or nothing."""

    title: Words
    planned: int
    real: int | None
    state: Words


@dataclass(frozen=True, slots=True)
class MinutesHalf:
    """The parts of a half-day with their sums."""

    title: Words
    rows: tuple[MinutesRow, ...]
    planned: int
    real: int | None


@dataclass(frozen=True, slots=True)
class MinutesPart:
    """Planned and real minutes; ``note`` says why real ones are missing, or nothing."""

    title: Words
    part: Words
    planned: Words
    real: Words
    total: Words
    halves: tuple[MinutesHalf, ...]
    note: Words


@dataclass(frozen=True, slots=True)
class SkippedRow:
    """A part that the class did not have, or had cut short, and why in the trainer's words; ""
    where nothing was written."""

    title: Words
    state: Words
    reason: str


@dataclass(frozen=True, slots=True)
class SkippedPart:
    """What was left out and why; ``no_reason`` stands where nothing was written."""

    title: Words
    no_reason: Words
    rows: tuple[SkippedRow, ...]


@dataclass(frozen=True, slots=True)
class WallRow:
    """An entry of the wall, plain text exactly as typed."""

    text: str
    kind: Words
    state: Words


@dataclass(frozen=True, slots=True)
class WallPart:
    """The wall, what is not answered first."""

    title: Words
    entry: Words
    kind: Words
    state: Words
    rows: tuple[WallRow, ...]


@dataclass(frozen=True, slots=True)
class NotesPart:
    """What is to be talked about later: the note as typed, and what was on the screen."""

    title: Words
    note: Words
    card: Words
    rows: tuple[tuple[str, Words], ...]


@dataclass(frozen=True, slots=True)
class AssessmentRow:
    """A line of the look back; ``answer`` is 1 to 4, None where it was not answered."""

    sentence: Words
    answer: int | None


@dataclass(frozen=True, slots=True)
class AssessmentPart:
    """The look back: ``scale`` names the answers 1 to 4, ``notes`` is plain text as typed."""

    title: Words
    scale: tuple[Words, ...]
    rows: tuple[AssessmentRow, ...]
    notes_label: Words
    notes: str


def coverage(record: SessionRecord, wording: Wording) -> CoveragePart | None:
    """Return who has had what; None where the class had no lesson."""
    ledger = record.ledger

    def names(lessons: tuple[str, ...]) -> tuple[Words, ...]:
        return tuple(wording.text(record.topics[lesson].title) for lesson in lessons)

    if not ledger.given:
        return None
    return CoveragePart(
        title=wording.say("Topics that each person has had"),
        name=wording.say("Name"),
        had=wording.say("Had"),
        missed=wording.say("Missed"),
        all_had=wording.say("Nothing"),
        rows=tuple(
            CoverageRow(
                row.participant.name,
                f"{len(row.had)} / {len(ledger.given)}",
                names(row.missed),
            )
            for row in ledger.rows
        ),
        given_label=wording.say("The class had"),
        given=names(ledger.given),
        left_out_label=wording.say("Planned, but not given"),
        left_out=names(ledger.left_out),
    )


def minutes(record: SessionRecord, wording: Wording) -> MinutesPart:
    """Return planned and real minutes of every part."""
    gone = {one.id for one in record.left_out()}
    halves, unknown = [], False
    for number, half in enumerate(record.session.plan):
        presented = record.presented(number)
        unknown = unknown or not presented
        rows = tuple(
            MinutesRow(
                title=segment_title(one, wording),
                planned=0 if one.skipped else one.minutes,
                real=record.real_minutes(one),
                state=wording.say("Not given") if one.id in gone else Words(""),
            )
            for one in half.segments
        )
        seconds = sum(record.timing.seconds.get(one.id, 0.0) for one in half.segments)
        halves.append(
            MinutesHalf(
                title=half_title(half, wording),
                rows=rows,
                planned=sum(row.planned for row in rows),
                real=round(seconds / 60) if presented else None,
            )
        )
    return MinutesPart(
        title=wording.say("Planned and real minutes"),
        part=wording.say("Part"),
        planned=wording.say("Plan"),
        real=wording.say("Real"),
        total=wording.say("Total"),
        halves=tuple(halves),
        note=wording.say("Real minutes are known where the class was taught with this program.")
        if unknown
        else Words(""),
    )


def skipped(record: SessionRecord, wording: Wording) -> SkippedPart | None:
    """Return what was left out or cut short, and why; None where that is nothing."""
    gone = {one.id for one in record.left_out()}
    reasons = record.assessment.reasons
    rows = []
    for half in record.session.plan:
        for one in half.segments:
            if one.id in gone or one.id in reasons:
                rows.append(_skipped_row(record, one, wording, gone=one.id in gone))
    if not rows:
        return None
    return SkippedPart(
        title=wording.say("What was left out, and why"),
        no_reason=wording.say("No reason was written."),
        rows=tuple(rows),
    )


def _skipped_row(
    record: SessionRecord, one: PlannedSegment, wording: Wording, *, gone: bool
) -> SkippedRow:
    return SkippedRow(
        title=segment_title(one, wording),
        state=wording.say("Not given") if gone else wording.say("Cut short"),
        reason=record.assessment.reasons.get(one.id, ""),
    )


def wall(record: SessionRecord, wording: Wording) -> WallPart | None:
    """Return the wall; None where it is empty. Entries come with the open ones first."""
    if not record.wall:
        return None
    return WallPart(
        title=wording.say("Questions and worries"),
        entry=wording.say("Entry"),
        kind=wording.say("Kind"),
        state=wording.say("State"),
        rows=tuple(
            WallRow(one.text, wording.say(KINDS[one.kind]), wording.say(STATES[one.state]))
            for one in record.wall
        ),
    )


def notes(record: SessionRecord, wording: Wording) -> NotesPart | None:
    """Return the notes for later; None where there are none."""
    if not record.notes:
        return None
    return NotesPart(
        title=wording.say("To talk about later"),
        note=wording.say("Note"),
        card=wording.say("Slide"),
        rows=tuple(
            (note.text, wording.text(record.cards.get(note.card, Text("", ""))))
            for note in record.notes
        ),
    )


def assessment(record: SessionRecord, wording: Wording) -> AssessmentPart | None:
    """Return the look back; None where the trainer wrote nothing."""
    written = record.assessment
    if not (written.answers or written.notes):
        return None
    return AssessmentPart(
        title=wording.say("The trainer's look back"),
        scale=tuple(joined((Words(str(n)), wording.say(name)), " ") for n, name in SCALE),
        rows=tuple(
            AssessmentRow(wording.say(sentence), written.answers.get(line))
            for line, sentence in LINES
        ),
        notes_label=wording.say("Notes for the next time"),
        notes=written.notes,
    )
