"""All passages of a source folder, file by file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from pdo_app.content.folder import Folder
from pdo_app.content.nodes import load
from pdo_app.content.passages import Passage
from pdo_app.content.passages_of_lessons import passages_of_lesson
from pdo_app.content.passages_of_yaml import passages_of_yaml
from pdo_app.content.problems import Place, Problems
from pdo_app.content.scanning import split_front
from pdo_app.errors import InputError, Message

_MARK = "\ufeff"  # some editors begin a file with it


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A lesson or YAML file: its ``text`` with the line ends it has, and its passages, each id
    once. ``marked`` tells that a byte order mark stands before the text."""

    file: str
    text: str
    marked: bool
    passages: tuple[Passage, ...]

    def holding(self, text: str) -> SourceFile:
        """Return the same file with another text."""
        return SourceFile(self.file, text, self.marked, tuple(_passages(self.file, text)))

    def bytes(self) -> bytes:
        """Return what stands on the disk."""
        return ((_MARK if self.marked else "") + self.text).encode("utf-8")


def read_sources(root: Path) -> tuple[SourceFile, ...]:
    """Return the lessons and YAML files of the folder ``root`` that hold passages. Raises
    InputError where one of them cannot be read."""
    problems = Problems()
    folder = Folder(root, problems)
    found = []
    for file in folder.files:
        if PurePosixPath(file).suffix in (".md", ".yaml"):
            source = _source(folder, file)
            if source is not None and source.passages:
                found.append(source)
    for problem in problems.all():
        place = {"file": problem.file, "line": problem.line, "problem": problem.message}
        raise InputError(
            Message("{file} cannot be read, line {line}: {problem}", place),
            Message("Mend it, with 'content check' as a guide, then try again."),
        )
    return tuple(found)


def _source(folder: Folder, file: str) -> SourceFile | None:
    text = folder.text(file)  # notes what is no UTF-8
    raw = folder.bytes_of(file, Place(file, 1))
    if text is None or raw is None:
        return None
    front = text if file.endswith(".yaml") else split_front(text, file, Problems())[0]
    before = len(folder.problems)
    load(front, file, folder.problems)  # notes what is no YAML, or not allowed in ours
    if len(folder.problems) > before:
        return None
    whole = raw.decode("utf-8")
    empty = SourceFile(file, "", whole.startswith(_MARK), ())
    return empty.holding(whole.removeprefix(_MARK))


def _passages(file: str, text: str) -> Iterator[Passage]:
    lesson = file.endswith(".md")
    seen = set()
    for passage in passages_of_lesson(text, file) if lesson else passages_of_yaml(text, file):
        if passage.id not in seen:
            seen.add(passage.id)
            yield passage
