from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest

from pdo_app.changes import Topic
from pdo_app.errors import InputError
from pdo_app.records import EventVerb, Mark, MarkKind, SessionEvent
from pdo_app.training.attendance import (
    Totals,
    from_result,
    marks_of,
    meets,
    to_result,
)

from .conftest import NOON, Desk

PRESENT = Mark(MarkKind.PRESENT)
ABSENT = Mark(MarkKind.ABSENT)
LATE = Mark(MarkKind.LATE, 560)
LEFT = Mark(MarkKind.LEFT_EARLY, 700)
EXCUSED = Mark(MarkKind.EXCUSED)


def test_the_newest_mark_counts(desk: Desk) -> None:
    session = desk.session()
    one, two = desk.people(session, "王芳", "李伟")
    attendance = desk.training.attendance
    desk.announced.clear()
    attendance.mark(session, one, "h1", ABSENT)
    attendance.mark(session, one, "h1", LATE)
    attendance.mark(session, two, "h1", PRESENT)
    attendance.mark(session, two, "h1", None)
    attendance.mark(session, two, "h2", EXCUSED)
    grid = attendance.grid(session)

    assert grid.halves == session.plan
    assert [(row.participant, row.marks) for row in grid.rows] == [
        (one, (LATE, None)),
        (two, (None, EXCUSED)),
    ]
    assert grid.totals == (Totals(0, 1, 0, 0, 0, 1), Totals(0, 0, 0, 0, 1, 1))
    assert [totals.there for totals in grid.totals] == [1, 0]
    assert set(desk.announced) == {frozenset({Topic.ATTENDANCE})}


def test_all_who_are_open_are_present(desk: Desk) -> None:
    session = desk.session()
    one, _, _ = desk.people(session, "一", "二", "三")
    attendance = desk.training.attendance
    attendance.mark(session, one, "h1", ABSENT)
    desk.announced.clear()

    assert attendance.all_present(session, "h1") == 2
    assert attendance.all_present(session, "h1") == 0
    assert [row.marks[0] for row in attendance.grid(session).rows] == [ABSENT, PRESENT, PRESENT]
    assert len(desk.announced) == 2
    assert attendance.marks(session)[one.id] == {"h1": ABSENT}


def test_several_people_get_one_mark_in_one_go(desk: Desk) -> None:
    session = desk.session()
    people = desk.people(session, "王芳", "李伟", "陈明")
    attendance = desk.training.attendance
    desk.announced.clear()
    attendance.mark_all(session, people[:2], "h1", PRESENT)
    assert desk.announced == [frozenset({Topic.ATTENDANCE})]
    assert [row.marks[0] for row in attendance.grid(session).rows] == [PRESENT, PRESENT, None]
    attendance.mark_all(session, people, "h1", None)
    assert attendance.grid(session).totals[0].open == 3
    with pytest.raises(KeyError):
        attendance.mark_all(session, people, "h9", PRESENT)


def test_a_half_day_that_is_not_there(desk: Desk) -> None:
    session = desk.session()
    (one,) = desk.people(session, "一")
    with pytest.raises(KeyError):
        desk.training.attendance.mark(session, one, "h9", PRESENT)
    with pytest.raises(KeyError):
        desk.training.attendance.all_present(session, "h9")


@pytest.mark.parametrize("mark", [Mark(MarkKind.LATE), Mark(MarkKind.LEFT_EARLY, 1440)])
def test_who_came_late_came_at_some_time(desk: Desk, mark: Mark) -> None:
    session = desk.session()
    (one,) = desk.people(session, "一")
    with pytest.raises(InputError, match="time is missing") as raised:
        desk.training.attendance.mark(session, one, "h1", mark)
    assert raised.value.field == "at"


def test_who_earns_a_certificate(desk: Desk) -> None:
    session = desk.session()
    every, half, none = desk.people(session, "一", "二", "三")
    attendance = desk.training.attendance
    for person, marks in ((every, (LATE, LEFT)), (half, (PRESENT, ABSENT)), (none, (None, None))):
        for one, mark in zip(("h1", "h2"), marks, strict=True):
            attendance.mark(session, person, one, mark)

    assert attendance.earned(session) == (every,)
    assert attendance.earned(replace(session, rule=1)) == (every, half)


@pytest.mark.parametrize(
    ("marks", "rule", "wanted"),
    [
        ((), 0, False),
        ((PRESENT, LATE, LEFT), 0, True),
        ((PRESENT, EXCUSED), 0, False),
        ((PRESENT, None), 1, True),
        ((None, ABSENT), 1, False),
        ((PRESENT,), 2, False),
    ],
)
def test_the_rule(marks: tuple[Mark | None, ...], rule: int, wanted: bool) -> None:
    assert meets(marks, rule) is wanted


@pytest.mark.parametrize("mark", [None, PRESENT, LATE, LEFT, ABSENT, EXCUSED])
def test_marks_in_the_log(mark: Mark | None) -> None:
    assert from_result(to_result(mark)) == mark


def test_a_time_is_kept_only_where_it_means_something() -> None:
    assert to_result(Mark(MarkKind.ABSENT, 500)) == {"mark": "absent"}


def test_other_lines_are_no_marks() -> None:
    one = UUID(int=1)
    line = SessionEvent(one, one, EventVerb.PAUSED, "s", NOON, "1", "d", 1, participant=one)
    nobody = replace(line, verb=EventVerb.MARKED, participant=None)

    assert marks_of([line, nobody]) == {}


@pytest.mark.parametrize("result", [{"mark": "danced"}, {"mark": ["late"]}, {"mark": 7}])
def test_a_mark_that_is_not_known_is_none(result: dict[str, object]) -> None:
    assert from_result(result) is None
