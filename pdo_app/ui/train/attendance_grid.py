"""The table of attendance: one painted widget, people down, half-days across."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QToolTip

from pdo_app.errors import N_
from pdo_app.records import MarkKind
from pdo_app.training.attendance import THERE, GridRow
from pdo_app.ui.language import Language, Words
from pdo_app.ui.theme import Theme
from pdo_app.ui.train.attendance_cells import CellPainter, When, mark_words
from pdo_app.ui.train.attendance_frame import Measures, paint_frame, paint_head
from pdo_app.ui.widgets.painted_table import PaintedTable, keep_in_sight

KEYS = {
    Qt.Key.Key_Space: MarkKind.PRESENT,
    Qt.Key.Key_L: MarkKind.LATE,
    Qt.Key.Key_A: MarkKind.ABSENT,
    Qt.Key.Key_E: MarkKind.EXCUSED,
}
"""The keys that set a mark and move down."""
_STEPS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}
_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Menu)
_REOPENING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


@dataclass(frozen=True, slots=True)
class Column:
    """A half-day at the head of the table: its day, its title, when it is and when it begins."""

    half: str
    day: str
    title: str
    when: When
    start: int


class AttendanceGrid(PaintedTable):
    """Shows ``columns`` and the rows given to :meth:`show_rows`. The names stay put when it
    scrolls sideways, the head when it scrolls down.

    ``pressed`` tells a key that sets a mark, ``clicked`` a click on a cell, ``opened`` that a
    choice of marks is asked for, ``cleared`` that a mark is to go, ``undone`` that the last step
    is, ``moved`` that the cursor is elsewhere. ``cards`` draws each person as a card, at full
    height, for the narrowest layout.
    """

    pressed = Signal(MarkKind)
    clicked = Signal()
    opened = Signal()
    cleared = Signal()
    undone = Signal()
    moved = Signal()

    def __init__(
        self, theme: Theme, language: Language, columns: Sequence[Column], *, cards: bool = False
    ) -> None:
        cells = CellPainter(theme, language)
        m = Measures(theme, columns, cells.width(), cards)
        super().__init__(m.row_height, m.head_height, cards=cards)
        self._theme, self._language, self._cells, self._m = theme, language, cells, m
        self.columns = tuple(columns)
        self.rows: tuple[GridRow, ...] = ()
        self.row, self.column = 0, 0
        self._pressed: tuple[int, int] | None = None
        self.setObjectName("attendance")
        self.setProperty("sideways", True)

    def show_rows(self, rows: Sequence[GridRow]) -> None:
        """Show people and their marks; the cursor stays where it is, as far as it can."""
        self.rows = tuple(rows)
        self.row = max(0, min(self.row, len(self.rows) - 1))
        if self.cards:
            self.setFixedHeight(self.full_height())
        self._range()
        self._tell()
        self.viewport().update()

    def go(self, row: int, column: int, *, follow: bool = True) -> None:
        """Put the cursor on a cell, the nearest one there is."""
        self.row = max(0, min(row, len(self.rows) - 1))
        self.column = max(0, min(column, len(self.columns) - 1))
        if follow and self.cards:
            keep_in_sight(self, self.box(self.row, self.column))
        elif follow:
            self._follow()
        self._tell()
        self.viewport().update()
        self.moved.emit()

    def box(self, row: int, column: int) -> QRect:
        """Return the place of a cell on this widget as it is scrolled now."""
        m = self._m
        left = m.lead + m.column_left(column, self._wide()) - self.horizontalScrollBar().value()
        return m.cell(QRect(left, self.top(row), m.column_width(self._wide()), m.row_height))

    # Size and scrolling.

    def count(self) -> int:
        """Return the number of people."""
        return len(self.rows)

    def minimumSizeHint(self) -> QSize:
        """Ask for names, one half-day and some rows: the rest scrolls."""
        m = self._m
        high = self.full_height() if self.cards else m.height(2)
        return QSize(m.lead + m.least_column, high)

    def sizeHint(self) -> QSize:
        """Return the size of the whole table."""
        m = self._m
        return QSize(m.lead + m.least_column * len(self.columns) + m.tail, self.full_height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Reckon anew what is out of sight."""
        self._m.fit(self.viewport().width())
        self._range()
        super().resizeEvent(event)

    def _wide(self) -> int:
        """Return the room of the half-days together."""
        room = self.viewport().width() - self._m.lead - self._m.tail
        return max(room, self._m.least_column * len(self.columns))

    def _range(self) -> None:
        m, port = self._m, self.viewport()
        self.set_range()
        across = self.horizontalScrollBar()
        across.setRange(0, max(0, m.lead + self._wide() + m.tail - port.width()))
        across.setPageStep(max(1, port.width() - m.lead))
        across.setSingleStep(m.least_column)

    def _follow(self) -> None:
        """Scroll so that the cell of the cursor is in sight."""
        m, port = self._m, self.viewport()
        self.show_row(self.row)
        left, across = m.column_left(self.column, self._wide()), self.horizontalScrollBar()
        room = port.width() - m.lead - m.column_width(self._wide())
        across.setValue(min(max(across.value(), left - room), left))

    # Keys and mouse.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Set a mark, move, open the choice, or take a step back."""
        key = Qt.Key(event.key())
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if not self.rows or (control and key != Qt.Key.Key_Z):
            event.ignore()
        elif control:
            self.undone.emit()
        elif key in KEYS:
            self.pressed.emit(KEYS[key])
        elif key in _STEPS:
            down, right = _STEPS[key]
            self.go(self.row + down, self.column + right)
        elif key in _OPENING:
            self.opened.emit()
        elif key in _REOPENING:
            self.cleared.emit()
        elif not self._jump(key):
            event.ignore()

    def _jump(self, key: Qt.Key) -> bool:
        page = self.rows_of_page()
        rows = {
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(self.rows) - 1,
            Qt.Key.Key_PageUp: self.row - page,
            Qt.Key.Key_PageDown: self.row + page,
        }
        if key in rows:
            self.go(rows[key], self.column)
        return key in rows

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the cursor where the click begins."""
        self._pressed = self._at(event.position().toPoint())
        if self._pressed is not None:
            self.go(*self._pressed, follow=False)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take a click that ends where it began."""
        pressed, self._pressed = self._pressed, None
        if pressed is not None and pressed == self._at(event.position().toPoint()):
            self.clicked.emit()

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell a name whole that is cut on the screen."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            row = self.row_at(event.pos().y())
            name = self.rows[row].participant.name if row is not None else ""
            cut = self._m.shown(name) != name and event.pos().x() < self._m.lead
            QToolTip.showText(event.globalPos(), name if cut else "", self)
            return True
        return super().viewportEvent(event)

    def _at(self, where: QPoint) -> tuple[int, int] | None:
        """Return the cell at a point, None for the head, a name or the sum."""
        row = self.row_at(where.y())
        x = where.x() - self._m.lead
        if row is None or x < 0:
            return None
        column = (x + self.horizontalScrollBar().value()) // self._m.column_width(self._wide())
        return (row, column) if column < len(self.columns) else None

    def _tell(self) -> None:
        """Name the cell of the cursor for a screen reader."""
        name = self._language.say("Attendance")
        if self.rows and self.columns:
            person, column = self.rows[self.row], self.columns[self.column]
            said = mark_words(self._language, person.marks[self.column], column.start).main
            if person.marks[self.column] is None:
                said = self._language.say(N_("Not marked yet"))
            name = f"{person.participant.name}, {column.day} {column.title}: {said}"
        self.announce(name)

    # Painting.

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows that are in sight, then the head over them."""
        m, port = self._m, self.viewport()
        painter = QPainter(port)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        high = min(port.height(), self.full_height())
        paint_frame(painter, m, QRect(0, 0, port.width(), high))
        painter.setClipRect(1, m.head_height, port.width() - 2, high - m.head_height - 1)
        for row in self.rows_in(event.rect()):
            self._paint_row(painter, row)
        if self.cards:
            return
        painter.setClipping(False)
        paint_head(painter, m, self._wide(), self.horizontalScrollBar().value(), self._head_words())

    def _head_words(self) -> tuple[Words, Words, str]:
        words = self._language.words
        return words("Name"), words("Attended"), self._language.say("now")

    def _paint_row(self, painter: QPainter, row: int) -> None:
        m, theme = self._m, self._theme
        one, wide = self.rows[row], self._wide()
        top = self.top(row)
        port = self.viewport().width()
        painter.save()
        painter.setClipRect(
            QRect(m.lead, 0, port - m.lead - 1, self.viewport().height()),
            Qt.ClipOperation.IntersectClip,
        )
        for at, column in enumerate(self.columns):
            box = self.box(row, at)
            if column.when is When.NOW and not self.cards:
                across = QRect(
                    box.center().x() - m.column_width(wide) // 2,
                    top,
                    m.column_width(wide),
                    m.row_height,
                )
                painter.fillRect(across, theme.colour("primary_soft"))
            self._cells.paint(painter, QRectF(box), one.marks[at], (column.when, column.start))
            if self.hasFocus() and (row, at) == (self.row, self.column):
                self._cells.paint_cursor(painter, QRectF(box))
        if m.tail:
            left = m.lead + wide - self.horizontalScrollBar().value()
            painter.setFont(theme.font("ui"))
            painter.setPen(theme.colour("ink_2"))
            where = QRect(left, top, m.tail, m.row_height)
            painter.drawText(where, Qt.AlignmentFlag.AlignCenter, _sum(one))
        painter.restore()
        m.paint_name(painter, top, row + 1, one.participant.name)
        if not self.cards:
            painter.fillRect(0, top + m.row_height - 1, port, 1, theme.colour("line"))


def _sum(row: GridRow) -> str:
    """Return the half-days that a person attended, of those that are marked."""
    marked = [mark for mark in row.marks if mark is not None]
    return f"{sum(mark.kind in THERE for mark in marked)} / {len(marked)}"
