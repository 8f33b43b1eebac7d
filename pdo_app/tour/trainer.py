"""Walks a trainer's way: a session of six hours with thirty people, in fast time.

The same buttons, keys and fields as a person's; only the clock is moved, so that a day passes in
seconds. Both windows are kept as pictures, every document is written, and what the records hold
in the end is compared with what was done.
"""

from __future__ import annotations

from datetime import UTC, datetime, time
from pathlib import Path

from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from pdo_app.app import Desk
from pdo_app.records import Mode
from pdo_app.tour.clock import MovedClock
from pdo_app.tour.day import Day
from pdo_app.tour.trainer_attendance import AttendancePart
from pdo_app.tour.trainer_hands import TrainerHands
from pdo_app.tour.trainer_plan import PlanPart
from pdo_app.tour.trainer_report import ReportPart
from pdo_app.tour.trainer_roster import RosterPart
from pdo_app.tour.trainer_slides import SlidesPart
from pdo_app.tour.walk import Look, Step, Walk, walk_through
from pdo_app.ui.present.audience import AudienceWindow
from pdo_app.ui.routes import Place
from pdo_app.ui.widgets.notice import Toast
from pdo_app.ui.widgets.popup import Popup

_BEGINS = time(8, 10)
_PROJECTOR = (1280, 720)
"""Pixels of the audience's window where there is no screen for it."""


def trainer_tour(out: Path, look: Look) -> int:
    """Walk a trainer's way and leave pictures of both windows, all documents and ``tour.json``
    in ``out``. Returns 0, or 1 where a step failed, which is then told on standard error."""
    clock = MovedClock(datetime.now(UTC).astimezone().date(), _BEGINS)
    return walk_through(
        out, look, lambda desk, folder, mode: TrainerWalk(desk, folder, mode, clock), clock
    )


class TrainerWalk(Walk):
    """The way from the PIN to the closed session."""

    def __init__(self, desk: Desk, out: Path, mode: Mode, clock: MovedClock) -> None:
        super().__init__(desk, out, mode)
        self._hands = TrainerHands(desk)
        self._day = Day(desk, self._hands, clock, out, self.shoot)

    def steps(self) -> tuple[Step, ...]:
        """Return name and deed of every step, in the order of the way."""
        day = self._day
        slides, attendance, roster = SlidesPart(day), AttendancePart(day), RosterPart(day)
        parts = (
            PlanPart(day).steps(),
            roster.steps(),
            attendance.morning(),
            slides.morning(),
            roster.merging(),
            attendance.afternoon(),
            slides.afternoon(),
            ReportPart(day).steps(),
        )
        return tuple(step for part in parts for step in part)

    def begin(self) -> None:
        """Click the note of the step before away: in fast time it would stand for many steps."""
        for toast in self.window.findChildren(Toast):
            toast.close()

    def settle(self) -> None:
        """Let the application answer."""
        self._hands.settle()

    def paint(self, file: Path) -> bool:
        """Keep the main window with what stands over it."""
        picture = self.window.grab()
        painter = QPainter(picture)
        for above in _over(self.window):
            painter.drawPixmap(self.window.mapFromGlobal(above.pos()), above.grab())
        painter.end()
        return bool(picture.save(str(file)))

    def paint_audience(self, file: Path) -> bool | None:
        """Keep the audience's window while slides are shown, on a screen or not."""
        audience = self._audience()
        if audience is None:
            return None
        if not audience.isVisible():
            audience.resize(*_PROJECTOR)
        picture: QPixmap = audience.grab()
        return bool(picture.save(str(file)))

    def _audience(self) -> AudienceWindow | None:
        if self._hands.place() is not Place.PRESENT:
            return None
        found = self.window.findChildren(AudienceWindow)
        return found[-1] if found else None


def _over(window: QWidget) -> list[QWidget]:
    """Return questions, menus and cards that stand over the window, the lowest first."""
    kinds = (QDialog, QMenu, Popup)
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, kinds) and w.isVisible()]
    return [w for w in found if w is not window]
