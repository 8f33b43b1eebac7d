"""Words of the content in both languages, plain and with marks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Language(StrEnum):
    """A language of the content."""

    ZH = "zh"
    EN = "en"


@dataclass(frozen=True, slots=True)
class Text:
    """The same plain words in both languages. Never interpreted as markup."""

    zh: str
    en: str

    def __getitem__(self, language: Language) -> str:
        return self.zh if language is Language.ZH else self.en


@dataclass(frozen=True, slots=True)
class Span:
    """A run of words with one look. ``link`` is an address as written in the source:
    ``lesson:core/m03/keep-proof``, ``term:deposit`` or ``https://...``; ``fact`` is the id of the
    fact whose text this run shows."""

    text: str
    strong: bool = False
    link: str | None = None
    fact: str | None = None


Rich = tuple[Span, ...]
"""One paragraph, list item or table cell."""


def plain(rich: Rich) -> str:
    """Return the words of ``rich`` without their look."""
    return "".join(span.text for span in rich)


def standing_alone(text: str) -> str:
    """Return words of the content with a large first letter. Facts are written to be put into a
    sentence, so that they begin small. An address stays as it is."""
    first = text.split(maxsplit=1)[0] if text.strip() else ""
    plain = first.strip(",.:;").replace("-", "").isalpha()
    return text[0].upper() + text[1:] if plain else text


class ElementKind(StrEnum):
    """What one language's side of a block is made of."""

    PARAGRAPH = "paragraph"
    LIST = "list"
    STEPS = "steps"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Element:
    """A paragraph (one line of one cell), a list or steps (a line per item, one cell each), or a
    table (a line per row; the first line is the head)."""

    kind: ElementKind
    lines: tuple[tuple[Rich, ...], ...]
