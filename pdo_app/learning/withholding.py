"""Which questions a test leaves out, since what they ask may no longer be so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from pdo_app.content.assessment import stale_facts
from pdo_app.content.library import Library
from pdo_app.content.model import Fact, Question


def withheld(question: Question, facts: Mapping[str, Fact], on: date) -> bool:
    """Tell whether ``question`` rests on a fact that is past its review date on the day ``on``.
    ``facts`` are found by id."""
    return bool(stale_facts(question, facts, on))


def withheld_among(library: Library, questions: Iterable[Question], on: date) -> frozenset[str]:
    """Return the ids of those ``questions`` that are withheld on the day ``on``."""
    found = set()
    for question in questions:
        facts = {fact: library.fact(fact) for fact in question.facts}
        if withheld(question, facts, on):
            found.add(question.id)
    return frozenset(found)
