"""Numbers that are written in words: twenty-one, 二十一, November, half an hour, 3 pm.

Each function returns every value that the words may mean. Too many are no harm: a figure of the
other language is looked for among them.
"""

from __future__ import annotations

import re
from decimal import Decimal


def _numbered(words: str, first: int, step: int = 1) -> dict[str, int]:
    return {word: first + step * place for place, word in enumerate(words.split())}


_MONTHS = (
    _numbered("january february march april may june july august september october", 1)
    | {"november": 11, "december": 12, "sept": 9}
    | _numbered("jan feb mar apr may jun jul aug sep oct nov dec", 1)
)
_ENGLISH = (
    _numbered("zero one two three four five six seven eight nine ten eleven twelve", 0)
    | _numbered("thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty", 13)
    | _numbered("thirty forty fifty sixty seventy eighty ninety", 30, 10)
    | _numbered("first second third fourth fifth sixth seventh eighth ninth tenth eleventh", 1)
    | {"twelfth": 12, "dozen": 12, "once": 1, "twice": 2, "both": 2, "half": 2}
)
_ENGLISH_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000}
_CHINESE = _numbered("零 一 二 三 四 五 六 七 八 九", 0) | {"〇": 0, "两": 2, "双": 2, "半": 2}
_TENS = {"十": 10, "百": 100, "千": 1_000}
_LARGE = {"万": 10_000, "亿": 100_000_000}

_ONE = "|".join(sorted([*_ENGLISH, *_ENGLISH_SCALES], key=len, reverse=True))
_ENGLISH_RUN = re.compile(rf"\b(?:{_ONE})(?:(?:[\s-]+and)?[\s-]+(?:{_ONE}))*\b")
_CHINESE_RUN = re.compile(f"[{''.join([*_CHINESE, *_TENS, *_LARGE])}]+")
_SPANS = (
    (re.compile("半(?:个)?小时|half an hour"), 30),
    (re.compile("半年|half a year"), 6),
    (re.compile("半个月"), 15),
    (re.compile("一刻|quarter of an hour"), 15),
)
_AFTER_NOON = re.compile(
    r"\b(\d{1,2})(?:[:.]\d\d)?\s*p\.?m\b|(?:下午|傍晚|晚上|夜里)\s*(\d{1,2})(?=\s*[点时:：])"
)
_OF_24 = re.compile(r"(?<!\d)(1[3-9]|2[0-3])(?=\s*[点时]|[:：]\d\d)")


def spelt_in_english(words: str) -> set[Decimal]:
    """Return the numbers that English ``words`` spell out or name as a month."""
    lower = words.lower()
    found = {_MONTHS[word] for word in re.findall("[a-z]+", lower) if word in _MONTHS}
    for run in _ENGLISH_RUN.findall(lower):
        parts = re.findall("[a-z]+", run)
        found |= {_ENGLISH[part] for part in parts if part in _ENGLISH}
        found.add(_english(parts))
    return _decimals(found | _spans(lower))


def _english(parts: list[str]) -> int:
    total = part_of_thousand = 0
    for part in parts:
        if part == "hundred":
            part_of_thousand = max(part_of_thousand, 1) * 100
        elif part in _ENGLISH_SCALES:
            total += max(part_of_thousand, 1) * _ENGLISH_SCALES[part]
            part_of_thousand = 0
        else:
            part_of_thousand += _ENGLISH.get(part, 0)  # "and" adds nothing
    return total + part_of_thousand


def spelt_in_chinese(words: str) -> set[Decimal]:
    """Return the numbers that Chinese ``words`` spell out."""
    found = set()
    for run in _CHINESE_RUN.findall(words):
        found |= {_CHINESE[character] for character in run if character in _CHINESE}
        found.add(_chinese(run))
    return _decimals(found | _spans(words))


def _chinese(run: str) -> int:
    total = section = digit = 0
    for character in run:
        if character in _TENS:
            section += (digit or 1) * _TENS[character]
            digit = 0
        elif character in _LARGE:
            total += ((section + digit) or 1) * _LARGE[character]
            section = digit = 0
        else:
            digit = _CHINESE[character]
    return total + section + digit


def _spans(words: str) -> set[int]:
    return {value for pattern, value in _SPANS if pattern.search(words)}


def other_clock(words: str) -> set[Decimal]:
    """Return the hours of ``words`` by the other clock: 15 for 3 pm and 下午 3 点, 3 for 15:00."""
    found = {12 + int(en or zh) for en, zh in _AFTER_NOON.findall(words.lower())}
    return _decimals(found | {int(hour) - 12 for hour in _OF_24.findall(words)})


def _decimals(numbers: set[int]) -> set[Decimal]:
    return {Decimal(number).normalize() for number in numbers}
