from datetime import date, timedelta

import pytest

from pdo_app.changes import Topic
from pdo_app.errors import InputError
from pdo_app.records import Learner, Mode

from .conftest import Desk

AHEAD = date(2026, 12, 17)


def test_a_new_profile_is_kept(desk: Desk) -> None:
    made = desk.profiles.create("李建国", "DE", AHEAD, Mode.BOTH)
    assert desk.announced == [{Topic.LEARNERS}]
    assert made.created_at == made.updated_at == desk.now
    assert made.pin_hash is None
    desk.restart()
    assert desk.profiles.get(made.id) == made
    assert desk.profiles.all() == (made,)


@pytest.mark.parametrize(
    "name",
    ["<b>x</b>", "=1+1", "名" * 200, "😀👩‍🔧", "محمد علي", "a\u202eb", "{name}", "'; drop table"],
)
def test_names_are_kept_as_typed(desk: Desk, name: str) -> None:
    made = desk.profiles.create(f" {name}\n", "DE", None, Mode.ENGLISH)
    assert desk.profiles.get(made.id).name == name


@pytest.mark.parametrize(
    ("name", "words"),
    [("", "empty"), (" \t\n", "empty"), ("\u200b\u202e", "empty"), ("名" * 201, "too long")],
)
def test_what_is_no_name(desk: Desk, name: str, words: str) -> None:
    with pytest.raises(InputError, match=words):
        desk.profiles.create(name, "DE", None, Mode.BOTH)
    assert desk.profiles.all() == ()


def test_a_destination_is_one_of_the_list(desk: Desk) -> None:
    with pytest.raises(InputError, match="destination"):
        desk.profiles.create("李", "XX", None, Mode.BOTH)


def test_a_departure_lies_ahead(desk: Desk) -> None:
    today = desk.now.astimezone().date()
    with pytest.raises(InputError, match="This date has passed"):
        desk.profiles.create("李", "DE", today - timedelta(days=1), Mode.BOTH)
    assert desk.profiles.create("李", "DE", today, Mode.BOTH).departure == today


@pytest.mark.parametrize("pin", ["", "123", "12345", "abcd"])
def test_a_pin_has_four_digits(desk: Desk, pin: str) -> None:
    with pytest.raises(InputError, match="four digits"):
        desk.profiles.create("李", "DE", None, Mode.BOTH, pin)


def test_a_profile_changes(desk: Desk, worker: Learner) -> None:
    desk.wait(minutes=1)
    changed = desk.profiles.update(
        worker, name="李建军", destination="AT", departure=None, mode=Mode.CHINESE
    )
    assert (changed.name, changed.destination, changed.departure) == ("李建军", "AT", None)
    assert changed.mode is Mode.CHINESE
    assert changed.id == worker.id
    assert changed.updated_at == desk.now > changed.created_at
    assert desk.profiles.get(worker.id) == changed


def test_no_change_writes_nothing(desk: Desk, worker: Learner) -> None:
    desk.announced.clear()
    assert desk.profiles.update(worker, name=f"{worker.name} ", mode=worker.mode) is worker
    assert desk.announced == []


def test_a_past_departure_may_stay(desk: Desk, worker: Learner) -> None:
    desk.wait(days=60)
    changed = desk.profiles.update(worker, departure=worker.departure, name="王")
    assert changed.departure == worker.departure
    with pytest.raises(InputError, match="passed"):
        desk.profiles.update(changed, departure=date(2026, 12, 18))


def test_a_pin_comes_and_goes(desk: Desk, worker: Learner) -> None:
    assert desk.profiles.unlock(worker, "")
    locked = desk.profiles.update(worker, pin="0123")
    assert not desk.profiles.unlock(locked, "0124")
    assert not desk.profiles.unlock(locked, "")
    assert desk.profiles.unlock(locked, "0123")
    assert desk.profiles.unlock(desk.profiles.update(locked, pin=None), "9999")


def test_wrong_tries_wait_longer_and_longer(desk: Desk) -> None:
    locked = desk.profiles.create("李", "DE", None, Mode.BOTH, "0123")
    for _ in range(3):
        assert desk.profiles.wait_left(locked) == 0
        assert not desk.profiles.unlock(locked, "9999")
    assert desk.profiles.wait_left(locked) == 5
    with pytest.raises(InputError, match="Wait 5 seconds"):
        desk.profiles.unlock(locked, "0123")
    desk.wait(days=-1)
    assert desk.profiles.wait_left(locked) == 5  # the clock was set back
    desk.wait(days=1, seconds=5)
    assert not desk.profiles.unlock(locked, "9999")
    assert desk.profiles.wait_left(locked) == 10
    desk.wait(seconds=10)
    assert desk.profiles.unlock(locked, "0123")
    assert not desk.profiles.unlock(locked, "9999")
    assert desk.profiles.wait_left(locked) == 0


def test_removing_takes_everything_along(desk: Desk, worker: Learner) -> None:
    desk.progress.view(worker, "core/m01/l1")
    desk.announced.clear()
    desk.profiles.remove(worker)
    assert desk.announced == [frozenset(Topic)]
    assert desk.profiles.all() == ()
    with pytest.raises(KeyError):
        desk.profiles.get(worker.id)
    assert desk.store.rows("select * from activities") == []
