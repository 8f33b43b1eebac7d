"""The outline of a country on the cloth, its edge stitched, with the ring at its capital."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from pdo_app.ui.theme import Theme
from pdo_app.ui.widgets.surface import stitch

_SIDE = 1000
_MARGIN = 12


@dataclass(frozen=True, slots=True)
class Outline:
    """Rings of points between 0 and 1000; ``box`` is west, north, east, south in degrees."""

    box: tuple[float, float, float, float]
    rings: tuple[tuple[tuple[int, int], ...], ...]

    @classmethod
    def read(cls, file: Path, code: str) -> Outline | None:
        """Read the outline of a country from what ``build/outlines.py`` wrote; None where it
        has none."""
        raw = json.loads(file.read_text(encoding="utf-8")).get(code)
        if raw is None:
            return None
        rings = tuple(tuple((x, y) for x, y in ring) for ring in raw["rings"])
        west, north, east, south = raw["box"]
        return cls((west, north, east, south), rings)

    @property
    def size(self) -> tuple[int, int]:
        """The extent of the points."""
        points = [point for ring in self.rings for point in ring]
        return max(x for x, _ in points), max(y for _, y in points)


class OutlineMap(QWidget):
    """Draws an outline as large as it fits. ``place`` is latitude and longitude of the ring."""

    def __init__(
        self, theme: Theme, outline: Outline, place: tuple[float, float] | None, name: str
    ) -> None:
        super().__init__()
        self._theme, self._outline, self._place = theme, outline, place
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.px(208))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw land, stitches and ring."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        wide, high = self._outline.size
        scale = min(area.width() / wide, area.height() / high)
        left = area.center().x() - wide * scale / 2
        top = area.center().y() - high * scale / 2
        painter.setBrush(theme.colour("weave"))
        painter.setPen(stitch(theme.colour("hero_line"), (1.5, 5, 4)))
        for ring in self._outline.rings:
            painter.drawPolygon(
                QPolygonF([QPointF(left + x * scale, top + y * scale) for x, y in ring])
            )
        if self._place is None:
            return
        west, north, east, south = self._outline.box
        latitude, longitude = self._place
        at = QPointF(
            left + (longitude - west) / (east - west) * wide * scale,
            top + (north - latitude) / (north - south) * high * scale,
        )
        painter.setPen(QPen(theme.colour("thread_on_coat"), 4))
        painter.setBrush(theme.colour("hero"))
        painter.drawEllipse(at, 8, 8)
        painter.setPen(Qt.PenStyle.NoPen)
