"""What a card says on the audience's screen, as plain words in the audience's languages.

The audience has a language of its own: the projector may show English while the trainer reads
Chinese. So words are asked of :class:`Speech`, never of the interface's language.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from pdo_app.content.citing import label
from pdo_app.content.library import Library
from pdo_app.content.model import Option, Question, QuestionKind, Text
from pdo_app.content.slides import Slide, SlideKind
from pdo_app.records import Mode
from pdo_app.reports.session_words import METHODS
from pdo_app.texts import EN, ZH, Texts
from pdo_app.training.presentation import Card, CardKind
from pdo_app.ui.language import Words, standing_alone

LETTERS = "ABCDEFGH"
NOTHING = Words("")
WALL_LINES = 4
"""Questions of the class that an opening slide shows under each heading."""


class Speech:
    """Words in the audience's languages. ``mode`` can change at any time."""

    def __init__(self, texts: Texts, mode: Mode) -> None:
        self._texts = texts
        self.mode = mode

    @property
    def first(self) -> str:
        """The first language: ``zh`` or ``en``."""
        return EN if self.mode is Mode.ENGLISH else ZH

    def words(self, source: str, **values: object) -> Words:
        """Return a word of the interface."""
        second = self._texts.say(source, EN, **values) if self.mode is Mode.BOTH else None
        return Words(self._texts.say(source, self.first, **values), second)

    def show(self, text: Text) -> Words:
        """Return words of the content."""
        if self.mode is Mode.ENGLISH:
            return Words(text.en)
        return Words(text.zh, text.en if self.mode is Mode.BOTH else None)


class Look(StrEnum):
    """How a face is laid out."""

    TITLE = "title"
    POINTS = "points"
    STEPS = "steps"
    CALLOUT = "callout"
    QUESTION = "question"
    CLOTH = "cloth"
    WALL = "wall"


class State(StrEnum):
    """How an answer looks: still open, right, or faded beside the right one."""

    OPEN = "open"
    RIGHT = "right"
    FADED = "faded"


@dataclass(frozen=True, slots=True)
class Answer:
    """An option on the screen: the letter or number in its knot, its words, its state."""

    mark: str
    words: Words
    state: State = State.OPEN


@dataclass(frozen=True, slots=True)
class Column:
    """Questions of the class under one heading."""

    title: Words
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Face:
    """Everything that is drawn of a card. ``number`` and ``strand`` name the module above the
    title; ``tone`` is right, warning or tip for a call-out; ``partners`` are what the ``answers``
    are to be matched with; ``foot`` is the source; ``page`` the
    place among all cards; ``minutes`` the length of a break or task and ``task`` how people work on
    it."""

    look: Look
    title: Words
    number: str = ""
    strand: Words = NOTHING
    lines: tuple[Words, ...] = ()
    tone: str = ""
    picture: str = ""
    answers: tuple[Answer, ...] = ()
    partners: tuple[Answer, ...] = ()
    columns: tuple[Column, ...] = ()
    foot: str = ""
    reason: Words | None = None
    page: str = ""
    minutes: int = 0
    task: Words = NOTHING


@dataclass(frozen=True, slots=True)
class WallWords:
    """What the class has said in the opening round, by kind, the newest first."""

    know: tuple[str, ...] = ()
    want: tuple[str, ...] = ()
    worry: tuple[str, ...] = ()


class Faces:
    """Makes the face of a card. ``wall`` gives the class's own questions of this moment."""

    def __init__(self, library: Library, speech: Speech, wall: Callable[[], WallWords]) -> None:
        self._library, self._speech, self._wall = library, speech, wall

    def face(self, card: Card, page: str, *, answer: bool = False) -> Face:
        """Return what ``card`` shows; ``answer`` shows the key of a question."""
        if card.slide is None:
            return self._own(card, page)
        number, strand = self._strand(card.module)
        slide, speech = card.slide, self._speech
        question = self._question(slide)
        if question is not None:
            return Face(
                Look.QUESTION,
                speech.show(question.stem),
                number,
                strand,
                answers=answers(question, speech, shown=answer),
                partners=() if answer else partners(question, speech),
                picture=question.picture or "",
                reason=speech.show(question.reason) if answer else None,
                page=page,
                task=NOTHING if answer else self._poll(question),
            )
        return Face(
            _LOOKS.get(slide.kind, Look.POINTS),
            speech.show(slide.title),
            number,
            strand,
            lines=tuple(_alone(speech.show(line)) for line in slide.lines),
            tone=slide.kind.value if slide.kind in _TONES else "",
            picture=slide.picture or "",
            foot=self._source(slide),
            page=page,
            minutes=slide.minutes if slide.kind is SlideKind.ACTIVITY else 0,
            task=self._task(slide.method),
        )

    def _own(self, card: Card, page: str) -> Face:
        speech, title = self._speech, self._speech.show(card.title)
        if card.kind is CardKind.OPENING:
            wall = self._wall()
            columns = (
                Column(speech.words("I know"), wall.know[:WALL_LINES]),
                Column(speech.words("I want to know"), wall.want[:WALL_LINES]),
                Column(speech.words("I worry"), wall.worry[:WALL_LINES]),
            )
            return Face(Look.WALL, title, columns=columns, page=page)
        lines: tuple[Words, ...] = ()
        if card.kind is CardKind.CLOSING:
            lines = (
                speech.words("What will I do first?"),
                speech.words("Whom do I call when something is wrong?"),
            )
        elif card.kind is CardKind.WITNESS:
            lines = (speech.words("Somebody who has been there tells you. Ask anything."),)
        look = Look.CLOTH if card.kind is CardKind.BREAK else Look.POINTS
        minutes = card.minutes if card.kind in (CardKind.BREAK, CardKind.TASK) else 0
        return Face(look, title, lines=lines, page=page, minutes=minutes)

    def _task(self, method: str) -> Words:
        """Return how people work on an activity."""
        return self._speech.words(METHODS[method]) if method in METHODS else NOTHING

    def _poll(self, question: Question) -> Words:
        """Ask for a show of hands, where there is something to choose."""
        if question.kind in _CHOICES:
            return self._speech.words("Raise a hand: which one?")
        return NOTHING

    def _strand(self, module: str) -> tuple[str, Words]:
        try:
            found = self._library.module(module)
        except KeyError:
            return "", Words("")
        return str(found.number) if found.number else "", self._speech.show(found.title)

    def _question(self, slide: Slide) -> Question | None:
        if slide.question is None:
            return None
        try:
            return self._library.question(slide.question)
        except KeyError:  # the pack has changed under an old plan
            return None

    def _source(self, slide: Slide) -> str:
        if not slide.citations:
            return ""
        try:
            return label(slide.citations[0], self._library, self._speech.first)
        except KeyError:
            return ""


_CHOICES = (QuestionKind.ONE, QuestionKind.SEVERAL, QuestionKind.TRUE_FALSE)
_TONES = (SlideKind.RIGHT, SlideKind.WARNING, SlideKind.TIP)
_LOOKS = {
    SlideKind.TITLE: Look.TITLE,
    SlideKind.STEPS: Look.STEPS,
    SlideKind.RIGHT: Look.CALLOUT,
    SlideKind.WARNING: Look.CALLOUT,
    SlideKind.TIP: Look.CALLOUT,
}


def _alone(words: Words) -> Words:
    return Words(standing_alone(words.main), standing_alone(words.second) if words.second else None)


def answers(question: Question, speech: Speech, *, shown: bool) -> tuple[Answer, ...]:
    """Return the options of ``question`` as the class sees them, in their written order.

    With the key ``shown``: of a choice the right ones stand out, things to be put in order get
    their numbers, pairs their partners, and a number is given.
    """
    match question.kind:
        case QuestionKind.NUMBER:
            return _number(question, speech, shown)
        case QuestionKind.ORDER:
            return _order(question, speech, shown)
        case QuestionKind.MATCH:
            return _pairs(question, speech, shown)
    return tuple(
        Answer(letter, speech.show(option.text), _state(question, option, shown))
        for letter, option in zip(LETTERS, question.options, strict=False)
    )


def _state(question: Question, option: Option, shown: bool) -> State:
    if not shown:
        return State.OPEN
    return State.RIGHT if option.id in question.right else State.FADED


def partners(question: Question, speech: Speech) -> tuple[Answer, ...]:
    """Return the right-hand sides of a match, turned by one so that none stands beside its own
    option; nothing for other kinds."""
    if question.kind is not QuestionKind.MATCH:
        return ()
    turned = (*question.options[1:], *question.options[:1])
    return tuple(
        Answer(str(number), speech.show(option.partner))
        for number, option in enumerate(turned, start=1)
        if option.partner is not None
    )


def _number(question: Question, speech: Speech, shown: bool) -> tuple[Answer, ...]:
    figure = f"{question.number or 0.0:g}" if shown else "?"
    unit = speech.show(question.unit) if question.unit else NOTHING
    second = f"{figure} {unit.second}" if unit.second else None
    state = State.RIGHT if shown else State.OPEN
    return (Answer("=", Words(f"{figure} {unit.main}".strip(), second), state),)


def _order(question: Question, speech: Speech, shown: bool) -> tuple[Answer, ...]:
    if not shown:
        # Written in the right order: turned round, so that the screen does not give it away.
        mixed = (*question.options[1::2], *question.options[::2])
        return tuple(
            Answer(letter, speech.show(option.text))
            for letter, option in zip(LETTERS, mixed, strict=False)
        )
    by_id = {option.id: option for option in question.options}
    return tuple(
        Answer(str(place), speech.show(by_id[name].text), State.RIGHT)
        for place, name in enumerate(question.right, start=1)
    )


def _pairs(question: Question, speech: Speech, shown: bool) -> tuple[Answer, ...]:
    found = []
    for letter, option in zip(LETTERS, question.options, strict=False):
        words = speech.show(option.text)
        if shown and option.partner is not None:
            partner = speech.show(option.partner)
            second = f"{words.second} → {partner.second}" if words.second else None
            words = Words(f"{words.main} → {partner.main}", second)
        found.append(Answer(letter, words, State.RIGHT if shown else State.OPEN))
    return tuple(found)
