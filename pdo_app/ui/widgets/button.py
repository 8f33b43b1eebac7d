"""Buttons that paint two weights themselves: a bold first language, a regular second one."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from pdo_app.ui import tokens
from pdo_app.ui.language import Words
from pdo_app.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class _Look:
    fill: str | None
    hover: str | None
    press: str | None
    edge: str | None
    ink: str
    second: str


_LOOKS = {
    "filled": _Look("primary", "primary_hover", "primary_press", None, "on_primary", "on_primary"),
    "outlined": _Look("surface", "sunken", "sunken", "line_strong", "ink", "ink_2"),
    "quiet": _Look(None, "sunken", "sunken", None, "primary", "primary"),
    "plain": _Look(None, "sunken", "sunken", None, "ink", "ink"),
    "tool": _Look("surface", "sunken", "sunken", "line", "ink", "ink_2"),
    "cloth": _Look("cream", "on_coat_2", "on_coat_2", None, "cream_ink", "cream_ink"),
    "cloth_outlined": _Look(None, "weave", "weave", "hero_line", "on_coat", "on_coat"),
    "sos": _Look("sos", "sos", "sos", "sos_line", "on_sos", "on_sos"),
}


class Pressable(QAbstractButton):
    """A button that takes Enter like Space, as people expect of a page in a browser, and a
    double click like a click: many people click everything twice, and the second click would
    fall on what has just come into the place of the first. ``repeats`` is for the few that are
    pressed several times in a row.
    """

    repeats = False

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Let the second click of two pass without a deed."""
        if self.repeats:
            super().mouseDoubleClickEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Click on Enter, once for each time that it is pressed down."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.repeats or not event.isAutoRepeat():
                self.click()
        else:
            super().keyPressEvent(event)


class Button(Pressable):
    """A button with a verb and an object.

    ``look`` is filled, outlined, quiet, plain, tool, cloth, cloth_outlined or sos; ``icon`` and
    ``after`` name icons before and after the words; ``large`` is 48 px high instead of 40.
    Where there is too little width the second language goes below the first.
    """

    def __init__(
        self,
        theme: Theme,
        words: Words,
        look: str = "outlined",
        *,
        icon: str = "",
        after: str = "",
        large: bool = False,
    ) -> None:
        super().__init__()
        self._theme, self._words, self._look = theme, words, _LOOKS[look]
        self._icon, self._after = icon, after
        self._height = theme.px(tokens.Size.button_large if large else tokens.Size.button)
        self._pad = theme.px(24 if large else 16)
        if look in ("quiet", "plain"):
            self._pad = theme.px(8)
        if look == "tool":
            self._pad = theme.px(12)
        strong = look in ("filled", "cloth", "sos") or (look == "outlined" and bool(words.second))
        self._first = theme.font("tool" if look in ("tool", "quiet") else "ui", bold=strong)
        self._small = theme.font("ui", second=True)
        self.setText(words.spoken.replace("&", "&&"))
        self.setAccessibleName(words.spoken)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setProperty("radius", tokens.Radius.button)

    @property
    def _icon_px(self) -> int:
        return self._theme.px(20)

    def _widths(self) -> tuple[int, int, int, int]:
        """Return the widths of icon, first words, second words and icon after."""
        gap = self._theme.px(8)
        return (
            self._icon_px + (gap if self._words.main else 0) if self._icon else 0,
            QFontMetrics(self._first).horizontalAdvance(self._words.main),
            gap + QFontMetrics(self._small).horizontalAdvance(self._words.second)
            if self._words.second
            else 0,
            self._icon_px + gap if self._after else 0,
        )

    def sizeHint(self) -> QSize:
        """Return the width of everything in one line."""
        return QSize(sum(self._widths()) + 2 * self._pad, self._height)

    def minimumSizeHint(self) -> QSize:
        """Return the width with the second language below the first."""
        before, first, second, after = self._widths()
        return QSize(before + max(first, second) + after + 2 * self._pad, self._height)

    def hasHeightForWidth(self) -> bool:
        """Tell the layout that a narrow button is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at a width."""
        return self._height if width >= self.sizeHint().width() else self._two_lines()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the height of the new width: a fixed height is all that every layout respects."""
        wanted = self.heightForWidth(self.width())
        if self.minimumHeight() != wanted:
            self.setFixedHeight(wanted)

    def _two_lines(self) -> int:
        if not self._words.second:
            return self._height
        lines = QFontMetrics(self._first).height() + QFontMetrics(self._small).height()
        return max(self._height, lines + self._theme.px(8))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw fill, edge, icons and both languages."""
        theme, look = self._theme, self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, ink, second, edge = look.fill, look.ink, look.second, look.edge
        if not self.isEnabled():
            fill, ink, second, edge = "sunken", "ink_3", "ink_3", None
        elif self.isDown():
            fill = look.press
        elif self.underMouse():
            fill = look.hover
        wide = 2 if look is _LOOKS["sos"] else 1
        area = QRectF(self.rect())
        if edge:
            area.adjust(wide / 2, wide / 2, -wide / 2, -wide / 2)
        painter.setPen(QPen(theme.colour(edge), wide) if edge else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(fill) if fill else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area, tokens.Radius.button, tokens.Radius.button)
        self._paint_words(painter, ink, second)

    def _paint_words(self, painter: QPainter, ink: str, second: str) -> None:
        theme, words = self._theme, self._words
        before, first, beside, after = self._widths()
        stacked = bool(words.second) and self.width() < self.sizeHint().width()
        inner = max(first, beside - theme.px(8)) if stacked else first + beside
        x = (self.width() - before - inner - after) // 2
        y = (self.height() - self._icon_px) // 2
        if self._icon:
            painter.drawPixmap(x, y, theme.pixmap(self._icon, 20, ink))
        x += before
        if self._after:
            end = x + inner + theme.px(8)
            painter.drawPixmap(end, y, theme.pixmap(self._after, 20, ink))
        big, small = QFontMetrics(self._first), QFontMetrics(self._small)
        height = big.height() + small.height() if stacked else big.height()
        base = (self.height() - height) // 2 + big.ascent()
        painter.setFont(self._first)
        painter.setPen(theme.colour(ink))
        painter.drawText(x, base, words.main)
        if words.second:
            painter.setFont(self._small)
            painter.setPen(theme.colour(second))
            if stacked:
                painter.drawText(x, base + big.descent() + small.ascent(), words.second)
            else:
                painter.drawText(x + first + theme.px(8), base, words.second)


class IconButton(Pressable):
    """A square button whose icon needs no word beside it: back, more, close. ``words`` is its
    accessible name and tool tip."""

    def __init__(self, theme: Theme, words: Words, icon: str, *, role: str = "ink") -> None:
        super().__init__()
        self._theme, self._name, self._role = theme, icon, role
        self.setAccessibleName(words.spoken)
        self.setToolTip(words.spoken)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        side = theme.px(tokens.Size.button)
        self.setFixedSize(side, side)
        self.setProperty("radius", tokens.Radius.button)

    def show_icon(self, icon: str, words: Words) -> None:
        """Show another icon, for another deed."""
        self._name = icon
        self.setAccessibleName(words.spoken)
        self.setToolTip(words.spoken)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon, on a soft square under the mouse."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("sunken"))
            painter.drawRoundedRect(self.rect(), tokens.Radius.button, tokens.Radius.button)
        side = self._theme.px(20)
        left, top = (self.width() - side) // 2, (self.height() - side) // 2
        role = self._role if self.isEnabled() else "line"
        painter.drawPixmap(left, top, self._theme.pixmap(self._name, 20, role))
