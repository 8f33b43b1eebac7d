"""What the class sees: the cards of a plan in order, and every way to go among them.

Pure functions on frozen values. Whatever is pressed, the place that comes out is a card of the
deck.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from pdo_app.content.model import Lesson, Text
from pdo_app.content.slides import Slide, slides
from pdo_app.records import PlannedSegment, SegmentKind
from pdo_app.training.agenda import Plan


class CardKind(StrEnum):
    """What a card is: a slide of a lesson, a question of a lesson with its answer to be shown, or
    a card of the plan itself."""

    SLIDE = "slide"
    QUESTION = "question"
    OPENING = "opening"
    BREAK = "break"
    WITNESS = "witness"
    TASK = "task"
    CLOSING = "closing"


_OF_SEGMENT = {
    SegmentKind.OPENING: CardKind.OPENING,
    SegmentKind.BREAK: CardKind.BREAK,
    SegmentKind.WITNESS: CardKind.WITNESS,
    SegmentKind.CLOSING: CardKind.CLOSING,
}


@dataclass(frozen=True, slots=True)
class Card:
    """One picture on the audience's screen. ``id`` names segment and slide, so that a place is
    found again after the plan has changed; ``minutes`` is how long a break or task lasts."""

    id: str
    half: str
    segment: str
    kind: CardKind
    title: Text
    minutes: int = 0
    module: str = ""
    slide: Slide | None = None


Deck = tuple[Card, ...]


def deck(plan: Plan, lesson: Callable[[str], Lesson]) -> Deck:
    """Return the cards of ``plan``: the slides of its lessons, and one card for every other
    segment. Skipped segments have none. ``lesson`` finds a lesson by its id; one that is no
    longer in the pack (KeyError) has no slides, and a segment without any has a card of its own.
    An activity on a lesson whose slides the class has seen before does not show them again.
    """
    cards: list[Card] = []
    seen: set[str] = set()
    for half in plan:
        for segment in half.segments:
            if segment.skipped:
                continue
            again = seen if segment.kind is SegmentKind.ACTIVITY else ()
            names = [name for name in segment.lessons if name not in again]
            cards += _cards(half.id, replace(segment, lessons=tuple(names)), lesson)
            seen.update(names)
    return tuple(cards)


def _cards(half: str, segment: PlannedSegment, lesson: Callable[[str], Lesson]) -> list[Card]:
    found = []
    for name in segment.lessons:
        try:
            body = lesson(name)
        except KeyError:
            continue
        for slide in slides(body):
            found.append(
                Card(
                    id=f"{segment.id}/{slide.id}",
                    half=half,
                    segment=segment.id,
                    kind=CardKind.QUESTION if slide.question else CardKind.SLIDE,
                    title=slide.title,
                    minutes=slide.minutes,
                    module=body.module,
                    slide=slide,
                )
            )
    if found:
        return found
    title = Text(segment.title_zh, segment.title_en)
    kind = _OF_SEGMENT.get(segment.kind, CardKind.TASK)
    return [Card(segment.id, half, segment.id, kind, title, segment.minutes, segment.module)]


class Curtain(StrEnum):
    """What covers the audience's screen."""

    NONE = ""
    BLACK = "black"
    WHITE = "white"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a presentation is: the card's ``index``, whether a question's answer is shown, what
    covers the screen, and, while it is frozen, which card the class still sees."""

    index: int = 0
    answer: bool = False
    curtain: Curtain = Curtain.NONE
    frozen: int | None = None
    frozen_answer: bool = False

    @property
    def seen(self) -> tuple[int, bool]:
        """The card that the class sees, and whether with its answer."""
        return (
            (self.index, self.answer) if self.frozen is None else (self.frozen, self.frozen_answer)
        )


def forward(deck: Deck, place: Place) -> Place:
    """Lift the curtain, else show the answer of a question, else go to the next card; at the
    last one stay."""
    if place.curtain:
        return replace(place, curtain=Curtain.NONE)
    if deck and deck[place.index].kind is CardKind.QUESTION and not place.answer:
        return replace(place, answer=True)
    return jump(deck, place, place.index + 1)


def back(deck: Deck, place: Place) -> Place:
    """Lift the curtain, else take an answer back, else go to the card before; at the first one
    stay. A question is entered from behind without its answer."""
    if place.curtain:
        return replace(place, curtain=Curtain.NONE)
    if place.answer:
        return replace(place, answer=False)
    return jump(deck, place, place.index - 1)


def jump(deck: Deck, place: Place, index: int) -> Place:
    """Go to the card ``index`` from 0, or to the nearest there is. A curtain is lifted; what is
    frozen stays. Where that is the card already, its answer stays too."""
    there = max(0, min(index, len(deck) - 1))
    answer = place.answer if there == place.index else False
    return replace(place, index=there, answer=answer, curtain=Curtain.NONE)


def jump_to_segment(deck: Deck, place: Place, segment: str) -> Place:
    """Go to the first card of a segment; stay where it has none."""
    for index, card in enumerate(deck):
        if card.segment == segment:
            return jump(deck, place, index)
    return place


def cover(place: Place, curtain: Curtain) -> Place:
    """Cover the screen black or white; the same key lifts it again."""
    return replace(place, curtain=Curtain.NONE if place.curtain is curtain else curtain)


def freeze(place: Place) -> Place:
    """Keep what the class sees while the console goes on; a second time lets it follow again."""
    if place.frozen is not None:
        return replace(place, frozen=None, frozen_answer=False)
    return replace(place, frozen=place.index, frozen_answer=place.answer)


def find_again(old: Deck, new: Deck, place: Place) -> Place:
    """Return the place in the ``new`` deck, after the plan or the content changed: the same card,
    else the nearest one before it that is still there, else the first after it."""
    return replace(
        place,
        index=_again(old, new, place.index),
        answer=place.answer and _same(old, new, place.index),
        frozen=None if place.frozen is None else _again(old, new, place.frozen),
        frozen_answer=place.frozen is not None
        and place.frozen_answer
        and _same(old, new, place.frozen),
    )


def _again(old: Deck, new: Deck, index: int) -> int:
    at = {card.id: number for number, card in enumerate(new)}
    for card in (*reversed(old[: index + 1]), *old[index + 1 :]):
        if card.id in at:
            return at[card.id]
    return 0


def _same(old: Deck, new: Deck, index: int) -> bool:
    return index < len(old) and any(card.id == old[index].id for card in new)


def at_card(deck: Deck, name: str) -> Place:
    """Return the place of the card with that id, as it was recorded; where it is gone, that of
    the first card of its segment, else the first card of all."""
    segment = name.partition("/")[0]
    for index, card in enumerate(deck):
        if card.id == name:
            return Place(index)
    return jump_to_segment(deck, Place(), segment)


def after_half(deck: Deck, place: Place) -> Place:
    """Return the place of the next half-day's first card, where ``place`` is the last card of
    its half-day; else ``place``, also at the end of all."""
    following = deck[place.index + 1 : place.index + 2]
    if following and following[0].half != deck[place.index].half:
        return Place(place.index + 1)
    return place
