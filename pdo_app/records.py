"""Frozen values of what the database remembers. Times are UTC, ids are UUIDv7."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID


class Mode(StrEnum):
    """How the interface speaks."""

    CHINESE = "zh"
    BOTH = "both"
    ENGLISH = "en"


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
