import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from pdo_app.store.backups import KEPT, Backups, copy, is_good
from pdo_app.store.connection import connect

from .room import NOON, Room, everything, sound


def names(room: Room) -> list[str]:
    return sorted(path.name for path in room.places.backups.glob("*"))


def test_one_backup_a_day_at_start(room: Room) -> None:
    room.filled()
    assert names(room) == []
    for _ in range(3):
        room.open()
        room.close()
    assert names(room) == ["learners-2026-11-24_120000.sqlite"]
    room.tomorrow()
    room.open()

    assert names(room)[1:] == ["learners-2026-11-25_120000.sqlite"]


def test_nothing_to_back_up_without_people(room: Room) -> None:
    room.open()
    room.close()
    room.open()

    assert names(room) == []


def test_the_last_ten_are_kept(room: Room) -> None:
    room.filled()
    for _ in range(KEPT + 3):
        room.open()
        room.close()
        room.tomorrow()

    assert len(names(room)) == KEPT
    assert names(room)[0] == "learners-2026-11-27_120000.sqlite"


def test_the_one_just_made_stays_though_the_clock_went_back(room: Room) -> None:
    room.filled()
    for _ in range(KEPT):
        room.open()
        room.close()
        room.tomorrow()
    room.now = NOON.replace(year=2009)
    room.open()

    assert names(room)[0] == "learners-2009-11-24_120000.sqlite"
    assert len(names(room)) == KEPT


def test_newest_first_within_a_second(room: Room) -> None:
    room.filled()
    backups = Backups(room.places.backups, room.clock)
    with closing(connect(room.main)) as connection:
        made = [backups.make(connection) for _ in range(3)]

    assert list(backups.newest_first()) == made[::-1]


def test_a_backup_is_one_whole_file(room: Room) -> None:
    _, done = room.filled(500)
    store = room.open()
    (backup,) = room.places.backups.iterdir()
    copied = Room(room.folder / "elsewhere")
    copied.folder.mkdir()
    backup.rename(copied.main)

    assert sound(copied.folder)
    assert everything(copied.open()) == done == everything(store)
    copied.close()


def test_a_copy_that_is_stopped_leaves_nothing(room: Room, tmp_path: Path) -> None:
    room.filled()

    def stop() -> None:
        raise InterruptedError

    target = tmp_path / "copy"
    target.write_text("what was there")
    with closing(connect(room.main)) as connection, pytest.raises(InterruptedError):
        copy(connection, target, stop)

    assert target.read_text() == "what was there"
    assert not list(tmp_path.glob("copy.*"))


def test_a_copy_is_of_one_moment_though_somebody_writes(room: Room, tmp_path: Path) -> None:
    room.filled(3000)
    store = room.open()
    steps = []

    def write() -> None:
        steps.append(1)
        store.learners.add(room.person())

    with closing(connect(room.main, mode="ro")) as connection:
        copy(connection, tmp_path / "learners.sqlite", write)
    with closing(sqlite3.connect(tmp_path / "learners.sqlite")) as copied:
        people = copied.execute("select count(*) from learners").fetchone()

    assert len(steps) >= 1
    assert people == (1,)


@pytest.mark.parametrize("content", [b"", b"text", b"SQLite format 3\0" + b"\0" * 5000])
def test_what_is_no_backup(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.sqlite"
    path.write_bytes(content)

    assert not is_good(path)
    assert not is_good(tmp_path / "missing")


def test_another_database_is_no_backup(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("create table holiday (photo)")

    assert not is_good(path)


def test_an_old_backup_that_somebody_reads_is_left_for_next_time(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.filled()
    for _ in range(KEPT):
        room.open()
        room.close()
        room.tomorrow()
    unlink = Path.unlink

    def in_use(path: Path, missing_ok: bool = False) -> None:
        if path.parent == room.places.backups and path.suffix == ".sqlite":
            raise PermissionError(path)
        unlink(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", in_use)
    room.open()

    assert len(names(room)) == KEPT + 1
