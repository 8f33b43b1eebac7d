"""Content and people in few words."""

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

from pdo_app.content.model import (
    Anchor,
    Block,
    BlockKind,
    ChecklistGroup,
    ChecklistItem,
    Lesson,
    LessonHead,
    Module,
    Objective,
    Option,
    Pack,
    PackInfo,
    Question,
    QuestionKind,
    Stage,
    Text,
)
from pdo_app.records import Learner, Mode

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


def text(words: str) -> Text:
    return Text(f"{words}（中）", words)


def question(
    kind: QuestionKind = QuestionKind.ONE,
    right: str = "a",
    options: str = "abc",
    *,
    id: str = "core/m01/q/one",  # noqa: A002  the model's own name
    ordered: bool = False,
    number: float | None = None,
    tolerance: float = 0.0,
    unit: Text | None = None,
    partners: str = "",
) -> Question:
    """Options are letters; ``partners`` are the words beside them, a letter each."""
    names = ("true", "false") if kind is QuestionKind.TRUE_FALSE else tuple(options)
    return Question(
        id=id,
        module="/".join(id.split("/")[:2]),
        objective="core/m01/o/know",
        kind=kind,
        stem=text("What?"),
        options=tuple(
            Option(name, text(name), partner=text(partners[place]) if partners else None)
            for place, name in enumerate(names)
        ),
        right=(right,) if kind is QuestionKind.TRUE_FALSE else tuple(right),
        reason=text("Because."),
        lesson="core/m01/first",
        difficulty=1,
        ordered=ordered,
        number=number,
        tolerance=tolerance,
        unit=unit,
    )


def learner(number: int = 1, departure: date | None = None, destination: str = "DE") -> Learner:
    return Learner(
        id=UUID(int=number),
        name="李建国",
        destination=destination,
        departure=departure,
        mode=Mode.BOTH,
        created_at=NOON,
        updated_at=NOON,
    )


GROUPS = ("documents", "money", "first-72-hours")


def module(number: int, lessons: int = 2) -> Module:
    name = f"core/m{number:02}"
    return Module(
        id=name,
        number=number,
        stage=Stage.DECIDE,
        title=text(f"Module {number}"),
        summary=text("Summary"),
        minutes=30,
        icon="scale",
        objectives=(Objective("core/m01/o/know", text("Know")),),
        lessons=tuple(
            LessonHead(f"{name}/l{place}", name, place, text(f"Lesson {place}"), 10 * place)
            for place in range(1, lessons + 1)
        ),
    )


def guide(country: str = "DE") -> Module:
    """The guide of a country, with two lessons."""
    name = f"core/guide-{country.lower()}"
    heads = tuple(
        LessonHead(f"{name}/l{place}", name, place, text(f"Lesson {place}"), 5) for place in (1, 2)
    )
    return replace(module(0), id=name, stage=Stage.ARRIVE, lessons=heads, country=country)


def with_guide(made: Pack) -> Pack:
    """Add the guide of Germany with three questions to a pack."""
    added = guide()
    return replace(
        made,
        modules=(*made.modules, added),
        lessons=(*made.lessons, *(lesson(head) for head in added.lessons)),
        questions=(
            *made.questions,
            *(question(id=f"{added.id}/q/{place}") for place in range(3)),
        ),
    )


def lesson(head: LessonHead) -> Lesson:
    return Lesson(
        head.id,
        head.module,
        head.number,
        head.title,
        head.minutes,
        objectives=(),
        blocks=(Block("b1", BlockKind.PARAGRAPH),),
    )


def item(
    name: str,
    group: str = "documents",
    anchor: Anchor = Anchor.DEPARTURE,
    days: int = -7,
    countries: tuple[str, ...] = (),
) -> ChecklistItem:
    return ChecklistItem(
        f"core/m01/c/{name}", group, text(name), text("So that"), anchor, days, countries=countries
    )


ITEMS = (
    item("visit", "first-72-hours", Anchor.ARRIVAL, 3),
    item("register", "first-72-hours", Anchor.ARRIVAL, 14, ("DE",)),
    item("report", "first-72-hours", Anchor.ARRIVAL, 3, ("AT",)),
    item("copies", days=-3),
    item("notary", days=-23),
    item("close-account", "money", Anchor.RETURN, -30),
    item("cash", "money", days=0),
)


def all_kinds(name: str = "core/m01") -> tuple[Question, ...]:
    return (
        question(id=f"{name}/q/one"),
        question(QuestionKind.SEVERAL, "ab", id=f"{name}/q/several"),
        question(QuestionKind.TRUE_FALSE, "true", id=f"{name}/q/true"),
        question(QuestionKind.ORDER, "abc", id=f"{name}/q/order"),
        question(QuestionKind.MATCH, "abc", id=f"{name}/q/match", partners="xyz"),
        question(QuestionKind.NUMBER, "", "", id=f"{name}/q/number", number=4),
    )


RIGHT_ANSWERS = {
    QuestionKind.ONE: ["a"],
    QuestionKind.SEVERAL: ["a", "b"],
    QuestionKind.TRUE_FALSE: True,
    QuestionKind.ORDER: ["a", "b", "c"],
    QuestionKind.MATCH: {"a": "a", "b": "b", "c": "c"},
    QuestionKind.NUMBER: "4",
}


def pack(version: str = "2026.11", modules: int = 3, without: frozenset[str] = frozenset()) -> Pack:
    """``modules`` modules of two lessons; module 1 has every kind of question, the others have
    eight of one kind each; questions named in ``without`` are missing."""
    parts = tuple(module(number) for number in range(1, modules + 1))
    asked = all_kinds() + tuple(
        question(id=f"{part.id}/q/{place}") for part in parts[1:] for place in range(8)
    )
    return Pack(
        info=PackInfo("core", version, text("Core"), NOON.date(), "CC-BY-4.0", ("AT", "DE")),
        modules=parts,
        lessons=tuple(lesson(head) for part in parts for head in part.lessons),
        questions=tuple(q for q in asked if q.id not in without),
        groups=tuple(ChecklistGroup(group, text(group), "list") for group in GROUPS),
        items=ITEMS,
        countries=(),
        facts=(),
        sources=(),
        situations=(),
        pictures=(),
    )
