"""The wall and the report of a session, in every state worth looking at."""

from __future__ import annotations

from collections.abc import Iterator

from pdo_app.app import Desk
from pdo_app.records import Mark, MarkKind, TrainingSession
from pdo_app.training.evaluation import LINES, Assessment
from pdo_app.training.wall import WallKind
from pdo_app.ui.routes import Place

from .walk import settle

LONG = "听不懂工头的话，怕被扣钱。" * 30


def show(desk: Desk, session: TrainingSession, tab: str) -> None:
    """Go to a tab of the session and wait until it stands."""
    desk.frame.router.go(Place.SESSION, session=str(session.id), tab=tab)
    settle()


def teach(desk: Desk, session: TrainingSession) -> None:
    """Present the first half-day but for one part, mark every half-day, ask and look back."""
    training = desk.services.training()
    deck, half = training.presenting.deck(session), session.plan[0]
    training.presenting.skip(session, half.segments[2].id)
    for segment in (*half.segments[:2], *half.segments[3:]):
        if not segment.skipped:
            card = next(card for card in deck if card.segment == segment.id)
            training.presenting.show(session, card)
    training.presenting.end(session)
    people = training.roster.people(session)
    for planned in session.plan:
        if people:
            training.attendance.mark(session, people[0], planned.id, Mark(MarkKind.ABSENT))
        training.attendance.all_present(session, planned.id)
    ask(desk, session)
    answers = {name: number % 4 + 1 for number, (name, _) in enumerate(LINES[:6])}
    training.evaluation.save(session, Assessment(answers, {half.segments[2].id: LONG}, LONG))


def ask(desk: Desk, session: TrainingSession) -> None:
    """Put entries of every state on the wall."""
    wall = desk.services.training().wall
    wall.ask(session, WallKind.KNOW, "有最低工资")
    wall.park(wall.ask(session, WallKind.WANT, "W" * 300))
    wall.ask(session, WallKind.WANT, "<b>x</b> & =1+1 \u202eabc 😀")
    wall.answer(wall.ask(session, WallKind.WORRY, "护照会不会被收走"))
    wall.ask(session, WallKind.WORRY, LONG)


def wall_and_report(desk: Desk, session: TrainingSession) -> Iterator[str]:
    """Show both tabs, empty, full and closed; the session is open again at the end."""
    sessions = desk.services.training().sessions
    show(desk, session, "wall")
    yield "session, an empty wall"
    show(desk, session, "report")
    yield "session, its report before it begins"
    teach(desk, session)
    show(desk, session, "wall")
    yield "session, its wall"
    show(desk, session, "report")
    yield "session, its report"
    sessions.close(session)
    settle()
    yield "session, its report, closed"
    show(desk, session, "wall")
    yield "session, its wall, closed"
    sessions.reopen(session)
    settle()
