"""A pack becomes one SQLite file: JSON rows, pictures, and a full-text index.

The same sources give the same bytes. The file is written under a temporary name beside the
target and moved in place, so that a reader sees the old pack or the new one, never half of it.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from zlib import crc32

from pdo_app.content.codec import dump
from pdo_app.content.format import APPLICATION, FORMAT, KINDS, SCHEMA, split_characters
from pdo_app.content.linking import link_terms
from pdo_app.content.model import (
    FOR_TRAINERS,
    ChecklistGroup,
    ChecklistItem,
    Country,
    Fact,
    FormPair,
    Holidays,
    Lesson,
    Module,
    Pack,
    Picture,
    Question,
    Situation,
    Source,
    Template,
    Term,
    Text,
    plain,
)
from pdo_app.content.resolve import resolve
from pdo_app.errors import N_, Message, WriteError

_Thing = (
    Module
    | Lesson
    | Question
    | ChecklistGroup
    | ChecklistItem
    | Country
    | Fact
    | Source
    | Situation
    | Picture
    | Holidays
    | Term
    | FormPair
    | Template
)
_Row = tuple[str, str, str, object]
_Entry = tuple[str, str, Text, Text]


def compile_pack(
    pack: Pack, media: Mapping[str, bytes], target: Path, sources: Mapping[str, str]
) -> None:
    """Write ``pack`` to the file ``target``.

    ``media`` holds the pictures' bytes by path, ``sources`` what is to be recorded about the
    source folder. The pack must be free of errors. Raises WriteError where the file cannot be
    written.
    """
    temporary = target.with_name(f"{target.name}.{os.getpid()}.new")
    try:
        temporary.unlink(missing_ok=True)
        with closing(sqlite3.connect(temporary)) as connection:
            _write(connection, link_terms(resolve(pack)), media, sources)
        with temporary.open("rb+") as file:
            os.fsync(file.fileno())
        temporary.replace(target)
    except (OSError, sqlite3.OperationalError) as error:
        _forget(temporary)
        raise WriteError(
            Message(N_("The pack file {name} could not be written."), {"name": target.name}),
            Message(N_("Free some space or choose another folder, then try again.")),
        ) from error


def _forget(temporary: Path) -> None:
    try:
        temporary.unlink(missing_ok=True)
    except OSError:
        return  # nothing more can be done in a folder that refuses


def _write(
    connection: sqlite3.Connection,
    pack: Pack,
    media: Mapping[str, bytes],
    sources: Mapping[str, str],
) -> None:
    # The file is moved in place when it is whole: a journal would only cost time.
    connection.execute("PRAGMA journal_mode = OFF")
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    connection.executescript("BEGIN;" + SCHEMA)
    meta = {"format": str(FORMAT), "info": dump(pack.info), **sources}
    connection.executemany("INSERT INTO meta VALUES (?, ?)", sorted(meta.items()))
    connection.executemany(
        "INSERT INTO things VALUES (?, ?, ?, ?, ?, ?)",
        (
            (kind, name, parent, place, words := dump(thing), crc32(words.encode()))
            for place, (kind, name, parent, thing) in enumerate(_rows(pack))
        ),
    )
    connection.executemany(
        "INSERT INTO media VALUES (?, ?, ?)",
        ((file, raw, crc32(raw)) for file, raw in sorted(media.items())),
    )
    for number, (kind, name, title, body) in enumerate(_entries(pack), start=1):
        sides = (title.zh, title.en, body.zh, body.en)
        connection.execute(
            "INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?)", (number, kind, name, *sides)
        )
        connection.execute(
            "INSERT INTO search (rowid, title_zh, title_en, words_zh, words_en)"
            " VALUES (?, ?, ?, ?, ?)",
            (number, *map(split_characters, sides)),
        )
    connection.execute("INSERT INTO search (search) VALUES ('optimize')")
    connection.commit()
    connection.execute("VACUUM")


def _rows(pack: Pack) -> Iterator[_Row]:
    kinds: tuple[tuple[_Thing, ...], ...] = (
        pack.modules,
        pack.lessons,
        pack.questions,
        pack.groups,
        pack.items,
        pack.countries,
        pack.facts,
        pack.sources,
        pack.situations,
        pack.pictures,
        pack.holidays,
        pack.terms,
        pack.forms,
        pack.templates,
    )
    for thing in (thing for things in kinds for thing in things):
        parent = thing.module if isinstance(thing, Lesson | Question) else ""
        yield KINDS[type(thing)], _name(thing), parent, thing


def _name(thing: _Thing) -> str:
    """Return what a thing is found by among its kind."""
    if isinstance(thing, Country):
        return thing.code
    if isinstance(thing, Holidays):
        return thing.country
    return str(thing.number) if isinstance(thing, FormPair) else thing.id


def _entries(pack: Pack) -> Iterator[_Entry]:
    """What can be found by its words: no questions, since those would give answers away."""
    for lesson in pack.lessons:
        yield "lesson", lesson.id, lesson.title, _words(lesson)
    for item in pack.items:
        yield "item", item.id, item.title, item.why
    for situation in pack.situations:
        yield "situation", situation.id, situation.title, _joined(situation.steps)
    for fact in pack.facts:
        yield "fact", fact.id, fact.label, fact.text
    for country in pack.countries:
        for phrase in country.phrases:
            local = Text(f"{phrase.local} {phrase.reading}", phrase.local)
            yield "phrase", f"{country.code}/{phrase.id}", phrase.meaning, local
    for term in pack.terms:
        meaning = term.meaning
        yield "term", term.id, term.name, Text(f"{meaning.zh} {term.pinyin}", meaning.en)


def _words(lesson: Lesson) -> Text:
    """The words of a learner's page."""
    found = []
    for block in lesson.blocks:
        if block.kind in FOR_TRAINERS:
            continue
        if block.title is not None:
            found.append(block.title)
        sides = (
            " ".join(plain(cell) for part in side for line in part.lines for cell in line)
            for side in (block.zh, block.en)
        )
        found.append(Text(*sides))
    return _joined(tuple(found))


def _joined(texts: tuple[Text, ...]) -> Text:
    zh = " ".join(text.zh for text in texts if text.zh)
    return Text(zh, " ".join(text.en for text in texts if text.en))
