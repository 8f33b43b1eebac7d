"""Copies of the file of records: SQLite's own online backup, whole or not at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from pdo_app.store.connection import APPLICATION_ID, connect
from pdo_app.store.places import beside, flush, free_name, remove_whole, stamp
from pdo_app.store.schema import is_newer

KEPT = 10
PAGES_AT_ONCE = 2000


def _go_on() -> None:
    """Nobody wants to stop the copy."""


def copy(source: sqlite3.Connection, target: Path, pause: Callable[[], None] = _go_on) -> None:
    """Copy the database behind ``source`` to ``target``, which is replaced only by a whole copy.

    The copy is one file, with nothing beside it. ``pause`` is called every few megabytes and may
    raise to stop. Raises sqlite3.Error or OSError.
    """
    part = beside(target, ".part")
    remove_whole(part)
    try:
        with closing(connect(part, mode="rwc")) as destination:
            source.execute("begin")
            try:
                # A read that stays open keeps the copy from starting again at each write.
                source.execute("select 1 from sqlite_master").fetchone()
                source.backup(
                    destination, pages=PAGES_AT_ONCE, progress=lambda *_: pause(), sleep=0
                )
            finally:
                source.execute("rollback")
            destination.execute("pragma journal_mode=delete")
        flush(part)
        part.replace(target)
        flush(target.parent)
    except BaseException:
        with suppress(OSError):
            remove_whole(part)
        raise


def is_good(path: Path) -> bool:
    """Tell whether ``path`` is a whole file of records that this version can read."""
    try:
        with closing(connect(path, mode="still")) as connection:
            (application,) = connection.execute("pragma application_id").fetchone()
            if application != APPLICATION_ID or is_newer(connection):
                return False
            return bool(connection.execute("pragma integrity_check(1)").fetchone() == ("ok",))
    except (sqlite3.Error, OSError):
        return False


class Backups:
    """The automatic backups in ``folder``; ``clock`` gives UTC."""

    def __init__(self, folder: Path, clock: Callable[[], datetime]) -> None:
        self._folder = folder
        self._clock = clock

    def newest_first(self) -> tuple[Path, ...]:
        """Return the files, by the date in their names."""
        found = self._folder.glob("learners-*.sqlite")
        return tuple(sorted(found, key=lambda path: path.stem, reverse=True))

    def made_today(self) -> bool:
        """Tell whether there is one of today."""
        return any(self._folder.glob(f"learners-{self._clock():%Y-%m-%d}*.sqlite"))

    def make(self, source: sqlite3.Connection, pause: Callable[[], None] = _go_on) -> Path:
        """Copy the database behind ``source`` into the folder, keep the last ten and return the
        copy. Raises sqlite3.Error or OSError."""
        self._folder.mkdir(mode=0o700, exist_ok=True)
        target = free_name(self._folder, f"learners-{stamp(self._clock())}", ".sqlite")
        copy(source, target, pause)
        others = [path for path in self.newest_first() if path != target]
        for old in others[KEPT - 1 :]:
            with suppress(OSError):  # somebody reads it just now: next time
                old.unlink()
        return target
