"""A quiz that somebody is sitting: a frozen value, made from the log and never stored itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from uuid import UUID

from pdo_app.content.model import Question
from pdo_app.learning.assembly import Item, put
from pdo_app.learning.grading import Answer, Grade
from pdo_app.records import Activity

PRACTICE = "quiz/practice"
FINAL = "quiz/final"
PASS_MARK = 0.8


@dataclass(frozen=True, slots=True)
class Given:
    """An answer that was given, and its grade at that time."""

    answer: Answer
    grade: Grade


@dataclass(frozen=True, slots=True)
class Sitting:
    """A quiz under way.

    ``target`` is :data:`PRACTICE` or :data:`FINAL`, ``module`` the module of a practice.
    ``version`` is the content version that the quiz was drawn from. ``answers`` maps question
    ids to the newest answer; ``dropped`` are questions that the content no longer has.
    """

    attempt: UUID
    learner: UUID
    target: str
    module: str | None
    seed: int
    version: str
    items: tuple[Item, ...]
    answers: Mapping[str, Given] = field(default_factory=dict)
    dropped: tuple[str, ...] = ()

    @property
    def position(self) -> int:
        """The place of the first question without an answer; the number of items if none."""
        for place, item in enumerate(self.items):
            if item.question.id not in self.answers:
                return place
        return len(self.items)

    @property
    def complete(self) -> bool:
        """Whether every question has an answer."""
        return self.position == len(self.items)

    def item(self, question: str) -> Item:
        """Return the item of a question id. Raises KeyError for one that is not asked here."""
        for item in self.items:
            if item.question.id == question:
                return item
        raise KeyError(question)

    def with_answer(self, question: str, given: Given) -> Sitting:
        """Return the sitting with one more, or one changed, answer."""
        return replace(self, answers={**self.answers, question: given})


@dataclass(frozen=True, slots=True)
class ModuleResult:
    """How many questions of a module were right."""

    module: str
    right: int
    total: int


@dataclass(frozen=True, slots=True)
class Result:
    """What came out of a quiz. ``score`` is right / total; a question without an answer is not
    right. ``modules`` are in the order of their ids."""

    target: str
    right: int
    total: int
    score: float
    passed: bool
    modules: tuple[ModuleResult, ...]


def result(sitting: Sitting) -> Result:
    """Count the answers of a sitting."""
    counts: dict[str, list[int]] = {}
    for item in sitting.items:
        given = sitting.answers.get(item.question.id)
        count = counts.setdefault(item.question.module, [0, 0])
        count[0] += given is not None and given.grade.right
        count[1] += 1
    right = sum(count[0] for count in counts.values())
    total = len(sitting.items)
    score = right / total if total else 0.0
    modules = tuple(ModuleResult(module, *counts[module]) for module in sorted(counts))
    return Result(sitting.target, right, total, score, score >= PASS_MARK, modules)


def started_record(sitting: Sitting) -> dict[str, object]:
    """Return what the log keeps of the start: enough to put the same quiz together again."""
    return {
        "module": sitting.module,
        "seed": sitting.seed,
        "questions": [item.question.id for item in sitting.items],
    }


def answered_record(given: Given) -> dict[str, object]:
    """Return what the log keeps of an answer."""
    return {"answer": given.answer, "right": given.grade.right, "score": given.grade.score}


def finished_record(sitting: Sitting, outcome: Result) -> dict[str, object]:
    """Return what the log keeps of the end."""
    return {
        "module": sitting.module,
        "right": outcome.right,
        "total": outcome.total,
        "score": outcome.score,
        "passed": outcome.passed,
        "modules": {part.module: [part.right, part.total] for part in outcome.modules},
    }


def asked_in(started: Activity) -> tuple[str, ...]:
    """Return the ids of the questions that a STARTED activity put, in their order."""
    asked = started.result.get("questions")
    return tuple(str(question) for question in asked) if isinstance(asked, list) else ()


def rebuilt(
    started: Activity, answered: Iterable[Activity], questions: Mapping[str, Question]
) -> Sitting:
    """Put a sitting together again from its activities, oldest answer first.

    ``questions`` are those of today's content; what it lacks is left out, with its answer. The
    grades are the recorded ones, also where the key has changed since.
    """
    wanted = asked_in(started)
    seed = int(str(started.result.get("seed", 0)))
    module = started.result.get("module")
    here = [question for question in wanted if question in questions]
    return Sitting(
        attempt=started.attempt or started.id,
        learner=started.learner,
        target=started.target,
        module=module if isinstance(module, str) else None,
        seed=seed,
        version=started.version,
        items=tuple(put(questions[question], seed) for question in here),
        answers={a.target: given_of(a) for a in answered if a.target in here},
        dropped=tuple(question for question in wanted if question not in questions),
    )


def given_of(answered: Activity) -> Given:
    """Return the answer and grade of an ANSWERED activity."""
    answer: Answer = answered.result.get("answer")  # type: ignore[assignment]
    right = answered.result.get("right") is True
    return Given(answer, Grade(right, 1.0 if right else 0.0))
