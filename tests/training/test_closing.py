"""A closed session stays as it is, whoever wants to write about it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from pdo_app.errors import InputError
from pdo_app.records import Mark, MarkKind, RosterRow
from pdo_app.training.evaluation import Assessment
from pdo_app.training.roster import Decision
from pdo_app.training.wall import WallKind

from .conftest import Desk

HERE = Mark(MarkKind.PRESENT)


def deeds(desk: Desk) -> dict[str, Callable[[], object]]:
    """Prepare everything that writes about a session, then close it."""
    training = desk.training
    session = desk.session()
    one, other = desk.people(session, "王芳", "李伟")
    question = training.wall.ask(session, WallKind.WANT, "工资怎么算？")
    (row,) = training.roster.propose(session, [RosterRow(1, "张三")])
    cards = training.presenting.deck(session)
    training.presenting.show(session, cards[0])
    training.sessions.close(session)
    half = session.plan[0]
    return {
        "mark": lambda: training.attendance.mark(session, one, half.id, HERE),
        "mark all": lambda: training.attendance.mark_all(session, [one], half.id, None),
        "all present": lambda: training.attendance.all_present(session, half.id),
        "add": lambda: training.roster.add(session, "赵六"),
        "walk in": lambda: training.roster.walk_in(session, "赵六"),
        "change": lambda: training.roster.change(one, company="远大"),
        "merge": lambda: training.roster.merge(one, other),
        "remove": lambda: training.roster.remove(one),
        "import": lambda: training.roster.apply(session, [Decision(row)]),
        "ask": lambda: training.wall.ask(session, WallKind.WORRY, "怕"),
        "answer": lambda: training.wall.answer(question),
        "park": lambda: training.wall.park(question),
        "ask again": lambda: training.wall.reopen(question),
        "assess": lambda: training.evaluation.save(session, Assessment(notes="好")),
        "show": lambda: training.presenting.show(session, cards[1]),
        "skip": lambda: training.presenting.skip(session, half.segments[0].id),
        "note": lambda: training.presenting.note(session, cards[0].id, "以后"),
        "be alive": lambda: training.presenting.heartbeat(session),
        "replan": lambda: training.sessions.replan(session, ()),
        "update": lambda: training.sessions.update(session, title="另一个班"),
        "plan again": lambda: training.sessions.plan_again(session),
    }


def test_nothing_of_a_closed_session_is_written(desk: Desk) -> None:
    prepared = deeds(desk)
    ask = (
        "select (select count(*) from session_events), (select count(*) from participants), "
        "(select group_concat(plan || title) from sessions), (select max(at) from alive)"
    )
    before = desk.store.rows(ask)
    desk.now += timedelta(minutes=5)
    for name, deed in prepared.items():
        with pytest.raises(InputError) as caught:
            deed()
        assert caught.value.title.text == "This session is closed.", name
        assert caught.value.advice.text == "Open it again to change it.", name
    assert desk.store.rows(ask) == before


def test_what_is_opened_again_can_be_written(desk: Desk) -> None:
    prepared = deeds(desk)
    (closed,) = desk.training.sessions.all()
    desk.training.sessions.reopen(closed)
    prepared["mark"]()
    prepared["show"]()
    prepared["remove"]()


def test_a_session_that_is_gone(desk: Desk) -> None:
    prepared = deeds(desk)
    (closed,) = desk.training.sessions.all()
    desk.training.sessions.remove(closed)
    for name in ("mark", "add", "ask", "show", "assess", "be alive"):
        with pytest.raises(KeyError):
            prepared[name]()
