"""Facts shown by reference become their words, in every place of a pack."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

from pdo_app.content.model import Element, Fact, Language, Pack, Rich, Span, Text
from pdo_app.content.words import FACT

T = TypeVar("T")
Facts = Mapping[str, Fact]


def resolve(pack: Pack) -> Pack:
    """Return ``pack`` with ``{{fact:id}}`` replaced by the fact's words of that language. A span
    keeps the fact's id. Raises KeyError for an unknown fact, which the rules report."""
    return resolved(pack, {fact.id: fact for fact in pack.facts})


def resolved(thing: T, facts: Facts) -> T:
    """Return ``thing``, a part of a pack such as a lesson or a text, likewise."""
    found: Any = thing
    if isinstance(thing, Text):
        found = Text(_words(thing.zh, facts, Language.ZH), _words(thing.en, facts, Language.EN))
    elif isinstance(thing, tuple):
        found = tuple(resolved(item, facts) for item in thing)
    elif is_dataclass(thing) and not isinstance(thing, type):
        changed = {
            field.name: _side(field.name, value, facts)
            for field in fields(thing)
            if not isinstance(value := getattr(thing, field.name), (str, int, float))
        }
        found = replace(thing, **changed) if changed else thing
    return cast(T, found)


def _side(name: str, value: object, facts: Facts) -> object:
    """Resolve one field; the sides of a block know their language."""
    if name in tuple(Language) and isinstance(value, tuple):
        return tuple(_element(element, facts, Language(name)) for element in value)
    return resolved(value, facts)


def _element(element: Element, facts: Facts, language: Language) -> Element:
    lines = tuple(tuple(_rich(rich, facts, language) for rich in line) for line in element.lines)
    return Element(element.kind, lines)


def _rich(rich: Rich, facts: Facts, language: Language) -> Rich:
    return tuple(_span(span, facts, language) for span in rich)


def _span(span: Span, facts: Facts, language: Language) -> Span:
    return span if span.fact is None else replace(span, text=facts[span.fact].text[language])


def _words(words: str, facts: Facts, language: Language) -> str:
    return FACT.sub(lambda match: facts[match.group(1)].text[language], words)
