"""Reading and checking the glossary: names in both languages, how they are read, what they mean."""

from __future__ import annotations

import re

from pdo_app.content.fields import Fields
from pdo_app.content.model import Term, Text
from pdo_app.content.pinyin import reading

FILE = "glossary.yaml"
_SPELLED = re.compile(r"[A-Za-z0-9\u00c0-\u024f'’ ,./()-]*")


def read_term(fields: Fields) -> Term:
    """Return an entry of ``glossary.yaml``; its lesson as it is written."""
    name = Text(fields.words("zh"), fields.words("en"))
    stated = fields.words("pinyin", required=False)
    if not _SPELLED.fullmatch(stated):
        fields.error("pinyin", "pinyin", "Pinyin is written in letters with tone marks: yājīn.")
    term = Term(
        id=fields.short_id(),
        name=name,
        meaning=fields.need("meaning"),
        pinyin=stated or reading(name.zh),
        avoid=fields.names("avoid"),
        lesson=fields.words("lesson", required=False) or None,
    )
    fields.end()
    return term
