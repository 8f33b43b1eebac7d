"""The trainer's tour, second part: thirty people typed, pasted and imported; a walk-in merged."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from pdo_app.tour import people
from pdo_app.tour.day import Day, check
from pdo_app.tour.hands import TourError
from pdo_app.tour.walk import Step
from pdo_app.ui.widgets.line_table import LineTable


class RosterPart:
    """Steps of the roster: before the day begins, when somebody walks in, and at lunch."""

    def __init__(self, day: Day) -> None:
        self._day, self._hands = day, day.hands

    def steps(self) -> tuple[Step, ...]:
        """Return the steps before the day begins."""
        return (
            ("roster, empty", lambda: self._day.tab("roster")),
            ("roster, typed", self._type),
            ("roster, list pasted", self._paste),
            ("roster, pasted", lambda: self._take(len(people.TYPED) + len(people.PASTED))),
            ("roster, file read", self._read),
            ("roster, one row decided", self._decide),
            ("roster, imported", lambda: self._take(people.ALL - len(people.BOOKED))),
            ("roster, workbook read", self._read_book),
            ("roster of thirty", lambda: self._take(people.ALL)),
            ("walk-in", self._walk_in),
            ("roster, exported", self._export),
        )

    def merging(self) -> tuple[Step, ...]:
        """Return the steps of lunch time."""
        return (("walk-in merged", self._merge),)

    def _names(self) -> list[str]:
        return [one.name for one in self._day.training.roster.people(self._day.session)]

    def _table(self, name: str) -> LineTable:
        table = self._hands.find(name, LineTable)
        assert isinstance(table, LineTable)
        return table

    def _type(self) -> None:
        for name in people.TYPED:
            self._hands.write("next_name", name, enter=True)
        check(self._names() == list(people.TYPED), "the roster holds other names than were typed")

    def _paste(self) -> None:
        self._hands.click(self._hands.find("next_name"))
        self._hands.paste(people.as_pasted(people.PASTED))
        self._hands.find("preview")

    def _take(self, number: int) -> None:
        """Take over what is shown, and count."""
        self._hands.press("apply")
        self._hands.settle(80)
        found = len(self._names())
        check(found == number, f"there are {found} people on the roster, not {number}")

    def _read(self) -> None:
        target = self._day.out / "roster-gb18030.csv"
        people.write_list(target)
        self._import(target)

    def _read_book(self) -> None:
        target = self._day.out / "roster.xlsx"
        people.write_book(target)
        self._import(target)

    def _import(self, source: Path) -> None:
        with self._hands.asked(self._hands.file(source)):
            self._hands.press("import")
        self._hands.find("preview")

    def _decide(self) -> None:
        """Say that the one who may be somebody on the roster is that person."""
        hands, table = self._hands, self._table("preview")
        names = [row[0] for row in people.LISTED]
        self._go_to(table, names.index(people.UNSURE))
        hands.key(Qt.Key.Key_Return, wait=60)
        self._day.shoot("roster, who is it")
        hands.press("same0")

    def _go_to(self, table: LineTable, line: int) -> None:
        table.setFocus(Qt.FocusReason.TabFocusReason)
        self._hands.key(Qt.Key.Key_Home)
        for _ in range(line):
            self._hands.key(Qt.Key.Key_Down)
        if table.line != line:
            raise TourError(f"the arrow keys led to line {table.line}, not {line}")

    def _walk_in(self) -> None:
        day = self._day
        self._hands.write("next_name", people.WALK_IN)
        self._hands.press("walk_in")
        found = [one.name for one in day.training.roster.people(day.session) if one.walk_in]
        check(found == [people.WALK_IN], "the walk-in is not on the roster")
        later = {one.name: one for one in day.training.roster.people(day.session)}
        check(
            later["孙丽华"].departure != later["周志强"].departure, "a later flight was not taken"
        )
        check(later[people.UNSURE].company, "the row that was decided was not taken")

    def _export(self) -> None:
        self._hands.save("export", self._day.out / "roster-exported.xlsx")

    def _merge(self) -> None:
        """Say who the walk-in is: the absent one, who then was there."""
        day, hands = self._day, self._hands
        day.clock.until(12, 30)
        day.tab("roster")
        names = self._names()
        self._go_to(self._table("people"), names.index(people.WALK_IN))
        others = [name for name in names if name != people.WALK_IN]

        def who() -> None:
            day.shoot("who is the walk-in")
            self._go_to(self._table("into"), others.index(people.WALKED_IN))
            hands.key(Qt.Key.Key_Return, wait=60)

        with hands.asked(lambda: hands.press("merge"), who):
            hands.key(Qt.Key.Key_Return, wait=60)
        check(self._names() == others, "the walk-in is still on the roster")
        day.marks[people.WALKED_IN] = day.marks.pop(people.WALK_IN)
