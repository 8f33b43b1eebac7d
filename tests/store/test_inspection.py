import sqlite3
from contextlib import closing

import pytest

from pdo_app.errors import StoreError
from pdo_app.store.inspection import Inspection, inspect

from .room import PAGE, Room, everything


def words(found: Inspection) -> list[str]:
    return [message.in_english() for message in found.findings]


def test_a_sound_file(room: Room) -> None:
    room.filled(7)
    found = inspect(room.folder)

    assert found.sound
    assert words(found) == [
        f"The file {room.main} is sound. People: 1. Entries: 7.",
        f"Good backups in {room.places.backups}: 0 of 0.",
    ]


def test_a_file_with_sessions(room: Room) -> None:
    room.taught(3, 5)

    assert "People: 3. Entries: 15." in words(inspect(room.folder))[0]


def test_a_file_of_the_version_before(room: Room) -> None:
    room.filled(2)
    with closing(sqlite3.connect(room.main)) as connection:
        connection.execute("delete from _sqlite_migrations where name like 'm002%'")
        connection.execute("drop table participants")
        connection.commit()

    assert "People: 1. Entries: 2." in words(inspect(room.folder))[0]


def test_while_the_application_is_running(room: Room) -> None:
    store = room.open()
    store.learners.add(room.person())

    assert "People: 1." in words(inspect(room.folder))[0]


def test_nothing_is_changed(room: Room) -> None:
    room.filled()
    before = {path: path.stat() for path in room.folder.rglob("*")}
    inspect(room.folder)

    assert {path: path.stat() for path in room.folder.rglob("*")}.keys() == before.keys()


def test_a_bad_page(room: Room) -> None:
    room.filled(500)
    room.open()
    room.close()
    room.spoil(room.pages_of("activities")[2])
    found = inspect(room.folder)

    assert not found.sound
    assert words(found)[0] == f"The file {room.main} is damaged."
    assert words(found)[-2:] == [
        "The next start of PDO Companion repairs it.",
        f"Good backups in {room.places.backups}: 1 of 1.",
    ]


@pytest.mark.parametrize("content", [b"", b"noise", b"\xa5" * PAGE])
def test_no_database(room: Room, content: bytes) -> None:
    room.filled()
    room.main.write_bytes(content)

    assert not inspect(room.folder).sound


def test_activities_of_nobody(room: Room) -> None:
    room.filled(1)
    with closing(sqlite3.connect(room.main)) as connection:
        connection.execute("pragma foreign_keys = off")
        connection.execute("delete from learners")
        connection.commit()
    found = inspect(room.folder)

    assert not found.sound
    assert words(found)[1] == "activities 1: no such learners"
    store = room.open()
    assert [learner.name for learner in store.learners.all()] == ["无名 Unnamed 1"]
    assert "was damaged" in room.said()


def test_an_index_that_does_not_fit_is_mended_at_the_next_start(room: Room) -> None:
    _, done = room.filled(300)
    with closing(sqlite3.connect(room.main)) as connection:
        connection.execute("pragma writable_schema = on")
        connection.execute(
            "update sqlite_master set sql = replace(sql, 'attempt is not null', 'attempt is null') "
            "where name = 'activities_by_attempt'"
        )
        connection.commit()
    assert everything(room.open()) == done
    assert room.findings == ()
    room.close()
    assert not inspect(room.folder).sound

    assert everything(room.open()) == done
    assert "Nothing was lost." in room.said()
    room.close()
    assert inspect(room.folder).sound


def test_a_newer_version(room: Room) -> None:
    room.filled()
    with closing(sqlite3.connect(room.main)) as connection:
        connection.execute("pragma user_version = 99")
    with pytest.raises(StoreError, match="newer"):
        inspect(room.folder)


def test_no_records(room: Room) -> None:
    with pytest.raises(StoreError, match="There are no records"):
        inspect(room.folder)


def test_a_file_that_another_program_holds(room: Room) -> None:
    room.filled()
    with closing(sqlite3.connect(room.main)) as other:
        other.execute("pragma locking_mode = exclusive")
        other.execute("begin exclusive")
        with pytest.raises(StoreError, match="Another program"):
            inspect(room.folder)
