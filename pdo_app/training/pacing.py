"""How a half-day goes against its plan: pure functions of plan, clock and time taught.

``behind`` is how much later the segment at hand will end than planned, if it takes the minutes
that it was given and ends no earlier than now. Its words and colour change only past two minutes:
nobody should be told of a delay that a sentence makes up for.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from pdo_app.records import PlannedHalf, PlannedSegment, SegmentKind
from pdo_app.training.agenda import SHORTEST, timetable

TOLERANCE = 2
"""Minutes off the plan that still count as on time."""
MUCH = 10
"""Minutes behind from which the delay is a serious one."""


class Word(StrEnum):
    """How the half-day goes."""

    AHEAD = "ahead"
    ON_TIME = "on_time"
    BEHIND = "behind"
    FAR_BEHIND = "far_behind"


@dataclass(frozen=True, slots=True)
class Pace:
    """A segment against its plan. ``elapsed`` and ``left`` are seconds of teaching (``left`` is
    negative when it is over its time), ``behind`` minutes (negative: ahead), ``ends`` when the
    half-day will end if nothing changes (local), ``planned_now`` the id of the segment that
    should be on now, or "" outside the plan."""

    segment: str
    elapsed: float
    left: float
    behind: int
    word: Word
    ends: datetime
    planned_now: str


def pace(half: PlannedHalf, segment: str, taught: Mapping[str, float], now: datetime) -> Pace:
    """Return the pace of ``half`` while ``segment`` is on. ``taught`` holds the seconds spent on
    each segment so far, ``now`` is local time without a zone. Raises KeyError."""
    slots = {slot.segment.id: slot for slot in timetable((half,))}
    slot = slots[segment]
    elapsed = taught.get(segment, 0.0)
    left = slot.segment.minutes * 60 - elapsed
    ends = now + timedelta(seconds=max(0.0, left))
    behind = round((ends - slot.ends).total_seconds() / 60)
    rest = timedelta(
        seconds=sum(
            max(0.0, (later.ends - later.begins).total_seconds())
            for later in slots.values()
            if later.begins >= slot.ends and later is not slot
        )
    )
    planned = (s.segment.id for s in slots.values() if s.begins <= now < s.ends)
    return Pace(segment, elapsed, left, behind, _word(behind), ends + rest, next(planned, ""))


def _word(behind: int) -> Word:
    if behind > MUCH:
        return Word.FAR_BEHIND
    if behind > TOLERANCE:
        return Word.BEHIND
    return Word.AHEAD if behind < -TOLERANCE else Word.ON_TIME


@dataclass(frozen=True, slots=True)
class Advice:
    """Which later segment could give up how many minutes, so that the half-day ends on time."""

    segment: str
    minutes: int


def advice(half: PlannedHalf, segment: str, behind: int) -> Advice | None:
    """Return what to shorten when the half-day is ``behind`` by minutes: the first later segment
    that can give them all, not essential before essential; where none can, the one that can give
    most. None when on time or where nothing is left to shorten. Breaks are left alone: people
    need them."""
    if behind <= TOLERANCE:
        return None
    ids = [one.id for one in half.segments]
    later = [one for one in half.segments[ids.index(segment) + 1 :] if _can_give(one)]
    for one in sorted(later, key=lambda one: one.essential):
        if one.minutes - SHORTEST >= behind:
            return Advice(one.id, behind)
    if not later:
        return None
    most = max(later, key=lambda one: one.minutes)
    return Advice(most.id, most.minutes - SHORTEST)


def _can_give(one: PlannedSegment) -> bool:
    if one.skipped or one.kind in (SegmentKind.BREAK, SegmentKind.CLOSING):
        return False
    return one.minutes > SHORTEST
