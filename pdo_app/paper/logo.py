"""The logo of a training centre on paper."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

_MOST = 600
"""Pixels of the longer side: as fine as a small picture is printed."""


class Logo:
    """A picture in a box of ``width`` and ``height`` at most. Bytes that are no picture leave
    it empty: ``width`` is then 0."""

    def __init__(self, data: bytes, width: float, height: float) -> None:
        self._image = _image(data) if data else QImage()
        self.width = self.height = 0.0
        if not self._image.isNull():
            scale = min(width / self._image.width(), height / self._image.height())
            self.width = self._image.width() * scale
            self.height = self._image.height() * scale

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw it with the upper left corner at ``x``, ``y``; not where it is empty."""
        painter.drawImage(QRectF(x, y, self.width, self.height), self._image)


@lru_cache(maxsize=2)
def _image(data: bytes) -> QImage:
    """Return a picture, made small. It is drawn on each of many certificates: the same object is
    written into the file once."""
    image = QImage.fromData(data)
    if max(image.width(), image.height()) <= _MOST:
        return image
    keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    return image.scaled(_MOST, _MOST, keep, smooth)
