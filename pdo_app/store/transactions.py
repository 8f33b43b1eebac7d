"""One open connection: reading, writing in one transaction, and the announcement after it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from os.path import samestat
from pathlib import Path
from typing import Any

from pdo_app.changes import Topic
from pdo_app.errors import N_, Message, StoreError
from pdo_app.store.connection import explain, is_damage
from pdo_app.store.places import Places

Row = tuple[Any, ...]


def _nobody_listens(topics: frozenset[Topic]) -> None:
    """Until somebody sets ``on_commit``."""


class Transactions:
    """Reads and writes over ``connection``; ``folder`` is named in sentences for the person.

    ``on_commit`` is called with the topics of a write after its outermost commit, and may be set
    to any function.
    """

    def __init__(self, connection: sqlite3.Connection, folder: Path) -> None:
        self.on_commit: Callable[[frozenset[Topic]], None] = _nobody_listens
        self._connection = connection
        self._folder = folder
        self._file = Places(folder).main.stat()
        self._open: list[set[Topic]] = []

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[Row]:
        """Return the rows of a query or of a writing statement that returns some.

        Raises StoreError where the disk, another program or the file itself is in the way.
        """
        if self._open and not self._connection.in_transaction:
            # An error inside ended the transaction, and the block went on all the same.
            raise sqlite3.OperationalError("the transaction was undone already")
        try:
            return self._connection.execute(sql, values).fetchall()
        except sqlite3.Error as error:
            if is_damage(error):
                with suppress(OSError):
                    Places(self._folder).suspicion.touch()
            raise (explain(error, self._folder) or error) from error

    def settle(self) -> None:
        """Leave nothing of what was deleted in the write-ahead log, where no write is open."""
        if not self._open:
            self.rows("pragma wal_checkpoint(truncate)")

    @contextmanager
    def writing(self, *topics: Topic) -> Iterator[None]:
        """Run the block as one transaction, and announce ``topics`` once it is on the disk.

        Blocks nest: only the outermost commits and announces, for all of them. A block left by
        an exception is undone, with everything inside it, and announces nothing. Raises
        StoreError where the disk, another program or the file itself is in the way.
        """
        if not self._open:
            self._require_file()
        begin, keep, undo = _OUTER if not self._open else _inner(len(self._open))
        self.rows(begin)
        mine = set(topics)
        self._open.append(mine)
        try:
            yield
            self.rows(keep)
        except BaseException:
            # SQLite ends the transaction itself after some errors, such as a full disk.
            if self._connection.in_transaction:
                for statement in undo:
                    self.rows(statement)
            raise
        finally:
            self._open.pop()
        if self._open:
            self._open[-1].update(mine)
        elif mine:
            self.on_commit(frozenset(mine))

    def _require_file(self) -> None:
        """Raise StoreError where the open file is no longer the one in the folder.

        But for Windows, a file that was deleted takes everything as before, and keeps nothing.
        """
        try:
            there = samestat(self._file, Places(self._folder).main.stat())
        except OSError:
            there = False
        if not there:
            where: dict[str, object] = {"folder": str(self._folder)}
            raise StoreError(
                Message(N_("The file of records is no longer in {folder}."), where),
                Message(
                    N_(
                        "Connect its disk again, or put the folder back. Where that cannot be "
                        "done, save a backup in the settings now, with all that was saved before."
                    )
                ),
            )


_OUTER = ("begin immediate", "commit", ("rollback",))


def _inner(depth: int) -> tuple[str, str, tuple[str, ...]]:
    name = f"depth_{depth}"
    return f"savepoint {name}", f"release {name}", (f"rollback to {name}", f"release {name}")
