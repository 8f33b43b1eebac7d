from uuid import UUID

import pytest

from pdo_app.learning.assembly import put
from pdo_app.learning.grading import Grade
from pdo_app.learning.sittings import (
    FINAL,
    PRACTICE,
    Given,
    Sitting,
    given_of,
    rebuilt,
    result,
    started_record,
)
from pdo_app.records import Activity, Verb

from .makers import NOON, question

QUESTIONS = tuple(
    question(id=f"core/m{module:02}/q/{place}") for module in (1, 2) for place in range(5)
)
ALL = {asked.id: asked for asked in QUESTIONS}
RIGHT = Given(["a"], Grade(right=True, score=1.0))
WRONG = Given(["b"], Grade(right=False, score=0.0))


def sitting(target: str = FINAL) -> Sitting:
    items = tuple(put(asked, 7) for asked in QUESTIONS)
    return Sitting(UUID(int=9), UUID(int=1), target, None, 7, "2026.11", items)


def activity(verb: Verb, target: str, result: dict[str, object]) -> Activity:
    return Activity(
        id=UUID(int=5),
        learner=UUID(int=1),
        verb=verb,
        target=target,
        at=NOON,
        version="2026.11",
        device="here",
        sequence=1,
        attempt=UUID(int=9),
        result=result,
    )


def test_the_position_is_the_first_question_without_an_answer() -> None:
    here = sitting()
    assert (here.position, here.complete) == (0, False)
    here = here.with_answer(QUESTIONS[0].id, RIGHT).with_answer(QUESTIONS[2].id, RIGHT)
    assert here.position == 1
    for asked in QUESTIONS:
        here = here.with_answer(asked.id, WRONG)
    assert (here.position, here.complete) == (10, True)


def test_a_question_that_is_not_asked_has_no_item() -> None:
    assert sitting().item(QUESTIONS[3].id).question is QUESTIONS[3]
    with pytest.raises(KeyError):
        sitting().item("core/m09/q/1")


@pytest.mark.parametrize(("right", "passed"), [(8, True), (7, False), (10, True), (0, False)])
def test_eighty_per_cent_pass(right: int, passed: bool) -> None:
    here = sitting()
    for place, asked in enumerate(QUESTIONS):
        here = here.with_answer(asked.id, RIGHT if place < right else WRONG)
    outcome = result(here)
    assert (outcome.right, outcome.total, outcome.score) == (right, 10, right / 10)
    assert outcome.passed is passed
    assert [(m.module, m.right, m.total) for m in outcome.modules] == [
        ("core/m01", min(right, 5), 5),
        ("core/m02", max(right - 5, 0), 5),
    ]


def test_no_answer_is_not_right() -> None:
    assert result(sitting().with_answer(QUESTIONS[0].id, RIGHT)).right == 1


def test_a_quiz_without_questions_is_not_passed() -> None:
    empty = Sitting(UUID(int=9), UUID(int=1), PRACTICE, "core/m01", 7, "1", ())
    assert (result(empty).score, result(empty).passed) == (0.0, False)


@pytest.mark.parametrize("total", range(1, 60))
def test_the_pass_mark_is_exact(total: int) -> None:
    items = tuple(put(question(id=f"core/m01/q/{place}"), 7) for place in range(total))
    here = Sitting(UUID(int=9), UUID(int=1), FINAL, None, 7, "1", items)
    for place in range(total):
        here = here.with_answer(f"core/m01/q/{place}", RIGHT)
        assert result(here).passed is ((place + 1) * 5 >= total * 4)


def test_the_log_is_enough_to_put_it_together_again() -> None:
    here = sitting().with_answer(QUESTIONS[4].id, WRONG).with_answer(QUESTIONS[1].id, RIGHT)
    started = activity(Verb.STARTED, FINAL, started_record(here))
    answered = [
        activity(Verb.ANSWERED, QUESTIONS[4].id, {"answer": ["a"], "right": True}),
        activity(Verb.ANSWERED, QUESTIONS[4].id, {"answer": ["b"], "right": False}),
        activity(Verb.ANSWERED, QUESTIONS[1].id, {"answer": ["a"], "right": True}),
    ]
    assert rebuilt(started, answered, ALL) == here


def test_questions_that_are_gone_are_left_out() -> None:
    started = activity(Verb.STARTED, FINAL, started_record(sitting()))
    answered = [activity(Verb.ANSWERED, QUESTIONS[0].id, {"answer": ["a"], "right": True})]
    fewer = {name: asked for name, asked in ALL.items() if asked is not QUESTIONS[0]}
    again = rebuilt(started, answered, fewer)
    assert again.dropped == (QUESTIONS[0].id,)
    assert again.answers == {}
    assert again.items == sitting().items[1:]


def test_a_start_that_says_nothing_has_no_questions() -> None:
    again = rebuilt(activity(Verb.STARTED, FINAL, {}), [], ALL)
    assert (again.items, again.module, again.seed) == ((), None, 0)


def test_the_recorded_grade_stands() -> None:
    recorded = activity(Verb.ANSWERED, QUESTIONS[0].id, {"answer": ["b"], "right": True})
    assert given_of(recorded) == Given(["b"], Grade(right=True, score=1.0))
