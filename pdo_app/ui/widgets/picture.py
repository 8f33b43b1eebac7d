"""A picture of the pack in its own colours."""

from __future__ import annotations

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel

from pdo_app.ui.theme import Theme, svg_pixmap


class Scene(QLabel):
    """A drawing of four to three, ``width`` unscaled pixels wide, the same on every theme.

    ``alt`` says what is seen. It is drawn once, after the page around it stands.
    """

    def __init__(self, theme: Theme, svg: bytes, width: int, alt: str) -> None:
        super().__init__()
        self._svg = svg
        wide = theme.px(width)
        self.setFixedSize(wide, wide * 3 // 4)
        self.setAccessibleName(alt)

    def showEvent(self, event: QShowEvent) -> None:
        """Draw the picture when nothing else is to be done."""
        super().showEvent(event)
        if self.pixmap().isNull():
            QTimer.singleShot(0, self, self._draw)

    def _draw(self) -> None:
        size = QSize(self.width(), self.height())
        self.setPixmap(svg_pixmap(self._svg, size, self.devicePixelRatioF()))
