"""One line of a checklist's thread: a date, a knot, and what stands beside it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from pdo_app.ui import tokens
from pdo_app.ui.theme import Layout, Theme
from pdo_app.ui.widgets.surface import column, row, stitch
from pdo_app.ui.widgets.thread import Knot, Stop, paint_knot

DATES = 108
"""Width of the dates in unscaled pixels; the knots stand in a column of their own."""
KNOTS = 36


@dataclass(frozen=True, slots=True)
class Sewn:
    """The thread above and below a knot: None for none, True for sewn, False for stitched."""

    above: bool | None
    below: bool | None


class When(QWidget):
    """A day and, below it, the day of the week or how the day is counted. In the narrowest layout
    both stand in one line. ``quiet`` is for what has no day yet.

    It is painted: a list has dozens of them, and a label for each takes its time.
    """

    def __init__(
        self, theme: Theme, day: str, below: str = "", colour: str = "ink", *, quiet: bool = False
    ) -> None:
        super().__init__()
        self._theme, self._day, self._below, self._colour = theme, day, below, colour
        self._first = theme.font("caption" if quiet else "tool", bold=not quiet)
        self._second = theme.font("tool", second=True)
        first, second = QFontMetrics(self._first), QFontMetrics(self._second)
        if theme.layout is Layout.C:
            self._flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            gap = theme.px(8) if below else 0
            start = first.horizontalAdvance(day) + gap
            high = max(first.height(), second.height())
            self._boxes = (
                QRect(0, 0, start, high),
                QRect(start, 0, second.horizontalAdvance(below) + 1, high),
            )
        else:
            self._flags = Qt.AlignmentFlag.AlignRight | Qt.TextFlag.TextWordWrap
            room = QRect(0, 0, theme.px(DATES), 1000)
            high = first.boundingRect(room, self._flags, day).height()
            rest = second.boundingRect(room, self._flags, below).height() if below else 0
            self._boxes = (
                QRect(0, 0, room.width(), high),
                QRect(0, high, room.width(), rest),
            )
        self.setFixedSize(self._boxes[0].united(self._boxes[1]).size())
        self.setAccessibleName(f"{day} {below}".strip())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw both."""
        painter = QPainter(self)
        painter.setFont(self._first)
        painter.setPen(self._theme.colour(self._colour))
        painter.drawText(self._boxes[0], self._flags, self._day)
        painter.setFont(self._second)
        painter.setPen(self._theme.colour("ink_2"))
        painter.drawText(self._boxes[1], self._flags, self._below)


class ThreadLine(QWidget):
    """A date at the left, a knot on the thread, ``content`` at the right. In the narrowest layout
    the date stands above the content.

    ``middle`` is how far below the top of the content the knot sits, in unscaled pixels.
    """

    def __init__(
        self, theme: Theme, content: QWidget, knot: QWidget, when: When | None, *, middle: int
    ) -> None:
        super().__init__()
        narrow = theme.layout is Layout.C
        line = row()
        self.setLayout(line)
        if when is None:
            line.addSpacing(0 if narrow else theme.px(DATES + 8))
        elif not narrow:
            # Two lines sit in the middle of the knot; a third hangs below.
            above = max(0, theme.px(middle) - min(when.height(), theme.px(40)) // 2)
            dates = column(margins=(0, above, theme.px(8), 0))
            dates.addWidget(when)
            dates.addStretch(1)
            line.addLayout(dates)
        line.addWidget(knot)
        line.addSpacing(theme.px(8))
        right = column(theme.px(2), margins=(0, 0, 0, theme.px(12)))
        if narrow and when is not None:
            right.addWidget(when)
        right.addWidget(content)
        line.addLayout(right, 1)


class DateKnot(QWidget):
    """A knot in the column of knots, with the thread through its middle. ``diameter`` and
    ``middle`` are unscaled pixels.

    The stitches go on from line to line: they are counted from the top of the whole thread.
    """

    def __init__(self, theme: Theme, stop: Stop, sewn: Sewn, *, diameter: int, middle: int) -> None:
        super().__init__()
        self.theme = theme
        self._stop, self._sewn = stop, sewn
        self._diameter, self._middle = theme.px(diameter), theme.px(middle)
        self.setFixedWidth(theme.px(KNOTS))
        self.setMinimumHeight(self._middle + self._diameter // 2 + 1)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the thread, then the knot on it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(self.width() / 2, self._middle)
        if self._sewn.above is not None:
            self._sew(painter, 0, middle.y(), done=self._sewn.above)
        if self._sewn.below is not None:
            self._sew(painter, middle.y(), self.height(), done=self._sewn.below)
        self.paint_knot(painter, middle, self._diameter)

    def paint_knot(self, painter: QPainter, middle: QPointF, diameter: int) -> None:
        """Draw the knot alone."""
        paint_knot(painter, self.theme, middle, diameter, self._stop)

    def _sew(self, painter: QPainter, top: float, bottom: float, *, done: bool) -> None:
        look = tokens.Stitch.thread_done if done else tokens.Stitch.thread_ahead
        pen = stitch(self.theme.colour("thread" if done else "line_strong"), look)
        line = self.parentWidget()
        pen.setDashOffset(((line.y() if line else 0) + self.y() + top) / look[0])
        painter.setPen(pen)
        x = self.width() / 2
        painter.drawLine(QPointF(x, top), QPointF(x, bottom))


class PlaneKnot(DateKnot):
    """The knot of the departure: an indigo disc with a plane."""

    def __init__(self, theme: Theme, sewn: Sewn, *, middle: int) -> None:
        super().__init__(theme, Stop(Knot.AHEAD), sewn, diameter=KNOTS, middle=middle)

    def paint_knot(self, painter: QPainter, middle: QPointF, diameter: int) -> None:
        """Draw disc and plane."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.colour("patch"))
        painter.drawEllipse(middle, diameter / 2, diameter / 2)
        half = self.theme.px(20) / 2
        plane = self.theme.pixmap("plane-departure", 20, "on_coat")
        painter.drawPixmap(QPointF(middle.x() - half, middle.y() - half), plane)
