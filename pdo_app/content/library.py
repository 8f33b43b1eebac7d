"""The installed pack files as one: find by id, list, search.

Opening reads a few rows. Lessons and questions are read when they are asked for, and the last
ones are kept. Imports neither the Markdown nor the YAML parser.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from pdo_app.content.format import SUFFIX
from pdo_app.content.model import (
    ChecklistGroup,
    ChecklistItem,
    Country,
    Fact,
    FormPair,
    Hit,
    Holidays,
    Lesson,
    LessonHead,
    Module,
    Picture,
    Question,
    Situation,
    Source,
    Template,
    Term,
    Text,
)
from pdo_app.content.packfile import PackFile, damaged, open_added
from pdo_app.content.searching import excerpt, query
from pdo_app.errors import Message

T = TypeVar("T")
_CORE = "core"
_LISTS_KEPT = 64
_THINGS_KEPT = 128
_LESSONS_KEPT = 16  # each is a tenth of a megabyte, read in a millisecond


class Library:
    """Everything that is installed. Read-only.

    Where two packs hold the same id, the built-in one counts. Unknown ids raise KeyError; a pack
    file that turns out to be damaged while it is read raises PackError.
    """

    def __init__(self, packs: tuple[PackFile, ...], findings: tuple[Message, ...] = ()) -> None:
        """``packs`` come with the built-in ones first; ``findings`` tell in plain words what
        was wrong with added ones."""
        self._packs = packs
        self.findings = findings
        self.info = next((p.info for p in packs if p.info.id == _CORE), packs[0].info)
        # Caches of this library alone: they go when it goes.
        self._kept: Callable[..., Any] = lru_cache(maxsize=_THINGS_KEPT)(self._find)
        self._lessons: Callable[..., Any] = lru_cache(maxsize=_LESSONS_KEPT)(self._find)
        self._lists: Callable[..., Any] = lru_cache(maxsize=_LISTS_KEPT)(self._list)

    @classmethod
    def open(cls, built_in: Path, added: Path | None = None) -> Library:
        """Open every pack file in the folder ``built_in``, and those in the folder ``added``.

        A damaged added pack is set aside under the ending ``.damaged`` and told in
        ``findings``. Raises PackError where a built-in pack is damaged or missing; the built-in
        folder is never written to.
        """
        packs: list[PackFile] = []
        findings: list[Message] = []
        try:
            for path in sorted(built_in.glob(f"*{SUFFIX}")):
                packs.append(PackFile(path, immutable=True))
            if not packs:
                raise damaged(built_in / f"{_CORE}{SUFFIX}")
        except BaseException:
            for pack in packs:
                pack.close()
            raise
        for path in sorted(added.glob(f"*{SUFFIX}")) if added is not None else ():
            found = open_added(path, {pack.info.id for pack in packs})
            if isinstance(found, Message):
                findings.append(found)
            else:
                packs.append(found)
        return cls(tuple(packs), tuple(findings))

    def close(self) -> None:
        """Close the pack files."""
        for pack in self._packs:
            pack.close()

    def _find(self, kind: type[T], name: str) -> T:
        for pack in self._packs:
            found = pack.find(kind, name)
            if found is not None:
                return found
        raise KeyError(name)

    def _list(self, kind: type[T], parent: str | None) -> tuple[T, ...]:
        return tuple(thing for pack in self._packs for thing in pack.all(kind, parent))

    def _get(self, kind: type[T], name: str) -> T:
        found: T = self._kept(kind, name)
        return found

    def _all(self, kind: type[T], parent: str | None = None) -> tuple[T, ...]:
        found: tuple[T, ...] = self._lists(kind, parent)
        return found

    def modules(self) -> tuple[Module, ...]:
        """Return the modules by number, without the guides of countries."""
        modules = (module for module in self._all(Module) if not module.country)
        return tuple(sorted(modules, key=lambda module: module.number))

    def guides(self) -> tuple[Module, ...]:
        """Return the guides by their country's code."""
        guides = (module for module in self._all(Module) if module.country)
        return tuple(sorted(guides, key=lambda guide: guide.country))

    def guide(self, country: str) -> Module | None:
        """Return the guide of the country with that ISO code, or None where there is none."""
        return next((guide for guide in self.guides() if guide.country == country), None)

    def module(self, name: str) -> Module:
        """Return the module ``core/m03`` or the guide ``core/guide-de``."""
        return self._get(Module, name)

    def lesson(self, name: str) -> Lesson:
        """Return the lesson ``core/m03/keep-proof`` with its blocks."""
        found: Lesson = self._lessons(Lesson, name)
        return found

    def head(self, lesson: str) -> LessonHead:
        """Return what a link to a lesson needs, without reading its blocks."""
        heads = self.module(lesson.rpartition("/")[0]).lessons
        found = next((head for head in heads if head.id == lesson), None)
        if found is None:
            raise KeyError(lesson)
        return found

    def questions(self, module: str | None = None) -> tuple[Question, ...]:
        """Return the questions of ``module`` (which may be a guide), or those of all modules.
        Questions reserved for the test forms are never among them."""
        if module is None:
            return tuple(q for part in self.modules() for q in self.questions(part.id))
        return tuple(q for q in self._all(Question, module) if not q.reserved)

    def question(self, name: str) -> Question:
        """Return the question ``core/m03/q/deposit-legal``, also a reserved one."""
        return self._get(Question, name)

    def forms(self) -> tuple[FormPair, ...]:
        """Return the places of the test forms A and B in their order, of the first pack that
        has forms; nothing where none has."""
        return next((found for pack in self._packs if (found := pack.all(FormPair))), ())

    def groups(self) -> tuple[ChecklistGroup, ...]:
        """Return the lists of things to do, in order."""
        return self._all(ChecklistGroup)

    def items(self, country: str | None = None) -> tuple[ChecklistItem, ...]:
        """Return the things to do in every country, and those of ``country`` alone."""
        return tuple(
            item
            for item in self._all(ChecklistItem)
            if not item.countries or country in item.countries
        )

    def country(self, code: str) -> Country | None:
        """Return the country with that ISO code, or None where no file covers it."""
        try:
            return self._get(Country, code)
        except KeyError:
            return None

    def holidays(self, code: str) -> Holidays | None:
        """Return the public holidays of a country, or None where none are known."""
        try:
            return self._get(Holidays, code)
        except KeyError:
            return None

    def fact(self, name: str) -> Fact:
        """Return the fact ``de.minimum_wage``."""
        return self._get(Fact, name)

    def source(self, name: str) -> Source:
        """Return the source ``cn-order-620``."""
        return self._get(Source, name)

    def terms(self) -> tuple[Term, ...]:
        """Return the words of the glossary, as they are written down."""
        return self._all(Term)

    def term(self, name: str) -> Term:
        """Return the word ``deposit`` of the glossary."""
        return self._get(Term, name)

    def templates(self) -> tuple[Template, ...]:
        """Return the plans for training sessions, in order."""
        return self._all(Template)

    def template(self, name: str) -> Template:
        """Return the plan ``half-day``."""
        return self._get(Template, name)

    def situations(self) -> tuple[Situation, ...]:
        """Return the troubles of the emergency page, in order."""
        return self._all(Situation)

    def pictures(self) -> tuple[Picture, ...]:
        """Return all pictures, as they are listed; without their bytes."""
        return self._all(Picture)

    def picture(self, name: str) -> tuple[Picture, bytes]:
        """Return the picture ``worker`` and the bytes of its file."""
        for pack in self._packs:
            found = pack.find(Picture, name)
            if found is not None:
                return found, pack.media(found.file)
        raise KeyError(name)

    def search(self, words: str, limit: int = 20) -> tuple[Hit, ...]:
        """Return what holds all of ``words``, the best first. Questions are never found, since
        that would give their answers away."""
        wanted = query(words)
        if wanted is None:
            return ()
        rows = sorted(row for pack in self._packs for row in pack.search(wanted, limit))
        return tuple(
            Hit(kind, name, Text(*titles), Text(*(excerpt(side, words) for side in sides)))
            for _, kind, name, titles, sides in rows[:limit]
        )
