"""The trainer's tour, last part: questions, report, papers, the end of the session, the way out;
and whether the records hold what was done."""

from __future__ import annotations

from pathlib import Path

from pdo_app.records import Mark, MarkKind
from pdo_app.tour.day import Day, check
from pdo_app.tour.people import ALL
from pdo_app.tour.trainer_slides import ENTRIES, NOTE
from pdo_app.tour.walk import Step
from pdo_app.training.attendance import attended
from pdo_app.training.evaluation import LINES
from pdo_app.training.wall import WallKind, WallState
from pdo_app.ui.routes import Place

REASONS = {"travel": "时间不够，发了阅读清单", "housing": "宿舍还没定，下次讲"}
NOTES = "角色扮演很受欢迎，下次多留十分钟。"
_ASKED_LATER = "到了以后谁来接？"
_SECOND = 1.0
_LEAST = {".pdf": 8_000, ".xlsx": 4_000}
"""Bytes below which a document of that kind is empty."""


class ReportPart:
    """Steps from the wall to the closed session, and the door behind it."""

    def __init__(self, day: Day) -> None:
        self._day, self._hands = day, day.hands

    def steps(self) -> tuple[Step, ...]:
        """Return name and deed of every step."""
        return (
            ("questions", lambda: self._day.tab("wall")),
            ("question typed later", self._ask),
            ("questions answered and parked", self._answer),
            ("report", self._open),
            ("report, why parts were left out", self._reasons),
            ("report, look back", self._look_back),
            ("report, printed", self._print),
            ("session closed", self._close),
            ("closed, the plan", lambda: self._day.tab("plan")),
            ("closed, the attendance", lambda: self._day.tab("attendance")),
            ("list of sessions", self._list),
            ("trainers area left", self._leave),
            ("records as they were done", self._compare),
        )

    def _ask(self) -> None:
        self._hands.write(f"ask_{WallKind.WANT.value}", _ASKED_LATER, enter=True)

    def _answer(self) -> None:
        """Answer all but two: one is parked, one stays open."""
        day, hands = self._day, self._hands
        found = day.training.wall.questions(day.session)
        check(len(found) == len(ENTRIES) + 1, "the wall does not hold all questions")
        for question in found[:-2]:
            hands.press(f"answered_{question.id}")
        hands.press(f"parked_{found[-2].id}")
        states = [question.state for question in day.training.wall.questions(day.session)]
        expected = [WallState.OPEN, WallState.PARKED, *[WallState.ANSWERED] * (len(found) - 2)]
        check(states == expected, "questions were not kept as answered and parked")

    def _open(self) -> None:
        self._day.tab("report")

    def _reasons(self) -> None:
        day = self._day
        for end, words in REASONS.items():
            self._hands.write(f"reason_{day.segment(end).id}", words, enter=True)

    def _look_back(self) -> None:
        hands, day = self._hands, self._day
        for number, (name, _) in enumerate(LINES):
            hands.press(f"look_{name}_{2 + number % 2}")
        hands.write("notes", NOTES)
        kept = day.training.evaluation.get(day.session)
        check(len(kept.answers) == len(LINES), "the look back was not kept")

    def _print(self) -> None:
        out, hands = self._day.out, self._hands
        hands.save("report_pdf", out / "session-report.pdf")
        hands.save("workbook", out / "session-report.xlsx")
        hands.save("certificates", out / "certificates-of-attendance.pdf")
        hands.save("sheet", out / "attendance-sheet.pdf")
        hands.save("reading_lists", out / "reading-lists.pdf")

    def _close(self) -> None:
        hands, day = self._hands, self._day

        def answer() -> None:
            day.shoot("close the session?")
            hands.press_last()

        with hands.asked(answer):
            hands.press("close_session")
        check(day.session.closed_at is not None, "the session is not closed")

    def _list(self) -> None:
        self._hands.press("rail_sessions")
        self._hands.expect(Place.SESSIONS)
        check(self._hands.has(f"session_{self._day.known}"), "the session is not on the list")

    def _leave(self) -> None:
        self._hands.press("rail_trainer")
        self._hands.press("leave")
        self._hands.expect(Place.START)
        self._hands.go(Place.SESSIONS)  # as a way that somebody kept open would
        check(self._hands.has("pin"), "the area is open although it was left")

    # What the records hold.

    def _compare(self) -> None:
        self._compare_attendance()
        self._compare_minutes()
        self._compare_coverage()
        day = self._day
        kept = day.training.evaluation.get(day.session)
        wanted = {day.segment(end).id: words for end, words in REASONS.items()}
        check(kept.reasons == wanted, "the reasons were not kept")
        check(kept.notes == NOTES, "the notes were not kept")
        notes = [note.text for note in day.training.presenting.notes(day.session)]
        check(notes == [NOTE], "the note of the presentation was not kept")
        for file in sorted(day.out.iterdir()):
            if file.suffix in _LEAST:
                _check_document(file)

    def _compare_attendance(self) -> None:
        day = self._day
        grid = day.training.attendance.grid(day.session)
        check(len(grid.rows) == ALL, f"{len(grid.rows)} people are on the roster, not {ALL}")
        halves = [half.id for half in grid.halves]
        found = {
            row.participant.name: dict(zip(halves, row.marks, strict=True)) for row in grid.rows
        }
        check(found == day.marks, "the attendance is not what was marked")
        earned = {one.name for one in day.training.attendance.earned(day.session)}
        all_there = {n for n, m in day.marks.items() if attended(m.values()) == len(halves)}
        check(earned == all_there, "other people get a certificate than those who were there")

    def _compare_minutes(self) -> None:
        day = self._day
        real = day.training.presenting.real_minutes(day.session)
        check(real.keys() == day.seconds.keys(), "other parts were given than were shown")
        for name, seconds in day.seconds.items():
            if abs(real[name] - seconds) > _SECOND:
                check(False, f"{name} lasted {real[name]:.0f} s, not {seconds:.0f} s")

    def _compare_coverage(self) -> None:
        day = self._day
        ledger = day.training.coverage.ledger(day.session)
        given = {name for one in day.segments() if one.id in day.seconds for name in one.lessons}
        check(set(ledger.given) == given, "other lessons are said to have been given")
        planned = {name for one in day.segments() for name in one.lessons}
        check(set(ledger.left_out) == planned - given, "other lessons are said to be left out")
        for row in ledger.rows:
            name = row.participant.name
            missed = self._missed(day.marks[name])
            check(set(row.missed) == missed, f"{name} has missed {row.missed}, not {missed}")
            check(set(row.had) == given - missed, f"{name} has had other lessons")

    def _missed(self, marks: dict[str, Mark]) -> set[str]:
        """Return what somebody with these marks has missed: the half-days without them, and what
        was over for the most part when they came."""
        day = self._day
        had: set[str] = set()
        for half in day.session.plan:
            mark = marks[half.id]
            if mark.kind in (MarkKind.ABSENT, MarkKind.EXCUSED):
                continue
            at = float(half.start)
            for one in half.segments:
                lasts = day.seconds.get(one.id, 0.0) / 60
                middle, at = at + lasts / 2, at + lasts
                came, went = mark.kind is MarkKind.LATE, mark.kind is MarkKind.LEFT_EARLY
                there = mark.at is None or not (
                    (came and mark.at > middle) or (went and mark.at < middle)
                )
                if there and one.id in day.seconds:
                    had.update(one.lessons)
        given = {name for one in day.segments() if one.id in day.seconds for name in one.lessons}
        return given - had


def _check_document(file: Path) -> None:
    """Raise TourError where a document cannot be opened, or is empty."""
    content = file.read_bytes()
    check(len(content) >= _LEAST[file.suffix], f"{file.name} is empty: {len(content)} bytes")
    if file.suffix == ".pdf":
        whole = content.startswith(b"%PDF-") and content.rstrip().endswith(b"%%EOF")
        check(whole and b"/Type /Page" in content, f"{file.name} is not a whole PDF")
        return
    from openpyxl import load_workbook

    book = load_workbook(file, read_only=True)
    rows = [sum(1 for _ in sheet.iter_rows()) for sheet in book.worksheets]
    book.close()
    check(rows and all(rows), f"{file.name} has an empty sheet")
