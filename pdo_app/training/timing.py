"""What a session's log says about time: seconds taught per segment, and when. Pure functions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from pdo_app.records import EventVerb, SessionEvent
from pdo_app.training.agenda import LONGEST

VERBS = (
    EventVerb.PRESENTED,
    EventVerb.PAUSED,
    EventVerb.RESUMED,
    EventVerb.SEGMENT_BEGUN,
    EventVerb.SEGMENT_ENDED,
    EventVerb.SEGMENT_SKIPPED,
    EventVerb.CLOSED,
)
"""The lines that this needs, in the order in which they were written."""
GAP = "gap"
"""In the result of RESUMED: seconds without a sign of life."""
TAUGHT = "taught"
"""In the result of RESUMED: whether those count as taught."""
MOST_AT_ONCE = LONGEST * 60
"""Seconds between two lines. No segment is longer: where more have passed, the clock of the
computer was set, or it slept, and nothing was taught."""
_LONGEST_GAP = 10**9


@dataclass(slots=True)
class Span:
    """When a segment began for the first time, and ended for the last time; UTC."""

    begins: datetime
    ends: datetime


@dataclass(slots=True)
class Timing:
    """Where a presentation stands.

    ``seconds`` were spent on each segment, without pauses; ``visits`` tells each time that it was
    gone to, ``spans`` from the first to the last of them. ``card`` is what was shown last, ""
    before the first one; ``segment`` is the one that is on, None where none is; ``paused`` tells
    whether the clock stands; ``last`` is the time of the newest line.
    """

    seconds: dict[str, float] = field(default_factory=dict)
    spans: dict[str, Span] = field(default_factory=dict)
    visits: dict[str, list[Span]] = field(default_factory=dict)
    skipped: set[str] = field(default_factory=set)
    card: str = ""
    segment: str | None = None
    paused: bool = False
    last: datetime | None = None

    @property
    def running(self) -> bool:
        """Whether the clock runs."""
        return self.segment is not None and not self.paused

    def given(self) -> frozenset[str]:
        """Return the segments that were begun and not skipped."""
        return frozenset(self.spans.keys() - self.skipped)


def timing(events: Iterable[SessionEvent]) -> Timing:
    """Return what ``events`` (those of ``VERBS``, in order) say, up to the last of them."""
    state = Timing()
    for event in events:
        advance(state, event)
    return state


def advance(state: Timing, event: SessionEvent) -> None:
    """Take the next line into ``state``."""
    gap, taught = event.result.get(GAP), event.result.get(TAUGHT)
    if event.verb is EventVerb.RESUMED and isinstance(gap, int) and taught is not None:
        _pass(state, event.at - timedelta(seconds=max(0, min(gap, _LONGEST_GAP))))
        if taught:
            _pass(state, event.at, most=_LONGEST_GAP)
        state.last = event.at
    else:
        _pass(state, event.at)
    _take(state, event)


def at(state: Timing, moment: datetime) -> Timing:
    """Return what ``state`` is at ``moment``, when the segment that is on has gone on."""
    later = copy(state)
    _pass(later, moment)
    return later


def copy(state: Timing) -> Timing:
    """Return a state that goes on by itself."""
    return replace(
        state,
        seconds=dict(state.seconds),
        spans={name: replace(span) for name, span in state.spans.items()},
        visits={name: [replace(one) for one in spans] for name, spans in state.visits.items()},
        skipped=set(state.skipped),
    )


def _pass(state: Timing, now: datetime, most: float = MOST_AT_ONCE) -> None:
    """Let the clock run to ``now``; one that was set lets nothing pass."""
    if state.last is not None and state.segment is not None:
        spent = (now - state.last).total_seconds()
        if 0 <= spent <= most:
            if not state.paused:
                state.seconds[state.segment] = state.seconds.get(state.segment, 0.0) + spent
            for span in (state.spans[state.segment], state.visits[state.segment][-1]):
                span.ends = max(span.ends, now)
    state.last = now


def _take(state: Timing, event: SessionEvent) -> None:
    match event.verb:
        case EventVerb.PRESENTED:
            state.card = event.target
        case EventVerb.PAUSED:
            state.paused = True
        case EventVerb.RESUMED:
            state.paused = False
        case EventVerb.SEGMENT_BEGUN:
            state.segment = event.target
            state.skipped.discard(event.target)
            state.seconds.setdefault(event.target, 0.0)
            state.spans.setdefault(event.target, Span(event.at, event.at))
            state.visits.setdefault(event.target, []).append(Span(event.at, event.at))
        case EventVerb.SEGMENT_ENDED | EventVerb.CLOSED:
            state.segment, state.paused = None, False
        case EventVerb.SEGMENT_SKIPPED:
            state.skipped.add(event.target)
