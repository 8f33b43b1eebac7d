"""The label of a citation: what was read, where in it, and when it was read last."""

from __future__ import annotations

import re

from pdo_app.content.library import Library
from pdo_app.content.model import Citation, Language

_ARTICLES = re.compile(r"[0-9]+[a-z]?(\s*[,、-]\s*[0-9]+[a-z]?)*")


def label(citation: Citation, library: Library, language: Language | str) -> str:
    """Return a label such as "Overseas Labour Regulations, Art. 23, 27 · checked 2026-11-24".

    Raises KeyError where the library does not know the source.
    """
    source = library.source(citation.source)
    zh = Language(language) is Language.ZH
    place = articles(citation.article, Language(language))
    name = source.short[Language(language)]
    if place and zh:
        name += f" {place}" if place[0].isascii() or name[-1:].isascii() else place
    elif place:
        name += f", {place}"
    return f"{name} · {source.checked} 核对" if zh else f"{name} · checked {source.checked}"


def articles(words: str, language: Language) -> str:
    """Return numbers of articles as that language writes them, other words as they are."""
    if not _ARTICLES.fullmatch(words):
        return words
    numbers = re.split(r"\s*[,、]\s*", words)
    if language is Language.ZH:
        return f"第 {'、'.join(numbers)} 条"
    return f"Art. {', '.join(numbers)}"
