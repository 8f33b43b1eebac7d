"""The logo of a training centre on paper."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

_MOST = 600
"""Pixels of the longer side: as fine as a small picture is printed."""


class Logo:
    """A picture in a box of ``width`` and ``height`` at most. Bytes that are no picture leave
    it empty: ``width`` is then 0."""

    def __init__(self, data: bytes, width: float, height: float) -> None:
        self._image = QImage.fromData(data) if data else QImage()
        if max(self._image.width(), self._image.height()) > _MOST:
            self._image = self._image.scaled(
                _MOST,
                _MOST,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        self.width = self.height = 0.0
        if not self._image.isNull():
            scale = min(width / self._image.width(), height / self._image.height())
            self.width = self._image.width() * scale
            self.height = self._image.height() * scale

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw it with the upper left corner at ``x``, ``y``; not where it is empty."""
        painter.drawImage(QRectF(x, y, self.width, self.height), self._image)
