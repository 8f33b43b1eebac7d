import sqlite3
from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest

from pdo_app.changes import Topic
from pdo_app.records import TrainingSession
from pdo_app.store import Store

from .room import Room, marks


@pytest.fixture
def session(room: Room, store: Store) -> TrainingSession:
    session = room.session()
    store.sessions.add(session)
    return session


def test_what_is_added_is_found_again(room: Room, store: Store, session: TrainingSession) -> None:
    plain = room.participant(session)
    full = room.participant(
        session,
        "李伟",
        company="远大",
        destination="DE",
        departure=date(2026, 12, 17),
        sector="care",
        returnee=True,
        phone="0042",
        walk_in=True,
    )
    merged = room.participant(session, "小李", merged_into=full.id)
    for person in (plain, full, merged):
        store.participants.add(person)

    assert store.participants.get(full.id) == full
    assert store.participants.of(session.id) == (plain, full)
    assert store.participants.all_of(session.id) == (plain, full, merged)
    assert store.participants.of(uuid4()) == ()


def test_a_change_replaces_the_row(room: Room, store: Store, session: TrainingSession) -> None:
    person = room.participant(session)
    store.participants.add(person)
    changed = replace(person, name="王芳芳", updated_at=room.now + timedelta(days=1))
    store.participants.change(changed)

    assert store.participants.of(session.id) == (changed,)


def test_unknown_people(room: Room, store: Store, session: TrainingSession) -> None:
    for ask in (store.participants.get, store.participants.remove):
        with pytest.raises(KeyError):
            ask(uuid4())
    with pytest.raises(KeyError):
        store.participants.change(room.participant(session))
    with pytest.raises(sqlite3.IntegrityError):
        store.participants.add(replace(room.participant(session), session=uuid4()))


def test_removing_takes_the_lines_and_those_who_were_merged(
    room: Room, store: Store, session: TrainingSession
) -> None:
    gone, stays = room.participant(session, "gone"), room.participant(session, "stays")
    other = room.participant(session, "other", merged_into=gone.id)
    for person in (gone, stays, other):
        store.participants.add(person)
    marks(store, gone, 3)
    marks(store, other, 2)
    kept = marks(store, stays, 1)
    heard: list[frozenset[Topic]] = []
    store.on_commit = heard.append
    store.participants.remove(gone.id)

    assert store.participants.all_of(session.id) == (stays,)
    assert store.events.of(session.id) == tuple(kept)
    assert sorted(store.rows("select thing, lines from removed")) == sorted(
        [(gone.id.bytes, 3), (other.id.bytes, 2)]
    )
    assert heard == [frozenset({Topic.ROSTER, Topic.ATTENDANCE})]
