"""Two languages in columns that line up down the whole page, or one under the other."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from pdo_app.ui.learn.blocks.reading import LINE_SECOND, LINE_ZH, SHARE, Reading

_GAP = 24
"""Between the columns, and between a marker and its words 12, in unscaled pixels."""
_MARKER_GAP = 12


@dataclass(frozen=True, slots=True)
class _Row:
    """Indices of the items of a row; -1 for none. ``above`` is the gap over it in pixels."""

    first: int
    second: int
    marker: int
    above: int


class Columns(QLayout):
    """Rows of words in the first and, where there are two, the second language. Both begin at
    the same height.

    ``left`` and ``right`` are how many pixels this layout is inset from the page's column, so
    that the second language begins where it does in every other block; ``halves`` parts the
    width in the middle instead. A marker (a knot, a dot) stands before the words.
    """

    def __init__(
        self, reading: Reading, *, left: int = 0, right: int = 0, halves: bool = False
    ) -> None:
        super().__init__()
        theme = reading.theme
        self._beside, self._halves = reading.beside, halves
        self._left, self._right = left, right
        self._gap, self._marker_gap = theme.px(_GAP), theme.px(_MARKER_GAP)
        self._longest = (theme.px(LINE_ZH), theme.px(LINE_SECOND))
        self._least = theme.px(160)
        self._items: list[QLayoutItem] = []
        self._rows: list[_Row] = []
        self._known: dict[int, int] = {}
        self.setContentsMargins(0, 0, 0, 0)

    def add(
        self,
        first: QWidget,
        second: QWidget | None = None,
        *,
        marker: QWidget | None = None,
        above: int = 0,
    ) -> None:
        """Add a row, ``above`` pixels below the one before."""
        gap = above if self._rows else 0
        self._rows.append(_Row(self._take(first), self._take(second), self._take(marker), gap))

    def _take(self, widget: QWidget | None) -> int:
        if widget is None:
            return -1
        self.addWidget(widget)
        return len(self._items) - 1

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item (called by Qt)."""
        self._items.append(item)

    def count(self) -> int:
        """Return the number of items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, None beyond the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give an item away, None beyond the last. The rows are only taken down together."""
        if not 0 <= index < len(self._items):
            return None
        self._rows.clear()
        return self._items.pop(index)

    def invalidate(self) -> None:
        """Forget the heights."""
        self._known.clear()
        super().invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        """Want no more height than the words."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """Tell that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all rows at a width."""
        if width not in self._known:
            self._known[width] = self._place(QRect(0, 0, width, 0), move=False)
        return self._known[width]

    def setGeometry(self, rect: QRect) -> None:
        """Move the words into place."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """Return a usual width with its height."""
        width = self._longest[0]
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:
        """Return a width below which words are unreadable; the height follows from the width."""
        return QSize(self._least, 0)

    def _widths(self, width: int, marker: int) -> tuple[int, int, int]:
        """Return the width of the first language, where the second begins, and its width."""
        if not self._beside:
            room = width - marker
            return min(room, self._longest[0]), marker, min(room, self._longest[1])
        if self._halves:
            half = (width - self._gap) // 2
            return half - marker, width - half, half
        middle = round((width + self._left + self._right) * SHARE) - self._left
        return middle - self._gap - marker, middle, width - middle

    def _place(self, rect: QRect, *, move: bool) -> int:
        y = rect.y()
        for row in self._rows:
            y += row.above
            y += self._place_row(row, QRect(rect.x(), y, rect.width(), 0), move=move)
        return y - rect.y()

    def _place_row(self, row: _Row, rect: QRect, *, move: bool) -> int:
        marker = QSize(0, 0)
        if row.marker >= 0:
            marker = self._items[row.marker].sizeHint()
        lead = marker.width() + self._marker_gap if row.marker >= 0 else 0
        wide, middle, other = self._widths(rect.width(), lead)
        high = _height(self._items[row.first], wide)
        boxes = [(row.first, QRect(rect.x() + lead, rect.y(), wide, high))]
        total = high
        if row.second >= 0:
            second = _height(self._items[row.second], other)
            # An item's two languages stand closer than a paragraph's: the gap parts items.
            below = high + (0 if row.marker >= 0 else self._marker_gap // 3)
            top = rect.y() if self._beside else rect.y() + below
            boxes.append((row.second, QRect(rect.x() + middle, top, other, second)))
            total = max(high, top - rect.y() + second)
        if row.marker >= 0:
            boxes.append((row.marker, QRect(QPoint(rect.x(), rect.y()), marker)))
        if move:
            for place, box in boxes:
                self._items[place].setGeometry(box)
        return max(total, marker.height())


def _height(item: QLayoutItem, width: int) -> int:
    if item.hasHeightForWidth():
        return item.heightForWidth(width)
    return item.sizeHint().height()
