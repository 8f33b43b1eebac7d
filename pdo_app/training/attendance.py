"""Who was there, half-day by half-day: marks in the session's log, the newest line counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from pdo_app.changes import Topic
from pdo_app.content.library import Library
from pdo_app.errors import N_, InputError, Message
from pdo_app.records import (
    EventVerb,
    Mark,
    MarkKind,
    Participant,
    PlannedHalf,
    SessionEvent,
    TrainingSession,
)
from pdo_app.store.database import Store
from pdo_app.training.closing import require_open

THERE = frozenset({MarkKind.PRESENT, MarkKind.LATE, MarkKind.LEFT_EARLY})
"""Marks of somebody who attended the half-day, if only a part of it."""
TIMED = frozenset({MarkKind.LATE, MarkKind.LEFT_EARLY})
"""Marks that say when."""
_DAY = 24 * 60

Marks = Mapping[UUID, Mapping[str, Mark]]
"""Participant -> half-day -> mark; what is open is left out."""


@dataclass(frozen=True, slots=True)
class GridRow:
    """A person and their marks in the order of the half-days; None is still open."""

    participant: Participant
    marks: tuple[Mark | None, ...]


@dataclass(frozen=True, slots=True)
class Totals:
    """How many people have which mark in a half-day. ``open`` have none yet."""

    present: int
    late: int
    left_early: int
    absent: int
    excused: int
    open: int

    @property
    def there(self) -> int:
        """How many attended, if only a part of it."""
        return self.present + self.late + self.left_early


@dataclass(frozen=True, slots=True)
class Grid:
    """The attendance of a session: ``totals`` in the order of ``halves``."""

    halves: tuple[PlannedHalf, ...]
    rows: tuple[GridRow, ...]
    totals: tuple[Totals, ...]


class Attendance:
    """Marks who is there, over ``store``; ``library`` says which content version is taught."""

    def __init__(self, store: Store, library: Library) -> None:
        self._store = store
        self._library = library

    def mark(
        self, session: TrainingSession, participant: Participant, half: str, mark: Mark | None
    ) -> None:
        """Record a person's attendance of a half-day; None opens it again.

        Raises InputError where LATE or LEFT_EARLY lacks its time or the session is closed,
        KeyError for an unknown half-day.
        """
        self._check(session, half)
        self._append(session, participant, half, mark)

    def all_present(self, session: TrainingSession, half: str) -> int:
        """Mark everybody who has no mark yet as present, and return how many those were. Raises
        InputError where the session is closed, KeyError for an unknown half-day."""
        self._check(session, half)
        marked = self.marks(session)
        people = [
            person
            for person in self._store.participants.of(session.id)
            if half not in marked.get(person.id, {})
        ]
        with self._store.writing(Topic.ATTENDANCE):
            for person in people:
                self._append(session, person, half, Mark(MarkKind.PRESENT))
        return len(people)

    def mark_all(
        self,
        session: TrainingSession,
        people: Iterable[Participant],
        half: str,
        mark: Mark | None,
    ) -> None:
        """Record one mark for several ``people`` in one go; None opens them again. Raises like
        :meth:`mark`."""
        self._check(session, half)
        with self._store.writing(Topic.ATTENDANCE):
            for person in people:
                self._append(session, person, half, mark)

    def marks(self, session: TrainingSession) -> Marks:
        """Return everybody's marks."""
        return marks_of(self._store.events.of(session.id, EventVerb.MARKED))

    def grid(self, session: TrainingSession) -> Grid:
        """Return the whole attendance of a session."""
        return grid(session.plan, self._store.participants.of(session.id), self.marks(session))

    def earned(self, session: TrainingSession) -> tuple[Participant, ...]:
        """Return those who may have a certificate of attendance by the session's rule."""
        return tuple(
            row.participant for row in self.grid(session).rows if meets(row.marks, session.rule)
        )

    def _check(self, session: TrainingSession, half: str) -> None:
        if all(one.id != half for one in session.plan):
            raise KeyError(half)
        require_open(self._store, session.id)

    def _append(
        self, session: TrainingSession, person: Participant, half: str, mark: Mark | None
    ) -> None:
        self._store.events.append(
            session.id,
            EventVerb.MARKED,
            half,
            version=self._library.info.version,
            participant=person.id,
            result=to_result(mark),
        )


def marks_of(events: Iterable[SessionEvent]) -> Marks:
    """Return the newest marks of ``events``, which come in the order in which they were
    written. Lines that are no marks are passed over."""
    found: dict[UUID, dict[str, Mark]] = {}
    for event in events:
        if event.verb is not EventVerb.MARKED or event.participant is None:
            continue
        mark = from_result(event.result)
        own = found.setdefault(event.participant, {})
        own.pop(event.target, None)
        if mark is not None:
            own[event.target] = mark
    return found


def to_result(mark: Mark | None) -> dict[str, object]:
    """Return what the log holds of a mark: ``{"mark": "late", "at": 560}``."""
    if mark is None:
        return {}
    result: dict[str, object] = {"mark": checked(mark).kind.value}
    if mark.kind in TIMED:
        result["at"] = mark.at
    return result


def from_result(result: Mapping[str, object]) -> Mark | None:
    """Return the mark that :func:`to_result` wrote; None for one that is not known."""
    kind, at = result.get("mark"), result.get("at")
    if kind not in list(MarkKind):
        return None
    return Mark(MarkKind(str(kind)), at if isinstance(at, int) else None)


def checked(mark: Mark) -> Mark:
    """Return ``mark``. Raises InputError where it should say when and does not."""
    if mark.kind in TIMED and (mark.at is None or not 0 <= mark.at < _DAY):
        raise InputError(
            Message(N_("The time is missing.")),
            Message(N_("Type when the person came or left, such as 09:20.")),
            "at",
        )
    return mark


def grid(halves: Sequence[PlannedHalf], people: Iterable[Participant], marks: Marks) -> Grid:
    """Return the attendance of ``people`` in ``halves``."""
    rows = tuple(
        GridRow(person, tuple(marks.get(person.id, {}).get(half.id) for half in halves))
        for person in people
    )
    columns = (tuple(row.marks[place] for row in rows) for place in range(len(halves)))
    return Grid(tuple(halves), rows, tuple(totals(column) for column in columns))


def totals(marks: Iterable[Mark | None]) -> Totals:
    """Count the marks of one half-day."""
    count = Counter(mark.kind if mark else None for mark in marks)
    return Totals(
        present=count[MarkKind.PRESENT],
        late=count[MarkKind.LATE],
        left_early=count[MarkKind.LEFT_EARLY],
        absent=count[MarkKind.ABSENT],
        excused=count[MarkKind.EXCUSED],
        open=count[None],
    )


def attended(marks: Iterable[Mark | None]) -> int:
    """Return how many half-days a person attended, if only a part of them."""
    return sum(mark is not None and mark.kind in THERE for mark in marks)


def meets(marks: Sequence[Mark | None], rule: int) -> bool:
    """Tell whether somebody with these ``marks`` attended enough half-days: ``rule`` of them, or
    every one where that is 0. A session without half-days gives no certificate."""
    return bool(marks) and attended(marks) >= (rule or len(marks))
