"""Rows that SQLite takes for whole and that cannot be read: one of them must not hide the rest."""

from __future__ import annotations

import pytest

from pdo_app.records import Centre, EventVerb, Mode
from pdo_app.store import Store

from .room import Room, marks

BAD = ["[{", '[{"id": 1}]', "[1]", "{}x", "null", "7"]


@pytest.fixture
def store(room: Room) -> Store:
    room.taught(2, 3)
    return room.open()


@pytest.mark.parametrize("text", BAD)
@pytest.mark.parametrize("column", ["plan", "groups"])
def test_a_session_is_listed_without_what_cannot_be_read(
    room: Room, store: Store, column: str, text: str
) -> None:
    other = room.session("另一个班")
    store.sessions.add(other)
    (bad,) = (one for one in store.sessions.all() if one != other)
    store.rows(f"update sessions set {column} = ? where id = ?", (text, bad.id.bytes))
    found = store.sessions.get(bad.id)

    assert set(store.sessions.all()) == {found, other}
    assert getattr(found, column) == ()
    assert (found.title, found.mode) == (bad.title, bad.mode)
    assert bool(found.plan) is (column != "plan")


def test_a_language_that_is_not_known(store: Store) -> None:
    store.rows("update sessions set mode = 'xx'")
    (found,) = store.sessions.all()
    assert (found.mode, len(found.plan)) == (Mode.BOTH, 1)


@pytest.mark.parametrize(
    ("verb", "result"),
    [("marked", '{"mark'), ("marked", "[]"), ("marked", "7"), ("danced", "{}")],
)
def test_an_event_that_cannot_be_read_is_passed_over(
    room: Room, store: Store, verb: str, result: str
) -> None:
    (session,) = store.sessions.all()
    before = store.events.of(session.id)
    store.rows(
        "insert into session_events (id, session, participant, verb, target, at, version, device, "
        "sequence, result) select ?, session, participant, ?, target, at, version, device, 999, ? "
        "from session_events limit 1",
        (room.new_id().bytes, verb, result),
    )

    assert store.events.of(session.id) == before
    assert store.events.newest(session.id, EventVerb.MARKED) in (before[-1], None)
    assert marks(store, store.participants.of(session.id)[0], 1)


def test_a_day_that_is_none(store: Store) -> None:
    (session,) = store.sessions.all()
    before = store.participants.of(session.id)
    store.rows("update participants set departure = 'tomorrow'")
    assert store.participants.of(session.id) == before


@pytest.mark.parametrize("text", ["nope", "7", "null"])
def test_a_centre_without_trainers_that_can_be_read(store: Store, text: str) -> None:
    store.centre.change(Centre("中心", "路 1 号", trainers=("李老师",), pin_hash="x"))
    store.rows("update centre set trainers = ?", (text,))
    assert store.centre.get() == Centre("中心", "路 1 号", pin_hash="x")
