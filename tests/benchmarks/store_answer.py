"""Recording one answer, durable, beside one bare insert in the same mode of SQLite.

Usage: python -m tests.benchmarks.store_answer [--answers 1000] [--data FOLDER] [--json FILE]

The two take turns, so that both see the same disk and the same load.
"""

from __future__ import annotations

import argparse
import sqlite3
import tempfile
import time
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from pdo_app.records import Learner, Mode, Verb
from pdo_app.store import Uuid7, open_store

from .figures import Figures, machine, milliseconds, save, show, spread


def now() -> datetime:
    return datetime.now(UTC)


def floor(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("pragma journal_mode = wal")
    connection.execute("pragma synchronous = full")
    connection.execute(
        "create table attempt "
        "(id integer primary key, item text, correct int, answer text, at real)"
    )
    return connection


def measure(folder: Path, answers: int) -> tuple[dict[str, Figures], dict[str, object]]:
    new_id = Uuid7()
    opened = open_store(folder / "data", clock=now, new_id=new_id)
    learner = Learner(new_id(), "王芳", "DE", None, Mode.BOTH, now(), now())
    opened.store.learners.add(learner)
    attempt = new_id()

    def answer(number: int) -> None:
        opened.store.progress.append(
            learner.id,
            Verb.ANSWERED,
            f"core/m03/q/{number % 60}",
            version="2026.11",
            attempt=attempt,
            result={"answer": ["a"], "right": True, "score": 1.0},
        )

    ours, bare = [], []
    cpu_ours = cpu_bare = 0.0
    with closing(opened.store), closing(floor(folder / "floor.sqlite")) as connection:
        for number in range(answers):
            start = time.process_time()
            ours.append(milliseconds(lambda number=number: answer(number)))  # type: ignore[misc]
            middle = time.process_time()
            row = (f"q{number}", number % 2, "x" * 60, time.time())
            bare.append(
                milliseconds(
                    lambda row=row: connection.execute(  # type: ignore[misc]
                        "insert into attempt (item, correct, answer, at) values (?, ?, ?, ?)", row
                    )
                )
            )
            cpu_bare += time.process_time() - middle
            cpu_ours += middle - start
    rows = {"one answer": spread(ours), "bare insert (floor)": spread(bare)}
    others: dict[str, object] = {
        "cpu_ms_per_answer": round(cpu_ours * 1000 / answers, 3),
        "cpu_ms_per_bare_insert": round(cpu_bare * 1000 / answers, 3),
        **machine(),
    }
    return rows, others


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--answers", type=int, default=1000)
    parser.add_argument("--data", type=Path, help="a folder on the disk to be measured")
    parser.add_argument("--json", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=asked.data) as folder:
        rows, others = measure(Path(folder), asked.answers)
    show("Recording one answer", rows, others)
    save(asked.json, rows, others)


if __name__ == "__main__":
    main()
