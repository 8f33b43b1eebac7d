"""Lessons viewed and completed, where a person stands, and the certificate at the end."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from pdo_app.changes import Topic
from pdo_app.content.library import Library
from pdo_app.content.model import LessonHead
from pdo_app.learning.certificate import Certificate, certificate, issued
from pdo_app.learning.overview import ModuleProgress, Overview, module_progress, overview
from pdo_app.learning.sittings import FINAL, PRACTICE
from pdo_app.records import Activity, Learner, Verb
from pdo_app.store.database import Store


class Progress:
    """Writes what was read and reckons the way from the log."""

    def __init__(self, store: Store, library: Library) -> None:
        self._store = store
        self._library = library

    def view(self, learner: Learner, lesson: str) -> None:
        """Record that a lesson was opened; opening the same one again adds nothing.

        Raises KeyError for an unknown lesson.
        """
        head = self._head(lesson)
        if self._store.progress.last_viewed(learner.id) != head.id:
            self._record(learner, Verb.VIEWED, head.id)

    def complete(self, learner: Learner, lesson: str) -> None:
        """Record that a lesson was read to its end, once. Raises KeyError for an unknown one."""
        head = self._head(lesson)
        if head.id not in self.completed(learner):
            self._record(learner, Verb.COMPLETED, head.id)

    def completed(self, learner: Learner) -> frozenset[str]:
        """Return the ids of the completed lessons, also of content that is gone."""
        lessons = self._store.progress.lessons(learner.id)
        return frozenset(lesson for lesson, verb in lessons.items() if verb is Verb.COMPLETED)

    def overview(self, learner: Learner) -> Overview:
        """Return where the person stands: modules, next lesson, steps to the certificate."""
        return overview(
            self._library.modules(),
            completed=self.completed(learner),
            last_viewed=self._store.progress.last_viewed(learner.id, apart_from=self._in_guides()),
            best=_best(self._store.attempts.finished(learner.id, PRACTICE)),
            finals=[(_score(final), _passed(final)) for final in self._finals(learner)],
            certified=self._store.progress.certified(learner.id) is not None,
        )

    def guide(self, learner: Learner, country: str) -> ModuleProgress | None:
        """Return the guide of the country with that ISO code and how far the person has read
        it, None where there is none. It counts neither for the route nor for the certificate."""
        guide = self._library.guide(country)
        if guide is None:
            return None
        best = _best(self._store.attempts.finished(learner.id, PRACTICE))
        return module_progress(guide, self.completed(learner), best.get(guide.id))

    def certificate(self, learner: Learner, today: date) -> Certificate | None:
        """Return the person's certificate, None where it is not earned yet.

        The first call after all lessons are completed and a final test is passed records it
        with the best passed test and the day ``today``; later calls return that same one, also
        after new modules came. The name and destination are those of the profile now.
        """
        given = self._store.progress.certified(learner.id)
        if given is None:
            passed = [final for final in self._finals(learner) if _passed(final)]
            if not passed or not self.overview(learner).lessons_done:
                return None
            record = issued(max(passed, key=_score).result, self._library.modules(), today)
            given = self._record(learner, Verb.CERTIFIED, FINAL, record)
        return certificate(learner, given.version, given.result)

    def _finals(self, learner: Learner) -> tuple[Activity, ...]:
        return self._store.attempts.finished(learner.id, FINAL)

    def _head(self, lesson: str) -> LessonHead:
        """Return a lesson's head without reading the lesson."""
        for module in (*self._library.modules(), *self._library.guides()):
            for head in module.lessons:
                if head.id == lesson:
                    return head
        raise KeyError(lesson)

    def _in_guides(self) -> tuple[str, ...]:
        return tuple(head.id for guide in self._library.guides() for head in guide.lessons)

    def _record(
        self, learner: Learner, verb: Verb, target: str, result: dict[str, object] | None = None
    ) -> Activity:
        with self._store.writing(Topic.PROGRESS):
            return self._store.progress.append(
                learner.id, verb, target, version=self._library.info.version, result=result or {}
            )


def _best(practices: Iterable[Activity]) -> dict[str, float]:
    best: dict[str, float] = {}
    for practice in practices:
        module = str(practice.result.get("module"))
        best[module] = max(_score(practice), best.get(module, 0.0))
    return best


def _score(finished: Activity) -> float:
    return float(str(finished.result.get("score", 0.0)))


def _passed(finished: Activity) -> bool:
    return finished.result.get("passed") is True
