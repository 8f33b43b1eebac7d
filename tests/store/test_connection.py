import errno
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from pdo_app.errors import StoreError
from pdo_app.store.connection import connect, explain, explained, is_damage, is_full

from .room import Room

HERE = Path("C:/Users/某人/records")


def sqlite_error(code: int) -> sqlite3.Error:
    error = sqlite3.OperationalError("from SQLite")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (sqlite_error(sqlite3.SQLITE_FULL), "The disk is full"),
        (sqlite_error(sqlite3.SQLITE_IOERR_WRITE), "did not take the records"),
        (sqlite_error(sqlite3.SQLITE_BUSY), "Another program is using"),
        (sqlite_error(sqlite3.SQLITE_LOCKED), "Another program is using"),
        (sqlite_error(sqlite3.SQLITE_READONLY_DIRECTORY), "may not write to the folder"),
        (sqlite_error(sqlite3.SQLITE_CANTOPEN), "may not write to the folder"),
        (sqlite_error(sqlite3.SQLITE_CORRUPT_INDEX), "is damaged"),
        (sqlite_error(sqlite3.SQLITE_NOTADB), "is damaged"),
        (OSError(errno.ENOSPC, ""), "The disk is full"),
        (OSError(errno.EROFS, ""), "may not write to the folder"),
        (OSError(errno.EIO, ""), "did not take the records"),
        (OSError("no number"), "did not take the records"),
    ],
)
def test_what_a_person_can_act_on_is_said(error: sqlite3.Error | OSError, words: str) -> None:
    with pytest.raises(StoreError, match=words) as raised, explained(HERE):
        raise error

    assert raised.value.__cause__ is error


@pytest.mark.parametrize(
    "error", [sqlite_error(sqlite3.SQLITE_ERROR), sqlite3.ProgrammingError("closed")]
)
def test_a_bug_is_not_explained_away(error: sqlite3.Error) -> None:
    assert explain(error, HERE) is None
    with pytest.raises(type(error)), explained(HERE):
        raise error


def test_an_unreadable_sector_is_damage_and_a_full_disk_is_not() -> None:
    assert is_damage(sqlite_error(sqlite3.SQLITE_IOERR_READ))
    assert is_damage(sqlite_error(sqlite3.SQLITE_IOERR_SHORT_READ))
    assert not is_damage(sqlite_error(sqlite3.SQLITE_IOERR_WRITE))
    assert is_full(sqlite_error(sqlite3.SQLITE_FULL))
    assert not is_full(sqlite_error(sqlite3.SQLITE_IOERR_WRITE))


@pytest.mark.parametrize("name", ["行前 指南", "50% off?", "a#b", "it's"])
def test_any_folder_name(tmp_path: Path, name: str) -> None:
    room = Room(tmp_path / name)
    room.filled()

    assert room.main.exists()
    assert len(room.open().learners.all()) == 1
    room.close()


def test_relative_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Room(Path("data")).filled()

    assert (tmp_path / "data" / "learners.sqlite").exists()


def test_the_safety_of_every_connection(room: Room) -> None:
    room.filled()
    with closing(connect(room.main)) as connection:
        asked = ("foreign_keys", "recursive_triggers", "secure_delete", "synchronous")
        values = [connection.execute(f"pragma {name}").fetchone()[0] for name in asked]
        assert values == [1, 1, 1, 2]
        assert connection.execute("pragma journal_mode").fetchone() == ("wal",)


def test_a_windows_path_gets_its_slash(monkeypatch: pytest.MonkeyPatch) -> None:
    class Drive:
        def absolute(self) -> "Drive":
            return self

        def as_posix(self) -> str:
            return "C:/行/a.sqlite"

    opened: list[str] = []

    def refuse(address: str, **_: object) -> None:
        opened.append(address)
        raise sqlite3.OperationalError

    monkeypatch.setattr(sqlite3, "connect", refuse)
    with pytest.raises(sqlite3.OperationalError):
        connect(Drive())  # type: ignore[arg-type]

    assert opened == ["file:///C:/%E8%A1%8C/a.sqlite?mode=rw"]
