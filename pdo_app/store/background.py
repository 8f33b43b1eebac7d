"""The check and the daily backup of a larger file, while the person already works."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing, suppress

from pdo_app.errors import N_, Message
from pdo_app.store.backups import Backups
from pdo_app.store.connection import connect, is_damage
from pdo_app.store.places import Places
from pdo_app.store.recovery import check_quickly


class StoppedError(Exception):
    """The application closes: the copy is given up."""


DELAY = 5.0  # seconds, in which the application starts undisturbed


class Care:
    """Checks the main file in ``places`` where ``check`` is set, and adds to ``backups`` where
    there is none of today, on a thread and a connection of its own. It only reads the file.

    A file that is found damaged is marked, so that the next start repairs it.
    """

    def __init__(self, places: Places, backups: Backups, *, check: bool) -> None:
        self._places = places
        self._backups = backups
        self._check = check
        self._found: tuple[Message, ...] = ()
        self._stop = threading.Event()
        self._guard = threading.Lock()
        self._connection: sqlite3.Connection | None = None
        self._thread = threading.Thread(target=self._run, name="store care", daemon=True)
        self._thread.start()

    def findings(self) -> tuple[Message, ...]:
        """Return what was found until now, in plain words."""
        return self._found

    def wait(self) -> None:
        """Return when the work is done."""
        self._thread.join()

    def stop(self) -> None:
        """Give up what is not done yet, and return when the thread has ended."""
        self._stop.set()
        with self._guard:
            if self._connection is not None:
                self._connection.interrupt()
        self._thread.join()

    def _run(self) -> None:
        if self._stop.wait(DELAY):
            return
        try:
            with closing(connect(self._places.main, mode="ro", any_thread=True)) as connection:
                try:
                    self._show(connection)
                    self._pause()
                    if self._check:
                        check_quickly(connection)
                    if not self._backups.made_today():
                        self._backups.make(connection, self._pause)
                finally:
                    self._show(None)
        except StoppedError:
            return
        except (sqlite3.Error, OSError) as error:
            if not self._stop.is_set():
                self._found = (self._explain(error),)

    def _show(self, connection: sqlite3.Connection | None) -> None:
        with self._guard:
            self._connection = connection

    def _pause(self) -> None:
        if self._stop.is_set():
            raise StoppedError

    def _explain(self, error: sqlite3.Error | OSError) -> Message:
        if isinstance(error, sqlite3.Error) and is_damage(error):
            with suppress(OSError):
                self._places.suspicion.touch()
            return Message(
                N_(
                    "The file of records is damaged. Close PDO Companion and start it again: "
                    "it repairs the file."
                )
            )
        return no_backup()


def no_backup() -> Message:
    """Return the sentence for a daily backup that could not be made."""
    return Message(
        N_(
            "Today's backup could not be made. Check that the disk is not full. "
            "The records themselves are safe."
        )
    )
