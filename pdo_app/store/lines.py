"""Writing and finding the numbered lines of an append-only log.

"Newest" is always the line that was written last (``number``), not the one with the latest time:
the clock of an old PC jumps, and a tick must follow the untick that the person saw.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from pdo_app.changes import Topic
from pdo_app.store.moments import to_number
from pdo_app.store.transactions import Row, Transactions


class Lines:
    """The lines of ``table`` over ``store``. ``columns`` names its columns with commas between;
    ``clock`` gives UTC, ``new_id`` a UUIDv7."""

    def __init__(
        self,
        store: Transactions,
        table: str,
        columns: str,
        clock: Callable[[], datetime],
        new_id: Callable[[], UUID],
    ) -> None:
        self._store = store
        self._table = table
        self._columns = columns
        self._clock = clock
        self._new_id = new_id

    def append(
        self, topic: Topic, values: Mapping[str, object], result: Mapping[str, object]
    ) -> Row:
        """Write one line in the transaction at hand, or in one of its own, announce ``topic``,
        and return the line in the order of the columns.

        ``values`` gives the columns that differ from log to log; id, time, device, sequence and
        the JSON of ``result`` are filled in. Raises StoreError, ValueError or TypeError where
        ``result`` is no JSON object, and sqlite3.IntegrityError where a value is unknown to the
        table that it points to.
        """
        text = json.dumps(dict(result), ensure_ascii=False, allow_nan=False)
        with self._store.writing(topic):
            ((device, sequence),) = self._store.rows(
                "update device set sequence = sequence + 1 returning id, sequence"
            )
            line = {
                **values,
                "id": self._new_id().bytes,
                "at": to_number(self._clock()),
                "device": device,
                "sequence": sequence,
                "result": text,
            }
            row = tuple(line[name] for name in self._columns.split(", "))
            marks = ", ".join("?" * len(row))
            self._store.rows(f"insert into {self._table} ({self._columns}) values ({marks})", row)
        return row

    def find(self, where: str, values: Sequence[object]) -> list[Row]:
        """Return the lines that fulfil ``where``, which may end in an order and a limit. Raises
        StoreError."""
        return self._store.rows(f"select {self._columns} from {self._table} where {where}", values)
