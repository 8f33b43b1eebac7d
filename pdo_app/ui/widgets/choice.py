"""Things to choose: tiles, check boxes, segments and filter tabs."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from pdo_app.ui import tokens
from pdo_app.ui.language import Words
from pdo_app.ui.theme import Theme
from pdo_app.ui.widgets.button import Pressable


class _Choice(Pressable):
    """What all of them share: checkable, reached by Tab, a hand for the mouse."""

    def __init__(self, theme: Theme, words: Words) -> None:
        super().__init__()
        self.theme, self.words = theme, words
        self.setCheckable(True)
        self.setText(words.spoken.replace("&", "&&"))
        self.setAccessibleName(words.spoken)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)


class Tile(_Choice):
    """A large choice with an icon (in the colour ``role``) or a flag. ``below`` puts the second
    language under the first; the chosen one has a check at its right. A tile that leads somewhere
    is given ``setCheckable(False)``."""

    def __init__(
        self,
        theme: Theme,
        words: Words,
        *,
        height: int = 56,
        icon: str = "",
        picture: QPixmap | None = None,
        below: bool = True,
        after: str = "",
        role: str = "ink",
    ) -> None:
        super().__init__(theme, words)
        self._icon, self._picture, self._after = icon, picture, after
        self._role = role
        self._below = below
        self._first = theme.font("h3", bold=False)
        self._second = theme.font("h3", second=True)
        lines = QFontMetrics(self._first).height()
        if words.second and below:
            lines += QFontMetrics(self._second).height()
        self._height = max(theme.px(height), lines + theme.px(12))
        self.setFixedHeight(self._height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setProperty("radius", tokens.Radius.option)

    def _lead(self) -> int:
        if self._picture is not None:
            return round(self._picture.width() / self._picture.devicePixelRatio()) + 12
        return self.theme.px(24) + 12 if self._icon else 0

    def sizeHint(self) -> QSize:
        """Return the room of icon, words and check."""
        bold = QFontMetrics(self.theme.font("h3"))
        first = bold.horizontalAdvance(self.words.main)
        second = QFontMetrics(self._second).horizontalAdvance(self.words.second or "")
        inner = max(first, second) if self._below else first + 8 + second
        return QSize(self._lead() + inner + 2 * self.theme.px(16) + self.theme.px(28), self._height)

    def minimumSizeHint(self) -> QSize:
        """Return the same: words are never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tile."""
        theme, painter = self.theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        wide = 2 if on else 1
        painter.setPen(QPen(theme.colour("primary" if on else "line_strong"), wide))
        hover = "sunken" if self.underMouse() else "surface"
        painter.setBrush(theme.colour("primary_soft" if on else hover))
        half = wide / 2
        area = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(area, tokens.Radius.option, tokens.Radius.option)
        x = theme.px(16)
        if self._picture is not None:
            high = round(self._picture.height() / self._picture.devicePixelRatio())
            painter.drawPixmap(x, (self.height() - high) // 2, self._picture)
        elif self._icon:
            side = theme.px(24)
            mark = theme.pixmap(self._icon, 24, self._role)
            painter.drawPixmap(x, (self.height() - side) // 2, mark)
        self._paint_words(painter, x + self._lead(), bold=on or (self._below and self._lead() > 0))
        end = theme.px(20)
        at = (self.width() - theme.px(16) - end, (self.height() - end) // 2)
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("primary"))
            painter.drawEllipse(QRectF(*at, end, end))
            small = theme.px(14)
            inset = (end - small) // 2
            mark = theme.pixmap("check", 14, "on_primary")
            painter.drawPixmap(at[0] + inset, at[1] + inset, mark)
        elif self._after:
            painter.drawPixmap(*at, theme.pixmap(self._after, 20, "ink"))

    def _paint_words(self, painter: QPainter, x: int, *, bold: bool) -> None:
        theme = self.theme
        first = theme.font("h3", bold=bold)
        big, small = QFontMetrics(first), QFontMetrics(self._second)
        second = self.words.second
        stacked = bool(second) and self._below
        height = big.height() + (small.height() if stacked else 0)
        base = (self.height() - height) // 2 + big.ascent()
        painter.setFont(first)
        painter.setPen(theme.colour("ink"))
        painter.drawText(x, base, self.words.main)
        if second:
            painter.setFont(self._second)
            painter.setPen(theme.colour("ink_2"))
            if stacked:
                painter.drawText(x, base + big.descent() + small.ascent(), second)
            else:
                painter.drawText(x + big.horizontalAdvance(self.words.main) + 8, base, second)


class CheckBox(_Choice):
    """A box of 24 pixels in a target of 40, with its words beside it; no words where a row
    already says what it ticks (``words`` is then only the accessible name). Such a box stands at
    the left edge of its target, or ``at_end`` at the right one, in line with what is above it."""

    def __init__(
        self, theme: Theme, words: Words, *, silent: bool = False, at_end: bool = False
    ) -> None:
        super().__init__(theme, words)
        self._silent = silent
        self._left = 0
        self._first, self._second = theme.font("ui"), theme.font("ui", second=True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setProperty("radius", tokens.Radius.button)
        if silent:
            side, hit = theme.px(tokens.Size.checkbox), theme.px(tokens.Size.checkbox_hit)
            self._left = hit - side if at_end else 0
            self.setProperty("ring_area", QRect(self._left, (hit - side) // 2, side, side))

    def sizeHint(self) -> QSize:
        """Return box, gap and words."""
        hit = self.theme.px(tokens.Size.checkbox_hit)
        if self._silent:
            return QSize(hit, hit)
        first = QFontMetrics(self._first).horizontalAdvance(self.words.main)
        second = QFontMetrics(self._second).horizontalAdvance(self.words.second or "")
        inner = first + (second + self.theme.px(6) if second else 0)
        return QSize(hit + self.theme.px(4) + inner + self.theme.px(4), hit)

    def minimumSizeHint(self) -> QSize:
        """Return the same: words are never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box, its check and the words."""
        theme, painter = self.theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = theme.px(tokens.Size.checkbox)
        # Without words the box lines up with what stands above it; the target stays wide.
        gap = self._left if self._silent else (theme.px(tokens.Size.checkbox_hit) - side) / 2
        box = QRectF(gap, (self.height() - side) / 2, side, side)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("primary"))
            painter.drawRoundedRect(box, 5, 5)
            small = theme.px(18)
            inset = (side - small) / 2
            at = box.topLeft()
            mark = theme.pixmap("check", 18, "on_primary")
            painter.drawPixmap(round(at.x() + inset), round(at.y() + inset), mark)
        else:
            painter.setPen(QPen(theme.colour("line_strong"), 2))
            hover = "sunken" if self.underMouse() else "surface"
            painter.setBrush(theme.colour(hover))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 5, 5)
        if self._silent:
            return
        x = theme.px(tokens.Size.checkbox_hit) + theme.px(4)
        metrics = QFontMetrics(self._first)
        base = (self.height() - metrics.height()) // 2 + metrics.ascent()
        painter.setFont(self._first)
        painter.setPen(theme.colour("ink"))
        painter.drawText(x, base, self.words.main)
        if self.words.second:
            painter.setFont(self._second)
            painter.setPen(theme.colour("ink_2"))
            after = x + metrics.horizontalAdvance(self.words.main) + theme.px(6)
            painter.drawText(after, base, self.words.second)


class Tab(_Choice):
    """A filter tab: looks like a button and carries a count."""

    def __init__(self, theme: Theme, words: Words, count: str = "") -> None:
        super().__init__(theme, words)
        self._count = count
        self._font, self._small = theme.font("tool"), theme.font("caption")
        self.setFixedHeight(theme.px(tokens.Size.button))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{words.spoken} {count}".strip())
        self.setProperty("radius", tokens.Radius.button)

    def sizeHint(self) -> QSize:
        """Return the room of word and count, bold so that choosing moves nothing."""
        word = QFontMetrics(self.theme.font("tool", bold=True)).horizontalAdvance(self.words.main)
        count = QFontMetrics(self._small).horizontalAdvance(self._count)
        gap = self.theme.px(8) if count else 0
        return QSize(word + gap + count + 2 * self.theme.px(14), self.height())

    def minimumSizeHint(self) -> QSize:
        """Return the same: words are never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tab."""
        theme, painter = self.theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        painter.setPen(QPen(theme.colour("primary_line" if on else "line"), 1))
        hover = "sunken" if self.underMouse() else "surface"
        painter.setBrush(theme.colour("primary_soft" if on else hover))
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(area, tokens.Radius.button, tokens.Radius.button)
        font = theme.font("tool", bold=on)
        metrics = QFontMetrics(font)
        x = theme.px(14)
        base = (self.height() - metrics.height()) // 2 + metrics.ascent()
        painter.setFont(font)
        painter.setPen(theme.colour("primary" if on else "ink"))
        painter.drawText(x, base, self.words.main)
        painter.setFont(self._small)
        painter.setPen(theme.colour("primary" if on else "ink_2"))
        painter.drawText(
            x + metrics.horizontalAdvance(self.words.main) + theme.px(8), base, self._count
        )


class Segments(QWidget):
    """Two to five short choices in one row, one of them on. ``chosen`` gives the index."""

    chosen = Signal(int)

    def __init__(
        self, theme: Theme, names: tuple[Words, ...], current: int, *, name: str = "segment"
    ) -> None:
        super().__init__()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for i, words in enumerate(names):
            edges = (i == 0, i == len(names) - 1)
            segment = _Segment(theme, words, edges)
            segment.setObjectName(f"{name}{i}")
            segment.setChecked(i == current)
            if i != current:
                # Tab comes to the chosen one, the arrows lead on from there.
                segment.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            segment.clicked.connect(lambda _=False, at=i: self.chosen.emit(at))
            layout.addWidget(segment)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def choose(self, current: int) -> None:
        """Show another one as chosen, without telling anybody."""
        for at, segment in enumerate(self.findChildren(_Segment)):
            segment.setChecked(at == current)
            policy = Qt.FocusPolicy
            segment.setFocusPolicy(policy.StrongFocus if at == current else policy.ClickFocus)


class _Segment(_Choice):
    """One piece of a row of segments; ``edges`` tells whether it is the first and the last."""

    def __init__(self, theme: Theme, words: Words, edges: tuple[bool, bool]) -> None:
        super().__init__(theme, words)
        self.setAutoExclusive(True)
        self._edges = edges
        wide = QFontMetrics(theme.font("tool", bold=True)).horizontalAdvance(words.main)
        high = theme.px(tokens.Size.button)
        self.setFixedSize(max(wide + 2 * theme.px(12), high), high)
        self.setProperty("radius", tokens.Radius.button)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the piece: the rounded ends are a rectangle that reaches beyond the clip."""
        theme, painter = self.theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        first, last = self._edges
        radius = tokens.Radius.button
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        area.adjust(0 if first else -2 * radius, 0, 0 if last else 2 * radius, 0)
        painter.setPen(QPen(theme.colour("line"), 1))
        hover = "sunken" if self.underMouse() else "surface"
        painter.setBrush(theme.colour("primary_soft" if on else hover))
        painter.drawRoundedRect(area, radius, radius)
        if not last:
            painter.drawLine(self.width() - 1, 1, self.width() - 1, self.height() - 2)
        painter.setFont(theme.font("tool", bold=on))
        painter.setPen(theme.colour("primary" if on else "ink"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.words.main)
