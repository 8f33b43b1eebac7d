"""The passages of a source folder: the same words in both languages, with their exact place.

A passage is as much as a translator treats at once: a value of a YAML file, a title, a paragraph,
an item of a list, a row of a table, a line of a slide. Where the two sides of a block are not of
the same shape, the whole side is one passage.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from pdo_app.content.text import Language


@dataclass(frozen=True, slots=True)
class Side:
    """One language of a passage: its ``words``, where they stand in the text of their file
    (``start`` to ``end``, in characters), and how other words are ``written`` there."""

    words: str
    start: int
    end: int
    written: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Passage:
    """``name`` is the passage's place in its ``file`` and stays while ids stay, such as
    ``deposit-legal/stem`` or ``tip-1/item-2``; ``line`` counts from 1."""

    file: str
    name: str
    line: int
    sides: Mapping[Language, Side]

    @property
    def id(self) -> str:
        """The passage's name in the whole folder."""
        return f"{self.file}#{self.name}"


def replaced(text: str, changes: Iterable[tuple[Side, str]]) -> str:
    """Return ``text`` with each of these sides replaced by new words; everything else stays as
    it is."""
    for side, words in sorted(changes, key=lambda change: change[0].start, reverse=True):
        text = text[: side.start] + side.written(words) + text[side.end :]
    return text


def numbered(names: Iterable[str]) -> Iterator[str]:
    """Yield each name with its number among the same ones."""
    counts: dict[str, int] = {}
    for name in names:
        counts[name] = counts.get(name, 0) + 1
        yield f"{name}-{counts[name]}"
