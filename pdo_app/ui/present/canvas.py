"""A slide on the screen, as large as its widget: projector, console and preview alike."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from pdo_app.training.presentation import Curtain
from pdo_app.ui.present.faces import Face
from pdo_app.ui.present.painting import HEIGHT, WIDTH, SlidePainter

_SPOT = 190.0
"""Radius of the pointer's light in slide pixels."""
_DIM = 150
_COVERS = {Curtain.BLACK: Qt.GlobalColor.black, Curtain.WHITE: Qt.GlobalColor.white}


class SlideCanvas(QWidget):
    """Shows a face in 16:9, with black beside it where the screen has another shape.

    ``pointed`` tells where on the slide the mouse is, from 0 to 1 in both directions.
    """

    pointed = Signal(QPointF)

    def __init__(self, painter: SlidePainter, *, edge: bool = False) -> None:
        super().__init__()
        self._painter, self._edge = painter, edge
        self._face: Face | None = None
        self._curtain = Curtain.NONE
        self._left: float | None = None
        self._zoom, self._centre = 1.0, QPointF(0.5, 0.5)
        self._spot: QPointF | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setSizePolicy(policy)

    def show_face(
        self, face: Face | None, curtain: Curtain = Curtain.NONE, left: float | None = None
    ) -> None:
        """Show a face, or nothing. ``left`` are the seconds that a break or task still has."""
        if (face, curtain, left) != (self._face, self._curtain, self._left):
            self._face, self._curtain, self._left = face, curtain, left
            self.setAccessibleName(face.title.spoken if face else "")
            self.update()

    def look_at(self, zoom: float, centre: QPointF, spot: QPointF | None) -> None:
        """Enlarge the slide ``zoom`` times round ``centre`` and light up ``spot``, both from 0
        to 1 on the slide; None puts the light out."""
        if (zoom, centre, spot) != (self._zoom, self._centre, self._spot):
            self._zoom, self._centre, self._spot = zoom, centre, spot
            self.update()

    def area(self) -> QRectF:
        """Return where the slide is drawn: as large as fits, in the middle."""
        scale = min(self.width() / WIDTH, self.height() / HEIGHT)
        width, height = WIDTH * scale, HEIGHT * scale
        return QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)

    def sizeHint(self) -> QSize:
        """Return a size that shows the shape."""
        return QSize(640, 360)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell where on the slide the mouse is."""
        area = self.area()
        at = event.position() - area.topLeft()
        x, y = at.x() / area.width(), at.y() / area.height()
        self.pointed.emit(QPointF(min(max(x, 0.0), 1.0), min(max(y, 0.0), 1.0)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the slide, its light, or the curtain."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), _COVERS.get(self._curtain, Qt.GlobalColor.black))
        if self._face is None or self._curtain:
            return
        area = self.area()
        painter.setClipRect(area)
        painter.translate(area.topLeft())
        scale = area.width() / WIDTH
        painter.scale(scale, scale)
        painter.save()
        if self._zoom > 1:
            x = min(max(self._centre.x(), 0.5 / self._zoom), 1 - 0.5 / self._zoom)
            y = min(max(self._centre.y(), 0.5 / self._zoom), 1 - 0.5 / self._zoom)
            painter.translate(WIDTH / 2, HEIGHT / 2)
            painter.scale(self._zoom, self._zoom)
            painter.translate(-x * WIDTH, -y * HEIGHT)
        self._painter.paint(painter, self._face, self._left)
        painter.restore()
        if self._spot is not None:
            self._light(painter, self._spot)

    def _light(self, painter: QPainter, spot: QPointF) -> None:
        """Dim all but a circle round the pointer."""
        dark = QPainterPath()
        dark.addRect(0, 0, WIDTH, HEIGHT)
        hole = QPainterPath()
        hole.addEllipse(QPointF(spot.x() * WIDTH, spot.y() * HEIGHT), _SPOT, _SPOT)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self.palette().shadow().color()
        colour.setAlpha(_DIM)
        painter.fillPath(dark.subtracted(hole), colour)
