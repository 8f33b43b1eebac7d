"""A field that opens a list to choose one thing from."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy

from pdo_app.ui import tokens
from pdo_app.ui.language import Words
from pdo_app.ui.theme import Theme


class Select(QAbstractButton):
    """Shows the chosen name, or ``empty`` while ``current`` is None. ``chosen`` tells the place
    of a new choice among ``names``. Both languages stand in two lines; long words wrap."""

    chosen = Signal(int)

    def __init__(
        self,
        theme: Theme,
        names: tuple[Words, ...],
        empty: Words,
        *,
        current: int | None = None,
        icon: str = "",
    ) -> None:
        super().__init__()
        self._theme, self._names, self._empty, self._icon = theme, names, empty, icon
        self._subject = ""
        self.current = current
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("radius", tokens.Radius.field)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self._open)
        self._name()

    def set_subject(self, words: Words) -> None:
        """Say in the accessible name what is chosen for."""
        self._subject = words.spoken
        self._name()

    def choose(self, place: int) -> None:
        """Take a choice and tell it."""
        self.current = place
        self._name()
        self.updateGeometry()
        self.update()
        self.chosen.emit(place)

    @property
    def _shown(self) -> Words:
        return self._empty if self.current is None else self._names[self.current]

    def _name(self) -> None:
        said = self._shown.spoken
        self.setText(said.replace("&", "&&"))
        self.setAccessibleName(f"{self._subject}: {said}" if self._subject else said)

    def _open(self) -> None:
        menu = QMenu(self)
        menu.setFont(self._theme.font("ui"))
        for place, words in enumerate(self._names):
            action = QAction(words.spoken.replace("&", "&&"), menu, checkable=True)
            action.setChecked(place == self.current)
            action.triggered.connect(lambda _=False, at=place: self.choose(at))
            menu.addAction(action)
        menu.setMinimumWidth(self.width())
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 4)))

    def _boxes(self, width: int) -> tuple[QRectF, QRectF]:
        room = width - self._left() - self._theme.px(12 + 20 + 8)
        flags = Qt.TextFlag.TextWordWrap
        first = QFontMetrics(self._theme.font("ui"))
        top = first.boundingRect(0, 0, room, 10_000, flags, self._shown.main)
        if not self._shown.second:
            return QRectF(0, 0, room, top.height()), QRectF()
        second = QFontMetrics(self._theme.font("ui", second=True))
        below = second.boundingRect(0, 0, room, 10_000, flags, self._shown.second)
        return QRectF(0, 0, room, top.height()), QRectF(0, top.height(), room, below.height())

    def _left(self) -> int:
        return self._theme.px(12) + (self._theme.px(24 + 8) if self._icon else 0)

    def hasHeightForWidth(self) -> bool:
        """Tell that long words need more height."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that the chosen words need."""
        first, second = self._boxes(width)
        words = round(max(first.bottom(), second.bottom()))
        return max(self._theme.px(tokens.Size.field), words + self._theme.px(12))

    def sizeHint(self) -> QSize:
        """Return a usual width with its height."""
        width = self._theme.px(260)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return a width below which the words are unreadable."""
        return QSize(self._theme.px(160), self._theme.px(tokens.Size.field))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field, its words and the arrow."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("line_strong"), 1))
        painter.setBrush(theme.colour("sunken" if self.underMouse() else "surface"))
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(area, tokens.Radius.field, tokens.Radius.field)
        if self._icon:
            side = theme.px(24)
            top = (self.height() - side) // 2
            painter.drawPixmap(theme.px(12), top, theme.pixmap(self._icon, 24, "ink"))
        first, second = self._boxes(self.width())
        above = (self.height() - max(first.bottom(), second.bottom())) / 2
        painter.setFont(theme.font("ui"))
        painter.setPen(theme.colour("ink_3" if self.current is None else "ink"))
        flags = Qt.TextFlag.TextWordWrap
        painter.drawText(first.translated(self._left(), above), flags, self._shown.main)
        if self._shown.second:
            painter.setFont(theme.font("ui", second=True))
            painter.setPen(theme.colour("ink_3" if self.current is None else "ink_2"))
            painter.drawText(second.translated(self._left(), above), flags, self._shown.second)
        side = theme.px(20)
        arrow = theme.pixmap("chevron-down", 20, "ink_2")
        painter.drawPixmap(self.width() - theme.px(12) - side, (self.height() - side) // 2, arrow)
