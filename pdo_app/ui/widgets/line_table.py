"""A painted table of lines that can be many: only those in sight are asked for and drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QToolTip,
)

from pdo_app.ui import tokens
from pdo_app.ui.language import Words
from pdo_app.ui.theme import Theme
from pdo_app.ui.widgets.painted_table import PaintedTable, keep_in_sight

_PAD = 12
_CARD = 72
_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


@dataclass(frozen=True, slots=True)
class Column:
    """The head of a column; ``least`` is its width in unscaled pixels, ``grow`` its share of
    what is left."""

    words: Words
    least: int
    grow: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell, in a colour role, with an icon before it where one is named."""

    text: str
    ink: str = "ink"
    bold: bool = False
    icon: str = ""


Cells = Callable[[int], Sequence[Cell]]


class LineTable(PaintedTable):
    """Shows the lines that :meth:`show_lines` is given. ``cards`` draws each line as two rows of
    words, at full height, for the narrowest layout.

    ``opened`` tells a line that was clicked or entered, ``pasted`` that the keys for pasting were
    pressed. The words of a whole line name it for a screen reader.
    """

    opened = Signal(int)
    pasted = Signal()

    def __init__(self, theme: Theme, columns: Sequence[Column], *, cards: bool = False) -> None:
        row = theme.px(_CARD if cards else tokens.Size.table_row)
        super().__init__(row, 0 if cards else theme.px(tokens.Size.table_header) + 1, cards=cards)
        self._theme, self._columns = theme, tuple(columns)
        self._number, self._empty = 0, ""
        self._cells: Cells = _no_cells
        self.line = 0
        self._pressed: int | None = None
        self._lefts: list[tuple[int, int]] = []
        self._plain, self._strong = theme.font("ui"), theme.font("ui_bold")
        self._small = theme.font("ui", second=True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_lines(self, number: int, cells: Cells, name: str) -> None:
        """Show ``number`` lines; ``cells`` gives those of one line, ``name`` says what the table
        holds while it is empty."""
        self._number, self._cells, self._empty = number, cells, name
        self.line = max(0, min(self.line, number - 1))
        if self.cards:
            self.setFixedHeight(self.full_height())
        self.set_range()
        self._tell()
        self.viewport().update()

    def go(self, line: int) -> None:
        """Put the cursor on a line, the nearest one there is, and show it."""
        self.line = max(0, min(line, self._number - 1))
        if not self.cards:
            self.show_row(self.line)
        else:
            keep_in_sight(self, self.box(self.line))
        self._tell()
        self.viewport().update()

    def box(self, line: int) -> QRect:
        """Return the place of a line on this widget as it is scrolled now."""
        return QRect(0, self.top(line), self.viewport().width(), self.row_height)

    # Size.

    def count(self) -> int:
        """Return the number of lines."""
        return self._number

    def minimumSizeHint(self) -> QSize:
        """Ask for two lines: the others scroll."""
        wide = self._theme.px(120) if self.cards else self._least()
        return QSize(
            wide, self.full_height() if self.cards else self.head_height + 2 * self.row_height
        )

    def sizeHint(self) -> QSize:
        """Return the size of the whole table."""
        return QSize(self.minimumSizeHint().width(), self.full_height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        self._share()
        self.set_range()
        super().resizeEvent(event)

    def _least(self) -> int:
        return sum(self._theme.px(column.least) for column in self._columns)

    def _share(self) -> None:
        spare = max(0, self.viewport().width() - self._least())
        grow = sum(column.grow for column in self._columns) or 1
        left, self._lefts = 0, []
        for column in self._columns:
            wide = self._theme.px(column.least) + spare * column.grow // grow
            self._lefts.append((left, wide))
            left += wide

    # Keys and mouse.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the cursor, open its line, or paste."""
        key = Qt.Key(event.key())
        page = self.rows_of_page()
        lines = {
            Qt.Key.Key_Up: self.line - 1,
            Qt.Key.Key_Down: self.line + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: self._number - 1,
            Qt.Key.Key_PageUp: self.line - page,
            Qt.Key.Key_PageDown: self.line + page,
        }
        if event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit()
        elif key in lines and self._number:
            self.go(lines[key])
        elif key in _KEYS and self._number:
            self.opened.emit(self.line)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the cursor where the click begins."""
        self._pressed = self.row_at(round(event.position().y()))
        if self._pressed is not None:
            self.line = self._pressed
            self._tell()
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the line of a click that ends where it began."""
        pressed, self._pressed = self._pressed, None
        if pressed is not None and pressed == self.row_at(round(event.position().y())):
            self.opened.emit(pressed)

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell words whole that are cut on the screen."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._cut_at(event.pos()), self)
            return True
        return super().viewportEvent(event)

    def _cut_at(self, where: QPoint) -> str:
        line = self.row_at(where.y())
        if line is None or self.cards:
            return ""
        for (left, wide), cell in zip(self._lefts, self._cells(line), strict=True):
            if left <= where.x() < left + wide and self._elided(cell, wide) != cell.text:
                return cell.text
        return ""

    def _tell(self) -> None:
        name = self._empty
        if self._number:
            name = ", ".join(cell.text for cell in self._cells(self.line) if cell.text)
        self.announce(name)

    # Painting.

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card, the lines in sight, then the head."""
        theme, port = self._theme, self.viewport()
        painter = QPainter(port)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        high = min(port.height(), self.full_height())
        area = QRectF(0.5, 0.5, port.width() - 1, high - 1)
        shape = QPainterPath()
        shape.addRoundedRect(area, tokens.Radius.card, tokens.Radius.card)
        painter.fillPath(shape, theme.colour("surface"))
        painter.setClipPath(shape)
        for line in self.rows_in(event.rect()):
            self._paint_line(painter, line)
        if not self.cards:
            self._paint_head(painter)
        painter.setClipping(False)
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape)

    def _paint_head(self, painter: QPainter) -> None:
        theme = self._theme
        painter.fillRect(0, 0, self.viewport().width(), self.head_height, theme.colour("sunken"))
        painter.fillRect(0, self.head_height - 1, self.viewport().width(), 1, theme.colour("line"))
        metrics, half = QFontMetrics(self._small), theme.px(20)
        painter.setFont(self._small)
        painter.setPen(theme.colour("ink_2"))
        for (left, wide), column in zip(self._lefts, self._columns, strict=True):
            lines = [words for words in (column.words.main, column.words.second) if words]
            top = (self.head_height - half * len(lines)) // 2
            for at, words in enumerate(lines):
                box = QRect(left + theme.px(_PAD), top + at * half, wide - theme.px(_PAD), half)
                cut = metrics.elidedText(words, Qt.TextElideMode.ElideRight, box.width())
                painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, cut)

    def _paint_line(self, painter: QPainter, line: int) -> None:
        theme, box = self._theme, self.box(line)
        here = self.hasFocus() and line == self.line
        if here:
            painter.fillRect(box, theme.colour("primary_soft"))
        cells = self._cells(line)
        if self.cards:
            self._paint_card(painter, box, cells)
        else:
            for (left, wide), cell in zip(self._lefts, cells, strict=True):
                self._paint_cell(painter, QRect(left, box.top(), wide, box.height()), cell)
        painter.fillRect(0, box.bottom(), box.width(), 1, theme.colour("line"))
        if here:
            painter.setPen(QPen(theme.colour("primary"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(box).adjusted(2, 2, -2, -3), 6, 6)

    def _paint_card(self, painter: QPainter, box: QRect, cells: Sequence[Cell]) -> None:
        """Draw the first bold cell over the others."""
        title = next((cell for cell in cells if cell.bold), cells[0])
        rest = [cell for cell in cells if cell is not title and cell.text]
        half = box.height() // 2
        top = QRect(box.left(), box.top() + 2, box.width(), half)
        self._paint_cell(painter, top, title)
        ink = next((cell.ink for cell in rest if cell.ink not in ("ink", "ink_2")), "ink_2")
        words = " · ".join(cell.text for cell in rest)
        below = QRect(box.left(), box.top() + half - 2, box.width(), half)
        self._paint_cell(painter, below, Cell(words, ink))

    def _paint_cell(self, painter: QPainter, box: QRect, cell: Cell) -> None:
        theme = self._theme
        left = box.left() + theme.px(_PAD)
        if cell.icon:
            side = theme.px(20)
            at = QPoint(left, box.top() + (box.height() - side) // 2)
            painter.drawPixmap(at, theme.pixmap(cell.icon, 20, cell.ink))
            left += side + theme.px(6)
        painter.setFont(self._strong if cell.bold else self._plain)
        painter.setPen(theme.colour(cell.ink))
        where = QRect(left, box.top(), box.right() - left, box.height())
        painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, self._elided(cell, box.width()))

    def _elided(self, cell: Cell, wide: int) -> str:
        room = wide - self._theme.px(_PAD + 4) - (self._theme.px(26) if cell.icon else 0)
        metrics = QFontMetrics(self._strong if cell.bold else self._plain)
        return metrics.elidedText(cell.text, Qt.TextElideMode.ElideRight, room)


def _no_cells(_line: int) -> Sequence[Cell]:
    return ()
