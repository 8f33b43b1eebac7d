"""Quizzes: practice by module, the final test, and the check questions inside lessons.

An answer is in the database before :meth:`Quizzes.answer` returns, so that a quiz goes on where
it was after a crash.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date
from uuid import UUID

from pdo_app.changes import Topic
from pdo_app.content.library import Library
from pdo_app.content.model import Question, QuestionKind
from pdo_app.errors import N_, InputError, Message
from pdo_app.learning.assembly import final_selection, practice_order, put
from pdo_app.learning.grading import Answer, Grade, grade, number_readings
from pdo_app.learning.sittings import (
    FINAL,
    PRACTICE,
    Given,
    Result,
    Sitting,
    answered_record,
    asked_in,
    finished_record,
    rebuilt,
    result,
    started_record,
)
from pdo_app.learning.withholding import withheld_among
from pdo_app.records import Activity, Learner, Verb
from pdo_app.store.database import Store


class Quizzes:
    """Starts, records and ends quizzes. ``new_id`` names attempts, ``seed`` draws them.

    A question that rests on a fact past its review by ``today`` (the local day) is left out of
    what is started; a quiz that was begun goes on with it.
    """

    def __init__(
        self,
        store: Store,
        library: Library,
        new_id: Callable[[], UUID],
        seed: Callable[[], int],
        today: Callable[[], date],
    ) -> None:
        self._store = store
        self._library = library
        self._new_id = new_id
        self._seed = seed
        self._today = today

    def practice(self, learner: Learner, module: str) -> Sitting:
        """Start a practice with all questions of ``module``, which may be a country's guide.
        Raises KeyError for no module."""
        module = self._library.module(module).id
        latest = self._store.attempts.latest_answers(learner.id)
        wrong = frozenset(question for question, right in latest.items() if not right)
        seed = self._seed()
        ids = practice_order(self._asked(module), seed, wrong)
        return self._start(learner, PRACTICE, module, seed, ids)

    def final(self, learner: Learner) -> Sitting:
        """Start a final test over every module there is."""
        by_module = {
            module.id: [question.id for question in self._asked(module.id)]
            for module in self._library.modules()
        }
        seed = self._seed()
        return self._start(learner, FINAL, None, seed, final_selection(by_module, seed))

    def resume(self, learner: Learner, target: str, module: str | None = None) -> Sitting | None:
        """Return the quiz that was begun last and not finished, with its answers.

        ``target`` is ``quiz/practice`` or ``quiz/final``; ``module`` asks for a practice of that
        module only. None where there is none, where a later one was finished, or where today's
        content has none of its questions.
        """
        found = self._store.attempts.open_attempt(learner.id, target)
        if found is None:
            return None
        started, answered = found
        if any(_later(done, started) for done in self._finished(learner.id, target)[:1]):
            return None
        sitting = self._rebuilt(started, answered)
        if not sitting.items or module not in (None, sitting.module):
            return None
        return sitting

    def answer(self, sitting: Sitting, question: str, answer: Answer) -> Sitting:
        """Save an answer at once and return the sitting with it.

        A practice shows the key with the answer, so its first answer stands. In the final test
        the newest answer counts. Raises InputError where no number can be read in the answer to
        a NUMBER question (nothing is saved), KeyError for a question that is not asked here.
        """
        asked = sitting.item(question).question
        if sitting.target == PRACTICE and question in sitting.answers:
            return sitting
        given = _given(asked, answer)
        self._record(sitting.learner, question, given, sitting.attempt)
        return sitting.with_answer(question, given)

    def record_practice(self, learner: Learner, question: str, answer: Answer) -> Grade:
        """Save the answer to a check question in a lesson and return its grade.

        Raises InputError like :meth:`answer`, KeyError for an unknown question.
        """
        given = _given(self._library.question(question), answer)
        self._record(learner.id, question, given, None)
        return given.grade

    def finish(self, sitting: Sitting) -> Result:
        """End a quiz and return what came out. Ending it twice records it once."""
        outcome = result(sitting)
        before = self._finished(sitting.learner, sitting.target)
        if not any(activity.attempt == sitting.attempt for activity in before):
            with self._store.writing(Topic.ATTEMPTS, Topic.PROGRESS):
                self._store.progress.append(
                    sitting.learner,
                    Verb.FINISHED,
                    sitting.target,
                    version=self._library.info.version,
                    attempt=sitting.attempt,
                    result=finished_record(sitting, outcome),
                )
        return outcome

    def outcome(self, attempt: UUID) -> tuple[Sitting, Result]:
        """Return a quiz with its answers, and what came out of it so far.

        Raises KeyError for an attempt that was never started.
        """
        started, answered = self._store.attempts.of(attempt)
        sitting = self._rebuilt(started, answered)
        return sitting, result(sitting)

    def _start(
        self, learner: Learner, target: str, module: str | None, seed: int, ids: tuple[str, ...]
    ) -> Sitting:
        sitting = Sitting(
            attempt=self._new_id(),
            learner=learner.id,
            target=target,
            module=module,
            seed=seed,
            version=self._library.info.version,
            items=tuple(put(self._library.question(question), seed) for question in ids),
        )
        with self._store.writing(Topic.ATTEMPTS):
            self._store.progress.append(
                learner.id,
                Verb.STARTED,
                target,
                version=sitting.version,
                attempt=sitting.attempt,
                result=started_record(sitting),
            )
        return sitting

    def _record(self, learner: UUID, question: str, given: Given, attempt: UUID | None) -> None:
        with self._store.writing(Topic.ATTEMPTS):
            self._store.progress.append(
                learner,
                Verb.ANSWERED,
                question,
                version=self._library.info.version,
                attempt=attempt,
                result=answered_record(given),
            )

    def _finished(self, learner: UUID, target: str) -> tuple[Activity, ...]:
        return self._store.attempts.finished(learner, target)

    def _asked(self, module: str) -> list[Question]:
        """Return the questions of a module that can be asked today."""
        questions = self._library.questions(module)
        withheld = withheld_among(self._library, questions, self._today())
        return [question for question in questions if question.id not in withheld]

    def _rebuilt(self, started: Activity, answered: Iterable[Activity]) -> Sitting:
        questions = {}
        for question in asked_in(started):
            with suppress(KeyError):
                questions[question] = self._library.question(question)
        return rebuilt(started, answered, questions)


def _given(question: Question, answer: Answer) -> Given:
    if question.kind is QuestionKind.NUMBER and not number_readings(question, answer):
        raise InputError(
            Message(N_("This is not a number.")),
            Message(N_("Write it in figures, such as 20 or 13.90.")),
        )
    return Given(answer, grade(question, answer))


def _later(activity: Activity, other: Activity) -> bool:
    """Compare by sequence on one computer, whose clock may have been set, else by time."""
    if activity.device == other.device:
        return activity.sequence > other.sequence
    return activity.at > other.at
