"""A link in the margin of a text: an icon and words that wrap, in the colour of links."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from pdo_app.ui import tokens
from pdo_app.ui.language import Words
from pdo_app.ui.theme import Theme
from pdo_app.ui.widgets.button import Pressable

_FLAGS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft


class Link(Pressable):
    """A button without edge for a way that is named by a title, which may be long: where a
    :class:`Button` keeps one line, this one takes as many as the width asks for.

    The icon stands at the left edge of its column; the target is at least 40 pixels high.
    """

    def __init__(self, theme: Theme, words: Words, icon: str) -> None:
        super().__init__()
        self._theme, self._words, self._icon = theme, words, icon
        self._font = theme.font("tool")
        self._lead = theme.px(20) + theme.px(8)
        self.setText(words.spoken.replace("&", "&&"))
        self.setAccessibleName(words.spoken)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setProperty("radius", tokens.Radius.button)

    def _room(self, width: int) -> QRect:
        room = max(1, width - self._lead)
        return QFontMetrics(self._font).boundingRect(
            QRect(0, 0, room, 100_000), _FLAGS, self._words.main
        )

    def sizeHint(self) -> QSize:
        """Return the room of the words in one line."""
        wide = QFontMetrics(self._font).horizontalAdvance(self._words.main) + 2
        return QSize(self._lead + wide, self.heightForWidth(self._lead + wide))

    def minimumSizeHint(self) -> QSize:
        """Return a width at which words still read well."""
        wide = min(self.sizeHint().width(), self._lead + self._theme.px(120))
        return QSize(wide, self._theme.px(tokens.Size.tool))

    def hasHeightForWidth(self) -> bool:
        """Tell the layout that a narrow link is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that the wrapped words need."""
        words = self._room(width).height() + self._theme.px(12)
        return max(self._theme.px(tokens.Size.tool), words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the height of the new width: a fixed height is all that every layout respects."""
        wanted = self.heightForWidth(self.width())
        if self.minimumHeight() != wanted:
            self.setFixedHeight(wanted)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw icon and words, underlined below the mouse."""
        theme, painter = self._theme, QPainter(self)
        high = self._room(self.width()).height()
        top = (self.height() - high) // 2
        line = QFontMetrics(self._font).height()
        side = theme.px(20)
        painter.drawPixmap(0, top + (line - side) // 2, theme.pixmap(self._icon, 20, "primary"))
        font = theme.font("tool")
        font.setUnderline(self.underMouse() or self.isDown())
        painter.setFont(font)
        painter.setPen(theme.colour("primary"))
        box = QRect(self._lead, top, self.width() - self._lead, high)
        painter.drawText(box, _FLAGS, self._words.main)
