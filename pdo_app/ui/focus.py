"""The focus ring: a 2-pixel edge outside a 2-pixel gap, for whatever control has the focus.

One ring serves the whole window. It shows only while somebody uses the keyboard.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget
from shiboken6 import isValid

from pdo_app.ui import tokens
from pdo_app.ui.presence import Presence
from pdo_app.ui.theme import Theme

_REACH = 4


class FocusRing(QWidget):
    """Follows the focus of ``window``; ``presence`` tells keyboard from mouse."""

    def __init__(self, theme: Theme, window: QWidget, presence: Presence) -> None:
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
        presence.key.connect(self._keyed)
        presence.pointer.connect(self._pointed)

    def _keyed(self) -> None:
        self._by_key = True

    def _pointed(self, pressed: bool) -> None:
        if pressed:
            self._by_key = False
            self._leave()

    def _moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if not isValid(self._window):
            return  # the focus moves once more while the window is being destroyed
        self._leave()
        if self._by_key and isinstance(new, QAbstractButton) and self._serves(new):
            self._target = new
            new.installEventFilter(self)
            self._place()

    def _serves(self, widget: QWidget) -> bool:
        """Tell whether a control is in the window, or in a dialog or menu over it."""
        above: QWidget | None = widget
        while above is not None and above is not self._window:
            above = above.parentWidget()
        return above is not None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move along with the control, and go when it goes."""
        kind = event.type()
        if kind in (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show):
            self._place()
        elif kind == QEvent.Type.Hide:
            self._leave()
        return False

    def _leave(self) -> None:
        """Let go of the control, and go home: a page that is built anew takes its children
        with it."""
        if self._target is not None:
            self._target.removeEventFilter(self)
            self._target = None
        self.hide()
        if self.parentWidget() is not self._window:
            self.setParent(self._window)

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
        content of a scroll area holds it in any case, so that it scrolls along. A control that
        looks smaller than it is says so with the property ``ring_area``."""
        holder: QWidget = target.parentWidget() or self._window
        area = target.property("ring_area") or target.rect()
        while True:
            at = target.mapTo(holder, area.topLeft())
            wanted = QRect(at, area.size()).adjusted(-_REACH, -_REACH, _REACH, _REACH)
            above = holder.parentWidget()
            scrolls = above is not None and isinstance(above.parentWidget(), QScrollArea)
            if scrolls or holder.isWindow() or above is None or holder.rect().contains(wanted):
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
