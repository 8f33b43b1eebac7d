import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from pdo_app.errors import StoreError
from pdo_app.store.places import beside, set_aside

from .room import PAGE, Room, everything, sound, work

Damage = Callable[[Room], None]


def empty(room: Room) -> None:
    room.main.write_bytes(b"")


def noise(room: Room) -> None:
    room.main.write_bytes(bytes(range(7, 251)) * 300)


def truncated(room: Room) -> None:
    data = room.main.read_bytes()
    room.main.write_bytes(data[: len(data) // 2 + 100])


def foreign(room: Room) -> None:
    room.main.unlink()
    with closing(sqlite3.connect(room.main)) as connection:
        connection.execute("create table holiday (photo)")


def missing(room: Room) -> None:
    room.main.unlink()


def zeroed_header(room: Room) -> None:
    room.spoil(1, b"\0" * PAGE)


@pytest.mark.parametrize("damage", [empty, noise, truncated, foreign, missing, zeroed_header])
def test_the_newest_backup_takes_the_place_of_a_broken_file(room: Room, damage: Damage) -> None:
    person, done = room.filled(1500)
    room.tomorrow()
    room.open()  # makes the backup
    room.close()
    damage(room)
    room.tomorrow()
    store = room.open()

    assert store.learners.all() == (person,)
    assert everything(store) == done
    assert "was put in its place" in room.said()
    assert ("was missing" if damage is missing else "was damaged") in room.said()
    room.close()
    assert sound(room.folder)
    room.open()
    assert room.findings == ()


@pytest.mark.parametrize("damage", [empty, noise, truncated, foreign, zeroed_header])
def test_the_broken_file_is_kept_under_a_dated_name(room: Room, damage: Damage) -> None:
    room.filled(300)
    damage(room)
    broken = room.main.read_bytes()
    room.open()
    aside = room.places.damaged / "learners-2026-11-24_120000.sqlite"

    assert aside.read_bytes() == broken
    assert f"set aside as {aside}" in room.said()


def test_a_broken_file_without_a_backup(room: Room) -> None:
    room.filled()
    noise(room)
    store = room.open()

    assert store.learners.all() == ()
    assert room.said().endswith(
        "There was no good backup, so a new file was begun. "
        "Whatever else was in the damaged file is lost."
    )


def test_what_is_newer_than_the_backup_is_read_from_the_damaged_file(room: Room) -> None:
    person, done = room.filled(500)
    room.tomorrow()
    store = room.open()
    newcomer = room.person("张伟")
    changed = replace(person, name="王芳芳", updated_at=room.now)
    store.learners.add(newcomer)
    store.learners.change(changed)
    done += work(store, newcomer.id, 700)
    room.close()
    bad = room.pages_of("activities_by_target")[1]
    room.spoil(bad)
    store = room.open()

    assert everything(store) == done
    assert store.learners.all() == (changed, newcomer)
    assert "read from the damaged file and added: 700. Nothing was lost." in room.said()
    room.close()
    assert sound(room.folder)


@pytest.mark.parametrize("which", ["first", "middle", "last"])
def test_one_bad_page_of_the_log_costs_only_its_own_lines(room: Room, which: str) -> None:
    person, done = room.filled(1000)
    pages = room.pages_of("activities")
    room.spoil(pages[{"first": 0, "middle": len(pages) // 2, "last": -1}[which]])
    store = room.open()
    kept = everything(store)

    assert [line for line in done if line in kept] == kept
    assert 0 < len(done) - len(kept) < 40
    assert store.learners.all() == (person,)
    assert room.said().endswith(f"and are lost: {len(done) - len(kept)}.")
    assert f"and added: {len(kept)}." in room.said()


def test_lines_of_a_file_that_was_repaired_before_are_missed_too(room: Room) -> None:
    room.filled(1000)
    truncated(room)
    store = room.open()  # a new device from here on
    kept = len(everything(store))
    work(store, store.learners.all()[0].id, 30)
    room.close()
    pages = room.pages_of("activities")
    room.spoil(pages[len(pages) // 3])
    shutil.rmtree(room.places.backups, ignore_errors=True)
    store = room.open()

    assert len(everything(store)) < kept + 30
    assert "Nothing was lost." not in room.said()
    assert room.said().endswith("Whatever else was in the damaged file is lost.")


def test_a_bad_root_of_the_log_costs_nothing(room: Room) -> None:
    _, done = room.filled(1000)
    with closing(sqlite3.connect(room.main)) as connection:
        (root,) = connection.execute(
            "select rootpage from sqlite_master where name = 'activities'"
        ).fetchone()
    room.spoil(root)

    assert everything(room.open()) == done
    assert room.said().endswith("Nothing was lost.")


def test_a_bad_page_of_people_keeps_what_they_did(room: Room) -> None:
    person, done = room.filled(30)
    (page,) = room.pages_of("learners")
    room.spoil(page)
    store = room.open()
    (nameless,) = store.learners.all()

    assert nameless.id == person.id
    assert nameless.name == "无名 Unnamed 1"
    assert everything(store) == done
    assert "now called 无名 Unnamed: 1. Nothing was lost." in room.said()


def test_a_bad_page_of_people_who_are_in_the_backup(room: Room) -> None:
    person, _ = room.filled(30)
    room.tomorrow()
    room.open()
    room.close()
    (page,) = room.pages_of("learners")
    room.spoil(page)

    assert room.open().learners.all() == (person,)


def test_an_older_row_of_a_person_does_not_win(room: Room) -> None:
    person, _ = room.filled()
    older = replace(person, name="older", updated_at=room.now - timedelta(days=1))
    room.open()
    room.tomorrow()
    room.close()
    with closing(sqlite3.connect(room.main)) as connection:
        connection.execute(
            "update learners set name = 'older', updated_at = updated_at - 86400000000"
        )
        connection.commit()
    room.spoil(room.pages_of("activities_by_target")[0])

    assert older.name == "older"
    assert room.open().learners.all() == (person,)


def test_a_removed_person_does_not_come_back_from_a_backup(room: Room) -> None:
    gone, _ = room.filled(300)
    room.tomorrow()
    store = room.open()
    stays = room.person("stays")
    store.learners.add(stays)
    done = work(store, stays.id, 300)
    store.learners.remove(gone.id)
    room.close()
    room.spoil(room.pages_of("activities_by_target")[0])
    store = room.open()

    assert store.learners.all() == (stays,)
    assert everything(store) == done
    assert room.said().endswith("Nothing was lost.")


def test_committed_lines_in_the_log_beside_the_file_are_read_too(room: Room) -> None:
    """The application was killed: its newest lines are only in the write-ahead log."""
    _, done = room.filled(500)
    store = room.open()
    done += work(store, done[0].learner, 100)
    with store.writing():
        work(store, done[0].learner, 10)
        images = {p: p.read_bytes() for p in room.folder.glob("learners.sqlite*")}
    room.close()
    for path, data in images.items():
        path.write_bytes(data)
    room.spoil(1)
    store = room.open()

    assert everything(store) == done
    assert sorted(path.name for path in room.places.damaged.iterdir()) == [
        "learners-2026-11-24_120000.sqlite",
        "learners-2026-11-24_120000.sqlite-shm",
        "learners-2026-11-24_120000.sqlite-wal",
    ]


def test_a_repaired_file_counts_as_a_new_device(room: Room) -> None:
    person, done = room.filled()
    room.spoil(room.pages_of("activities")[0])
    (line,) = work(room.open(), person.id, 1)

    assert line.device != done[0].device
    assert line.sequence == 1


def test_a_file_damaged_twice(room: Room) -> None:
    person, _ = room.filled(500)
    room.spoil(room.pages_of("activities")[3])
    work(room.open(), person.id, 500)
    room.close()
    room.spoil(room.pages_of("activities")[-3])
    kept = everything(room.open())

    assert 900 < len(kept) < 1000
    assert len(list(room.places.damaged.glob("*.sqlite"))) == 2


def test_damaged_backups_are_passed_over(room: Room) -> None:
    _, done = room.filled()
    for _ in range(3):
        room.tomorrow()
        room.open()
        room.close()
    newest, second, _ = sorted(room.places.backups.iterdir(), reverse=True)
    newest.write_bytes(b"")
    with second.open("r+b") as file:
        file.truncate(PAGE * 3)
    empty(room)
    store = room.open()

    assert everything(store) == done
    assert "Backups that are damaged too: 2." in room.said()


def test_all_backups_are_damaged(room: Room) -> None:
    room.filled()
    room.tomorrow()
    room.open()
    room.close()
    for path in room.places.backups.iterdir():
        path.write_bytes(b"nothing")
    noise(room)
    room.open()

    assert "Backups that are damaged too: 1. There was no good backup" in room.said()


def test_a_power_cut_before_the_new_file_takes_its_place(room: Room) -> None:
    _, done = room.filled(300)
    shutil.copy(room.main, room.places.ready)
    noise(room)
    beside(room.main, "-wal").write_bytes(b"old")
    store = room.open()

    assert everything(store) == done
    assert "interrupted has been finished" in room.said()
    assert not room.places.ready.exists()
    assert len(list(room.places.damaged.iterdir())) == 2


def test_a_power_cut_while_the_damaged_file_is_set_aside(room: Room) -> None:
    _, done = room.filled(300)
    shutil.copy(room.main, room.places.ready)
    set_aside(room.places, room.now)
    store = room.open()

    assert everything(store) == done
    assert set_aside(room.places, room.now) is not None


def test_a_power_cut_while_the_new_file_is_built(room: Room) -> None:
    _, done = room.filled(300)
    room.places.unfinished.write_bytes(b"half")
    room.spoil(room.pages_of("activities_by_target")[0])

    assert everything(room.open()) == done


@pytest.mark.parametrize("name", ["learners.sqlite-wal", "learners.sqlite-shm"])
def test_what_lies_beside_a_missing_file_does_not_get_into_the_new_one(
    room: Room, name: str
) -> None:
    room.folder.mkdir()
    (room.folder / name).write_bytes(b"x" * 5000)
    room.open()

    assert room.findings == ()
    assert (room.places.damaged / f"learners-2026-11-24_120000.{name[9:]}").exists()


def test_a_file_that_cannot_be_mended_is_left_alone(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk breaks every file that is written."""
    room.filled()
    noise(room)
    before = room.main.read_bytes()

    def break_it(path: Path, *_: object) -> None:
        if path == room.places.unfinished:
            path.write_bytes(b"\xa5" * PAGE)

    monkeypatch.setattr("pdo_app.store.rebuild.flush", break_it)
    with pytest.raises(StoreError, match="is damaged"):
        room.open()

    aside = next(room.places.damaged.iterdir())
    assert aside.read_bytes() == before
