"""A class that was taught on a real desk: half-days presented and marked, things asked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from pdo_app.records import (
    Group,
    Mark,
    MarkKind,
    Mode,
    Participant,
    PlannedHalf,
    TrainingSession,
)
from pdo_app.reports.session_record import SessionRecord, read_record
from pdo_app.texts import Texts
from pdo_app.training.evaluation import LINES, Assessment
from pdo_app.training.wall import WallKind
from tests.training.conftest import DAY, Desk

TODAY = DAY + timedelta(days=1)
NAMES = ("王建国", "李秀英", "=1+1", "张<b>志强</b>")
"""The first was always there; the second came late, the third was away, the fourth left early."""


def new_class(desk: Desk, names: Sequence[str] = NAMES, **fields: object) -> TrainingSession:
    """Plan a session of two half-days with these people."""
    desk.training.access.save_centre(name="烟台培训中心", address="南大街 100 号")
    session = desk.training.sessions.create(
        "十二月班",
        "half-day",
        DAY,
        trainer="陈老师",
        place="二楼",
        destination="DE",
        sector="建筑",
        groups=(Group.RETURNEES,),
        **fields,  # type: ignore[arg-type]
    )
    desk.people(session, *names)
    return session


def local(half: PlannedHalf, minute: int = 0) -> datetime:
    """Return a moment of a half-day in UTC; its times are those of this computer."""
    start = datetime.combine(half.day, time()) + timedelta(minutes=half.start + minute)
    return start.astimezone(UTC)


def present(desk: Desk, session: TrainingSession, half: int, leave_out: Sequence[int] = ()) -> None:
    """Present a half-day on time, but for the parts at these places: the first of them is
    skipped, further ones are not reached."""
    service = desk.training.presenting
    cards = service.deck(session)
    desk.now = local(session.plan[half])
    for place, segment in enumerate(session.plan[half].segments):
        if place in leave_out:
            if place == leave_out[0]:
                service.skip(session, segment.id)
            continue
        service.show(session, next(card for card in cards if card.segment == segment.id))
        desk.wait(minutes=segment.minutes + 1)
    service.end(session)


def mark(desk: Desk, session: TrainingSession, half: int) -> None:
    """Mark a half-day as :data:`NAMES` says; further people are there."""
    service, people = desk.training.attendance, desk.training.roster.people(session)
    plan = session.plan[half]
    ends = plan.start + sum(segment.minutes for segment in plan.segments)
    for person, found in zip(people[1:4], _others(plan.start, ends), strict=False):
        service.mark(session, person, plan.id, found)
    service.all_present(session, plan.id)


def _others(begins: int, ends: int) -> tuple[Mark, ...]:
    return (
        Mark(MarkKind.LATE, begins + 18),
        Mark(MarkKind.ABSENT),
        Mark(MarkKind.LEFT_EARLY, ends - 5),
    )


def ask(desk: Desk, session: TrainingSession) -> None:
    """Put three entries on the wall, one of which is answered and one is for later."""
    wall = desk.training.wall
    wall.answer(wall.ask(session, WallKind.KNOW, "有最低工资"))
    wall.park(wall.ask(session, WallKind.WANT, "-病假"))
    wall.ask(session, WallKind.WORRY, "听不懂")


def look_back(desk: Desk, session: TrainingSession, **reasons: str) -> None:
    """Answer the first four lines with 1 to 4; ``reasons`` go by the id of a segment."""
    answers = {name: number for number, (name, _) in enumerate(LINES[:4], 1)}
    named = {name.replace("_", "-"): words for name, words in reasons.items()}
    desk.training.evaluation.save(session, Assessment(answers, named, "换了线"))


def whole(desk: Desk) -> TrainingSession:
    """Teach a whole session: the witness of the morning is skipped, the closing not reached."""
    session = new_class(desk)
    present(desk, session, 0, leave_out=(3,))
    desk.training.presenting.note(session, session.plan[0].segments[0].id, "+再讲一遍")
    present(desk, session, 1, leave_out=(9, 1))
    for half in range(2):
        mark(desk, session, half)
    ask(desk, session)
    look_back(desk, session, h1_witness="没有来")
    return desk.training.sessions.close(session)


def record(desk: Desk, session: TrainingSession) -> SessionRecord:
    return read_record(desk.training, desk.library, session)


def person(record: SessionRecord, name: str) -> Participant:
    return next(row.participant for row in record.grid.rows if row.participant.name == name)


def texts(folder: Path, mode: Mode = Mode.ENGLISH) -> Texts:
    return Texts(folder, mode)
