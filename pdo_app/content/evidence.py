"""What a statement rests on: sources, citations, and figures stored once as facts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pdo_app.content.text import Text


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a statement stands: a source's id and the article or section read there."""

    source: str
    article: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure or rule that is stored once and shown by reference.

    ``text`` is how it reads in a sentence; ``number`` and ``unit`` are for reckoning, where it is
    a number. ``as_of`` is the date of the text that was read, ``checked`` the day it was read,
    ``review_by`` the day after which it counts as stale. ``confirmed`` tells whether a person has
    confirmed it at the office named.
    """

    id: str
    label: Text
    text: Text
    citation: Citation
    grade: str
    as_of: date
    checked: date
    review_by: date
    confirmed: bool = False
    confirm_at: Text | None = None
    number: float | None = None
    unit: str = ""
    scope: Text | None = None
    icon: str = ""

    def stale(self, on: date) -> bool:
        """Tell whether the fact is past its review date on that day."""
        return on > self.review_by


@dataclass(frozen=True, slots=True)
class Source:
    """A text that was read. ``short`` is the name on a label; ``address`` may be empty where
    only a copy was read, which ``note`` then says. ``grade`` is A (statute or official page),
    B (secondary) or C (weak)."""

    id: str
    title: Text
    short: Text
    grade: str
    as_of: date
    checked: date
    address: str = ""
    note: Text | None = None
