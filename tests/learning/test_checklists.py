from collections.abc import Callable
from datetime import date, timedelta

import pytest

from pdo_app.changes import Topic
from pdo_app.errors import InputError
from pdo_app.learning.due import TaskState
from pdo_app.records import Learner, Verb

from .conftest import Desk

TODAY = date(2026, 11, 24)
NOTARY = "core/m01/c/notary"
COPIES = "core/m01/c/copies"


def names(tasks: tuple[object, ...]) -> list[str]:
    return [task.item.id.rsplit("/", 1)[-1] for task in tasks]  # type: ignore[attr-defined]


def lines(desk: Desk, worker: Learner, verb: Verb) -> int:
    ((number,),) = desk.store.rows(
        "select count(*) from activities where learner = ? and verb = ?", (worker.id.bytes, verb)
    )
    return int(number)


def test_tasks_come_group_by_group_the_earliest_first(desk: Desk, worker: Learner) -> None:
    tasks = desk.checklists.tasks(worker, TODAY)
    assert names(tasks) == ["notary", "copies", "cash", "close-account", "visit", "register"]
    assert [task.state for task in tasks] == [
        TaskState.TODAY,
        TaskState.LATER,
        TaskState.LATER,
        TaskState.UNDATED,
        TaskState.LATER,
        TaskState.LATER,
    ]


def test_each_destination_has_its_own(desk: Desk, new_learner: Callable[..., Learner]) -> None:
    tasks = desk.checklists.tasks(new_learner(destination="AT"), TODAY)
    assert "report" in names(tasks)
    assert "register" not in names(tasks)


def test_while_the_departure_is_open_nothing_is_due(
    desk: Desk, new_learner: Callable[..., Learner]
) -> None:
    somebody = new_learner(days=None)
    assert {task.state for task in desk.checklists.tasks(somebody, TODAY)} == {TaskState.UNDATED}
    assert desk.checklists.due_within(somebody, TODAY) == ()


def test_a_tick_is_kept_once_and_can_be_taken_back(desk: Desk, worker: Learner) -> None:
    desk.announced.clear()
    desk.checklists.tick(worker, NOTARY)
    desk.checklists.tick(worker, NOTARY)
    assert desk.announced == [{Topic.CHECKLISTS}]
    assert desk.checklists.tasks(worker, TODAY)[0].state is TaskState.DONE
    desk.checklists.untick(worker, NOTARY)
    desk.checklists.untick(worker, NOTARY)
    assert desk.checklists.tasks(worker, TODAY)[0].state is TaskState.TODAY
    desk.restart()
    assert lines(desk, worker, Verb.TICKED) == lines(desk, worker, Verb.UNTICKED) == 1


def test_notes_are_kept_as_typed(desk: Desk, worker: Learner) -> None:
    desk.checklists.note(worker, NOTARY, "  县公证处，8:30 <b>开门</b>\n=1+1 😀 ")
    desk.checklists.note(worker, NOTARY, "县公证处，8:30 <b>开门</b>\n=1+1 😀")
    assert desk.checklists.tasks(worker, TODAY)[0].note == "县公证处，8:30 <b>开门</b>\n=1+1 😀"
    assert lines(desk, worker, Verb.NOTED) == 1
    desk.checklists.note(worker, NOTARY, " ")
    assert desk.checklists.tasks(worker, TODAY)[0].note == ""


def test_a_note_has_an_end(desk: Desk, worker: Learner) -> None:
    desk.checklists.note(worker, NOTARY, "长" * 2000)
    with pytest.raises(InputError, match="too long"):
        desk.checklists.note(worker, NOTARY, "长" * 2001)


def test_what_is_not_on_the_list_is_refused(desk: Desk, worker: Learner) -> None:
    for act in (desk.checklists.tick, desk.checklists.untick):
        with pytest.raises(KeyError):
            act(worker, "core/m01/c/report")  # for Austria only
    with pytest.raises(KeyError):
        desk.checklists.note(worker, "core/m01/c/nothing", "x")


def test_due_this_week(desk: Desk, worker: Learner) -> None:
    assert names(desk.checklists.due_within(worker, TODAY)) == ["notary"]
    eve = TODAY + timedelta(days=20)
    assert names(desk.checklists.due_within(worker, eve)) == ["notary", "copies", "cash", "visit"]
    assert names(desk.checklists.due_within(worker, eve, days=0)) == ["notary", "copies"]


def test_what_is_ticked_stays_to_be_seen_until_its_day_is_over(desk: Desk, worker: Learner) -> None:
    eve = TODAY + timedelta(days=20)
    desk.checklists.tick(worker, NOTARY)
    desk.checklists.tick(worker, COPIES)
    assert names(desk.checklists.due_within(worker, eve)) == ["cash", "visit", "copies"]
