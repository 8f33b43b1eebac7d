"""The tab of attendance: who is there, half-day by half-day."""

from __future__ import annotations

from datetime import date
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pdo_app.changes import Topic
from pdo_app.errors import KnownError
from pdo_app.records import Mark, MarkKind, PlannedHalf
from pdo_app.training.agenda import minutes
from pdo_app.training.attendance import Grid
from pdo_app.ui import tokens
from pdo_app.ui.language import Words
from pdo_app.ui.routes import Place
from pdo_app.ui.theme import Layout
from pdo_app.ui.train.attendance_cells import When
from pdo_app.ui.train.attendance_choice import MarkChoice
from pdo_app.ui.train.attendance_grid import AttendanceGrid, Column
from pdo_app.ui.train.attendance_panel import Figures, bar, side_panel
from pdo_app.ui.train.naming import half_words
from pdo_app.ui.train.papers import save_attendance_sheet
from pdo_app.ui.train.parts import scrolled, sides
from pdo_app.ui.train.tab import SessionTab, Teaching
from pdo_app.ui.view import View
from pdo_app.ui.widgets.button import Button
from pdo_app.ui.widgets.notice import EmptyState
from pdo_app.ui.widgets.page import ScrollPage
from pdo_app.ui.widgets.select import Select
from pdo_app.ui.widgets.surface import column, row

_LATE = 15
"""Minutes after the begin that are proposed where the clock says nothing."""
_LOOK = 30_000
"""Milliseconds between looks at the clock."""
_STEPS_KEPT = 200


class AttendanceTab(SessionTab):
    """The table, beside it what is being marked. The half-day of the clock is chosen first."""

    topics: ClassVar[frozenset[Topic]] = frozenset((Topic.ATTENDANCE, Topic.ROSTER))

    def __init__(self, view: View, teaching: Teaching, session: UUID) -> None:
        super().__init__(view, teaching, session)
        self._half = ""
        self._row = 0
        self._grid: AttendanceGrid | None = None
        self._panel: QWidget | None = None
        self._place: QHBoxLayout | QVBoxLayout | None = None
        self._steps: list[tuple[UUID, str, Mark | None]] = []

    def build(self) -> QWidget:
        """Return table and panel, for the room that there is."""
        self._panel = self._place = None
        self._grid = None
        found = self._found()
        if not found.halves or not found.rows:
            return self._nothing(bool(found.halves))
        halves = found.halves
        if self._half not in {half.id for half in halves}:
            self._half = halves[self._first(halves)].id
        grid, body = (self._cards if self.theme.layout is Layout.C else self._table)(halves)
        self._grid = grid
        self._show(found)
        watch = QTimer(grid)
        watch.timeout.connect(self._watch)
        watch.start(_LOOK)
        return body

    def touched(self, topics: frozenset[Topic]) -> bool:
        """Show new marks in place; people or half-days that came or went build the table anew."""
        if topics != {Topic.ATTENDANCE} or self._grid is None:
            return False
        self._show(self._found())
        return True

    # What there is.

    def _found(self) -> Grid:
        return self.training.attendance.grid(self.session)

    def _now(self) -> tuple[date, int]:
        now = self.teaching.now().astimezone()
        return now.date(), now.hour * 60 + now.minute

    def _when(self, halves: tuple[PlannedHalf, ...]) -> list[When]:
        """Return where each half-day lies. Between two of a day the next one is now; after the
        last one of the day that one still is."""
        day, minute = self._now()
        today = [at for at, half in enumerate(halves) if half.day == day]
        going = [at for at in today if minute < halves[at].start + minutes(halves[at].segments)]
        here = (going or today[-1:] or [-1])[0]
        return [
            When.NOW if at == here else When.PAST if half.day < day or at < here else When.AHEAD
            for at, half in enumerate(halves)
        ]

    def _first(self, halves: tuple[PlannedHalf, ...]) -> int:
        """Return the half-day to begin with: that of now, else the next, else the last."""
        whens = self._when(halves)
        for when in (When.NOW, When.AHEAD):
            if when in whens:
                return whens.index(when)
        return len(halves) - 1

    def _column(self, half: PlannedHalf, when: When) -> Column:
        day = self.language.texts.date(half.day, "day")
        return Column(half.id, day, half_words(self.language, half).main, when, half.start)

    def _name(self, half: PlannedHalf) -> Words:
        texts, title = self.language.texts, half_words(self.language, half)
        second = None
        if texts.second:
            second = f"{texts.date(half.day, 'day', texts.second)}, {title.second}"
        joint = " " if texts.main == "zh" else ", "
        return Words(f"{texts.date(half.day, 'day')}{joint}{title.main}", second)

    # How it is laid out.

    def _table(self, halves: tuple[PlannedHalf, ...]) -> tuple[AttendanceGrid, QWidget]:
        theme = self.theme
        columns = [self._column(*pair) for pair in zip(halves, self._when(halves), strict=True)]
        grid = self._made(AttendanceGrid(theme, self.language, columns))
        page = QWidget()
        wide = theme.layout is not Layout.B
        self._place = row(theme.px(24)) if wide else column(theme.px(12))
        left, top, right, bottom = sides(theme, 16)
        self._place.setContentsMargins(left, top, right, min(bottom, theme.px(24)))
        page.setLayout(self._place)
        self._place.addWidget(grid, 1)
        page.setMaximumWidth(theme.px(tokens.Size.page_max) + left + right)
        return grid, page

    def _cards(self, halves: tuple[PlannedHalf, ...]) -> tuple[AttendanceGrid, QWidget]:
        theme = self.theme
        at = next(at for at, half in enumerate(halves) if half.id == self._half)
        grid = AttendanceGrid(
            theme, self.language, [self._column(halves[at], self._when(halves)[at])], cards=True
        )
        self._made(grid)
        body = QWidget()
        self._place = column(theme.px(12), margins=sides(theme, 12))
        body.setLayout(self._place)
        if len(halves) > 1:
            self._place.addWidget(self._half_choice(halves, at))
        self._place.addWidget(grid)
        self._place.addStretch(1)
        page = ScrollPage(body)
        page.setObjectName("page")
        return grid, page

    def _half_choice(self, halves: tuple[PlannedHalf, ...], at: int) -> QWidget:
        names = tuple(self._name(half) for half in halves)
        select = Select(self.theme, names, self.language.words("Half-day"), current=at)
        select.set_subject(self.language.words("Half-day"))
        select.setObjectName("half")
        select.chosen.connect(lambda place: self._choose(halves[place].id))
        return select

    def _made(self, grid: AttendanceGrid) -> AttendanceGrid:
        grid.pressed.connect(self._pressed)
        grid.clicked.connect(self._clicked)
        grid.opened.connect(lambda: self._offer(for_time=False))
        grid.cleared.connect(lambda: self._mark(None))
        grid.undone.connect(self._step_back)
        grid.moved.connect(self._moved)
        return grid

    def _show(self, found: Grid) -> None:
        """Put what is known now into the table and the panel."""
        grid = self._grid
        assert grid is not None
        if len(grid.columns) != len(found.halves):
            at = [half.id for half in found.halves].index(self._half)
            rows = [type(one)(one.participant, one.marks[at : at + 1]) for one in found.rows]
        else:
            rows = list(found.rows)
        grid.row = self._row
        grid.column = [one.half for one in grid.columns].index(self._half)
        grid.show_rows(rows)
        self._show_panel(found)

    def _show_panel(self, found: Grid) -> None:
        theme, language = self.theme, self.language
        at = [half.id for half in found.halves].index(self._half)
        half, totals = found.halves[at], found.totals[at]
        now = self._when(found.halves)[at] is When.NOW
        figures = Figures(self._name(half), now, totals, self.is_open)
        deeds = self._deeds(figures)
        aside = theme.layout in (Layout.A, Layout.WIDE)
        panel = (side_panel if aside else bar)(theme, language, figures, deeds)
        assert self._place is not None
        if self._panel is not None:
            self._place.replaceWidget(self._panel, panel)
            self._panel.hide()
            self._panel.deleteLater()
        elif theme.layout is Layout.C:
            self._place.insertWidget(self._place.count() - 2, panel)
        else:
            self._place.addWidget(panel)
        self._panel = panel

    def _deeds(self, figures: Figures) -> list[Button]:
        totals, language = figures.totals, self.language
        printing = self._deed(language.words("Print the list to sign"), "outlined", "printer")
        printing.setObjectName("print")
        printing.clicked.connect(lambda: save_attendance_sheet(self, filled=False))
        if not figures.can_mark or not totals.open:
            return [printing]
        words = language.counted(
            "Mark the other {n} as here", "Mark the other {n} as here", totals.open
        )
        if totals.open == figures.people:
            words = language.counted("Mark all {n} as here", "Mark all {n} as here", totals.open)
        everybody = self._deed(words, "filled", "")
        everybody.setObjectName("all_present")
        everybody.clicked.connect(self._all_present)
        return [everybody, printing]

    def _deed(self, words: Words, look: str, icon: str) -> Button:
        aside = self.theme.layout in (Layout.A, Layout.WIDE)
        if not aside:
            words = Words(words.main)
        return Button(self.theme, words, look, icon=icon, large=aside and look == "filled")

    def _nothing(self, planned: bool) -> QWidget:
        words = self.language.words
        tab, action = "roster", words("Fill in the roster")
        said = words("Nobody on the roster yet")
        if not planned:
            tab, action, said = "plan", words("Make the plan"), words("No plan yet")

        def go() -> None:
            self.router.go(Place.SESSION, session=str(self.session_id), tab=tab)

        empty = EmptyState(self.theme, "clipboard-check", said, (action, go))
        return scrolled(self.theme, (empty,))

    # What is done.

    def _choose(self, half: str) -> None:
        self._half = half
        self.view.renew()

    def _moved(self) -> None:
        grid = self._grid
        assert grid is not None
        self._row = grid.row
        half = grid.columns[grid.column].half
        if half != self._half:
            self._half = half
            self._show_panel(self._found())

    def _at(self) -> tuple[UUID, Mark | None, Column]:
        """Return whom, with which mark, and which half-day the cursor is at."""
        grid = self._grid
        assert grid is not None
        one = grid.rows[grid.row]
        return one.participant.id, one.marks[grid.column], grid.columns[grid.column]

    def _pressed(self, kind: MarkKind) -> None:
        if kind is not MarkKind.LATE:
            self._mark(Mark(kind), down=True)
            return
        minute = self._going(self._at()[2])
        if minute is None:
            self._offer(for_time=True)
        else:
            self._mark(Mark(kind, minute), down=True)

    def _going(self, half: Column) -> int | None:
        """Return the minute of now where it is in the half-day, after its begin."""
        day, minute = self._now()
        plan = next(one for one in self.session.plan if one.id == half.half)
        begun = plan.day == day and plan.start < minute <= plan.start + minutes(plan.segments)
        return minute if begun else None

    def _clicked(self) -> None:
        _, mark, half = self._at()
        if mark is None and half.when is not When.AHEAD:
            self._mark(Mark(MarkKind.PRESENT))
        else:
            self._offer(for_time=False)

    def _offer(self, *, for_time: bool) -> None:
        grid = self._grid
        if grid is None or not self.is_open:
            return
        _, mark, half = self._at()
        proposed = mark.at if mark and mark.at is not None else self._going(half)
        minute = half.start + _LATE if proposed is None else proposed
        name = grid.rows[grid.row].participant.name
        choice = MarkChoice(self.theme, self.language, grid.viewport(), name, minute)
        choice.chosen.connect(lambda made: self._mark(made, down=for_time))
        part = grid.box(grid.row, grid.column)
        (choice.open_for_time if for_time else choice.open_for_choice)(part)

    def _mark(self, mark: Mark | None, *, down: bool = False) -> None:
        """Set the mark under the cursor, and go to the next person where asked."""
        grid = self._grid
        if grid is None or not self.is_open:
            return
        person, old, half = self._at()
        if mark != old:
            participant = grid.rows[grid.row].participant
            try:
                self.training.attendance.mark(self.session, participant, half.half, mark)
            except KnownError as error:
                self.view.report(error)
                return
            self._steps = [*self._steps[-_STEPS_KEPT:], (person, half.half, old)]
        if down and self._grid is grid:
            grid.go(grid.row + 1, grid.column)

    def _step_back(self) -> None:
        """Take the last mark back that was set here."""
        if not self._steps or not self.is_open or self._grid is None:
            return
        person, half, old = self._steps.pop()
        grid = self._grid
        for at, one in enumerate(grid.rows):
            if one.participant.id == person:
                self.training.attendance.mark(self.session, one.participant, half, old)
                columns = [column.half for column in grid.columns]
                grid.go(at, columns.index(half) if half in columns else grid.column)

    def _all_present(self) -> None:
        """Mark those as here that are open; the note at the foot takes it back."""
        session, half, attendance = self.session, self._half, self.training.attendance
        marks = attendance.marks(session)
        people = [
            person
            for person in self.training.roster.people(session)
            if half not in marks.get(person.id, {})
        ]
        try:
            attendance.mark_all(session, people, half, Mark(MarkKind.PRESENT))
        except KnownError as error:
            self.view.report(error)
            return
        counted = self.language.counted("Marked {n} as here", "Marked {n} as here", len(people))
        back = self.language.words("Undo")
        marked = frozenset(person.id for person in people)
        self.view.toast(counted, (back, lambda: self._open_again(marked, half)))
        if self._grid is not None:
            self._grid.setFocus()

    def _open_again(self, marked: frozenset[UUID], half: str) -> None:
        """Take the marks back of those who still have them: meanwhile somebody may be marked as
        absent, or gone."""
        attendance, here = self.training.attendance, Mark(MarkKind.PRESENT)
        try:
            session = self.session
            marks = attendance.marks(session)
            people = [
                person
                for person in self.training.roster.people(session)
                if person.id in marked and marks.get(person.id, {}).get(half) == here
            ]
            attendance.mark_all(session, people, half, None)
        except KeyError:
            return  # session or half-day is gone
        except KnownError as error:
            self.view.report(error)

    def _watch(self) -> None:
        """Show when the next half-day begins."""
        grid = self._grid
        if grid is None:
            return
        halves = self.session.plan
        when = dict(zip((half.id for half in halves), self._when(halves), strict=True))
        if any(when.get(one.half) is not one.when for one in grid.columns):
            self.view.renew()
