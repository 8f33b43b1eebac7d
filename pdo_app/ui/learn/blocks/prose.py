"""Paragraphs, lists and steps in rows, and the heading between them."""

from __future__ import annotations

from itertools import zip_longest

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLayout, QWidget

from pdo_app.content.model import Block, Element, ElementKind, Rich
from pdo_app.ui import tokens
from pdo_app.ui.learn.blocks.columns import Columns
from pdo_app.ui.learn.blocks.reading import Reading
from pdo_app.ui.learn.blocks.tables import table
from pdo_app.ui.theme import Layout, Theme
from pdo_app.ui.widgets.label import PairLabel
from pdo_app.ui.widgets.surface import column
from pdo_app.ui.widgets.thread import Knot, KnotWidget, Stop

Line = tuple[ElementKind, int, Rich | None, Rich | None]
"""A row of words: of what it is a part, its number there, and its words in both languages."""


def heading(reading: Reading, block: Block) -> QWidget:
    """Return a title between blocks."""
    assert block.title is not None
    below = reading.theme.layout is Layout.C
    return PairLabel(reading.theme, reading.language.show(block.title), "h2", below=below)


def words(reading: Reading, block: Block, **inset: int | bool) -> list[QLayout]:
    """Return the words of a block: rows of text, and tables between them. ``inset`` says how far
    they stand in from the page's column, as for :class:`Columns`."""
    found: list[QLayout] = []
    rows: Columns | None = None
    for one, other in zip_longest(*_sides(reading, block)):
        if ElementKind.TABLE in {element.kind for element in (one, other) if element}:
            rows = None
            box = column()
            for widget in table(reading, one, other):
                box.addWidget(widget)
            found.append(box)
            continue
        if rows is None:
            rows = Columns(reading, **inset)  # type: ignore[arg-type] # names of Columns
            found.append(rows)
        for line in _lines(one, other):
            _add(reading, rows, line)
    return found


def _sides(reading: Reading, block: Block) -> tuple[tuple[Element, ...], tuple[Element, ...]]:
    second = reading.second
    return block.side(reading.main), block.side(second) if second else ()


def _lines(one: Element | None, other: Element | None) -> list[Line]:
    """Return the rows of an element in both languages, item beside item where they are alike."""
    if one is not None and other is not None and one.kind is not other.kind:
        return _lines(one, None) + _lines(None, other)
    known = one or other
    assert known is not None
    cells = zip_longest(
        [line[0] for line in one.lines] if one else [],
        [line[0] for line in other.lines] if other else [],
    )
    return [(known.kind, n, first, second) for n, (first, second) in enumerate(cells, 1)]


def _add(reading: Reading, rows: Columns, line: Line) -> None:
    theme = reading.theme
    kind, number, one, other = line
    first = reading.prose(one or (), reading.main)
    second = None
    if other is not None and reading.second is not None:
        second = reading.prose(other, reading.second)
    marker: QWidget | None = None
    if kind is ElementKind.STEPS:
        marker = KnotWidget(theme, Stop(Knot.AHEAD, str(number)))
    elif kind is ElementKind.LIST:
        marker = Dot(theme)
    above = 12 if kind in (ElementKind.PARAGRAPH, ElementKind.STEPS) else 8
    if not reading.beside and reading.second is not None:
        above += 6
    rows.add(first, second, marker=marker, above=theme.px(above))


class Dot(QWidget):
    """The mark before an item of a list, at the height of its first line."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        line = tokens.STYLES["lesson"].px * 1.447 * tokens.LESSON_LINE["zh"] / 100
        self.setFixedSize(theme.px(12), theme.px(line))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the dot."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("primary"))
        radius = self._theme.px(6) / 2
        painter.drawEllipse(QPointF(radius + 1, self.height() / 2), radius, radius)
