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

from pdo_app.content.assessment import FormPair as FormPair
from pdo_app.content.assessment import Option as Option
from pdo_app.content.assessment import Question as Question
from pdo_app.content.assessment import QuestionKind as QuestionKind
from pdo_app.content.destination import Country as Country
from pdo_app.content.destination import EmergencyNumber as EmergencyNumber
from pdo_app.content.destination import Holiday as Holiday
from pdo_app.content.destination import Holidays as Holidays
from pdo_app.content.destination import Phrase as Phrase
from pdo_app.content.destination import Portal as Portal
from pdo_app.content.destination import Region as Region
from pdo_app.content.evidence import Citation as Citation
from pdo_app.content.evidence import Fact as Fact
from pdo_app.content.evidence import Source as Source
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
    ``slide`` holds the lines that a slide shows instead of the block's own words; a block that is
    not ``on_slides`` has no slide. ``exempt`` is the reason why the figures of the two languages
    may differ here.
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
    slide: tuple[Text, ...] = ()
    on_slides: bool = True
    exempt: str = ""

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
    """A lesson of a module, or of a country's guide, with its blocks in reading order.
    ``picture`` is shown beside its title."""

    id: str
    module: str
    number: int
    title: Text
    minutes: int
    objectives: tuple[str, ...]
    blocks: tuple[Block, ...]
    picture: str | None = None


@dataclass(frozen=True, slots=True)
class LessonHead:
    """A lesson without its blocks: what a list of lessons needs."""

    id: str
    module: str
    number: int
    title: Text
    minutes: int
    objectives: tuple[str, ...] = ()


class Stage(StrEnum):
    """The five stretches of the journey."""

    DECIDE = "decide"
    PREPARE = "prepare"
    ARRIVE = "arrive"
    LIVE = "live"
    RETURN = "return"


@dataclass(frozen=True, slots=True)
class Module:
    """A module of the curriculum, or the guide of a ``country`` (ISO code). ``number`` is its
    place among M1 to M14, 0 for a guide; ``icon`` names an icon; ``minutes`` is the planned
    reading and practice time."""

    id: str
    number: int
    stage: Stage
    title: Text
    summary: Text
    minutes: int
    icon: str
    objectives: tuple[Objective, ...]
    lessons: tuple[LessonHead, ...]
    country: str = ""


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
class Term:
    """A word of the glossary. ``pinyin`` is how the Chinese name is read; ``meaning`` is one or
    two sentences; ``avoid`` holds names not to be used for it, in either language."""

    id: str
    name: Text
    meaning: Text
    pinyin: str = ""
    avoid: tuple[str, ...] = ()
    lesson: str | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    """One part of a training session's plan. ``module`` and ``lessons`` are ids of what is
    taught; a break, an opening or a witness slot has none. ``kind`` is opening, lesson, activity,
    break, witness, test or closing; an ``essential`` segment is never dropped to save time, and
    shortened no further than to ``least`` minutes (0: not at all).
    ``for_groups`` empty means every group, else names such as ``returnees``."""

    id: str
    kind: str
    title: Text
    minutes: int
    module: str = ""
    lessons: tuple[str, ...] = ()
    method: str = ""
    material: Text | None = None
    essential: bool = False
    for_groups: tuple[str, ...] = ()
    least: int = 0


@dataclass(frozen=True, slots=True)
class HalfDay:
    """One sitting of a template, such as the first morning. ``start`` is HH:MM local time."""

    title: Text
    start: str
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Template:
    """A plan for a session of ``hours`` hours, halved into sittings."""

    id: str
    title: Text
    hours: int
    halves: tuple[HalfDay, ...]


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
    forms: tuple[FormPair, ...] = ()
    terms: tuple[Term, ...] = ()
    holidays: tuple[Holidays, ...] = ()
    templates: tuple[Template, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that a search found. ``kind`` is lesson, item, situation, fact, phrase or term,
    ``id`` that of the thing (a phrase: ``DE/where``); ``excerpt`` shows where the words stand."""

    kind: str
    id: str
    title: Text
    excerpt: Text
