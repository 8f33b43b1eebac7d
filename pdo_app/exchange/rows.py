"""Cells become rows of a roster; what may not be kept is taken out and said. Pure functions."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from pdo_app.errors import N_, Message
from pdo_app.exchange.heads import FIELDS, PAPER, Heads, key
from pdo_app.records import RosterRow

DIGITS = 4
"""How much of a phone's number is taken."""
NEUTRAL = "'"
"""Stands before a cell that a spreadsheet would take for a formula."""
FORMULA = ("=", "+", "-", "@", "\t", "\r")
_PHONE_PAPER = re.compile(r"[1-9]\d{16}[\dXx]|[A-Za-z]{1,2}\d{7,8}")
_SHORTENED = re.compile(r"\d(\.\d+)?e\+?\d+", re.IGNORECASE)
_NOTHING = frozenset(("-", "--", "—", "——", "/", "\\", "无", "none", "n/a", "#n/a"))
_LAST_FOUR = ("后四位", "尾号", "last")
_NO_SIGNS = (0xFFFE, 0xFFFF)
_HALVES = range(0xD800, 0xE000)  # of signs, as UTF-16 writes them
_CONTROLS = dict.fromkeys(
    (*range(9), *range(14, 28), *range(127, 133), *range(134, 160), *_HALVES, *_NO_SIGNS)
)
_HIDDEN = dict.fromkeys((*_CONTROLS, *range(8203, 8208), *range(8234, 8239), 65279))
PAPER_TAKEN_OUT = Message(N_("A number of an identity paper was taken out."))
PHONE_CUT = Message(N_("Only the last four digits of the phone were taken."))


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A row and what was not taken as it stands."""

    row: RosterRow
    notes: tuple[Message, ...] = ()


def read(line: int, cells: Sequence[str], heads: Heads) -> ReadRow:
    """Return what a line of a file says. Words are trimmed, not judged."""
    notes: list[Message] = []
    values: dict[str, str] = {}
    for name in FIELDS:
        at = heads.columns.get(name)
        words = tidy(cells[at]) if at is not None and at < len(cells) else ""
        if name not in ("name", "returnee") and words.casefold() in _NOTHING:
            words = ""
        taken = _phone(words, heads.words.get(name, ""), notes) if name == "phone" else words
        values[name] = _without_papers(taken, notes)
    once = [note for at, note in enumerate(notes) if note not in notes[:at]]
    return ReadRow(RosterRow(line=line, **values), tuple(once))


def tidy(words: str) -> str:
    """Return a cell without space around it, line ends, and signs that nobody sees."""
    plain = " ".join(words.translate(_HIDDEN).split())
    if plain.startswith(NEUTRAL) and plain[1:].startswith(FORMULA):
        plain = plain.removeprefix(NEUTRAL)
    return plain


def neutral(words: str) -> str:
    """Return a cell that no spreadsheet takes for a formula or stumbles over."""
    plain = re.sub("[\v\f\x1c-\x1f]", " ", words.translate(_CONTROLS))
    return NEUTRAL + plain if plain.startswith(FORMULA) else plain


def _without_papers(words: str, notes: list[Message]) -> str:
    """Take numbers of papers out of a cell, also wide ones and those written in groups."""
    plain = unicodedata.normalize("NFKC", words)
    rest, number = PAPER.subn("", plain)
    if PAPER.fullmatch(re.sub(r"[ -]", "", plain)):
        rest, number = "", 1
    if not number:
        return words
    notes.append(PAPER_TAKEN_OUT)
    return " ".join(rest.split())


def _phone(words: str, head: str, notes: list[Message]) -> str:
    plain = unicodedata.normalize("NFKC", words)
    compact = re.sub(r"[^0-9A-Za-z]", "", plain)
    if _PHONE_PAPER.fullmatch(compact):
        notes.append(PAPER_TAKEN_OUT)
        return ""
    if _SHORTENED.fullmatch(plain):
        shortened = N_("A spreadsheet has shortened the phone {words}. It was left out.")
        notes.append(Message(shortened, {"words": plain}))
        return ""
    digits = re.sub(r"[^0-9]", "", plain)
    if len(digits) > DIGITS:
        notes.append(PHONE_CUT)
        return digits[-DIGITS:]
    if plain.isdecimal() and any(sign in key(head) for sign in _LAST_FOUR):
        return plain.zfill(DIGITS)  # a spreadsheet took 0012 for a number
    return words
