"""Frozen values of what the database remembers about people in a class. Times are UTC, ids are
UUIDv7. Their names are found in :mod:`pdo_app.records`, which reads this file only for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from pdo_app.modes import Mode


class SegmentKind(StrEnum):
    """What a part of a training session is for."""

    OPENING = "opening"
    LESSON = "lesson"
    ACTIVITY = "activity"
    BREAK = "break"
    WITNESS = "witness"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class PlannedSegment:
    """One part of a session's plan. Titles are kept with the plan, so that an old session still
    reads as it was given. ``lessons`` are content ids; ``skipped`` parts keep their place."""

    id: str
    kind: SegmentKind
    title_zh: str
    title_en: str
    minutes: int
    module: str = ""
    lessons: tuple[str, ...] = ()
    method: str = ""
    material_zh: str = ""
    material_en: str = ""
    essential: bool = False
    skipped: bool = False


@dataclass(frozen=True, slots=True)
class PlannedHalf:
    """One sitting, such as a morning: the unit of attendance. ``day`` and ``start`` are local;
    ``start`` counts minutes from midnight."""

    id: str
    day: date
    start: int
    title_zh: str
    title_en: str
    segments: tuple[PlannedSegment, ...]


class Group(StrEnum):
    """What is special about a class; a plan adapts to it."""

    RETURNEES = "returnees"
    FIRST_TIMERS = "first_timers"
    WOMEN = "women"


class Sector(StrEnum):
    """What people will work in; a plan adapts to it."""

    CONSTRUCTION = "construction"
    FACTORY = "factory"
    KITCHEN = "kitchen"
    CARE = "care"
    AGRICULTURE = "agriculture"
    TRANSPORT = "transport"
    CLEANING = "cleaning"


@dataclass(frozen=True, slots=True)
class TrainingSession:
    """A training session with its plan. ``destination`` and ``sector`` may be empty where the
    class is mixed; ``sector`` is the value of a :class:`Sector` or other words;
    ``mode`` is the language of the slides. ``rule`` is how many half-days a
    certificate of attendance asks for (0: every one)."""

    id: UUID
    title: str
    template: str
    trainer: str
    place: str
    destination: str
    sector: str
    groups: tuple[Group, ...]
    mode: Mode
    plan: tuple[PlannedHalf, ...]
    created_at: datetime
    updated_at: datetime
    closed_at: datetime | None = None
    rule: int = 0


@dataclass(frozen=True, slots=True)
class Participant:
    """A person on the roster of a session. ``phone`` holds the last four digits only. A walk-in
    who turned out to be somebody else is ``merged_into`` that person."""

    id: UUID
    session: UUID
    name: str
    created_at: datetime
    updated_at: datetime
    company: str = ""
    destination: str = ""
    departure: date | None = None
    sector: str = ""
    returnee: bool = False
    phone: str = ""
    walk_in: bool = False
    merged_into: UUID | None = None


class EventVerb(StrEnum):
    """What happened in a session."""

    PRESENTED = "presented"
    PAUSED = "paused"
    RESUMED = "resumed"
    SEGMENT_BEGUN = "segment_begun"
    SEGMENT_ENDED = "segment_ended"
    SEGMENT_SKIPPED = "segment_skipped"
    MARKED = "marked"
    ASKED = "asked"
    ANSWERED = "answered"
    PARKED = "parked"
    REOPENED = "reopened"
    NOTED = "noted"
    ASSESSED = "assessed"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class SessionEvent:
    """One line of the append-only log of a session. ``target`` is a slide, a segment, a half-day
    or a question of the wall; ``participant`` is set where it is about one person."""

    id: UUID
    session: UUID
    verb: EventVerb
    target: str
    at: datetime
    version: str
    device: str
    sequence: int
    participant: UUID | None = None
    result: Mapping[str, object] = field(default_factory=dict)


class MarkKind(StrEnum):
    """Whether a person was there."""

    PRESENT = "present"
    LATE = "late"
    LEFT_EARLY = "left_early"
    ABSENT = "absent"
    EXCUSED = "excused"


@dataclass(frozen=True, slots=True)
class Mark:
    """A person's attendance of one half-day. ``at`` is the local time of coming (LATE) or
    leaving (LEFT_EARLY) in minutes from midnight."""

    kind: MarkKind
    at: int | None = None


@dataclass(frozen=True, slots=True)
class Centre:
    """The training centre of this computer account. ``logo`` holds the bytes of a PNG or JPEG
    picture. ``pin_hash`` and ``recovery_hash`` guard the trainer's area; both None until a PIN is
    set."""

    name: str = ""
    address: str = ""
    logo: bytes = b""
    trainers: tuple[str, ...] = ()
    pin_hash: str | None = None
    recovery_hash: str | None = None


@dataclass(frozen=True, slots=True)
class RosterRow:
    """One line of a roster as a file or the clipboard holds it: words, nothing judged yet.
    ``line`` counts from 1 where the file does."""

    line: int
    name: str
    company: str = ""
    destination: str = ""
    departure: str = ""
    sector: str = ""
    returnee: str = ""
    phone: str = ""
