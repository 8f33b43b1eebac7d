"""A table that is one painted widget: rows of one height that scroll under a head."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QFocusEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QScrollArea, QSizePolicy, QWidget


class PaintedTable(QAbstractScrollArea):
    """Base of such tables. ``row_height`` and ``head_height`` are pixels; with ``cards`` the
    table is as high as its rows, and the page that it stands on scrolls."""

    def __init__(self, row_height: int, head_height: int, *, cards: bool) -> None:
        super().__init__()
        self.row_height, self.head_height, self.cards = row_height, head_height, cards
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        viewport = QWidget()
        viewport.setAutoFillBackground(False)
        self.setViewport(viewport)
        self.setCornerWidget(QWidget())
        if cards:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def count(self) -> int:
        """Return the number of rows."""
        raise NotImplementedError

    def full_height(self) -> int:
        """Return the height of head and rows together."""
        return self.head_height + self.count() * self.row_height + 1

    def top(self, row: int) -> int:
        """Return where a row begins on this widget as it is scrolled now."""
        scrolled = self.verticalScrollBar().value()
        return self.head_height + row * self.row_height - scrolled

    def row_at(self, y: int) -> int | None:
        """Return the row at a height of this widget, None for the head and below the last."""
        if y < self.head_height:
            return None
        row = (y - self.head_height + self.verticalScrollBar().value()) // self.row_height
        return row if row < self.count() else None

    def rows_in(self, area: QRect) -> range:
        """Return the rows of which something lies in ``area`` of this widget."""
        scrolled = self.verticalScrollBar().value() - self.head_height
        first = max(0, (area.top() + scrolled) // self.row_height)
        last = (area.bottom() + scrolled) // self.row_height
        return range(first, min(last + 1, self.count()))

    def rows_of_page(self) -> int:
        """Return by how many rows a key for pages goes on."""
        return max(1, self.verticalScrollBar().pageStep() // self.row_height - 1)

    def set_range(self) -> None:
        """Reckon anew how far the rows scroll."""
        bar, high = self.verticalScrollBar(), self.viewport().height()
        bar.setRange(0, max(0, self.full_height() - high))
        bar.setPageStep(max(1, high - self.head_height))
        bar.setSingleStep(self.row_height)

    def show_row(self, row: int) -> None:
        """Scroll as little as brings a row into sight."""
        bar, top = self.verticalScrollBar(), row * self.row_height
        room = self.viewport().height() - self.head_height - self.row_height - 1
        bar.setValue(min(max(bar.value(), top - room), top))

    def announce(self, words: str) -> None:
        """Tell a screen reader where the cursor is."""
        self.setAccessibleName(words)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Paint anew: what stays put is no part of what scrolls."""
        self.viewport().update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Let the second click of two pass: it would undo or repeat what the first has done."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the cursor."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the cursor."""
        super().focusOutEvent(event)
        self.viewport().update()


def keep_in_sight(widget: QWidget, box: QRect) -> None:
    """Scroll the page that a tall widget stands on so that a part of it is in sight."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea) and (content := above.widget()) is not None:
            at = widget.mapTo(content, box.center())
            above.ensureVisible(at.x(), at.y(), 0, box.height())
            return
        above = above.parentWidget()
