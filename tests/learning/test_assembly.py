from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as some

from pdo_app.content.model import FormPair
from pdo_app.content.model import QuestionKind as Kind
from pdo_app.learning.assembly import (
    Form,
    Item,
    Paper,
    final_selection,
    form,
    practice_order,
    put,
)

from .makers import question

SEEDS = range(200)


def letters(options: tuple[object, ...]) -> str:
    return "".join(option.id for option in options)  # type: ignore[attr-defined]


def questions(count: int) -> list[object]:
    return [question(id=f"core/m01/q/{place:02}") for place in range(count)]


def test_a_practice_asks_everything_in_an_order_that_the_seed_gives() -> None:
    asked = questions(12)
    first = practice_order(asked, 7, frozenset())
    assert sorted(first) == [f"core/m01/q/{place:02}" for place in range(12)]
    assert first == practice_order(reversed(asked), 7, frozenset())
    assert first != practice_order(asked, 8, frozenset())
    assert list(first) != sorted(first)


def test_what_was_wrong_before_comes_first() -> None:
    wrong = frozenset({"core/m01/q/03", "core/m01/q/09", "core/m02/q/01"})
    order = practice_order(questions(12), 7, wrong)
    assert set(order[:2]) == {"core/m01/q/03", "core/m01/q/09"}
    assert len(order) == 12


PAIRS = tuple(FormPair(n, f"a{n}", f"b{n}", f"sa{n}", f"sb{n}") for n in (3, 1, 2))


def test_a_form_asks_its_own_questions_in_order() -> None:
    assert form(PAIRS, Form.A, frozenset()) == Paper(("a1", "a2", "a3"))
    assert form(PAIRS, Form.B, frozenset()) == Paper(("b1", "b2", "b3"))


def test_a_spare_takes_the_place_of_a_withheld_question() -> None:
    withheld = frozenset({"a2", "b3", "sa1"})
    assert form(PAIRS, Form.A, withheld) == Paper(("a1", "sa2", "a3"))
    assert form(PAIRS, Form.B, withheld) == Paper(("b1", "b2", "sb3"))


def test_a_place_without_a_question_is_left_out_and_told() -> None:
    withheld = frozenset({"a2", "sa2"})
    assert form(PAIRS, Form.A, withheld) == Paper(("a1", "a3"), left_out=(2,))
    assert form(PAIRS, Form.B, withheld).left_out == ()


def modules(*counts: int) -> dict[str, list[str]]:
    return {
        f"core/m{place:02}": [f"core/m{place:02}/q/{n:02}" for n in range(count)]
        for place, count in enumerate(counts)
    }


@pytest.mark.parametrize(
    ("counts", "drawn"),
    [
        ((12, 12, 12), {6, 7}),
        ((6,) * 14, {1, 2}),
        ((40, 2, 2), {16, 2}),
        ((12, 0, 12), {10, 0}),
        ((3, 4), {3, 4}),
        ((2,) * 25, {1}),
        ((), set()),
    ],
)
def test_a_final_test_is_spread_evenly(counts: tuple[int, ...], drawn: set[int]) -> None:
    by_module = modules(*counts)
    for seed in SEEDS:
        selection = final_selection(by_module, seed)
        assert len(selection) == min(sum(counts), max(20, len(counts)))
        assert len(set(selection)) == len(selection)
        assert set(selection) <= set(chain.from_iterable(by_module.values()))
        per_module = {m: sum(s.startswith(m) for s in selection) for m in by_module}
        assert set(per_module.values()) == drawn


@given(some.lists(some.integers(0, 30), max_size=16), some.integers())
def test_any_pack_gives_a_fair_final_test(counts: list[int], seed: int) -> None:
    by_module = modules(*counts)
    selection = final_selection(by_module, seed)
    assert len(selection) == min(sum(counts), 20)
    per_module = {m: sum(s.startswith(m) for s in selection) for m in by_module}
    most = max(per_module.values(), default=0)
    # Whoever gives fewer than the others has given all.
    assert all(n >= most - 1 or n == len(by_module[m]) for m, n in per_module.items())


def test_a_seed_gives_the_same_final_test_however_the_content_is_listed() -> None:
    by_module = modules(12, 12, 12)
    turned = {m: by_module[m][::-1] for m in reversed(by_module)}
    assert final_selection(by_module, 3) == final_selection(turned, 3)
    assert final_selection(by_module, 3) != final_selection(by_module, 4)


def test_options_are_shuffled_by_the_seed() -> None:
    seen = {letters(put(question(options="abcd"), seed).options) for seed in SEEDS}
    assert len(seen) == 24
    assert put(question(), 5) == put(question(), 5)


def test_a_question_is_shuffled_on_its_own() -> None:
    one, other = question(id="core/m01/q/x"), question(id="core/m01/q/y")
    assert any(
        letters(put(one, seed).options) != letters(put(other, seed).options) for seed in SEEDS
    )


@pytest.mark.parametrize("asked", [question(ordered=True), question(Kind.TRUE_FALSE, "true")])
def test_ordered_options_stay(asked: object) -> None:
    assert {put(asked, seed) for seed in SEEDS} == {Item(asked, asked.options)}  # type: ignore[attr-defined,arg-type]


def test_an_order_never_appears_in_the_right_order() -> None:
    seen = {letters(put(question(Kind.ORDER, "bca"), seed).options) for seed in SEEDS}
    assert seen == {"abc", "acb", "bac", "cab", "cba"}


def test_an_order_of_one_stays_as_it_is() -> None:
    assert letters(put(question(Kind.ORDER, "a", "a"), 1).options) == "a"


@pytest.mark.parametrize("ordered", [True, False])
def test_partners_never_all_stand_beside_their_own(ordered: bool) -> None:
    asked = question(Kind.MATCH, "abc", partners="xyz", ordered=ordered)
    items = [put(asked, seed) for seed in SEEDS]
    assert all(item.options != item.partners for item in items)
    assert {letters(item.options) == "abc" for item in items} == (
        {True} if ordered else {True, False}
    )
    assert all(sorted(letters(item.partners)) == list("abc") for item in items)
