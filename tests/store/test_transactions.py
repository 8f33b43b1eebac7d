import shutil
import sqlite3

import pytest

from pdo_app.changes import Topic
from pdo_app.errors import StoreError
from pdo_app.store import Store
from pdo_app.store.backups import is_good

from .room import Room, fail_after


@pytest.fixture
def heard(store: Store) -> list[frozenset[Topic]]:
    announced: list[frozenset[Topic]] = []
    store.on_commit = announced.append
    return announced


def names(store: Store) -> list[str]:
    return [learner.name for learner in store.learners.all()]


def test_a_write_is_announced_after_its_commit(room: Room, store: Store) -> None:
    seen: list[tuple[frozenset[Topic], bool]] = []
    store.on_commit = lambda topics: seen.append((topics, store._connection.in_transaction))
    with store.writing(Topic.PROGRESS):
        store.learners.add(room.person())

    assert seen == [(frozenset({Topic.PROGRESS, Topic.LEARNERS}), False)]


def test_nested_writes_are_one_transaction(
    room: Room, store: Store, heard: list[frozenset[Topic]]
) -> None:
    with store.writing(Topic.PROGRESS):
        with store.writing(Topic.CHECKLISTS), store.writing(Topic.ATTEMPTS):
            store.learners.add(room.person("A"))
        assert heard == []
        assert store._connection.in_transaction

    assert heard == [frozenset({Topic.PROGRESS, Topic.CHECKLISTS, Topic.ATTEMPTS, Topic.LEARNERS})]


def test_a_write_that_fails_leaves_and_announces_nothing(
    room: Room, store: Store, heard: list[frozenset[Topic]]
) -> None:
    with pytest.raises(InterruptedError):
        fail_after(store, Topic.PROGRESS, then=lambda: store.learners.add(room.person()))

    assert names(store) == []
    assert heard == []
    assert not store._connection.in_transaction


def test_an_inner_failure_undoes_only_the_inner_write(
    room: Room, store: Store, heard: list[frozenset[Topic]]
) -> None:
    with store.writing(Topic.PROGRESS):
        store.learners.add(room.person("kept"))
        undone = room.person("undone")
        with pytest.raises(InterruptedError):
            fail_after(store, Topic.ATTEMPTS, then=lambda: store.learners.add(undone))

    assert names(store) == ["kept"]
    assert heard == [frozenset({Topic.PROGRESS, Topic.LEARNERS})]


def test_an_outer_failure_undoes_the_inner_write_too(
    room: Room, store: Store, heard: list[frozenset[Topic]]
) -> None:
    with pytest.raises(InterruptedError):
        fail_after(store, then=lambda: store.learners.add(room.person()))

    assert names(store) == []
    assert heard == []


def test_a_write_about_nothing_is_not_announced(
    store: Store, heard: list[frozenset[Topic]]
) -> None:
    with store.writing():
        pass

    assert heard == []


def test_a_listener_may_write(room: Room, store: Store) -> None:
    heard = []

    def listen(topics: frozenset[Topic]) -> None:
        heard.append(topics)
        if len(heard) == 1:
            store.learners.add(room.person("by the listener"))

    store.on_commit = listen
    store.learners.add(room.person("first"))

    assert names(store) == ["first", "by the listener"]
    assert len(heard) == 2


def test_nobody_has_to_listen(room: Room, store: Store) -> None:
    store.learners.add(room.person("A"))

    assert names(store) == ["A"]


def test_a_transaction_that_was_ended_underneath_is_not_written_on(
    room: Room, store: Store, heard: list[frozenset[Topic]]
) -> None:
    def go_on() -> None:
        store._connection.execute("rollback")  # as SQLite does on a full disk
        store.learners.add(room.person())

    with pytest.raises(sqlite3.OperationalError, match="undone"):
        fail_after(store, Topic.PROGRESS, then=go_on)

    assert names(store) == []
    assert heard == []


@pytest.mark.parametrize("other", [False, True])
def test_nothing_is_written_to_a_file_that_was_taken_away(
    room: Room, store: Store, heard: list[frozenset[Topic]], other: bool
) -> None:
    store.learners.add(room.person("before"))
    away = room.folder.with_name("away")
    room.folder.rename(away)
    if other:
        room.folder.mkdir()
        room.main.write_bytes(b"another file")
    with pytest.raises(StoreError, match="no longer in"):
        store.learners.add(room.person("lost"))
    copy = away.with_name("copy.sqlite")
    store.backup(copy)
    assert is_good(copy), "what was saved before can still be saved"
    shutil.rmtree(room.folder, ignore_errors=True)
    away.rename(room.folder)
    store.learners.add(room.person("after"))
    assert names(store) == ["before", "after"]
    assert len(heard) == 2


def test_a_bug_stays_a_bug(store: Store) -> None:
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        store.rows("select * from nowhere")
