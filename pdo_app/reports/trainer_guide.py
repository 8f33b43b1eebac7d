"""What the trainer's guide says: for each part its objectives, lessons, key messages, notes and
the steps of its activities."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from pdo_app.content.library import Library
from pdo_app.content.model import (
    Block,
    BlockKind,
    Element,
    ElementKind,
    Language,
    Lesson,
    Text,
    plain,
)
from pdo_app.content.slides import SlideKind, slides
from pdo_app.errors import N_
from pdo_app.records import Centre, TrainingSession
from pdo_app.reports.bilingual import Words
from pdo_app.reports.session_words import (
    SessionHead,
    document_title,
    foot,
    half_title,
    material_words,
    method_words,
    minutes_words,
    segment_title,
    session_head,
    slot_time,
)
from pdo_app.reports.wording import Wording, joined
from pdo_app.texts import Texts
from pdo_app.training import agenda
from pdo_app.training.objectives import Objectives

MOST_MESSAGES = 8
"""Key messages of a lesson on paper; more are no longer key."""
_CALLS = frozenset({SlideKind.RIGHT, SlideKind.WARNING, SlideKind.TIP})
_MARKS = {ElementKind.LIST: "·"}


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a passage; ``mark`` stands before it: a figure of steps, a dot, or nothing."""

    mark: str
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """Some lines in the first language, and the same in the second where two are printed."""

    first: tuple[Line, ...]
    second: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class GuideActivity:
    """An activity of a lesson; ``about`` is its method and minutes."""

    title: Words
    about: Words
    material: Words
    steps: Passage


@dataclass(frozen=True, slots=True)
class GuideLesson:
    """What a trainer needs of a lesson."""

    title: Words
    messages: tuple[Words, ...]
    notes: tuple[Passage, ...]
    activities: tuple[GuideActivity, ...]


@dataclass(frozen=True, slots=True)
class GuidePart:
    """A part of a half-day. ``about`` is minutes, method and whether it is essential."""

    time: str
    title: Words
    about: Words
    material: Words
    objectives: tuple[Words, ...]
    lessons: tuple[GuideLesson, ...]


@dataclass(frozen=True, slots=True)
class GuideHalf:
    """A half-day with its parts."""

    title: Words
    parts: tuple[GuidePart, ...]


@dataclass(frozen=True, slots=True)
class GuideLabels:
    """The words before the things of a part."""

    objectives: Words
    messages: Words
    notes: Words
    activity: Words
    material: Words


@dataclass(frozen=True, slots=True)
class TrainerGuide:
    """The whole paper."""

    document: str
    head: SessionHead
    labels: GuideLabels
    halves: tuple[GuideHalf, ...]
    foot: Words


def trainer_guide(
    session: TrainingSession, centre: Centre, library: Library, texts: Texts, today: date
) -> TrainerGuide:
    """Word the guide to a session from its plan and the lessons in ``library``; a lesson that is
    no longer there has no entry. ``today`` is the day of printing."""
    wording = Wording(texts)
    head = session_head(N_("Trainer's guide"), session, centre, wording)
    objectives = Objectives(library)
    halves = tuple(
        GuideHalf(
            half_title(half, wording),
            tuple(_part(slot, library, objectives, wording) for slot in slots),
        )
        for half, slots in agenda.by_half(session.plan)
    )
    return TrainerGuide(
        document=document_title(head.title, session),
        head=head,
        labels=GuideLabels(
            objectives=wording.say("Afterwards people can"),
            messages=wording.say("Key messages"),
            notes=wording.say("Notes"),
            activity=wording.say("Activity"),
            material=wording.say("Material"),
        ),
        halves=halves,
        foot=foot(session, wording, today),
    )


def _part(
    slot: agenda.Slot, library: Library, objectives: Objectives, wording: Wording
) -> GuidePart:
    segment = slot.segment
    about = [minutes_words(segment.minutes, wording), method_words(segment.method, wording)]
    if segment.essential:
        about.append(wording.say("Essential"))
    lessons = tuple(_lessons(segment.lessons, library))
    return GuidePart(
        time=slot_time(slot),
        title=segment_title(segment, wording),
        about=joined(about),
        material=material_words(segment, wording),
        objectives=tuple(wording.text(text) for text in objectives.of(segment.lessons)),
        lessons=tuple(_lesson(lesson, wording) for lesson in lessons),
    )


def _lessons(names: Iterable[str], library: Library) -> Iterator[Lesson]:
    for name in names:
        try:
            yield library.lesson(name)
        except KeyError:
            continue


def _lesson(lesson: Lesson, wording: Wording) -> GuideLesson:
    notes = (block for block in lesson.blocks if block.kind is BlockKind.NOTE)
    return GuideLesson(
        title=wording.text(lesson.title),
        messages=tuple(wording.text(text) for text in _messages(lesson)),
        notes=tuple(_passage(block, wording) for block in notes),
        activities=tuple(
            GuideActivity(
                title=wording.text(block.title or Text("", "")),
                about=joined(
                    (
                        method_words(block.activity.method, wording),
                        minutes_words(block.activity.minutes, wording),
                    )
                ),
                material=wording.text(block.activity.material),
                steps=_passage(block, wording),
            )
            for block in lesson.blocks
            if block.activity is not None
        ),
    )


def _messages(lesson: Lesson) -> list[Text]:
    """Return what the slides of a lesson say: rights, warnings and tips before all else."""
    shown = [slide for slide in slides(lesson) if slide.kind is not SlideKind.ACTIVITY]
    calls = [line for slide in shown if slide.kind in _CALLS for line in slide.lines]
    others = [line for slide in shown if slide.kind not in _CALLS for line in slide.lines]
    return [line for line in (calls or others) if line.zh or line.en][:MOST_MESSAGES]


def _passage(block: Block, wording: Wording) -> Passage:
    return Passage(
        *(tuple(_lines(block.side(Language(language)))) for language in wording.languages)
    )


def _lines(elements: Iterable[Element]) -> Iterator[Line]:
    for element in elements:
        for number, line in enumerate(element.lines, 1):
            text = "  ".join(plain(cell) for cell in line)
            steps = element.kind is ElementKind.STEPS
            yield Line(f"{number}." if steps else _MARKS.get(element.kind, ""), text)
