import sqlite3
import stat
import sys
from contextlib import closing
from pathlib import Path

import pytest

from pdo_app.errors import StoreError
from pdo_app.records import Centre
from pdo_app.store import database

from .room import Room, everything


def test_the_first_start_makes_the_folder_and_finds_nothing(room: Room) -> None:
    store = room.open()

    assert store.learners.all() == ()
    assert room.findings == ()
    assert sorted(p.name for p in room.folder.glob("*")) == [
        "learners.lock",
        "learners.sqlite",
        "learners.sqlite-shm",
        "learners.sqlite-wal",
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps profiles apart by itself")
def test_other_users_of_the_computer_see_nothing(room: Room) -> None:
    room.open()

    assert stat.S_IMODE(room.folder.stat().st_mode) == 0o700


def test_what_was_written_is_there_after_a_restart(room: Room) -> None:
    person, done = room.filled()
    store = room.open()

    assert store.learners.all() == (person,)
    assert everything(store) == done


def test_a_second_store_is_told_and_changes_nothing(room: Room) -> None:
    store = room.open()
    with pytest.raises(StoreError, match="already open"):
        room.open()

    store.learners.add(room.person())
    room.close()
    assert len(room.open().learners.all()) == 1


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for folder in (tmp_path / "file", tmp_path / "file" / "data"):
        with pytest.raises(StoreError, match="may not write to the folder"):
            Room(folder).open()


def test_a_failed_opening_lets_others_in(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(database, "_prepare", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            room.open()

    room.open()


def test_a_file_that_another_program_holds(room: Room) -> None:
    room.filled()
    with closing(sqlite3.connect(room.main)) as other:
        other.execute("pragma locking_mode = exclusive")
        other.execute("begin exclusive")
        with pytest.raises(StoreError, match="Another program is using the records"):
            room.open()

    assert len(room.open().learners.all()) == 1


def test_the_daily_backup_fails_and_the_person_works(room: Room) -> None:
    room.filled()
    room.places.backups.write_text("a file where the folder should be")
    store = room.open()

    assert room.said().startswith("Today's backup could not be made.")
    store.learners.add(room.person())


@pytest.mark.parametrize("what", ["session", "centre"])
def test_a_computer_with_sessions_alone_is_backed_up_too(room: Room, what: str) -> None:
    store = room.open()
    if what == "session":
        store.sessions.add(room.session())
    else:
        store.centre.change(Centre(name="培训中心"))
    room.close()
    room.open()

    assert len(list(room.places.backups.iterdir())) == 1


def test_counts(room: Room) -> None:
    room.filled(7)

    assert room.open().counts() == {"learners": 1, "activities": 7}
