"""How sources are cited in the source files: ``id:articles; id2; id3:articles``."""

from __future__ import annotations

from pdo_app.content.model import Citation

_CHINESE = str.maketrans("；：，", ";:,")


def parse_sources(words: str) -> tuple[Citation, ...]:
    """Return the citations that ``words`` hold. Chinese semicolons, colons and commas serve
    too. An id is taken as written; whether it is known is for the rules."""
    found = []
    for part in words.translate(_CHINESE).split(";"):
        source, _, article = part.partition(":")
        if source.strip():
            found.append(Citation(source.strip(), article.strip()))
    return tuple(found)
