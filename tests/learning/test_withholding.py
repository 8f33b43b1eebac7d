from dataclasses import replace
from datetime import date

from pdo_app.content.model import Citation, Fact, Pack
from pdo_app.learning.sittings import FINAL, PRACTICE
from pdo_app.learning.withholding import withheld
from pdo_app.records import Learner

from .conftest import Desk
from .makers import pack, question, text

DAY = date(2026, 11, 1)
M02 = "core/m02"


def fact(review_by: date, name: str = "de.wage") -> Fact:
    return Fact(name, text("Wage"), text("14"), Citation("law"), "A", DAY, DAY, review_by)


def content(review_by: date) -> Pack:
    """The usual pack, where one question of module 2 rests on a fact."""
    made = pack()
    resting = replace(question(id=f"{M02}/q/0"), facts=("de.wage",))
    questions = tuple(resting if q.id == resting.id else q for q in made.questions)
    return replace(made, questions=questions, facts=(fact(review_by),))


def test_a_question_is_withheld_after_the_last_day_of_its_facts() -> None:
    facts = {"de.wage": fact(date(2026, 11, 24)), "eu.112": fact(date(2030, 1, 1), "eu.112")}
    resting = replace(question(), facts=("eu.112", "de.wage"))
    assert not withheld(resting, facts, date(2026, 11, 24))
    assert withheld(resting, facts, date(2026, 11, 25))
    assert not withheld(question(), facts, date(2026, 11, 25))
    assert not withheld(replace(question(), facts=("gone",)), facts, date(2026, 11, 25))


def test_withheld_questions_are_not_asked(desk: Desk, worker: Learner) -> None:
    desk.restart(content(date(2026, 11, 23)))
    practice = desk.quizzes.practice(worker, M02)
    assert f"{M02}/q/0" not in {item.question.id for item in practice.items}
    assert len(practice.items) == 7
    for _ in range(20):
        final = desk.quizzes.final(worker)
        assert f"{M02}/q/0" not in {item.question.id for item in final.items}


def test_what_was_begun_goes_on(desk: Desk, worker: Learner) -> None:
    desk.restart(content(date(2026, 11, 24)))
    practice = desk.quizzes.practice(worker, M02)
    assert len(practice.items) == 8
    desk.wait(days=1)
    assert desk.quizzes.resume(worker, PRACTICE) == practice
    assert len(desk.quizzes.practice(worker, M02).items) == 7


def test_the_check_of_a_lesson_still_asks_it(desk: Desk, worker: Learner) -> None:
    desk.restart(content(date(2026, 11, 23)))
    assert desk.quizzes.record_practice(worker, f"{M02}/q/0", ["a"]).right


def test_reserved_questions_are_never_asked(desk: Desk, worker: Learner) -> None:
    made = pack()
    reserved = tuple(replace(q, reserved=q.module == M02) for q in made.questions)
    desk.restart(replace(made, questions=reserved))
    assert desk.quizzes.practice(worker, M02).items == ()
    final = desk.quizzes.final(worker)
    assert final.target == FINAL
    assert M02 not in {item.question.module for item in final.items}
