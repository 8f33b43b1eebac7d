"""Everything that is known of a session when its papers are written, read once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from pdo_app.content.library import Library
from pdo_app.content.model import Text
from pdo_app.records import Centre, PlannedSegment, SegmentKind, TrainingSession
from pdo_app.reports.topics import Topics, topics
from pdo_app.training import attendance, coverage
from pdo_app.training.attendance import Grid
from pdo_app.training.coverage import Ledger
from pdo_app.training.evaluation import Assessment
from pdo_app.training.presenting import Note
from pdo_app.training.services import Training
from pdo_app.training.timing import Timing
from pdo_app.training.wall import WallQuestion


@dataclass(frozen=True, slots=True)
class SessionRecord:
    """A session with what happened in it. ``topics`` holds every lesson of its plan; ``cards``
    what was on the screen when a note was written."""

    session: TrainingSession
    centre: Centre
    grid: Grid
    ledger: Ledger
    timing: Timing
    wall: tuple[WallQuestion, ...]
    notes: tuple[Note, ...]
    cards: Mapping[str, Text]
    assessment: Assessment
    topics: Topics

    @property
    def earned(self) -> frozenset[UUID]:
        """Those who may have a certificate of attendance."""
        rule = self.session.rule
        return frozenset(
            row.participant.id for row in self.grid.rows if attendance.meets(row.marks, rule)
        )

    @property
    def attended_share(self) -> float | None:
        """The share of half-days that people attended, of those that are marked; None where none
        is."""
        there = sum(totals.there for totals in self.grid.totals)
        marked = there + sum(totals.absent + totals.excused for totals in self.grid.totals)
        return there / marked if marked else None

    @property
    def open_marks(self) -> int:
        """How many cells of the attendance have no mark."""
        return sum(totals.open for totals in self.grid.totals)

    def presented(self, half: int) -> bool:
        """Tell whether the half-day at that place of the plan was presented with the
        application, so that its real minutes are known."""
        return any(one.id in self.timing.spans for one in self.session.plan[half].segments)

    def held(self, half: int) -> bool:
        """Tell whether the half-day at that place of the plan has taken place, as far as is known:
        it was presented, or somebody's attendance was marked."""
        marked = self.grid.totals[half].open < len(self.grid.rows)
        return marked or self.presented(half)

    def given(self) -> int:
        """Return how many parts, without breaks, the class has had in what was held so far."""
        left = {one.id for one in self.left_out()}
        return sum(
            one.kind is not SegmentKind.BREAK and one.id not in left
            for number, half in enumerate(self.session.plan)
            if self.held(number)
            for one in half.segments
        )

    def real_minutes(self, segment: PlannedSegment) -> int | None:
        """Return the minutes that a part really took; None where that is not known."""
        seconds = self.timing.seconds.get(segment.id)
        return None if seconds is None else round(seconds / 60)

    def left_out(self) -> tuple[PlannedSegment, ...]:
        """Return the parts that the class did not have: skipped in the plan or while presenting,
        or not reached in a half-day that was presented. Breaks do not count."""
        given = self.timing.given()
        found = []
        for number, half in enumerate(self.session.plan):
            presented = self.presented(number)
            for one in half.segments:
                gone = one.skipped or one.id in self.timing.skipped
                unreached = presented and one.id not in given
                if one.kind is not SegmentKind.BREAK and (gone or unreached):
                    found.append(one)
        return tuple(found)

    def taught_minutes(self, half: int) -> int:
        """Return the minutes of a half-day without breaks: real ones where it was presented, else
        planned ones."""
        segments = [
            one for one in self.session.plan[half].segments if one.kind is not SegmentKind.BREAK
        ]
        if self.presented(half):
            return round(sum(self.timing.seconds.get(one.id, 0.0) for one in segments) / 60)
        return sum(one.minutes for one in segments if not one.skipped)


def read_record(training: Training, library: Library, session: TrainingSession) -> SessionRecord:
    """Read what is known of a session until now."""
    notes = training.presenting.notes(session)
    grid, timing = training.attendance.grid(session), training.presenting.timing(session)
    return SessionRecord(
        session=session,
        centre=training.access.centre(),
        grid=grid,
        ledger=_ledger(session, grid, timing),
        timing=timing,
        wall=training.wall.questions(session),
        notes=notes,
        cards=_cards(training, session) if notes else {},
        assessment=training.evaluation.get(session),
        topics=topics(library, _lessons(session)),
    )


def _ledger(session: TrainingSession, grid: Grid, real: Timing) -> Ledger:
    """Return who has had what in those half-days of which the attendance is known: in the others
    nobody has missed anything yet. Lessons of a half-day that has neither been marked nor
    presented have not been given."""
    marked, held = [], []
    for half, totals in zip(grid.halves, grid.totals, strict=True):
        known = totals.open < len(grid.rows)
        if known:
            marked.append(half)
        if known or any(one.id in real.spans for one in half.segments):
            held.append(half)
    people = [row.participant for row in grid.rows]
    marks = {
        row.participant.id: {
            half.id: mark for half, mark in zip(grid.halves, row.marks, strict=True) if mark
        }
        for row in grid.rows
    }
    times = coverage.times_given(session.plan, real, lambda moment: moment.astimezone())
    had = coverage.ledger(tuple(marked), people, marks, times)
    given = coverage.ledger(tuple(held), (), {}, times).given
    lessons = _lessons(session)
    return replace(had, left_out=tuple(lesson for lesson in lessons if lesson not in given))


def _lessons(session: TrainingSession) -> tuple[str, ...]:
    found = (lesson for half in session.plan for one in half.segments for lesson in one.lessons)
    return tuple(dict.fromkeys(found))


def _cards(training: Training, session: TrainingSession) -> dict[str, Text]:
    return {card.id: card.title for card in training.presenting.deck(session)}
