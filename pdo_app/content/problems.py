"""What is wrong with a source folder: problems with their file and line."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """An error keeps a pack from being built, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing to mend. ``file`` is a path in the pack with forward slashes, ``line`` counts
    from 1, ``code`` is a short name that stays the same, ``message`` is an English sentence."""

    file: str
    line: int
    severity: Severity
    code: str
    message: str


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something is written."""

    file: str
    line: int


class Problems:
    """Collects problems while sources are read and checked. Never raises."""

    def __init__(self) -> None:
        self._found: set[Problem] = set()

    def error(self, place: Place, code: str, message: str) -> None:
        """Note an error at ``place``."""
        self._add(Severity.ERROR, place, code, message)

    def warning(self, place: Place, code: str, message: str) -> None:
        """Note a warning at ``place``."""
        self._add(Severity.WARNING, place, code, message)

    def _add(self, severity: Severity, place: Place, code: str, message: str) -> None:
        # The name of a file may hold bytes that no terminal or JSON can show.
        file, shown = (words.encode("utf-8", "replace").decode() for words in (place.file, message))
        self._found.add(Problem(file, place.line, severity, code, shown))

    def __len__(self) -> int:
        return len(self._found)

    def all(self) -> tuple[Problem, ...]:
        """Return the problems by file and line, each once."""
        return tuple(sorted(self._found))


def errors(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Return those problems that keep a pack from being built."""
    return tuple(p for p in problems if p.severity is Severity.ERROR)
