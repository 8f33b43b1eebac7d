"""The route of a certificate: a sewn thread with a knot for each module, and stitches ahead."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPainterPath

from pdo_app.paper.text import PT, Paragraph
from pdo_app.paper.thread import done_knot, ring, sew, stitch
from pdo_app.reports.bilingual import Words
from pdo_app.reports.certificate import Knot

_ONE_COLUMN = 6
"""Up to so many stops stand in one column."""
_KNOT = 8 * PT
_TO_WORDS = 19 * PT
_GAP = 9 * PT
_LARGE, _SMALL = (13.0, 10.0), (11.0, 9.0)
_GUTTER = 16 * PT
_BEND = 9 * PT


class Route:
    """The stops of a route, in one column or in two, within ``width`` from ``left``.

    The thread is sewn through the ``modules`` and stitched from the last of them to the ring,
    which is the destination, ``ahead``.
    """

    def __init__(self, modules: tuple[Knot, ...], ahead: Words, left: float, width: float) -> None:
        stops = [
            Words(f"{knot.number or ''}  {knot.title.first}".lstrip(), knot.title.second)
            for knot in modules
        ]
        stops.append(ahead)
        self._done = len(modules)
        columns = 1 if len(stops) <= _ONE_COLUMN else 2
        self._rows = -(-len(stops) // columns)
        room = width if columns == 1 else (width - _GUTTER) / 2
        sizes, self._gap = (_LARGE, 2.2 * _GAP) if columns == 1 else (_SMALL, _GAP)
        self._words = [_Stop(stop, sizes, room - _KNOT - _TO_WORDS) for stop in stops]
        self._pitch = max(stop.height for stop in self._words) + self._gap
        self.height = self._pitch * self._rows - self._gap
        if columns == 1:  # the block of words stands in the middle of the page
            longest = max(stop.width for stop in self._words)
            left += (width - longest - _KNOT - _TO_WORDS) / 2
        self._x = [left + _KNOT, left + room + _GUTTER + _KNOT]

    def draw(self, painter: QPainter, y: float) -> None:
        """Draw the route with its upper edge at ``y``."""
        places = [self._place(number, y) for number in range(len(self._words))]
        for number in range(1, len(places)):
            path = self._between(places[number - 1], places[number], y)
            (sew if number < self._done else stitch)(painter, path)
        for number, (stop, place) in enumerate(zip(self._words, places, strict=True)):
            if number < self._done:
                done_knot(painter, place, _KNOT)
            else:
                ring(painter, place, _KNOT - PT)
            stop.draw(painter, place.x() + _TO_WORDS, place.y())

    def _place(self, number: int, y: float) -> QPointF:
        column, row = divmod(number, self._rows)
        return QPointF(self._x[column], y + self._pitch * row + (self._pitch - self._gap) / 2)

    def _between(self, start: QPointF, end: QPointF, top: float) -> QPainterPath:
        path = QPainterPath(start)
        if start.x() == end.x():
            path.lineTo(end)
            return path
        # From the foot of the first column round and up to the head of the second.
        low, high = start.y() + self._pitch / 2 + 2 * PT, top - 12 * PT
        middle = end.x() - _KNOT - _GUTTER * 0.8
        corners = [(start.x(), low), (middle, low), (middle, high), (end.x(), high)]
        _round(path, [*corners, (end.x(), end.y())])
        return path


def _round(path: QPainterPath, points: list[tuple[float, float]]) -> None:
    """Lead ``path`` through ``points`` with round corners of equal radius."""
    for (x, y), (to_x, to_y) in pairwise(points):
        before = path.currentPosition()
        came = _towards(before.x(), before.y(), x, y)
        goes = _towards(x, y, to_x, to_y)
        path.lineTo(x - came[0] * _BEND, y - came[1] * _BEND)
        path.quadTo(x, y, x + goes[0] * _BEND, y + goes[1] * _BEND)
    path.lineTo(*points[-1])


def _towards(x: float, y: float, to_x: float, to_y: float) -> tuple[float, float]:
    length = abs(to_x - x) + abs(to_y - y)  # all stretches are level or upright
    return ((to_x - x) / length, (to_y - y) / length)


class _Stop:
    """A module's name beside its knot."""

    def __init__(self, words: Words, sizes: tuple[float, float], width: float) -> None:
        self._first = Paragraph(words.first, sizes[0], width, bold=True, leading=1.35)
        self._second = Paragraph(words.second, sizes[1], width, leading=1.35)
        self.height = self._first.height + self._second.height
        self.width = max(self._first.width, self._second.width)

    def draw(self, painter: QPainter, x: float, middle: float) -> None:
        y = middle - self.height / 2
        self._first.draw(painter, x, y)
        self._second.draw(painter, x, y + self._first.height)
