from datetime import date

import pytest

from pdo_app.content.model import Anchor
from pdo_app.learning.due import TaskState, due_date, task_state

from .makers import item

DEPARTURE = date(2026, 12, 17)
TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("anchor", "days", "due"),
    [
        (Anchor.DEPARTURE, -23, date(2026, 11, 24)),
        (Anchor.DEPARTURE, 0, DEPARTURE),
        (Anchor.ARRIVAL, 3, date(2026, 12, 20)),
        (Anchor.RETURN, -30, None),
    ],
)
def test_due_days_count_from_the_anchor(anchor: Anchor, days: int, due: date | None) -> None:
    assert due_date(item("x", anchor=anchor, days=days), DEPARTURE) == due


def test_without_a_departure_nothing_has_a_date() -> None:
    assert due_date(item("x"), None) is None


def test_the_edge_of_the_calendar_has_no_date() -> None:
    assert due_date(item("x", days=1), date.max) is None


@pytest.mark.parametrize(
    ("due", "state"),
    [
        (None, TaskState.UNDATED),
        (date(2026, 11, 23), TaskState.LATE),
        (TODAY, TaskState.TODAY),
        (date(2026, 11, 25), TaskState.SOON),
        (date(2026, 12, 1), TaskState.SOON),
        (date(2026, 12, 2), TaskState.LATER),
    ],
)
def test_how_a_thing_stands_today(due: date | None, state: TaskState) -> None:
    assert task_state(due, False, TODAY) is state
    assert task_state(due, True, TODAY) is TaskState.DONE
