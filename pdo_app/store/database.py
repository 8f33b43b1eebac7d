"""The file of people's records: open it, and close it again."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from pdo_app.errors import N_, Message, StoreError
from pdo_app.store.attempts import Attempts
from pdo_app.store.connection import connect, explain
from pdo_app.store.learners import Learners
from pdo_app.store.lock import FolderLock
from pdo_app.store.log import Log
from pdo_app.store.progress import Progress
from pdo_app.store.schema import is_current, is_newer
from pdo_app.store.transactions import Transactions

FILE = "learners.sqlite"


class Store(Transactions):
    """What the database remembers about people. Made by :func:`open_store`.

    ``lock`` is given back by :meth:`close`.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        folder: Path,
        lock: FolderLock,
        clock: Callable[[], datetime],
        new_id: Callable[[], UUID],
    ) -> None:
        super().__init__(connection, folder)
        log = Log(self, clock, new_id)
        self.learners = Learners(self, clock)
        self.progress = Progress(self, log)
        self.attempts = Attempts(log)
        self._lock = lock

    def close(self) -> None:
        """Close the file and let other processes in."""
        self._connection.close()
        self._lock.release()


@dataclass(frozen=True, slots=True)
class Opened:
    """An open store, and what its opening found, in plain words for the person."""

    store: Store
    findings: tuple[Message, ...] = ()


def open_store(
    folder: Path, *, clock: Callable[[], datetime], new_id: Callable[[], UUID]
) -> Opened:
    """Open the records in the data ``folder``, made where it is missing.

    ``clock`` gives UTC, ``new_id`` a UUIDv7. Raises StoreError, with nothing changed, where the
    records are in use, cannot be written, or come from a newer version.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise explain(error, folder) or error from error
    lock = FolderLock(folder)
    try:
        connection = connect(folder / FILE, mode="rwc")
        if is_newer(connection):
            raise _newer()
        connection.execute("pragma journal_mode=wal")
        if not is_current(connection):
            _migrate(connection)
        connection.execute(
            "insert or ignore into device (one, id, sequence) values (1, ?, 0)", (new_id().hex,)
        )
        return Opened(Store(connection, folder, lock, clock, new_id))
    except sqlite3.Error as error:
        lock.release()
        raise explain(error, folder) or error from error
    except BaseException:
        lock.release()
        raise


def _migrate(connection: sqlite3.Connection) -> None:
    # sqlite-utils takes 85 ms to import, as long as the rest of a start: only where it has work.
    from pdo_app.store.migrations import migrate

    migrate(connection)


def _newer() -> StoreError:
    return StoreError(
        Message(N_("These records were written by a newer version of PDO Companion.")),
        Message(N_("Install the newest version and start it. Nothing was changed.")),
    )
