import sqlite3
from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pdo_app.changes import Topic
from pdo_app.records import Mode
from pdo_app.store import Store

from .room import Room, work


def test_what_is_added_is_found_again(room: Room, store: Store) -> None:
    one = room.person("王芳")
    two = replace(
        room.person("<b>x</b>"), departure=date(2026, 12, 17), mode=Mode.ENGLISH, pin_hash="h"
    )
    store.learners.add(one)
    store.learners.add(two)

    assert store.learners.get(one.id) == one
    assert store.learners.all() == (one, two)


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_every_name_comes_back_as_typed(room: Room, store: Store, name: str) -> None:
    person = room.person(name)
    store.learners.add(person)

    assert store.learners.get(person.id).name == name


def test_a_change_replaces_the_row(room: Room, store: Store) -> None:
    one, two = room.person("one"), room.person("two")
    store.learners.add(one)
    store.learners.add(two)
    changed = replace(one, name="王芳", updated_at=room.now + timedelta(days=1))
    store.learners.change(changed)

    assert store.learners.all() == (changed, two)


def test_unknown_people(room: Room, store: Store) -> None:
    for ask in (store.learners.get, store.learners.remove):
        with pytest.raises(KeyError):
            ask(uuid4())
    with pytest.raises(KeyError):
        store.learners.change(room.person())


def test_nobody_is_added_twice(room: Room, store: Store) -> None:
    person = room.person()
    store.learners.add(person)
    with pytest.raises(sqlite3.IntegrityError):
        store.learners.add(person)


def test_removing_forgets_everything_about_one_person(room: Room, store: Store) -> None:
    gone, stays = room.person("Secretname"), room.person("stays")
    for person in (gone, stays):
        store.learners.add(person)
        work(store, person.id, 5)
    heard: list[frozenset[Topic]] = []
    store.on_commit = heard.append
    store.learners.remove(gone.id)

    assert store.learners.all() == (stays,)
    assert store.attempts.latest_answers(gone.id) == {}
    assert len(store.attempts.latest_answers(stays.id)) == 5
    assert heard == [frozenset(Topic)]


def test_removing_leaves_nothing_to_read_in_the_files(room: Room, store: Store) -> None:
    person = room.person("Secretname")
    store.learners.add(person)
    work(store, person.id, 200)
    store.learners.remove(person.id)

    kept = b"".join(path.read_bytes() for path in room.folder.glob("learners.sqlite*"))
    assert b"Secretname" not in kept
    assert b"core/m01/q/" not in kept


def test_removing_inside_a_larger_write(room: Room, store: Store) -> None:
    person = room.person()
    store.learners.add(person)
    with store.writing():
        store.learners.remove(person.id)

    assert store.learners.all() == ()
