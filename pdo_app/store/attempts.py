"""Quizzes: attempts that were started, answered and finished, computed from the log."""

from __future__ import annotations

from uuid import UUID

from pdo_app.records import Activity, Verb
from pdo_app.store.log import Log

Attempt = tuple[Activity, tuple[Activity, ...]]


class Attempts:
    """Asks ``log`` about quizzes."""

    def __init__(self, log: Log) -> None:
        self._log = log

    def open_attempt(self, learner: UUID, target: str) -> Attempt | None:
        """Return the newest attempt at ``target`` that was started and not finished, with its
        answers in the order in which they were given; None where there is none."""
        found = self._log.find(
            "learner = ? and verb = 'started' and target = ? and attempt is not null "
            "and not exists (select 1 from activities as other "
            "where other.attempt = activities.attempt and other.verb = 'finished') "
            "order by number desc limit 1",
            (learner.bytes, target),
        )
        return self._with_answers(found[0]) if found else None

    def of(self, attempt: UUID) -> Attempt:
        """Return the start of ``attempt`` and its answers in order. Raises KeyError."""
        found = self._log.find(
            "attempt = ? and verb = 'started' order by number limit 1", (attempt.bytes,)
        )
        if not found:
            raise KeyError(attempt)
        return self._with_answers(found[0])

    def finished(self, learner: UUID, target: str | None = None) -> tuple[Activity, ...]:
        """Return what was finished, at ``target`` or anywhere, newest first."""
        if target is None:
            return self._log.find(
                "learner = ? and verb = 'finished' order by number desc", (learner.bytes,)
            )
        return self._log.find(
            "learner = ? and verb = 'finished' and target = ? order by number desc",
            (learner.bytes, target),
        )

    def latest_answers(self, learner: UUID) -> dict[str, bool]:
        """Return for each question that was answered whether the newest answer was right
        (``result["right"]``)."""
        newest = self._log.newest_results(learner, Verb.ANSWERED)
        return {question: bool(result.get("right")) for question, result in newest.items()}

    def _with_answers(self, started: Activity) -> Attempt:
        attempt = started.attempt
        assert attempt is not None  # both queries ask by attempt
        answers = self._log.find(
            "attempt = ? and verb = 'answered' order by number", (attempt.bytes,)
        )
        return started, answers
