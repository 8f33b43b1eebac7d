"""The schema, as a list that only grows: a migration that was released is never changed.

Each function runs in one transaction and ends by writing its number into ``user_version``, where
an older application reads it without opening the file.
"""

from __future__ import annotations

import sqlite3

from sqlite_utils import Database, Migrations

from pdo_app.store.connection import APPLICATION_ID
from pdo_app.store.schema import SET

migrations = Migrations(SET)


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the file behind ``connection`` to this version. Raises sqlite3.Error."""
    migrations.apply(Database(connection, execute_plugins=False))


@migrations()
def m001_people_and_log(db: Database) -> None:
    """People, what they did, and the computer that wrote it down."""
    db.executescript(
        """
        create table learners (
            number integer primary key,
            id blob not null unique check (length(id) = 16),
            name text not null,
            destination text not null,
            departure text,
            mode text not null,
            created_at integer not null,
            updated_at integer not null,
            pin_hash text
        ) strict;

        create table activities (
            number integer primary key,
            id blob not null unique check (length(id) = 16),
            learner blob not null references learners (id) on delete cascade,
            verb text not null,
            target text not null,
            at integer not null,
            version text not null,
            device text not null,
            sequence integer not null,
            attempt blob check (length(attempt) = 16),
            result text not null
        ) strict;
        create index activities_by_target on activities (learner, verb, target);
        create index activities_by_attempt on activities (attempt) where attempt is not null;

        create trigger activities_are_never_changed before update on activities
        begin select raise(abort, 'the log is append-only'); end;
        create trigger activities_go_with_their_learner before delete on activities
        when exists (select 1 from learners where id = old.learner)
        begin select raise(abort, 'the log is append-only'); end;

        create table removed (
            learner blob not null unique check (length(learner) = 16),
            at integer not null,
            device text not null,
            lines integer not null
        ) strict;

        create table device (
            one integer primary key check (one = 1),
            id text not null,
            sequence integer not null
        ) strict;
        """
    )
    db.execute(f"pragma application_id = {APPLICATION_ID}")
    db.execute("pragma user_version = 1")
