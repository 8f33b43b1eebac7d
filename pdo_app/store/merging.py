"""The union of a file of records with what was read from a damaged one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from pdo_app.store import learners, log
from pdo_app.store.salvage import Found

NAMELESS = "无名 Unnamed"


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge brought: ``added`` lines of the log, ``nameless`` people whose row was lost,
    and how many lines are ``lost``, None where that cannot be known."""

    added: int
    nameless: int
    lost: int | None


def merge(connection: sqlite3.Connection, found: Iterable[Found], now: int) -> Merged:
    """Add to the file behind ``connection`` what was ``found`` in a damaged one.

    The log becomes the union by id, in the old order; of people the row with the newest
    ``updated_at`` stays; people who were removed stay removed. A person whose row is lost gets
    one without a name, so that what they did is kept. ``now`` is in microseconds. Raises
    sqlite3.Error.
    """
    connection.execute("begin")
    _collect(connection, found)
    run = connection.execute
    run("insert or ignore into removed select learner, at, device, lines from found_removed")
    run(
        f"insert into learners ({learners.COLUMNS}) select {learners.COLUMNS} "
        "from found_learners where true order by number on conflict (id) do update set "
        "(name, destination, departure, mode, updated_at, pin_hash) = (excluded.name, "
        "excluded.destination, excluded.departure, excluded.mode, excluded.updated_at, "
        "excluded.pin_hash) where excluded.updated_at > learners.updated_at"
    )
    run("delete from learners where id in (select learner from removed)")
    run("delete from found_activities where learner in (select learner from removed)")
    nameless = _add_nameless(connection, now)
    added = run(
        f"insert or ignore into activities ({log.COLUMNS}) select {log.COLUMNS} "
        "from found_activities order by number"
    ).rowcount
    lost = _lost(connection)
    run("commit")
    return Merged(added, nameless, lost)


def _collect(connection: sqlite3.Connection, found: Iterable[Found]) -> None:
    columns = {
        "activities": f"number, {log.COLUMNS}",
        "learners": f"number, {learners.COLUMNS}",
        "removed": "number, learner, at, device, lines",
        "device": "number, id, sequence",
    }
    for table, names in columns.items():
        connection.execute(f"create temp table found_{table} ({names})")
    for table, number, values in found:
        marks = ", ".join("?" for _ in values)
        connection.execute(f"insert into found_{table} values (?, {marks})", (number, *values))


def _add_nameless(connection: sqlite3.Connection, now: int) -> int:
    orphans = connection.execute(
        "select learner, min(number) from found_activities "
        "where learner not in (select id from learners) group by learner order by 2"
    ).fetchall()
    for count, (learner, _) in enumerate(orphans, 1):
        connection.execute(
            "insert into learners (id, name, destination, mode, created_at, updated_at) "
            "values (?, ?, '', 'both', ?, ?)",
            (learner, f"{NAMELESS} {count}", now, now),
        )
    return len(orphans)


def _lost(connection: sqlite3.Connection) -> int | None:
    """Return how many lines the damaged file had numbered that are neither here nor removed."""
    row = connection.execute(
        "select d.sequence"
        " - (select count(*) from activities where device = d.id)"
        " - (select coalesce(sum(lines), 0) from removed where device = d.id)"
        " from found_device as d order by d.sequence desc limit 1"
    ).fetchone()
    return None if row is None else max(0, row[0])
