"""Words of a roster become values: names as they are compared, dates, yes and no, the digits of
a phone. Pure functions."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from contextlib import suppress
from datetime import date

from pdo_app.errors import N_, Message

_YEAR_FIRST = re.compile(r"(20[0-9]{2})(?:[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?|([0-9]{4}))")
_DAY_FIRST = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.(20[0-9]{2})")
_CLOCK = re.compile(r"[ T]00:00(:00)?$")
_YES = frozenset(
    {"yes", "y", "true", "1", "是", "有", "√", "✓", "\u2714", "returnee", "回国", "回国人员"}
)
_NO = frozenset(
    {"no", "n", "false", "0", "否", "无", "不是", "没有", "-", "x", "×", "first", "首次"}
)
DIGITS = 4
"""How much of a phone's number is kept."""


class WordsError(ValueError):
    """Words of a roster that cannot be read; ``message`` says what, for the person."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.in_english())
        self.message = message


def name_key(name: str) -> str:
    """Return a name as it is compared: width, case and space do not matter."""
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())


def day(words: str) -> date | None:
    """Return the date in ``words``, None where they are empty.

    Year first (2026-12-17, 2026/12/17, 2026年12月17日, 20261217), or day first with dots
    (17.12.2026). Raises WordsError for everything else: 03/04/2026 is two days.
    """
    plain = _CLOCK.sub("", unicodedata.normalize("NFKC", words).strip())
    if not plain:
        return None
    compact = plain.replace(" ", "")
    with suppress(ValueError):
        if found := _YEAR_FIRST.fullmatch(compact):
            year, month, number, joined = found.groups()
            if joined:
                month, number = joined[:2], joined[2:]
            return date(int(year), int(month), int(number))
        if found := _DAY_FIRST.fullmatch(compact):
            number, month, year = found.groups()
            return date(int(year), int(month), int(number))
    raise WordsError(
        Message(N_("The date {words} cannot be read; write it as 2026-12-17."), {"words": plain})
    )


def yes(words: str) -> bool | None:
    """Return whether ``words`` say yes or no, None where they are empty. Raises WordsError."""
    plain = name_key(words)
    if not plain:
        return None
    if plain in _YES:
        return True
    if plain in _NO:
        return False
    raise WordsError(Message(N_("Returnee is yes or no, not {words}."), {"words": words.strip()}))


def phone(words: str) -> str:
    """Return the last four digits of a phone's number, "" where there is none; the others are
    never kept. Raises WordsError for fewer digits."""
    plain = unicodedata.normalize("NFKC", words).strip()
    plain = re.sub(r"\.0$", "", plain)  # a number that a spreadsheet wrote
    found = re.sub(r"[^0-9]", "", plain)
    if plain and len(found) < DIGITS:
        raise WordsError(
            Message(N_("The phone {words} has fewer than four digits."), {"words": plain})
        )
    return found[-DIGITS:]


def destination(words: str, codes: Mapping[str, str]) -> str:
    """Return the ISO code of a destination, "" where there is none. ``codes`` maps names as
    :func:`name_key` gives them to codes. Raises WordsError."""
    plain = name_key(words)
    if not plain:
        return ""
    if plain not in codes:
        raise WordsError(
            Message(N_("The destination {words} is not in the list."), {"words": words.strip()})
        )
    return codes[plain]
