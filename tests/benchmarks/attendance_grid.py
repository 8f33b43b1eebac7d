"""How long the table of attendance takes: 40 people in four half-days, without a screen.

Usage: python -m tests.benchmarks.attendance_grid [--rounds 20] [--json FILE]

"table" builds the tab and paints the window, "mark" is a key from the press to the painted cell
with the record on the disk, "all here" marks 40 people. "preview" shows an import of 5,000 rows,
"scroll" turns a page in it. Beside them stands the floor: the same window, empty, painted once.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from pdo_app import paths
from pdo_app.app import Desk, Outside, make_application
from pdo_app.checkout import rebuild_if_changed
from pdo_app.records import RosterRow, TrainingSession
from pdo_app.ui.routes import Place
from pdo_app.ui.train.attendance_grid import AttendanceGrid
from pdo_app.ui.train.roster import RosterTab
from pdo_app.ui.train.session import SessionScreen
from pdo_app.ui.widgets.line_table import LineTable

from .figures import Figures, machine, milliseconds, save, show, spread

SIZE = (1366, 768)
PEOPLE, ROWS = 40, 5000
BEFORE = datetime(2026, 11, 24, 8).astimezone()
"""Before the first half-day, which is the one that is marked."""


def settle() -> None:
    """Let go what is gone."""
    for _ in range(3):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def painted(desk: Desk, act: Callable[[], object]) -> float:
    """Return the time of ``act`` until the window has painted what it led to."""

    def whole() -> None:
        act()
        QApplication.processEvents()

    spent = milliseconds(whole)
    settle()
    return spent


def floor(rounds: int) -> list[float]:
    """Return the times of an empty window that paints itself."""
    window = QMainWindow()
    window.resize(*SIZE)
    window.show()
    QApplication.processEvents()
    times = [milliseconds(window.repaint) for _ in range(rounds)]
    window.close()
    return times


def shown(desk: Desk, kind: type[QWidget], name: str) -> QWidget:
    """Return the widget of that name that is on the screen."""
    return next(one for one in desk.window.findChildren(kind, name) if one.isVisible())


def measure(desk: Desk, session: TrainingSession, rounds: int) -> dict[str, Figures]:
    """Take all times on a desk that stands."""
    go, attendance = desk.frame.router.go, desk.training().attendance
    people = desk.training().roster.people(session)

    def leave() -> None:
        go(Place.SESSIONS)
        settle()

    def open_tab(tab: str) -> float:
        leave()
        return painted(desk, lambda: go(Place.SESSION, session=str(session.id), tab=tab))

    table = [open_tab("attendance") for _ in range(rounds)]
    mark, everybody = [], []
    for _ in range(rounds):
        grid = shown(desk, AttendanceGrid, "attendance")
        grid.setFocus()
        mark.append(painted(desk, lambda g=grid: QTest.keyClick(g, Qt.Key.Key_A)))  # type: ignore[misc]
        attendance.mark_all(session, people, session.plan[0].id, None)
        settle()
        button = shown(desk, QWidget, "all_present")
        everybody.append(painted(desk, button.click))  # type: ignore[attr-defined]
    open_tab("roster")
    return {
        "floor": spread(floor(rounds)),
        "table": spread(table),
        "mark": spread(mark),
        "all here": spread(everybody),
        **preview(desk, rounds),
    }


def preview(desk: Desk, rounds: int) -> dict[str, Figures]:
    """Take the times of an import of many rows."""
    screen = desk.window.findChild(SessionScreen)
    assert isinstance(screen, SessionScreen)
    tab = screen.tab
    assert isinstance(tab, RosterTab)
    text = "姓名\t单位\t电话\n" + "".join(
        f"学员{at}\t公司{at % 9}\t{at:04d}\n" for at in range(ROWS)
    )
    QApplication.clipboard().setText(text)
    whole, scroll = [], []
    for _ in range(max(3, rounds // 5)):
        whole.append(painted(desk, tab.paste))
        table = shown(desk, LineTable, "preview")
        table.setFocus()
        for _ in range(10):
            scroll.append(painted(desk, lambda t=table: QTest.keyClick(t, Qt.Key.Key_PageDown)))  # type: ignore[misc]
        shown(desk, QWidget, "leave").click()  # type: ignore[attr-defined]
        settle()
    return {"preview of 5,000 rows": spread(whole), "scroll by a page": spread(scroll)}


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--json", type=Path)
    asked = parser.parse_args()
    make_application()
    rebuild_if_changed()
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Outside(Path(folder), paths.built_in_packs(), lambda: BEFORE))
        desk.window.resize(*SIZE)
        desk.window.show()
        training = desk.training()
        name = desk.library.templates()[-1].id
        session = training.sessions.create("两天班", name, desk.today())
        for at in range(PEOPLE):
            row = RosterRow(at, f"学员{at}", f"公司{at % 4}", phone=f"{at:04d}")
            training.roster.add(session, row.name, company=row.company, phone=row.phone)
        desk.frame.person.become_trainer()
        figures = measure(desk, session, asked.rounds)
        desk.close()
    show("Attendance of 40 people in four half-days, 1366x768", figures, machine())
    save(asked.json, figures, machine())
    return 0


if __name__ == "__main__":
    sys.exit(main())
