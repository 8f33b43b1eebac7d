"""An answer of a question: a letter knot, the words, and after checking the verdict in words."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from pdo_app.ui import tokens
from pdo_app.ui.language import Words
from pdo_app.ui.theme import Layout, Theme
from pdo_app.ui.widgets.button import Pressable


class Verdict(StrEnum):
    """What an option shows."""

    OPEN = "open"
    RIGHT = "right"
    WRONG = "wrong"
    FADED = "faded"


class Option(Pressable):
    """One option. ``letter`` stands in the knot; ``remark`` is the verdict in words, shown at the
    right; ``large`` is the height of a quiz, else that of a lesson. ``box`` draws a square knot,
    for questions with several answers. Long words wrap."""

    def __init__(
        self,
        theme: Theme,
        words: Words,
        letter: str,
        *,
        verdict: Verdict = Verdict.OPEN,
        remark: Words | None = None,
        large: bool = True,
        box: bool = False,
    ) -> None:
        super().__init__()
        self._theme, self._words, self._letter = theme, words, letter
        self._verdict, self._remark, self._large, self._box = verdict, remark, large, box
        self.setCheckable(True)
        self.toggled.connect(self._fit)  # bold words are wider
        self.setText(words.spoken.replace("&", "&&"))
        said = f"{letter} {words.spoken}"
        self.setAccessibleName(f"{said} {remark.spoken}" if remark else said)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("radius", tokens.Radius.option)
        if verdict is Verdict.OPEN:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        else:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @property
    def _knot(self) -> int:
        return self._theme.px(36 if self._large else 32)

    @property
    def _beside(self) -> bool:
        """In a lesson's short option the second language stands beside the first."""
        return not self._large and self._theme.layout is not Layout.C

    def _remark_width(self) -> int:
        if self._remark is None:
            return 0
        metrics = QFontMetrics(self._theme.font("tool", bold=True))
        return metrics.horizontalAdvance(self._remark.spoken) + self._theme.px(24)

    def _left(self) -> int:
        return self._theme.px(18) + self._knot + self._theme.px(16)

    def _fonts(self) -> tuple[QFontMetrics, QFontMetrics]:
        bold = self.isChecked() or self._verdict is Verdict.RIGHT
        first = self._theme.font("ui", bold=bold)
        if self._large:
            first = self._theme.font_px(17, bold=bold)
        return QFontMetrics(first), QFontMetrics(self._theme.font("ui", second=True))

    def _boxes(self, width: int) -> tuple[QRectF, QRectF]:
        """Return where both languages go, counted from the top of the words."""
        room = width - self._left() - self._theme.px(18) - self._remark_width()
        room = max(room, self._theme.px(80))
        first, second = self._fonts()
        flags = Qt.TextFlag.TextWordWrap
        top = first.boundingRect(0, 0, room, 10_000, flags, self._words.main)
        if not self._words.second:
            return QRectF(0, 0, room, top.height()), QRectF()
        below = second.boundingRect(0, 0, room, 10_000, flags, self._words.second)
        one_line = first.horizontalAdvance(self._words.main) + self._theme.px(12)
        beside = second.horizontalAdvance(self._words.second)
        if self._beside and one_line + beside <= room:
            return QRectF(0, 0, one_line, top.height()), QRectF(one_line, 0, beside, top.height())
        return (
            QRectF(0, 0, room, top.height()),
            QRectF(0, top.height(), room, below.height()),
        )

    def hasHeightForWidth(self) -> bool:
        """Tell that long words need more height."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that the wrapped words need."""
        first, second = self._boxes(width)
        words = max(first.bottom(), second.bottom())
        least = tokens.Size.option_quiz_min if self._large else tokens.Size.option_min
        return max(self._theme.px(least), round(words) + self._theme.px(20))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the height of the new width: a fixed height is all that every layout respects."""
        self._fit()

    def _fit(self) -> None:
        wanted = self.heightForWidth(self.width())
        if self.minimumHeight() != wanted:
            self.setFixedHeight(wanted)

    def sizeHint(self) -> QSize:
        """Return a usual width with its height."""
        width = self._theme.px(480)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return a width below which the words are unreadable."""
        return QSize(self._theme.px(200), self._theme.px(tokens.Size.option_min))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the option."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, edge, wide, ink, second = self._look()
        painter.setPen(QPen(theme.colour(edge), wide))
        painter.setBrush(theme.colour(fill))
        half = wide / 2
        area = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(area, tokens.Radius.option, tokens.Radius.option)
        self._paint_knot(painter)
        first_box, second_box = self._boxes(self.width())
        high = max(first_box.bottom(), second_box.bottom())
        top = (self.height() - high) / 2
        bold = self.isChecked() or self._verdict is Verdict.RIGHT
        font = theme.font_px(17, bold=bold) if self._large else theme.font("ui", bold=bold)
        flags = Qt.TextFlag.TextWordWrap
        painter.setFont(font)
        painter.setPen(theme.colour(ink))
        painter.drawText(first_box.translated(self._left(), top), flags, self._words.main)
        if self._words.second:
            painter.setFont(theme.font("ui", second=True))
            painter.setPen(theme.colour(second))
            shift = second_box.translated(self._left(), top)
            if second_box.top() == 0:
                painter.drawText(shift, Qt.AlignmentFlag.AlignVCenter, self._words.second)
            else:
                painter.drawText(shift, flags, self._words.second)
        if self._remark is not None:
            right = self._verdict is Verdict.RIGHT
            painter.setFont(theme.font("tool", bold=right))
            painter.setPen(theme.colour("right" if right else "wrong"))
            end = self.rect().adjusted(0, 0, -theme.px(18), 0)
            where = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(end, where, self._remark.spoken)

    def _look(self) -> tuple[str, str, int, str, str]:
        """Return fill, edge, its width, ink and the ink of the second language."""
        match self._verdict:
            case Verdict.RIGHT:
                return "right_soft", "right", 2, "ink", "ink_2"
            case Verdict.WRONG:
                return "wrong_soft", "wrong", 2, "ink", "ink_2"
            case Verdict.FADED:
                return "surface", "line", 1, "ink_2", "ink_2"
            case _:
                if self.isChecked():
                    return "primary_soft", "primary", 2, "ink", "ink_2"
                return (
                    "sunken" if self.underMouse() else "surface",
                    "line_strong",
                    1,
                    "ink",
                    "ink_2",
                )

    def _paint_knot(self, painter: QPainter) -> None:
        theme, side = self._theme, self._knot
        centre = QPointF(theme.px(18) + side / 2, self.height() / 2)
        ring = QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side)
        solid = {Verdict.RIGHT: "right", Verdict.WRONG: "wrong"}.get(self._verdict)
        if solid is None and self._verdict is Verdict.OPEN and self.isChecked():
            solid = "primary"
        painter.setPen(Qt.PenStyle.NoPen if solid else QPen(theme.colour("line_strong"), 2))
        painter.setBrush(theme.colour(solid or "surface"))
        shape = ring if solid else ring.adjusted(1, 1, -1, -1)
        round_to = theme.px(8) if self._box else side / 2
        painter.drawRoundedRect(shape, round_to, round_to)
        if self._verdict in (Verdict.RIGHT, Verdict.WRONG):
            name = "check" if self._verdict is Verdict.RIGHT else "x"
            ink = "on_primary" if self._verdict is Verdict.RIGHT else "on_wrong"
            mark, size = theme.pixmap(name, 20, ink), theme.px(20)
            painter.drawPixmap(QPointF(centre.x() - size / 2, centre.y() - size / 2), mark)
            return
        painter.setFont(theme.font("ui", bold=True))
        painter.setPen(theme.colour("on_primary" if solid else "ink_2"))
        painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, self._letter)
