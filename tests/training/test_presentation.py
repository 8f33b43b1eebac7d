"""Going through the cards of a plan."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from pdo_app.content.model import Block, BlockKind, Element, ElementKind, Lesson, Span, Text
from pdo_app.records import SegmentKind
from pdo_app.training import agenda
from pdo_app.training.presentation import (
    CardKind,
    Curtain,
    Place,
    after_half,
    at_card,
    back,
    cover,
    deck,
    find_again,
    forward,
    freeze,
    jump,
    jump_to_segment,
)
from tests.training.plans import half, segment


def _words(text: str) -> tuple[Element, ...]:
    return (Element(ElementKind.PARAGRAPH, (((Span(text),),),)),)


LESSON = Lesson(
    "core/m01/one",
    "core/m01",
    1,
    Text("一课", "A lesson"),
    7,
    (),
    (
        Block("tip-1", BlockKind.TIP, _words("先问"), _words("Ask first")),
        Block("check-1", BlockKind.CHECK, question="core/m01/q/x"),
    ),
)
LESSONS = {LESSON.id: LESSON}
PLAN = (
    half(
        segment("open", 15, SegmentKind.OPENING),
        segment("one", 30, lessons=(LESSON.id, "core/m01/gone")),
        segment("off", skipped=True, lessons=(LESSON.id,)),
        segment("tea", 15, SegmentKind.BREAK),
    ),
    half(
        segment("lost", 20, lessons=("core/m01/gone",)),
        segment("who", 20, SegmentKind.WITNESS),
        segment("close", 10, SegmentKind.CLOSING),
        name="h2",
    ),
)
DECK = deck(PLAN, LESSONS.__getitem__)
QUESTION = 3


def test_the_deck_follows_the_plan() -> None:
    assert [(card.segment, card.kind) for card in DECK] == [
        ("open", CardKind.OPENING),
        ("one", CardKind.SLIDE),
        ("one", CardKind.SLIDE),
        ("one", CardKind.QUESTION),
        ("tea", CardKind.BREAK),
        ("lost", CardKind.TASK),
        ("who", CardKind.WITNESS),
        ("close", CardKind.CLOSING),
    ]
    assert len({card.id for card in DECK}) == len(DECK)
    assert DECK[4].minutes == 15
    assert DECK[5].half == "h2"
    assert DECK[1].module == "core/m01"
    assert DECK[2].slide is not None
    assert DECK[2].slide.lines == (Text("先问", "Ask first"),)


def test_an_activity_shows_no_lesson_twice() -> None:
    task = segment("task", 15, SegmentKind.ACTIVITY, lessons=(LESSON.id,))
    again = segment("again", 30, lessons=(LESSON.id,))
    first = deck((half(task),), LESSONS.__getitem__)
    assert {card.kind for card in first} == {CardKind.SLIDE, CardKind.QUESTION}
    later = deck((half(again, task), half(again, name="h2")), LESSONS.__getitem__)
    assert [card.kind for card in later if card.segment == "task"] == [CardKind.TASK]
    assert [card.segment for card in later] == [*["again"] * 3, "task", *["again"] * 3]


def test_forward_shows_the_answer_before_it_goes_on() -> None:
    place = Place(QUESTION)
    shown = forward(DECK, place)
    assert shown == Place(QUESTION, answer=True)
    assert forward(DECK, shown) == Place(QUESTION + 1)
    assert forward(DECK, Place(len(DECK) - 1)) == Place(len(DECK) - 1)


def test_back_takes_the_answer_away_first() -> None:
    assert back(DECK, Place(QUESTION, answer=True)) == Place(QUESTION)
    assert back(DECK, Place(QUESTION + 1)) == Place(QUESTION)
    assert back(DECK, Place(0)) == Place(0)


def test_a_curtain_is_lifted_before_anything_moves() -> None:
    black = cover(Place(2), Curtain.BLACK)
    assert black == Place(2, curtain=Curtain.BLACK)
    assert cover(black, Curtain.WHITE) == Place(2, curtain=Curtain.WHITE)
    assert cover(black, Curtain.BLACK) == Place(2)
    assert forward(DECK, black) == back(DECK, black) == Place(2)
    assert jump(DECK, black, 5) == Place(5)


def test_frozen_the_class_sees_the_old_card() -> None:
    place = freeze(Place(QUESTION, answer=True))
    moved = forward(DECK, place)
    assert moved.index == QUESTION + 1
    assert moved.seen == (QUESTION, True)
    assert freeze(moved).seen == (QUESTION + 1, False)


def test_jumps() -> None:
    assert jump(DECK, Place(1), 99) == Place(len(DECK) - 1)
    assert jump(DECK, Place(1), -4) == Place(0)
    assert jump(DECK, Place(QUESTION, answer=True), QUESTION) == Place(QUESTION, answer=True)
    assert jump_to_segment(DECK, Place(), "tea") == Place(4)
    assert jump_to_segment(DECK, Place(2), "off") == Place(2)


def test_an_empty_deck_has_a_place_too() -> None:
    assert forward((), Place()) == back((), Place()) == jump((), Place(), 7) == Place()


def test_a_recorded_card_is_found_again() -> None:
    assert at_card(DECK, DECK[2].id) == Place(2)
    assert at_card(DECK, "one/core/m01/one#gone") == Place(1)
    assert at_card(DECK, "nothing") == Place(0)


def test_after_the_last_card_of_a_half_day_comes_the_next_half_day() -> None:
    tea, last = 4, len(DECK) - 1
    assert DECK[tea].half != DECK[tea + 1].half
    assert after_half(DECK, Place(tea, answer=True)) == Place(tea + 1)
    assert after_half(DECK, Place(0)) == Place(0)
    assert after_half(DECK, Place(last, answer=True)) == Place(last, answer=True)


def test_a_changed_plan_keeps_the_place() -> None:
    later = deck(agenda.move(PLAN, "tea", "h1", 0), LESSONS.__getitem__)
    found = find_again(DECK, later, Place(QUESTION, answer=True, frozen=4))
    assert later[found.index].id == DECK[QUESTION].id
    assert found.answer
    assert found.frozen == 0


def test_where_the_card_is_gone_the_one_before_it_counts() -> None:
    shorter = deck(agenda.skip(PLAN, "one"), LESSONS.__getitem__)
    place = Place(QUESTION, answer=True, frozen=QUESTION, frozen_answer=True)
    found = find_again(DECK, shorter, place)
    assert found == Place(0, frozen=0)
    assert find_again(DECK, (), Place(3)) == Place(0)
    assert find_again(DECK[:1], DECK[1:], Place(0)) == Place(0)
    assert find_again((), DECK, Place(0, answer=True)) == Place(0)


MOVES: dict[str, Callable[[Place], Place]] = {
    "forward": lambda place: forward(DECK, place),
    "back": lambda place: back(DECK, place),
    "far": lambda place: jump(DECK, place, 1000),
    "before": lambda place: jump(DECK, place, -3),
    "four": lambda place: jump(DECK, place, 4),
    "segment": lambda place: jump_to_segment(DECK, place, "who"),
    "black": lambda place: cover(place, Curtain.BLACK),
    "white": lambda place: cover(place, Curtain.WHITE),
    "freeze": freeze,
    "replan": lambda place: find_again(DECK, DECK, place),
}


@given(st.lists(st.sampled_from(sorted(MOVES)), max_size=60))
def test_any_order_of_keys_keeps_a_valid_place(keys: list[str]) -> None:
    place = Place()
    for key in keys:
        place = MOVES[key](place)
        for index, answer in ((place.index, place.answer), place.seen):
            assert 0 <= index < len(DECK)
            assert not answer or DECK[index].kind is CardKind.QUESTION
