"""Where a person stands on the way: a pure function of content and what was done."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from pdo_app.content.model import LessonHead, Module


class State(StrEnum):
    """A place on the thread: sewn, where the person is, or still to come."""

    DONE = "done"
    HERE = "here"
    AHEAD = "ahead"


class StepKind(StrEnum):
    """The steps to the certificate, in order."""

    LESSONS = "lessons"
    FINAL_TEST = "final_test"
    CERTIFICATE = "certificate"


@dataclass(frozen=True, slots=True)
class Step:
    """A step to the certificate: ``done`` of ``total`` things."""

    kind: StepKind
    state: State
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class ModuleProgress:
    """A module and how far it is. ``minutes_left`` adds up the lessons that are not completed;
    ``best`` is the best score of a finished practice, a share between 0 and 1."""

    module: Module
    state: State
    completed: frozenset[str]
    minutes_left: int
    best: float | None

    @property
    def done(self) -> int:
        """How many of its lessons are completed."""
        return len(self.completed)

    @property
    def total(self) -> int:
        """How many lessons it has."""
        return len(self.module.lessons)


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything that the home page and the route show. ``next`` is the lesson to go on with,
    None when all are completed; ``final_best`` is the best score of a finished final test."""

    modules: tuple[ModuleProgress, ...]
    next: LessonHead | None
    steps: tuple[Step, ...]
    final_best: float | None

    @property
    def modules_done(self) -> int:
        """How many modules have all their lessons completed."""
        return sum(part.state is State.DONE for part in self.modules)

    @property
    def minutes_left(self) -> int:
        """The minutes of all lessons that are not completed."""
        return sum(part.minutes_left for part in self.modules)

    @property
    def lessons_done(self) -> bool:
        """Whether every lesson is completed, which opens the way to the certificate."""
        return self.next is None


def overview(
    modules: Iterable[Module],
    completed: frozenset[str],
    last_viewed: str | None,
    best: Mapping[str, float],
    finals: Iterable[tuple[float, bool]],
    certified: bool,
) -> Overview:
    """Work out where a person stands.

    ``completed`` are lesson ids, ``best`` the best practice score per module id, ``finals`` the
    score and outcome of each finished final test.
    """
    modules, finals = tuple(modules), tuple(finals)
    following = next_lesson(modules, completed, last_viewed)
    parts = tuple(
        module_progress(module, completed, best.get(module.id), following) for module in modules
    )
    return Overview(
        modules=parts,
        next=following,
        steps=_steps(parts, any(passed for _, passed in finals), certified),
        final_best=max((score for score, _ in finals), default=None),
    )


def next_lesson(
    modules: Iterable[Module], completed: frozenset[str], last_viewed: str | None
) -> LessonHead | None:
    """Return the lesson to go on with: the one viewed last if it is not completed, else the
    next open one of its module, else the first open one of all."""
    heads = [head for module in modules for head in module.lessons]
    places = {head.id: place for place, head in enumerate(heads)}
    if last_viewed in places:
        place = places[last_viewed]
        rest = [head for head in heads[place:] if head.module == heads[place].module]
        heads = rest + heads
    return next((head for head in heads if head.id not in completed), None)


def module_progress(
    module: Module,
    completed: frozenset[str],
    best: float | None,
    following: LessonHead | None = None,
) -> ModuleProgress:
    """Return how far ``module`` is. The person is in it where the lesson to go on with,
    ``following``, is one of its own; the other arguments are those of :func:`overview`."""
    left = [head for head in module.lessons if head.id not in completed]
    here = following is not None and following.module == module.id
    return ModuleProgress(
        module=module,
        state=State.HERE if here else State.AHEAD if left else State.DONE,
        completed=frozenset(head.id for head in module.lessons) & completed,
        minutes_left=sum(head.minutes for head in left),
        best=best,
    )


def _steps(parts: tuple[ModuleProgress, ...], passed: bool, certified: bool) -> tuple[Step, ...]:
    total = len(parts)
    counts = (
        (StepKind.LESSONS, sum(part.state is State.DONE for part in parts), total),
        (StepKind.FINAL_TEST, int(passed), 1),
        (StepKind.CERTIFICATE, int(certified), 1),
    )
    steps: list[Step] = []
    for kind, done, of in counts:
        open_before = any(step.state is not State.DONE for step in steps)
        state = State.DONE if done == of else State.AHEAD if open_before else State.HERE
        steps.append(Step(kind, state, done, of))
    return tuple(steps)
