"""What makes a lesson's slides right: enough of them, not too many, and few words on each."""

from __future__ import annotations

from contextlib import suppress

from pdo_app.content.model import Language, Lesson, Text
from pdo_app.content.problems import Place, Problems
from pdo_app.content.reader import Reading
from pdo_app.content.resolve import Facts, resolved
from pdo_app.content.slides import MOST, Slide, SlideKind, size, slides

FEWEST, MOST_SLIDES = 5, 10
"""Slides of a lesson, not counting those that ask a question."""


def check(reading: Reading, problems: Problems) -> None:
    """Note what is wrong with the slides of ``reading``."""
    facts = {fact.id: fact for fact in reading.pack.facts}
    stems = {question.id: question.stem for question in reading.pack.questions}
    for lesson in reading.pack.lessons:
        with suppress(KeyError):  # an unknown fact was noted already
            for place, message in _faults(reading, lesson, facts, stems):
                problems.error(place, "slides", message)


def _faults(
    reading: Reading, lesson: Lesson, facts: Facts, stems: dict[str, Text]
) -> list[tuple[Place, str]]:
    shown = slides(resolved(lesson, facts))
    at_lesson = reading.places["lesson", lesson.id]
    found = []
    count = sum(slide.kind is not SlideKind.QUESTION for slide in shown)
    if not FEWEST <= count <= MOST_SLIDES:
        message = (
            f"This lesson has {count} slides; {FEWEST} to {MOST_SLIDES} are wanted (>> lines)."
        )
        found.append((at_lesson, message))
    for slide in shown:
        place = reading.places["block", slide.id] if slide.block else at_lesson
        if slide.question is not None:
            if slide.question not in stems:
                continue  # noted already
            place = reading.places["question", slide.question]
            slide = Slide(slide.id, "", "", slide.kind, resolved(stems[slide.question], facts))
        found += [(place, message) for message in _sizes(slide)]
    return found


def _sizes(slide: Slide) -> list[str]:
    found = size(slide)
    what = "question on its slide" if slide.kind is SlideKind.QUESTION else "slide"
    units = {Language.ZH: "Chinese characters", Language.EN: "English words"}
    return [
        f"This {what} has {found[language]} {units[language]}; at most {most} fit."
        for language, most in MOST.items()
        if found[language] > most
    ]
