"""Words that a person types become a full-text query, and a found text an excerpt."""

from __future__ import annotations

import re
import unicodedata

from pdo_app.content.format import IDEOGRAPHS

MOST_WORDS = 12
_WORD = re.compile(f"[{IDEOGRAPHS}]+|[^\\W{IDEOGRAPHS}_]+")
_BEFORE = 24
_LENGTH = 90


def _words(typed: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFKC", typed).casefold())[:MOST_WORDS]


def query(typed: str) -> str | None:
    """Return an FTS5 query that finds all of the typed words, or None where there is none.

    A run of Chinese is found as it stands; a Latin word also where it only begins a longer one.
    """
    terms = [
        f'"{" ".join(word)}"' if re.match(f"[{IDEOGRAPHS}]", word) else f'"{word}"*'
        for word in _words(typed)
    ]
    return " AND ".join(terms) or None


def excerpt(text: str, typed: str) -> str:
    """Return the part of ``text`` round the first place where a typed word stands."""
    folded = text.casefold()
    places = [folded.find(word) for word in _words(typed)]
    first = min((place for place in places if place >= 0), default=0)
    start = max(0, first - _BEFORE)
    if start and text.isascii():
        start = text.find(" ", start) + 1  # begin with a whole word
    end = start + _LENGTH
    return "…" * (start > 0) + text[start:end].strip() + "…" * (end < len(text))
