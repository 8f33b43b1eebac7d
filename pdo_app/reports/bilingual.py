"""Words on paper in one language or in two."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pdo_app.content.model import Language, Text
from pdo_app.texts import Texts


@dataclass(frozen=True, slots=True)
class Words:
    """The same words in the reader's language and, where two are printed, in the second."""

    first: str
    second: str = ""


def in_both(make: Callable[[str], str], languages: tuple[str, ...]) -> Words:
    """Return what ``make`` says in each of one or two languages."""
    return Words(*(make(language) for language in languages))


def of_text(text: Text, languages: tuple[str, ...]) -> Words:
    """Return words of the content."""
    return in_both(lambda language: text[Language(language)], languages)


def languages_of(texts: Texts) -> tuple[str, ...]:
    """Return the languages of the interface mode, the main one first."""
    return (texts.main, texts.second) if texts.second else (texts.main,)
