"""Typed reading of one YAML mapping: every key is asked for once, and what is wrong is noted.

A value that is missing or wrong is replaced by a harmless one, so that the reader goes on and
finds the next problem too.
"""

from __future__ import annotations

import math
import re
from contextlib import suppress
from datetime import date
from enum import StrEnum
from typing import TypeVar

from pdo_app.content.citations import parse_sources
from pdo_app.content.model import Citation, Language, Text
from pdo_app.content.nodes import Mapping, Node, Scalar, Sequence
from pdo_app.content.problems import Place, Problems
from pdo_app.content.words import SHORT_ID, faults

E = TypeVar("E", bound=StrEnum)
NOTHING = Text("", "")
NO_DAY = date.min
_WHOLE = re.compile(r"-?[0-9]{1,9}")
_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,9})?")
_DAY = re.compile(r"(19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}")
_YES = {"yes": True, "true": True, "no": False, "false": False}


class Fields:
    """The named values of ``node``. ``what`` names the thing in messages, such as "question"."""

    def __init__(self, node: Mapping, file: str, problems: Problems, what: str) -> None:
        self._node = node
        self._file = file
        self._problems = problems
        self._what = what
        self._asked: set[str] = set()

    @property
    def place(self) -> Place:
        """Where the mapping begins."""
        return Place(self._file, self._node.line)

    def at(self, key: str) -> Place:
        """Return where ``key`` stands, or the mapping where it is missing."""
        return Place(self._file, self._node.lines.get(key, self._node.line))

    def has(self, key: str) -> bool:
        """Tell whether something is written under ``key``."""
        node = self._node.entries.get(key)
        return node is not None and not (isinstance(node, Scalar) and node.missing)

    def error(self, key: str, code: str, message: str) -> None:
        """Note an error at ``key``."""
        self._problems.error(self.at(key), code, message)

    def end(self) -> None:
        """Note every key that nobody asked for."""
        for key in self._node.entries:
            if key not in self._asked:
                known = ", ".join(sorted(self._asked))
                message = f"A {self._what} has no key {key!r}; its keys are {known}."
                if not self.has(key):
                    message += " Words with a comma or colon in {...} need quotes."
                self.error(key, "unknown-key", message)

    def _get(self, key: str, required: bool) -> Node | None:
        self._asked.add(key)
        if self.has(key):
            return self._node.entries[key]
        if required:
            self.error(key, "missing", f"This {self._what} has no {key!r}.")
        return None

    def words(self, key: str, required: bool = True) -> str:
        """Return one line or paragraph of words, "" where there is none."""
        node = self._get(key, required)
        if node is None:
            return ""
        if required and isinstance(node, Scalar) and not node.words.strip():
            self.error(key, "missing", f"{key!r} of this {self._what} is empty.")
        return self._scalar(node, key)

    def _scalar(self, node: Node, key: str) -> str:
        if isinstance(node, Scalar):
            place = Place(self._file, node.line)
            if "\n" in node.words.strip():
                message = "This is more than one paragraph; use quotes or '>' instead of '|'."
                self._problems.error(place, "lines", message)
            for code, message in faults(node.words):
                self._problems.error(place, code, message)
            return node.words.strip()
        message = f"{key!r} must be plain words, not a list or a mapping."
        self._problems.error(Place(self._file, node.line), "type", message)
        return ""

    def short_id(self, key: str = "id") -> str:
        """Return a short id: small letters and digits in groups joined by hyphens."""
        found = self.words(key)
        if found and not SHORT_ID.fullmatch(found):
            message = f"{found!r} is no id; use small letters, digits and hyphens."
            self.error(key, "id", message)
        return found

    def text(self, key: str, required: bool = True) -> Text | None:
        """Return words in both languages, or None where the key is missing."""
        node = self._get(key, required)
        return None if node is None else self._text(node, key)

    def need(self, key: str) -> Text:
        """Return words in both languages; empty ones (noted) where the key is missing."""
        return self.text(key) or NOTHING

    def _text(self, node: Node, key: str) -> Text:
        if not isinstance(node, Mapping):
            message = f"{key!r} needs both languages: {{zh: ..., en: ...}}."
            self._problems.error(Place(self._file, node.line), "language", message)
            return NOTHING
        sides = Fields(node, self._file, self._problems, f"text {key!r}")
        # An empty side is noted below, as one that is not there is here.
        found = Text(*(sides.words(code, required=not sides.has(code)) for code in Language))
        for code in Language:
            side = node.entries.get(code)
            if not found[code] and sides.has(code) and isinstance(side, Scalar):
                sides.error(code, "language", f"The {code} side of {key!r} is empty.")
        sides.end()
        return found

    def texts(self, key: str, required: bool = False) -> tuple[Text, ...]:
        """Return a list of words in both languages."""
        return tuple(self._text(node, key) for node in self._items(key, required))

    def names(self, key: str, required: bool = False) -> tuple[str, ...]:
        """Return a list of single words or lines."""
        return tuple(self._scalar(node, key) for node in self._items(key, required))

    def parts(self, key: str, what: str, required: bool = False) -> tuple[Fields, ...]:
        """Return a list of mappings, each called ``what`` in messages."""
        found = []
        for node in self._items(key, required):
            if isinstance(node, Mapping):
                found.append(Fields(node, self._file, self._problems, what))
            else:
                message = f"Each entry of {key!r} must be a mapping with named values."
                self._problems.error(Place(self._file, node.line), "type", message)
        return tuple(found)

    def _items(self, key: str, required: bool) -> list[Node]:
        node = self._get(key, required)
        if node is None:
            return []
        if isinstance(node, Sequence):
            return node.items
        self.error(key, "type", f"{key!r} must be a list.")
        return []

    def part(self, key: str, what: str) -> Fields | None:
        """Return the mapping under ``key``, or None (noted)."""
        node = self._get(key, required=True)
        if isinstance(node, Mapping):
            return Fields(node, self._file, self._problems, what)
        if node is not None:
            self.error(key, "type", f"{key!r} must be a mapping with named values.")
        return None

    def whole(self, key: str, low: int, high: int, default: int | None = None) -> int:
        """Return a whole number between ``low`` and ``high``; required without ``default``."""
        words = self.words(key, required=default is None)
        if _WHOLE.fullmatch(words) and low <= int(words) <= high:
            return int(words)
        if words:
            message = f"{key!r} must be a whole number between {low} and {high}."
            self.error(key, "number", message)
        return low if default is None else default

    def number(self, key: str, required: bool = False) -> float | None:
        """Return a number, or None where there is none."""
        words = self.words(key, required)
        if _NUMBER.fullmatch(words) and math.isfinite(float(words)):
            return float(words)
        if words:
            message = f"{key!r} must be a number such as 4 or 13.90 (no comma, no unit)."
            self.error(key, "number", message)
        return None

    def yes(self, key: str, default: bool = False, required: bool = False) -> bool:
        """Return whether yes (or true) is written."""
        words = self.words(key, required)
        if words and words not in _YES:
            self.error(key, "yes-no", f"{key!r} must be yes or no.")
        return _YES.get(words, default)

    def day(self, key: str) -> date:
        """Return a date written as 2026-11-24; ``NO_DAY`` (noted) where there is none."""
        words = self.words(key)
        with suppress(ValueError):
            if _DAY.fullmatch(words):
                return date.fromisoformat(words)
        if words:
            self.error(key, "date", f"{key!r} must be a date such as 2026-11-24.")
        return NO_DAY

    def choice(self, key: str, kinds: type[E]) -> E | None:
        """Return one of ``kinds``, or None (noted)."""
        words = self.words(key)
        if words in tuple(kinds):
            return kinds(words)
        if words:
            self.error(key, "choice", f"{key!r} must be one of {', '.join(kinds)}.")
        return None

    def sources(self) -> tuple[Citation, ...]:
        """Return what ``sources`` cites: ``id:articles; id2``."""
        return parse_sources(self.words("sources", required=False))
