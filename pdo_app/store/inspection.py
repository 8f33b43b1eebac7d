"""A thorough look at the records and their backups. It changes nothing, except that a damaged
file is marked for the next start."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from pdo_app.errors import N_, Message
from pdo_app.store.backups import is_good
from pdo_app.store.connection import explained, is_damage
from pdo_app.store.database import connect_for_reading, require_records
from pdo_app.store.places import Places
from pdo_app.store.recovery import check_header, faults
from pdo_app.store.schema import is_current

SHOWN = 20  # findings of SQLite; a broken file has hundreds


@dataclass(frozen=True, slots=True)
class Inspection:
    """Whether the file of records is ``sound``, and what was found, in plain words."""

    sound: bool
    findings: tuple[Message, ...]


def inspect(folder: Path) -> Inspection:
    """Look at the records in the data ``folder``, also while the application is running.

    Raises StoreError where there are none, where another program holds them, or where they come
    from a newer version.
    """
    places = Places(folder)
    file = str(places.main)
    with explained(folder):
        require_records(places)
        try:
            found, people, lines = _look(places)
        except sqlite3.Error as error:
            if not is_damage(error):
                raise
            found, people, lines = [str(error)], 0, 0
    if found:
        with suppress(OSError):
            places.suspicion.touch()
        said = [Message(N_("The file {file} is damaged."), {"file": file})]
        said += [Message("{fault}", {"fault": fault}) for fault in found]
        said.append(Message(N_("The next start of PDO Companion repairs it.")))
    else:
        said = [
            Message(
                N_("The file {file} is sound. People: {people}. Entries: {lines}."),
                {"file": file, "people": people, "lines": lines},
            )
        ]
    return Inspection(not found, (*said, *_about_backups(places)))


def _look(places: Places) -> tuple[list[str], int, int]:
    check_header(places.main)
    with closing(connect_for_reading(places)) as connection:
        people, lines = connection.execute(
            "select (select count(*) from learners), (select count(*) from activities)"
        ).fetchone()
        if is_current(connection):  # a file of before knows no sessions
            more = connection.execute(
                "select (select count(*) from participants), (select count(*) from session_events)"
            ).fetchone()
            people, lines = people + more[0], lines + more[1]
        return faults(connection, SHOWN), people, lines


def _about_backups(places: Places) -> tuple[Message, ...]:
    found = sorted(places.backups.glob("*.sqlite"))
    good = [path for path in found if is_good(path)]
    return (
        Message(
            N_("Good backups in {folder}: {good} of {count}."),
            {"folder": str(places.backups), "good": len(good), "count": len(found)},
        ),
    )
