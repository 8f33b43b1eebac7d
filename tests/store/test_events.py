import sqlite3
from datetime import timedelta
from uuid import uuid4

import pytest

from pdo_app.changes import Topic
from pdo_app.records import EventVerb, Learner, TrainingSession
from pdo_app.store import Store

from .room import Room, marks, work


@pytest.fixture
def session(room: Room, store: Store) -> TrainingSession:
    session = room.session()
    store.sessions.add(session)
    return session


def test_lines_come_back_in_the_order_in_which_they_were_written(
    room: Room, store: Store, session: TrainingSession
) -> None:
    first = store.events.append(
        session.id, EventVerb.PRESENTED, "s1", version="2026.11", result={"n": 1}
    )
    room.now -= timedelta(days=1)
    second = store.events.append(session.id, EventVerb.PAUSED, "s1", version="2026.11")
    third = store.events.append(session.id, EventVerb.PRESENTED, "s2", version="2026.11")

    assert store.events.of(session.id) == (first, second, third)
    assert store.events.of(session.id, EventVerb.PRESENTED) == (first, third)
    assert store.events.of(session.id, EventVerb.PRESENTED, EventVerb.PAUSED)[1] == second
    assert store.events.newest(session.id, EventVerb.PRESENTED) == third
    assert store.events.newest(session.id, EventVerb.CLOSED) is None
    assert store.events.of(uuid4()) == ()


def test_both_logs_share_one_numbering(room: Room, store: Store, session: TrainingSession) -> None:
    person: Learner = room.person()
    store.learners.add(person)
    (one,) = work(store, person.id, 1)
    two = store.events.append(session.id, EventVerb.PAUSED, "s1", version="1")

    assert (two.device, two.sequence) == (one.device, one.sequence + 1)


@pytest.mark.parametrize(
    "sql", ["update session_events set target = ''", "delete from session_events"]
)
def test_the_log_is_append_only(
    room: Room, store: Store, session: TrainingSession, sql: str
) -> None:
    person = room.participant(session)
    store.participants.add(person)
    marks(store, person, 1)
    store.events.append(session.id, EventVerb.PAUSED, "s1", version="1")
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        store.rows(sql)


def test_nothing_about_unknown_sessions_or_people(store: Store, session: TrainingSession) -> None:
    for ids in ((uuid4(), None), (session.id, uuid4())):
        with pytest.raises(sqlite3.IntegrityError):
            store.events.append(ids[0], EventVerb.MARKED, "h1", version="1", participant=ids[1])
    with pytest.raises(ValueError, match="JSON"):
        store.events.append(
            session.id, EventVerb.MARKED, "h1", version="1", result={"at": float("nan")}
        )


def test_the_last_sign_of_life(room: Room, store: Store, session: TrainingSession) -> None:
    heard: list[frozenset[Topic]] = []
    store.on_commit = heard.append
    assert store.events.last_alive(session.id) is None
    for minute in range(3):
        store.events.alive(session.id, room.now + timedelta(minutes=minute))

    assert store.events.last_alive(session.id) == room.now + timedelta(minutes=2)
    assert heard == []
    with pytest.raises(sqlite3.IntegrityError):
        store.events.alive(uuid4(), room.now)
