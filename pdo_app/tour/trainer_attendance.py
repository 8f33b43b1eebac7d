"""The trainer's tour: who is there, marked by keyboard in the morning and after lunch."""

from __future__ import annotations

from PySide6.QtCore import Qt

from pdo_app.records import Mark, MarkKind
from pdo_app.tour.day import Day, check
from pdo_app.tour.people import WALKED_IN
from pdo_app.tour.walk import Step
from pdo_app.ui.train.attendance_grid import AttendanceGrid
from pdo_app.ui.train.naming import clock

MORNING = {
    "陈喆": Mark(MarkKind.LATE, 10 * 60 + 5),
    WALKED_IN: Mark(MarkKind.ABSENT),
    "马小燕": Mark(MarkKind.EXCUSED),
    "何春生": Mark(MarkKind.LEFT_EARLY, 11 * 60 + 55),
    "许凤霞": Mark(MarkKind.ABSENT),
}
AFTERNOON = {
    "赵国栋": Mark(MarkKind.LATE, 13 * 60 + 50),
    "徐勇": Mark(MarkKind.ABSENT),
    "马小燕": Mark(MarkKind.EXCUSED),
}
_KEYS = {MarkKind.ABSENT: Qt.Key.Key_A, MarkKind.EXCUSED: Qt.Key.Key_E}


class AttendancePart:
    """Steps of the attendance of both half-days."""

    def __init__(self, day: Day) -> None:
        self._day, self._hands = day, day.hands

    def morning(self) -> tuple[Step, ...]:
        """Return the steps before the first half-day."""
        return (
            ("attendance, nobody marked", self._open),
            ("list to sign", self._print),
            ("attendance, some marked", lambda: self._mark(0, MORNING)),
            ("attendance of the morning", lambda: self._others(0, MORNING)),
        )

    def afternoon(self) -> tuple[Step, ...]:
        """Return the steps before the second half-day."""
        return (
            ("attendance after lunch", lambda: self._mark(1, AFTERNOON)),
            ("attendance of the day", lambda: self._others(1, AFTERNOON)),
        )

    @property
    def _grid(self) -> AttendanceGrid:
        grid = self._hands.find("attendance", AttendanceGrid)
        assert isinstance(grid, AttendanceGrid)
        return grid

    def _open(self) -> None:
        self._day.clock.until(8, 50)
        self._day.tab("attendance")
        check(len(self._grid.rows) > 1, "the attendance lists nobody")

    def _print(self) -> None:
        self._hands.save("print", self._day.out / "attendance-to-sign.pdf")

    def _mark(self, column: int, marks: dict[str, Mark]) -> None:
        """Go down the column and mark those who are not simply here."""
        day, hands = self._day, self._hands
        if column:
            day.clock.until(13, 20)
            day.tab("attendance")
        grid = self._grid
        grid.setFocus(Qt.FocusReason.TabFocusReason)
        hands.key(Qt.Key.Key_Home)
        hands.key(Qt.Key.Key_Right if column else Qt.Key.Key_Left)
        check(grid.column == column, "the cursor is at the other half-day")
        names = [row.participant.name for row in grid.rows]
        hands.key(Qt.Key.Key_A)  # a slip, and back
        hands.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        hands.key(Qt.Key.Key_Home)
        for place, name in enumerate(names):
            if name in marks:
                check(grid.row == place, f"the cursor is not at {name}")
                self._set(marks[name])
            elif grid.row == place:
                hands.key(Qt.Key.Key_Down)
        half = day.session.plan[column].id
        found = self._found(half)
        check(found == marks, f"{found} was marked, not {marks}")

    def _set(self, mark: Mark) -> None:
        hands, grid = self._hands, self._grid
        if mark.kind in _KEYS:
            hands.key(_KEYS[mark.kind])
            return
        place = grid.row
        late = mark.kind is MarkKind.LATE
        hands.key(Qt.Key.Key_L if late else Qt.Key.Key_Return, wait=60)
        hands.write("time", clock(mark.at or 0))
        self._day.shoot(f"attendance, {mark.kind.value.replace('_', ' ')}")
        if late:
            hands.key(Qt.Key.Key_Return, wait=60)
        else:
            hands.press(f"mark_{mark.kind.value}")
        if grid.row == place:
            hands.key(Qt.Key.Key_Down)

    def _others(self, column: int, marks: dict[str, Mark]) -> None:
        """Mark all others as here."""
        day = self._day
        self._hands.press("all_present")
        half, people = day.session.plan[column].id, day.training.roster.people(day.session)
        expected = {one.name: marks.get(one.name, Mark(MarkKind.PRESENT)) for one in people}
        check(self._found(half) == expected, "the others are not marked as here")
        for name, mark in expected.items():
            day.marks.setdefault(name, {})[half] = mark

    def _found(self, half: str) -> dict[str, Mark]:
        day = self._day
        marks = day.training.attendance.marks(day.session)
        return {
            one.name: marks[one.id][half]
            for one in day.training.roster.people(day.session)
            if half in marks.get(one.id, {})
        }
