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


@migrations()
def m002_training_sessions(db: Database) -> None:
    """Sessions with their people and their log, the centre, and when a session was last shown."""
    db.executescript(
        """
        create table sessions (
            number integer primary key,
            id blob not null unique check (length(id) = 16),
            title text not null,
            template text not null,
            trainer text not null,
            place text not null,
            destination text not null,
            sector text not null,
            groups text not null,
            mode text not null,
            first_day text not null,
            plan text not null,
            rule integer not null,
            created_at integer not null,
            updated_at integer not null,
            closed_at integer
        ) strict;

        create table participants (
            number integer primary key,
            id blob not null unique check (length(id) = 16),
            session blob not null references sessions (id) on delete cascade,
            name text not null,
            company text not null,
            destination text not null,
            departure text,
            sector text not null,
            returnee integer not null,
            phone text not null,
            walk_in integer not null,
            merged_into blob check (length(merged_into) = 16),
            created_at integer not null,
            updated_at integer not null
        ) strict;
        create index participants_by_session on participants (session);

        create table session_events (
            number integer primary key,
            id blob not null unique check (length(id) = 16),
            session blob not null references sessions (id) on delete cascade,
            participant blob references participants (id) on delete cascade,
            verb text not null,
            target text not null,
            at integer not null,
            version text not null,
            device text not null,
            sequence integer not null,
            result text not null
        ) strict;
        create index session_events_by_verb on session_events (session, verb);
        create index session_events_by_participant on session_events (participant)
        where participant is not null;

        create trigger session_events_are_never_changed before update on session_events
        begin select raise(abort, 'the log is append-only'); end;
        create trigger session_events_go_with_theirs before delete on session_events
        when exists (select 1 from sessions where id = old.session) and (
            old.participant is null
            or exists (select 1 from participants where id = old.participant)
        )
        begin select raise(abort, 'the log is append-only'); end;

        create table centre (
            one integer primary key check (one = 1),
            name text not null,
            address text not null,
            logo blob not null,
            trainers text not null,
            pin_hash text,
            recovery_hash text,
            updated_at integer not null
        ) strict;

        create table alive (
            session blob not null unique references sessions (id) on delete cascade,
            at integer not null
        ) strict;

        alter table removed rename column learner to thing;
        """
    )
    db.execute("pragma user_version = 2")
