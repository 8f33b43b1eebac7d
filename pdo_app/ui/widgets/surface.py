"""Areas with a fill, an edge and a radius, painted rather than styled: cards, cloth, boxes."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from pdo_app.ui import tokens
from pdo_app.ui.theme import Theme


class Surface(QWidget):
    """A rounded rectangle. ``fill`` and ``edge`` are colour roles or None; ``dashed`` draws the
    edge as a stitch, for things to come."""

    def __init__(
        self,
        theme: Theme,
        fill: str | None = "surface",
        edge: str | None = "line",
        *,
        radius: int = tokens.Radius.card,
        width: float = 1,
        dashed: bool = False,
    ) -> None:
        super().__init__()
        self.theme = theme
        self.fill, self.edge, self.radius = fill, edge, radius
        self.edge_width, self.dashed = width, dashed

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the area below the children."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = self.edge_width / 2
        area = QRectF(self.rect()).adjusted(half, half, -half, -half)
        if self.edge is None:
            area = QRectF(self.rect())
        radius = min(float(self.radius), area.height() / 2, area.width() / 2)
        painter.setBrush(self.theme.colour(self.fill) if self.fill else Qt.BrushStyle.NoBrush)
        if self.edge is None:
            painter.setPen(Qt.PenStyle.NoPen)
        elif self.dashed:
            painter.setPen(stitch(self.theme.colour(self.edge), (self.edge_width, 6, 5)))
        else:
            painter.setPen(QPen(self.theme.colour(self.edge), self.edge_width))
        painter.drawRoundedRect(area, radius, radius)


class Card(Surface):
    """A cotton card with the usual padding; ``body`` is its column."""

    def __init__(self, theme: Theme, *, padding: tuple[int, int] = (24, 20), gap: int = 8) -> None:
        super().__init__(theme)
        self.body = QVBoxLayout(self)
        across, down = theme.px(padding[0]), theme.px(padding[1])
        if theme.tight:
            across = padding[0]  # large words need the width themselves
        self.body.setContentsMargins(across, down, across, down)
        self.body.setSpacing(theme.px(gap))


class Hairline(QFrame):
    """A one-pixel line between parts of a card."""

    def __init__(self, theme: Theme, role: str = "line") -> None:
        super().__init__()
        self._colour = theme.colour(role)
        self.setFixedHeight(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill the pixel."""
        QPainter(self).fillRect(self.rect(), self._colour)


class Upright(QFrame):
    """A one-pixel upright line between parts of a bar, 24 pixels high."""

    def __init__(self, theme: Theme, role: str = "line") -> None:
        super().__init__()
        self._colour = theme.colour(role)
        self.setFixedSize(1, theme.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill the pixel."""
        QPainter(self).fillRect(self.rect(), self._colour)


def stitch(colour: QColor, pen: tuple[float, float, float]) -> QPen:
    """Return the pen of a running stitch: width, dash and gap in pixels; solid without a dash."""
    width, dash, gap = pen
    made = QPen(colour, width)
    made.setCapStyle(Qt.PenCapStyle.FlatCap)
    if dash:
        made.setDashPattern([dash / width, gap / width])  # Qt counts in pen widths
    return made


def seam(painter: QPainter, theme: Theme, x: float, top: float, bottom: float) -> None:
    """Draw the seam of the cloth, from top to bottom."""
    painter.setPen(stitch(theme.colour("seam"), tokens.Stitch.seam))
    painter.drawLine(QPointF(x, top), QPointF(x, bottom))


def column(gap: int = 0, *, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QVBoxLayout:
    """Return an empty column with a gap in pixels."""
    layout = QVBoxLayout()
    layout.setSpacing(gap)
    layout.setContentsMargins(*margins)
    return layout


def row(gap: int = 0, *, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QHBoxLayout:
    """Return an empty row with a gap in pixels."""
    layout = QHBoxLayout()
    layout.setSpacing(gap)
    layout.setContentsMargins(*margins)
    return layout
