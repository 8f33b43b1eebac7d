"""Both languages side by side: the same shape, and each in its own script."""

from __future__ import annotations

import re
import zoneinfo

from pdo_app.content.model import Block, Country, Element, Text, plain
from pdo_app.content.problems import Place, Problems

_HAN = re.compile("[\u3400-\u9fff]")
_LATIN = re.compile("[A-Za-z]")
_CURRENCY = re.compile("[A-Z]{3}")
_TAG = re.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def check_text(text: Text, place: Place, problems: Problems) -> None:
    """Note words that stand on the wrong side."""
    _check_scripts(text.zh, text.en, place, problems)


def _check_scripts(zh: str, en: str, place: Place, problems: Problems) -> None:
    if len(_LATIN.findall(zh)) > 15 and not _HAN.search(zh):
        problems.error(place, "language", f"No Chinese stands on the Chinese side: {zh[:30]!r}.")
    if _HAN.search(en) and not _LATIN.search(en):
        problems.error(place, "language", f"No English stands on the English side: {en[:30]!r}.")


def check_block(block: Block, place: Place, problems: Problems) -> None:
    """Note where the two sides of ``block`` are not aligned."""
    _check_scripts(_words(block.zh), _words(block.en), place, problems)
    if block.title and bool(block.title.zh) != bool(block.title.en):
        problems.error(place, "align", "One language has a title, the other has none.")
    if not block.zh or not block.en:
        return  # a missing side was noted when it was read
    kinds_zh = [element.kind for element in block.zh]
    kinds_en = [element.kind for element in block.en]
    if kinds_zh != kinds_en:
        message = f"Chinese has {', '.join(kinds_zh)}; English has {', '.join(kinds_en)}."
        problems.error(place, "align", message)
        return
    for zh, en in zip(block.zh, block.en, strict=True):
        _check_element(zh, en, place, problems)


def _check_element(zh: Element, en: Element, place: Place, problems: Problems) -> None:
    if len(zh.lines) != len(en.lines):
        message = f"The Chinese {zh.kind} has {len(zh.lines)} lines, the English {len(en.lines)}."
        problems.error(place, "align", message)
    elif zh.lines and len(zh.lines[0]) != len(en.lines[0]):
        message = (
            f"The Chinese table has {len(zh.lines[0])} columns, the English {len(en.lines[0])}."
        )
        problems.error(place, "align", message)


def check_country(country: Country, place: Place, problems: Problems) -> None:
    """Note codes and names of ``country`` that are not of their standard."""
    if not _CURRENCY.fullmatch(country.currency):
        problems.error(place, "currency", f"{country.currency!r} is no ISO code such as EUR.")
    for language in country.languages:
        if not _TAG.fullmatch(language):
            problems.error(place, "language-code", f"{language!r} is no BCP 47 code such as de.")
    if country.time_zone not in zoneinfo.available_timezones():
        message = f"{country.time_zone!r} is no IANA time zone such as Europe/Berlin."
        problems.error(place, "time-zone", message)


def _words(side: tuple[Element, ...]) -> str:
    return " ".join(plain(cell) for element in side for line in element.lines for cell in line)
