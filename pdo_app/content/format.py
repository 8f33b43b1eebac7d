"""The shape of a pack file: what the compiler writes and the library reads.

``meta`` holds names and values. ``things`` holds one JSON row per value, found by kind and id;
``place`` is its place in the pack, ``parent`` the module (or "") that it belongs to. ``media``
holds pictures by their path. ``entries`` and the full-text index ``search`` hold words of both
languages, Chinese split into single characters in the index. ``checksum`` is the CRC-32 of the
row's own bytes: a damaged page must not be shown as if it were the truth.
"""

from __future__ import annotations

import re
import unicodedata

from pdo_app.content.model import (
    ChecklistGroup,
    ChecklistItem,
    Country,
    Fact,
    FormPair,
    Holidays,
    Lesson,
    Module,
    Picture,
    Question,
    Situation,
    Source,
    Template,
    Term,
)

FORMAT = 2
"""Raised by one with every change that an older library could not read."""
APPLICATION = 0x50444F50  # "PDOP", in the file's header
SUFFIX = ".pdopack"

SCHEMA = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE things (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    parent TEXT NOT NULL,
    place INTEGER NOT NULL,
    json TEXT NOT NULL,
    checksum INTEGER NOT NULL
);
CREATE UNIQUE INDEX things_by_id ON things (kind, id);
CREATE INDEX things_by_parent ON things (kind, parent, place);
CREATE TABLE media (
    file TEXT PRIMARY KEY,
    bytes BLOB NOT NULL,
    checksum INTEGER NOT NULL
);
CREATE TABLE entries (
    number INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    title_zh TEXT NOT NULL,
    title_en TEXT NOT NULL,
    words_zh TEXT NOT NULL,
    words_en TEXT NOT NULL
);
CREATE VIRTUAL TABLE search USING fts5 (
    title_zh, title_en, words_zh, words_en,
    content='', tokenize='unicode61 remove_diacritics 2'
);
"""

IDEOGRAPHS = "\u2e80-\u2fdf\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""Inside the brackets of a regular expression: one Chinese character."""
_IDEOGRAPH = re.compile(f"([{IDEOGRAPHS}])")

KINDS: dict[type, str] = {
    Module: "module",
    Lesson: "lesson",
    Question: "question",
    ChecklistGroup: "group",
    ChecklistItem: "item",
    Country: "country",
    Fact: "fact",
    Source: "source",
    Situation: "situation",
    Picture: "picture",
    Holidays: "holidays",
    Term: "term",
    FormPair: "form",
    Template: "template",
}
"""The classes that have rows of their own, and what the rows call them."""


def split_characters(words: str) -> str:
    """Return ``words`` as the index holds them: normalised, a space round every ideograph."""
    return _IDEOGRAPH.sub(r" \1 ", unicodedata.normalize("NFKC", words))
