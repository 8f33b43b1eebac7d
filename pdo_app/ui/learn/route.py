"""The route on the screen: cards of modules along a thread, in one column or two."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from pdo_app.ui import tokens
from pdo_app.ui.theme import Theme
from pdo_app.ui.widgets.button import Pressable
from pdo_app.ui.widgets.surface import column, row, stitch
from pdo_app.ui.widgets.thread import Knot, Stop, paint_knot

LEAD = 56
"""Where a card begins: right of its knot, in unscaled pixels."""
_KNOT_AT = 28
_GAP = 32
"""Between two columns; the thread goes up in its middle."""
_BEND = 14


class Head(Pressable):
    """The upper part of a card, and its knot: all of it is the target. ``line`` is the row that
    its owner fills.

    One that leads nowhere, or that holds a button of its own, is passed over by Tab. For an
    optional one ``passed`` tells whether the thread is sewn past it.
    """

    def __init__(self, theme: Theme, stop: Stop, name: str, *, active: bool, tab: bool) -> None:
        super().__init__()
        self._theme, self._stop, self._active = theme, stop, active
        self.passed: bool | None = None
        self.setText(name.replace("&", "&&"))
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if tab else Qt.FocusPolicy.NoFocus)
        self.setProperty("radius", tokens.Radius.card)
        if active:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.line: QBoxLayout = QHBoxLayout(self)
        pad = theme.px(8)
        self.line.setContentsMargins(theme.px(LEAD + 12), pad, theme.px(16), pad)
        self.line.setSpacing(theme.px(16))
        self.setMinimumHeight(theme.px(60))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def knot(self) -> QPointF:
        """The knot's centre in this widget."""
        return QPointF(self._theme.px(_KNOT_AT), self.height() / 2)

    @property
    def sewn(self) -> bool:
        """Whether the thread after this knot is sewn."""
        return self._stop.state is Knot.DONE if self.passed is None else self.passed

    def sizeHint(self) -> QSize:
        """Return the room of the row."""
        return self.line.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the least width; the height follows from the width."""
        return QSize(self.line.minimumSize().width(), self.minimumHeight())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the soft ground under the mouse, and the knot."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._active and self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("sunken"))
            area = QRectF(self.rect()).adjusted(theme.px(LEAD) + 2, 2, -2, -2)
            painter.drawRoundedRect(area, tokens.Radius.card - 2, tokens.Radius.card - 2)
        paint_knot(painter, theme, self.knot, theme.px(tokens.Size.knot_large), self._stop)


class Station(QWidget):
    """A card with its knot. ``look`` is plain, here, or ahead for a stitched box."""

    _LOOKS = {  # noqa: RUF012 - a table of the look, not state
        "plain": ("surface", "line", 1.0, False),
        "here": ("surface", "thread", 2.0, False),
        "ahead": (None, "line_strong", 1.0, True),
    }

    def __init__(self, theme: Theme, head: Head, look: str) -> None:
        super().__init__()
        self._theme, self.head = theme, head
        self._fill, self._edge, self._wide, self._dashed = self._LOOKS[look]
        self.body = column()
        self.setLayout(self.body)
        self.body.addWidget(head)

    @property
    def knot(self) -> QPointF:
        """The knot's centre in the route."""
        return QPointF(self.pos()) + QPointF(self.head.pos()) + self.head.knot

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = self._wide / 2
        area = QRectF(self.rect()).adjusted(theme.px(LEAD) + half, half, -half, -half)
        colour = theme.colour(self._edge)
        painter.setPen(stitch(colour, (1.5, 6, 5)) if self._dashed else QPen(colour, self._wide))
        painter.setBrush(theme.colour(self._fill) if self._fill else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area, tokens.Radius.card, tokens.Radius.card)


Heading = Callable[[], QWidget]
Stretch = tuple[Heading | None, Sequence[Station]]
"""A part of the journey: how to make its title (None for none), and its stations."""


class RouteColumns(QWidget):
    """Stretches one under the other; ``two`` puts the later ones into a second column."""

    def __init__(self, theme: Theme, stretches: Sequence[Stretch], *, two: bool) -> None:
        super().__init__()
        self._theme = theme
        self._columns: list[list[Station]] = []
        line = row(theme.px(_GAP))
        line.setContentsMargins(0, theme.px(8), 0, theme.px(24 if two else 8))
        self.setLayout(line)
        cut = _middle(stretches) if two else len(stretches)
        for part in (stretches[:cut], stretches[cut:]):
            if part:
                line.addLayout(self._column(part), 1)

    def _column(self, stretches: Sequence[Stretch]) -> QVBoxLayout:
        theme = self._theme
        box = column(theme.px(8))
        stations: list[Station] = []
        for place, (heading, part) in enumerate(stretches):
            if heading is not None:
                if place:
                    box.addSpacing(theme.px(4))
                title = heading()
                title.setContentsMargins(theme.px(LEAD), 0, 0, 0)
                box.addWidget(title)
            for station in part:
                box.addWidget(station)
                stations.append(station)
        box.addStretch(1)
        self._columns.append(stations)
        return box

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the thread below the knots."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for stations in self._columns:
            for one, other in pairwise(stations):
                path = QPainterPath(one.knot)
                path.lineTo(other.knot)
                self._sew(painter, path, done=one.head.sewn)
        for left, right in pairwise(self._columns):
            if left and right:
                path = self._across(left[-1].knot, right[0])
                self._sew(painter, path, done=left[-1].head.sewn)

    def _across(self, start: QPointF, first: Station) -> QPainterPath:
        """Return the way from the foot of one column to the top of the next."""
        theme, end = self._theme, first.knot
        foot, top = self.height() - 2.0, 2.0
        middle = first.x() - theme.px(_GAP) / 2
        path = QPainterPath(start)
        corners = (
            QPointF(start.x(), foot),
            QPointF(middle, foot),
            QPointF(middle, top),
            QPointF(end.x(), top),
        )
        before = start
        for corner, after in zip(corners, (*corners[1:], end), strict=True):
            path.lineTo(_towards(corner, before, theme.px(_BEND)))
            path.quadTo(corner, _towards(corner, after, theme.px(_BEND)))
            before = corner
        path.lineTo(end)
        return path

    def _sew(self, painter: QPainter, path: QPainterPath, *, done: bool) -> None:
        theme = self._theme
        pen = tokens.Stitch.thread_done if done else tokens.Stitch.thread_ahead
        painter.setPen(stitch(theme.colour("thread" if done else "line_strong"), pen))
        painter.drawPath(path)


def _towards(corner: QPointF, point: QPointF, far: float) -> QPointF:
    """Return the point ``far`` pixels from ``corner`` in the direction of ``point``."""
    way = point - corner
    length = abs(way.x()) + abs(way.y())  # every piece is level or upright
    return corner + way * (min(far, length / 2) / length) if length else corner


def _middle(stretches: Sequence[Stretch]) -> int:
    """Return where to part the stretches so that the longer column is as short as can be."""
    heights = [(0.6 if heading else 0) + len(part) for heading, part in stretches]
    total = sum(heights)
    return min(
        range(1, len(stretches)),
        key=lambda cut: max(sum(heights[:cut]), total - sum(heights[:cut])),
        default=1,
    )
