"""The scrolling page of a lesson: what is in sight is built first, the rest in slices."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pdo_app.ui.widgets.page import ScrollPage

_KEEP = 2
"""How many steps of the wheel stay in sight when a key turns the page."""


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of the page: its name, how to make it, and the gap above it in pixels."""

    name: str
    make: Callable[[], QWidget]
    above: int = 0


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the page: how many pixels below the top of a part the window's top is."""

    part: str
    below: int


class _Side(QWidget):
    """What stands beside the page without scrolling; a wheel above it scrolls the page."""

    def __init__(self, content: QWidget, page: ScrollPage) -> None:
        super().__init__(page)
        self._page = page
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(content)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the page."""
        self._page.wheelEvent(event)


class LessonPage(ScrollPage):
    """``column`` is the widest that the text may be, ``margins`` are left, top, right and
    bottom, ``side`` a widget with its width and its distance from the right edge.

    Building stops when ``first`` pixels are filled below ``spot`` and goes on whenever nothing
    else is to do, but not where the page is no longer seen: its person may have gone. ``built``
    tells when all is there. The page opens at ``spot``.
    """

    built = Signal()

    def __init__(
        self,
        parts: Sequence[Part],
        column: int,
        margins: tuple[int, int, int, int],
        *,
        first: int,
        spot: Spot | None = None,
    ) -> None:
        content = QWidget()
        super().__init__(content, always=True)
        self._parts = list(parts)
        self._made: dict[str, QWidget] = {}
        self._spot = spot
        self._side: tuple[_Side, int, int, int] | None = None
        self._box = QVBoxLayout(content)
        self._box.setContentsMargins(*margins)
        self._box.setSpacing(0)
        self._box.addStretch(1)
        content.setMaximumWidth(column + margins[0] + margins[2])
        self._build_first(column, first)
        self._pending = True
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._slice)

    def set_side(self, content: QWidget, width: int, widest: int, top: int) -> None:
        """Put a widget beside the text at the right edge, where the page is no wider than
        ``widest``, and ``top`` pixels below its top."""
        self._side = (_Side(content, self), width, widest, top)

    @property
    def complete(self) -> bool:
        """Whether everything is built and laid out."""
        return not self._pending and not self._timer.isActive()

    def spot(self) -> Spot | None:
        """Return the place at the top of the window; None at the top of the page."""
        top = self.verticalScrollBar().value()
        found: Spot | None = None
        for name, widget in self._made.items():
            if widget.y() > top:
                break
            found = Spot(name, top - widget.y())
        return found if top else None

    def press(self, key: int) -> bool:
        """Scroll as a reader expects of a key; False for a key that does not scroll."""
        bar = self.verticalScrollBar()
        line = bar.singleStep()
        screen = max(line, bar.pageStep() - _KEEP * line)
        steps = {
            Qt.Key.Key_PageDown: screen,
            Qt.Key.Key_Space: screen,
            Qt.Key.Key_PageUp: -screen,
            Qt.Key.Key_Down: line,
            Qt.Key.Key_Up: -line,
            Qt.Key.Key_Home: -bar.maximum(),
            Qt.Key.Key_End: bar.maximum(),
        }
        step = steps.get(Qt.Key(key))
        if step is not None:
            bar.setValue(bar.value() + step)
        return step is not None

    def _build_first(self, width: int, room: int) -> None:
        """Build until the window is full, counted from the part where the page opens."""
        opened = self._spot is None or all(p.name != self._spot.part for p in self._parts)
        if self._spot is not None and not opened:
            room += self._spot.below
        while self._parts and room > 0:
            part = self._parts[0]
            opened = opened or (self._spot is not None and part.name == self._spot.part)
            widget = self._build_next()
            if opened:
                room -= part.above + _height(widget, width)

    def _build_next(self) -> QWidget:
        part = self._parts.pop(0)
        widget = part.make()
        if part.above:
            self._box.insertSpacing(self._box.count() - 1, part.above)
        self._box.insertWidget(self._box.count() - 1, widget)
        self._made[part.name] = widget
        return widget

    def _slice(self) -> None:
        """Build the next part; one turn after the last, when that is laid out, tell."""
        if self._parts:
            self._build_next()
        else:
            self._timer.stop()
            self.built.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Build no further."""
        self._pending = self._timer.isActive()
        self._timer.stop()
        super().hideEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Go on where building stopped."""
        if self._pending:
            self._pending = False
            self._timer.start(0)
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the side where it is, and open at the spot the first time."""
        if self._side is not None:
            side, width, widest, top = self._side
            pad = self._box.contentsMargins().left()
            left = min(self.width(), widest) - pad - width
            bar = self.verticalScrollBar().sizeHint().width()
            self.setViewportMargins(0, 0, max(0, self.width() - bar - left), 0)
            side.setGeometry(left, top, width, self.height() - top)
        super().resizeEvent(event)
        spot, self._spot = self._spot, None
        if spot is not None and spot.part in self._made:
            self._box.activate()
            self.verticalScrollBar().setValue(self._made[spot.part].y() + spot.below)


def _height(widget: QWidget, width: int) -> int:
    if widget.hasHeightForWidth():
        return widget.heightForWidth(width)
    return widget.sizeHint().height()
