from __future__ import annotations

import pytest

from pdo_app.changes import Topic
from pdo_app.errors import InputError
from pdo_app.records import EventVerb, TrainingSession
from pdo_app.training import agenda
from pdo_app.training.presentation import Card, Place
from pdo_app.training.presenting import Note

from .conftest import Desk


@pytest.fixture
def session(desk: Desk) -> TrainingSession:
    return desk.session()


def cards(desk: Desk, session: TrainingSession, segment: str) -> list[Card]:
    return [card for card in desk.training.presenting.deck(session) if card.segment == segment]


def written(desk: Desk, session: TrainingSession) -> list[tuple[EventVerb, str]]:
    return [(event.verb, event.target) for event in desk.store.events.of(session.id)]


def test_a_first_run_begins_at_the_first_card(desk: Desk, session: TrainingSession) -> None:
    run = desk.training.presenting.begin(session)

    assert run.deck[0].segment == "h1-opening"
    assert (run.place, run.paused, run.gap) == (Place(), False, 0)
    assert written(desk, session) == []


def test_every_card_is_written_down_at_once(desk: Desk, session: TrainingSession) -> None:
    presenting = desk.training.presenting
    first, second = cards(desk, session, "h1-contracts")[:2]
    (opening,) = cards(desk, session, "h1-opening")
    presenting.begin(session)
    desk.announced.clear()
    presenting.show(session, opening)
    desk.wait(minutes=6)
    presenting.show(session, first)
    desk.wait(minutes=2)
    presenting.show(session, second)
    desk.wait(minutes=3)

    assert written(desk, session) == [
        (EventVerb.SEGMENT_BEGUN, "h1-opening"),
        (EventVerb.PRESENTED, "h1-opening"),
        (EventVerb.SEGMENT_ENDED, "h1-opening"),
        (EventVerb.SEGMENT_BEGUN, "h1-contracts"),
        (EventVerb.PRESENTED, first.id),
        (EventVerb.PRESENTED, second.id),
    ]
    assert desk.announced == [frozenset({Topic.PRESENTING})] * 3
    assert presenting.real_minutes(session) == {"h1-opening": 360.0, "h1-contracts": 300.0}
    presenting.end(session)
    presenting.end(session)
    desk.wait(hours=1)
    assert presenting.real_minutes(session) == {"h1-opening": 360.0, "h1-contracts": 300.0}
    assert len(written(desk, session)) == 7


def test_the_next_run_goes_on_where_the_last_one_stopped(
    desk: Desk, session: TrainingSession
) -> None:
    presenting = desk.training.presenting
    card = cards(desk, session, "h1-contracts")[1]
    presenting.show(session, card)
    presenting.end(session)
    desk.restart()
    desk.wait(hours=1)
    run = desk.training.presenting.begin(session)

    assert run.deck[run.place.index] == card
    assert run.gap == 0


def test_after_a_half_day_that_was_ended_comes_the_next_one(
    desk: Desk, session: TrainingSession
) -> None:
    presenting = desk.training.presenting
    deck = presenting.deck(session)
    last = [card for card in deck if card.half == "h1"][-1]
    presenting.begin(session)
    presenting.show(session, last)
    assert presenting.begin(session).place == Place(deck.index(last))
    presenting.end(session)

    run = desk.training.presenting.begin(session)
    assert run.deck[run.place.index].half == "h2"


def test_a_pause(desk: Desk, session: TrainingSession) -> None:
    presenting = desk.training.presenting
    (opening,) = cards(desk, session, "h1-opening")
    presenting.pause(session)
    presenting.show(session, opening)
    desk.wait(minutes=1)
    presenting.pause(session)
    presenting.pause(session)
    desk.wait(minutes=10)
    assert presenting.timing(session).paused
    presenting.resume(session)
    presenting.resume(session)
    desk.wait(minutes=1)

    assert presenting.real_minutes(session) == {"h1-opening": 120.0}
    assert [verb for verb, _ in written(desk, session)][2:] == [
        EventVerb.PAUSED,
        EventVerb.RESUMED,
    ]


def test_a_segment_that_is_left_out(desk: Desk, session: TrainingSession) -> None:
    presenting = desk.training.presenting
    (opening,) = cards(desk, session, "h1-opening")
    presenting.show(session, opening)
    presenting.skip(session, "h1-break")
    presenting.skip(session, "h1-opening")

    assert written(desk, session)[2:] == [
        (EventVerb.SEGMENT_SKIPPED, "h1-break"),
        (EventVerb.SEGMENT_ENDED, "h1-opening"),
        (EventVerb.SEGMENT_SKIPPED, "h1-opening"),
    ]
    assert presenting.timing(session).skipped == {"h1-break", "h1-opening"}


class TestPowerCut:
    @pytest.fixture
    def cut(self, desk: Desk, session: TrainingSession) -> Card:
        """Ten minutes of a segment with a sign of life in the fifth, and half an hour later."""
        card = cards(desk, session, "h1-contracts")[0]
        desk.training.presenting.begin(session)
        desk.training.presenting.show(session, card)
        desk.wait(minutes=5)
        desk.training.presenting.heartbeat(session)
        desk.restart()
        desk.wait(minutes=30)
        return card

    def test_before_it_is_opened_again(
        self, desk: Desk, session: TrainingSession, cut: Card
    ) -> None:
        assert desk.training.presenting.real_minutes(session) == {"h1-contracts": 300.0}
        assert desk.training.presenting.gap(session) == 0

    def test_it_opens_on_the_same_card_and_asks(
        self, desk: Desk, session: TrainingSession, cut: Card
    ) -> None:
        presenting = desk.training.presenting
        run = presenting.begin(session)

        assert run.deck[run.place.index] == cut
        assert (run.gap, run.paused) == (1800, False)
        assert presenting.real_minutes(session) == {"h1-contracts": 300.0}
        presenting.heartbeat(session)
        desk.wait(seconds=20)
        assert presenting.begin(session).gap == 1820

    @pytest.mark.parametrize(("taught", "seconds"), [(True, 2100.0), (False, 300.0)])
    def test_somebody_says_whether_it_counts(
        self, desk: Desk, session: TrainingSession, cut: Card, taught: bool, seconds: float
    ) -> None:
        presenting = desk.training.presenting
        presenting.begin(session)
        presenting.count_gap(session, taught=taught)
        presenting.count_gap(session, taught=not taught)
        assert presenting.gap(session) == 0
        desk.wait(minutes=1)
        presenting.show(session, cut)

        assert presenting.real_minutes(session) == {"h1-contracts": seconds + 60}
        desk.restart()
        assert desk.training.presenting.real_minutes(session) == {"h1-contracts": seconds + 60}

    def test_nobody_says_it(self, desk: Desk, session: TrainingSession, cut: Card) -> None:
        presenting = desk.training.presenting
        presenting.begin(session)
        presenting.show(session, cut)
        desk.wait(minutes=1)

        assert presenting.real_minutes(session) == {"h1-contracts": 360.0}

    def test_a_moment_is_not_worth_a_question(
        self, desk: Desk, session: TrainingSession, cut: Card
    ) -> None:
        presenting = desk.training.presenting
        presenting.begin(session)
        presenting.count_gap(session, taught=True)
        desk.restart()
        desk.wait(seconds=59)

        assert desk.training.presenting.begin(session).gap == 0

    def test_while_the_clock_stood(self, desk: Desk, session: TrainingSession, cut: Card) -> None:
        presenting = desk.training.presenting
        presenting.pause(session)
        desk.restart()
        desk.wait(minutes=30)
        run = desk.training.presenting.begin(session)

        assert (run.gap, run.paused) == (0, True)

    def test_after_the_session_was_closed(
        self, desk: Desk, session: TrainingSession, cut: Card
    ) -> None:
        desk.training.sessions.close(session)

        assert desk.training.presenting.begin(session).gap == 0


def test_a_card_that_is_gone(desk: Desk, session: TrainingSession) -> None:
    presenting = desk.training.presenting
    card = cards(desk, session, "h1-contracts")[1]
    presenting.show(session, card)
    presenting.end(session)
    plan = agenda.skip(session.plan, "h1-contracts")
    session = desk.training.sessions.replan(session, plan)

    assert presenting.begin(session).place == Place()


def test_what_could_not_be_written_did_not_happen(desk: Desk, session: TrainingSession) -> None:
    presenting = desk.training.presenting
    (opening,) = cards(desk, session, "h1-opening")
    first = cards(desk, session, "h1-contracts")[0]
    presenting.show(session, opening)
    desk.store.rows(
        "create temp trigger full before insert on session_events "
        "when new.verb = 'presented' begin select raise(abort, 'full'); end"
    )
    with pytest.raises(Exception, match="full"):
        presenting.show(session, first)
    desk.store.rows("drop trigger full")

    assert presenting.timing(session).segment == "h1-opening"
    presenting.show(session, first)
    assert written(desk, session)[2:] == [
        (EventVerb.SEGMENT_ENDED, "h1-opening"),
        (EventVerb.SEGMENT_BEGUN, "h1-contracts"),
        (EventVerb.PRESENTED, first.id),
    ]


def test_before_anything_was_shown(desk: Desk, session: TrainingSession) -> None:
    assert desk.training.presenting.real_minutes(session) == {}


def test_something_to_talk_about_later(desk: Desk, session: TrainingSession) -> None:
    presenting = desk.training.presenting
    note = presenting.note(session, "h1-opening", " 税 ")

    assert note == Note("h1-opening", "税", desk.now)
    assert presenting.notes(session) == (note,)
    with pytest.raises(InputError, match="empty"):
        presenting.note(session, "h1-opening", " ")


class TestSleep:
    """The computer slept while a segment was on."""

    @pytest.mark.parametrize(("taught", "seconds"), [(True, 3900.0), (False, 300.0)])
    def test_it_is_a_gap_like_one_of_power(
        self, desk: Desk, session: TrainingSession, taught: bool, seconds: float
    ) -> None:
        presenting = desk.training.presenting
        card = cards(desk, session, "h1-contracts")[0]
        presenting.show(session, card)
        desk.wait(minutes=65)

        assert presenting.lose(session, 3600) == 3600
        assert presenting.lose(session, 7200) == 3600, "it is asked about once"
        assert presenting.real_minutes(session) == {"h1-contracts": 300.0}
        presenting.count_gap(session, taught=taught)
        assert presenting.real_minutes(session) == {"h1-contracts": seconds}

    def test_nothing_is_lost_while_the_clock_stands(
        self, desk: Desk, session: TrainingSession
    ) -> None:
        presenting = desk.training.presenting
        assert presenting.lose(session, 3600) == 0
        presenting.show(session, cards(desk, session, "h1-contracts")[0])
        presenting.pause(session)
        assert presenting.lose(session, 3600) == 0

    def test_an_answer_that_is_not_written_is_asked_again(
        self, desk: Desk, session: TrainingSession
    ) -> None:
        presenting = desk.training.presenting
        presenting.show(session, cards(desk, session, "h1-contracts")[0])
        desk.wait(minutes=65)
        presenting.lose(session, 3600)
        desk.store.rows(
            "create temp trigger full before insert on session_events "
            "begin select raise(abort, 'full'); end"
        )
        with pytest.raises(Exception, match="full"):
            presenting.count_gap(session, taught=True)
        desk.store.rows("drop trigger full")
        assert presenting.gap(session) == 3600
