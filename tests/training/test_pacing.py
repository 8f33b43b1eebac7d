"""A half-day against its plan."""

from __future__ import annotations

from datetime import datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pdo_app.records import SegmentKind
from pdo_app.training.pacing import MUCH, TOLERANCE, Advice, Word, advice, pace
from tests.training.plans import DAY, half, segment

HALF = half(
    segment("open", 15),
    segment("fees", 40, essential=True),
    segment("tea", 15, SegmentKind.BREAK),
    segment("money", 25),
    segment("gone", 30, skipped=True),
    segment("close", 10, SegmentKind.CLOSING),
)


def at(hour: int, minute: int) -> datetime:
    return datetime.combine(DAY, time(hour, minute))


def test_on_time() -> None:
    found = pace(HALF, "fees", {"fees": 600.0}, at(9, 25))
    assert (found.left, found.behind, found.word) == (1800, 0, Word.ON_TIME)
    assert found.ends == at(10, 45)
    assert found.planned_now == "fees"


@pytest.mark.parametrize(
    ("minute", "behind", "word"),
    [
        (20, -5, Word.AHEAD),
        (27, 2, Word.ON_TIME),
        (28, 3, Word.BEHIND),
        (35, 10, Word.BEHIND),
        (36, 11, Word.FAR_BEHIND),
    ],
)
def test_words(minute: int, behind: int, word: Word) -> None:
    found = pace(HALF, "fees", {"fees": 600.0}, at(9, minute))
    assert (found.behind, found.word) == (behind, word)


def test_over_its_time_it_ends_now() -> None:
    found = pace(HALF, "open", {"open": 1200.0}, at(9, 20))
    assert (found.left, found.behind) == (-300, 5)
    assert found.ends == at(10, 50)


def test_before_and_after_the_plan_nothing_should_be_on() -> None:
    assert pace(HALF, "open", {}, at(8, 0)).planned_now == ""
    assert pace(HALF, "close", {}, at(12, 0)).planned_now == ""
    with pytest.raises(KeyError):
        pace(HALF, "z", {}, at(9, 0))


def test_advice_takes_what_is_not_essential_first() -> None:
    assert advice(HALF, "open", TOLERANCE) is None
    assert advice(HALF, "open", 4) == Advice("money", 4)
    assert advice(HALF, "open", 30) == Advice("fees", 30)
    assert advice(HALF, "open", 90) == Advice("fees", 35)
    assert advice(HALF, "money", 20) is None


@given(st.sampled_from(["open", "fees", "tea", "money"]), st.integers(-30, 120))
def test_advice_never_takes_more_than_there_is(name: str, behind: int) -> None:
    found = advice(HALF, name, behind)
    if found is not None:
        assert 0 < found.minutes <= behind
        (one,) = [one for one in HALF.segments if one.id == found.segment]
        assert one.minutes - found.minutes >= 5
    assert MUCH > TOLERANCE
