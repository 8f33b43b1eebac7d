"""A lesson file cut into front matter and raw blocks, by its lines alone.

A block is opened by ``::: kind attributes`` and closed by ``:::``; its Chinese part comes first,
a line ``===`` separates it from the English part.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from pdo_app.content.problems import Place, Problems


@dataclass(slots=True)
class Raw:
    """A block's lines as they stand in the file: ``line`` is that of the opening, ``starts`` are
    those at which its sides begin."""

    line: int
    opening: str
    sides: list[list[str]] = field(default_factory=lambda: [[]])
    starts: list[int] = field(default_factory=list)


def split_front(text: str, file: str, problems: Problems) -> tuple[str, list[str], int]:
    """Return the front matter, the lines after it, and the line at which those begin. The front
    matter itself begins at line 2."""
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        message = "A lesson begins with a line '---', then id, title, minutes, objectives."
        problems.error(Place(file, 1), "front-matter", message)
        return "", lines, 1
    for number, line in enumerate(lines[1:], start=2):
        if line.rstrip() == "---":
            return "\n".join(lines[1 : number - 1]), lines[number:], number + 1
    problems.error(Place(file, 1), "front-matter", "The front matter has no closing '---'.")
    return "\n".join(lines[1:]), [], len(lines)


def scan(lines: list[str], first: int, file: str, problems: Problems) -> Iterator[Raw]:
    """Yield the blocks of ``lines``, the first of which stands at line ``first`` of ``file``."""
    raw: Raw | None = None
    for number, line in enumerate(lines, start=first):
        stripped = line.rstrip()
        if stripped.startswith(":::"):
            opening = stripped[3:].strip()
            if raw is not None:
                if opening:
                    message = f"The block opened at line {raw.line} is not closed by ':::'."
                    problems.error(Place(file, number), "not-closed", message)
                yield raw
                raw = None
            elif not opening:
                message = "This ':::' closes nothing; a block opens with '::: kind'."
                problems.error(Place(file, number), "not-open", message)
            if opening:
                raw = Raw(number, opening, starts=[number + 1])
        elif raw is None:
            if stripped:
                message = "Nothing may stand outside a block."
                problems.error(Place(file, number), "outside", message)
        elif stripped == "===":
            raw.sides.append([])
            raw.starts.append(number + 1)
        else:
            raw.sides[-1].append(stripped)
    if raw is not None:
        message = f"The block opened at line {raw.line} is not closed by ':::'."
        problems.error(Place(file, raw.line), "not-closed", message)
        yield raw
