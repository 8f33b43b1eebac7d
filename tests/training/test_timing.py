from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from pdo_app.records import EventVerb, SessionEvent
from pdo_app.training.timing import VERBS, Span, advance, at, timing

from .conftest import NOON

ONE = UUID(int=1)


def line(
    seconds: float, verb: EventVerb, target: str = "", result: dict[str, object] | None = None
) -> SessionEvent:
    moment = NOON + timedelta(seconds=seconds)
    return SessionEvent(ONE, ONE, verb, target, moment, "1", "d", 1, result=result or {})


def test_nothing_happened() -> None:
    state = timing([])

    assert (state.seconds, state.card, state.segment, state.running) == ({}, "", None, False)
    assert at(state, NOON).seconds == {}


def test_a_morning() -> None:
    state = timing(
        [
            line(0, EventVerb.SEGMENT_BEGUN, "a"),
            line(0, EventVerb.PRESENTED, "a/1"),
            line(60, EventVerb.PRESENTED, "a/2"),
            line(90, EventVerb.PAUSED, "a/2"),
            line(390, EventVerb.RESUMED, "a/2"),
            line(400, EventVerb.SEGMENT_ENDED, "a"),
            line(400, EventVerb.SEGMENT_BEGUN, "b"),
            line(400, EventVerb.PRESENTED, "b/1"),
            line(500, EventVerb.SEGMENT_ENDED, "b"),
            line(900, EventVerb.SEGMENT_BEGUN, "a"),
            line(910, EventVerb.SEGMENT_ENDED, "a"),
            line(910, EventVerb.SEGMENT_SKIPPED, "c"),
        ]
    )

    assert state.seconds == {"a": 110.0, "b": 100.0}
    assert state.spans["a"] == Span(NOON, NOON + timedelta(seconds=910))
    assert [(span.begins - NOON).seconds for span in state.visits["a"]] == [0, 900]
    assert [(span.ends - NOON).seconds for span in state.visits["a"]] == [400, 910]
    assert state.card == "b/1"
    assert state.skipped == {"c"}
    assert state.given() == {"a", "b"}
    assert not state.running


def test_a_segment_that_is_still_on() -> None:
    state = timing([line(0, EventVerb.SEGMENT_BEGUN, "a"), line(20, EventVerb.PRESENTED, "a/1")])
    later = at(state, NOON + timedelta(seconds=50))

    assert (state.seconds, later.seconds) == ({"a": 20.0}, {"a": 50.0})
    assert state.spans["a"].ends < later.spans["a"].ends
    assert later.running


def test_closing_ends_what_is_on() -> None:
    state = timing([line(0, EventVerb.SEGMENT_BEGUN, "a"), line(20, EventVerb.CLOSED)])

    assert (state.seconds, state.segment) == ({"a": 20.0}, None)


def test_other_lines_say_nothing() -> None:
    state = timing([line(0, EventVerb.SEGMENT_BEGUN, "a"), line(20, EventVerb.NOTED, "a/1")])

    assert (state.segment, state.card) == ("a", "")


def test_a_clock_that_was_set_back() -> None:
    state = timing(
        [
            line(100, EventVerb.SEGMENT_BEGUN, "a"),
            line(0, EventVerb.PRESENTED, "a/1"),
            line(30, EventVerb.SEGMENT_ENDED, "a"),
        ]
    )

    assert state.seconds == {"a": 30.0}


def test_a_gap_counts_where_somebody_says_so() -> None:
    before = [line(0, EventVerb.SEGMENT_BEGUN, "a"), line(100, EventVerb.PRESENTED, "a/1")]
    said = [
        timing([*before, line(400, EventVerb.RESUMED, "a/1", result)]).seconds["a"]
        for result in (
            {"gap": 300, "taught": True},
            {"gap": 300, "taught": False},
            {"gap": 500, "taught": False},
            {},
        )
    ]

    assert said == [400.0, 100.0, 100.0, 400.0]
    nothing_on = timing([line(0, EventVerb.RESUMED, "", {"gap": 9, "taught": False})])
    assert nothing_on.seconds == {}


def test_a_clock_that_was_set_forward_by_a_day() -> None:
    day = 24 * 60 * 60
    begun = [line(0, EventVerb.SEGMENT_BEGUN, "a"), line(100, EventVerb.PRESENTED, "a/1")]
    state = timing(begun)

    assert at(state, NOON + timedelta(seconds=day)).seconds == {"a": 100.0}
    advance(state, line(day, EventVerb.PRESENTED, "a/2"))
    advance(state, line(day + 60, EventVerb.PRESENTED, "a/3"))
    advance(state, line(200, EventVerb.PRESENTED, "a/4"))  # and set back again
    advance(state, line(220, EventVerb.SEGMENT_ENDED, "a"))
    assert state.seconds == {"a": 180.0}


def test_a_night_without_power_takes_nothing_away() -> None:
    night = 18 * 60 * 60
    begun = [line(0, EventVerb.SEGMENT_BEGUN, "a"), line(600, EventVerb.PRESENTED, "a/1")]
    said = [
        timing([*begun, line(night, EventVerb.RESUMED, "a/1", {"gap": gap, "taught": taught})])
        for gap, taught in ((night - 600, False), (night - 600, True), (10**30, False))
    ]

    assert [state.seconds["a"] for state in said] == [600.0, night, 600.0]
    assert said[0].spans["a"].ends == NOON + timedelta(seconds=600)


def test_a_segment_that_was_skipped_and_then_given() -> None:
    state = timing([line(0, EventVerb.SEGMENT_SKIPPED, "a"), line(5, EventVerb.SEGMENT_BEGUN, "a")])

    assert state.given() == {"a"}


@given(
    st.lists(
        st.tuples(st.sampled_from(VERBS), st.sampled_from("abc"), st.integers(-5, 60)), max_size=20
    )
)
def test_whatever_is_in_the_log_time_is_never_negative(
    said: list[tuple[EventVerb, str, int]],
) -> None:
    moment, lines = 0, []
    for verb, target, step in said:
        moment += step
        lines.append(line(moment, verb, target))
    state = timing(lines)

    assert all(seconds >= 0 for seconds in state.seconds.values())
    assert sum(state.seconds.values()) <= 60 * len(lines)
    assert all(span.begins <= span.ends for span in state.spans.values())
