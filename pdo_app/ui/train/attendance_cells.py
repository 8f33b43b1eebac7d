"""How marks of attendance look: each has a shape, an icon and a word beside its colour."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen

from pdo_app.errors import N_
from pdo_app.records import Mark, MarkKind
from pdo_app.reports.mark_words import NAMES
from pdo_app.ui import tokens
from pdo_app.ui.language import Language, Words
from pdo_app.ui.theme import Theme
from pdo_app.ui.train.naming import clock
from pdo_app.ui.widgets.surface import stitch


class When(StrEnum):
    """Where a half-day lies, seen from now."""

    PAST = "past"
    NOW = "now"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class _Look:
    icon: str
    ink: str
    fill: str | None = None
    edge: str | None = None
    dashed: bool = False
    bold: bool = False


LOOKS = {
    MarkKind.PRESENT: _Look("check", "right"),
    MarkKind.LATE: _Look("clock", "warn", "warn_soft", "warn_line"),
    MarkKind.LEFT_EARLY: _Look("logout", "warn", "warn_soft", "warn_line"),
    MarkKind.ABSENT: _Look("x", "on_wrong", "wrong", None, bold=True),
    MarkKind.EXCUSED: _Look("calendar-event", "ink_2", "sunken", "line_strong", dashed=True),
}
_OPEN = _Look("", "primary", "surface", "line_strong")
_AHEAD = _Look("", "ink_3")
OPEN_NAME = N_("Not marked yet")


def mark_words(language: Language, mark: Mark | None, start: int) -> Words:
    """Return what a cell says of a mark; ``start`` is the minute at which the half-day began."""
    if mark is None:
        return language.words("Mark")
    if mark.kind is MarkKind.LATE and mark.at is not None:
        if mark.at > start:
            return language.words("Late {n} min", n=mark.at - start)
        return language.words("Late {time}", time=clock(mark.at))
    if mark.kind is MarkKind.LEFT_EARLY and mark.at is not None:
        return language.words("Left {time}", time=clock(mark.at))
    return language.words(NAMES[mark.kind])


class CellPainter:
    """Paints cells of one theme and language. Fonts are made once: a grid has 160 cells."""

    def __init__(self, theme: Theme, language: Language) -> None:
        self._theme, self._language = theme, language
        self._font, self._bold = theme.font("ui"), theme.font("ui_bold")

    def width(self) -> int:
        """Return how wide a cell is that holds the longest mark."""
        longest = (
            Mark(MarkKind.LATE, 88),
            Mark(MarkKind.LEFT_EARLY, 1200),
            Mark(MarkKind.EXCUSED),
            None,
        )
        metrics = QFontMetrics(self._font)
        words = (mark_words(self._language, mark, 0).main for mark in longest)
        absent = mark_words(self._language, Mark(MarkKind.ABSENT), 0).main
        wide = max(map(metrics.horizontalAdvance, words))
        wide = max(wide, QFontMetrics(self._bold).horizontalAdvance(absent))
        return wide + self._theme.px(16 + 8 + 2 * 8)

    def paint(
        self, painter: QPainter, box: QRectF, mark: Mark | None, half: tuple[When, int]
    ) -> None:
        """Draw a mark into its box; ``half`` tells when the half-day is and when it begins."""
        when, start = half
        look = LOOKS[mark.kind] if mark else _AHEAD if when is When.AHEAD else _OPEN
        ahead = look is _AHEAD
        words = "—" if ahead else mark_words(self._language, mark, start).main
        self._paint_box(painter, box, look)
        self._paint_words(painter, box, look, words)

    def paint_cursor(self, painter: QPainter, box: QRectF) -> None:
        """Draw the edge of the cell that the keys set."""
        painter.setPen(QPen(self._theme.colour("primary"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        radius = tokens.Radius.button
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius, radius)

    def _paint_box(self, painter: QPainter, box: QRectF, look: _Look) -> None:
        if look.fill is None:
            return
        theme, radius = self._theme, tokens.Radius.button
        if look.edge is None:
            painter.setPen(Qt.PenStyle.NoPen)
        elif look.dashed:
            painter.setPen(stitch(theme.colour(look.edge), (1, 4, 3)))
        else:
            painter.setPen(QPen(theme.colour(look.edge), 1))
        painter.setBrush(theme.colour(look.fill))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)

    def _paint_words(self, painter: QPainter, box: QRectF, look: _Look, words: str) -> None:
        theme = self._theme
        font: QFont = self._bold if look.bold else self._font
        metrics = QFontMetrics(font)
        wide, icon = metrics.horizontalAdvance(words), theme.px(16) if look.icon else 0
        gap = theme.px(8) if look.icon else 0
        x = box.center().x() - (icon + gap + wide) / 2
        if look.icon:
            at = QPointF(round(x), round(box.center().y() - icon / 2))
            painter.drawPixmap(at, theme.pixmap(look.icon, 16, look.ink))
        painter.setFont(font)
        painter.setPen(theme.colour(look.ink))
        base = box.center().y() + (metrics.ascent() - metrics.descent()) / 2
        painter.drawText(QPointF(x + icon + gap, base), words)
