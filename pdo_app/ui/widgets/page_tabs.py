"""Page tabs: words with a thread under the current one, over a hairline."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from pdo_app.ui import tokens
from pdo_app.ui.language import Words
from pdo_app.ui.theme import Layout, Theme
from pdo_app.ui.widgets.button import Button, Pressable
from pdo_app.ui.widgets.flow import flow
from pdo_app.ui.widgets.surface import row

_THREAD = 3


class PageTabs(QWidget):
    """A row of tabs, given as (name, words); in several rows where there is little room.
    ``chosen`` tells the name of the tab that a person goes to."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, tabs: tuple[tuple[str, Words], ...], current: str) -> None:
        super().__init__()
        self._theme = theme
        side = theme.px(tokens.Size.page_padding) if theme.layout is not Layout.C else 24
        self._side = side
        made = []
        for name, words in tabs:
            if theme.layout in (Layout.B, Layout.C):
                words = Words(words.main)
            tab = _PageTab(theme, words)
            tab.setObjectName(f"tab_{name}")
            tab.setChecked(name == current)
            if name != current:
                # Tab comes to the current one, the arrows lead on from there.
                tab.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            tab.clicked.connect(lambda _=False, at=name: self.chosen.emit(at))
            made.append(tab)
        line = row(margins=(side, 0, side, 0))
        self.setLayout(line)
        line.addWidget(flow(theme.px(24 if theme.layout is not Layout.C else 8), *made), 1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the hairline below all of them."""
        wide = self.width() - 2 * self._side
        colour = self._theme.colour("line")
        QPainter(self).fillRect(self._side, self.height() - 1, wide, 1, colour)


class TabMenu(Button):
    """The same tabs as a menu below one button, which says where one is."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, tabs: tuple[tuple[str, Words], ...], current: str) -> None:
        here = next(words for name, words in tabs if name == current)
        super().__init__(theme, Words(here.main), "outlined", after="chevron-down")
        self.setAccessibleName(here.spoken)
        self.setObjectName("tabs")
        self._tabs, self._current = tabs, current
        self.clicked.connect(self._open)

    def _open(self) -> None:
        menu = QMenu(self)
        menu.setFont(self._theme.font("ui"))
        for name, words in self._tabs:
            action = QAction(words.spoken.replace("&", "&&"), menu, checkable=True)
            action.setChecked(name == self._current)
            action.triggered.connect(lambda _=False, at=name: self.chosen.emit(at))
            menu.addAction(action)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 4)))


class _PageTab(Pressable):
    """The words of one tab, bold over the thread where it is the current one."""

    def __init__(self, theme: Theme, words: Words) -> None:
        super().__init__()
        self._theme, self._words = theme, words
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setText(words.spoken.replace("&", "&&"))
        self.setAccessibleName(words.spoken)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setProperty("radius", tokens.Radius.button)

    def sizeHint(self) -> QSize:
        """Return the room of bold words, so that choosing moves nothing."""
        wide = QFontMetrics(self._theme.font("ui_bold")).horizontalAdvance(self._words.spoken)
        return QSize(wide + 2, self._theme.px(tokens.Size.button) + _THREAD + 1)

    def minimumSizeHint(self) -> QSize:
        """Return the same: words are never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words and, below the current one, the thread."""
        theme, painter = self._theme, QPainter(self)
        on = self.isChecked()
        painter.setFont(theme.font("ui_bold" if on else "ui"))
        painter.setPen(theme.colour("ink" if on or self.underMouse() else "ink_2"))
        words = self.rect().adjusted(0, 0, 0, -_THREAD - 1)
        where = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(words, where, self._words.spoken)
        if on:
            top = self.height() - _THREAD
            painter.fillRect(0, top, self.width(), _THREAD, theme.colour("thread"))
