"""A process that records answers and prints the id of each once the store has acknowledged it.

Usage: python -m tests.faults.recorder DATA_FOLDER [--answers N]

Without a number it goes on until it is killed.
"""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from pdo_app.records import Learner, Mode, Verb
from pdo_app.store import Store, Uuid7, open_store


def now() -> datetime:
    return datetime.now(UTC)


def a_person(store: Store, new_id: Uuid7) -> Learner:
    """Return the first person of the store, added where there is nobody."""
    for learner in store.learners.all():
        return learner
    learner = Learner(new_id(), "王芳", "DE", None, Mode.BOTH, now(), now())
    store.learners.add(learner)
    return learner


def record(store: Store, learner: Learner, new_id: Uuid7, number: int) -> str:
    """Record one answer; return its id when it is on the disk."""
    line = store.progress.append(
        learner.id,
        Verb.ANSWERED,
        f"core/m01/q/{number % 60}",
        version="2026.11",
        attempt=new_id(),
        result={"answer": ["a", "c"], "right": number % 3 == 0, "score": 0.5},
    )
    return line.id.hex


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--answers", type=int)
    asked = parser.parse_args()
    new_id = Uuid7()
    store = open_store(asked.folder, clock=now, new_id=new_id).store
    learner = a_person(store, new_id)
    for number in count() if asked.answers is None else range(asked.answers):
        print(record(store, learner, new_id, number), flush=True)
    store.close()


if __name__ == "__main__":
    main()
