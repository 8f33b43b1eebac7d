from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from pdo_app.records import Mark, MarkKind, Participant, TrainingSession
from pdo_app.training import agenda
from pdo_app.training.coverage import Covered, Ledger, ledger, times_given, was_there
from pdo_app.training.timing import Span, Timing

from .conftest import NOON, Desk
from .plans import half, segment

PERSON = Participant(UUID(int=1), UUID(int=9), "王芳", NOON, NOON)
PLAN = (
    half(
        segment("a", 30, lessons=("l/1", "l/2")),
        segment("b", 30, lessons=("l/3",)),
        segment("c", 30, lessons=("l/4",), skipped=True),
    ),
    half(segment("d", 30, lessons=("l/5", "l/1")), name="h2", start=780),
)


@pytest.mark.parametrize(
    ("mark", "wanted"),
    [
        (None, False),
        (Mark(MarkKind.ABSENT), False),
        (Mark(MarkKind.EXCUSED), False),
        (Mark(MarkKind.PRESENT), True),
        (Mark(MarkKind.LATE, 555), True),
        (Mark(MarkKind.LATE, 556), False),
        (Mark(MarkKind.LATE), True),
        (Mark(MarkKind.LEFT_EARLY, 555), True),
        (Mark(MarkKind.LEFT_EARLY, 554), False),
        (Mark(MarkKind.LEFT_EARLY), True),
    ],
)
def test_half_of_a_segment_is_enough(mark: Mark | None, wanted: bool) -> None:
    assert was_there(mark, [(540, 570)]) is wanted


@pytest.mark.parametrize(
    ("mark", "wanted"),
    [
        (Mark(MarkKind.LATE, 600), False),  # came for the words at the end alone
        (Mark(MarkKind.LATE, 556), True),
        (Mark(MarkKind.LATE, 557), False),
        (Mark(MarkKind.LEFT_EARLY, 600), True),
        (Mark(MarkKind.LEFT_EARLY, 557), True),
        (Mark(MarkKind.LEFT_EARLY, 555), False),
    ],
)
def test_a_segment_that_is_shown_again_for_a_moment(mark: Mark, wanted: bool) -> None:
    assert was_there(mark, [(540, 570), (700, 702)]) is wanted


def test_a_visit_of_less_than_a_minute() -> None:
    assert was_there(Mark(MarkKind.LATE, 540), [(540, 540)])
    assert not was_there(Mark(MarkKind.LATE, 541), [(540, 540)])
    assert was_there(Mark(MarkKind.LEFT_EARLY, 541), [(540, 540)])
    assert not was_there(Mark(MarkKind.LEFT_EARLY, 540), [(540, 540)])


def test_a_half_day_past_midnight() -> None:
    night = (
        half(segment("a", 60, lessons=("l/1",)), segment("b", 60, lessons=("l/2",)), start=1380),
    )
    times = times_given(night, Timing(), lambda moment: moment)
    assert times == {"a": ((1380, 1440),), "b": ((1440, 1500),)}
    for at, had in ((1390, ("l/1", "l/2")), (15, ("l/2",)), (50, ())):
        late = {PERSON.id: {"h1": Mark(MarkKind.LATE, at)}}
        assert ledger(night, [PERSON], late, times).rows[0].had == had


def test_a_segment_that_is_shown_again_on_the_next_day() -> None:
    plan = (replace(PLAN[0], day=NOON.date()),)
    first, again = (Span(at, at + timedelta(minutes=30)) for at in (NOON, NOON + timedelta(days=1)))
    real = Timing(spans={"a": Span(first.begins, again.ends)}, visits={"a": [first, again]})

    assert times_given(plan, real, lambda moment: moment) == {"a": ((720, 750),)}


def test_what_was_given_by_the_plan() -> None:
    times = times_given(PLAN, Timing(), lambda moment: moment)

    assert times == {"a": ((540, 570),), "b": ((570, 600),), "d": ((780, 810),)}


def test_what_was_given_in_fact() -> None:
    spans = {
        "a": Span(NOON, NOON + timedelta(minutes=50)),
        "b": Span(NOON, NOON + timedelta(minutes=1)),
    }
    visits = {name: [span] for name, span in spans.items()}
    real = Timing(spans=spans, visits=visits, skipped={"b", "d"})
    times = times_given(PLAN, real, lambda moment: moment + timedelta(hours=1))

    assert times == {"a": ((780, 830),)}


def test_a_ledger() -> None:
    other = replace(PERSON, id=UUID(int=2))
    late = replace(PERSON, id=UUID(int=3))
    marks = {
        PERSON.id: {"h1": Mark(MarkKind.PRESENT), "h2": Mark(MarkKind.PRESENT)},
        late.id: {"h1": Mark(MarkKind.LATE, 580)},
    }
    times = {"a": ((540, 570),), "b": ((570, 600),), "d": ((780, 810),)}

    assert ledger(PLAN, (PERSON, other, late), marks, times) == Ledger(
        given=("l/1", "l/2", "l/3", "l/5"),
        left_out=("l/4",),
        rows=(
            Covered(PERSON, ("l/1", "l/2", "l/3", "l/5"), ()),
            Covered(other, (), ("l/1", "l/2", "l/3", "l/5")),
            Covered(late, ("l/3",), ("l/1", "l/2", "l/5")),
        ),
    )


def test_a_lesson_missed_once_and_had_later_was_had() -> None:
    marks = {PERSON.id: {"h1": Mark(MarkKind.ABSENT), "h2": Mark(MarkKind.PRESENT)}}
    found = ledger(PLAN, (PERSON,), marks, {"a": [(540, 570)], "d": [(780, 810)]})

    assert found.rows == (Covered(PERSON, ("l/5", "l/1"), ("l/2",)),)


@pytest.fixture
def session(desk: Desk) -> TrainingSession:
    return desk.session()


def test_from_the_log(desk: Desk, session: TrainingSession) -> None:
    one, two = desk.people(session, "王芳", "李伟")
    training = desk.training
    for name in ("h1", "h2"):
        training.attendance.all_present(session, name)
    training.attendance.mark(session, two, "h2", Mark(MarkKind.ABSENT))
    for card in training.presenting.deck(session):
        if card.segment == "h1-opening" or card.half == "h2":
            training.presenting.show(session, card)
            desk.wait(minutes=1)
    training.presenting.end(session)

    assert training.coverage.ledger(session) == Ledger(
        given=("tiny/m13/call-112",),
        left_out=("tiny/m01/two-contracts", "tiny/m01/fees"),
        rows=(
            Covered(one, ("tiny/m13/call-112",), ()),
            Covered(two, (), ("tiny/m13/call-112",)),
        ),
    )


def test_a_session_without_a_plan(desk: Desk, session: TrainingSession) -> None:
    desk.people(session, "王芳")
    session = desk.training.sessions.replan(session, ())

    (row,) = desk.training.coverage.ledger(session).rows
    assert (row.had, row.missed) == ((), ())
    assert agenda.timetable(session.plan) == ()
