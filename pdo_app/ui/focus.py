"""The focus ring: a 2-pixel edge outside a 2-pixel gap, for whatever control has the focus.

One ring serves the whole window. It shows only while somebody uses the keyboard.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget

from pdo_app.ui import tokens
from pdo_app.ui.theme import Theme

_REACH = 4


class FocusRing(QWidget):
    """Follows the focus of ``window``."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme, self._window = theme, window
        self._target: QWidget | None = None
        self._by_key = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._moved)
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice keyboard and mouse, and moves of the control with the ring."""
        kind = event.type()
        if kind == QEvent.Type.KeyPress:
            self._by_key = True
        elif kind == QEvent.Type.MouseButtonPress:
            self._by_key = False
            self.hide()
        elif watched is self._target and kind in (
            QEvent.Type.Move,
            QEvent.Type.Resize,
            QEvent.Type.Show,
        ):
            self._place()
        elif watched is self._target and kind == QEvent.Type.Hide:
            self.hide()
        return False

    def _moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._target = None
        inside = new is not None and self._window.isAncestorOf(new)
        if inside and self._by_key and isinstance(new, QAbstractButton):
            self._target = new
            self._place()
        else:
            self.hide()

    def _place(self) -> None:
        target = self._target
        if target is None:
            return
        holder, wanted = self._holder(target)
        if self.parentWidget() is not holder:
            self.setParent(holder)
        self.setGeometry(wanted)
        self.show()
        self.raise_()

    def _holder(self, target: QWidget) -> tuple[QWidget, QRect]:
        """Return the nearest ancestor that has room for the ring, and where it goes there. The
        content of a scroll area holds it in any case, so that it scrolls along."""
        holder: QWidget = target.parentWidget() or self._window
        while True:
            at = target.mapTo(holder, QPoint(0, 0))
            wanted = QRect(at, target.size()).adjusted(-_REACH, -_REACH, _REACH, _REACH)
            above = holder.parentWidget()
            scrolls = above is not None and isinstance(above.parentWidget(), QScrollArea)
            if above is None or scrolls or holder.rect().contains(wanted):
                return holder, wanted
            holder = above

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring; cream on cloth, where the control says so."""
        target = self._target
        radius = target.property("radius") if target is not None else None
        role = target.property("ring") if target is not None else None
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour(role or "primary"), 2))
        corner = (radius or tokens.Radius.button) + 3
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), corner, corner)
