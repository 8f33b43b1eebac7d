"""Questions with their keys, and the parallel test forms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pdo_app.content.evidence import Citation, Fact
from pdo_app.content.text import Text


class QuestionKind(StrEnum):
    """How a question is answered."""

    ONE = "one"
    SEVERAL = "several"
    TRUE_FALSE = "true_false"
    ORDER = "order"
    MATCH = "match"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose, to put in order or to match. ``partner`` is the right-hand side of a
    match; ``reason`` says why a wrong option is wrong."""

    id: str
    text: Text
    reason: Text | None = None
    partner: Text | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its key.

    ``right`` holds option ids: the one right option, all right options, the options in their
    right order, or (MATCH) every option, whose own ``partner`` is the key. TRUE_FALSE has the
    options ``true`` and ``false``. NUMBER has ``number`` (compared exactly unless ``tolerance``)
    and ``unit``. ``ordered`` options (numbers, dates) keep their written order. ``difficulty`` is
    1 easy, 2 medium, 3 hard. ``actions`` are what to do, one sentence each.
    A ``reserved`` question belongs to the test forms and is never asked anywhere else.
    """

    id: str
    module: str
    objective: str
    kind: QuestionKind
    stem: Text
    options: tuple[Option, ...]
    right: tuple[str, ...]
    reason: Text
    lesson: str
    difficulty: int
    ordered: bool = False
    number: float | None = None
    tolerance: float = 0.0
    unit: Text | None = None
    actions: tuple[Text, ...] = ()
    citations: tuple[Citation, ...] = ()
    facts: tuple[str, ...] = ()
    picture: str | None = None
    reserved: bool = False


@dataclass(frozen=True, slots=True)
class FormPair:
    """One place of the parallel test forms A and B: question ``number`` (1 to 22) of either.

    ``a`` and ``b`` are ids of reserved questions on the same objective and of the same
    difficulty; ``spare_a`` and ``spare_b`` take their places where they are withheld.
    """

    number: int
    a: str
    b: str
    spare_a: str
    spare_b: str


def stale_facts(question: Question, facts: Mapping[str, Fact], on: date) -> tuple[Fact, ...]:
    """Return those facts of ``question`` that are past their review date on the day ``on``.
    ``facts`` are found by id; one that is not among them is passed over."""
    found = (facts[fact] for fact in question.facts if fact in facts)
    return tuple(fact for fact in found if fact.stale(on))
