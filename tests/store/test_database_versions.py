"""A file of another version: migrated, refused, passed over."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest
from sqlite_utils import Database

from pdo_app.errors import StoreError
from pdo_app.records import Learner
from pdo_app.store import learners, log, migrations, rebuild, schema

from .room import Room, everything, files_in, sound


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
        before = files_in(room.folder)
        with pytest.raises(StoreError, match="newer version"):
            room.open()

        assert files_in(room.folder) == before

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
