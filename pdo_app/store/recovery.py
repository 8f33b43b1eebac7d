"""When the file of records is damaged or missing: the newest good backup takes its place, with
everything that can still be read, and the person is told.

The damaged file stays where it is until the new one is complete on the disk, so that a power cut
or a full disk in between loses nothing: the next start goes on from there.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from pdo_app.errors import N_, Message, StoreError
from pdo_app.store import rebuild
from pdo_app.store.backups import Backups, is_good
from pdo_app.store.connection import APPLICATION_ID, connect, is_damage
from pdo_app.store.moments import to_number
from pdo_app.store.pages import MAGIC
from pdo_app.store.places import Places, flush, put_in_place, remove_whole, set_aside
from pdo_app.store.schema import NAMES, is_newer

if TYPE_CHECKING:
    from pdo_app.store.merging import Merged

LARGE = 50 * 1024 * 1024  # bytes; a larger file is checked while the person already works
Findings = tuple[Message, ...]


class Recovery:
    """Makes sure that there is a sound file in ``places`` before it is opened.

    ``backups`` are the automatic ones; ``clock`` gives UTC, ``new_id`` a UUIDv7.
    """

    def __init__(
        self,
        places: Places,
        backups: Backups,
        clock: Callable[[], datetime],
        new_id: Callable[[], UUID],
    ) -> None:
        self._places = places
        self._backups = backups
        self._clock = clock
        self._new_id = new_id

    def sound_connection(self) -> tuple[sqlite3.Connection, Findings]:
        """Return a connection to the main file, mended or made where that was needed, and what
        was found. Raises StoreError (a newer version), sqlite3.Error or OSError."""
        findings = self._finish_interrupted()
        if not self._places.main.exists():
            findings += self._make()
        try:
            return self._checked(), findings
        except sqlite3.Error as error:
            if not is_damage(error):
                raise
        findings += self._recover(N_("The file of records was damaged."))
        return self._checked(), findings

    def replace(self, base: Path) -> Path | None:
        """Put ``base``, which must be good, in the place of the main file.

        What was there is backed up where it is good, else set aside; its new path is returned,
        None where there was nothing. Raises sqlite3.Error or OSError.
        """
        main = self._places.main
        kept: Path | None = None
        if is_good(main):
            with closing(connect(main)) as connection:
                kept = self._backups.make(connection)
        rebuild.finish(self._places, rebuild.begin(self._places, base, self._new_id))
        if kept is None:
            kept = set_aside(self._places, self._clock())
        else:
            remove_whole(main)
        put_in_place(self._places)
        return kept

    def _finish_interrupted(self) -> Findings:
        if not self._places.ready.exists():
            return ()
        set_aside(self._places, self._clock())
        put_in_place(self._places)
        return (
            Message(
                N_(
                    "A repair of the records that was interrupted has been finished. "
                    "The damaged file is in {folder}."
                ),
                {"folder": str(self._places.damaged)},
            ),
        )

    def _make(self) -> Findings:
        if self._backups.newest_first():
            return self._recover(N_("The file of records was missing."))
        rebuild.begin(self._places, None, self._new_id).close()
        flush(self._places.unfinished)
        set_aside(self._places, self._clock())  # what may lie beside a file that is not there
        self._places.unfinished.replace(self._places.main)
        flush(self._places.folder)
        return ()

    def _checked(self) -> sqlite3.Connection:
        """Return a connection to the main file, or raise sqlite3.DatabaseError for damage."""
        main = self._places.main
        check_header(main)
        connection = connect(main)
        try:
            if is_newer(connection):
                raise newer()
            if self._places.suspicion.exists():
                check_thoroughly(connection)
                self._places.suspicion.unlink(missing_ok=True)
            elif main.stat().st_size <= LARGE:
                check_quickly(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def _recover(self, what: str) -> Findings:
        tried = self._backups.newest_first()
        base = next(filter(is_good, tried), None)
        bad = len(tried) if base is None else tried.index(base)
        # A start that finds nothing wrong does not pay for the shapes of all tables.
        from pdo_app.store.merging import merge
        from pdo_app.store.salvage import salvage

        found = salvage(self._places.main)
        connection = rebuild.begin(self._places, base, self._new_id)
        with closing(connection):
            now = to_number(self._clock())
            merged = merge(connection, found, now)
            check_thoroughly(connection)
            rebuild.finish(self._places, connection)
        aside = set_aside(self._places, self._clock())
        put_in_place(self._places)
        return (
            Message(what),
            *_about_files(aside, base, bad),
            *_about_lines(merged, missing=aside is None),
        )


def check_quickly(connection: sqlite3.Connection) -> None:
    """Raise sqlite3.DatabaseError, which :func:`is_damage` recognises, where a page is bad."""
    (found,) = connection.execute("pragma quick_check(1)").fetchone()
    if found != "ok":
        raise damage(found)


def check_thoroughly(connection: sqlite3.Connection) -> None:
    """Raise sqlite3.DatabaseError like :func:`check_quickly`, also for an index that does not
    fit its table and for lines of nobody."""
    for fault in faults(connection, 1):
        raise damage(fault)


def faults(connection: sqlite3.Connection, most: int) -> list[str]:
    """Return what SQLite finds wrong, in its own words, ``most`` of each kind at most."""
    rows = connection.execute(f"pragma integrity_check({most})").fetchall()
    orphans = connection.execute("pragma foreign_key_check").fetchmany(most)
    return [text for (text,) in rows if text != "ok"] + [
        f"{table} {number}: no such {parent}" for table, number, parent, _ in orphans
    ]


def damage(what: str) -> sqlite3.DatabaseError:
    """Return an error as SQLite raises it for a damaged file."""
    error = sqlite3.DatabaseError(what)
    error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
    error.sqlite_errorname = "SQLITE_CORRUPT"
    return error


def newer() -> StoreError:
    """Return the sentences for a file of a newer version."""
    return StoreError(
        Message(N_("These records were written by a newer version of PDO Companion.")),
        Message(N_("Install the newest version and start it. Nothing was changed.")),
    )


def check_header(path: Path) -> None:
    """Raise sqlite3.DatabaseError for what is no file of records, StoreError for a newer one."""
    # Read by hand, since SQLite takes an empty file for a new one, and may change the others.
    with path.open("rb") as file:
        header = file.read(100)
    if len(header) < 100 or not header.startswith(MAGIC):
        raise damage("no header")
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise damage("not a file of records")
    if int.from_bytes(header[60:64], "big") > len(NAMES):
        raise newer()


def _about_files(aside: Path | None, base: Path | None, bad: int) -> Findings:
    said = []
    if aside is not None:
        said.append(Message(N_("It was set aside as {file}."), {"file": str(aside)}))
    if bad:
        said.append(Message(N_("Backups that are damaged too: {count}."), {"count": bad}))
    if base is not None:
        said.append(Message(N_("The backup {file} was put in its place."), {"file": base.name}))
    else:
        said.append(Message(N_("There was no good backup, so a new file was begun.")))
    return tuple(said)


def _about_lines(merged: Merged, *, missing: bool) -> Findings:
    from pdo_app.store.merging import NAMELESS

    said = []
    if merged.added:
        said.append(
            Message(
                N_("Entries that were read from the damaged file and added: {count}."),
                {"count": merged.added},
            )
        )
    if merged.nameless:
        said.append(
            Message(
                N_("People whose names could not be read, now called {name}: {count}."),
                {"count": merged.nameless, "name": NAMELESS},
            )
        )
    if merged.untitled:
        said.append(
            Message(
                N_("Training sessions whose plan could not be read, now called {name}: {count}."),
                {"count": merged.untitled, "name": NAMELESS},
            )
        )
    if missing:
        said.append(Message(N_("What was done after that backup is lost.")))
    elif merged.lost is None:
        said.append(Message(N_("Whatever else was in the damaged file is lost.")))
    elif merged.lost:
        said.append(
            Message(
                N_("Entries that could not be read any more and are lost: {count}."),
                {"count": merged.lost},
            )
        )
    else:
        said.append(Message(N_("Nothing was lost.")))
    return tuple(said)
