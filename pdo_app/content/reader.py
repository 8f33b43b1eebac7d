"""A source folder becomes a :class:`~pdo_app.content.model.Pack` and a list of problems.

The reader never stops at the first problem and never raises on what a folder holds. It finds
what is wrong with the form of each file; :mod:`pdo_app.content.rules` checks the whole.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path, PurePosixPath
from typing import TypeVar

from pdo_app.content import entries, glossary, templates
from pdo_app.content.curriculum import Home, head, read_item, read_lesson, read_module
from pdo_app.content.fields import NO_DAY, NOTHING, Fields
from pdo_app.content.folder import Folder
from pdo_app.content.holiday_names import read_holidays
from pdo_app.content.model import (
    ChecklistItem,
    Country,
    FormPair,
    Lesson,
    Module,
    Pack,
    PackInfo,
    Question,
    Situation,
    Template,
    Term,
)
from pdo_app.content.problems import Place, Problem, Problems
from pdo_app.content.questions import read_pair, read_question

T = TypeVar("T")
Key = tuple[str, str]
"""Kind and id of a thing, such as ``("lesson", "core/m03/keep-proof")``. A block's id is that of
its lesson, ``#`` and its own."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a source folder holds: the pack, where each thing is written, and what is wrong with
    the form. Where problems hold an error, the pack has gaps and must not be compiled."""

    root: Path
    pack: Pack
    places: Mapping[Key, Place]
    problems: tuple[Problem, ...]
    media: Mapping[str, bytes]


def read(root: Path) -> Reading:
    """Read the source folder ``root``."""
    problems = Problems()
    reader = _Reader(Folder(root, problems))
    pack = reader.pack()
    return Reading(root, pack, reader.places, problems.all(), reader.media)


class _Reader:
    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        self._problems = folder.problems
        self.places: dict[Key, Place] = {}
        self.media: dict[str, bytes] = {}
        self._lessons: list[Lesson] = []
        self._questions: list[Question] = []
        self._items: list[ChecklistItem] = []

    def pack(self) -> Pack:
        info = self._info()
        matching = self._folder.matching
        modules = [self._module(f, info.id) for f in matching("modules/*/module.yaml")]
        modules += [self._module(f, info.id) for f in matching("guides/*/guide.yaml")]
        pack = Pack(
            info=info,
            modules=tuple(
                sorted((m for m in modules if m), key=lambda m: (m.country != "", m.number, m.id))
            ),
            lessons=tuple(self._lessons),
            questions=tuple(self._questions),
            groups=self._list(self._folder.only("groups.yaml"), "group", entries.read_group),
            items=tuple(self._items),
            countries=self._countries(),
            facts=self._list(self._folder.matching("facts/*.yaml"), "fact", entries.read_fact),
            sources=self._list(
                self._folder.matching("sources/*.yaml"), "source", entries.read_source
            ),
            situations=self._situations(info.id),
            pictures=self._list(
                self._folder.only("pictures/pictures.yaml"), "picture", entries.read_picture
            ),
            terms=self._terms(info.id),
            holidays=read_holidays(self._folder, info),
            forms=self._forms(info.id),
            templates=self._templates(info.id),
        )
        for picture in pack.pictures:
            raw = self._folder.bytes_of(picture.file, self.places["picture", picture.id])
            if raw is not None:
                self.media[picture.file] = raw
        for file in self._folder.unread():
            message = "Nothing refers to this file; is its name or folder right?"
            self._problems.warning(Place(file, 1), "unread", message)
        return pack

    def _keep(self, kind: str, name: str, place: Place) -> bool:
        """Keep in mind where a thing stands; note a second one of the same id."""
        first = self.places.setdefault((kind, name), place)
        if first is not place:
            message = f"The {kind} {name!r} is there already: {first.file}:{first.line}."
            self._problems.error(place, "double-id", message)
        return first is place

    def _info(self) -> PackInfo:
        node = self._folder.mapping("pack.yaml")
        if node is None:
            return PackInfo("pack", "", NOTHING, NO_DAY, "", ())
        fields = Fields(node, "pack.yaml", self._problems, "pack")
        info = entries.read_info(fields)
        self._keep("pack", info.id, fields.place)
        return info

    def _list(
        self, files: tuple[str, ...], kind: str, build: Callable[[Fields], T]
    ) -> tuple[T, ...]:
        found = []
        for file in files:
            for node in self._folder.mappings(file, f"{kind}s"):
                fields = Fields(node, file, self._problems, kind)
                thing = build(fields)
                if self._keep(kind, str(getattr(thing, "id")), fields.place):  # noqa: B009
                    found.append(thing)
        return tuple(found)

    def _situations(self, pack: str) -> tuple[Situation, ...]:
        found = self._list(self._folder.only("emergency.yaml"), "situation", entries.read_situation)
        return tuple(replace(s, lesson=f"{pack}/{s.lesson}") if s.lesson else s for s in found)

    def _terms(self, pack: str) -> tuple[Term, ...]:
        found = self._list(self._folder.only(glossary.FILE), "term", glossary.read_term)
        return tuple(replace(t, lesson=f"{pack}/{t.lesson}") if t.lesson else t for t in found)

    def _templates(self, pack: str) -> tuple[Template, ...]:
        build = partial(templates.read_template, pack=pack, keep=self._keep)
        return self._list(self._folder.only(templates.FILE), "template", build)

    def _countries(self) -> tuple[Country, ...]:
        found = []
        for file in self._folder.matching("countries/*.yaml"):
            node = self._folder.mapping(file)
            if node is None:
                continue
            fields = Fields(node, file, self._problems, "country")
            country = entries.read_country(fields)
            if PurePosixPath(file).stem != country.code.lower():
                message = f"The file of {country.code} is called {country.code.lower()}.yaml."
                fields.error("code", "file-name", message)
            if self._keep("country", country.code, fields.place):
                found.append(country)
        return tuple(found)

    def _forms(self, pack: str) -> tuple[FormPair, ...]:
        found = []
        for file in self._folder.only("forms.yaml"):
            for number, node in enumerate(self._folder.mappings(file, "forms"), start=1):
                fields = Fields(node, file, self._problems, "pair")
                found.append(read_pair(fields, pack, number))
                self.places["form", str(number)] = fields.place
        return tuple(found)

    def _module(self, file: str, pack: str) -> Module | None:
        """Return a module, or a country's guide, with all that its folder holds."""
        node = self._folder.mapping(file)
        if node is None:
            return None
        base = PurePosixPath(file).parent
        guide = base.parent.name == "guides"
        fields = Fields(node, file, self._problems, "guide" if guide else "module")
        module, names, objectives = read_module(fields, pack, guide=guide)
        home = Home(pack, module.id.removeprefix(f"{pack}/"))
        self._well_named(fields, base.name, module, home)
        if not self._keep("module", module.id, fields.place):
            return None
        for objective, place in zip(module.objectives, objectives, strict=True):
            self._keep("objective", objective.id, place)
        lessons = []
        for number, name in enumerate(names, start=1):
            lesson = self._lesson(str(base / name), fields.at("lessons"), home, number)
            if lesson is not None:
                lessons.append(lesson)
        self._lessons += lessons
        self._module_lists(base, home)
        return replace(module, lessons=tuple(head(lesson) for lesson in lessons))

    def _well_named(self, fields: Fields, folder: str, module: Module, home: Home) -> None:
        """Note a folder whose name is not that of its module or of its guide's country."""
        if module.country:
            code = module.country.lower()
            if (folder, home.module) != (code, f"guide-{code}"):
                message = f"The guide of {module.country} is 'guide-{code}' in guides/{code}."
                fields.error("id", "file-name", message)
        elif folder != home.module and not folder.startswith(f"{home.module}-"):
            message = f"The folder of {home.module!r} must be called {home.module}-...."
            fields.error("id", "file-name", message)

    def _lesson(self, file: str, named_at: Place, home: Home, number: int) -> Lesson | None:
        found = read_lesson(self._folder, file, named_at, home, number)
        if found is None:
            return None
        lesson, place, blocks = found
        if not self._keep("lesson", lesson.id, place):
            return None
        for block, at in zip(lesson.blocks, blocks, strict=True):
            self.places["block", f"{lesson.id}#{block.id}"] = at
        return lesson

    def _module_lists(self, base: PurePosixPath, home: Home) -> None:
        self._questions += self._list(
            self._folder.only(f"{base}/questions.yaml"),
            "question",
            lambda fields: read_question(fields, home),
        )
        self._questions += self._list(
            self._folder.only(f"{base}/test_questions.yaml"),
            "question",
            lambda fields: read_question(fields, home, reserved=True),
        )
        self._items += self._list(
            self._folder.only(f"{base}/checklist.yaml"),
            "item",
            lambda fields: read_item(fields, home),
        )
