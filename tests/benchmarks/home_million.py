"""What the home page asks of a store with 1,000,000 activities of 2,000 people.

Usage: python -m tests.benchmarks.home_million [--people 2000] [--lines 500] [--rounds 200]
       [--data FOLDER] [--json FILE]

``--data`` keeps the store for the next time. The lines of all people are mixed, as they are after
months on a shared computer, so that what one person did lies on as many pages as there are lines:
the worst case. The floor is one bare query that reads the person's part of the index.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

from pdo_app import paths
from pdo_app.content.library import Library
from pdo_app.errors import KnownError
from pdo_app.learning.checklists import Checklists
from pdo_app.learning.progress import Progress
from pdo_app.records import Learner, Mode
from pdo_app.store import Store, Uuid7, background, open_store
from pdo_app.store.log import COLUMNS
from pdo_app.store.moments import to_number
from pdo_app.store.places import Places

from .figures import Figures, machine, milliseconds, save, show, spread

START = datetime(2026, 1, 5, 8, 0, tzinfo=UTC)
FINAL = "quiz/final"
NEW_ID = Uuid7()


def now() -> datetime:
    return datetime.now(UTC)


def life(lines: int) -> list[tuple[str, str, int | None, dict[str, object]]]:
    """Return what one person does: verb, target, number of the attempt, result."""
    done: list[tuple[str, str, int | None, dict[str, object]]] = []
    for lesson in range(60):
        target = f"core/m{lesson // 5 + 1:02}/lesson-{lesson}"
        done += [("viewed", target, None, {}), ("completed", target, None, {})]
    for item in range(70):
        done.append(("ticked", f"core/m03/c/item-{item}", None, {}))
        if item % 7 == 0:
            done.append(("unticked", f"core/m03/c/item-{item}", None, {}))
            done.append(("noted", f"core/m03/c/item-{item}", None, {"text": "问公司要收据 " * 3}))
    attempt = 0
    while len(done) < lines - 30:
        attempt += 1
        where = FINAL if attempt % 4 == 0 else "quiz/practice"
        done.append(("started", where, attempt, {"seed": attempt, "items": list(range(20))}))
        for question in range(20):
            number = (attempt * 13 + question) % 240
            result = {"answer": ["a", "c"], "right": number % 3 != 0, "score": 0.5}
            done.append(("answered", f"core/m03/q/question-{number}", attempt, result))
        done.append(("finished", where, attempt, {"right": 17, "total": 20, "passed": True}))
    done.append(("certified", "certificate", None, {"right": 17, "total": 20}))
    done.append(("started", FINAL, attempt + 1, {"seed": 1, "items": list(range(20))}))
    while len(done) < lines:
        done.append(("answered", f"core/m03/q/question-{len(done)}", attempt + 1, {"right": True}))
    return done[:lines]


def log(people: list[UUID], lines: int) -> Iterator[tuple[object, ...]]:
    """Yield the rows of the log, everybody's lines mixed."""
    mixed = random.Random(7)
    attempts = {(who, n): NEW_ID().bytes for who in people for n in range(1, lines // 20 + 2)}
    moment = START
    number = 0
    for verb, target, attempt, result in life(lines):
        text = json.dumps(result, ensure_ascii=False)
        for who in mixed.sample(people, len(people)):
            number += 1
            moment += timedelta(seconds=7)
            yield (
                NEW_ID().bytes,
                who.bytes,
                verb,
                target,
                to_number(moment),
                "2026.11",
                "0" * 32,
                number,
                attempts[who, attempt] if attempt else None,
                text,
            )


def fill(store: Store, people: int, lines: int) -> None:
    for number in range(people):
        learner = Learner(NEW_ID(), f"学员 {number}", "DE", None, Mode.BOTH, START, START)
        store.learners.add(learner)
    ids = [learner.id for learner in store.learners.all()]
    with store.writing():
        store._connection.executemany(
            f"insert into activities ({COLUMNS}) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            log(ids, lines),
        )


def questions(store: Store) -> dict[str, Callable[[UUID], object]]:
    """Return the questions of the home page to the store, and the floor."""
    return {
        "lessons": store.progress.lessons,
        "last_viewed": store.progress.last_viewed,
        "ticks": store.progress.ticks,
        "notes": store.progress.notes,
        "certified": store.progress.certified,
        "finished": store.attempts.finished,
        "latest_answers": store.attempts.latest_answers,
        "open_attempt": lambda who: store.attempts.open_attempt(who, FINAL),
    }


def forget_file(path: Path) -> bool:
    """Ask the system to drop the file from its memory; tell whether it can."""
    if not hasattr(os, "posix_fadvise"):
        return False
    with path.open("rb") as file:
        os.fsync(file.fileno())
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
    return True


def measure(folder: Path, rounds: int) -> tuple[dict[str, Figures], dict[str, object]]:
    rows: dict[str, Figures] = {}
    main = Places(folder).main
    cold = []
    for number in range(10):  # nothing in memory: the first home page after the PC was started
        forget_file(main)
        opened = open_store(folder, clock=now, new_id=NEW_ID)
        if opened.store.care is not None:
            opened.store.care.stop()  # it reads the whole file, and so warms it
        forget = forget_file(main) if number else True
        who = opened.store.learners.all()[number * 7].id
        forget = forget_file(main) and forget
        asked = questions(opened.store).values()
        cold.append(milliseconds(lambda w=who, a=asked: [ask(w) for ask in a]))  # type: ignore[misc]
        opened.store.close()
    rows["home, all questions, cold file"] = spread(cold)
    starts = []
    for _ in range(10):
        store: list[Store] = []
        starts.append(
            milliseconds(
                lambda s=store: s.append(  # type: ignore[misc]
                    open_store(folder, clock=now, new_id=NEW_ID).store
                )
            )
        )
        store[0].close()
    rows["open_store"] = spread(starts)
    opened = open_store(folder, clock=now, new_id=NEW_ID)
    if opened.store.care is not None:
        took = milliseconds(opened.store.care.wait) - background.DELAY * 1000
        rows["check and backup, background"] = spread([took])
    everybody = [learner.id for learner in opened.store.learners.all()]
    chosen = random.Random(3).choices(everybody, k=rounds)
    asked_all = questions(opened.store)
    for name, ask in asked_all.items():
        rows[name] = spread(milliseconds(lambda w=w, a=ask: a(w)) for w in chosen)  # type: ignore[misc]
    rows["home, all questions"] = spread(
        milliseconds(lambda w=w: [ask(w) for ask in asked_all.values()])  # type: ignore[misc]
        for w in chosen
    )
    rows |= _learning(opened.store, chosen)
    rows["floor: one bare index query"] = spread(
        milliseconds(
            lambda w=w: opened.store._connection.execute(  # type: ignore[misc]
                "select verb, target from activities where learner = ?", (w.bytes,)
            ).fetchall()
        )
        for w in chosen
    )
    counts = opened.store.counts()
    opened.store.close()
    size = round(main.stat().st_size / 2**20, 1)
    return rows, {
        **counts,
        "file_mb": size,
        "cold_by_fadvise": hasattr(os, "posix_fadvise"),
        **machine(),
    }


def _learning(store: Store, chosen: list[UUID]) -> dict[str, Figures]:
    """Return what the home page's own objects take, with the built-in pack, where it is built."""
    with suppress(KnownError):
        library = Library.open(paths.built_in_packs())
        progress, lists = Progress(store, library), Checklists(store, library)
        people = [store.learners.get(who) for who in chosen]
        today = now().date()
        return {
            "learning: overview and tasks": spread(
                milliseconds(
                    lambda p=p: (progress.overview(p), lists.due_within(p, today))  # type: ignore[misc]
                )
                for p in people
            )
        }
    return {}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--people", type=int, default=2000)
    parser.add_argument("--lines", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--data", type=Path, help="keep the store here")
    parser.add_argument("--json", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = asked.data or Path(temporary)
        if not Places(folder).main.exists():
            store = open_store(folder, clock=now, new_id=NEW_ID).store
            print(
                f"Filling: {milliseconds(lambda: fill(store, asked.people, asked.lines)):,.0f} ms"
            )
            store.close()
        rows, others = measure(folder, asked.rounds)
    show("The home page's questions to a large store", rows, others)
    save(asked.json, rows, others)


if __name__ == "__main__":
    main()
