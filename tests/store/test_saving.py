from dataclasses import replace
from datetime import timedelta

import pytest

from pdo_app.store.saving import save

from .room import Room


def test_a_change_is_kept_with_its_time(room: Room) -> None:
    learners, person = room.open().learners, room.person()
    learners.add(person)
    later = person.updated_at + timedelta(hours=1)
    kept = save(learners.change, person, replace(person, name="Wang Fang"), later)

    assert kept == replace(person, name="Wang Fang", updated_at=later)
    assert learners.get(person.id) == kept


def test_where_nothing_differs_nothing_is_written(room: Room) -> None:
    learners, person = room.open().learners, room.person()
    learners.add(person)
    kept = save(learners.change, person, replace(person), person.updated_at + timedelta(hours=1))

    assert kept is person
    assert learners.get(person.id) == person


def test_somebody_who_was_removed(room: Room) -> None:
    learners, person = room.open().learners, room.person()
    with pytest.raises(KeyError):
        save(learners.change, person, replace(person, name="Wang Fang"), person.updated_at)
