"""Which migrations this version knows: enough to tell, without loading the migrations
themselves, whether a file is of this version, older or newer."""

from __future__ import annotations

import sqlite3

SET = "store"
NAMES = ("m001_people_and_log", "m002_training_sessions")


def applied(connection: sqlite3.Connection) -> frozenset[str]:
    """Return the names of the migrations that the file has seen. Raises sqlite3.Error."""
    known = connection.execute(
        "select 1 from sqlite_master where type = 'table' and name = '_sqlite_migrations'"
    ).fetchone()
    if known is None:
        return frozenset()
    rows = connection.execute("select name from _sqlite_migrations where migration_set = ?", (SET,))
    return frozenset(name for (name,) in rows)


def is_newer(connection: sqlite3.Connection) -> bool:
    """Tell whether a later version of the application has changed the file."""
    (version,) = connection.execute("pragma user_version").fetchone()
    return version > len(NAMES) or not applied(connection) <= frozenset(NAMES)


def is_current(connection: sqlite3.Connection) -> bool:
    """Tell whether no migration is pending."""
    return applied(connection) == frozenset(NAMES)
