import json
import sqlite3
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from pdo_app.changes import Topic
from pdo_app.records import Activity, Verb
from pdo_app.store import Store

from .room import Room, everything, fail_after


@pytest.fixture
def me(room: Room, store: Store) -> UUID:
    for name in ("somebody else", "me"):
        person = room.person(name)
        store.learners.add(person)
    other = store.learners.all()[0].id
    for verb in (Verb.VIEWED, Verb.COMPLETED, Verb.TICKED, Verb.CERTIFIED):
        store.progress.append(other, verb, "theirs", version="1")
    store.progress.append(other, Verb.NOTED, "theirs", version="1", result={"text": "theirs"})
    return person.id


def add(store: Store, me: UUID, verb: Verb, target: str, **result: object) -> Activity:
    return store.progress.append(me, verb, target, version="2026.11", result=result)


def test_the_store_fills_in_who_when_and_where(room: Room, store: Store, me: UUID) -> None:
    attempt = room.new_id()
    first = store.progress.append(
        me,
        Verb.ANSWERED,
        "q",
        version="2026.11",
        attempt=attempt,
        result={"right": True, "答": "是"},
    )
    second = add(store, me, Verb.VIEWED, "core/m01/a")

    assert (first.learner, first.verb, first.target) == (me, Verb.ANSWERED, "q")
    assert (first.at, first.version, first.attempt) == (room.now, "2026.11", attempt)
    assert first.result == {"right": True, "答": "是"}
    assert (second.attempt, second.result) == (None, {})
    assert second.id > first.id
    assert (second.device, second.sequence) == (first.device, first.sequence + 1)
    assert everything(store)[-2:] == [first, second]


def test_the_device_keeps_its_name_and_goes_on_counting(room: Room, store: Store, me: UUID) -> None:
    before = add(store, me, Verb.VIEWED, "a")
    room.close()
    after = add(room.open(), me, Verb.VIEWED, "a")

    assert (after.device, after.sequence) == (before.device, before.sequence + 1)


def test_a_rolled_back_line_leaves_no_gap(store: Store, me: UUID) -> None:
    before = add(store, me, Verb.VIEWED, "a")
    with pytest.raises(InterruptedError):
        fail_after(store, then=lambda: add(store, me, Verb.VIEWED, "b"))

    assert add(store, me, Verb.VIEWED, "c").sequence == before.sequence + 1


@pytest.mark.parametrize(
    ("verb", "topic"),
    [
        (Verb.VIEWED, Topic.PROGRESS),
        (Verb.COMPLETED, Topic.PROGRESS),
        (Verb.CERTIFIED, Topic.PROGRESS),
        (Verb.TICKED, Topic.CHECKLISTS),
        (Verb.UNTICKED, Topic.CHECKLISTS),
        (Verb.NOTED, Topic.CHECKLISTS),
        (Verb.STARTED, Topic.ATTEMPTS),
        (Verb.ANSWERED, Topic.ATTEMPTS),
        (Verb.FINISHED, Topic.ATTEMPTS),
    ],
)
def test_every_verb_announces_what_it_touches(
    store: Store, me: UUID, verb: Verb, topic: Topic
) -> None:
    heard: list[frozenset[Topic]] = []
    store.on_commit = heard.append
    add(store, me, verb, "a")

    assert heard == [frozenset({topic})]


@pytest.mark.parametrize(
    "sql",
    [
        "update activities set target = 'x'",
        "delete from activities",
        "insert or replace into activities select * from activities",
    ],
)
def test_the_log_is_append_only(store: Store, me: UUID, sql: str) -> None:
    before = everything(store)
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        store.rows(sql)

    assert everything(store) == before


def test_nobody_unknown_is_written_down(store: Store, me: UUID) -> None:
    before = everything(store)
    with pytest.raises(sqlite3.IntegrityError):
        add(store, uuid4(), Verb.VIEWED, "a")

    assert everything(store) == before


def test_only_json_is_written_down(store: Store, me: UUID) -> None:
    with pytest.raises(TypeError):
        add(store, me, Verb.ANSWERED, "q", answer={1, 2})
    with pytest.raises(ValueError, match="JSON"):
        add(store, me, Verb.ANSWERED, "q", answer=float("nan"))


def test_results_are_readable_text_in_the_file(store: Store, me: UUID) -> None:
    add(store, me, Verb.NOTED, "a", text="护照")
    ((text,),) = store.rows("select result from activities order by number desc limit 1")

    assert text == json.dumps({"text": "护照"}, ensure_ascii=False)


def test_lessons_are_as_far_as_they_ever_were(store: Store, me: UUID) -> None:
    add(store, me, Verb.VIEWED, "core/m01/a")
    add(store, me, Verb.COMPLETED, "core/m01/a")
    add(store, me, Verb.VIEWED, "core/m01/a")
    add(store, me, Verb.VIEWED, "core/m01/b")
    add(store, me, Verb.TICKED, "core/m01/c")

    assert store.progress.lessons(me) == {
        "core/m01/a": Verb.COMPLETED,
        "core/m01/b": Verb.VIEWED,
    }


def test_last_viewed(room: Room, store: Store, me: UUID) -> None:
    assert store.progress.last_viewed(me) is None
    for target in ("a", "b", "a"):
        add(store, me, Verb.VIEWED, target)
    add(store, me, Verb.COMPLETED, "c")

    assert store.progress.last_viewed(me) == "a"
    assert store.progress.last_viewed(me, apart_from=("a", "x")) == "b"
    assert store.progress.last_viewed(me, apart_from=("a", "b")) is None


def test_the_newest_line_is_the_last_one_though_the_clock_went_back(
    room: Room, store: Store, me: UUID
) -> None:
    add(store, me, Verb.TICKED, "a")
    room.now -= timedelta(days=3650)
    add(store, me, Verb.UNTICKED, "a")

    assert store.progress.ticks(me) == frozenset()


def test_ticks(store: Store, me: UUID) -> None:
    for item, verbs in {
        "on": [Verb.TICKED],
        "off": [Verb.TICKED, Verb.UNTICKED],
        "on again": [Verb.TICKED, Verb.UNTICKED, Verb.TICKED],
        "never on": [Verb.UNTICKED],
    }.items():
        for verb in verbs:
            add(store, me, verb, item)

    assert store.progress.ticks(me) == {"on", "on again"}


def test_notes(store: Store, me: UUID) -> None:
    add(store, me, Verb.NOTED, "a", text="first")
    add(store, me, Verb.NOTED, "b", text="taken away")
    add(store, me, Verb.NOTED, "a", text="second")
    add(store, me, Verb.NOTED, "b", text="")
    add(store, me, Verb.NOTED, "c")

    assert store.progress.notes(me) == {"a": "second"}


def test_certified(store: Store, me: UUID) -> None:
    assert store.progress.certified(me) is None
    add(store, me, Verb.CERTIFIED, "certificate", score=0.8)
    newest = add(store, me, Verb.CERTIFIED, "certificate", score=0.9)

    assert store.progress.certified(me) == newest
