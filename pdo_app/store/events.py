"""The append-only log of what happened in sessions, and when a session last gave a sign of life.

"Newest" is the line that was written last, as in :mod:`pdo_app.store.lines`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import datetime
from types import MappingProxyType
from uuid import UUID

from pdo_app.changes import Topic
from pdo_app.records import EventVerb, SessionEvent
from pdo_app.store.lines import Lines
from pdo_app.store.moments import from_number, to_number
from pdo_app.store.pages import NONSENSE
from pdo_app.store.transactions import Row, Transactions

COLUMNS = "id, session, participant, verb, target, at, version, device, sequence, result"
_NOTHING: Mapping[str, object] = MappingProxyType({})
_TOPICS = {
    EventVerb.PRESENTED: Topic.PRESENTING,
    EventVerb.PAUSED: Topic.PRESENTING,
    EventVerb.RESUMED: Topic.PRESENTING,
    EventVerb.SEGMENT_BEGUN: Topic.PRESENTING,
    EventVerb.SEGMENT_ENDED: Topic.PRESENTING,
    EventVerb.SEGMENT_SKIPPED: Topic.PRESENTING,
    EventVerb.MARKED: Topic.ATTENDANCE,
    EventVerb.ASKED: Topic.WALL,
    EventVerb.ANSWERED: Topic.WALL,
    EventVerb.PARKED: Topic.WALL,
    EventVerb.REOPENED: Topic.WALL,
    EventVerb.NOTED: Topic.PRESENTING,
    EventVerb.ASSESSED: Topic.SESSIONS,
    EventVerb.CLOSED: Topic.SESSIONS,
}


class Events:
    """The log of sessions over ``store``; ``clock`` gives UTC, ``new_id`` a UUIDv7."""

    def __init__(
        self, store: Transactions, clock: Callable[[], datetime], new_id: Callable[[], UUID]
    ) -> None:
        self._store = store
        self._lines = Lines(store, "session_events", COLUMNS, clock, new_id)

    def append(
        self,
        session: UUID,
        verb: EventVerb,
        target: str,
        *,
        version: str,
        participant: UUID | None = None,
        result: Mapping[str, object] = _NOTHING,
    ) -> SessionEvent:
        """Write one line in the transaction at hand, or in one of its own, and return it.

        ``version`` is the content version that was shown, ``result`` a small JSON object. Raises
        StoreError, ValueError or TypeError where ``result`` is no JSON object, and
        sqlite3.IntegrityError where ``session`` or ``participant`` is unknown.
        """
        values = {
            "session": session.bytes,
            "participant": participant.bytes if participant else None,
            "verb": verb.value,
            "target": target,
            "version": version,
        }
        return from_row(self._lines.append(_TOPICS[verb], values, result))

    def of(self, session: UUID, *verbs: EventVerb) -> tuple[SessionEvent, ...]:
        """Return the lines of ``session`` in the order in which they were written: those of
        ``verbs``, or all."""
        marks = ", ".join("?" * len(verbs))
        only = f"and verb in ({marks}) " if verbs else ""
        return self._find(f"{only}order by number", session, *verbs)

    def newest(self, session: UUID, verb: EventVerb) -> SessionEvent | None:
        """Return the newest line of ``verb`` in ``session``, or None."""
        found = self._find("and verb = ? order by number desc limit 1", session, verb)
        return found[0] if found else None

    def alive(self, session: UUID, at: datetime) -> None:
        """Remember that ``session`` was shown at ``at``, in the place of what was remembered
        before. Announces nothing. Raises sqlite3.IntegrityError where ``session`` is unknown."""
        with self._store.writing():
            self._store.rows(
                "insert into alive (session, at) values (?, ?) "
                "on conflict (session) do update set at = excluded.at",
                (session.bytes, to_number(at)),
            )

    def last_alive(self, session: UUID) -> datetime | None:
        """Return when ``session`` gave its last sign of life, or None."""
        rows = self._store.rows("select at from alive where session = ?", (session.bytes,))
        return from_number(rows[0][0]) if rows else None

    def _find(self, rest: str, session: UUID, *verbs: EventVerb) -> tuple[SessionEvent, ...]:
        rows = self._lines.find(f"session = ? {rest}", (session.bytes, *verbs))
        return tuple(event for row in rows if (event := _readable(row)) is not None)


def from_row(row: Row) -> SessionEvent:
    """Return the event of a row in the order of ``COLUMNS``. Raises ValueError."""
    id_, session, participant, verb, target, at, version, device, sequence, result = row
    return SessionEvent(
        id=UUID(bytes=id_),
        session=UUID(bytes=session),
        verb=EventVerb(verb),
        target=target,
        at=from_number(at),
        version=version,
        device=device,
        sequence=sequence,
        participant=UUID(bytes=participant) if participant else None,
        result=json.loads(result),
    )


def _readable(row: Row) -> SessionEvent | None:
    """Return the event of a row, None where it cannot be read any more: one bad byte must not
    keep the rest of a session from being seen."""
    try:
        event = from_row(row)
    except NONSENSE:
        return None
    return event if isinstance(event.result, dict) else None
