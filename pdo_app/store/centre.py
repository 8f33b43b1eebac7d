"""The training centre: one row."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime

from pdo_app.changes import Topic
from pdo_app.records import Centre
from pdo_app.store.moments import to_number
from pdo_app.store.pages import NONSENSE
from pdo_app.store.transactions import Row, Transactions

COLUMNS = "name, address, logo, trainers, pin_hash, recovery_hash, updated_at"


class CentreRow:
    """The centre of this computer account, over ``store``; ``clock`` gives UTC."""

    def __init__(self, store: Transactions, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock

    def get(self) -> Centre:
        """Return the centre; an empty one as long as nobody has said anything about it."""
        rows = self._store.rows(f"select {COLUMNS} from centre")
        if not rows:
            return Centre()
        try:
            return from_row(rows[0])
        except NONSENSE:  # the area must open all the same
            at = COLUMNS.split(", ").index("trainers")
            return from_row((*rows[0][:at], "[]", *rows[0][at + 1 :]))

    def change(self, centre: Centre) -> None:
        """Replace what is remembered of the centre."""
        with self._store.writing(Topic.CENTRE):
            self._store.rows(
                f"insert or replace into centre (one, {COLUMNS}) values (1, ?, ?, ?, ?, ?, ?, ?)",
                (
                    centre.name,
                    centre.address,
                    centre.logo,
                    json.dumps(centre.trainers, ensure_ascii=False),
                    centre.pin_hash,
                    centre.recovery_hash,
                    to_number(self._clock()),
                ),
            )


def from_row(row: Row) -> Centre:
    """Return the centre of a row in the order of ``COLUMNS``. Raises ValueError."""
    name, address, logo, trainers, pin_hash, recovery_hash, _ = row
    return Centre(name, address, logo, tuple(json.loads(trainers)), pin_hash, recovery_hash)
