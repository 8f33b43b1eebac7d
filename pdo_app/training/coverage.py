"""Which topics each person has had: from attendance and from the segments really given."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from pdo_app.records import (
    EventVerb,
    Mark,
    MarkKind,
    Participant,
    PlannedHalf,
    PlannedSegment,
    TrainingSession,
)
from pdo_app.store.database import Store
from pdo_app.training import timing
from pdo_app.training.agenda import Plan, timetable
from pdo_app.training.attendance import Marks, marks_of
from pdo_app.training.timing import Timing

Visits = Sequence[tuple[int, int]]
"""Local minutes, counted from the midnight before the half-day, between which a segment was on."""
Times = Mapping[str, Visits]
"""The visits of those segments that were given."""
_NIGHT = 24 * 60


@dataclass(frozen=True, slots=True)
class Covered:
    """The lessons (ids, in the order of the plan) that a person has ``had``, and has ``missed``
    although the class had them."""

    participant: Participant
    had: tuple[str, ...]
    missed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ledger:
    """Who has had what. ``given`` are the lessons that the class had, ``left_out`` those of the
    plan that it had not, whoever was there."""

    given: tuple[str, ...]
    left_out: tuple[str, ...]
    rows: tuple[Covered, ...]


class Coverage:
    """Reckons coverage from ``store``."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def ledger(self, session: TrainingSession) -> Ledger:
        """Return who has had which lessons of a session until now."""
        events = self._store.events.of(session.id, EventVerb.MARKED, *timing.VERBS)
        shown = (event for event in events if event.verb is not EventVerb.MARKED)
        times = times_given(session.plan, timing.timing(shown), _local)
        return ledger(
            session.plan, self._store.participants.of(session.id), marks_of(events), times
        )


def times_given(
    plan: Plan, real: Timing, local: Callable[[datetime], datetime]
) -> dict[str, Visits]:
    """Return when the segments of ``plan`` were given. ``local`` turns UTC into local time.

    Where a half-day was presented with the application, only its segments that were begun and not
    skipped count, at their real times; where none was, those of the plan at their planned times.
    """
    given = real.given()
    planned = {slot.segment.id: slot for slot in timetable(plan)}
    found: dict[str, Visits] = {}
    for half in plan:
        presented = any(segment.id in real.spans for segment in half.segments)
        for segment in half.segments:
            if presented and segment.id in given:
                spans = real.visits[segment.id]
                visits = [(local(span.begins), local(span.ends)) for span in spans]
                found[segment.id] = _minutes(_of_its_day(visits, half), half)
            elif not presented and not segment.skipped and segment.id not in real.skipped:
                slot = planned[segment.id]
                found[segment.id] = _minutes([(slot.begins, slot.ends)], half)
    return found


def ledger(plan: Plan, people: Iterable[Participant], marks: Marks, times: Times) -> Ledger:
    """Return who has had which lessons. ``times`` holds the segments that were given."""
    lessons = _lessons(segment for half in plan for segment in half.segments)
    given = _lessons(segment for half in plan for segment in half.segments if segment.id in times)
    rows = []
    for person in people:
        own = marks.get(person.id, {})
        had = _lessons(
            segment
            for half in plan
            for mark in (_on_clock(own.get(half.id), half),)
            for segment in half.segments
            if segment.id in times and was_there(mark, times[segment.id])
        )
        missed = tuple(lesson for lesson in given if lesson not in had)
        rows.append(Covered(person, had, missed))
    left_out = tuple(lesson for lesson in lessons if lesson not in given)
    return Ledger(given, left_out, tuple(rows))


def was_there(mark: Mark | None, visits: Visits) -> bool:
    """Tell whether somebody with ``mark`` had a segment that was on in ``visits``: who came late
    or left early has had it if they were there for half of it."""
    if mark is None or mark.kind in (MarkKind.ABSENT, MarkKind.EXCUSED):
        return False
    if mark.at is None or mark.kind is MarkKind.PRESENT:
        return True
    late = mark.kind is MarkKind.LATE
    # A visit of no minute counts a little, so that there is a half of it.
    whole = [(begins, max(ends, begins + 1)) for begins, ends in visits]
    missed = sum(max(0, min(ends, mark.at) - begins) for begins, ends in whole)
    length = sum(ends - begins for begins, ends in whole)
    had = length - missed if late else missed
    return 2 * had >= length


def _on_clock(mark: Mark | None, half: PlannedHalf) -> Mark | None:
    """Return ``mark`` with its time on the clock of ``half``."""
    if mark is None or mark.at is None:
        return mark
    return replace(mark, at=_near(mark.at, half.start))


def _minutes(visits: Sequence[tuple[datetime, datetime]], half: PlannedHalf) -> Visits:
    found = []
    for begins, ends in visits:
        first = _near(_minute(begins), half.start)
        found.append((first, first + max(0, round((ends - begins).total_seconds() / 60))))
    return tuple(found)


def _near(minute: int, start: int) -> int:
    """Return a minute of the day so that what comes after midnight is later than ``start``."""
    return (minute - start + _NIGHT // 2) % _NIGHT + start - _NIGHT // 2


def _of_its_day(
    visits: Sequence[tuple[datetime, datetime]], half: PlannedHalf
) -> Sequence[tuple[datetime, datetime]]:
    """Leave out when a segment was shown again on another day: who is there then is marked there.
    A half-day that was given on another day than planned counts by the day of its first visit."""
    days = [begins.date() for begins, _ in visits]
    day = half.day if half.day in days else days[0]
    return [visit for visit, on in zip(visits, days, strict=True) if on == day]


def _lessons(segments: Iterable[PlannedSegment]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(lesson for segment in segments for lesson in segment.lessons))


def _minute(moment: datetime) -> int:
    return moment.hour * 60 + moment.minute


def _local(moment: datetime) -> datetime:
    return moment.astimezone()
