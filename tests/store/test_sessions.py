import sqlite3
from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest

from pdo_app.changes import Topic
from pdo_app.records import EventVerb
from pdo_app.store import Store
from pdo_app.store.plans import from_text, to_text

from .room import Room, marks


def test_what_is_added_is_found_again(room: Room, store: Store) -> None:
    session = room.session()
    closed = replace(room.session("二"), closed_at=room.now, rule=2, groups=(), plan=())
    store.sessions.add(session)
    store.sessions.add(closed)

    assert store.sessions.get(session.id) == session
    assert store.sessions.get(closed.id) == closed


def test_the_newest_day_comes_first(room: Room, store: Store) -> None:
    days = (date(2026, 12, 1), date(2027, 1, 5), date(2026, 11, 30), date(2027, 1, 5))
    made = [room.session(f"{i}", day) for i, day in enumerate(days)]
    for session in made:
        store.sessions.add(session)

    assert [session.title for session in store.sessions.all()] == ["3", "1", "0", "2"]


def test_a_change_replaces_the_row(room: Room, store: Store) -> None:
    session = room.session()
    store.sessions.add(session)
    changed = replace(session, title="新", plan=(), updated_at=room.now + timedelta(days=1))
    store.sessions.change(changed)

    assert store.sessions.all() == (changed,)


def test_unknown_sessions(room: Room, store: Store) -> None:
    for ask in (store.sessions.get, store.sessions.remove):
        with pytest.raises(KeyError):
            ask(uuid4())
    with pytest.raises(KeyError):
        store.sessions.change(room.session())


def test_a_session_is_open_until_it_is_closed(room: Room, store: Store) -> None:
    session = room.session()
    store.sessions.add(session)
    assert not store.sessions.is_closed(session.id)
    store.sessions.change(replace(session, closed_at=room.now))
    assert store.sessions.is_closed(session.id)
    with pytest.raises(KeyError):
        store.sessions.is_closed(room.session().id)


def test_none_is_added_twice(room: Room, store: Store) -> None:
    session = room.session()
    store.sessions.add(session)
    with pytest.raises(sqlite3.IntegrityError):
        store.sessions.add(session)


def test_removing_takes_people_and_events_and_leaves_a_tombstone(room: Room) -> None:
    gone, _, _ = room.taught(3, 20)
    store = room.open()
    stays = room.session("stays")
    person = room.participant(stays)
    store.sessions.add(stays)
    store.participants.add(person)
    kept = marks(store, person, 2)
    store.events.alive(gone.id, room.now)
    heard: list[frozenset[Topic]] = []
    store.on_commit = heard.append
    store.sessions.remove(gone.id)

    assert store.sessions.all() == (stays,)
    assert store.participants.all_of(gone.id) == ()
    assert store.events.of(gone.id) == ()
    assert store.events.of(stays.id) == tuple(kept)
    assert store.events.last_alive(gone.id) is None
    assert store.rows("select thing, lines from removed") == [(gone.id.bytes, 60)]
    assert heard == [frozenset(Topic)]
    raw = b"".join(path.read_bytes() for path in room.folder.glob("learners.sqlite*"))
    assert "学员 ".encode() not in raw


def test_a_plan_is_the_same_after_a_round_trip(room: Room) -> None:
    plan = room.session().plan

    assert from_text(to_text(plan)) == plan
    assert "skipped" not in to_text((replace(plan[0], segments=plan[0].segments[:1]),))


@pytest.mark.parametrize("text", ["", "{}x", '[{"id": 1}]', "7", '[{"segments": 7}]'])
def test_no_plan(text: str) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        from_text(text)


def test_what_is_appended_is_announced_by_its_topic(room: Room, store: Store) -> None:
    session = room.session()
    store.sessions.add(session)
    heard: list[frozenset[Topic]] = []
    store.on_commit = heard.append
    for verb in EventVerb:
        store.events.append(session.id, verb, "x", version="1")

    assert {topic for topics in heard for topic in topics} == {
        Topic.PRESENTING,
        Topic.ATTENDANCE,
        Topic.WALL,
        Topic.SESSIONS,
    }
