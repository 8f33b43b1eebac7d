"""The first time that a lesson uses a word of the glossary, the word leads to it.

Done when a pack is compiled: authors mark nothing. Each language is linked by its own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from pdo_app.content.model import (
    FOR_TRAINERS,
    Block,
    BlockKind,
    Element,
    ElementKind,
    Language,
    Lesson,
    Pack,
    Rich,
    Span,
    Term,
)

TERM = "term:"
"""How the address of a link to the glossary begins; the term's id follows."""
_UNLINKED = FOR_TRAINERS | {BlockKind.HEADING, BlockKind.CHECK}


def link_terms(pack: Pack) -> Pack:
    """Return ``pack`` with the first use of each term in a lesson linked, in each language.

    Left alone are titles, heads of tables, what is a link or shows a fact, and what only
    trainers see. A longer name wins over a shorter one inside it.
    """
    if not pack.terms:
        return pack
    names = {language: _Names(pack.terms, language) for language in Language}
    return replace(pack, lessons=tuple(_lesson(lesson, names) for lesson in pack.lessons))


def _lesson(lesson: Lesson, names: Mapping[Language, _Names]) -> Lesson:
    sides = {language: _Side(known) for language, known in names.items()}
    return replace(lesson, blocks=tuple(_block(block, sides) for block in lesson.blocks))


def _block(block: Block, sides: Mapping[Language, _Side]) -> Block:
    if block.kind in _UNLINKED:
        return block
    return replace(
        block,
        zh=sides[Language.ZH].elements(block.zh),
        en=sides[Language.EN].elements(block.en),
    )


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    term: str


class _Names:
    """The names of all terms in one language, as one pattern."""

    def __init__(self, terms: Iterable[Term], language: Language) -> None:
        self._ids = {term.name[language].casefold(): term.id for term in terms}
        longest_first = sorted(self._ids, key=lambda name: (-len(name), name))
        if language is Language.ZH:
            forms = [_bordered(name) for name in longest_first]
            whole = "|".join(forms)
        else:
            forms = [f"({re.escape(name)}){_plural(name)}" for name in longest_first]
            forms += [f"({re.escape(name[:-1])})ies" for name in longest_first if _y(name)]
            whole = rf"(?<![\w-])(?:{'|'.join(forms)})(?![\w-])"
        self._order = [*longest_first, *(name for name in longest_first if _y(name))]
        self._pattern = re.compile(whole, re.IGNORECASE)

    def find(self, words: str) -> Iterable[_Found]:
        """Yield every use of a name in ``words``, in order."""
        for match in self._pattern.finditer(words):
            assert match.lastindex is not None
            name = self._order[match.lastindex - 1]
            yield _Found(match.start(), match.end(), self._ids[name])


def _bordered(name: str) -> str:
    """Return the pattern of a Chinese name: Latin letters in it are whole words."""
    before = "(?<![A-Za-z0-9])" if name[:1].isascii() else ""
    after = "(?![A-Za-z0-9])" if name[-1:].isascii() else ""
    return f"{before}({re.escape(name)}){after}"


def _y(name: str) -> bool:
    return re.search("[^aeiou]y$", name) is not None


def _plural(name: str) -> str:
    return "(?:es)?" if name.endswith(("s", "x", "ch", "sh")) else "s?"


class _Side:
    """One language of a lesson while it is read from its top; remembers what was linked."""

    def __init__(self, names: _Names) -> None:
        self._names = names
        self._linked: set[str] = set()

    def elements(self, elements: tuple[Element, ...]) -> tuple[Element, ...]:
        """Return the elements of a block with their first uses linked."""
        return tuple(self._element(element) for element in elements)

    def _element(self, element: Element) -> Element:
        head = 1 if element.kind is ElementKind.TABLE else 0
        lines = tuple(tuple(self._rich(rich) for rich in line) for line in element.lines[head:])
        return Element(element.kind, element.lines[:head] + lines)

    def _rich(self, rich: Rich) -> Rich:
        return tuple(part for span in rich for part in self._span(span))

    def _span(self, span: Span) -> Iterable[Span]:
        if span.link is not None or span.fact is not None:
            yield span
            return
        done = 0
        for found in self._names.find(span.text):
            if found.term in self._linked:
                continue
            self._linked.add(found.term)
            if found.start > done:
                yield replace(span, text=span.text[done : found.start])
            link = TERM + found.term
            yield replace(span, text=span.text[found.start : found.end], link=link)
            done = found.end
        if done < len(span.text) or not span.text:
            yield replace(span, text=span.text[done:])
