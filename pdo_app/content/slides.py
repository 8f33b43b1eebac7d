"""The slides of a lesson, made from its own blocks: one idea each, few words.

The first slide shows the lesson's title. A heading titles the slides that follow it. A block with
lines of its own for the slide shows those; without them, a call-out, list, steps, picture or story
is shown where its own words are few enough, and a paragraph or table is not. A trainer's note
never is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import zip_longest

from pdo_app.content.model import Block, BlockKind, Citation, Element, Language, Lesson, Text, plain
from pdo_app.content.wording import length

MOST = {Language.ZH: 45, Language.EN: 30}
"""Characters (Chinese) or words (English) that title and lines of a slide may have together."""
_SHORT = frozenset(
    {
        BlockKind.LIST,
        BlockKind.STEPS,
        BlockKind.PICTURE,
        BlockKind.STORY,
        BlockKind.RIGHT,
        BlockKind.WARNING,
        BlockKind.TIP,
    }
)
_ALWAYS = frozenset({BlockKind.CHECK, BlockKind.ACTIVITY})


class SlideKind(StrEnum):
    """What a slide is for: that of its block, or the title of the lesson."""

    TITLE = "title"
    PARAGRAPH = "paragraph"
    LIST = "list"
    STEPS = "steps"
    TABLE = "table"
    PICTURE = "picture"
    STORY = "story"
    RIGHT = "right"
    WARNING = "warning"
    TIP = "tip"
    QUESTION = "question"
    ACTIVITY = "activity"


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide. ``id`` is that of the lesson, ``#`` and that of the block (``#title`` for the
    first, whose ``block`` is ""); it stays as long as those do. A QUESTION slide has the title of
    its heading and no lines: ``question`` names what it asks. ``minutes`` is the planned time of
    an activity or, on the first slide, of the lesson; 0 for every other slide. ``method`` is how a
    class works on an activity."""

    id: str
    lesson: str
    block: str
    kind: SlideKind
    title: Text
    lines: tuple[Text, ...] = ()
    picture: str | None = None
    citations: tuple[Citation, ...] = ()
    question: str | None = None
    minutes: int = 0
    method: str = ""


def slides(lesson: Lesson) -> tuple[Slide, ...]:
    """Return the slides of ``lesson`` in reading order. Its facts must have become words, as
    they have in a lesson of the library."""
    return tuple(_slides(lesson))


def size(slide: Slide) -> dict[Language, int]:
    """Return the Chinese characters and English words of a slide's title and lines. A Latin word
    or a figure counts as one character; punctuation does not count."""
    texts = (slide.title, *slide.lines)
    return {language: sum(length(t[language], language) for t in texts) for language in Language}


def fits(slide: Slide) -> bool:
    """Tell whether a slide holds no more than it may."""
    found = size(slide)
    return all(found[language] <= MOST[language] for language in Language)


def _slides(lesson: Lesson) -> Iterator[Slide]:
    pictures = (b.picture for b in lesson.blocks if b.picture)
    yield Slide(
        id=f"{lesson.id}#title",
        lesson=lesson.id,
        block="",
        kind=SlideKind.TITLE,
        title=lesson.title,
        picture=lesson.picture or next(pictures, None),
        minutes=lesson.minutes,
    )
    title = lesson.title
    for block in lesson.blocks:
        if block.kind is BlockKind.HEADING:
            title = block.title or lesson.title
        elif block.on_slides and block.kind is not BlockKind.NOTE:
            slide = _slide(lesson, block, title)
            if block.slide or block.kind in _ALWAYS or (block.kind in _SHORT and fits(slide)):
                yield slide


def _slide(lesson: Lesson, block: Block, heading: Text) -> Slide:
    own = () if block.kind is BlockKind.ACTIVITY else _lines(block)
    return Slide(
        id=f"{lesson.id}#{block.id}",
        lesson=lesson.id,
        block=block.id,
        kind=SlideKind.QUESTION if block.kind is BlockKind.CHECK else SlideKind(block.kind),
        title=block.title or heading,
        lines=block.slide or own,
        picture=block.picture,
        citations=block.citations,
        question=block.question,
        minutes=block.activity.minutes if block.activity else 0,
        method=block.activity.method if block.activity else "",
    )


def _lines(block: Block) -> tuple[Text, ...]:
    sides = (_side(block.zh), _side(block.en))
    return tuple(Text(zh, en) for zh, en in zip_longest(*sides, fillvalue=""))


def _side(elements: tuple[Element, ...]) -> Iterator[str]:
    for element in elements:
        for line in element.lines:
            yield " ".join(map(plain, line))
