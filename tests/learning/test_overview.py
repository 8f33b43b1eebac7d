import pytest

from pdo_app.learning.overview import State, StepKind, next_lesson, overview

from .makers import module

MODULES = (module(1), module(2), module(3))
ALL = frozenset(head.id for part in MODULES for head in part.lessons)


@pytest.mark.parametrize(
    ("completed", "last_viewed", "following"),
    [
        ([], None, "core/m01/l1"),
        ([], "core/m02/l1", "core/m02/l1"),
        (["core/m02/l1"], "core/m02/l1", "core/m02/l2"),
        (["core/m02/l2"], "core/m02/l2", "core/m01/l1"),  # not back inside the module
        (["core/m01/l1"], "core/gone/l1", "core/m01/l2"),
        (sorted(ALL), "core/m03/l2", None),
    ],
)
def test_the_next_lesson(
    completed: list[str], last_viewed: str | None, following: str | None
) -> None:
    head = next_lesson(MODULES, frozenset(completed), last_viewed)
    assert (head and head.id) == following


def test_at_the_start() -> None:
    seen = overview(MODULES, frozenset(), None, {}, [], certified=False)
    assert [part.state for part in seen.modules] == [State.HERE, State.AHEAD, State.AHEAD]
    assert [(part.done, part.total, part.minutes_left) for part in seen.modules] == [(0, 2, 30)] * 3
    assert seen.minutes_left == 90
    assert seen.modules_done == 0
    assert not seen.lessons_done
    assert [(step.kind, step.state) for step in seen.steps] == [
        (StepKind.LESSONS, State.HERE),
        (StepKind.FINAL_TEST, State.AHEAD),
        (StepKind.CERTIFICATE, State.AHEAD),
    ]
    assert seen.final_best is None


def test_half_way() -> None:
    completed = frozenset({"core/m02/l1", "core/m02/l2", "core/m03/l1", "core/gone/l1"})
    seen = overview(MODULES, completed, "core/m03/l1", {"core/m02": 0.9}, [], certified=False)
    assert [part.state for part in seen.modules] == [State.AHEAD, State.DONE, State.HERE]
    assert [part.minutes_left for part in seen.modules] == [30, 0, 20]
    assert [part.best for part in seen.modules] == [None, 0.9, None]
    assert seen.modules_done == 1
    assert (seen.steps[0].done, seen.steps[0].total) == (1, 3)


def test_the_final_test_may_come_before_the_last_lesson() -> None:
    seen = overview(MODULES, frozenset(), None, {}, [(0.5, False), (0.85, True)], certified=False)
    assert [step.state for step in seen.steps] == [State.HERE, State.DONE, State.AHEAD]
    assert seen.final_best == 0.85


@pytest.mark.parametrize(
    ("finals", "certified", "states"),
    [
        ([(0.5, False)], False, [State.DONE, State.HERE, State.AHEAD]),
        ([(0.9, True)], False, [State.DONE, State.DONE, State.HERE]),
        ([(0.9, True)], True, [State.DONE, State.DONE, State.DONE]),
    ],
)
def test_the_way_to_the_certificate(
    finals: list[tuple[float, bool]], certified: bool, states: list[State]
) -> None:
    seen = overview(MODULES, ALL, None, {}, finals, certified)
    assert seen.lessons_done
    assert [step.state for step in seen.steps] == states
