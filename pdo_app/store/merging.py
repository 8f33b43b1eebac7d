"""The union of a file of records with what was read from a damaged one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from pdo_app.store import centre, events, learners, log, participants, sessions
from pdo_app.store.salvage import Found

NAMELESS = "无名 Unnamed"


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge brought: ``added`` lines of both logs, ``nameless`` people and ``untitled``
    sessions whose row was lost, and how many lines are ``lost``, None where that cannot be
    known."""

    added: int
    nameless: int
    untitled: int
    lost: int | None


def merge(connection: sqlite3.Connection, found: Iterable[Found], now: int) -> Merged:
    """Add to the file behind ``connection`` what was ``found`` in a damaged one.

    Each log becomes the union by id, in the old order; of people, sessions and the centre the
    row with the newest ``updated_at`` stays; what was removed stays removed. A person or session
    whose row is lost gets one without a name, so that what they did is kept. ``now`` is in
    microseconds. Raises sqlite3.Error.
    """
    connection.execute("begin")
    _collect(connection, found)
    run = connection.execute
    run("insert or ignore into removed select thing, at, device, lines from found_removed")
    _leave_out_removed(connection)
    _take_newest(connection, "learners", learners.COLUMNS)
    _take_newest(connection, "sessions", sessions.COLUMNS)
    untitled = _add_untitled(connection, now)
    _take_newest(connection, "participants", participants.COLUMNS)
    nameless = _add_nameless_learners(connection, now) + _add_nameless_participants(connection, now)
    run(
        "update participants set merged_into = null "
        "where merged_into not in (select id from participants)"
    )
    _take_centre(connection)
    added = _add_lines(connection, "activities", log.COLUMNS)
    added += _add_lines(connection, "session_events", events.COLUMNS)
    run(
        "insert into alive select session, max(at) from found_alive "
        "where session in (select id from sessions) group by session "
        "on conflict (session) do update set at = max(alive.at, excluded.at)"
    )
    lost = _lost(connection)
    run("commit")
    return Merged(added, nameless, untitled, lost)


def _collect(connection: sqlite3.Connection, found: Iterable[Found]) -> None:
    columns = {
        "activities": log.COLUMNS,
        "learners": learners.COLUMNS,
        "removed": "thing, at, device, lines",
        "device": "id, sequence",
        "sessions": sessions.COLUMNS,
        "participants": participants.COLUMNS,
        "session_events": events.COLUMNS,
        "centre": centre.COLUMNS,
        "alive": "session, at",
    }
    for table, names in columns.items():
        connection.execute(f"create temp table found_{table} (number, {names})")
    for table, number, values in found:
        marks = ", ".join("?" for _ in values)
        connection.execute(f"insert into found_{table} values (?, {marks})", (number, *values))


def _leave_out_removed(connection: sqlite3.Connection) -> None:
    gone = "(select thing from removed)"
    for table in ("learners", "sessions", "participants"):
        connection.execute(f"delete from {table} where id in {gone}")
        connection.execute(f"delete from found_{table} where id in {gone}")
    for table, column in (
        ("activities", "learner"),
        ("participants", "session"),
        ("session_events", "session"),
        ("session_events", "participant"),
    ):
        connection.execute(f"delete from found_{table} where {column} in {gone}")


def _take_newest(connection: sqlite3.Connection, table: str, columns: str) -> None:
    changed = [name for name in columns.split(", ") if name not in ("id", "created_at")]
    connection.execute(
        f"insert into {table} ({columns}) select {columns} "
        f"from found_{table} where true order by number on conflict (id) do update set "
        f"({', '.join(changed)}) = ({', '.join(f'excluded.{name}' for name in changed)}) "
        f"where excluded.updated_at > {table}.updated_at"
    )


def _take_centre(connection: sqlite3.Connection) -> None:
    newest = connection.execute(
        f"select {centre.COLUMNS} from found_centre where updated_at > "
        "(select coalesce(max(updated_at), -1) from centre) order by updated_at desc limit 1"
    ).fetchone()
    if newest is not None:
        connection.execute(
            f"insert or replace into centre (one, {centre.COLUMNS}) "
            "values (1, ?, ?, ?, ?, ?, ?, ?)",
            newest,
        )


def _add_lines(connection: sqlite3.Connection, table: str, columns: str) -> int:
    return connection.execute(
        f"insert or ignore into {table} ({columns}) select {columns} "
        f"from found_{table} order by number"
    ).rowcount


def _add_nameless_learners(connection: sqlite3.Connection, now: int) -> int:
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


def _add_untitled(connection: sqlite3.Connection, now: int) -> int:
    orphans = connection.execute(
        "select session, min(number) from (select session, number from found_participants "
        "union all select session, number from found_session_events) "
        "where session not in (select id from sessions) group by session order by 2"
    ).fetchall()
    for count, (session, _) in enumerate(orphans, 1):
        connection.execute(
            f"insert into sessions ({sessions.COLUMNS}) "
            "values (?, ?, '', '', '', '', '', '[]', 'both', '', '[]', 0, ?, ?, null)",
            (session, f"{NAMELESS} {count}", now, now),
        )
    return len(orphans)


def _add_nameless_participants(connection: sqlite3.Connection, now: int) -> int:
    orphans = connection.execute(
        "select participant, session, min(number) from found_session_events "
        "where participant is not null and participant not in (select id from participants) "
        "group by participant order by 3"
    ).fetchall()
    for count, (participant, session, _) in enumerate(orphans, 1):
        connection.execute(
            f"insert into participants ({participants.COLUMNS}) "
            "values (?, ?, ?, '', '', null, '', 0, '', 0, null, ?, ?)",
            (participant, session, f"{NAMELESS} {count}", now, now),
        )
    return len(orphans)


def _lost(connection: sqlite3.Connection) -> int | None:
    """Return how many lines the damaged file had numbered that are neither here nor removed.

    None where the device of the file is unknown, or where a gap is in the lines of a file before
    it (repaired or restored): what was removed of those is not known in full.
    """
    gaps = connection.execute(
        "select count(*) from (select device, max(sequence) - count(*) as gap from "
        "(select device, sequence from activities union all "
        "select device, sequence from session_events) group by device) as line "
        "where gap > (select coalesce(sum(lines), 0) from removed where device = line.device) "
        "and device not in (select id from found_device)"
    ).fetchone()
    if gaps[0]:
        return None
    row = connection.execute(
        "select d.sequence"
        " - (select count(*) from activities where device = d.id)"
        " - (select count(*) from session_events where device = d.id)"
        " - (select coalesce(sum(lines), 0) from removed where device = d.id)"
        " from found_device as d order by d.sequence desc limit 1"
    ).fetchone()
    return None if row is None else max(0, row[0])
