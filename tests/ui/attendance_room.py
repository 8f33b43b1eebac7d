"""The attendance of a session on a desk with a clock that is set by hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from pdo_app.app import Desk
from pdo_app.records import Mark, TrainingSession
from pdo_app.ui.train.attendance import AttendanceTab
from pdo_app.ui.train.attendance_choice import MarkChoice
from pdo_app.ui.train.attendance_grid import AttendanceGrid
from pdo_app.ui.widgets.button import Button

from .conftest import Clock
from .operating import find
from .prepared import LONG
from .registered import tab_of
from .taught import show
from .walk import settle

NAMES = ("王海涛", "刘秀英", "张志强", "陈喆", LONG)
Key = Qt.Key


class Room:
    """A session of two days at its attendance, at a clock that can be set."""

    def __init__(self, desk: Desk, session: TrainingSession, clock: Clock) -> None:
        self.desk, self.session, self.clock = desk, session, clock
        desk.frame.person.become_trainer()
        show(desk, session, "attendance")

    @property
    def grid(self) -> AttendanceGrid:
        grid = find(self.desk, "attendance")
        assert isinstance(grid, AttendanceGrid)
        return grid

    @property
    def tab(self) -> AttendanceTab:
        tab = tab_of(self.desk)
        assert isinstance(tab, AttendanceTab)
        return tab

    def set_clock(self, half: int, minutes: int) -> None:
        """Set the clock to some minutes after the begin of a half-day."""
        planned = self.session.plan[half]
        start = datetime.combine(planned.day, datetime.min.time()) + timedelta(
            minutes=planned.start + minutes
        )
        self.clock.now = start.astimezone()
        self.tab.view.renew()
        settle()

    def keys(self, *keys: Qt.Key, control: bool = False) -> None:
        self.grid.setFocus()
        held = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
        for key in keys:
            QTest.keyClick(self.grid, key, held)
            settle()

    def marks(self, half: int = 0) -> list[str]:
        """Return the marks of a half-day as they are stored: p, l560, e965, a, x, or a dot."""
        rows = self.desk.services.training().attendance.grid(self.session).rows
        return ["." if row.marks[half] is None else _short(row.marks[half]) for row in rows]

    def click(self, row: int, column: int) -> None:
        left = Qt.MouseButton.LeftButton
        QTest.mouseClick(self.grid.viewport(), left, pos=self.grid.box(row, column).center())
        settle()

    def popup(self) -> MarkChoice:
        popup = QApplication.activePopupWidget()
        assert isinstance(popup, MarkChoice)
        return popup

    def take(self, name: str) -> None:
        button = self.popup().findChild(Button, name)
        assert button is not None
        button.click()
        settle()


def _short(mark: Mark | None) -> str:
    assert mark is not None
    signs = {"present": "p", "late": "l", "left_early": "e", "absent": "a", "excused": "x"}
    return signs[mark.kind.value] + ("" if mark.at is None else str(mark.at))


class Rooms:
    """Opens desks at the time of ``clock``, half past eight on the first day, by ``new_desk``."""

    def __init__(self, new_desk: Callable[[], Desk], clock: Clock) -> None:
        self._new_desk, self._clock = new_desk, clock
        clock.now = datetime(2026, 11, 24, 8, 30).astimezone()

    def open(self, names: tuple[str, ...] = NAMES) -> Room:
        """Show the attendance of a session of two days with these people."""
        desk = self._new_desk()
        training = desk.services.training()
        template = desk.library.templates()[-1].id
        session = training.sessions.create("两天班", template, self._clock.now.date())
        for person in names:
            training.roster.add(session, person)
        return Room(desk, session, self._clock)
