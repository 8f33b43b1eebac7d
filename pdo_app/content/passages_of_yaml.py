"""The passages of a YAML file: every mapping that holds words under ``zh`` and ``en``."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import yaml

from pdo_app.content.passages import Passage, Side
from pdo_app.content.text import Language
from pdo_app.content.yaml_editing import compose, line_end, scalar


def passages_of_yaml(text: str, file: str, first: int = 1, start: int = 0) -> Iterator[Passage]:
    """Yield the passages of ``text``, which begins at line ``first`` and character ``start`` of
    ``file``. Anchors and aliases must have been refused before."""
    root = compose(text)
    if root is not None:
        yield from _within(root, "", _Reader(text, file, first, start))


class _Reader:
    def __init__(self, text: str, file: str, first: int, start: int) -> None:
        self._text = text
        self._file = file
        self._first = first
        self._start = start

    def passage(self, node: yaml.MappingNode, name: str) -> Passage | None:
        """Return the passage that ``node`` is, or None."""
        values = {
            key.value: value
            for key, value in node.value
            if isinstance(value, yaml.ScalarNode) and key.value in tuple(Language)
        }
        if len(values) < len(Language):
            return None
        line = self._first + node.start_mark.line
        flow = bool(node.flow_style)
        sides = {language: self._side(values[language], flow) for language in Language}
        return Passage(self._file, name, line, sides)

    def _side(self, node: yaml.ScalarNode, flow: bool) -> Side:
        start, end = node.start_mark.index, node.end_mark.index
        style = node.style or ""
        # The mark of a block of lines stands after the end of its last line.
        after = line_end(self._text) if style in ("|", ">") else ""
        write = partial(_written, style=style, flow=flow, after=after)
        return Side(node.value.strip(), start + self._start, end + self._start, write)


def _written(words: str, style: str, flow: bool, after: str) -> str:
    return scalar(words, style, flow) + after


def _within(node: yaml.Node, name: str, reader: _Reader) -> Iterator[Passage]:
    if isinstance(node, yaml.MappingNode):
        passage = reader.passage(node, name)
        if passage is not None:
            yield passage
        for key, value in node.value:
            yield from _within(value, _joined(name, key.value), reader)
    elif isinstance(node, yaml.SequenceNode):
        for number, item in enumerate(node.value, start=1):
            yield from _within(item, _joined(name, _id_of(item) or str(number)), reader)


def _joined(name: str, part: str) -> str:
    return f"{name}/{part}" if name else part


def _id_of(node: yaml.Node) -> str:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == "id" and isinstance(value, yaml.ScalarNode):
                return str(value.value)
    return ""
