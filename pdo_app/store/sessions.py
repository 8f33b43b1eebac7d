"""Training sessions: rows that are changed in place, each with its plan."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from pdo_app.changes import Topic
from pdo_app.records import Group, Mode, TrainingSession
from pdo_app.store import plans
from pdo_app.store.moments import from_number, to_number
from pdo_app.store.pages import NONSENSE
from pdo_app.store.transactions import Row, Transactions

COLUMNS = (
    "id, title, template, trainer, place, destination, sector, groups, mode, first_day, plan, "
    "rule, created_at, updated_at, closed_at"
)
_MARKS = ", ".join("?" * 15)


class Sessions:
    """The training sessions of this computer account, over ``store``; ``clock`` gives UTC."""

    def __init__(self, store: Transactions, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock

    def add(self, session: TrainingSession) -> None:
        """Remember a new session. Raises sqlite3.IntegrityError where the id is known already."""
        with self._store.writing(Topic.SESSIONS):
            self._store.rows(f"insert into sessions ({COLUMNS}) values ({_MARKS})", to_row(session))

    def change(self, session: TrainingSession) -> None:
        """Replace what is remembered of the session with this id. Raises KeyError."""
        with self._store.writing(Topic.SESSIONS):
            found = self._store.rows(
                f"update sessions set ({COLUMNS}) = ({_MARKS}) where id = ? returning 1",
                (*to_row(session), session.id.bytes),
            )
            if not found:
                raise KeyError(session.id)

    def get(self, session: UUID) -> TrainingSession:
        """Return the session with this id. Raises KeyError."""
        rows = self._store.rows(f"select {COLUMNS} from sessions where id = ?", (session.bytes,))
        if not rows:
            raise KeyError(session)
        return _readable(rows[0])

    def is_closed(self, session: UUID) -> bool:
        """Tell whether the session with this id is closed. Raises KeyError."""
        rows = self._store.rows(
            "select closed_at is not null from sessions where id = ?", (session.bytes,)
        )
        if not rows:
            raise KeyError(session)
        return bool(rows[0][0])

    def all(self) -> tuple[TrainingSession, ...]:
        """Return every session: the newest first day first, of one day the one added last."""
        rows = self._store.rows(
            f"select {COLUMNS} from sessions order by first_day desc, number desc"
        )
        return tuple(_readable(row) for row in rows)

    def remove(self, session: UUID) -> None:
        """Forget a session with its people and everything that happened in it, also in the freed
        space of the file.

        That it was removed stays known, as with :meth:`Learners.remove`. Raises KeyError.
        """
        with self._store.writing(*Topic):
            self._store.rows(
                "insert or replace into removed (thing, at, device, lines) "
                "select ?1, ?2, id, (select count(*) from session_events "
                "where session = ?1 and device = device.id) from device",
                (session.bytes, to_number(self._clock())),
            )
            gone = self._store.rows(
                "delete from sessions where id = ? returning 1", (session.bytes,)
            )
            if not gone:
                raise KeyError(session)
        self._store.settle()


def to_row(session: TrainingSession) -> Row:
    """Return ``session`` in the order of ``COLUMNS``."""
    return (
        session.id.bytes,
        session.title,
        session.template,
        session.trainer,
        session.place,
        session.destination,
        session.sector,
        json.dumps([group.value for group in session.groups]),
        session.mode.value,
        min((half.day.isoformat() for half in session.plan), default=""),
        plans.to_text(session.plan),
        session.rule,
        to_number(session.created_at),
        to_number(session.updated_at),
        to_number(session.closed_at) if session.closed_at else None,
    )


def from_row(row: Row) -> TrainingSession:
    """Return the session of a row in the order of ``COLUMNS``. Raises ValueError, KeyError or
    TypeError."""
    id_, title, template, trainer, place, destination, sector, groups, mode, _, *rest = row
    plan, rule, created_at, updated_at, closed_at = rest
    return TrainingSession(
        id=UUID(bytes=id_),
        title=title,
        template=template,
        trainer=trainer,
        place=place,
        destination=destination,
        sector=sector,
        groups=_groups(groups),
        mode=Mode(mode),
        plan=plans.from_text(plan),
        created_at=from_number(created_at),
        updated_at=from_number(updated_at),
        closed_at=None if closed_at is None else from_number(closed_at),
        rule=rule,
    )


def _readable(row: Row) -> TrainingSession:
    """Return the session of a row. Where its groups, language or plan cannot be read any more
    they are empty: one bad byte must not keep every other session from being listed."""
    try:
        return from_row(row)
    except NONSENSE:
        parts = list(row)
    for name, empty, read in (
        ("groups", "[]", _groups),
        ("mode", Mode.BOTH.value, Mode),
        ("plan", "[]", plans.from_text),
    ):
        at = COLUMNS.split(", ").index(name)
        try:
            read(parts[at])
        except NONSENSE:
            parts[at] = empty
    return from_row(tuple(parts))


def _groups(text: str) -> tuple[Group, ...]:
    return tuple(Group(group) for group in json.loads(text))
