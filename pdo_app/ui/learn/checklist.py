"""Checklists: what to do by when, list by list, on the thread of days."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pdo_app.changes import Topic
from pdo_app.content.library import Library
from pdo_app.errors import KnownError
from pdo_app.learning.checklists import Checklists, Task
from pdo_app.learning.due import TaskState
from pdo_app.ui import tokens
from pdo_app.ui.language import Words
from pdo_app.ui.learn.checklist_detail import Detail
from pdo_app.ui.learn.checklist_groups import first_to_do, group_tabs, groups_of, no_list
from pdo_app.ui.learn.checklist_paper import ask_where, write_list
from pdo_app.ui.learn.checklist_rows import ItemRow
from pdo_app.ui.learn.checklist_thread import Thread
from pdo_app.ui.learn.own_note import NoteKeeper
from pdo_app.ui.routes import Place
from pdo_app.ui.theme import Layout
from pdo_app.ui.top_bar import TopBar
from pdo_app.ui.view import Frame, View
from pdo_app.ui.widgets.button import Button
from pdo_app.ui.widgets.label import PairLabel
from pdo_app.ui.widgets.page import ScrollPage
from pdo_app.ui.widgets.surface import Card, Hairline, column, row


class ChecklistScreen(View):
    """A tab for each list, the thread of its days, and what one thing is about: in a panel at
    the right, or below the thing where there is less room."""

    topics = frozenset((Topic.CHECKLISTS, Topic.LEARNERS))

    def __init__(
        self,
        frame: Frame,
        library: Library,
        checklists: Checklists,
        today: Callable[[], date],
    ) -> None:
        super().__init__(frame)
        self._library, self._checklists, self._today = library, checklists, today
        self._notes = NoteKeeper(checklists, self.report)
        self._notes.saved.connect(self._note_saved)
        self._whose: UUID | None = None
        self._group, self._chosen = "", ""
        self._opened = self._unfolded = False
        self._thread: Thread | None = None
        self._panel: QVBoxLayout | None = None
        self._print: Button | None = None
        self._page: ScrollPage | None = None

    def arrive(self, params: dict[str, str]) -> None:
        """Show the list of the route (``group``, or that of an ``item``), else the one that the
        person saw last."""
        self._notes.save()
        learner = self.frame.person.present
        if learner.id != self._whose:
            self._whose, self._group = learner.id, ""
        item = params.get("item", "")
        task = next((task for task in self._tasks() if task.item.id == item), None)
        self._chosen = "" if task is None else item
        self._opened = task is not None
        self._unfolded = task is not None and task.state is TaskState.DONE
        self._group = task.item.group if task else params.get("group", self._group)
        super().arrive(params)
        if task is not None:
            QTimer.singleShot(0, self._to_chosen)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what was typed."""
        self._notes.save()
        super().hideEvent(event)

    def build(self) -> QWidget:
        """Return bar, tabs, thread and detail."""
        self._notes.save()
        theme = self.theme
        page = QWidget()
        outer = column()
        page.setLayout(outer)
        outer.addWidget(TopBar(self.frame, self._title()))
        tasks = self._tasks()
        groups = groups_of(self._library, tasks)
        side = theme.px(tokens.Size.page_padding) if theme.layout is not Layout.C else 24
        if not groups:
            country = self.frame.person.present.destination
            outer.addWidget(no_list(self, country, side))
            outer.addStretch(1)
            return page
        if all(group.id != self._group for group in groups):
            self._group, self._chosen = first_to_do(groups, tasks), ""
        tabs = group_tabs(self, groups, tasks, self._group, self._to_group)
        body = QWidget()
        body.setMaximumWidth(theme.px(tokens.Size.page_max) + 2 * side)
        if theme.layout in (Layout.B, Layout.C):
            self._in_one_column(body, side, tabs)
        else:
            self._in_two_columns(body, side, tabs)
        outer.addWidget(body, 1)
        self._show_detail()
        return page

    def _tasks(self) -> tuple[Task, ...]:
        return self._checklists.tasks(self.frame.person.present, self._today())

    def _title(self) -> Words:
        language, day = self.language, self.frame.person.present.departure
        title = language.words("Checklists")
        parts = [title.second] if title.second else []
        if day is not None:
            parts.append(language.say("Departure on {day}", day=language.texts.date(day, "day")))
        return Words(title.main, " · ".join(parts) or None)

    def _in_two_columns(self, body: QWidget, side: int, tabs: QWidget) -> None:
        theme = self.theme
        outer = column(theme.px(16), margins=(side, theme.px(4), side, 0))
        body.setLayout(outer)
        outer.addWidget(tabs)
        line = row(theme.px(tokens.Size.gutter))
        thread = self._new_thread()
        thread.setContentsMargins(0, 0, theme.px(12), theme.px(32))
        line.addWidget(self._scroll(thread), 1)
        panel = Card(theme, padding=(16, 20), gap=12)
        panel.setFixedWidth(theme.px(440 if theme.layout is Layout.WIDE else 360))
        rest = (theme.px(8), 0, theme.px(8), 0)  # of the padding: keeps the scroll bar off words
        held = QWidget()
        self._panel = column(margins=rest)
        held.setLayout(self._panel)
        scroll = ScrollPage(held)
        scroll.setObjectName("detail")
        panel.body.addWidget(scroll, 1)
        self._print = self._print_button()
        foot = row(margins=rest)
        foot.addWidget(self._print)
        panel.body.addLayout(foot)
        beside = column(margins=(0, 0, 0, theme.px(32)))
        beside.addWidget(panel)
        line.addLayout(beside)
        outer.addLayout(line, 1)

    def _in_one_column(self, body: QWidget, side: int, tabs: QWidget) -> None:
        theme = self.theme
        self._panel = None
        outer = column()
        body.setLayout(outer)
        held = QWidget()
        inner = column(theme.px(16), margins=(side, theme.px(4), side, theme.px(16)))
        held.setLayout(inner)
        inner.addWidget(tabs)
        inner.addWidget(self._new_thread())
        inner.addStretch(1)
        outer.addWidget(self._scroll(held), 1)
        outer.addWidget(Hairline(theme))
        foot = row(margins=(side, theme.px(8), side, theme.px(8)))
        if theme.layout is Layout.B:
            foot.addStretch(1)
        self._print = self._print_button()
        foot.addWidget(self._print)
        outer.addLayout(foot)

    def _scroll(self, content: QWidget) -> ScrollPage:
        self._page = ScrollPage(content)
        self._page.setObjectName(f"page_{self._group}")
        return self._page

    def _new_thread(self) -> Thread:
        tasks = tuple(task for task in self._tasks() if task.item.group == self._group)
        if not any(task.item.id == self._chosen for task in tasks):
            still = (task.item.id for task in tasks if task.state is not TaskState.DONE)
            self._chosen = next(still, "")
        thread = Thread(self.frame, tasks, self._today(), unfolded=self._unfolded)
        thread.folded.connect(self._fold)
        for line in thread.rows:
            item = line.task.item.id
            line.pressed.connect(partial(self._pressed, line))
            line.tick.clicked.connect(lambda on, i=item: self._tick(i, on))
            line.tick.opened.connect(partial(self._enter, item))
            line.tick.moved.connect(partial(thread.step, line))
            if self.theme.layout in (Layout.A, Layout.WIDE):
                line.tick.reached.connect(partial(self._choose, item))
        self._thread = thread
        return thread

    def _print_button(self) -> Button:
        words = self.language.words("Print this list")
        button = Button(self.theme, words, "filled", icon="printer", large=True)
        button.setObjectName("print")
        button.clicked.connect(self._ask_where)
        return button

    def _to_chosen(self) -> None:
        """Put the keyboard on the chosen thing, which brings it into sight."""
        if self._thread is not None:
            self._thread.focus(self._chosen)
            self._follow_chosen()

    def _follow_chosen(self) -> None:
        """Bring the chosen thing into sight now and, as the page is laid out, for a moment."""
        if self._page is not None:
            bar = self._page.verticalScrollBar()
            following = bar.rangeChanged.connect(self._bring_into_sight)
            QTimer.singleShot(200, bar, lambda: QObject.disconnect(following))
            QTimer.singleShot(0, bar, self._bring_into_sight)

    def _bring_into_sight(self) -> None:
        """Scroll until the chosen row with all that stands in it can be read."""
        thread, page = self._thread, self._page
        if thread is None or page is None or thread.detail is None:
            return
        if thread.isAncestorOf(thread.detail):
            page.ensureWidgetVisible(thread.detail, 0, self.theme.px(24))
        for line in thread.rows:
            if line.task.item.id == self._chosen:
                page.ensureWidgetVisible(line.tick, 0, self.theme.px(48))

    # What a person does.

    def _to_group(self, group: str) -> None:
        self._notes.save()
        self._group, self._chosen = group, ""
        self._opened = self._unfolded = False
        self.renew()

    def _fold(self) -> None:
        self._unfolded = not self._unfolded
        self.renew()

    def _tick(self, item: str, on: bool) -> None:
        thread, focused = self._thread, self.focusWidget()
        learner = self.frame.person.present
        self._notes.save()
        if on and thread is not None:
            # The thing goes to those that are done; go on with its neighbour.
            neighbour = thread.neighbour(item)
            self._chosen = neighbour
            self._opened = False
            if focused is not None and focused.objectName() == f"tick_{item}":
                thread.focus(neighbour)
        elif not on:
            self._chosen = item
        act = self._checklists.tick if on else self._checklists.untick
        try:
            act(learner, item)
        except KnownError as error:
            # The box shows what the person wanted: show what is recorded.
            self._chosen = item
            self.renew()
            self.report(error)

    def _pressed(self, line: ItemRow) -> None:
        item = line.task.item.id
        if self.theme.layout in (Layout.A, Layout.WIDE):
            line.tick.setFocus()
            self._choose(item)
        else:
            self._toggle(item)
            line.tick.setFocus()

    def _enter(self, item: str) -> None:
        """Open what a thing is about, or go on to its note where it is open already."""
        if self.theme.layout in (Layout.B, Layout.C):
            self._toggle(item)
        elif self._thread is not None and self._thread.detail is not None:
            self._thread.detail.note.setFocus()

    def _choose(self, item: str) -> None:
        if item != self._chosen or not self._opened:
            changed = item != self._chosen
            self._chosen, self._opened = item, True
            if changed:
                self._show_detail()

    def _toggle(self, item: str) -> None:
        self._opened = not (self._opened and item == self._chosen)
        self._chosen = item
        self._show_detail()
        if self._opened:
            self._follow_chosen()

    def _show_detail(self) -> None:
        """Build what the chosen thing is about, in the panel or in its row."""
        thread = self._thread
        if thread is None:
            return
        self._notes.save()
        in_row = self._panel is None
        wanted = self._chosen if self._opened or not in_row else ""
        task = next((task for task in self._tasks() if task.item.id == wanted), None)
        detail = None if task is None else self._detail(task, titled=not in_row)
        thread.tell_about(wanted, detail, inside=in_row)
        if self._panel is not None:
            self._fill(self._panel, detail)
        thread.order_stops(self._print if not in_row else None)

    def _detail(self, task: Task, *, titled: bool) -> Detail:
        learner, item = self.frame.person.present, task.item.id
        detail = Detail(self.theme, self.language, self._library, task, self._read, titled=titled)
        waiting = self._notes.unsaved(learner, item)
        if waiting is not None:
            detail.note.setPlainText(waiting)
        field = detail.note
        field.textChanged.connect(lambda: self._notes.typed(learner, item, field.toPlainText()))
        field.left.connect(self._notes.save)
        return detail

    def _fill(self, panel: QVBoxLayout, detail: Detail | None) -> None:
        while (taken := panel.takeAt(0)) is not None:
            if (old := taken.widget()) is not None:
                old.hide()
                old.deleteLater()
        if detail is None:
            words = self.language.words("Everything on this list is done.")
            panel.addWidget(PairLabel(self.theme, words, "ui", below=True))
        else:
            panel.addWidget(detail)
        panel.addStretch(1)

    def _read(self, lesson: str) -> None:
        self.router.go(Place.LESSON, lesson=lesson)

    def _touched(self, topics: frozenset[Topic]) -> None:
        # A note that is being typed must not lose its field to its own saving.
        if not self._notes.saving:
            super()._touched(topics)

    def _note_saved(self, item: str, there: bool) -> None:
        if self._thread is not None and self._content is not None:
            self._thread.show_note(item, there)

    # The paper.

    def _ask_where(self) -> None:
        target = ask_where(self, self.language, self._today())
        if target is not None:
            self.save(target)

    def save(self, target: Path) -> None:
        """Write the list that is shown as PDF and say where it is, or what to do where that
        fails."""
        self._notes.save()
        tasks = tuple(task for task in self._tasks() if task.item.group == self._group)
        learner, texts = self.frame.person.present, self.language.texts
        try:
            write_list(learner, tasks, self._library, texts, self._today(), target)
        except KnownError as error:
            self.report(error)
            return
        self.toast(self.language.words("Saved in {folder}.", folder=str(target)))
