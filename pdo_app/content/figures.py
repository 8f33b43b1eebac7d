"""Which figures stand in one language only: 3 万 is 30,000, and a month's name is its number."""

from __future__ import annotations

import re
from decimal import Decimal

from pdo_app.content.number_words import other_clock, spelt_in_chinese, spelt_in_english
from pdo_app.content.words import FACT

_SCALES = {
    "十": 10,
    "百": 100,
    "千": 1_000,
    "万": 10_000,
    "亿": 100_000_000,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
}
# 5 千克 is 5 kg, and 5 百分点 are 5 points.
_FIGURE = re.compile(
    r"(\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"\s*(百万|百(?!分)|千(?![米克瓦卡])|[十万亿]|(?:thousand|million|billion)\b)?",
    re.IGNORECASE,
)
_FULL_HOUR = re.compile(r"(?<=\d)[:：]00")


def figures(words: str) -> set[Decimal]:
    """Return the values of the figures in ``words``."""
    bare = _FULL_HOUR.sub("", FACT.sub("", words))
    return {_value(*match.groups()) for match in _FIGURE.finditer(bare)}


def _value(digits: str, scale: str | None) -> Decimal:
    value = Decimal(digits.replace(",", ""))
    for part in ("百", "万") if scale == "百万" else (scale or "",):
        value *= _SCALES.get(part.lower(), 1)
    return value.normalize()


def differing(zh: str, en: str) -> tuple[list[str], list[str]]:
    """Return the figures that stand in Chinese only, and those in English only. A figure that
    the other language spells out, names as a month or tells by the other clock counts as
    there."""
    in_zh, in_en = figures(zh), figures(en)
    only_zh = in_zh - in_en - spelt_in_english(en) - other_clock(en)
    only_en = in_en - in_zh - spelt_in_chinese(zh) - other_clock(zh)
    return [f"{n:f}" for n in sorted(only_zh)], [f"{n:f}" for n in sorted(only_en)]
