"""The append-only log of what people did: writing a line, and rows <-> records.

"Newest" is the line that was written last, as in :mod:`pdo_app.store.lines`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from pdo_app.changes import Topic
from pdo_app.records import Activity, Verb
from pdo_app.store.lines import Lines
from pdo_app.store.moments import from_number
from pdo_app.store.transactions import Row, Transactions

COLUMNS = "id, learner, verb, target, at, version, device, sequence, attempt, result"
_TOPICS = {
    Verb.VIEWED: Topic.PROGRESS,
    Verb.COMPLETED: Topic.PROGRESS,
    Verb.TICKED: Topic.CHECKLISTS,
    Verb.UNTICKED: Topic.CHECKLISTS,
    Verb.NOTED: Topic.CHECKLISTS,
    Verb.STARTED: Topic.ATTEMPTS,
    Verb.ANSWERED: Topic.ATTEMPTS,
    Verb.FINISHED: Topic.ATTEMPTS,
    Verb.CERTIFIED: Topic.PROGRESS,
}


class Log:
    """The log over ``store``; ``clock`` gives UTC, ``new_id`` a UUIDv7."""

    def __init__(
        self, store: Transactions, clock: Callable[[], datetime], new_id: Callable[[], UUID]
    ) -> None:
        self._store = store
        self._lines = Lines(store, "activities", COLUMNS, clock, new_id)

    def append(
        self,
        learner: UUID,
        verb: Verb,
        target: str,
        version: str,
        attempt: UUID | None,
        result: Mapping[str, object],
    ) -> Activity:
        """Write one line in the transaction at hand, or in one of its own, and return it.

        Raises StoreError, ValueError or TypeError where ``result`` is no JSON object, and
        sqlite3.IntegrityError where ``learner`` is unknown.
        """
        values = {
            "learner": learner.bytes,
            "verb": verb.value,
            "target": target,
            "version": version,
            "attempt": attempt.bytes if attempt else None,
        }
        return from_row(self._lines.append(_TOPICS[verb], values, result))

    def find(self, where: str, values: Sequence[object]) -> tuple[Activity, ...]:
        """Return the lines that fulfil ``where``, which may end in an order and a limit."""
        return tuple(from_row(row) for row in self._lines.find(where, values))

    def newest_of_each(self, learner: UUID, *verbs: Verb) -> dict[str, Verb]:
        """Return for every target the newest of ``verbs`` that ``learner`` did there."""
        rows = self._store.rows(
            "select target, verb, max(number) from activities "
            f"where learner = ? and verb in ({_marks(verbs)}) group by target",
            (learner.bytes, *verbs),
        )
        return {target: Verb(verb) for target, verb, _ in rows}

    def newest_results(self, learner: UUID, verb: Verb) -> dict[str, dict[str, object]]:
        """Return for every target the result of the newest ``verb`` of ``learner`` there."""
        rows = self._store.rows(
            "select target, result from activities where number in "
            "(select max(number) from activities where learner = ? and verb = ? group by target)",
            (learner.bytes, verb.value),
        )
        return {target: json.loads(result) for target, result in rows}


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" for _ in values)


def from_row(row: Row) -> Activity:
    """Return the activity of a row in the order of ``COLUMNS``. Raises ValueError."""
    id_, learner, verb, target, at, version, device, sequence, attempt, result = row
    return Activity(
        id=UUID(bytes=id_),
        learner=UUID(bytes=learner),
        verb=Verb(verb),
        target=target,
        at=from_number(at),
        version=version,
        device=device,
        sequence=sequence,
        attempt=UUID(bytes=attempt) if attempt else None,
        result=json.loads(result),
    )
