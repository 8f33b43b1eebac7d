"""A process that records answers, and what a class is shown, and prints the id of each line once
the store has acknowledged it.

Usage: python -m tests.faults.recorder DATA_FOLDER [--answers N] [--slides]

Without a number it goes on until it is killed.
"""

from __future__ import annotations

import argparse
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path
from uuid import UUID

from pdo_app.records import EventVerb, Learner, Mode, PlannedHalf, TrainingSession, Verb
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


def a_session(store: Store, new_id: Uuid7) -> UUID:
    """Return the first session of the store, added where there is none."""
    for session in store.sessions.all():
        return session.id
    plan = (PlannedHalf("h1", date(2026, 12, 1), 540, "上午", "Morning", ()),)
    session = TrainingSession(
        new_id(), "班", "", "", "", "DE", "", (), Mode.BOTH, plan, now(), now()
    )
    store.sessions.add(session)
    return session.id


def show(store: Store, session: UUID, number: int) -> str:
    """Record one slide with a sign of life; return its id when it is on the disk."""
    line = store.events.append(session, EventVerb.PRESENTED, f"slide {number}", version="2026.11")
    store.events.alive(session, now())
    return line.id.hex


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
    parser.add_argument("--slides", action="store_true")
    asked = parser.parse_args()
    new_id = Uuid7()
    store = open_store(asked.folder, clock=now, new_id=new_id).store
    learner = a_person(store, new_id)
    session = a_session(store, new_id) if asked.slides else None
    for number in count() if asked.answers is None else range(asked.answers):
        print(record(store, learner, new_id, number), flush=True)
        if session is not None:
            print(show(store, session, number), flush=True)
    store.close()


if __name__ == "__main__":
    main()
