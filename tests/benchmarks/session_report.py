"""How long the papers of a closed two-day session with forty people take.

In one process, without a screen: ``python -m tests.benchmarks.session_report [--rounds N]
[--people N]``. Every slide of the session was shown, every half-day marked, forty entries stand
on the wall. Each paper is read from the database, worded, drawn and written to the disk; the floor
is a PDF of as many empty pages, written in the same way. "report tab" is the page on the screen,
from the click to its paint. Prints a table and, as its last line, JSON; times in milliseconds.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from pypdf import PdfReader
from PySide6.QtWidgets import QApplication

from pdo_app import paths
from pdo_app.app import Desk, Outside, make_application
from pdo_app.checkout import rebuild_if_changed
from pdo_app.paper.attendance_certificates import write_attendance_certificates
from pdo_app.paper.attendance_sheet import write_attendance_sheet
from pdo_app.paper.document import pdf
from pdo_app.paper.document import save as save_file
from pdo_app.paper.reading_list import write_reading_lists
from pdo_app.paper.session_plan import write_session_plan
from pdo_app.paper.session_report import write_session_report
from pdo_app.paper.trainer_guide import write_trainer_guide
from pdo_app.records import Mark, MarkKind, TrainingSession
from pdo_app.reports.attendance_certificates import attendance_certificates
from pdo_app.reports.attendance_sheet import attendance_sheet
from pdo_app.reports.reading_list import reading_lists
from pdo_app.reports.session_plan import session_plan
from pdo_app.reports.session_record import SessionRecord, read_record
from pdo_app.reports.session_report import session_report
from pdo_app.reports.spreadsheet import workbook
from pdo_app.reports.trainer_guide import trainer_guide
from pdo_app.training.evaluation import LINES, Assessment
from pdo_app.training.wall import WallKind
from pdo_app.ui.routes import Place
from tests.benchmarks.figures import Figures, machine, milliseconds, save, show, spread

MOST = 2000
"""Milliseconds that the report of a closed session may take."""


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = datetime.now(UTC)

    def __call__(self) -> datetime:
        """Return the moment."""
        return self.now


def teach(desk: Desk, clock: Clock, people: int) -> TrainingSession:
    """Teach a whole session of two days and close it."""
    training = desk.services.training()
    session = training.sessions.create(
        "两日班", "two-days", desk.today(), trainer="陈老师", place="二楼", destination="DE"
    )
    roster = [training.roster.add(session, f"王小明{number}") for number in range(people)]
    cards = training.presenting.deck(session)
    minutes = {one.id: one.minutes for half in session.plan for one in half.segments}
    for half in session.plan:
        shown = [card for card in cards if card.half == half.id]
        for card in shown:
            training.presenting.show(session, card)
            same = sum(other.segment == card.segment for other in shown)
            clock.now += timedelta(minutes=minutes[card.segment] / same)
        training.presenting.end(session)
        for number, person in enumerate(roster):
            if number % 8 == 0:
                late = Mark(MarkKind.LATE, half.start + 45)
                training.attendance.mark(session, person, half.id, late)
            elif number % 9 == 0:
                training.attendance.mark(session, person, half.id, Mark(MarkKind.ABSENT))
        training.attendance.all_present(session, half.id)
    for number in range(40):
        training.wall.ask(session, list(WallKind)[number % 3], f"第{number}个问题：生病怎么办？")
    answers = {name: 3 for name, _ in LINES}
    training.evaluation.save(session, Assessment(answers, {}, "换了线"))
    return training.sessions.close(session)


def papers(desk: Desk, session: TrainingSession, folder: Path) -> dict[str, Callable[[], object]]:
    """Return what writes each paper, from the database to the file."""
    training, texts, today = desk.services.training(), desk.frame.language.texts, desk.today()

    def record() -> SessionRecord:
        return read_record(training, desk.library, session)

    def sheet() -> None:
        found = record()
        made = attendance_sheet(session, found.centre, found.grid, texts, today, filled=True)
        write_attendance_sheet(made, folder / "sheet.pdf")

    def guide() -> None:
        made = trainer_guide(session, training.access.centre(), desk.library, texts, today)
        write_trainer_guide(made, folder / "guide.pdf")

    def plan() -> None:
        people = len(training.roster.people(session))
        made = session_plan(session, training.access.centre(), people, desk.library, texts, today)
        write_session_plan(made, folder / "plan.pdf")

    return {
        "report, PDF": lambda: write_session_report(
            session_report(record(), texts, today), folder / "report.pdf"
        ),
        "report, XLSX": lambda: save_file(workbook(record(), texts), folder / "report.xlsx"),
        "certificates": lambda: write_attendance_certificates(
            attendance_certificates(record(), texts, today), folder / "certificates.pdf"
        ),
        "reading lists": lambda: write_reading_lists(
            reading_lists(record(), texts, today), folder / "lists.pdf"
        ),
        "attendance sheet": sheet,
        "session plan": plan,
        "trainer's guide": guide,
    }


def tab(desk: Desk, session: TrainingSession) -> float:
    """Return how long the report tab takes from the click to its paint."""

    def go(name: str) -> None:
        desk.frame.router.go(Place.SESSION, session=str(session.id), tab=name)
        QApplication.processEvents()
        QApplication.sendPostedEvents()
        QApplication.processEvents()

    go("wall")
    return milliseconds(lambda: go("report"))


def empty(folder: Path, pages: int) -> None:
    """Write a PDF of empty pages: what Qt and the disk take."""
    save_file(pdf("", [lambda painter, sheet: None] * pages), folder / "empty.pdf")


def measure(desk: Desk, clock: Clock, folder: Path, asked: argparse.Namespace) -> None:
    """Measure, print, and fail where the report takes too long."""
    desk.frame.person.become_trainer()
    session = teach(desk, clock, asked.people)
    rows: dict[str, Figures] = {}
    first = {}
    for name, write in papers(desk, session, folder).items():
        first[name] = round(milliseconds(write), 1)
        rows[name] = spread(milliseconds(write) for _ in range(asked.rounds))
    pages = len(PdfReader(folder / "report.pdf").pages)
    rows[f"{pages} empty pages (floor)"] = spread(
        milliseconds(lambda: empty(folder, pages)) for _ in range(asked.rounds)
    )
    tab(desk, session)
    rows["report tab"] = spread(tab(desk, session) for _ in range(asked.rounds))
    others = {
        "people": asked.people,
        "pages_of_report": pages,
        "first_time_ms": first,
        "most_ms": MOST,
        **machine(),
    }
    show(f"Papers of a session of two days with {asked.people} people", rows, others)
    save(asked.json, rows, others)
    both = first["report, PDF"] + first["report, XLSX"]
    if both > MOST:
        raise SystemExit(f"the report took {both:.0f} ms the first time, more than {MOST}")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--people", type=int, default=40)
    parser.add_argument("--json", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder, clock = Path(name), Clock()
        make_application()
        rebuild_if_changed()
        desk = Desk(Outside(folder / "data", paths.built_in_packs(), clock, lambda: 7))
        desk.window.resize(1366, 768)
        desk.window.show()
        try:
            measure(desk, clock, folder, asked)
        finally:
            desk.close()


if __name__ == "__main__":
    main()
