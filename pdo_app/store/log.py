"""The append-only log of what people did: writing a line, and rows <-> records.

"Newest" is always the line that was written last (``number``), not the one with the latest time:
the clock of an old PC jumps, and a tick must follow the untick that the person saw.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from pdo_app.changes import Topic
from pdo_app.records import Activity, Verb
from pdo_app.store.moments import from_number, to_number
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
        self._clock = clock
        self._new_id = new_id

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
        text = json.dumps(dict(result), ensure_ascii=False, allow_nan=False)
        with self._store.writing(_TOPICS[verb]):
            device, sequence = numbered(self._store)
            row = (
                self._new_id().bytes,
                learner.bytes,
                verb.value,
                target,
                to_number(self._clock()),
                version,
                device,
                sequence,
                attempt.bytes if attempt else None,
                text,
            )
            self._store.rows(
                f"insert into activities ({COLUMNS}) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row
            )
        return from_row(row)

    def find(self, where: str, values: Sequence[object]) -> tuple[Activity, ...]:
        """Return the lines that fulfil ``where``, which may end in an order and a limit."""
        rows = self._store.rows(f"select {COLUMNS} from activities where {where}", values)
        return tuple(from_row(row) for row in rows)

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


def numbered(store: Transactions) -> tuple[str, int]:
    """Return this device and the next number of its lines, inside a transaction at hand."""
    ((device, sequence),) = store.rows(
        "update device set sequence = sequence + 1 returning id, sequence"
    )
    return device, sequence


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
