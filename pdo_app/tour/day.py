"""What the parts of a trainer's tour share: the application, the clock, and what was done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from pdo_app.app import Desk
from pdo_app.records import Mark, PlannedSegment, TrainingSession
from pdo_app.tour.clock import MovedClock
from pdo_app.tour.hands import TourError
from pdo_app.tour.trainer_hands import TrainerHands
from pdo_app.training import agenda
from pdo_app.training.services import Training
from pdo_app.ui.routes import Place

Shoot = Callable[[str], None]


@dataclass
class Day:
    """A day of training as the tour gives it. ``seconds`` are those that it let pass while each
    segment was on, ``marks`` what it wrote for each name and half-day: the records must say the
    same in the end."""

    desk: Desk
    hands: TrainerHands
    clock: MovedClock
    out: Path
    shoot: Shoot
    seconds: dict[str, float] = field(default_factory=dict)
    marks: dict[str, dict[str, Mark]] = field(default_factory=dict)
    known: UUID | None = None

    @property
    def training(self) -> Training:
        """The rules of teaching a class."""
        return self.desk.training()

    @property
    def session(self) -> TrainingSession:
        """The session as the records hold it now. Raises TourError before it was made."""
        if self.known is None:
            raise TourError("there is no session yet")
        return self.training.sessions.get(self.known)

    def segments(self) -> tuple[PlannedSegment, ...]:
        """Return all segments of the plan in order."""
        return tuple(one for half in self.session.plan for one in half.segments)

    def segment_named(self, name: str) -> PlannedSegment:
        """Return the segment with this id. Raises KeyError."""
        return agenda.find(self.session.plan, name)

    def segment(self, name: str) -> PlannedSegment:
        """Return a segment by the end of its id. Raises TourError where there is none."""
        for one in self.segments():
            if one.id.endswith(f"-{name}"):
                return one
        raise TourError(f"the plan has no segment {name!r}")

    def tab(self, name: str) -> None:
        """Open a tab of the session's page."""
        if self.hands.place() is not Place.SESSION:
            self.desk.frame.router.go(Place.SESSION, session=str(self.known), tab=name)
            self.hands.settle(80)
        else:
            self.hands.press(f"tab_{name}")
        self.hands.settle(80)


def check(true: object, otherwise: str) -> None:
    """Raise TourError with a sentence where something is not as a person would expect it."""
    if not true:
        raise TourError(otherwise)
