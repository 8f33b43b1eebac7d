"""A pack's words as a gettext catalogue, for translators' own tools, and back into the sources.

An entry's ``msgid`` holds the words of the source language, its ``msgstr`` those of the other, its
``msgctxt`` the passage's place in the folder. Coming back, only what changed is written, and
nothing at all where one entry would break a file.
"""

from __future__ import annotations

import io
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, read_po, write_po

from pdo_app.content.fields import NO_DAY
from pdo_app.content.passages import Passage, replaced
from pdo_app.content.passages_of_folder import SourceFile, read_sources
from pdo_app.content.problems import Problem, errors
from pdo_app.content.reader import read
from pdo_app.content.rules import check_folder
from pdo_app.content.text import Language
from pdo_app.errors import InputError, Message, WriteError

# These sentences are said on the command line only, which speaks English: none is marked for the
# catalogue of the interface.

LARGEST = 50_000_000
"""Bytes that a catalogue may have."""
_LOCALES = {Language.ZH: "zh_CN", Language.EN: "en"}


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of an import: the ids of passages that were ``changed`` and the ``files`` written;
    entries whose passage is ``gone`` or whose source words have changed since (``outdated``);
    how many were ``unfinished``: empty or marked fuzzy."""

    changed: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    outdated: tuple[str, ...] = ()
    unfinished: int = 0


def export_po(root: Path, target: Path, language: Language) -> int:
    """Write the words of the source folder ``root`` to the catalogue ``target``, with those of
    ``language`` as the translation. Return the number of entries. Raises InputError where a
    source cannot be read, WriteError where the catalogue cannot be written."""
    info = read(root).pack.info
    day = info.date if info.date != NO_DAY else datetime.now(UTC).date()
    at = datetime.combine(day, time(), UTC)  # the time of the run would change every file
    catalog = Catalog(
        locale=_LOCALES[language],
        project=info.title.en or info.id,
        version=info.version,
        creation_date=at,
        revision_date=at,
        fuzzy=False,
    )
    count = 0
    for source in read_sources(root):
        for passage in source.passages:
            words = passage.sides[_other(language)].words
            if not words:
                continue
            message = catalog.add(
                words,
                passage.sides[language].words,
                locations=[(passage.file, passage.line)],
                context=passage.id,
            )
            message.flags.clear()  # "50 % of" is no format
            count += 1
    stream = io.BytesIO()
    write_po(stream, catalog, width=100)
    _save(target, stream.getvalue())
    return count


def _other(language: Language) -> Language:
    return Language.ZH if language is Language.EN else Language.EN


def import_po(root: Path, file: Path, language: Language) -> Imported:
    """Take the words of ``language`` from the catalogue ``file`` into the source folder ``root``.
    Raises InputError, and writes nothing, where the catalogue cannot be read, is for another
    language, or holds words that would break a file; WriteError where a file cannot be written."""
    catalog = _catalogue(file, language)
    sources = read_sources(root)
    changes, found = _changes(catalog, sources, language)
    texts = {
        source.file: _applied(source, changes[source.file], language)
        for source in sources
        if source.file in changes
    }
    if texts:
        _refuse_new_errors(root, texts)
        for name, text in texts.items():
            _save(root / name, text)
    return found


def _catalogue(file: Path, language: Language) -> Catalog:
    try:
        with file.open("rb") as stream:
            raw = stream.read(LARGEST + 1)
    except OSError as error:
        raise _unreadable(file, error.strerror or "it cannot be opened") from error
    if len(raw) > LARGEST:
        raise _unreadable(file, f"it has more than {LARGEST:,} bytes")
    try:
        catalog = read_po(io.BytesIO(raw), abort_invalid=True)
    except UnicodeDecodeError as error:
        raise _unreadable(file, "it is not UTF-8 text") from error
    except (PoFileError, ValueError, LookupError, TypeError, AssertionError) as error:
        raise _unreadable(file, str(error)) from error
    stated = str(catalog.locale_identifier or "").replace("-", "_")
    if stated and stated.partition("_")[0].lower() != language:
        raise InputError(
            Message(
                "{file} holds words in {stated}, not in {language}.",
                {"file": file.name, "stated": stated, "language": language.value},
            ),
            Message("Name its language with --language, or choose another file."),
        )
    return catalog


def _unreadable(file: Path, reason: str) -> InputError:
    return InputError(
        Message(
            "{file} is no catalogue that can be read: {reason}.",
            {"file": file.name, "reason": reason.rstrip(".")},
        ),
        Message("Choose a .po file that 'content export po' has made."),
    )


def _changes(
    catalog: Catalog, sources: tuple[SourceFile, ...], language: Language
) -> tuple[dict[str, dict[str, str]], Imported]:
    """What to change, as new words by passage and file, and what will have come of it."""
    passages = {p.id: p for source in sources for p in source.passages}
    changes: dict[str, dict[str, str]] = {}
    gone, outdated, unfinished = [], [], 0
    for name, source, words, fuzzy in _entries(catalog):
        passage = passages.get(name)
        if passage is None:
            gone.append(name)
        elif passage.sides[_other(language)].words != source:
            outdated.append(name)
        elif fuzzy or not words:
            unfinished += 1
        elif passage.sides[language].words != words:
            changes.setdefault(passage.file, {})[name] = words
    changed = tuple(name for words in changes.values() for name in words)
    return changes, Imported(changed, tuple(changes), tuple(gone), tuple(outdated), unfinished)


def _entries(catalog: Catalog) -> Iterator[tuple[str, str, str, bool]]:
    """Context, source words, words and whether they are fuzzy, of each entry that has one form
    and a context: others are not ours."""
    for entry in catalog:
        source, words = entry.id, entry.string or ""
        if entry.context and isinstance(source, str) and isinstance(words, str):
            lines = (line.rstrip() for line in words.strip().split("\n"))
            yield entry.context, source, "\n".join(lines), entry.fuzzy


def _applied(source: SourceFile, words: Mapping[str, str], language: Language) -> bytes:
    """Return what the file will hold. Raises InputError where it would then read otherwise."""
    known = {passage.id: passage for passage in source.passages}

    def fits(names: Mapping[str, str]) -> bytes | None:
        sides = [(known[name].sides[language], new) for name, new in names.items()]
        changed = source.holding(replaced(source.text, sides))
        wanted = [_read(p, language, names.get(p.id)) for p in source.passages]
        found = [_read(p, language, None) for p in changed.passages]
        return changed.bytes() if found == wanted else None

    whole = fits(words)
    if whole is not None:
        return whole
    wrong = next((name for name, new in words.items() if fits({name: new}) is None), source.file)
    raise InputError(
        Message("The new words of {name} would break its file.", {"name": wrong}),
        Message("Keep their shape: as many lines, and none that begins like a list or a title."),
    )


def _read(passage: Passage, language: Language, words: str | None) -> tuple[str, str, str]:
    own = passage.sides[language].words if words is None else words
    return passage.id, passage.sides[_other(language)].words, own


def _refuse_new_errors(root: Path, texts: Mapping[str, bytes]) -> None:
    """Raise InputError where the folder would have an error that it does not have now."""
    before = {_kind(problem) for problem in errors(check_folder(root)[1])}
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / root.resolve().name
        shutil.copytree(root, copy)
        for name, text in texts.items():
            (copy / name).write_bytes(text)
        problems = errors(check_folder(copy)[1])
    for problem in problems:
        if _kind(problem) not in before:
            raise InputError(
                Message(
                    "With the new words, {file} would be wrong in line {line}: {problem}",
                    {"file": problem.file, "line": problem.line, "problem": problem.message},
                ),
                Message("Nothing was changed. Mend the entry, then try again."),
            )


def _kind(problem: Problem) -> tuple[str, str, str]:
    return problem.file, problem.code, problem.message


def _save(path: Path, raw: bytes) -> None:
    try:
        path.write_bytes(raw)
    except OSError as error:
        raise WriteError(
            Message("{file} could not be written.", {"file": path.name}),
            Message("The system says: {reason}.", {"reason": error.strerror or "unknown"}),
        ) from error
