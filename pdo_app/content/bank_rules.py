"""What makes the questions of a pack together a fair test: no stem twice, no right answer that
gives itself away by length or place, none that rests on a fact past its review."""

from __future__ import annotations

from collections import Counter
from datetime import date

from pdo_app.content.assessment import stale_facts
from pdo_app.content.fields import NO_DAY
from pdo_app.content.model import Fact, Language, Pack, Question, QuestionKind
from pdo_app.content.problems import Place, Problems
from pdo_app.content.reader import Reading
from pdo_app.content.words import FACT

FEWEST = 20
"""Fewer questions than this show no pattern."""
LONGEST = 0.4
"""The largest share of questions whose right option may be the longest."""
MOST = 1.5
"""How many times its fair share of right options a place may hold."""


def check(reading: Reading, on: date, problems: Problems) -> None:
    """Add to ``problems`` what is wrong with the questions together; facts are judged by the
    day ``on``."""
    pack = reading.pack
    facts = {fact.id: fact for fact in pack.facts}
    place = reading.places.get(("pack", pack.info.id), Place("pack.yaml", 1))
    for message in (*_lengths(pack, facts), *_places(pack)):
        problems.error(place, "answer-pattern", message)
    for language in Language:
        _stems(reading, language, problems)
    dated = {name: fact for name, fact in facts.items() if fact.review_by != NO_DAY}
    for question in pack.questions:
        for fact in stale_facts(question, dated, on):
            message = (
                f"Tests leave this question out: the fact {fact.id!r} was to be reviewed by "
                f"{fact.review_by}."
            )
            problems.warning(reading.places["question", question.id], "withheld", message)


def _keyed(pack: Pack) -> list[Question]:
    """Return the questions with exactly one right option among several."""
    return [
        question
        for question in pack.questions
        if question.kind is QuestionKind.ONE and len(question.right) == 1
    ]


def _lengths(pack: Pack, facts: dict[str, Fact]) -> list[str]:
    questions = _keyed(pack)
    if len(questions) < FEWEST:
        return []
    found = []
    for language in Language:
        longest = sum(_gives_away(question, facts, language) for question in questions)
        if longest > LONGEST * len(questions):
            found.append(
                f"The right option is the longest in {longest} of {len(questions)} questions "
                f"({language.value}); at most {LONGEST:.0%} may have it so."
            )
    return found


def _gives_away(question: Question, facts: dict[str, Fact], language: Language) -> bool:
    """Tell whether the right option is longer than every other one, as a person reads it."""

    def shown(words: str) -> int:
        return len(FACT.sub(lambda m: facts[m[1]].text[language] if m[1] in facts else "", words))

    lengths = {option.id: shown(option.text[language]) for option in question.options}
    right = lengths.pop(question.right[0])
    return all(right > other for other in lengths.values())


def _places(pack: Pack) -> list[str]:
    groups: dict[int, Counter[int]] = {}
    for question in _keyed(pack):
        if not question.ordered:
            names = [option.id for option in question.options]
            group = groups.setdefault(len(names), Counter())
            group[names.index(question.right[0])] += 1
    found = []
    for size, group in sorted(groups.items()):
        total = group.total()
        for at, count in sorted(group.items()):
            if total >= FEWEST and count * size > MOST * total:
                found.append(
                    f"Of {total} questions with {size} options, {count} have the right one at "
                    f"place {at + 1}; spread them evenly."
                )
    return found


def _stems(reading: Reading, language: Language, problems: Problems) -> None:
    first: dict[str, Question] = {}
    for question in reading.pack.questions:
        stem = " ".join(question.stem[language].casefold().split())
        other = first.setdefault(stem, question)
        if stem and other is not question:
            message = f"{other.id!r} asks the same ({language.value})."
            problems.error(reading.places["question", question.id], "double-stem", message)
