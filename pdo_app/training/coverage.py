"""Which topics each person has had: from attendance and from the segments really given."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from pdo_app.records import (
    EventVerb,
    Mark,
    MarkKind,
    Participant,
    PlannedSegment,
    TrainingSession,
)
from pdo_app.store.database import Store
from pdo_app.training import timing
from pdo_app.training.agenda import Plan, timetable
from pdo_app.training.attendance import Marks, marks_of
from pdo_app.training.timing import Timing

Times = Mapping[str, tuple[int, int]]
"""Segment -> local minutes from midnight at which it began and ended. Holds those segments that
were given."""


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
) -> dict[str, tuple[int, int]]:
    """Return when the segments of ``plan`` were given. ``local`` turns UTC into local time.

    Where a half-day was presented with the application, only its segments that were begun and not
    skipped count, at their real times; where none was, those of the plan at their planned times.
    """
    given = real.given()
    planned = {slot.segment.id: slot for slot in timetable(plan)}
    found: dict[str, tuple[int, int]] = {}
    for half in plan:
        presented = any(segment.id in real.spans for segment in half.segments)
        for segment in half.segments:
            if presented and segment.id in given:
                span = real.spans[segment.id]
                found[segment.id] = (_minute(local(span.begins)), _minute(local(span.ends)))
            elif not presented and not segment.skipped and segment.id not in real.skipped:
                slot = planned[segment.id]
                found[segment.id] = (_minute(slot.begins), _minute(slot.ends))
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
            for segment in half.segments
            if segment.id in times and was_there(own.get(half.id), *times[segment.id])
        )
        missed = tuple(lesson for lesson in given if lesson not in had)
        rows.append(Covered(person, had, missed))
    left_out = tuple(lesson for lesson in lessons if lesson not in given)
    return Ledger(given, left_out, tuple(rows))


def was_there(mark: Mark | None, begins: int, ends: int) -> bool:
    """Tell whether somebody with ``mark`` had a segment from ``begins`` to ``ends`` (minutes from
    midnight): who came late or left early has had it if they were there for half of it."""
    if mark is None or mark.kind in (MarkKind.ABSENT, MarkKind.EXCUSED):
        return False
    middle = (begins + ends) / 2
    if mark.kind is MarkKind.LATE and mark.at is not None:
        return mark.at <= middle
    if mark.kind is MarkKind.LEFT_EARLY and mark.at is not None:
        return mark.at >= middle
    return True


def _lessons(segments: Iterable[PlannedSegment]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(lesson for segment in segments for lesson in segment.lessons))


def _minute(moment: datetime) -> int:
    return moment.hour * 60 + moment.minute


def _local(moment: datetime) -> datetime:
    return moment.astimezone()
