"""The rows of a checklist, each with its piece of the thread: date, knot, thing to do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from pdo_app.learning.checklists import Task
from pdo_app.learning.due import TaskState
from pdo_app.reports.checklist_sheet import when
from pdo_app.ui import tokens
from pdo_app.ui.language import Language, Words
from pdo_app.ui.theme import Layout, Theme
from pdo_app.ui.widgets.choice import CheckBox
from pdo_app.ui.widgets.label import PairLabel
from pdo_app.ui.widgets.patch import Chip
from pdo_app.ui.widgets.surface import Surface, column, row, stitch
from pdo_app.ui.widgets.thread import Knot, Stop, paint_knot

DATES = 108
"""Width of the dates in unscaled pixels; the knots stand in a column of their own."""
KNOTS = 36


@dataclass(frozen=True, slots=True)
class Sewn:
    """The thread above and below a knot: None for none, True for sewn, False for stitched."""

    above: bool | None
    below: bool | None


class ThreadLine(QWidget):
    """A date at the left, a knot on the thread, ``content`` at the right. In the narrowest layout
    the date stands above the content.

    ``middle`` is how far below the top of the content the knot sits, in unscaled pixels.
    """

    def __init__(
        self,
        theme: Theme,
        content: QWidget,
        knot: QWidget,
        when: PairLabel | None,
        *,
        middle: int,
    ) -> None:
        super().__init__()
        narrow = theme.layout is Layout.C
        line = row()
        self.setLayout(line)
        if when is None:
            line.addSpacing(0 if narrow else theme.px(DATES + 8))
        elif not narrow:
            when.setAlignment(Qt.AlignmentFlag.AlignRight)
            when.setFixedWidth(theme.px(DATES))
            high = min(when.heightForWidth(theme.px(DATES)), theme.px(40))
            dates = column(margins=(0, max(0, theme.px(middle) - high // 2), theme.px(8), 0))
            dates.addWidget(when)
            dates.addStretch(1)
            line.addLayout(dates)
        line.addWidget(knot)
        line.addSpacing(theme.px(8))
        right = column(theme.px(2), margins=(0, 0, 0, theme.px(12)))
        if narrow and when is not None:
            right.addWidget(when)
        right.addWidget(content)
        line.addLayout(right, 1)


class DateKnot(QWidget):
    """A knot in the column of knots, with the thread through its middle. ``diameter`` and
    ``middle`` are unscaled pixels.

    The stitches go on from line to line: they are counted from the top of the whole thread.
    """

    def __init__(self, theme: Theme, stop: Stop, sewn: Sewn, *, diameter: int, middle: int) -> None:
        super().__init__()
        self.theme = theme
        self._stop, self._sewn = stop, sewn
        self._diameter, self._middle = theme.px(diameter), theme.px(middle)
        self.setFixedWidth(theme.px(KNOTS))
        self.setMinimumHeight(self._middle + self._diameter // 2 + 1)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the thread, then the knot on it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(self.width() / 2, self._middle)
        if self._sewn.above is not None:
            self._sew(painter, 0, middle.y(), done=self._sewn.above)
        if self._sewn.below is not None:
            self._sew(painter, middle.y(), self.height(), done=self._sewn.below)
        self.paint_knot(painter, middle, self._diameter)

    def paint_knot(self, painter: QPainter, middle: QPointF, diameter: int) -> None:
        """Draw the knot alone."""
        paint_knot(painter, self.theme, middle, diameter, self._stop)

    def _sew(self, painter: QPainter, top: float, bottom: float, *, done: bool) -> None:
        look = tokens.Stitch.thread_done if done else tokens.Stitch.thread_ahead
        pen = stitch(self.theme.colour("thread" if done else "line_strong"), look)
        line = self.parentWidget()
        pen.setDashOffset(((line.y() if line else 0) + self.y() + top) / look[0])
        painter.setPen(pen)
        x = self.width() / 2
        painter.drawLine(QPointF(x, top), QPointF(x, bottom))


class PlaneKnot(DateKnot):
    """The knot of the departure: an indigo disc with a plane."""

    def __init__(self, theme: Theme, sewn: Sewn, *, middle: int) -> None:
        super().__init__(theme, Stop(Knot.AHEAD), sewn, diameter=KNOTS, middle=middle)

    def paint_knot(self, painter: QPainter, middle: QPointF, diameter: int) -> None:
        """Draw disc and plane."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.colour("patch"))
        painter.drawEllipse(middle, diameter / 2, diameter / 2)
        half = self.theme.px(20) / 2
        plane = self.theme.pixmap("plane-departure", 20, "on_coat")
        painter.drawPixmap(QPointF(middle.x() - half, middle.y() - half), plane)


class Tick(CheckBox):
    """The box of a thing to do, which is also its stop for the keyboard: Space ticks, up and
    down go to its neighbours, Enter opens what it is about. ``reached`` tells of the focus."""

    reached = Signal()
    opened = Signal()
    moved = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys of a list."""
        match event.key():
            case Qt.Key.Key_Up:
                self.moved.emit(-1)
            case Qt.Key.Key_Down:
                self.moved.emit(1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.opened.emit()
            case _:
                super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the person is here."""
        super().focusInEvent(event)
        self.reached.emit()


class ItemRow(Surface):
    """A thing to do: box, title, mark of a note, chip. ``pressed`` tells of a click anywhere but
    on the box. What it is about can stand inside it, below a title."""

    pressed = Signal()

    def __init__(self, theme: Theme, language: Language, task: Task) -> None:
        super().__init__(theme, radius=tokens.Radius.option)
        self.task = task
        done = task.state is TaskState.DONE
        words = language.show(task.item.title)
        self._box = column(theme.px(4), margins=(theme.px(16), theme.px(14), theme.px(16), 0))
        self.setLayout(self._box)
        line = row(theme.px(8))
        self.tick = Tick(theme, words, silent=True)
        self.tick.setObjectName(f"tick_{task.item.id}")
        self.tick.setChecked(done)
        top = Qt.AlignmentFlag.AlignTop
        line.addWidget(self.tick, 0, top)
        colour = "ink_2" if done else "ink"
        title = PairLabel(theme, words, "h3", below=True, bold=not done, colour=colour)
        title.setMinimumHeight(theme.px(tokens.Size.checkbox_hit))
        line.addWidget(title, 1, top)
        if task.state is TaskState.LATE:
            line.addLayout(self._level(Chip(theme, language.say("Overdue"), "care")))
        elif done:
            line.addLayout(self._level(Chip(theme, language.say("Done"), "done")))
        self._marks = _Marks(theme)
        line.addWidget(self._marks, 0, top)
        self._box.addLayout(line)
        self._box.addSpacing(theme.px(14))
        self._has_note = language.words("Has a note").spoken
        self.show_note(bool(task.note))
        self._inside: QWidget | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMinimumHeight(theme.px(72))
        self.mark(False)

    def _level(self, chip: Chip) -> QVBoxLayout:
        """Return the chip in the middle of the box beside it."""
        room = self.theme.px(tokens.Size.checkbox_hit) - chip.height()
        held = column(margins=(0, room // 2, 0, 0))
        held.addWidget(chip)
        held.addStretch(1)
        return held

    def show_note(self, there: bool) -> None:
        """Show or hide the mark of a note."""
        self._marks.note = there
        self._marks.update()
        self.tick.setAccessibleDescription(self._has_note if there else "")

    def mark(self, chosen: bool) -> None:
        """Show whether this is the thing that is being told about."""
        self.edge, self.edge_width = ("primary", 2) if chosen else ("line", 1)
        self.fill = "primary_soft" if chosen else "surface"
        self._chosen = chosen
        self._marks.chosen = chosen
        self._marks.update()
        self.update()

    def put_inside(self, detail: QWidget | None) -> None:
        """Show what the thing is about below its title, or take that away."""
        if self._inside is not None:
            self._box.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = detail
        if detail is not None:
            left = 0 if self.theme.layout is Layout.C else self.theme.px(48)
            detail.setContentsMargins(left, 0, 0, self.theme.px(16))
            self._box.addWidget(detail)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell of a click."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.pressed.emit()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Answer the mouse."""
        if not self._chosen:
            self.fill = "sunken"
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Rest."""
        if not self._chosen:
            self.fill = "surface"
            self.update()


class _Marks(QWidget):
    """The end of a row: whether there is a note, and that the row can be opened, or is chosen.
    What is not shown keeps its room, so that nothing jumps."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.note = self.chosen = False
        self.setFixedSize(theme.px(20 + 8 + 20), theme.px(tokens.Size.checkbox_hit))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw one or two icons."""
        theme, painter = self._theme, QPainter(self)
        top = (self.height() - theme.px(20)) // 2
        if self.note:
            painter.drawPixmap(0, top, theme.pixmap("note", 20, "ink_2"))
        opens_here = theme.layout in (Layout.B, Layout.C)
        if self.chosen:
            name, role = "chevron-up" if opens_here else "chevron-right", "ink"
        elif opens_here:
            name, role = "chevron-down", "ink_2"
        else:
            return
        painter.drawPixmap(theme.px(28), top, theme.pixmap(name, 20, role))


def date_label(theme: Theme, language: Language, task: Task, today: date) -> PairLabel:
    """Return the day of a task and, below it, the day of the week or how it is counted."""
    texts = language.texts
    counted = when(task.item, texts, texts.main)
    if task.due is None:
        words, colour = Words(counted), "ink_2"
    elif task.due == today:
        words, colour = Words(language.say("Today"), counted), "thread_text"
    else:
        near = task.state is TaskState.SOON
        below = texts.date(task.due, "weekday") if near else counted
        words, colour = Words(unbroken(texts.date(task.due, "day")), below), "ink"
    undated = task.due is None
    return PairLabel(
        theme,
        words,
        "caption" if undated else "tool",
        colour=colour,
        bold=not undated,
        below=theme.layout is not Layout.C,
    )


def unbroken(date_words: str) -> str:
    """Return a date whose parts stay on one line."""
    return date_words.replace(" ", "\u00a0")
