"""The thread: knots joined by a sewn line (done) or a running stitch (ahead)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from pdo_app.ui import tokens
from pdo_app.ui.theme import Theme
from pdo_app.ui.widgets.surface import stitch


class Knot(StrEnum):
    """The state of a stop on the way."""

    DONE = "done"
    HERE = "here"
    AHEAD = "ahead"
    WRONG = "wrong"
    OPTIONAL = "optional"


@dataclass(frozen=True, slots=True)
class Stop:
    """A knot and what stands in it: a number or, instead, an icon."""

    state: Knot
    label: str = ""
    icon: str = ""


def paint_knot(
    painter: QPainter, theme: Theme, centre: QPointF, diameter: float, stop: Stop
) -> None:
    """Draw a knot. ``diameter`` is in device-independent pixels, already scaled."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    wide = {Knot.HERE: 3.0}.get(stop.state, 2.0)
    radius = diameter / 2 - wide / 2
    ring = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
    solid = {Knot.DONE: "primary", Knot.WRONG: "wrong"}.get(stop.state)
    if solid:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(solid))
        half = diameter / 2
        painter.drawEllipse(centre, half, half)
        mark = "check" if stop.state is Knot.DONE else "x"
        _icon(painter, theme, centre, diameter, (mark, f"on_{solid}"))
        return
    role = "thread" if stop.state is Knot.HERE else "line_strong"
    pen = QPen(theme.colour(role), wide)
    if stop.state is Knot.OPTIONAL:
        pen = stitch(theme.colour(role), (2, 4, 3))
    painter.setPen(pen)
    painter.setBrush(theme.colour("surface"))
    painter.drawEllipse(ring)
    ink = "thread_text" if stop.state is Knot.HERE else "ink_2"
    if stop.icon:
        _icon(painter, theme, centre, diameter, (stop.icon, ink))
    elif stop.label:
        font = theme.font("caption", bold=stop.state is Knot.HERE)
        if diameter >= theme.px(34):
            font = theme.font("ui", bold=stop.state is Knot.HERE)
        painter.setFont(font)
        painter.setPen(theme.colour(ink))
        painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, stop.label)


def _icon(
    painter: QPainter, theme: Theme, centre: QPointF, diameter: float, what: tuple[str, str]
) -> None:
    name, role = what
    unscaled = round(diameter * 0.6 * 100 / theme.scale)
    pixmap = theme.pixmap(name, unscaled, role)
    side = theme.px(unscaled)
    painter.drawPixmap(QPointF(centre.x() - side / 2, centre.y() - side / 2), pixmap)


def paint_thread(
    painter: QPainter, theme: Theme, start: QPointF, end: QPointF, *, done: bool
) -> None:
    """Draw a piece of thread between two points, sewn or stitched."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if done:
        painter.setPen(stitch(theme.colour("thread"), tokens.Stitch.thread_done))
    else:
        painter.setPen(stitch(theme.colour("line_strong"), tokens.Stitch.thread_ahead))
    painter.drawLine(start, end)


class KnotWidget(QWidget):
    """A single knot, with the thread coming from above and going on below where asked.

    ``above`` and ``below`` are None for no thread, True for sewn, False for stitched. The knot
    sits ``offset`` unscaled pixels below the top.
    """

    def __init__(
        self,
        theme: Theme,
        stop: Stop,
        *,
        diameter: int = tokens.Size.knot,
        above: bool | None = None,
        below: bool | None = None,
        offset: int = 0,
    ) -> None:
        super().__init__()
        self._theme, self._stop = theme, stop
        self._diameter = theme.px(diameter)
        self._above, self._below, self._offset = above, below, theme.px(offset)
        self.setFixedWidth(self._diameter)
        self.setMinimumHeight(self._diameter + self._offset)
        alone = QSizePolicy.Policy.Fixed if above is None else QSizePolicy.Policy.Preferred
        down = alone if below is None else QSizePolicy.Policy.Expanding
        self.setSizePolicy(QSizePolicy.Policy.Fixed, down)

    def show_stop(
        self, stop: Stop, *, above: bool | None = None, below: bool | None = None
    ) -> None:
        """Show another state of the knot and of the thread around it."""
        self._stop, self._above, self._below = stop, above, below
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the thread, then the knot on it."""
        painter = QPainter(self)
        x = self.width() / 2
        y = self._offset + self._diameter / 2
        if self._above is not None:
            paint_thread(painter, self._theme, QPointF(x, 0), QPointF(x, y), done=self._above)
        if self._below is not None:
            end = QPointF(x, self.height())
            paint_thread(painter, self._theme, QPointF(x, y), end, done=self._below)
        paint_knot(painter, self._theme, QPointF(x, y), self._diameter, self._stop)


_FEW, _BETWEEN = 6, 8
"""How many knots of a row stand side by side at least; pixels between two rows of them."""


class ThreadRow(QWidget):
    """Knots in a row, as far apart as the width allows, at most ``spread`` unscaled pixels; in
    several rows where they would touch."""

    def __init__(
        self,
        theme: Theme,
        stops: tuple[Stop, ...],
        *,
        diameter: int = tokens.Size.knot,
        spread: int = 153,
        name: str = "",
    ) -> None:
        super().__init__()
        self._theme, self._stops = theme, stops
        self._diameter, self._spread = theme.px(diameter), theme.px(spread)
        self.setFixedHeight(self._diameter)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    def sizeHint(self) -> QSize:
        """Return the room of knots at the full spread."""
        return QSize((len(self._stops) - 1) * self._spread + self._diameter, self._diameter)

    def minimumSizeHint(self) -> QSize:
        """Return the room of a few knots that nearly touch."""
        few = min(len(self._stops), _FEW)
        return QSize((few - 1) * self._closest + self._diameter, self._diameter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the height of as many rows as the new width asks for."""
        rows = max(1, -(-len(self._stops) // self._in_row()))
        wanted = rows * self._diameter + (rows - 1) * _BETWEEN
        if self.minimumHeight() != wanted:
            self.setFixedHeight(wanted)

    @property
    def _closest(self) -> int:
        return min(self._spread, self._diameter + 4)

    def _in_row(self) -> int:
        """Return how many knots fit into a row."""
        return 1 + max(0, self.width() - self._diameter) // self._closest

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw all pieces of thread, then all knots."""
        if not self._stops:
            return
        painter, count = QPainter(self), min(len(self._stops), self._in_row())
        apart = (self.width() - self._diameter) / (count - 1) if count > 1 else 0
        step, middle = min(self._spread, apart), self._diameter / 2
        at = [
            QPointF(
                middle + place % count * step,
                middle + place // count * (self._diameter + _BETWEEN),
            )
            for place in range(len(self._stops))
        ]
        for stop, start, end in zip(self._stops, at, at[1:], strict=False):
            if start.y() == end.y():
                done = stop.state in (Knot.DONE, Knot.WRONG)
                paint_thread(painter, self._theme, start, end, done=done)
        for point, stop in zip(at, self._stops, strict=True):
            paint_knot(painter, self._theme, point, self._diameter, stop)
