"""Kill a process that records answers and slides, at random moments, and count what it had
acknowledged.

Usage: python -m tests.faults.kill9 [--kills 200] [--seed N] [--data FOLDER] [--json FILE]

Prints every kill that went wrong and a summary; ends 1 where an acknowledged answer is missing or
the file is not whole.

A killed process leaves the page cache to the system: this proves when the program commits, not
that the disk keeps its word.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import sqlite3
import sys
import tempfile
import threading
import time
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path

from pdo_app.store import Uuid7, open_store

from .processes import start
from .recorder import now

FRESH_EVERY = 25  # kills; then the next process makes a new store, and may be killed doing it


@dataclass(frozen=True)
class Kill:
    number: int
    after_ms: float
    acknowledged: int
    lost: int
    whole: bool
    findings: tuple[str, ...]

    @property
    def good(self) -> bool:
        return self.lost == 0 and self.whole and not self.findings


def kill_once(folder: Path, number: int, seconds: float, while_starting: bool) -> Kill:
    """Start a recorder, kill it ``seconds`` after its start or its first answer, and look."""
    process = start("recorder", folder, "--slides")
    assert process.stdout is not None
    lines: list[str] = []
    if not while_starting:
        lines.append(process.stdout.readline())
    # The pipe is emptied meanwhile, else a full pipe would stop the recorder at one place.
    reader = threading.Thread(target=lambda: lines.extend(process.stdout or ()))
    reader.start()
    time.sleep(seconds)
    process.kill()
    process.wait()
    reader.join()
    process.stdout.close()
    assert process.stdin is not None
    process.stdin.close()
    acknowledged = {line.strip() for line in lines if line.endswith("\n")} - {""}
    stored, whole, findings = look(folder)
    lost = len(acknowledged - stored)
    return Kill(number, round(seconds * 1000, 1), len(acknowledged), lost, whole, findings)


def look(folder: Path) -> tuple[set[str], bool, tuple[str, ...]]:
    """Open the store as the application does; return the ids in it, and whether it is whole."""
    opened = open_store(folder, clock=now, new_id=Uuid7())
    opened.store.close()
    with closing(sqlite3.connect(folder / "learners.sqlite")) as connection:
        both = (
            "select id, sequence from activities union all select id, sequence from session_events"
        )
        ids = {row[0].hex() for row in connection.execute(both)}
        whole = connection.execute("pragma integrity_check").fetchall() == [("ok",)]
        gap = connection.execute(f"select count(*) - max(sequence) from ({both})").fetchone()[0]
    return ids, whole and not gap, tuple(m.in_english() for m in opened.findings)


def kills(folder: Path, count: int, seed: int) -> list[Kill]:
    """Kill ``count`` recorders, most of them at work, some of them while they start."""
    moments = random.Random(seed)
    done = []
    for number in range(count):
        if number % FRESH_EVERY == 0:
            shutil.rmtree(folder, ignore_errors=True)
        while_starting = moments.random() < 0.3
        seconds = moments.uniform(0, 0.15 if while_starting else 0.25)
        done.append(kill_once(folder, number, seconds, while_starting))
    return done


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    parser.add_argument("--data", type=Path)
    parser.add_argument("--json", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kill9-") as temporary:
        done = kills(asked.data or Path(temporary) / "data", asked.kills, asked.seed)
    for kill in done:
        if not kill.good:
            print(kill)
    summary = {
        "kills": len(done),
        "seed": asked.seed,
        "killed_before_the_first_answer": sum(not kill.acknowledged for kill in done),
        "acknowledged": sum(kill.acknowledged for kill in done),
        "lost": sum(kill.lost for kill in done),
        "not_whole": sum(not kill.whole for kill in done),
        "load": os.getloadavg()[0] if hasattr(os, "getloadavg") else None,
    }
    print(json.dumps(summary))
    if asked.json:
        asked.json.write_text(json.dumps(summary | {"each": [asdict(k) for k in done]}, indent=1))
    sys.exit(0 if all(kill.good for kill in done) else 1)


if __name__ == "__main__":
    main()
