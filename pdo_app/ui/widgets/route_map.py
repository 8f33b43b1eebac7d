"""The map on the cloth: land as dots on a weave, and the thread from China to the destination."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from pdo_app.ui import tokens
from pdo_app.ui.language import Words
from pdo_app.ui.theme import Theme
from pdo_app.ui.widgets.surface import stitch

_CELL = 8


@dataclass(frozen=True, slots=True)
class Land:
    """Cells of land: the grid's west and north edge and its cell in degrees."""

    west: float
    north: float
    cell: tuple[float, float]
    rows: tuple[str, ...]

    @classmethod
    def read(cls, file: Path) -> Land:
        """Read the grid that ``build/land.py`` wrote."""
        raw = json.loads(file.read_text(encoding="utf-8"))
        return cls(raw["west"], raw["north"], tuple(raw["cell"]), tuple(raw["rows"]))

    def holds(self, latitude: float, longitude: float) -> bool:
        """Tell whether there is land at a place; none is known beyond the grid."""
        y = round((self.north - latitude) / self.cell[1])
        x = round((longitude - self.west) / self.cell[0])
        return 0 <= y < len(self.rows) and 0 <= x < len(self.rows[y]) and self.rows[y][x] == "#"


@dataclass(frozen=True, slots=True)
class Journey:
    """Two ends as (latitude, longitude) in degrees with their names, and the share of the way,
    0 to 1, that is sewn. ``end`` is None while no destination is chosen."""

    start: tuple[float, float]
    end: tuple[float, float] | None
    names: tuple[Words, Words] | None = None
    done: float = 0.0


class RouteMap(QWidget):
    """Dots and thread; ``west`` and ``north`` say which corner of the world is at the top left,
    ``weave`` how many degrees lie between two dots (default: those of the grid). It paints on
    whatever cloth is below."""

    def __init__(
        self,
        theme: Theme,
        land: Land,
        journey: Journey,
        *,
        west: float,
        north: float,
        weave: tuple[float, float] | None = None,
    ) -> None:
        super().__init__()
        self._theme, self._land, self._journey = theme, land, journey
        self._west, self._north = west, north
        self._weave = weave or land.cell
        self._dots: QPixmap | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_journey(self, journey: Journey) -> None:
        """Draw another way."""
        self._journey = journey
        self.update()

    def _at(self, place: tuple[float, float]) -> QPointF:
        latitude, longitude = place
        wide, high = self._weave
        return QPointF(
            (longitude - self._west) / wide * _CELL, (self._north - latitude) / high * _CELL
        )

    def _paint_dots(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(self.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # One dot, copied: 2,000 small ellipses take three times as long.
        dot = self._dot(ratio)
        wide, high = self._weave
        for y in range(self.height() // _CELL + 1):
            for x in range(self.width() // _CELL + 1):
                if self._land.holds(self._north - y * high, self._west + x * wide):
                    painter.drawPixmap(x * _CELL, y * _CELL, dot)
        painter.end()
        return pixmap

    def _dot(self, ratio: float) -> QPixmap:
        dot = QPixmap(QSize(_CELL, _CELL) * ratio)
        dot.setDevicePixelRatio(ratio)
        dot.fill(Qt.GlobalColor.transparent)
        painter = QPainter(dot)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("weave"))
        painter.drawEllipse(QPointF(_CELL / 2, _CELL / 2), 2, 2)
        painter.end()
        return dot

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw dots, thread, knots and names."""
        if self._dots is None or self._dots.size() != self.size() * self.devicePixelRatioF():
            self._dots = self._paint_dots()
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPixmap(0, 0, self._dots)
        start = self._at(self._journey.start)
        colour = theme.colour("thread_on_coat")
        if self._journey.end is not None:
            end = self._at(self._journey.end)
            path = QPainterPath(start)
            lift = min(abs(start.x() - end.x()) * 0.28, min(start.y(), end.y()) - 24)
            top = min(start.y(), end.y()) - lift
            path.cubicTo(
                QPointF(start.x() - (start.x() - end.x()) * 0.3, top),
                QPointF(end.x() + (start.x() - end.x()) * 0.3, top),
                end,
            )
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(stitch(colour, tokens.Stitch.route))
            painter.drawPath(path)
            if self._journey.done > 0:
                painter.setPen(QPen(colour, 4))
                painter.drawPath(_first_part(path, self._journey.done))
            painter.setPen(QPen(colour, 4))
            painter.setBrush(theme.colour("hero"))
            painter.drawEllipse(end, 8, 8)
            self._name(painter, end, 1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(start, 7, 7)
        self._name(painter, start, 0)

    def _name(self, painter: QPainter, at: QPointF, which: int) -> None:
        if self._journey.names is None:
            return
        words = self._journey.names[which]
        bold, plain = self._theme.font("tool", bold=True), self._theme.font("tool")
        painter.setFont(bold)
        first = painter.fontMetrics().horizontalAdvance(words.main + " ")
        second = 0
        if words.second:
            painter.setFont(plain)
            second = painter.fontMetrics().horizontalAdvance(words.second)
        x = min(max(8.0, at.x() - (first + second) / 2), self.width() - first - second - 8.0)
        y = at.y() + 16 + painter.fontMetrics().ascent()
        painter.setPen(self._theme.colour("on_coat"))
        painter.setFont(bold)
        painter.drawText(QPointF(x, y), words.main)
        if words.second:
            painter.setFont(plain)
            painter.drawText(QPointF(x + first, y), words.second)


def _first_part(path: QPainterPath, share: float) -> QPainterPath:
    """Return the beginning of a path up to a share of its length."""
    part = QPainterPath(path.pointAtPercent(0))
    steps = max(2, round(60 * share))
    for i in range(1, steps + 1):
        part.lineTo(path.pointAtPercent(min(1.0, share * i / steps)))
    return part
