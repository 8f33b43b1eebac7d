from dataclasses import replace

import pytest

from pdo_app.content.model import Text
from pdo_app.reports.topics import topics
from tests.training.conftest import Desk

from .taught import NAMES, mark, new_class, person, present, record, whole


def test_a_session_before_it_begins_has_nothing(desk: Desk) -> None:
    found = record(desk, new_class(desk))
    assert found.earned == frozenset()
    assert found.attended_share is None
    assert found.open_marks == 8
    assert found.left_out() == ()
    assert found.ledger.given == ()
    assert len(found.ledger.left_out) == 3
    assert [row.missed for row in found.ledger.rows] == [()] * 4
    assert (found.notes, found.cards, found.wall) == ((), {}, ())


def test_a_whole_session(desk: Desk) -> None:
    found = record(desk, whole(desk))
    assert found.open_marks == 0
    assert found.attended_share == pytest.approx(6 / 8)
    assert {person(found, name).id for name in NAMES if name != "=1+1"} == found.earned
    assert [one.id for one in found.left_out()] == ["h1-witness", "h2-closing"]
    assert found.presented(0)
    assert [found.real_minutes(one) for one in found.session.plan[0].segments] == [6, 16, 6, None]
    assert found.taught_minutes(0) == 22
    assert [note.text for note in found.notes] == ["+再讲一遍"]
    assert found.cards[found.notes[0].card] == Text("知道、想问", "What I know and ask")


def test_who_was_away_missed_what_the_class_had(desk: Desk) -> None:
    found = record(desk, whole(desk))
    missed = {row.participant.name: row.missed for row in found.ledger.rows}
    assert missed["王建国"] == ()
    assert missed["=1+1"] == found.ledger.given
    # She came when half of the first lessons was over, and left no sooner than the others.
    assert missed["李秀英"] == found.ledger.given
    assert missed["张<b>志强</b>"] == ()


def test_a_half_day_still_to_come_is_missed_by_nobody(desk: Desk) -> None:
    session = new_class(desk)
    mark(desk, session, 0)
    found = record(desk, session)
    assert found.ledger.given == ("tiny/m01/two-contracts", "tiny/m01/fees")
    assert found.ledger.left_out == ("tiny/m13/call-112",)
    assert found.left_out() == ()
    assert not found.presented(0)
    assert found.taught_minutes(0) == 30


def test_one_that_was_presented_but_not_marked_was_given(desk: Desk) -> None:
    session = new_class(desk)
    mark(desk, session, 0)
    present(desk, session, 1)
    found = record(desk, session)
    assert found.ledger.left_out == ()
    assert found.ledger.given == ("tiny/m01/two-contracts", "tiny/m01/fees")


def test_what_the_plan_skips_is_left_out(desk: Desk) -> None:
    session = new_class(desk)
    half = session.plan[0]
    segments = tuple(replace(one, skipped=one.id == "h1-contracts") for one in half.segments)
    changed = desk.training.sessions.replan(
        session, (replace(half, segments=segments), *session.plan[1:])
    )
    assert [one.id for one in record(desk, changed).left_out()] == ["h1-contracts"]


def test_lessons_have_their_names_also_when_they_are_gone(desk: Desk) -> None:
    guide = desk.library.guides()[0].lessons[0]
    found = topics(desk.library, ("tiny/m01/fees", guide.id, "tiny/m99/gone"))
    assert list(found) == ["tiny/m01/fees", guide.id, "tiny/m99/gone"]
    assert found["tiny/m01/fees"].number == 1
    assert found[guide.id].number == 0
    assert found[guide.id].title == guide.title
    gone = found["tiny/m99/gone"]
    assert (gone.title.en, gone.module, gone.minutes) == ("tiny/m99/gone", "tiny/m99", 0)
