"""Numbers as people type them: Chinese, English and European ways of writing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_CURRENCY = "€¥£$"
_TEN_THOUSAND = "万"
_GROUP_MARK = re.compile(r"(?<=\d)['’ ](?=\d{3}(?!\d))")
_ONE_MARK = re.compile(r"\d+[.,]?\d*|[.,]\d+")
_TWO_WAYS = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")
_GROUPED = {
    ",": re.compile(r"\d{1,3}(,\d{3})+(\.\d+)?"),
    ".": re.compile(r"\d{1,3}(\.\d{3})+(,\d+)?"),
}


def readings(typed: str, units: Iterable[str] = ()) -> tuple[float, ...]:
    """Return the numbers that ``typed`` can mean, the likeliest first; empty if it is none.

    Full-width digits and marks count as the plain ones, and so does the Chinese full stop. One
    of ``units``, a currency sign and a final 万 (ten thousand) may stand beside the figures.
    Spaces and apostrophes part groups of three digits. Where both marks occur, the last one is
    the decimal mark: ``1.234,50`` and ``1,234.50`` are the same number. A single mark is the
    decimal mark (``13,90``), but before exactly three digits it can also part a group:
    ``1,000`` gives 1000 and 1, ``1.000`` gives 1 and 1000.
    """
    text = _plain(typed).replace("。", ".").replace("−", "-")
    text = _without_units(text, units)
    times = 1.0
    if text.endswith(_TEN_THOUSAND):
        text, times = text.removesuffix(_TEN_THOUSAND).strip(), 10_000.0
    if text.startswith("-"):
        times = -times
    figures = _GROUP_MARK.sub("", re.sub("^[+-]", "", text))
    return tuple(times * value for value in _values(figures))


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip()


def _without_units(text: str, units: Iterable[str]) -> str:
    for unit in sorted(map(_plain, units), key=len, reverse=True):
        if unit and text.casefold().endswith(unit.casefold()):
            text = text[: -len(unit)]
            break
    return text.strip().strip(_CURRENCY).strip()


def _values(figures: str) -> tuple[float, ...]:
    if _TWO_WAYS.fullmatch(figures):
        mark = "," if "," in figures else "."
        group, decimal = float(figures.replace(mark, "")), float(figures.replace(mark, "."))
        return (group, decimal) if mark == "," else (decimal, group)
    if _ONE_MARK.fullmatch(figures):
        return (float(figures.replace(",", ".")),)
    for mark, pattern in _GROUPED.items():
        if pattern.fullmatch(figures):
            return (float(figures.replace(mark, "").replace(",", ".")),)
    return ()
