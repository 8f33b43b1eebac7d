"""How long sentences are, and whether both languages hold as much and the same figures.

Warnings, but for what no reader can take in: a writer may have a reason. The lengths are an
editorial choice of the project.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pdo_app.content.figures import differing
from pdo_app.content.model import Block, Element, ElementKind, Language, Rich, Text
from pdo_app.content.problems import Place, Problems
from pdo_app.content.words import FACT

USUAL = {Language.ZH: 25, Language.EN: 15}
"""Characters (Chinese) or words (English) that a sentence usually has at most."""
MOST = {Language.ZH: 40, Language.EN: 22}
"""Those that it must not exceed."""
USUAL_RATIO = 1.4
"""Chinese characters for each English word of a block: the median of the built-in pack."""
MOST_UNUSUAL = 2.5
"""How many times as long as usual one language's side may be."""
SHORTEST = 15
"""English words, or as many Chinese characters as are usual for them, below which a block is too
short to compare lengths."""

_GAP = re.compile("[\u3400-\u9fff，。：；]+ +[\u3400-\u9fff]+")
_UNITS = {Language.ZH: "characters", Language.EN: "words"}
_NAMES = {Language.ZH: "A Chinese", Language.EN: "An English"}
_ENDS = {
    Language.ZH: re.compile("[。！？；]+[”’）]*"),
    Language.EN: re.compile(r"[.!?;]+[\"')]*(?:\s+|$)"),
}
# A Latin word or a figure counts as one character of a Chinese sentence.
_COUNTED = {
    Language.ZH: re.compile("[\u3400-\u9fff]|[A-Za-z0-9][A-Za-z0-9.,:/@%+-]*"),
    Language.EN: re.compile(r"[^\s\u2013\u2014-]\S*"),
}


def length(sentence: str, language: Language) -> int:
    """Return the characters (Chinese) or words (English) of ``sentence``."""
    return len(_COUNTED[language].findall(sentence))


def check_text(text: Text, place: Place, problems: Problems) -> None:
    """Note long sentences of ``text`` and figures that differ."""
    check_sentences(text, place, problems)
    _check_figures(text.zh, text.en, place, problems)


def check_sentences(text: Text, place: Place, problems: Problems) -> None:
    """Note long sentences of ``text``."""
    for language in Language:
        _check_sentences(FACT.sub("0", text[language]), language, place, problems)
    _check_spaces(text.zh, place, problems)


def check_block(block: Block, place: Place, problems: Problems) -> None:
    """Note long sentences of ``block``, sides of unlike length, and figures that differ in its
    title and words, or in a line of its slide. The figures of an exempt block may differ."""
    sides: dict[Language, str] = {}
    for language in Language:
        cells = [_words(cell) for element in block.side(language) for cell in _cells(element)]
        if block.title is not None:
            cells.append(block.title[language])
        for cell in cells:
            _check_sentences(cell, language, place, problems)
        sides[language] = "\n".join(cells)
    _check_lengths(sides, place, problems)
    for line in block.slide:
        check_sentences(line, place, problems)
    if not block.exempt:
        _check_figures(sides[Language.ZH], sides[Language.EN], place, problems)
        for line in block.slide:
            _check_figures(line.zh, line.en, place, problems)
    for element in block.zh:
        if element.kind is not ElementKind.TABLE:  # sound aids stand in tables: 伊希 宾
            for rich in _cells(element):
                _check_spaces(_words(rich), place, problems)


def _cells(element: Element) -> Iterator[Rich]:
    for line in element.lines:
        yield from line


def _words(rich: Rich) -> str:
    """The words of a cell; a fact counts as one word and is the same in both languages."""
    return "".join("#" if span.fact else span.text for span in rich)


def _check_sentences(words: str, language: Language, place: Place, problems: Problems) -> None:
    for sentence in _ENDS[language].split(words):
        count = length(sentence, language)
        if count <= USUAL[language]:
            continue
        much = count > MOST[language]
        limit = MOST[language] if much else USUAL[language]
        rule = "at most" if much else "usually at most"
        message = (
            f"{_NAMES[language]} sentence has {count} {_UNITS[language]}, {rule} {limit}:"
            f" {sentence.strip()[:40]}..."
        )
        if much:
            problems.error(place, "sentence-too-long", message)
        else:
            problems.warning(place, "sentence-long", message)


def _check_spaces(words: str, place: Place, problems: Problems) -> None:
    found = _GAP.search(words)
    if found is not None:
        message = f"A space stands between Chinese characters: {found.group()!r}; none is needed."
        problems.warning(place, "space", message)


def _check_lengths(sides: dict[Language, str], place: Place, problems: Problems) -> None:
    zh, en = (length(sides[language], language) for language in (Language.ZH, Language.EN))
    as_words = zh / USUAL_RATIO
    shorter, longer = sorted((as_words, en))
    if longer < SHORTEST or not shorter or longer <= MOST_UNUSUAL * shorter:
        return
    which = "Chinese" if as_words > en else "English"
    message = (
        f"The {which} is {longer / shorter:.1f} times as long as usual against the other language"
        f" ({zh} characters, {en} words); is something missing?"
    )
    problems.warning(place, "length-ratio", message)


def _check_figures(zh: str, en: str, place: Place, problems: Problems) -> None:
    only_zh, only_en = differing(zh, en)
    parts = []
    if only_zh:
        parts.append(f"only in Chinese: {', '.join(only_zh)}")
    if only_en:
        parts.append(f"only in English: {', '.join(only_en)}")
    if parts:
        problems.warning(place, "figures", f"The figures differ; {'; '.join(parts)}.")
