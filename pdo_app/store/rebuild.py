"""A new file of records, empty or from a backup, that is to take the place of the main one."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from uuid import UUID

from pdo_app.store.backups import copy
from pdo_app.store.connection import connect
from pdo_app.store.places import Places, flush, remove_whole
from pdo_app.store.schema import is_current


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the file behind ``connection`` to this version. Raises sqlite3.Error."""
    if not is_current(connection):
        # sqlite-utils takes as long to import as the rest of a start: only where it has work.
        from pdo_app.store.migrations import migrate as apply

        apply(connection)


def begin(places: Places, base: Path | None, new_id: Callable[[], UUID]) -> sqlite3.Connection:
    """Build the unfinished file from ``base``, or empty, and return a connection to it.

    It counts as a new device: a number of the log that is lost with the old file is never given
    twice. Raises sqlite3.Error or OSError.
    """
    remove_whole(places.unfinished)
    if base is not None:
        with closing(connect(base, mode="still")) as source:
            copy(source, places.unfinished)
    connection = connect(places.unfinished, mode="rwc")
    try:
        migrate(connection)
        connection.execute(
            "insert or replace into device (one, id, sequence) values (1, ?, 0)", (new_id().hex,)
        )
    except BaseException:
        connection.close()
        raise
    return connection


def finish(places: Places, connection: sqlite3.Connection) -> None:
    """Close the unfinished file and declare it ready. Raises sqlite3.Error or OSError."""
    connection.close()
    flush(places.unfinished)
    places.unfinished.replace(places.ready)
    flush(places.folder)
