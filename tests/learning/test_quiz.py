from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import pytest

from pdo_app.changes import Topic
from pdo_app.errors import InputError
from pdo_app.learning.quiz import _later
from pdo_app.learning.sittings import FINAL, PRACTICE, Sitting
from pdo_app.records import Learner, Verb

from .conftest import Desk
from .makers import RIGHT_ANSWERS, pack, with_guide
from .test_sittings import activity

M01 = "core/m01"


def asked(sitting: Sitting) -> list[str]:
    return [item.question.id for item in sitting.items]


def answer_all(desk: Desk, sitting: Sitting) -> Sitting:
    for item in sitting.items:
        key = RIGHT_ANSWERS[item.question.kind]
        sitting = desk.quizzes.answer(sitting, item.question.id, key)
    return sitting


def test_a_practice_asks_all_questions_of_its_module(desk: Desk, worker: Learner) -> None:
    desk.announced.clear()
    sitting = desk.quizzes.practice(worker, M01)
    assert desk.announced == [{Topic.ATTEMPTS}]
    assert sorted(asked(sitting)) == sorted(q.id for q in desk.library.questions(M01))
    assert (sitting.target, sitting.module, sitting.version) == (PRACTICE, M01, "2026.11")
    assert sitting.answers == {}


def test_there_is_no_practice_without_a_module(desk: Desk, worker: Learner) -> None:
    with pytest.raises(KeyError):
        desk.quizzes.practice(worker, "core/m99")


def test_a_guide_is_practised_but_not_tested(desk: Desk, worker: Learner) -> None:
    desk.restart(with_guide(pack()))
    guide = "core/guide-de"
    sitting = desk.quizzes.practice(worker, guide)
    assert len(sitting.items) == 3
    assert desk.quizzes.resume(worker, PRACTICE, guide) == sitting
    desk.quizzes.finish(answer_all(desk, sitting))
    assert desk.quizzes.outcome(sitting.attempt)[1].right == 3
    final = desk.quizzes.final(worker)
    assert guide not in {item.question.module for item in final.items}


def test_a_final_test_has_20_questions_over_every_module(desk: Desk, worker: Learner) -> None:
    sitting = desk.quizzes.final(worker)
    counts = Counter(item.question.module for item in sitting.items)
    assert counts == {"core/m01": 6, "core/m02": 7, "core/m03": 7}
    assert (sitting.target, sitting.module) == (FINAL, None)
    assert asked(sitting) != asked(desk.quizzes.final(worker))


def test_an_answer_is_on_the_disk_at_once(desk: Desk, worker: Learner) -> None:
    sitting = desk.quizzes.practice(worker, M01)
    desk.announced.clear()
    first = sitting.items[0].question
    sitting = desk.quizzes.answer(sitting, first.id, RIGHT_ANSWERS[first.kind])
    assert desk.announced == [{Topic.ATTEMPTS}]
    assert sitting.position == 1
    desk.restart()
    assert desk.quizzes.resume(worker, PRACTICE) == sitting


@pytest.mark.parametrize("target", [PRACTICE, FINAL])
def test_a_quiz_goes_on_where_it_was(desk: Desk, worker: Learner, target: str) -> None:
    sitting = desk.quizzes.final(worker) if target == FINAL else desk.quizzes.practice(worker, M01)
    for item in sitting.items[:3]:
        sitting = desk.quizzes.answer(sitting, item.question.id, ["b"])
    desk.restart()
    assert desk.quizzes.resume(worker, target) == sitting
    assert desk.quizzes.resume(worker, PRACTICE if target == FINAL else FINAL) is None


def test_a_practice_is_resumed_by_module(desk: Desk, worker: Learner) -> None:
    sitting = desk.quizzes.practice(worker, M01)
    assert desk.quizzes.resume(worker, PRACTICE, M01) == sitting
    assert desk.quizzes.resume(worker, PRACTICE, "core/m02") is None


def test_nobody_resumes_the_quiz_of_another(
    desk: Desk, worker: Learner, new_learner: Callable[..., Learner]
) -> None:
    desk.quizzes.practice(worker, M01)
    assert desk.quizzes.resume(new_learner("王"), PRACTICE) is None


def test_an_older_quiz_does_not_come_back_after_a_finished_one(desk: Desk, worker: Learner) -> None:
    desk.quizzes.final(worker)
    desk.quizzes.finish(answer_all(desk, desk.quizzes.final(worker)))
    assert desk.quizzes.resume(worker, FINAL) is None
    begun = desk.quizzes.final(worker)
    assert desk.quizzes.resume(worker, FINAL) == begun


def test_newer_content_drops_a_question_with_grace(desk: Desk, worker: Learner) -> None:
    sitting = desk.quizzes.practice(worker, M01)
    sitting = answer_all(desk, sitting)
    gone = sitting.items[2].question.id
    desk.restart(pack("2026.12", without=frozenset({gone})))
    again = desk.quizzes.resume(worker, PRACTICE)
    assert again is not None
    assert again.dropped == (gone,)
    assert again.items == sitting.items[:2] + sitting.items[3:]
    assert desk.quizzes.finish(again).total == 5


def test_a_quiz_of_which_nothing_is_left_is_not_resumed(desk: Desk, worker: Learner) -> None:
    sitting = desk.quizzes.practice(worker, M01)
    desk.restart(pack("2026.12", without=frozenset(asked(sitting))))
    assert desk.quizzes.resume(worker, PRACTICE) is None


def test_a_practice_answer_stands(desk: Desk, worker: Learner) -> None:
    sitting = desk.quizzes.practice(worker, M01)
    name = f"{M01}/q/one"
    first = desk.quizzes.answer(sitting, name, ["b"])
    second = desk.quizzes.answer(first, name, ["a"])
    assert second is first
    assert not second.answers[name].grade.right
    assert len(desk.store.attempts.of(sitting.attempt)[1]) == 1


def test_a_final_answer_can_be_changed_until_the_end(desk: Desk, worker: Learner) -> None:
    sitting = desk.quizzes.final(worker)
    name = f"{M01}/q/one"
    sitting = desk.quizzes.answer(sitting, name, ["b"])
    sitting = desk.quizzes.answer(sitting, name, ["a"])
    desk.restart()
    again = desk.quizzes.resume(worker, FINAL)
    assert again == sitting
    assert again is not None
    assert desk.quizzes.finish(again).right == 1


def test_what_is_no_number_is_not_saved(desk: Desk, worker: Learner) -> None:
    sitting = desk.quizzes.practice(worker, M01)
    with pytest.raises(InputError, match="This is not a number"):
        desk.quizzes.answer(sitting, f"{M01}/q/number", "four")
    assert desk.store.attempts.of(sitting.attempt)[1] == ()


def test_a_question_that_is_not_asked_cannot_be_answered(desk: Desk, worker: Learner) -> None:
    sitting = desk.quizzes.practice(worker, M01)
    with pytest.raises(KeyError):
        desk.quizzes.answer(sitting, "core/m02/q/1", ["a"])


def test_the_end_is_recorded_with_the_result(desk: Desk, worker: Learner) -> None:
    sitting = answer_all(desk, desk.quizzes.practice(worker, M01))
    desk.announced.clear()
    outcome = desk.quizzes.finish(sitting)
    assert desk.announced == [{Topic.ATTEMPTS, Topic.PROGRESS}]
    assert (outcome.right, outcome.total, outcome.passed) == (6, 6, True)
    assert desk.quizzes.finish(sitting) == outcome
    (line,) = desk.store.attempts.finished(worker.id)
    assert line.attempt == sitting.attempt
    assert line.result == {
        "module": M01,
        "right": 6,
        "total": 6,
        "score": 1.0,
        "passed": True,
        "modules": {M01: [6, 6]},
    }
    assert desk.quizzes.resume(worker, PRACTICE) is None
    assert desk.progress.overview(worker).modules[0].best == 1.0


def test_the_outcome_can_be_looked_at_again(desk: Desk, worker: Learner) -> None:
    sitting = answer_all(desk, desk.quizzes.final(worker))
    ended = desk.quizzes.finish(sitting)
    desk.restart()
    assert desk.quizzes.outcome(sitting.attempt) == (sitting, ended)
    with pytest.raises(KeyError):
        desk.quizzes.outcome(desk.new_id())


def test_what_was_wrong_comes_first_next_time(desk: Desk, worker: Learner) -> None:
    sitting = answer_all(desk, desk.quizzes.practice(worker, M01))
    desk.quizzes.record_practice(worker, f"{M01}/q/match", {"a": "b"})
    desk.quizzes.record_practice(worker, f"{M01}/q/true", False)
    again = desk.quizzes.practice(worker, M01)
    assert set(asked(again)[:2]) == {f"{M01}/q/match", f"{M01}/q/true"}
    assert sorted(asked(again)) == sorted(asked(sitting))


def test_the_check_question_of_a_lesson_is_kept(desk: Desk, worker: Learner) -> None:
    desk.announced.clear()
    assert desk.quizzes.record_practice(worker, f"{M01}/q/number", "4").right
    assert desk.announced == [{Topic.ATTEMPTS}]
    assert desk.store.attempts.latest_answers(worker.id) == {f"{M01}/q/number": True}
    with pytest.raises(InputError):
        desk.quizzes.record_practice(worker, f"{M01}/q/number", "")
    with pytest.raises(KeyError):
        desk.quizzes.record_practice(worker, "core/m09/q/1", ["a"])


def test_a_whole_way_to_the_certificate(desk: Desk, worker: Learner) -> None:
    for module in desk.library.modules():
        for head in module.lessons:
            desk.progress.view(worker, head.id)
            desk.progress.complete(worker, head.id)
    desk.quizzes.finish(answer_all(desk, desk.quizzes.final(worker)))
    given = desk.progress.certificate(worker, desk.now.date())
    assert given is not None
    assert (given.right, given.total) == (20, 20)


def test_later_is_by_sequence_on_one_computer_else_by_time() -> None:
    first = activity(Verb.STARTED, FINAL, {})
    second = activity(Verb.FINISHED, FINAL, {})
    second = replace(second, sequence=2)
    assert _later(second, first)
    assert not _later(first, second)
    second = replace(second, device="elsewhere")
    assert not _later(second, first)  # the same moment
