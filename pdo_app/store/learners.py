"""People: rows that are changed in place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from uuid import UUID

from pdo_app.changes import Topic
from pdo_app.records import Learner, Mode
from pdo_app.store.moments import from_number, to_number
from pdo_app.store.transactions import Row, Transactions

COLUMNS = "id, name, destination, departure, mode, created_at, updated_at, pin_hash"


class Learners:
    """The people of this computer account, over ``store``; ``clock`` gives UTC."""

    def __init__(self, store: Transactions, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock

    def add(self, learner: Learner) -> None:
        """Remember a new person. Raises sqlite3.IntegrityError where the id is known already."""
        with self._store.writing(Topic.LEARNERS):
            self._store.rows(
                f"insert into learners ({COLUMNS}) values (?, ?, ?, ?, ?, ?, ?, ?)",
                to_row(learner),
            )

    def change(self, learner: Learner) -> None:
        """Replace what is remembered of the person with this id. Raises KeyError."""
        with self._store.writing(Topic.LEARNERS):
            found = self._store.rows(
                f"update learners set ({COLUMNS}) = (?, ?, ?, ?, ?, ?, ?, ?) "
                "where id = ? returning 1",
                (*to_row(learner), learner.id.bytes),
            )
            if not found:
                raise KeyError(learner.id)

    def get(self, learner: UUID) -> Learner:
        """Return the person with this id. Raises KeyError."""
        rows = self._store.rows(f"select {COLUMNS} from learners where id = ?", (learner.bytes,))
        if not rows:
            raise KeyError(learner)
        return from_row(rows[0])

    def all(self) -> tuple[Learner, ...]:
        """Return everybody, in the order in which they were added."""
        rows = self._store.rows(f"select {COLUMNS} from learners order by number")
        return tuple(from_row(row) for row in rows)

    def remove(self, learner: UUID) -> None:
        """Forget a person and everything they did, also in the freed space of the file.

        That they were removed stays known, so that a repair from an older backup does not bring
        them back, and how many lines of this computer's log went, so that the gap is explained.
        Raises KeyError.
        """
        with self._store.writing(*Topic):
            self._store.rows(
                "insert or replace into removed (thing, at, device, lines) "
                "select ?1, ?2, id, (select count(*) from activities "
                "where learner = ?1 and device = device.id) from device",
                (learner.bytes, to_number(self._clock())),
            )
            gone = self._store.rows(
                "delete from learners where id = ? returning 1", (learner.bytes,)
            )
            if not gone:
                raise KeyError(learner)
        self._store.settle()


def to_row(learner: Learner) -> Row:
    """Return ``learner`` in the order of ``COLUMNS``."""
    return (
        learner.id.bytes,
        learner.name,
        learner.destination,
        learner.departure.isoformat() if learner.departure else None,
        learner.mode.value,
        to_number(learner.created_at),
        to_number(learner.updated_at),
        learner.pin_hash,
    )


def from_row(row: Row) -> Learner:
    """Return the learner of a row in the order of ``COLUMNS``. Raises ValueError."""
    id_, name, destination, departure, mode, created_at, updated_at, pin_hash = row
    return Learner(
        id=UUID(bytes=id_),
        name=name,
        destination=destination,
        departure=date.fromisoformat(departure) if departure else None,
        mode=Mode(mode),
        created_at=from_number(created_at),
        updated_at=from_number(updated_at),
        pin_hash=pin_hash,
    )
