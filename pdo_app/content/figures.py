"""Which figures stand in one language only: 3 万 is 30,000, and a month's name is its number."""

from __future__ import annotations

import re
from decimal import Decimal

from pdo_app.content.words import FACT

_MONTHS = {
    name: number
    for number, name in enumerate(
        [
            *("january", "february", "march", "april", "may", "june", "july", "august"),
            *("september", "october", "november", "december"),
        ],
        start=1,
    )
}
_SMALL = {
    name: number
    for number, name in enumerate(
        [
            *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
            *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen"),
            *("seventeen", "eighteen", "nineteen", "twenty"),
        ]
    )
}
_SMALL |= {"once": 1, "first": 1, "second": 2, "twice": 2, "third": 3, "both": 2, "half": 2}
_CHINESE = dict(zip("零一二三四五六七八九十", range(11), strict=True)) | {"两": 2, "双": 2, "半": 2}
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
_FIGURE = re.compile(
    r"(\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*(百万|[十百千万亿]|thousand|million|billion)?",
    re.IGNORECASE,
)
_FULL_HOUR = re.compile(r"(?<=\d)[:：]00")
_CHINESE_RUN = re.compile("[零一二三四五六七八九十两双半]+")


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
    the other language spells out, or names as a month, counts as there."""
    in_zh, in_en = figures(zh), figures(en)
    only_zh = in_zh - in_en - _spelt_en(en)
    only_en = in_en - in_zh - _spelt_zh(zh)
    return [f"{n:f}" for n in sorted(only_zh)], [f"{n:f}" for n in sorted(only_en)]


def _spelt_en(words: str) -> set[Decimal]:
    found = re.findall(r"[a-z]+", words.lower())
    numbers = [table[word] for word in found for table in (_MONTHS, _SMALL) if word in table]
    return {Decimal(number).normalize() for number in numbers}


def _spelt_zh(words: str) -> set[Decimal]:
    found = set()
    for run in _CHINESE_RUN.findall(words):
        tens, ten, ones = run.rpartition("十")
        value = (_CHINESE.get(tens, 1) * 10 if ten else 0) + _CHINESE.get(ones, 0)
        found |= {value, *(_CHINESE[character] for character in run)}
    return {Decimal(number).normalize() for number in found}
