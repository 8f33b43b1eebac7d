"""A table on paper: a head that is repeated overleaf, rows with hairlines between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter

from pdo_app.paper.flow import Piece
from pdo_app.paper.text import LEFT, PT, Paragraph
from pdo_app.paper.thread import HAIR, hairline, pen
from pdo_app.reports.bilingual import Words

GAP = 8 * PT
"""The room between two columns."""
_ABOVE, _BELOW = 4 * PT, 5 * PT
_TOGETHER = 9
"""How many lines of a cell stay together; a higher row may go on overleaf."""


class Content(Protocol):
    """What stands in a cell."""

    @property
    def height(self) -> float:
        """The height in device units."""

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw it with the upper left corner at ``x``, ``y``."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, its width, and to which side its words stand; a ``ruled`` one has a
    line at its left edge."""

    head: Words
    width: float
    align: Qt.AlignmentFlag = LEFT
    ruled: bool = False


class Lines:
    """Paragraphs below each other; it can be cut between lines."""

    def __init__(self, paragraphs: Iterable[Paragraph]) -> None:
        self._lines = [
            (paragraph, number)
            for paragraph in paragraphs
            if paragraph.height
            for number in range(paragraph.lines)
        ]

    @property
    def height(self) -> float:
        """The height of all lines."""
        return sum(paragraph.step for paragraph, _ in self._lines)

    @property
    def number(self) -> int:
        """How many lines there are."""
        return len(self._lines)

    def portion(self, start: int, stop: int) -> Lines:
        """Return some of the lines."""
        made = Lines(())
        made._lines = self._lines[start:stop]
        return made

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw all lines."""
        for paragraph, number in self._lines:
            paragraph.draw_lines(painter, x, y, range(number, number + 1))
            y += paragraph.step


def words(
    said: Words, column: Column, *, bold: bool = False, size: float = 10, second: float = 9
) -> Lines:
    """Return a cell with the second language below the first."""
    width = column.width - GAP
    return Lines(
        (
            Paragraph(said.first, size, width, bold=bold, align=column.align, leading=1.4),
            Paragraph(said.second, second, width, align=column.align, leading=1.35),
        )
    )


def several(said: Iterable[Words], column: Column) -> Lines:
    """Return a cell with some things below each other, each in both languages on one line."""
    width = column.width - GAP
    return Lines(
        Paragraph(f"{one.first}  {one.second}".rstrip(), 9, width, leading=1.4) for one in said
    )


def table(
    columns: Sequence[Column],
    rows: Iterable[Sequence[Content]],
    *,
    least: float = 0,
    below: Iterable[Lines] = (),
) -> Iterator[Piece]:
    """Return the pieces of a table; its head is drawn again on each page that it goes on to.
    ``least`` is how high a row is at least; ``below`` has for each row what stands under it from
    the second column to the last, as wide as :func:`below_width`."""
    head = _head(columns)
    yield head
    notes = iter(below)
    for row in rows:
        note = next(notes, Lines(()))
        yield from _row(columns, row, head, least, last=not note.number)
        if note.number:
            wide = Column(Words(""), below_width(columns))
            yield from _row((columns[0], wide), (Lines(()), note), head, 0, first=False)


def below_width(columns: Sequence[Column]) -> float:
    """Return how wide what stands under a row is."""
    return sum(column.width for column in columns[1:])


def _head(columns: Sequence[Column]) -> Piece:
    cells = [words(column.head, column, bold=True, size=9) for column in columns]
    high = max(cell.height for cell in cells)
    wide = sum(column.width for column in columns)

    def draw(painter: QPainter, y: float) -> None:
        x = 0.0
        for column, cell in zip(columns, cells, strict=True):
            cell.draw(painter, x, y + high - cell.height)
            x += column.width
        painter.setPen(pen(PT))
        painter.drawLine(QPointF(0, y + high + 3 * PT), QPointF(wide, y + high + 3 * PT))

    return Piece(high + 4 * PT, draw, with_next=True)


def _row(
    columns: Sequence[Column],
    cells: Sequence[Content],
    head: Piece,
    least: float,
    *,
    first: bool = True,
    last: bool = True,
) -> Iterator[Piece]:
    lines = max((cell.number for cell in cells if isinstance(cell, Lines)), default=0)
    for start in range(0, max(lines, 1), _TOGETHER):
        stop = start + _TOGETHER
        ends = stop >= lines
        shown = [
            cell.portion(start, stop)
            if isinstance(cell, Lines)
            else (cell if start == 0 else Lines(()))
            for cell in cells
        ]
        yield _portion(
            columns,
            shown,
            head,
            least if start == 0 else 0.0,
            first=first and start == 0,
            last=last and ends,
            with_next=ends and not last,
        )


def _portion(
    columns: Sequence[Column],
    cells: Sequence[Content],
    head: Piece,
    least: float,
    *,
    first: bool,
    last: bool,
    with_next: bool,
) -> Piece:
    above, below = _ABOVE if first else 0.0, _BELOW if last else 0.0
    high = max(least, max(cell.height for cell in cells) + above + below)
    wide = sum(column.width for column in columns)

    def draw(painter: QPainter, y: float) -> None:
        x = 0.0
        for column, cell in zip(columns, cells, strict=True):
            if column.ruled:
                painter.setPen(pen(HAIR))
                painter.drawLine(QPointF(x - GAP / 2, y), QPointF(x - GAP / 2, y + high))
            cell.draw(painter, x, y + above)
            x += column.width
        if last:
            hairline(painter, 0, wide, y + high)

    return Piece(high, draw, with_next=with_next, repeated=head)
