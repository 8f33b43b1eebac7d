"""A card that opens below a control and closes at a click beside it or at Escape."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pdo_app.ui import tokens
from pdo_app.ui.theme import Theme
from pdo_app.ui.widgets.surface import Card

BLUR, DROP, DARK = 16, 4, 0.16
"""The one shadow of the look: its blur and its shift down in pixels, its share of ink."""


class Popup(QWidget):
    """``body`` is the column of the card, which its owner fills before :meth:`open`."""

    def __init__(self, theme: Theme, below: QWidget) -> None:
        super().__init__(
            below,
            Qt.WindowType.Popup
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.NoDropShadowWindowHint,
        )
        self._theme, self._below = theme, below
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(BLUR, BLUR, BLUR, BLUR + DROP)
        card = Card(theme, padding=(12, 12), gap=4)
        outer.addWidget(card)
        self.body = card.body

    def open(self, part: QRect | None = None) -> None:
        """Show the card below its control, or below a ``part`` of that; above it, or moved
        sideways, where the screen would cut it off."""
        self.adjustSize()
        layout = self.layout()
        if layout is not None and layout.hasHeightForWidth():
            # Wrapped words ask for the height of a narrow column; a minimum of ones own lets the
            # real one count.
            self.setMinimumHeight(1)
            self.resize(self.width(), layout.totalHeightForWidth(self.width()))
        part = part or self._below.rect()
        at = self._below.mapToGlobal(QPoint(part.left() - BLUR, part.bottom() + 5 - BLUR))
        screen = self._below.screen().availableGeometry()
        room = QRect(at, self.size())
        above = self._below.mapToGlobal(QPoint(0, part.top() - 4 + BLUR)).y() - self.height()
        if room.bottom() > screen.bottom() and above >= screen.top():
            room.moveTop(above)
        room.moveRight(min(room.right(), screen.right()))
        room.moveBottom(min(room.bottom(), screen.bottom()))
        room.moveLeft(max(room.left(), screen.left()))
        room.moveTop(max(room.top(), screen.top()))
        self.move(room.topLeft())
        self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close at Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the shadow, as rings that overlap: each one adds its part of the dark."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        ink = self._theme.colour("#1E2636")
        ink.setAlphaF(DARK / BLUR * 2)
        painter.setBrush(ink)
        card = QRectF(self.rect()).adjusted(BLUR, BLUR + DROP, -BLUR, -BLUR)
        for reach in range(0, BLUR, 2):
            radius = tokens.Radius.card + reach
            painter.drawRoundedRect(card.adjusted(-reach, -reach, reach, reach), radius, radius)
