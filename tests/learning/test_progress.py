from collections.abc import Mapping
from datetime import date

import pytest

from pdo_app.changes import Topic
from pdo_app.content.model import Text
from pdo_app.learning.overview import State
from pdo_app.learning.sittings import FINAL, PRACTICE
from pdo_app.records import Learner, Verb

from .conftest import Desk
from .makers import pack, with_guide

TODAY = date(2026, 11, 30)


def read_everything(desk: Desk, worker: Learner) -> None:
    for module in desk.library.modules():
        for head in module.lessons:
            desk.progress.complete(worker, head.id)


def finished(desk: Desk, worker: Learner, target: str, **result: object) -> None:
    desk.store.progress.append(
        worker.id, Verb.FINISHED, target, version="1", attempt=desk.new_id(), result=result
    )


def final(desk: Desk, worker: Learner, right: int) -> None:
    score = right / 20
    finished(desk, worker, FINAL, right=right, total=20, score=score, passed=score >= 0.8)


def test_a_new_person_stands_at_the_first_lesson(desk: Desk, worker: Learner) -> None:
    seen = desk.progress.overview(worker)
    assert seen.next is not None
    assert seen.next.id == "core/m01/l1"
    assert seen.modules[0].state is State.HERE


def test_viewing_moves_the_place(desk: Desk, worker: Learner) -> None:
    desk.announced.clear()
    desk.progress.view(worker, "core/m02/l2")
    desk.progress.view(worker, "core/m02/l2")
    assert desk.announced == [{Topic.PROGRESS}]
    desk.restart()
    seen = desk.progress.overview(worker)
    assert seen.next is not None
    assert seen.next.id == "core/m02/l2"
    assert desk.progress.completed(worker) == frozenset()


def test_a_guide_has_a_progress_of_its_own(desk: Desk, worker: Learner) -> None:
    assert desk.progress.guide(worker, "DE") is None
    desk.restart(with_guide(pack()))
    desk.progress.view(worker, "core/m02/l2")
    desk.progress.view(worker, "core/guide-de/l1")
    desk.progress.complete(worker, "core/guide-de/l1")
    guide = desk.progress.guide(worker, "DE")
    assert guide is not None
    assert (guide.state, guide.done, guide.total) == (State.AHEAD, 1, 2)
    assert (guide.minutes_left, guide.best) == (5, None)
    finished(desk, worker, PRACTICE, module="core/guide-de", score=0.5)
    desk.progress.complete(worker, "core/guide-de/l2")
    guide = desk.progress.guide(worker, "DE")
    assert guide is not None
    assert (guide.state, guide.best) == (State.DONE, 0.5)
    assert desk.progress.guide(worker, "FR") is None


def test_a_guide_moves_neither_the_route_nor_the_certificate(desk: Desk, worker: Learner) -> None:
    desk.restart(with_guide(pack()))
    desk.progress.view(worker, "core/m02/l2")
    desk.progress.view(worker, "core/guide-de/l1")
    seen = desk.progress.overview(worker)
    assert seen.next is not None
    assert seen.next.id == "core/m02/l2"
    assert [part.module.number for part in seen.modules] == [1, 2, 3]
    read_everything(desk, worker)
    final(desk, worker, 20)
    assert desk.progress.overview(worker).lessons_done
    given = desk.progress.certificate(worker, TODAY)
    assert given is not None
    assert [module.number for module in given.modules] == [1, 2, 3]


def test_completing_is_recorded_once(desk: Desk, worker: Learner) -> None:
    desk.announced.clear()
    for _ in range(2):
        desk.progress.complete(worker, "core/m01/l1")
    assert desk.announced == [{Topic.PROGRESS}]
    assert desk.progress.completed(worker) == {"core/m01/l1"}
    desk.progress.complete(worker, "core/m01/l2")
    assert desk.progress.overview(worker).modules[0].state is State.DONE


def test_unknown_lessons_are_refused(desk: Desk, worker: Learner) -> None:
    for act in (desk.progress.view, desk.progress.complete):
        with pytest.raises(KeyError):
            act(worker, "core/m01/nothing")


def test_everybody_has_their_own_way(desk: Desk, worker: Learner) -> None:
    other = desk.profiles.create("王", "AT", None, worker.mode)
    desk.progress.complete(worker, "core/m01/l1")
    assert desk.progress.completed(other) == frozenset()


def test_the_best_practice_and_final_are_shown(desk: Desk, worker: Learner) -> None:
    for score in (0.5, 0.75, 0.25):
        finished(desk, worker, PRACTICE, module="core/m02", score=score, passed=False)
    final(desk, worker, 10)
    final(desk, worker, 17)
    seen = desk.progress.overview(worker)
    assert [part.best for part in seen.modules] == [None, 0.75, None]
    assert seen.final_best == 0.85
    assert seen.steps[1].state is State.DONE


@pytest.mark.parametrize("result", [{}, {"passed": 1}, {"passed": "yes", "score": 0.1}])
def test_a_final_that_says_nothing_clear_is_not_passed(
    desk: Desk, worker: Learner, result: Mapping[str, object]
) -> None:
    finished(desk, worker, FINAL, **result)
    read_everything(desk, worker)
    assert desk.progress.certificate(worker, TODAY) is None


def test_no_certificate_before_all_lessons_and_the_test(desk: Desk, worker: Learner) -> None:
    assert desk.progress.certificate(worker, TODAY) is None
    final(desk, worker, 20)
    assert desk.progress.certificate(worker, TODAY) is None
    read_everything(desk, worker)
    assert desk.progress.certificate(worker, TODAY) is not None


def test_a_failed_test_gives_no_certificate(desk: Desk, worker: Learner) -> None:
    read_everything(desk, worker)
    final(desk, worker, 15)
    assert desk.progress.certificate(worker, TODAY) is None


def test_the_certificate_says_what_it_rests_on(desk: Desk, worker: Learner) -> None:
    read_everything(desk, worker)
    for right in (16, 18, 17, 3):
        final(desk, worker, right)
    desk.announced.clear()
    given = desk.progress.certificate(worker, TODAY)
    assert given is not None
    assert desk.announced == [{Topic.PROGRESS}]
    assert (given.name, given.destination, given.date) == ("李建国", "DE", TODAY)
    assert (given.right, given.total, given.score, given.pass_mark) == (18, 20, 0.9, 0.8)
    assert given.version == "2026.11"
    assert [module.number for module in given.modules] == [1, 2, 3]
    assert given.modules[0].title == Text("Module 1（中）", "Module 1")
    assert desk.progress.overview(worker).steps[2].state is State.DONE


def test_the_certificate_is_given_once_and_stays(desk: Desk, worker: Learner) -> None:
    read_everything(desk, worker)
    final(desk, worker, 16)
    given = desk.progress.certificate(worker, TODAY)
    final(desk, worker, 20)
    desk.restart(pack("2027.01", modules=5))
    later = desk.profiles.update(worker, mode=worker.mode)
    assert desk.progress.certificate(later, date(2027, 2, 1)) == given
    assert desk.progress.overview(worker).next is not None
    mended = desk.profiles.update(worker, name="李建军")
    again = desk.progress.certificate(mended, date(2027, 2, 1))
    assert again is not None
    assert again.name == "李建军"
    assert again.date == TODAY
