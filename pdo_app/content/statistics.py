"""What a pack holds, in numbers, and what of it is due for review."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date

from pdo_app.content.model import Fact, Lesson, Pack, plain
from pdo_app.content.resolve import resolve
from pdo_app.content.slides import slides
from pdo_app.content.text import Element, Language

_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Statistics:
    """Counts of a pack. ``modules`` are those of the curriculum; the guide of a country is none
    of them, but its lessons, blocks, words and questions count. ``slides`` are all slides, those
    that ask a question too. ``words`` are Chinese characters and English words of all lessons,
    with trainer's notes and activities. ``questions`` are all, also those reserved for the test
    forms; ``forms`` are the questions of each form, without the spares. ``facts`` are counted by
    the grade of their source."""

    modules: int
    lessons: int
    blocks: int
    slides: int
    words: dict[str, int]
    questions: int
    questions_by_module: dict[str, int]
    questions_reserved: int
    forms: dict[str, int]
    countries: int
    facts: dict[str, int]
    facts_past_review: int
    facts_to_confirm: int
    sources: int
    terms: int
    phrases: int
    pictures: int
    checklist_items: int


def statistics(pack: Pack, on: date) -> Statistics:
    """Count what is in ``pack``, with facts judged on that day."""
    by_module = Counter(question.module for question in pack.questions)
    grades = Counter(fact.grade for fact in pack.facts)
    return Statistics(
        modules=sum(not module.country for module in pack.modules),
        lessons=len(pack.lessons),
        blocks=sum(len(lesson.blocks) for lesson in pack.lessons),
        slides=sum(len(slides(lesson)) for lesson in _with_facts(pack)),
        words={
            language.value: sum(words_of(lesson, language) for lesson in pack.lessons)
            for language in Language
        },
        questions=len(pack.questions),
        questions_by_module={m.id: by_module[m.id] for m in pack.modules if not m.country},
        questions_reserved=sum(question.reserved for question in pack.questions),
        forms={
            "A": len({pair.a for pair in pack.forms}),
            "B": len({pair.b for pair in pack.forms}),
        },
        countries=len(pack.countries),
        facts={grade: grades[grade] for grade in ("A", "B", "C")},
        facts_past_review=sum(fact.stale(on) for fact in pack.facts),
        facts_to_confirm=sum(not fact.confirmed for fact in pack.facts),
        sources=len(pack.sources),
        terms=len(pack.terms),
        phrases=sum(len(country.phrases) for country in pack.countries),
        pictures=len(pack.pictures),
        checklist_items=len(pack.items),
    )


def _with_facts(pack: Pack) -> tuple[Lesson, ...]:
    """The lessons with their facts as words; as they are written where a fact is unknown."""
    try:
        return resolve(pack).lessons
    except KeyError:
        return pack.lessons


def words_of(lesson: Lesson, language: Language) -> int:
    """Return the length of a lesson: Chinese characters, or English words."""
    texts = [lesson.title[language]]
    for block in lesson.blocks:
        if block.title is not None:
            texts.append(block.title[language])
        texts += [text for element in block.side(language) for text in _texts(element)]
    count = _HAN if language is Language.ZH else _WORD
    return sum(len(count.findall(text)) for text in texts)


def _texts(element: Element) -> list[str]:
    return [plain(cell) for line in element.lines for cell in line]


def due_for_review(pack: Pack, by: date) -> tuple[Fact, ...]:
    """Return the facts whose review date is not after ``by``, the earliest first."""
    due = [fact for fact in pack.facts if fact.review_by <= by]
    return tuple(sorted(due, key=lambda fact: (fact.review_by, fact.id)))
