"""What is taught, as frozen values.

Everything here comes out of a pack file and is the same for every reader. Ids are paths of
content: ``core/m03`` is a module, ``core/m03/keep-proof`` a lesson, ``core/m03/q/deposit-legal``
a question and ``core/m03/c/receipts`` a checklist item. They never change once published, since
people's records point at them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pdo_app.content.text import Element as Element
from pdo_app.content.text import ElementKind as ElementKind
from pdo_app.content.text import Language as Language
from pdo_app.content.text import Rich as Rich
from pdo_app.content.text import Span as Span
from pdo_app.content.text import Text as Text
from pdo_app.content.text import plain as plain


class BlockKind(StrEnum):
    """What a block is for."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST = "list"
    STEPS = "steps"
    TABLE = "table"
    PICTURE = "picture"
    STORY = "story"
    RIGHT = "right"
    WARNING = "warning"
    TIP = "tip"
    CHECK = "check"
    NOTE = "note"
    ACTIVITY = "activity"


FOR_TRAINERS = frozenset({BlockKind.NOTE, BlockKind.ACTIVITY})
"""Blocks that a learner's page leaves out."""


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a statement stands: a source's id and the article or section read there."""

    source: str
    article: str = ""


@dataclass(frozen=True, slots=True)
class Activity:
    """How a class works on a lesson: method, planned minutes and what lies on the table."""

    method: str
    minutes: int
    material: Text


@dataclass(frozen=True, slots=True)
class Block:
    """One aligned piece of a lesson: the same content in both languages, side by side.

    ``id`` is unique in its lesson and stable while the block's kind and place among its kind
    stay. A HEADING has its words in ``title`` and no elements. ``question`` is set for CHECK,
    ``picture`` for PICTURE and where a story has one, ``activity`` for ACTIVITY.
    """

    id: str
    kind: BlockKind
    zh: tuple[Element, ...] = ()
    en: tuple[Element, ...] = ()
    title: Text | None = None
    citations: tuple[Citation, ...] = ()
    picture: str | None = None
    question: str | None = None
    activity: Activity | None = None

    def side(self, language: Language) -> tuple[Element, ...]:
        """Return the elements of one language."""
        return self.zh if language is Language.ZH else self.en


@dataclass(frozen=True, slots=True)
class Objective:
    """What a person can do or say after a module."""

    id: str
    text: Text


@dataclass(frozen=True, slots=True)
class Lesson:
    """A lesson of a module, or of a country's guide, with its blocks in reading order."""

    id: str
    module: str
    number: int
    title: Text
    minutes: int
    objectives: tuple[str, ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class LessonHead:
    """A lesson without its blocks: what a list of lessons needs."""

    id: str
    module: str
    number: int
    title: Text
    minutes: int


class Stage(StrEnum):
    """The five stretches of the journey."""

    DECIDE = "decide"
    PREPARE = "prepare"
    ARRIVE = "arrive"
    LIVE = "live"
    RETURN = "return"


@dataclass(frozen=True, slots=True)
class Module:
    """A module of the curriculum. ``number`` is its place among M1 to M14; ``icon`` names an
    icon; ``minutes`` is the planned reading and practice time."""

    id: str
    number: int
    stage: Stage
    title: Text
    summary: Text
    minutes: int
    icon: str
    objectives: tuple[Objective, ...]
    lessons: tuple[LessonHead, ...]


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


class Anchor(StrEnum):
    """The day that a due date counts from."""

    DEPARTURE = "departure"
    ARRIVAL = "arrival"
    RETURN = "return"


@dataclass(frozen=True, slots=True)
class ChecklistGroup:
    """A list of things to do, such as documents or the first 72 hours."""

    id: str
    title: Text
    icon: str


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """One thing to do. It is due ``days`` after its anchor (negative: before). ``countries``
    empty means every destination, else ISO 3166 codes."""

    id: str
    group: str
    title: Text
    why: Text
    anchor: Anchor
    days: int
    citations: tuple[Citation, ...] = ()
    lesson: str | None = None
    countries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure or rule that is stored once and shown by reference.

    ``text`` is how it reads in a sentence; ``number`` and ``unit`` are for reckoning, where it is
    a number. ``as_of`` is the date of the text that was read, ``checked`` the day it was read,
    ``review_by`` the day after which it counts as stale. ``confirmed`` tells whether a person has
    confirmed it at the office named.
    """

    id: str
    label: Text
    text: Text
    citation: Citation
    grade: str
    as_of: date
    checked: date
    review_by: date
    confirmed: bool = False
    confirm_at: Text | None = None
    number: float | None = None
    unit: str = ""
    scope: Text | None = None
    icon: str = ""

    def stale(self, on: date) -> bool:
        """Tell whether the fact is past its review date on that day."""
        return on > self.review_by


@dataclass(frozen=True, slots=True)
class Source:
    """A text that was read. ``short`` is the name on a label; ``address`` may be empty where
    only a copy was read, which ``note`` then says. ``grade`` is A (statute or official page),
    B (secondary) or C (weak)."""

    id: str
    title: Text
    short: Text
    grade: str
    as_of: date
    checked: date
    address: str = ""
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class EmergencyNumber:
    """A number to dial in the country and what answers: police, fire, ambulance."""

    number: str
    serves: tuple[str, ...]
    fact: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence in the country's language. ``reading`` is a sound aid in Chinese characters;
    ``reviewed`` tells whether a native speaker has read it."""

    id: str
    group: str
    meaning: Text
    local: str
    reading: str
    reviewed: bool = False


@dataclass(frozen=True, slots=True)
class Portal:
    """An official site."""

    title: Text
    address: str


@dataclass(frozen=True, slots=True)
class Country:
    """A destination. ``code`` is ISO 3166 alpha-2; names of the country, its languages and its
    currency come from CLDR. ``languages`` are BCP 47 codes, ``time_zone`` an IANA name."""

    code: str
    capital: Text
    languages: tuple[str, ...]
    currency: str
    time_zone: str
    european_union: bool
    schengen: bool
    euro: bool
    emergency: tuple[EmergencyNumber, ...]
    embassy: tuple[str, ...]
    facts: tuple[str, ...]
    phrases: tuple[Phrase, ...]
    portals: tuple[Portal, ...]
    surprises: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Situation:
    """A trouble and what to do first, for the emergency page."""

    id: str
    title: Text
    icon: str
    steps: tuple[Text, ...]
    citations: tuple[Citation, ...] = ()
    lesson: str | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the pack. ``file`` is its path in the pack."""

    id: str
    file: str
    alt: Text
    licence: str
    origin: str


@dataclass(frozen=True, slots=True)
class PackInfo:
    """What a pack says about itself. ``date`` is the day its facts were gathered;
    ``destinations`` are the ISO codes that a reader can choose from."""

    id: str
    version: str
    title: Text
    date: date
    licence: str
    destinations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pack:
    """A whole pack as the reader found it and the compiler writes it."""

    info: PackInfo
    modules: tuple[Module, ...]
    lessons: tuple[Lesson, ...]
    questions: tuple[Question, ...]
    groups: tuple[ChecklistGroup, ...]
    items: tuple[ChecklistItem, ...]
    countries: tuple[Country, ...]
    facts: tuple[Fact, ...]
    sources: tuple[Source, ...]
    situations: tuple[Situation, ...]
    pictures: tuple[Picture, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that a search found. ``kind`` is lesson, item, situation, fact or phrase, ``id``
    that of the thing (a phrase: ``DE/where``); ``excerpt`` shows where the words stand."""

    kind: str
    id: str
    title: Text
    excerpt: Text
