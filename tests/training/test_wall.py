from __future__ import annotations

import pytest

from pdo_app.changes import Topic
from pdo_app.errors import InputError
from pdo_app.records import EventVerb
from pdo_app.training.wall import WallKind, WallQuestion, WallState

from .conftest import Desk


def test_open_entries_come_first(desk: Desk) -> None:
    session, other = desk.session(), desk.session()
    wall = desk.training.wall
    desk.announced.clear()
    asked = [
        wall.ask(session, kind, text)
        for kind, text in (
            (WallKind.WANT, " 押金能退吗？ "),
            (WallKind.WORRY, "工资拖欠怎么办"),
            (WallKind.KNOW, "护照自己拿"),
            (WallKind.WANT, "住哪里"),
        )
    ]
    wall.ask(other, WallKind.WANT, "别的班")
    wall.answer(asked[0])
    wall.park(asked[1])
    wall.answer(asked[2])
    wall.reopen(asked[2])

    found = wall.questions(session)
    assert [question.text for question in found] == [
        "护照自己拿",
        "住哪里",
        "工资拖欠怎么办",
        "押金能退吗？",
    ]
    assert [question.state for question in found] == [
        WallState.OPEN,
        WallState.OPEN,
        WallState.PARKED,
        WallState.ANSWERED,
    ]
    assert found[1] == asked[3]
    assert asked[3] == WallQuestion(
        asked[3].id, session.id, WallKind.WANT, "住哪里", WallState.OPEN, desk.now
    )
    assert set(desk.announced) == {frozenset({Topic.WALL})}


@pytest.mark.parametrize(("text", "words"), [(" ", "empty"), ("x" * 501, "500")])
def test_what_is_no_entry(desk: Desk, text: str, words: str) -> None:
    session = desk.session()
    with pytest.raises(InputError, match=words):
        desk.training.wall.ask(session, WallKind.WANT, text)
    assert desk.training.wall.questions(session) == ()


def test_an_entry_that_cannot_be_read_is_left_out(desk: Desk) -> None:
    session = desk.session()
    good = desk.training.wall.ask(session, WallKind.KNOW, "有")
    for result in ({}, {"kind": "sing", "text": "啦"}, {"kind": ["know"]}):
        desk.store.events.append(session.id, EventVerb.ASKED, "know", version="1", result=result)
    desk.store.events.append(
        session.id, EventVerb.ASKED, "know", version="1", result={"kind": "know"}
    )

    assert [one.text for one in desk.training.wall.questions(session)] == [good.text, ""]
