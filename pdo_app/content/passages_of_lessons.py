"""The passages of a lesson file: its front matter, and the lines of its blocks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from pdo_app.content.model import BlockKind
from pdo_app.content.passages import Passage, Side, numbered
from pdo_app.content.passages_of_yaml import passages_of_yaml
from pdo_app.content.problems import Problems
from pdo_app.content.scanning import Raw, scan, split_front
from pdo_app.content.text import Language
from pdo_app.content.yaml_editing import line_end

_LINE = re.compile(r"([^\r\n]*)(\r\n|\n|\r|$)")
_OPENINGS = (
    ("slide", re.compile(r">> +")),
    ("material", re.compile(r"> +")),
    ("title", re.compile(r"# +")),
    ("item", re.compile(r"(?:[-*+]|\d{1,2}[.)]) +")),
    ("row", re.compile(r"(?=\|)")),
)
_RULE = re.compile(r"\|?[\s:|-]*-[\s:|-]*")


@dataclass(frozen=True, slots=True)
class _Run:
    """Lines of one side that are one passage: the ``first``, how many, and what stands before
    the words of the first."""

    kind: str
    first: int
    count: int
    opening: str


def passages_of_lesson(text: str, file: str) -> Iterator[Passage]:
    """Yield the passages of the lesson ``file``, which holds ``text`` with any line ends. Its front
    matter must have been found free of anchors and aliases before."""
    lines = _Lines(text)
    front, _, first = split_front("\n".join(lines.words), file, Problems())
    begin = lines.starts[1] if first > 1 else 0
    if first > 1:
        end = lines.starts[first - 2] if first - 2 < len(lines.starts) else len(text)
        yield from passages_of_yaml(text[begin:end] if front else "", file, 2, begin)
    counts: Counter[str] = Counter()
    for raw in scan(lines.words[first - 1 :], first, file, Problems()):
        kind = raw.opening.partition(" ")[0]
        if kind in tuple(BlockKind):
            counts[kind] += 1
            yield from _Block(raw, file, lines).passages(f"{kind}-{counts[kind]}")


class _Lines:
    """The lines of a file and where each begins."""

    def __init__(self, text: str) -> None:
        self.words: list[str] = []
        self.starts: list[int] = []
        self.end = line_end(text)
        position = 0
        while True:
            match = _LINE.match(text, position)
            assert match is not None
            self.words.append(match.group(1))
            self.starts.append(position)
            position = match.end()
            if not match.group(2):
                break

    def span(self, first: int, count: int, opening: str) -> tuple[int, int]:
        """Return where ``count`` lines from line number ``first`` begin and end, without the
        opening of the first and the spaces after the last."""
        last = first + count - 1
        start = self.starts[first - 1] + len(opening)
        return start, self.starts[last - 1] + len(self.words[last - 1].rstrip())


class _Block:
    def __init__(self, raw: Raw, file: str, lines: _Lines) -> None:
        self._raw = raw
        self._file = file
        self._lines = lines

    def passages(self, name: str) -> Iterator[Passage]:
        """Yield the passages of the block called ``name``."""
        if len(self._raw.sides) != len(Language):
            return
        runs = [list(_runs(lines)) for lines in self._raw.sides]
        if not all(runs):
            return
        zh, en = runs
        if [run.kind for run in zh] != [run.kind for run in en]:
            whole = (_whole(lines) for lines in self._raw.sides)
            yield self._passage(f"{name}/words", *whole)
            return
        for part, one, other in zip(numbered(run.kind for run in zh), zh, en, strict=True):
            yield self._passage(f"{name}/{part}", one, other)

    def _passage(self, name: str, *runs: _Run) -> Passage:
        sides = {
            language: self._side(run, start)
            for language, run, start in zip(Language, runs, self._raw.starts, strict=True)
        }
        return Passage(self._file, name, self._raw.starts[0] + runs[0].first, sides)

    def _side(self, run: _Run, start: int) -> Side:
        first = start + run.first
        begin, end = self._lines.span(first, run.count, run.opening)
        written = self._lines.words[first - 1 : first - 1 + run.count]
        indent = " " * len(run.opening) if run.kind == "item" else ""
        words = [
            written[0][len(run.opening) :],
            *(line.removeprefix(indent) for line in written[1:]),
        ]
        between = self._lines.end + indent
        shown = "\n".join(line.rstrip() for line in words)
        return Side(shown, begin, end, partial(_written, between=between))


def _written(words: str, between: str) -> str:
    return words.replace("\n", between)


def _whole(lines: list[str]) -> _Run:
    filled = [index for index, line in enumerate(lines) if line]
    return _Run("words", filled[0], filled[-1] - filled[0] + 1, "")


def _runs(lines: list[str]) -> Iterator[_Run]:
    """Cut one side of a block: each opening begins a run, and so does a line after a blank one;
    a table's rule belongs to none."""
    run: tuple[str, int, str] | None = None
    for index, line in enumerate([*lines, ""]):
        kind, opening = _opening(line)
        if run is not None and (kind or not line or run[0] not in ("item", "paragraph")):
            yield _Run(run[0], run[1], index - run[1], run[2])
            run = None
        if run is None and line and not _RULE.fullmatch(line):
            run = (kind or "paragraph", index, opening)


def _opening(line: str) -> tuple[str, str]:
    for kind, pattern in _OPENINGS:
        match = pattern.match(line)
        if match is not None:
            return kind, match.group()
    return "", ""
