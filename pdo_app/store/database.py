"""The file of people's records: open it, copy it, put a copy back."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import ExitStack, closing
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from pdo_app.errors import N_, InputError, Message, StoreError, WriteError
from pdo_app.store.attempts import Attempts
from pdo_app.store.background import Care, no_backup
from pdo_app.store.backups import Backups, copy, is_good
from pdo_app.store.connection import connect, explained, is_full
from pdo_app.store.learners import Learners
from pdo_app.store.lock import FolderLock
from pdo_app.store.log import Log
from pdo_app.store.places import Places, beside
from pdo_app.store.progress import Progress
from pdo_app.store.rebuild import migrate
from pdo_app.store.recovery import LARGE, Findings, Recovery, check_header
from pdo_app.store.schema import is_current
from pdo_app.store.transactions import Transactions

if TYPE_CHECKING:
    from pdo_app.store.centre import CentreRow
    from pdo_app.store.events import Events
    from pdo_app.store.participants import Participants
    from pdo_app.store.sessions import Sessions

COPIED_AT_ONCE = 4 * 1024 * 1024  # bytes; the backup of a larger file would delay the start

Clock = Callable[[], datetime]
NewId = Callable[[], UUID]


class Store(Transactions):
    """What the database remembers about people. Made by :func:`open_store`.

    ``on_exit`` ends what runs beside the store and lets other processes in; ``care`` is the
    check and backup that runs in the background, if any.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        places: Places,
        clock: Clock,
        new_id: NewId,
        on_exit: ExitStack,
        care: Care | None,
    ) -> None:
        super().__init__(connection, places.folder)
        log = Log(self, clock, new_id)
        self.learners = Learners(self, clock)
        self.progress = Progress(self, log)
        self.attempts = Attempts(log)
        self.care = care
        self._places = places
        self._clock = clock
        self._new_id = new_id
        self._on_exit = on_exit

    # Only a trainer's screens ask for these: nobody else's start pays for their modules.

    @cached_property
    def sessions(self) -> Sessions:
        """The training sessions."""
        from pdo_app.store.sessions import Sessions

        return Sessions(self, self._clock)

    @cached_property
    def participants(self) -> Participants:
        """The people on the sessions' rosters."""
        from pdo_app.store.participants import Participants

        return Participants(self, self._clock)

    @cached_property
    def events(self) -> Events:
        """The log of what happened in sessions."""
        from pdo_app.store.events import Events

        return Events(self, self._clock, self._new_id)

    @cached_property
    def centre(self) -> CentreRow:
        """The training centre."""
        from pdo_app.store.centre import CentreRow

        return CentreRow(self, self._clock)

    def counts(self) -> dict[str, int]:
        """Return how many people and activities the file holds."""
        ask = "select (select count(*) from learners), (select count(*) from activities)"
        ((learners, activities),) = self.rows(ask)
        return {"learners": learners, "activities": activities}

    def backup(self, target: Path) -> None:
        """Write a copy of all records to ``target``, whole or not at all. Raises WriteError."""
        _copy_for_person(self._connection, self._places, target)

    def close(self) -> None:
        """Close the file and let other processes in."""
        self._on_exit.close()


@dataclass(frozen=True, slots=True)
class Opened:
    """An open store, and what its opening found, in plain words for the person.

    What the check of a large file finds later is in ``store.care.findings()``.
    """

    store: Store
    findings: Findings = ()


def open_store(folder: Path, *, clock: Clock, new_id: NewId) -> Opened:
    """Open the records in the data ``folder``, made where it is missing.

    ``clock`` gives UTC, ``new_id`` a UUIDv7. A damaged file is set aside, a backup put in its
    place. Raises StoreError, with nothing changed, where the records are in use, cannot be
    written, or come from a newer version.
    """
    places = Places(folder)
    backups = Backups(places.backups, clock)
    with ExitStack() as stack, explained(folder):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        stack.callback(FolderLock(folder).release)
        connection, findings = Recovery(places, backups, clock, new_id).sound_connection()
        stack.callback(connection.close)
        _prepare(connection, backups)
        size = places.main.stat().st_size
        care = None
        if size > LARGE or (size > COPIED_AT_ONCE and not backups.made_today()):
            care = Care(places, backups, check=size > LARGE)
            stack.callback(care.stop)
        elif size <= COPIED_AT_ONCE:
            findings += _daily_backup(connection, backups)
        return Opened(Store(connection, places, clock, new_id, stack.pop_all(), care), findings)


def backup(folder: Path, target: Path) -> None:
    """Copy the records in ``folder`` to ``target``, also while the application is running.

    Raises StoreError where there are none, WriteError where ``target`` cannot be written.
    """
    places = Places(folder)
    with explained(folder):
        require_records(places)
        with closing(connect_for_reading(places)) as connection:
            _copy_for_person(connection, places, target)


def restore(folder: Path, source: Path, *, clock: Clock, new_id: NewId) -> Path | None:
    """Put the backup ``source`` in the place of the records in ``folder``.

    What was there is kept: its new path is returned, None where there was nothing. Raises
    InputError where ``source`` is no whole backup; StoreError, with nothing changed, where the
    records are in use, cannot be written, or ``source`` comes from a newer version.
    """
    places = Places(folder)
    with ExitStack() as stack, explained(folder):
        if not _is_backup(source) or (places.main.exists() and source.samefile(places.main)):
            raise InputError(
                Message(N_("The file {file} is not a whole backup."), {"file": str(source)}),
                Message(N_("Choose a file that PDO Companion wrote as a backup.")),
            )
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        stack.callback(FolderLock(folder).release)
        return Recovery(places, Backups(places.backups, clock), clock, new_id).replace(source)


def connect_for_reading(places: Places) -> sqlite3.Connection:
    """Return a connection that writes nothing; another process may be writing meanwhile.

    Raises sqlite3.Error.
    """
    in_use = beside(places.main, "-wal").exists()
    return connect(places.main, mode="ro" if in_use else "still")


def require_records(places: Places) -> None:
    """Raise StoreError where there are no records, OSError where that cannot be seen."""
    if not places.main.exists():
        where: dict[str, object] = {"folder": str(places.folder)}
        raise StoreError(
            Message(N_("There are no records in {folder}."), where),
            Message(N_("Name the right folder: pdo-app --data FOLDER.")),
        )


def _is_backup(source: Path) -> bool:
    try:
        check_header(source)
    except (OSError, sqlite3.Error):
        return False
    return is_good(source)


def _prepare(connection: sqlite3.Connection, backups: Backups) -> None:
    if not is_current(connection):
        backups.make(connection)
        migrate(connection)
    connection.execute("pragma journal_mode=wal")
    # Where nothing can be written, say so now and not at the first answer.
    connection.execute("begin immediate")
    try:
        connection.execute("update device set sequence = sequence")
    finally:
        connection.rollback()


def _daily_backup(connection: sqlite3.Connection, backups: Backups) -> Findings:
    if backups.made_today() or not _holds_anything(connection):
        return ()
    try:
        backups.make(connection)
    except (sqlite3.Error, OSError):
        return (no_backup(),)
    return ()


def _holds_anything(connection: sqlite3.Connection) -> bool:
    ((found,),) = connection.execute(
        "select exists (select 1 from learners) or exists (select 1 from sessions) "
        "or exists (select 1 from centre)"
    ).fetchall()
    return bool(found)


def _copy_for_person(connection: sqlite3.Connection, places: Places, target: Path) -> None:
    try:
        if target.exists() and target.samefile(places.main):
            raise FileExistsError(target)
        copy(connection, target)
    except (sqlite3.Error, OSError) as error:
        advice = N_("Choose another folder, and check that it is connected and may be written to.")
        if is_full(error):
            advice = N_("Free some space on that disk, or choose another one.")
        raise WriteError(
            Message(N_("The backup {file} could not be written."), {"file": str(target)}),
            Message(advice),
        ) from error
