"""A month of days to choose from, and the field that opens it."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from pdo_app.ui import tokens
from pdo_app.ui.language import Language, Words
from pdo_app.ui.theme import Theme
from pdo_app.ui.widgets.button import IconButton, Pressable
from pdo_app.ui.widgets.label import Label
from pdo_app.ui.widgets.popup import Popup
from pdo_app.ui.widgets.surface import row

_WEEK, _ROWS = 7, 6
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -_WEEK,
    Qt.Key.Key_Down: _WEEK,
}
_MONTHS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


def month_later(day: date, months: int) -> date:
    """Return the same day some months later (or earlier), the month's last where it is shorter."""
    index = day.year * 12 + day.month - 1 + months
    first = date(index // 12, index % 12 + 1, 1)
    following = date((index + 1) // 12, (index + 1) % 12 + 1, 1)
    return min(first + timedelta(days=day.day - 1), following - timedelta(days=1))


class Days(QWidget):
    """The days of one month, Monday first. ``earliest`` and what follows can be chosen; arrow
    keys move the cursor by days and weeks, Page Up and Page Down by months."""

    picked = Signal(date)
    moved = Signal()

    def __init__(
        self, theme: Theme, language: Language, cursor: date, chosen: date | None, today: date
    ) -> None:
        super().__init__()
        self._theme, self._language = theme, language
        self.at_day, self._chosen, self._today = cursor, chosen, today
        self._hover: date | None = None
        self._pressed = False
        self._cell = theme.px(tokens.Size.button)
        self.setFixedSize(_WEEK * self._cell, (_ROWS + 1) * self._cell)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._tell()

    def go(self, day: date) -> None:
        """Put the cursor on a day, on the first one that can be chosen where it is earlier."""
        self.at_day = max(day, self._today)
        self._tell()
        self.update()
        self.moved.emit()

    def at(self, where: QPoint) -> date | None:
        """Return the day at a point of this widget, None beside the days."""
        column, line = where.x() // self._cell, where.y() // self._cell - 1
        if not (0 <= column < _WEEK and 0 <= line < _ROWS):
            return None
        return self._first() + timedelta(days=line * _WEEK + column)

    def _first(self) -> date:
        first = self.at_day.replace(day=1)
        return first - timedelta(days=first.weekday())

    def _tell(self) -> None:
        texts = self._language.texts
        name = f"{texts.date(self.at_day, 'long')} {texts.date(self.at_day, 'weekday')}"
        self.setAccessibleName(name)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the cursor, or take its day."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.go(self.at_day + timedelta(days=_STEPS[key]))
        elif key in _MONTHS:
            self.go(month_later(self.at_day, _MONTHS[key]))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.picked.emit(self.at_day)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light the day under the mouse."""
        self._hover = self.at(event.position().toPoint())
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Put the light out."""
        self._hover = None
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember that the click began here."""
        self._pressed = True

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take no day: the first of two clicks opened the calendar, perhaps under the mouse."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take the day under the mouse, where the click began here."""
        day = self.at(event.position().toPoint())
        pressed, self._pressed = self._pressed, False
        if pressed and day is not None and day >= self._today:
            self.picked.emit(day)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the names of the days and the days."""
        theme, painter, cell = self._theme, QPainter(self), self._cell
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        first, centre = self._first(), Qt.AlignmentFlag.AlignCenter
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.colour("ink_2"))
        for i in range(_WEEK):
            name = self._language.texts.date(first + timedelta(days=i), "short_weekday")
            painter.drawText(QRectF(i * cell, 0, cell, cell), centre, name)
        for i in range(_WEEK * _ROWS):
            day = first + timedelta(days=i)
            if day.month == self.at_day.month:
                box = QRectF(i % _WEEK * cell, (i // _WEEK + 1) * cell, cell, cell)
                self._paint_day(painter, box.adjusted(2, 2, -2, -2), day)

    def _paint_day(self, painter: QPainter, box: QRectF, day: date) -> None:
        theme, chosen, today = self._theme, day == self._chosen, day == self._today
        fill = "primary" if chosen else None
        if not chosen and day == self._hover and day >= self._today:
            fill = "sunken"
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(fill) if fill else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, tokens.Radius.button, tokens.Radius.button)
        if day == self.at_day and self.hasFocus() and not chosen:
            painter.setPen(QPen(theme.colour("primary"), 2))
            painter.drawRoundedRect(
                box.adjusted(1, 1, -1, -1), tokens.Radius.button, tokens.Radius.button
            )
        ink = "thread_text" if today else "ink"
        if day < self._today:
            ink = "ink_3"
        painter.setFont(theme.font("ui", bold=chosen or today))
        painter.setPen(theme.colour("on_primary" if chosen else ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(day.day))


class Calendar(QWidget):
    """A month with the way to the months before and after it. ``picked`` gives the day."""

    picked = Signal(date)

    def __init__(self, theme: Theme, language: Language, chosen: date | None, today: date) -> None:
        super().__init__()
        self._language = language
        cursor = max(chosen or today, today)
        self.days = Days(theme, language, cursor, chosen, today)
        self.days.picked.connect(self.picked)
        self.days.moved.connect(self._head)
        self._before = IconButton(theme, language.words("Month before"), "chevron-left")
        self._after = IconButton(theme, language.words("Month after"), "chevron-right")
        self._before.clicked.connect(lambda: self._turn(-1))
        self._after.clicked.connect(lambda: self._turn(1))
        self._before.repeats = self._after.repeats = True
        self._title = Label(theme, "", "ui_bold")
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._today = today
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        head = row(0)
        head.addWidget(self._before)
        head.addWidget(self._title, 1)
        head.addWidget(self._after)
        column.addLayout(head)
        column.addWidget(self.days)
        self._head()

    def _turn(self, months: int) -> None:
        self.days.go(month_later(self.days.at_day, months))

    def _head(self) -> None:
        month = self.days.at_day.replace(day=1)
        self._title.setText(self._language.texts.date(month, "month"))
        self._before.setEnabled(month > self._today)


class DateField(Pressable):
    """A field that shows a day and opens the calendar. ``words`` name it for a screen reader,
    ``empty`` stands in it while there is no day; days before ``today`` cannot be chosen.
    ``picked`` gives the day that a person chose."""

    picked = Signal(date)

    def __init__(
        self, theme: Theme, language: Language, words: Words, day: date | None, today: date
    ) -> None:
        super().__init__()
        self._theme, self._language, self._words = theme, language, words
        self._today, self._wrong, self._open = today, False, False
        self._empty = language.words("Choose the day")
        self.setFixedHeight(theme.px(tokens.Size.field))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("radius", tokens.Radius.field)
        self.clicked.connect(self.open)
        self.show_day(day)

    def show_day(self, day: date | None) -> None:
        """Show a day, or that none is chosen."""
        self.day = day
        shown = self._language.texts.date(day, "long") if day else self._empty.spoken
        self._shown = shown
        self.setText(shown)
        self.setAccessibleName(f"{self._words.spoken}: {shown}")
        self.update()

    def set_wrong(self, wrong: bool) -> None:
        """Give the field the edge of one that cannot be taken as it is."""
        self._wrong = wrong
        self.update()

    def open(self) -> Popup:
        """Open the calendar below the field."""
        popup = Popup(self._theme, self)
        calendar = Calendar(self._theme, self._language, self.day, self._today)
        calendar.picked.connect(self._take)
        calendar.picked.connect(popup.close)
        popup.body.addWidget(calendar)
        popup.destroyed.connect(self._closed)
        self._open = True
        self.update()
        popup.open()
        calendar.days.setFocus()
        return popup

    def _take(self, day: date) -> None:
        self.show_day(day)
        self.picked.emit(day)

    def _closed(self) -> None:
        self._open = False
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the calendar with the arrow down too."""
        if event.key() == Qt.Key.Key_Down:
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Return a width that holds a long date."""
        return QSize(self._theme.px(272), self._theme.px(tokens.Size.field))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw edge, icon, day and arrow."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge, wide = ("wrong", 2) if self._wrong else ("line_strong", 1)
        if self._open:
            edge, wide = "primary", 2
        ink = "ink" if self.day else "ink_3"
        fill = "sunken" if self.underMouse() and self.isEnabled() else "surface"
        if not self.isEnabled():
            fill, edge, wide, ink = "sunken", "sunken", 1, "ink_3"
        painter.setPen(QPen(theme.colour(edge), wide))
        painter.setBrush(theme.colour(fill))
        half = wide / 2
        area = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(area, tokens.Radius.field, tokens.Radius.field)
        pad, side = theme.px(16), theme.px(20)
        top = (self.height() - side) // 2
        painter.drawPixmap(pad, top, theme.pixmap("calendar", 20, ink))
        end = self.width() - pad - side
        painter.drawPixmap(end, top, theme.pixmap("chevron-down", 20, ink))
        painter.setFont(theme.font("ui"))
        painter.setPen(theme.colour(ink))
        left = pad + side + theme.px(12)
        room = self.rect().adjusted(left, 0, end - theme.px(8) - self.width(), 0)
        where = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        words = painter.fontMetrics().elidedText(
            self._shown, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, where, words)
