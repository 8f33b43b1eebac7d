"""Frozen values of what the database remembers: people alone, and people in a class. Times are
UTC, ids are UUIDv7.

Making the classes of a training session takes 5 ms, which a learner's start need not pay: they
stand in a file of their own and are read when one of them is asked for.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID

from pdo_app.modes import Mode as Mode

if TYPE_CHECKING:
    from pdo_app.classroom_records import Centre as Centre
    from pdo_app.classroom_records import EventVerb as EventVerb
    from pdo_app.classroom_records import Group as Group
    from pdo_app.classroom_records import Mark as Mark
    from pdo_app.classroom_records import MarkKind as MarkKind
    from pdo_app.classroom_records import Participant as Participant
    from pdo_app.classroom_records import PlannedHalf as PlannedHalf
    from pdo_app.classroom_records import PlannedSegment as PlannedSegment
    from pdo_app.classroom_records import RosterRow as RosterRow
    from pdo_app.classroom_records import Sector as Sector
    from pdo_app.classroom_records import SegmentKind as SegmentKind
    from pdo_app.classroom_records import SessionEvent as SessionEvent
    from pdo_app.classroom_records import TrainingSession as TrainingSession
else:

    def __getattr__(name: str) -> object:
        """Return a class of the records of a training session."""
        # Python asks every module for "__path__" first.
        if not name.startswith("_"):
            from pdo_app import classroom_records

            if name in vars(classroom_records):
                return getattr(classroom_records, name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


@dataclass(frozen=True, slots=True)
class Learner:
    """A person who uses this computer account. ``pin_hash`` is None where no PIN is set;
    ``departure`` is None while the day is open."""

    id: UUID
    name: str
    destination: str
    departure: date | None
    mode: Mode
    created_at: datetime
    updated_at: datetime
    pin_hash: str | None = None


class Verb(StrEnum):
    """What a person did."""

    VIEWED = "viewed"
    COMPLETED = "completed"
    TICKED = "ticked"
    UNTICKED = "unticked"
    NOTED = "noted"
    STARTED = "started"
    ANSWERED = "answered"
    FINISHED = "finished"
    CERTIFIED = "certified"


@dataclass(frozen=True, slots=True)
class Activity:
    """One line of the append-only log.

    ``target`` is a content id (``core/m03/keep-proof``) or ``quiz/practice`` and ``quiz/final``;
    ``attempt`` groups the activities of one quiz; ``result`` is a small JSON object. ``version``
    is the content version that the person saw. ``device`` and ``sequence`` serve to spot gaps and
    cloned computers, never as a key.
    """

    id: UUID
    learner: UUID
    verb: Verb
    target: str
    at: datetime
    version: str
    device: str
    sequence: int
    attempt: UUID | None = None
    result: Mapping[str, object] = field(default_factory=dict)
