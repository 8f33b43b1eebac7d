import errno
import sqlite3
import stat
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from pdo_app.errors import InputError, StoreError, WriteError
from pdo_app.records import Centre, Learner, Verb
from pdo_app.store import database, learners, log, migrations, rebuild, schema
from pdo_app.store.database import backup, restore

from .room import PAGE, Room, everything, sound, work


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


class TestVersions:
    @pytest.fixture
    def grown(self, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
        """A later version of the application, with one more migration."""
        listed = list(migrations.migrations._migrations)

        @migrations.migrations()
        def m003_shoes(db: Database) -> None:
            db.execute("create table shoes (size integer)")
            db.execute("pragma user_version = 3")

        monkeypatch.setattr(schema, "NAMES", (*schema.NAMES, "m003_shoes"))
        monkeypatch.setattr("pdo_app.store.recovery.NAMES", schema.NAMES)
        yield
        migrations.migrations._migrations[:] = listed

    def test_the_two_lists_of_migrations_agree(self) -> None:
        assert tuple(m.name for m in migrations.migrations._migrations) == schema.NAMES

    def test_every_migration_writes_its_number(self, room: Room) -> None:
        store = room.open()

        assert store.rows("pragma user_version") == [(len(schema.NAMES),)]

    @pytest.mark.usefixtures("grown")
    def test_a_migration_keeps_everything_and_a_copy_from_before(self, room: Room) -> None:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(schema, "NAMES", schema.NAMES[:2])
            patch.setattr(rebuild, "migrate", _without_shoes)
            _, done = room.filled()
        store = room.open()

        assert everything(store) == done
        assert store.rows("select count(*) from shoes") == [(0,)]
        (before,) = room.places.backups.iterdir()
        with closing(sqlite3.connect(before)) as connection:
            assert connection.execute("pragma user_version").fetchone() == (2,)

    @pytest.mark.usefixtures("grown")
    def test_a_migration_that_fails_changes_nothing(self, room: Room) -> None:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(schema, "NAMES", schema.NAMES[:2])
            patch.setattr(rebuild, "migrate", _without_shoes)
            room.filled()
        before = room.main.read_bytes()
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(migrations.migrations._migrations[2], "fn", lambda _: 1 / 0)
            with pytest.raises(ZeroDivisionError):
                room.open()

        assert room.main.read_bytes() == before

    def test_a_file_of_the_first_version(self, room: Room) -> None:
        person = first_version(room)
        store = room.open()

        assert store.learners.all() == (person,)
        assert [line.target for line in everything(store)] == ["core/m01/a"]
        assert store.sessions.all() == ()
        assert store.rows("select hex(thing), lines from removed") == [("AB" * 16, 3)]
        (before,) = room.places.backups.iterdir()
        with closing(sqlite3.connect(before)) as connection:
            assert connection.execute("pragma user_version").fetchone() == (1,)
        room.close()
        assert sound(room.folder)

    def test_a_damaged_file_of_the_first_version(self, room: Room) -> None:
        person = first_version(room)
        room.spoil(1)
        store = room.open()

        assert store.learners.all() == (person,)
        assert len(everything(store)) == 1
        assert store.rows("select hex(thing), lines from removed") == [("AB" * 16, 3)]

    @pytest.mark.parametrize(
        "sql",
        [
            "pragma user_version = 99",
            "insert into _sqlite_migrations (migration_set, name, applied_at) "
            "values ('store', 'm099_later', '')",
        ],
    )
    def test_a_newer_file_is_refused_untouched(self, room: Room, sql: str) -> None:
        room.filled()
        with closing(sqlite3.connect(room.main)) as connection:
            connection.execute(sql)
            connection.commit()
        before = _content(room.folder)
        with pytest.raises(StoreError, match="newer version"):
            room.open()

        assert _content(room.folder) == before

    def test_a_backup_of_a_newer_version_is_passed_over(self, room: Room) -> None:
        _, done = room.filled()
        room.open()
        room.close()
        room.tomorrow()
        room.open()
        room.close()
        newest = max(room.places.backups.iterdir())
        with closing(sqlite3.connect(newest)) as connection:
            connection.execute("pragma user_version = 99")
        room.main.write_bytes(b"")

        assert everything(room.open()) == done

    def test_a_file_that_cannot_be_begun(self, room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(rebuild, "migrate", lambda _: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            room.open()
        monkeypatch.undo()

        assert room.open().learners.all() == ()
        assert room.findings == ()


def first_version(room: Room) -> Learner:
    """Write a file as the first version left it: one person, one line, one person removed."""
    person = room.person()
    room.folder.mkdir()
    with closing(sqlite3.connect(room.main, isolation_level=None)) as connection:
        migrations.migrations.apply(
            Database(connection, execute_plugins=False), stop_before="m002_training_sessions"
        )
        connection.execute("insert into device values (1, 'old', 4)")
        connection.execute(
            f"insert into learners ({learners.COLUMNS}) values (?, ?, ?, ?, ?, ?, ?, ?)",
            learners.to_row(person),
        )
        connection.execute(
            f"insert into activities ({log.COLUMNS}) "
            "values (?, ?, 'viewed', 'core/m01/a', 0, '1', 'old', 4, null, '{}')",
            (room.new_id().bytes, person.id.bytes),
        )
        connection.execute("insert into removed values (?, 0, 'old', 3)", (b"\xab" * 16,))
    return person


def _without_shoes(connection: sqlite3.Connection) -> None:
    migrations.migrations.apply(
        Database(connection, execute_plugins=False), stop_before="m003_shoes"
    )


def _content(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


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
        before = _content(room.folder)
        backup(room.folder, tmp_path / "mine.sqlite")

        assert _content(room.folder) == before

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
