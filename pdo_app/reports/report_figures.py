"""The figures at the top of a report: attendance, certificates, parts given, minutes."""

from __future__ import annotations

from dataclasses import dataclass

from pdo_app.records import SegmentKind
from pdo_app.reports.bilingual import Words
from pdo_app.reports.session_record import SessionRecord
from pdo_app.reports.wording import Wording
from pdo_app.training import agenda


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with its label. ``of`` is what it is counted of, "" where there is nothing."""

    label: Words
    value: str
    of: str = ""


@dataclass(frozen=True, slots=True)
class Sums:
    """What a session comes to. ``planned`` and ``real`` are minutes of those half-days of which
    the real ones are known; None where that is none."""

    parts: int
    given: int
    planned: int
    real: int | None


def sums(record: SessionRecord) -> Sums:
    """Count parts and minutes; breaks are no parts, but take their minutes."""
    parts = [
        one
        for half in record.session.plan
        for one in half.segments
        if one.kind is not SegmentKind.BREAK
    ]
    known = [half for number, half in enumerate(record.session.plan) if record.presented(number)]
    if not known:
        planned = sum(agenda.minutes(half.segments) for half in record.session.plan)
        return Sums(len(parts), record.given(), planned, None)
    seconds = sum(record.timing.seconds.get(one.id, 0.0) for half in known for one in half.segments)
    return Sums(
        parts=len(parts),
        given=record.given(),
        planned=sum(agenda.minutes(half.segments) for half in known),
        real=round(seconds / 60),
    )


def figures(record: SessionRecord, wording: Wording) -> tuple[Figure, ...]:
    """Word the figures; the minutes are real ones of planned ones, where they are known."""
    share, people = record.attended_share, len(record.grid.rows)
    count = sums(record)
    minutes = (
        Figure(wording.say("Planned minutes"), str(count.planned))
        if count.real is None
        else Figure(wording.say("Real and planned minutes"), str(count.real), str(count.planned))
    )
    return (
        Figure(wording.say("Attendance"), "–" if share is None else wording.texts.percent(share)),
        Figure(wording.say("Certificates"), str(len(record.earned)), str(people)),
        Figure(wording.say("Parts given"), str(count.given), str(count.parts)),
        minutes,
    )
