"""Backups that a person makes, and records put back from one."""

import errno
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from pdo_app.errors import InputError, StoreError, WriteError
from pdo_app.records import Verb
from pdo_app.store import database
from pdo_app.store.database import backup, restore

from .room import PAGE, Room, everything, files_in, sound, work


class TestBackup:
    def test_to_a_file_of_ones_own(self, room: Room, tmp_path: Path) -> None:
        _, done = room.filled()
        target = tmp_path / "stick" / "mine.sqlite"
        target.parent.mkdir()
        target.write_text("an older one")
        room.open().backup(target)
        room.close()
        restore(room.folder / "other", target, clock=room.clock, new_id=room.new_id)
        other = Room(room.folder / "other")

        assert everything(other.open()) == done
        other.close()

    def test_while_the_application_is_running(self, room: Room, tmp_path: Path) -> None:
        store = room.open()
        person = room.person()
        store.learners.add(person)
        backup(room.folder, tmp_path / "mine.sqlite")

        assert not list(tmp_path.glob("*.part*"))
        with closing(sqlite3.connect(tmp_path / "mine.sqlite")) as connection:
            assert connection.execute("select name from learners").fetchall() == [("王芳",)]

    def test_leaves_nothing_beside_a_store_at_rest(self, room: Room, tmp_path: Path) -> None:
        room.filled()
        before = files_in(room.folder)
        backup(room.folder, tmp_path / "mine.sqlite")

        assert files_in(room.folder) == before

    def test_where_nothing_can_be_written(self, room: Room, tmp_path: Path) -> None:
        store = room.open()
        with pytest.raises(WriteError, match=r"could not be written\. Choose another folder"):
            store.backup(tmp_path / "missing" / "mine.sqlite")

    def test_where_the_disk_is_full(
        self, room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(*_: object) -> None:
            raise OSError(errno.ENOSPC, "no space left on device")

        monkeypatch.setattr(database, "copy", full)
        with pytest.raises(WriteError, match="Free some space on that disk"):
            room.open().backup(tmp_path / "mine.sqlite")

    def test_not_over_the_records_themselves(self, room: Room) -> None:
        person, _ = room.filled()
        store = room.open()
        with pytest.raises(WriteError):
            store.backup(room.main)

        assert store.learners.all() == (person,)

    def test_of_nothing(self, room: Room, tmp_path: Path) -> None:
        with pytest.raises(StoreError, match="There are no records"):
            backup(room.folder, tmp_path / "mine.sqlite")


class TestRestore:
    def restore(self, room: Room, source: Path) -> Path | None:
        return restore(room.folder, source, clock=room.clock, new_id=room.new_id)

    def test_puts_the_backup_in_place_and_keeps_what_was_there(
        self, room: Room, tmp_path: Path
    ) -> None:
        person, done = room.filled()
        source = tmp_path / "mine.sqlite"
        backup(room.folder, source)
        later = work(room.open(), person.id, 5)
        room.close()
        room.tomorrow()
        kept = self.restore(room, source)
        store = room.open()

        assert everything(store) == done
        (line,) = work(store, person.id, 1)
        assert line.device != done[0].device
        room.close()
        assert kept is not None
        assert kept.parent == room.places.backups
        self.restore(room, kept)
        assert everything(room.open()) == done + later

    def test_over_a_damaged_file(self, room: Room, tmp_path: Path) -> None:
        _, done = room.filled()
        source = tmp_path / "mine.sqlite"
        backup(room.folder, source)
        room.main.write_bytes(b"noise")
        kept = self.restore(room, source)

        assert kept is not None
        assert kept.read_bytes() == b"noise"
        assert everything(room.open()) == done
        assert room.findings == ()

    @pytest.mark.parametrize("content", [b"", b"text", None])
    def test_of_no_backup(self, room: Room, tmp_path: Path, content: bytes | None) -> None:
        _, done = room.filled()
        source = tmp_path / "a.sqlite"
        if content is not None:
            source.write_bytes(content)
        with pytest.raises(InputError, match="is not a whole backup"):
            self.restore(room, source)

        assert everything(room.open()) == done

    def test_of_a_damaged_backup(self, room: Room, tmp_path: Path) -> None:
        room.filled(500)
        source = tmp_path / "mine.sqlite"
        backup(room.folder, source)
        with source.open("r+b") as file:
            file.truncate(10 * PAGE)
        with pytest.raises(InputError):
            self.restore(room, source)

    def test_of_the_records_themselves(self, room: Room) -> None:
        room.filled()
        with pytest.raises(InputError):
            self.restore(room, room.main)

    def test_of_a_newer_version(self, room: Room, tmp_path: Path) -> None:
        room.filled()
        source = tmp_path / "mine.sqlite"
        backup(room.folder, source)
        with closing(sqlite3.connect(source)) as connection:
            connection.execute("pragma user_version = 99")
        with pytest.raises(StoreError, match="newer version"):
            self.restore(room, source)

    def test_while_the_application_is_running(self, room: Room, tmp_path: Path) -> None:
        person, _ = room.filled()
        source = tmp_path / "mine.sqlite"
        backup(room.folder, source)
        store = room.open()
        with pytest.raises(StoreError, match="already open"):
            self.restore(room, source)

        store.progress.append(person.id, Verb.VIEWED, "a", version="1")
        room.close()
        assert sound(room.folder)
