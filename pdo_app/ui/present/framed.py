"""A slide with an edge that keeps its shape: what the class sees, and what comes next."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from pdo_app.ui.present.canvas import SlideCanvas
from pdo_app.ui.present.painting import SlidePainter
from pdo_app.ui.theme import Theme

_EDGE = 3


class FramedSlide(QWidget):
    """A canvas in 16:9 at the top left of its room. ``here`` gives it the edge of the thread,
    for the slide that is on; ``asks`` lets it ask for the height that its width takes, where the
    page scrolls, instead of taking what it gets."""

    def __init__(
        self, theme: Theme, painter: SlidePainter, *, here: bool = False, asks: bool = True
    ) -> None:
        super().__init__()
        self._theme, self._here, self._asks = theme, here, asks
        self.canvas = SlideCanvas(painter)
        self.canvas.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(asks)
        if not asks:
            policy.setVerticalPolicy(QSizePolicy.Policy.Expanding)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Tell the layout that the height follows from the width."""
        return self._asks

    def heightForWidth(self, width: int) -> int:
        """Return the height of 16:9 and the edge."""
        return round((width - 2 * _EDGE) * 9 / 16) + 2 * _EDGE

    def sizeHint(self) -> QSize:
        """Return a size that can be read."""
        return QSize(self._theme.px(480), self.heightForWidth(self._theme.px(480)))

    def minimumSizeHint(self) -> QSize:
        """Return a thumbnail."""
        return QSize(160, self.heightForWidth(160))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the slide into what there is."""
        width = min(self.width(), round((self.height() - 2 * _EDGE) * 16 / 9) + 2 * _EDGE)
        height = self.heightForWidth(width)
        inner = QRect(0, 0, width, height).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        self.canvas.setGeometry(inner)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the edge."""
        if self.canvas.isHidden():
            return  # nothing comes next
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        role, wide = ("thread", 3.0) if self._here else ("line_strong", 1.0)
        painter.setPen(QPen(self._theme.colour(role), wide))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        area = QRectF(self.canvas.geometry()).adjusted(-1.5, -1.5, 1.5, 1.5)
        painter.drawRoundedRect(area, 4, 4)
