"""The rosters of sessions: rows that are changed in place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from uuid import UUID

from pdo_app.changes import Topic
from pdo_app.records import Participant
from pdo_app.store.moments import from_number, to_number
from pdo_app.store.transactions import Row, Transactions

COLUMNS = (
    "id, session, name, company, destination, departure, sector, returnee, phone, walk_in, "
    "merged_into, created_at, updated_at"
)
_MARKS = ", ".join("?" * 13)


class Participants:
    """The people on rosters, over ``store``; ``clock`` gives UTC."""

    def __init__(self, store: Transactions, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock

    def add(self, participant: Participant) -> None:
        """Remember a new person. Raises sqlite3.IntegrityError where the id is known already or
        the session is not."""
        with self._store.writing(Topic.ROSTER):
            self._store.rows(
                f"insert into participants ({COLUMNS}) values ({_MARKS})", to_row(participant)
            )

    def change(self, participant: Participant) -> None:
        """Replace what is remembered of the person with this id. Raises KeyError."""
        with self._store.writing(Topic.ROSTER):
            found = self._store.rows(
                f"update participants set ({COLUMNS}) = ({_MARKS}) where id = ? returning 1",
                (*to_row(participant), participant.id.bytes),
            )
            if not found:
                raise KeyError(participant.id)

    def get(self, participant: UUID) -> Participant:
        """Return the person with this id. Raises KeyError."""
        found = self._find("id = ?", participant)
        if not found:
            raise KeyError(participant)
        return found[0]

    def of(self, session: UUID) -> tuple[Participant, ...]:
        """Return the people of ``session`` in the order in which they were added, without those
        who were merged into somebody else."""
        return self._find("session = ? and merged_into is null order by number", session)

    def all_of(self, session: UUID) -> tuple[Participant, ...]:
        """Return the people of ``session`` like :meth:`of`, with those who were merged."""
        return self._find("session = ? order by number", session)

    def remove(self, participant: UUID) -> None:
        """Forget a person with their attendance and everybody merged into them, also in the
        freed space of the file.

        That they were removed stays known, as with :meth:`Learners.remove`. Raises KeyError.
        """
        with self._store.writing(Topic.ROSTER, Topic.ATTENDANCE):
            for merged in self._find("merged_into = ? order by number", participant):
                self.remove(merged.id)
            self._store.rows(
                "insert or replace into removed (thing, at, device, lines) "
                "select ?1, ?2, id, (select count(*) from session_events "
                "where participant = ?1 and device = device.id) from device",
                (participant.bytes, to_number(self._clock())),
            )
            gone = self._store.rows(
                "delete from participants where id = ? returning 1", (participant.bytes,)
            )
            if not gone:
                raise KeyError(participant)
        self._store.settle()

    def _find(self, where: str, value: UUID) -> tuple[Participant, ...]:
        rows = self._store.rows(f"select {COLUMNS} from participants where {where}", (value.bytes,))
        return tuple(_readable(row) for row in rows)


def to_row(participant: Participant) -> Row:
    """Return ``participant`` in the order of ``COLUMNS``."""
    return (
        participant.id.bytes,
        participant.session.bytes,
        participant.name,
        participant.company,
        participant.destination,
        participant.departure.isoformat() if participant.departure else None,
        participant.sector,
        int(participant.returnee),
        participant.phone,
        int(participant.walk_in),
        participant.merged_into.bytes if participant.merged_into else None,
        to_number(participant.created_at),
        to_number(participant.updated_at),
    )


def from_row(row: Row) -> Participant:
    """Return the person of a row in the order of ``COLUMNS``. Raises ValueError."""
    id_, session, name, company, destination, departure, sector, returnee, *rest = row
    phone, walk_in, merged_into, created_at, updated_at = rest
    return Participant(
        id=UUID(bytes=id_),
        session=UUID(bytes=session),
        name=name,
        created_at=from_number(created_at),
        updated_at=from_number(updated_at),
        company=company,
        destination=destination,
        departure=date.fromisoformat(departure) if departure else None,
        sector=sector,
        returnee=bool(returnee),
        phone=phone,
        walk_in=bool(walk_in),
        merged_into=UUID(bytes=merged_into) if merged_into else None,
    )


def _readable(row: Row) -> Participant:
    """Return the person of a row, without a departure where that cannot be read any more."""
    try:
        return from_row(row)
    except ValueError:
        at = COLUMNS.split(", ").index("departure")
        return from_row((*row[:at], None, *row[at + 1 :]))
