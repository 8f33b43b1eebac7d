"""A list on the thread: what is done, the ring of today, what is to come, the departure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from pdo_app.learning.checklists import Task
from pdo_app.learning.due import TaskState
from pdo_app.ui.language import Words
from pdo_app.ui.learn.checklist_detail import Detail
from pdo_app.ui.learn.checklist_line import DateKnot, PlaneKnot, Sewn, ThreadLine, When
from pdo_app.ui.learn.checklist_rows import ItemRow, due_label, unbroken
from pdo_app.ui.routes import Place
from pdo_app.ui.theme import Layout
from pdo_app.ui.view import Frame
from pdo_app.ui.widgets.button import Button
from pdo_app.ui.widgets.label import PairLabel
from pdo_app.ui.widgets.surface import column, row
from pdo_app.ui.widgets.thread import Knot, Stop

_SMALL, _RING = 20, 22
_ITEM_MIDDLE, _LINE_MIDDLE, _DATE_MIDDLE = 34, 20, 13
"""Where the knot sits beside a card, a plain line, and a date above a card."""


@dataclass(frozen=True, slots=True)
class _Stop:
    """A line of the thread before its thread is known. ``ring`` marks where today is."""

    make: Callable[[Sewn], QWidget]
    day: date | None
    ring: bool = False
    done: bool = False


class Thread(QWidget):
    """``rows`` are its things to do, from top to bottom. ``folded`` asks to show or hide what is
    done."""

    folded = Signal()

    def __init__(
        self, frame: Frame, tasks: tuple[Task, ...], today: date, *, unfolded: bool
    ) -> None:
        super().__init__()
        self._frame, self._theme, self._language = frame, frame.theme, frame.language
        self._today, self._unfolded = today, unfolded
        self.rows: list[ItemRow] = []
        self.detail: Detail | None = None
        self._fold_button: Button | None = None
        self._inside = False
        box = column()
        self.setLayout(box)
        stops = self._stops(tasks)
        ring = next((i for i, stop in enumerate(stops) if stop.ring), -1)
        sewn = max(ring, sum(stop.done for stop in stops))
        for i, stop in enumerate(stops):
            above = None if i == 0 else i <= sewn
            below = None if i == len(stops) - 1 else i < sewn
            box.addWidget(stop.make(Sewn(above, below)))
        box.addStretch(1)

    # What the screen asks.

    def tell_about(self, item: str, detail: Detail | None, *, inside: bool) -> None:
        """Light the row of ``item``; with ``inside`` its detail stands in the row."""
        self.detail, self._inside = detail, inside
        for line in self.rows:
            here = line.task.item.id == item
            line.mark(here)
            if inside:
                line.put_inside(detail if here else None)

    def show_note(self, item: str, there: bool) -> None:
        """Show or hide the mark of a note on the row of ``item``."""
        for line in self.rows:
            if line.task.item.id == item:
                line.show_note(there)

    def step(self, line: ItemRow, by: int) -> None:
        """Move the focus to the row before or after ``line``."""
        at = self.rows.index(line) + by
        if 0 <= at < len(self.rows):
            self.rows[at].tick.setFocus(Qt.FocusReason.TabFocusReason)

    def neighbour(self, item: str) -> str:
        """Return the thing to go on with when ``item`` is done: the next open one, else the one
        before; empty where there is none."""
        still = [
            line.task.item.id
            for line in self.rows
            if line.task.state is not TaskState.DONE or line.task.item.id == item
        ]
        at = still.index(item)
        rest = still[at + 1 :] or still[:at][-1:]
        return rest[0] if rest else ""

    def focus(self, item: str) -> None:
        """Give the keyboard to the row of ``item``, else to what is done."""
        for line in self.rows:
            if line.task.item.id == item:
                line.tick.setFocus(Qt.FocusReason.TabFocusReason)
                return
        if self._fold_button is not None:
            self._fold_button.setFocus(Qt.FocusReason.TabFocusReason)

    def order_stops(self, after: QWidget | None) -> None:
        """Put the detail into the order of Tab: after its row, or between the last row and
        ``after``, the button below the panel."""
        if self.detail is None or not self.rows:
            return
        before: QWidget = self.rows[-1].tick
        if self._inside:
            before = next(line.tick for line in self.rows if line.isAncestorOf(self.detail))
        for stop in self.detail.stops():
            QWidget.setTabOrder(before, stop)
            before = stop
        if after is not None:
            QWidget.setTabOrder(before, after)

    # What it is made of.

    def _stops(self, tasks: tuple[Task, ...]) -> list[_Stop]:
        done = [task for task in tasks if task.state is TaskState.DONE]
        dated = [t for t in tasks if t.state is not TaskState.DONE and t.due is not None]
        undated = [t for t in tasks if t.state is not TaskState.DONE and t.due is None]
        stops: list[_Stop] = []
        if done:
            stops.append(_Stop(lambda sewn: self._fold(len(done), sewn), None, done=True))
            if self._unfolded:
                stops += [self._item(task) for task in done]
        stops += self._days([self._item(task) for task in dated])
        if undated:
            stops.append(_Stop(self._no_date, None))
            stops += [self._item(task) for task in undated]
        return stops

    def _days(self, items: list[_Stop]) -> list[_Stop]:
        """Return the dated stops with today and the departure among them."""
        departure = self._frame.person.present.departure
        if departure is None:
            return items
        extra = [_Stop(self._departure, departure, ring=departure == self._today)]
        if not any(stop.ring for stop in [*items, *extra]):
            extra.append(_Stop(self._now, self._today, ring=True))
        # Python's sort is stable: on the day itself the departure comes first.
        return sorted([*extra, *items], key=lambda stop: stop.day or date.max)

    def _item(self, task: Task) -> _Stop:
        done = task.state is TaskState.DONE
        today = not done and task.due == self._today
        knot = Knot.DONE if done else (Knot.HERE if today else Knot.AHEAD)

        def make(sewn: Sewn) -> QWidget:
            theme = self._theme
            line = ItemRow(theme, self._language, task)
            self.rows.append(line)
            middle = _DATE_MIDDLE if theme.layout is Layout.C else _ITEM_MIDDLE
            size = _RING if today else _SMALL
            place = DateKnot(theme, Stop(knot), sewn, diameter=size, middle=middle)
            when = due_label(theme, self._language, task, self._today)
            return self._line(line, place, when, middle)

        return _Stop(make, task.due, ring=today, done=done)

    def _fold(self, count: int, sewn: Sewn) -> QWidget:
        theme, language = self._theme, self._language
        holder = QWidget()
        line = row(theme.px(8))
        holder.setLayout(line)
        line.addWidget(PairLabel(theme, language.counted("{n} done", "{n} done", count), "ui"))
        words = Words(language.say("Hide") if self._unfolded else language.say("Show"))
        button = Button(
            theme, words, "quiet", after="chevron-up" if self._unfolded else "chevron-down"
        )
        button.setAccessibleName(
            language.words("Hide what is done" if self._unfolded else "Show what is done").spoken
        )
        button.setObjectName("fold")
        button.clicked.connect(self.folded)
        line.addWidget(button)
        line.addStretch(1)
        self._fold_button = button
        knot = DateKnot(theme, Stop(Knot.DONE), sewn, diameter=24, middle=_LINE_MIDDLE)
        return self._line(holder, knot, None, _LINE_MIDDLE)

    def _now(self, sewn: Sewn) -> QWidget:
        theme, language = self._theme, self._language
        texts = language.texts
        words = language.words("Nothing due today.")
        label = PairLabel(theme, words, "tool", colour="ink_2")
        label.setMinimumHeight(theme.px(2 * _LINE_MIDDLE))
        day = unbroken(texts.date(self._today, "day"))
        when = When(theme, language.say("Today"), day, "thread_text")
        knot = DateKnot(theme, Stop(Knot.HERE), sewn, diameter=_RING, middle=_LINE_MIDDLE)
        return self._line(label, knot, when, _LINE_MIDDLE)

    def _departure(self, sewn: Sewn) -> QWidget:
        theme, language = self._theme, self._language
        texts, learner = language.texts, self._frame.person.present
        day = learner.departure or self._today
        words = language.words(
            "Departure to {country}",
            country=lambda tongue: texts.country(learner.destination, tongue),
        )
        title = PairLabel(theme, words, "h2")
        title.setMinimumHeight(theme.px(2 * _LINE_MIDDLE))
        today = day == self._today
        when = When(
            theme,
            language.say("Today") if today else unbroken(texts.date(day, "day")),
            texts.date(day, "weekday"),
            "thread_text" if today else "ink",
        )
        return self._line(title, PlaneKnot(theme, sewn, middle=_LINE_MIDDLE), when, _LINE_MIDDLE)

    def _no_date(self, sewn: Sewn) -> QWidget:
        theme, language = self._theme, self._language
        holder = QWidget()
        line = row(theme.px(16))
        holder.setLayout(line)
        title = PairLabel(theme, language.words("No date yet"), "h2")
        title.setMinimumHeight(theme.px(2 * _LINE_MIDDLE))
        line.addWidget(title, 1)
        if self._frame.person.present.departure is None:
            button = Button(theme, language.words("Set the departure day"), "outlined")
            button.setObjectName("set_day")
            button.clicked.connect(lambda: self._frame.router.go(Place.SETTINGS))
            line.addWidget(button)
        knot = DateKnot(theme, Stop(Knot.OPTIONAL), sewn, diameter=_SMALL, middle=_LINE_MIDDLE)
        return self._line(holder, knot, None, _LINE_MIDDLE)

    def _line(self, content: QWidget, knot: QWidget, when: When | None, middle: int) -> ThreadLine:
        return ThreadLine(self._theme, content, knot, when, middle=middle)
