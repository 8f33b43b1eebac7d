"""Marks of attendance on paper. Each has a shape of its own, so that a grey printer and a copy
tell them apart."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPen

from pdo_app.paper.flow import Piece
from pdo_app.paper.text import PT, Paragraph
from pdo_app.paper.thread import pen
from pdo_app.records import MarkKind
from pdo_app.reports.bilingual import Words
from pdo_app.reports.mark_words import MarkWords

_SIDE = 5 * PT
_CHECK = 10 * PT


class MarkCell:
    """A mark in a cell of ``width``: present is a check and a word, late and left early a box,
    absent a black box, excused a dashed one; an open one is empty, to be signed."""

    def __init__(self, mark: MarkWords, width: float) -> None:
        self._kind = mark.kind
        before = _CHECK + 4 * PT if mark.kind is MarkKind.PRESENT else 2 * _SIDE
        self._words = Paragraph(mark.words, 9, width - before, leading=1.3)

    @property
    def height(self) -> float:
        """The height of words and box."""
        return self._words.height + 4 * PT if self._kind else 0.0

    @property
    def width(self) -> float:
        """The width of check or box with the words."""
        present = self._kind is MarkKind.PRESENT
        return self._words.width + (_CHECK + 4 * PT if present else 2 * _SIDE)

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw it with the upper left corner at ``x``, ``y``."""
        if self._kind is None:
            return
        if self._kind is MarkKind.PRESENT:
            middle = y + 2 * PT + self._words.step / 2
            painter.strokePath(_check(x + _CHECK / 2, middle), _round_pen())
            self._words.draw(painter, x + _CHECK + 4 * PT, y + 2 * PT)
            return
        box = QRectF(x, y + PT, self.width, self._words.height + 2 * PT)
        absent = self._kind is MarkKind.ABSENT
        painter.setBrush(QBrush(Qt.GlobalColor.black) if absent else Qt.BrushStyle.NoBrush)
        excused = self._kind is MarkKind.EXCUSED
        edge = QPen(Qt.GlobalColor.black, 0.9 * PT)
        if excused:
            edge.setCapStyle(Qt.PenCapStyle.FlatCap)
            edge.setDashPattern([2.6, 2.2])
        painter.setPen(edge)
        painter.drawRoundedRect(box, 2.5 * PT, 2.5 * PT)
        colour = Qt.GlobalColor.white if absent else Qt.GlobalColor.black
        self._words.draw(painter, x + _SIDE, y + 2 * PT, colour)


def legend_piece(legend: Iterable[tuple[MarkKind, Words]], width: float) -> Piece:
    """Return what each shape means, in as many lines as it takes."""
    cells = [
        MarkCell(MarkWords(kind, f"{said.first} {said.second}".rstrip()), width)
        for kind, said in legend
    ]
    places: list[tuple[float, float]] = []
    x = y = 0.0
    step = max((cell.height for cell in cells), default=0.0) + 3 * PT
    for cell in cells:
        if x and x + cell.width > width:
            x, y = 0.0, y + step
        places.append((x, y))
        x += cell.width + 16 * PT

    def draw(painter: QPainter, top: float) -> None:
        for cell, (left, below) in zip(cells, places, strict=True):
            cell.draw(painter, left, top + 8 * PT + below)

    return Piece(8 * PT + y + step, draw)


def _round_pen() -> QPen:
    made = pen(1.6 * PT)
    made.setCapStyle(Qt.PenCapStyle.RoundCap)
    return made


def _check(x: float, y: float) -> QPainterPath:
    path = QPainterPath(QPointF(x - 3.6 * PT, y))
    path.lineTo(x - PT, y + 3 * PT)
    path.lineTo(x + 3.8 * PT, y - 3 * PT)
    return path
