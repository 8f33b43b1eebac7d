"""Where the parts of the table of attendance stand, and what is painted around its cells."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPainterPath, QPen

from pdo_app.ui import tokens
from pdo_app.ui.language import Words
from pdo_app.ui.theme import Layout, Theme
from pdo_app.ui.train.attendance_cells import When

_NUMBER, _NAME, _TAIL = 54, 136, 92
_WIDER = 124
_GAP, _CELL = 8, 40
_THREAD = 3


class Head(Protocol):
    """What the head of a half-day says."""

    @property
    def day(self) -> str:
        """The day in words."""

    @property
    def title(self) -> str:
        """Morning, afternoon."""

    @property
    def when(self) -> When:
        """Past, now or ahead."""


class Measures:
    """Distances of the table in pixels. ``cell`` is the room that the longest mark wants; with
    ``cards`` there is one half-day and no head."""

    def __init__(self, theme: Theme, columns: Sequence[Head], cell: int, cards: bool) -> None:
        self.theme, self.columns, self.cards = theme, columns, cards
        self.row_height = theme.px(56 if cards else tokens.Size.table_row)
        self.head_height = 0 if cards else theme.px(tokens.Size.table_header) + 1
        narrow = theme.layout in (Layout.B, Layout.C)
        self.number = theme.px(_NUMBER if not narrow else 40)
        self._least_name = theme.px(_NAME if not cards else 88)
        self.name = self._least_name
        self.tail = 0 if cards else theme.px(_TAIL)
        small = QFontMetrics(theme.font("ui", second=True))
        heads = [QFontMetrics(theme.font("ui_bold")).horizontalAdvance(c.day) for c in columns]
        heads += [small.horizontalAdvance(c.title) for c in columns]
        self.least_column = max(cell, *heads) + theme.px(_GAP)
        self._font = theme.font("ui_bold")
        self._metrics = QFontMetrics(self._font)

    @property
    def lead(self) -> int:
        """The room of number and name, which stay put."""
        return self.number + self.name

    def fit(self, width: int) -> None:
        """Give the names what a table of this width has to spare: a part, or all on cards."""
        least = self.number + self._least_name + self.tail
        spare = max(0, width - least - self.least_column * len(self.columns))
        part = spare if self.cards else min(spare // 4, self.theme.px(_WIDER))
        self.name = self._least_name + part

    def top(self, row: int) -> int:
        """Return where a row begins while nothing is scrolled."""
        return self.head_height + row * self.row_height

    def height(self, rows: int) -> int:
        """Return the height of the whole table."""
        return self.top(rows) + 1

    def column_width(self, wide: int) -> int:
        """Return the width of a half-day where all have ``wide`` together."""
        return wide // max(1, len(self.columns))

    def column_left(self, column: int, wide: int) -> int:
        """Return where a half-day begins, counted from the first one."""
        return column * self.column_width(wide)

    def cell(self, box: QRect) -> QRect:
        """Return the place of a mark in the box of its row and column."""
        wide = min(box.width() - self.theme.px(_GAP), self.theme.px(160))
        wide = max(wide, self.least_column - self.theme.px(_GAP))
        high = self.theme.px(_CELL)
        left = box.left() + (box.width() - wide) // 2
        return QRect(left, box.top() + (box.height() - high) // 2, wide, high)

    def shown(self, name: str) -> str:
        """Return a name as far as there is room for it."""
        plain, room = " ".join(name.split()), self.name - self.theme.px(8)
        return self._metrics.elidedText(plain, Qt.TextElideMode.ElideRight, room)

    def paint_name(self, painter: QPainter, top: int, number: int, name: str) -> None:
        """Draw the number and the name at the left of a row."""
        theme = self.theme
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme.font("tool"))
        painter.setPen(theme.colour("ink_2"))
        box = QRect(0, top, self.number - theme.px(6), self.row_height)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number))
        painter.setFont(self._font)
        painter.setPen(theme.colour("ink"))
        box = QRect(self.number, top, self.name, self.row_height)
        painter.drawText(box, middle | Qt.AlignmentFlag.AlignLeft, self.shown(name))


def paint_frame(painter: QPainter, m: Measures, area: QRect) -> None:
    """Draw the card of the table, or one card for each person."""
    theme, radius = m.theme, tokens.Radius.card
    if not m.cards:
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.setBrush(theme.colour("surface"))
        painter.drawRoundedRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        return
    gap = theme.px(4)
    for row in range(area.height() // m.row_height):
        box = QRectF(0, row * m.row_height, area.width(), m.row_height - gap)
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.setBrush(theme.colour("surface"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


def paint_head(
    painter: QPainter, m: Measures, wide: int, scrolled: int, words: tuple[Words, Words, str]
) -> None:
    """Draw the head: ``words`` are those above the names and the sums, and the word for now."""
    theme, port = m.theme, painter.device().width()
    shape = QPainterPath()
    radius = tokens.Radius.card
    shape.addRoundedRect(QRectF(0.5, 0.5, port - 1, m.head_height + radius), radius, radius)
    painter.setClipRect(0, 0, port, m.head_height)
    painter.fillPath(shape, theme.colour("sunken"))
    painter.setClipRect(m.lead, 0, port - m.lead, m.head_height)
    for at, column in enumerate(m.columns):
        left = m.lead + m.column_left(at, wide) - scrolled
        _paint_half(
            painter, m, QRect(left, 0, m.column_width(wide), m.head_height), column, words[2]
        )
    _paint_pair(painter, m, QRect(m.lead + wide - scrolled, 0, m.tail, m.head_height), words[1])
    painter.setClipRect(0, 0, port, m.head_height)
    _paint_pair(painter, m, QRect(m.number, 0, m.name, m.head_height), words[0], left=True)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.colour("line"), 1))
    painter.drawPath(shape)
    painter.fillRect(0, m.head_height - 1, m.lead, 1, theme.colour("line"))


def _paint_half(painter: QPainter, m: Measures, box: QRect, column: Head, now: str) -> None:
    theme, here = m.theme, column.when is When.NOW
    if here:
        painter.fillRect(box.adjusted(0, 1, 0, 0), theme.colour("primary_soft"))
    words, small = column.title, QFontMetrics(theme.font("ui", second=True))
    if here and small.horizontalAdvance(f"{words} · {now}") < box.width() - theme.px(4):
        words = f"{words} · {now}"  # else colour and thread say it alone
    _paint_lines(painter, m, box, (column.day, words), (theme.font("ui_bold"), "ink"))
    colour, high = ("thread", theme.px(_THREAD)) if here else ("line", 1)
    painter.fillRect(box.left(), box.bottom() + 1 - high, box.width(), high, theme.colour(colour))


def _paint_pair(
    painter: QPainter, m: Measures, box: QRect, words: Words, *, left: bool = False
) -> None:
    font = (m.theme.font("ui", second=True), "ink_2")
    _paint_lines(painter, m, box, (words.main, words.second or ""), font, left=left)
    painter.fillRect(box.left(), box.bottom(), box.width(), 1, m.theme.colour("line"))


def _paint_lines(
    painter: QPainter,
    m: Measures,
    box: QRect,
    lines: tuple[str, str],
    first: tuple[QFont, str],
    *,
    left: bool = False,
) -> None:
    """Draw two lines in the middle of a box, or one where the second is empty."""
    theme = m.theme
    small = theme.font("ui", second=True)
    flags = Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignHCenter
    flags |= Qt.AlignmentFlag.AlignVCenter
    middle, half = box.center().y(), theme.px(20)
    painter.setFont(first[0])
    painter.setPen(theme.colour(first[1]))
    top = QRect(box.left(), middle - half, box.width(), half) if lines[1] else box
    painter.drawText(top, flags, lines[0])
    painter.setFont(small)
    painter.setPen(theme.colour("ink_2"))
    painter.drawText(QRect(box.left(), middle, box.width(), half), flags, lines[1])
