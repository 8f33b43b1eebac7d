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
        ids = {term.name[language].casefold(): term.id for term in terms}
        self._order: list[str] = []
        groups: dict[str, list[str]] = {}
        # Names that begin alike are tried together, which takes a fifth of the time; the longest
        # of them first.
        for name in sorted(ids, key=lambda name: (name[:1], -len(name), name)):
            start, forms = _forms(name, language)
            groups.setdefault(start, []).extend(forms)
            self._order += [ids[name]] * len(forms)
        whole = "|".join(f"{start}(?:{'|'.join(rests)})" for start, rests in groups.items())
        if language is Language.EN:
            whole = rf"(?<![\w-])(?:{whole})(?![\w-])"
        self._pattern = re.compile(whole, re.IGNORECASE)

    def find(self, words: str) -> Iterable[_Found]:
        """Yield every use of a name in ``words``, in order."""
        for match in self._pattern.finditer(words):
            assert match.lastindex is not None
            yield _Found(match.start(), match.end(), self._order[match.lastindex - 1])


def _forms(name: str, language: Language) -> tuple[str, list[str]]:
    """Return the pattern of a name's first letter and, one group each, those of what follows."""
    first, rest = re.escape(name[:1]), re.escape(name[1:])
    if language is Language.EN:
        sibilant = name.endswith(("s", "x", "ch", "sh"))
        forms = [f"({rest})(?:es)?" if sibilant else f"({rest})s?"]
        if re.search("[^aeiou]y$", name):
            forms.append(f"({re.escape(name[1:-1])})ies")
        return first, forms
    # Latin letters in a Chinese name are whole words.
    before = "(?<![A-Za-z0-9])" if name[:1].isascii() else ""
    after = "(?![A-Za-z0-9])" if name[-1:].isascii() else ""
    return before + first, [f"({rest}){after}"]


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
