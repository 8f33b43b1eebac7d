"""YAML as plain nodes that know their line.

Values are not guessed: every scalar is the words that were written, so that the country ``NO``
stays a country. Anchors, aliases and tags are refused, which leaves no room for a file that
grows when it is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from pdo_app.content.problems import Place, Problems

DEEPEST = 12
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # C where PyYAML was built with it


@dataclass(frozen=True, slots=True)
class Scalar:
    """Words. ``plain`` tells that they stood without quotes."""

    line: int
    words: str
    plain: bool = False

    @property
    def missing(self) -> bool:
        """Tell whether nothing was written."""
        return self.plain and self.words in ("", "~", "null")


@dataclass(slots=True)
class Sequence:
    """A list of nodes."""

    line: int
    items: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class Mapping:
    """Named nodes; ``lines`` tells where each name stands."""

    line: int
    entries: dict[str, Node] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)


Node = Scalar | Sequence | Mapping


class _RefusedError(Exception):
    def __init__(self, line: int, code: str, message: str) -> None:
        super().__init__(message)
        self.line, self.code = line, code


def load(text: str, file: str, problems: Problems, first_line: int = 1) -> Node | None:
    """Return the root node of ``text``, or None where it is empty or cannot be read (which is
    noted). ``first_line`` is the line of ``file`` at which ``text`` begins."""
    try:
        return _Builder(file, problems, first_line).build(yaml.parse(text, Loader=_LOADER))
    except _RefusedError as refused:
        problems.error(Place(file, refused.line), refused.code, str(refused))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = first_line + (mark.line if mark else 0)
        reason = " ".join(part for part in (error.context, error.problem) if part)
        problems.error(Place(file, line), "yaml", f"This is not valid YAML: {reason}.")
    except yaml.YAMLError as error:  # a character that YAML forbids; names a position, no line
        position = getattr(error, "position", 0)
        line = first_line + text.count("\n", 0, position)
        problems.error(Place(file, line), "yaml", "A character here is not allowed in YAML.")
    return None


class _Builder:
    """Puts parser events together, without recursion and not deeper than ``DEEPEST``."""

    def __init__(self, file: str, problems: Problems, first_line: int) -> None:
        self._file = file
        self._problems = problems
        self._first = first_line
        self._open: list[Sequence | Mapping] = []
        self._keys: list[Scalar | None] = []
        self._root: Node | None = None

    def build(self, events: Iterator[yaml.Event]) -> Node | None:
        documents = 0
        for event in events:
            mark = event.start_mark
            line = self._first + (mark.line if mark else 0)
            self._refuse(event, line)
            match event:
                case yaml.DocumentStartEvent():
                    documents += 1
                    if documents > 1:
                        raise _RefusedError(line, "yaml", "Only one YAML document fits in a file.")
                case yaml.ScalarEvent():
                    self._place(Scalar(line, event.value, event.implicit[0]))
                case yaml.SequenceStartEvent():
                    self._begin(Sequence(line))
                case yaml.MappingStartEvent():
                    self._begin(Mapping(line))
                case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                    self._open.pop()
                    self._keys.pop()
        root = self._root
        return None if isinstance(root, Scalar) and root.missing else root

    def _refuse(self, event: yaml.Event, line: int) -> None:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _RefusedError(line, "anchor", "Anchors (&) and aliases (*) are not allowed.")
        if getattr(event, "tag", None) not in (None, "!"):
            raise _RefusedError(line, "tag", "Tags (!) are not allowed.")

    def _begin(self, node: Sequence | Mapping) -> None:
        if len(self._open) == DEEPEST:
            raise _RefusedError(node.line, "depth", f"More than {DEEPEST} levels are not allowed.")
        self._place(node)
        self._open.append(node)
        self._keys.append(None)

    def _place(self, node: Node) -> None:
        if not self._open:
            self._root = node
            return
        parent = self._open[-1]
        if isinstance(parent, Sequence):
            parent.items.append(node)
            return
        key = self._keys[-1]
        if key is None:
            if not isinstance(node, Scalar):
                raise _RefusedError(node.line, "yaml", "A key must be a word.")
            self._keys[-1] = node
            return
        self._keys[-1] = None
        if key.words in parent.entries:
            place = Place(self._file, key.line)
            self._problems.error(place, "double-key", f"The key {key.words!r} is there twice.")
            return
        parent.entries[key.words] = node
        parent.lines[key.words] = key.line
