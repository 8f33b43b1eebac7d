"""Whether learners read each thing by the name that the glossary gives it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass

from pdo_app.content.model import FOR_TRAINERS, Block, Element, Language, Pack, Span, Term, Text
from pdo_app.content.problems import Place, Problems
from pdo_app.content.reader import Reading

_HAN = re.compile("[\u3400-\u9fff]")
_Words = tuple[Language, str]


def check(reading: Reading, problems: Problems) -> None:
    """Note every name in what learners read that a term of the glossary says to avoid."""
    names = {language: _Names(reading.pack.terms, language) for language in Language}
    for key, thing in _things(reading.pack):
        place = reading.places[key]
        for language, words in dict.fromkeys(_words(thing)):
            _check(names[language], words, place, problems)


def _check(names: _Names, words: str, place: Place, problems: Problems) -> None:
    for found, term in names.avoided(words):
        message = f"The glossary says {names.right(term)!r}, not {found!r}."
        problems.warning(place, "term", message)


class _Names:
    """The names of all terms in one language, the right ones and those to avoid."""

    def __init__(self, terms: Iterable[Term], language: Language) -> None:
        self._language = language
        self._right = {term.name[language].casefold() for term in terms}
        self._terms = {
            name.casefold(): term
            for term in terms
            for name in term.avoid
            if (language is Language.ZH) == bool(_HAN.search(name))
        }
        # The longest first: 服务合同 is right where 合同 alone would be wrong.
        known = sorted(filter(None, self._right | set(self._terms)), key=len, reverse=True)
        whole = "|".join(map(re.escape, known)) or "(?!)"
        pattern = f"({whole})" if language is Language.ZH else rf"\b({whole})(?:e?s)?\b"
        self._pattern = re.compile(pattern)

    def right(self, term: Term) -> str:
        """Return the name to use."""
        return term.name[self._language]

    def avoided(self, words: str) -> Iterator[tuple[str, Term]]:
        """Yield each name in ``words`` that is to be avoided, with its term."""
        for match in self._pattern.finditer(words.casefold()):
            name = match.group(1)
            if name not in self._right:
                yield name, self._terms[name]


def _things(pack: Pack) -> Iterator[tuple[tuple[str, str], object]]:
    for lesson in pack.lessons:
        yield ("lesson", lesson.id), lesson.title
        for block in lesson.blocks:
            if block.kind not in FOR_TRAINERS:
                yield ("block", f"{lesson.id}#{block.id}"), block
    for module in pack.modules:
        yield ("module", module.id), (module.title, module.summary)
        for objective in module.objectives:
            yield ("objective", objective.id), objective
    for question in pack.questions:
        yield ("question", question.id), question
    for item in pack.items:
        yield ("item", item.id), item
    for situation in pack.situations:
        yield ("situation", situation.id), situation
    for fact in pack.facts:
        yield ("fact", fact.id), (fact.label, fact.text, fact.scope)
    for country in pack.countries:
        yield ("country", country.code), country


def _words(thing: object) -> Iterator[_Words]:
    """The words of every text in ``thing``; those of a cell together."""
    if isinstance(thing, Text):
        yield Language.ZH, thing.zh
        yield Language.EN, thing.en
    elif isinstance(thing, Block):
        for language in Language:
            yield from ((language, words) for words in _cells(thing.side(language)))
        yield from _words((thing.title, *thing.slide))
    elif isinstance(thing, tuple):
        for part in thing:
            yield from _words(part)
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from _words(getattr(thing, field.name))


def _cells(elements: tuple[Element, ...]) -> Iterator[str]:
    for element in elements:
        for line in element.lines:
            for cell in line:
                yield "".join(_shown(span) for span in cell)


def _shown(span: Span) -> str:
    return "#" if span.fact else span.text
