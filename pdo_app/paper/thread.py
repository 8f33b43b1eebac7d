"""The thread on paper: sewn and stitched lines, knots, boxes, the frame. Black on white."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPen

from pdo_app.paper.text import PT

SEWN = 1.6 * PT
STITCHED = 1.3 * PT
HAIR = 0.4 * PT
_STITCH, _GAP = 4.5 * PT, 3.6 * PT


def pen(width: float, *, stitched: bool = False) -> QPen:
    """Return a black pen with flat caps."""
    made = QPen(Qt.GlobalColor.black, width)
    made.setCapStyle(Qt.PenCapStyle.FlatCap)
    made.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if stitched:
        made.setDashPattern([_STITCH / width, _GAP / width])
    return made


def sew(painter: QPainter, path: QPainterPath) -> None:
    """Draw a path as done."""
    painter.strokePath(path, pen(SEWN))


def stitch(painter: QPainter, path: QPainterPath) -> None:
    """Draw a path as still to come."""
    painter.strokePath(path, pen(STITCHED, stitched=True))


def down(x: float, top: float, bottom: float) -> QPainterPath:
    """Return a straight path downwards."""
    path = QPainterPath(QPointF(x, top))
    path.lineTo(x, bottom)
    return path


def hairline(painter: QPainter, left: float, right: float, y: float) -> None:
    """Draw a thin line across."""
    painter.setPen(pen(HAIR))
    painter.drawLine(QPointF(left, y), QPointF(right, y))


def done_knot(painter: QPainter, centre: QPointF, radius: float) -> None:
    """Draw a knot with a check: this part is done."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(Qt.GlobalColor.black))
    painter.drawEllipse(centre, radius, radius)
    white = QPen(Qt.GlobalColor.white, radius * 0.22)
    white.setCapStyle(Qt.PenCapStyle.RoundCap)
    white.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(_check(centre, radius * 0.48), white)


def ring(painter: QPainter, centre: QPointF, radius: float) -> None:
    """Draw the open ring: here, or the place to go to."""
    painter.setPen(pen(2.2 * PT))
    painter.setBrush(QBrush(Qt.GlobalColor.white))
    painter.drawEllipse(centre, radius, radius)


def box(painter: QPainter, centre: QPointF, side: float, *, done: bool) -> None:
    """Draw a box to tick with a pen; ``done`` ones are ticked."""
    edge = QRectF(0, 0, side, side)
    edge.moveCenter(centre)
    painter.setPen(pen(1.1 * PT))
    painter.setBrush(QBrush(Qt.GlobalColor.white))
    painter.drawRoundedRect(edge, 2 * PT, 2 * PT)
    if done:
        mark = pen(1.8 * PT)
        mark.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.strokePath(_check(centre, side * 0.32), mark)


def frame(painter: QPainter, page: QRectF) -> None:
    """Draw the frame of a certificate: a thin edge and a seam inside it."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen(0.7 * PT))
    painter.drawRoundedRect(page, 9 * PT, 9 * PT)
    inset = 6 * PT
    seam = QPainterPath()
    seam.addRoundedRect(page.adjusted(inset, inset, -inset, -inset), 5 * PT, 5 * PT)
    painter.strokePath(seam, pen(1.1 * PT, stitched=True))


def label_ends(painter: QPainter, area: QRectF) -> None:
    """Draw the stitches left and right of a sewn-in label."""
    made = QPen(Qt.GlobalColor.black, 0.9 * PT)
    made.setCapStyle(Qt.PenCapStyle.FlatCap)
    made.setDashPattern([2.2, 1.6])
    for x in (area.left(), area.right()):
        painter.strokePath(down(x, area.top(), area.bottom()), made)


def mark(painter: QPainter, centre: QPointF, side: float) -> None:
    """Draw the sign of the application: a thread from a knot to a ring, in a stitched patch."""
    edge = QRectF(0, 0, side, side)
    edge.moveCenter(centre)
    painter.setPen(pen(0.9 * PT))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(edge, side * 0.2, side * 0.2)
    inset, seam = side * 0.08, QPen(Qt.GlobalColor.black, 0.6 * PT)
    seam.setCapStyle(Qt.PenCapStyle.FlatCap)
    seam.setDashPattern([4, 3])
    painter.setPen(seam)
    painter.drawRoundedRect(edge.adjusted(inset, inset, -inset, -inset), side * 0.13, side * 0.13)

    def at(x: float, y: float) -> QPointF:
        return QPointF(centre.x() + x * side, centre.y() + y * side)

    start, end = at(-0.27, 0.17), at(0.25, -0.13)
    path = QPainterPath(start)
    path.cubicTo(at(-0.14, -0.34), at(-0.02, -0.28), at(0.02, -0.04))
    path.cubicTo(at(0.06, 0.2), at(0.16, 0.2), end)
    sew(painter, path)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(Qt.GlobalColor.black))
    painter.drawEllipse(start, side * 0.07, side * 0.07)
    ring(painter, end, side * 0.075)


def _check(centre: QPointF, reach: float) -> QPainterPath:
    path = QPainterPath(QPointF(centre.x() - reach, centre.y() + reach * 0.05))
    path.lineTo(centre.x() - reach * 0.28, centre.y() + reach * 0.72)
    path.lineTo(centre.x() + reach, centre.y() - reach * 0.66)
    return path
