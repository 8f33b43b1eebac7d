"""A person's checklists: what is due when, what is ticked, what was noted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from pdo_app.changes import Topic
from pdo_app.content.library import Library
from pdo_app.content.model import ChecklistItem
from pdo_app.errors import N_, InputError, Message
from pdo_app.learning.due import SOON_DAYS, TaskState, due_date, task_state
from pdo_app.records import Learner, Verb
from pdo_app.store.database import Store

LONGEST_NOTE = 2000


@dataclass(frozen=True, slots=True)
class Task:
    """A checklist item as it stands for one person. ``note`` is empty where there is none."""

    item: ChecklistItem
    due: date | None
    state: TaskState
    note: str = ""


class Checklists:
    """Writes ticks and notes, and reckons what is due."""

    def __init__(self, store: Store, library: Library) -> None:
        self._store = store
        self._library = library

    def tasks(self, learner: Learner, today: date) -> tuple[Task, ...]:
        """Return everything to do for the person's destination: group by group, in each the
        earliest due first, and undated things last."""
        ticks = self._store.progress.ticks(learner.id)
        notes = self._store.progress.notes(learner.id)
        places = {group.id: place for place, group in enumerate(self._library.groups())}
        tasks = []
        for item in self._library.items(learner.destination):
            due = due_date(item, learner.departure)
            state = task_state(due, item.id in ticks, today)
            tasks.append(Task(item, due, state, notes.get(item.id, "")))
        return tuple(
            sorted(
                tasks,
                key=lambda task: (
                    places.get(task.item.group, len(places)),
                    task.due or date.max,
                    task.item.days,
                ),
            )
        )

    def due_within(self, learner: Learner, today: date, days: int = SOON_DAYS) -> tuple[Task, ...]:
        """Return what is late and what is due from today to ``days`` from now, the earliest
        first. What is ticked comes last, and only if it was due in that time."""
        end = today + timedelta(days=days)
        tasks = [
            task
            for task in self.tasks(learner, today)
            if task.due is not None
            and task.due <= end
            and (task.state is not TaskState.DONE or task.due >= today)
        ]
        return tuple(sorted(tasks, key=lambda t: (t.state is TaskState.DONE, t.due or today)))

    def tick(self, learner: Learner, item: str) -> None:
        """Record that a thing is done. Raises KeyError for an item that is not the person's."""
        self._check(learner, item)
        if item not in self._store.progress.ticks(learner.id):
            self._record(learner, Verb.TICKED, item, {})

    def untick(self, learner: Learner, item: str) -> None:
        """Record that a thing is to do again. Raises KeyError like :meth:`tick`."""
        self._check(learner, item)
        if item in self._store.progress.ticks(learner.id):
            self._record(learner, Verb.UNTICKED, item, {})

    def note(self, learner: Learner, item: str, text: str) -> None:
        """Keep the person's own note on a thing; an empty text takes it away.

        Raises KeyError like :meth:`tick`, InputError for more than 2,000 characters.
        """
        self._check(learner, item)
        text = text.strip()
        if len(text) > LONGEST_NOTE:
            raise InputError(
                Message(N_("This note is too long.")),
                Message(N_("Keep it to {most} characters."), {"most": LONGEST_NOTE}),
            )
        if text != self._store.progress.notes(learner.id).get(item, ""):
            self._record(learner, Verb.NOTED, item, {"text": text})

    def _check(self, learner: Learner, item: str) -> None:
        if all(item != own.id for own in self._library.items(learner.destination)):
            raise KeyError(item)

    def _record(self, learner: Learner, verb: Verb, item: str, result: dict[str, object]) -> None:
        with self._store.writing(Topic.CHECKLISTS):
            self._store.progress.append(
                learner.id, verb, item, version=self._library.info.version, result=result
            )
