"""The rows of a checklist, each with its piece of the thread: date, knot, thing to do."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pdo_app.learning.checklists import Task
from pdo_app.learning.due import TaskState
from pdo_app.reports.checklist_sheet import when
from pdo_app.ui import tokens
from pdo_app.ui.language import Language
from pdo_app.ui.learn.checklist_detail import due_words
from pdo_app.ui.learn.checklist_line import When
from pdo_app.ui.theme import Layout, Theme
from pdo_app.ui.widgets.choice import CheckBox
from pdo_app.ui.widgets.label import PairLabel
from pdo_app.ui.widgets.patch import Chip
from pdo_app.ui.widgets.surface import Surface, column, row


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
        self._due = due_words(language, task)[0].spoken
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
        self._marks.show_note(there)
        parts = [self._due, self._has_note] if there else [self._due]
        self.tick.setAccessibleDescription(", ".join(parts))

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

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Do not close what the first of two clicks opened."""

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
    What is not shown keeps its room, so that nothing jumps; only the narrowest layout has none
    to spare for a note that is not there."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._note = self.chosen = False
        self.setFixedHeight(theme.px(tokens.Size.checkbox_hit))
        self.show_note(False)

    def show_note(self, there: bool) -> None:
        """Show or hide the mark of a note."""
        self._note = there
        spare = there or self._theme.layout is not Layout.C
        self.setFixedWidth(self._theme.px(48 if spare else 20))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw one or two icons."""
        theme, painter = self._theme, QPainter(self)
        side = theme.px(20)
        top = (self.height() - side) // 2
        if self._note:
            painter.drawPixmap(0, top, theme.pixmap("note", 20, "ink_2"))
        opens_here = theme.layout in (Layout.B, Layout.C)
        if self.chosen:
            name, role = "chevron-up" if opens_here else "chevron-right", "ink"
        elif opens_here:
            name, role = "chevron-down", "ink_2"
        else:
            return
        painter.drawPixmap(self.width() - side, top, theme.pixmap(name, 20, role))


def due_label(theme: Theme, language: Language, task: Task, today: date) -> When:
    """Return the day of a task, with the day of the week where it is near, else how it is
    counted."""
    texts = language.texts
    counted = when(task.item, texts, texts.main)
    if task.due is None:
        return When(theme, counted, colour="ink_2", quiet=True)
    if task.due == today:
        return When(theme, language.say("Today"), counted, "thread_text")
    near = task.state is TaskState.SOON
    below = texts.date(task.due, "weekday") if near else counted
    return When(theme, unbroken(texts.date(task.due, "day")), below)


def unbroken(date_words: str) -> str:
    """Return a date whose parts stay on one line."""
    return date_words.replace(" ", "\u00a0")
