"""Looking a word of the glossary up: by its Chinese name, its pinyin or its English name."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from pdo_app.content.model import Language, Term
from pdo_app.content.tones import bare

OTHERS = "#"
"""The group of names that begin with no Latin letter."""


def found(terms: Iterable[Term], words: str) -> list[Term]:
    """Return the terms that hold ``words`` in a name, in the pinyin (typed with or without tone
    marks and spaces) or in a name not to be used, since people look for the name they know."""
    wanted = _close(words)
    toneless = wanted.isascii()
    typed = {wanted, wanted.replace("v", "u")} if toneless else {wanted}  # ü is typed as v
    result = []
    for term in terms:
        reading = bare(term.pinyin) if toneless else term.pinyin
        names = (term.name.zh, term.name.en, *term.avoid)
        if any(wanted in _close(name) for name in names) or any(
            way in _close(reading) for way in typed
        ):
            result.append(term)
    return result


def grouped(terms: Iterable[Term], language: Language) -> dict[str, list[Term]]:
    """Return terms by the first letter of their pinyin or, in English, of their name, both in
    the order of the alphabet; what begins with no letter comes last."""
    groups: dict[str, list[Term]] = {}
    for term in sorted(terms, key=lambda term: (_spelled(term, language), term.id)):
        letter = _spelled(term, language)[:1].upper()
        groups.setdefault(letter if "A" <= letter <= "Z" else OTHERS, []).append(term)
    return dict(sorted(groups.items(), key=lambda group: (group[0] == OTHERS, group[0])))


def _spelled(term: Term, language: Language) -> str:
    return bare(term.name.en if language is Language.EN else term.pinyin)


def _close(words: str) -> str:
    """Return words without spaces, small and in one spelling."""
    return "".join(unicodedata.normalize("NFC", words.casefold()).split())
