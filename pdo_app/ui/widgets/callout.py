"""Call-outs: a coloured tab with an icon and a stitch, and a soft body."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pdo_app.ui import tokens
from pdo_app.ui.theme import Layout, Theme
from pdo_app.ui.widgets.surface import stitch

LOOKS = {
    "right": ("tab_rights", "primary_soft", "primary_line", "primary", "shield-check"),
    "warning": ("tab_warn", "warn_soft", "warn_line", "warn", "alert-triangle"),
    "tip": ("tab_tip", "tip_soft", "tip_line", "tip", "bulb"),
}
"""Tab, body, edge, title colour and icon of each kind."""


class Callout(QWidget):
    """A right, a warning or a tip; ``body`` is the column that its owner fills.

    In the narrowest layout the tab lies on top as a strip.
    """

    def __init__(self, theme: Theme, kind: str) -> None:
        super().__init__()
        self._theme = theme
        self._tab, self._soft, self._edge, self.title_colour, self._icon = LOOKS[kind]
        self._on_top = theme.layout is Layout.C
        self._thick = theme.px(tokens.Size.callout_tab if not self._on_top else 40)
        self.body = QVBoxLayout(self)
        pad, across = theme.px(16), theme.px(20)
        if self._on_top:
            self.body.setContentsMargins(across, self._thick + pad, across, pad)
        else:
            self.body.setContentsMargins(self._thick + across, pad, across, pad)
        self.body.setSpacing(theme.px(4))
        self.setMinimumHeight(theme.px(72))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw body, tab, stitch and icon."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        shape = QPainterPath()
        shape.addRoundedRect(area, tokens.Radius.callout, tokens.Radius.callout)
        painter.fillPath(shape, theme.colour(self._soft))
        painter.save()
        painter.setClipPath(shape)
        t = self._thick
        tab = QRectF(0, 0, self.width(), t) if self._on_top else QRectF(0, 0, t, self.height())
        painter.fillRect(tab, theme.colour(self._tab))
        painter.restore()
        painter.setPen(stitch(theme.colour("on_tab"), tokens.Stitch.callout_tab))
        if self._on_top:
            painter.drawLine(QPointF(8, t - 4.5), QPointF(self.width() - 8, t - 4.5))
        else:
            painter.drawLine(QPointF(t - 4.5, 6), QPointF(t - 4.5, self.height() - 6))
        painter.setPen(QPen(theme.colour(self._edge), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape)
        side = theme.px(28)
        left = theme.px(16) if self._on_top else (t - side) // 2
        top = (t - side) // 2 if self._on_top else theme.px(16)
        painter.drawPixmap(left, top, theme.pixmap(self._icon, 28, "on_tab"))
