"""Readers of a module's folder: module, lessons, questions, checklist. Short ids become full."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from pdo_app.content import ids
from pdo_app.content.fields import NOTHING, Fields
from pdo_app.content.folder import Folder
from pdo_app.content.markdown import parse_blocks
from pdo_app.content.model import (
    Anchor,
    Block,
    ChecklistItem,
    Element,
    Lesson,
    LessonHead,
    Module,
    Objective,
    Rich,
    Stage,
)
from pdo_app.content.nodes import Mapping, load
from pdo_app.content.problems import Place
from pdo_app.content.scanning import split_front

_MOST_DAYS = 3650


@dataclass(frozen=True, slots=True)
class Home:
    """Where a thing is at home: pack and module, both by their short ids."""

    pack: str
    module: str

    def id(self, name: str, kind: str = ids.LESSON) -> str:
        """Return the full id of ``name``; see :func:`pdo_app.content.ids.full`."""
        return ids.full(self.pack, self.module, name, kind)


def read_module(
    fields: Fields, pack: str, *, guide: bool = False
) -> tuple[Module, tuple[str, ...], list[Place]]:
    """Return the module without its lessons, the names of its lesson files, and where each
    objective is written. A ``guide`` has a country in the place of number and stage."""
    home = Home(pack, fields.short_id())
    objectives, places = [], []
    for part in fields.parts("objectives", "objective", required=True):
        name = home.id(part.short_id(), ids.OBJECTIVE)
        objectives.append(Objective(name, part.need("text")))
        places.append(part.place)
        part.end()
    module = Module(
        id=f"{pack}/{home.module}",
        number=0 if guide else fields.whole("number", 1, 99),
        stage=Stage.ARRIVE if guide else fields.choice("stage", Stage) or Stage.PREPARE,
        title=fields.need("title"),
        summary=fields.need("summary"),
        minutes=fields.whole("minutes", 1, 999),
        icon=fields.words("icon"),
        objectives=tuple(objectives),
        lessons=(),
        country=fields.words("country") if guide else "",
    )
    lessons = fields.names("lessons", required=True)
    for name in lessons:
        if PurePosixPath(name).name != name or not name.endswith(".md"):
            message = f"{name!r} must be the name of a .md file in this folder."
            fields.error("lessons", "outside-pack", message)
    fields.end()
    own = tuple(name for name in lessons if PurePosixPath(name).name == name)
    return module, own, places


def read_lesson(
    folder: Folder, file: str, named_at: Place, home: Home, number: int
) -> tuple[Lesson, Place, tuple[Place, ...]] | None:
    """Return a lesson, where it begins, and where each of its blocks begins; None where the
    file cannot be read."""
    text = folder.text(file, named_at)
    if text is None:
        return None
    front, lines, first = split_front(text, file, folder.problems)
    node = load(front, file, folder.problems, first_line=2)
    if not isinstance(node, Mapping):
        if front:
            message = "The front matter must hold id, title, minutes and objectives."
            folder.problems.error(Place(file, 2), "front-matter", message)
        node = None
    blocks = parse_blocks(lines, first, file, folder.problems)
    if node is None:
        return None
    fields = Fields(node, file, folder.problems, "lesson")
    lesson = Lesson(
        id=home.id(fields.short_id()),
        module=f"{home.pack}/{home.module}",
        number=number,
        title=fields.text("title") or NOTHING,
        minutes=fields.whole("minutes", 1, 99),
        objectives=tuple(
            home.id(name, ids.OBJECTIVE) for name in fields.names("objectives", required=True)
        ),
        blocks=tuple(_at_home(block, home) for block, _ in blocks),
        picture=fields.words("picture", required=False) or None,
    )
    fields.end()
    return lesson, fields.place, tuple(place for _, place in blocks)


def _at_home(block: Block, home: Home) -> Block:
    return replace(
        block,
        zh=tuple(_linked(element, home.pack) for element in block.zh),
        en=tuple(_linked(element, home.pack) for element in block.en),
        question=home.id(block.question, ids.QUESTION) if block.question else None,
    )


def _linked(element: Element, pack: str) -> Element:
    lines = tuple(tuple(_full_links(cell, pack) for cell in line) for line in element.lines)
    return Element(element.kind, lines)


def _full_links(rich: Rich, pack: str) -> Rich:
    return tuple(
        span if span.link is None else replace(span, link=ids.full_link(pack, span.link))
        for span in rich
    )


def head(lesson: Lesson) -> LessonHead:
    """Return what a list of lessons needs of ``lesson``."""
    return LessonHead(
        lesson.id, lesson.module, lesson.number, lesson.title, lesson.minutes, lesson.objectives
    )


def read_item(fields: Fields, home: Home) -> ChecklistItem:
    """Return an entry of ``checklist.yaml``."""
    anchor, days = _due(fields)
    name = fields.short_id()
    group = fields.short_id("group")
    item = ChecklistItem(
        id=home.id(name, ids.ITEM),
        group=group,
        title=fields.need("title"),
        why=fields.need("why"),
        anchor=anchor,
        days=days,
        citations=fields.sources(),
        lesson=home.id(fields.words("lesson", required=False)) or None,
        countries=fields.names("countries"),
    )
    fields.end()
    return item


def _due(fields: Fields) -> tuple[Anchor, int]:
    part = fields.part("due", "due date")
    if part is None:
        return Anchor.DEPARTURE, 0
    named = [anchor for anchor in Anchor if part.has(anchor)]
    if len(named) != 1:
        message = "'due' counts from one day: {departure: -23}, {arrival: 3} or {return: -30}."
        fields.error("due", "due", message)
        return Anchor.DEPARTURE, 0
    days = part.whole(named[0], -_MOST_DAYS, _MOST_DAYS)
    part.end()
    return named[0], days
