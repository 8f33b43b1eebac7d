"""What the application holds in memory after the whole tour, and how long each step took.

``python tests/benchmarks/after_tour.py [--rounds N]`` walks the tour in this process, without a
screen, and reads PSS before the first window, after one tour and, with more rounds, after each
further one: a leak shows as a line that keeps rising. Prints a table and JSON.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import psutil

from pdo_app.app import make_application
from pdo_app.tour import Look, tour
from tests.benchmarks.figures import machine


def pss() -> float:
    """Return this process's proportional set size in MB."""
    gc.collect()
    return float(psutil.Process().memory_full_info().pss) / 2**20


def main() -> None:
    """Walk, read, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    chosen = parser.parse_args()
    make_application()
    found = {"application alone": pss()}
    for turn in range(1, chosen.rounds + 1):
        with tempfile.TemporaryDirectory(prefix="pdo-tour-") as folder:
            if tour(Path(folder), Look()):
                raise SystemExit("the tour failed")
            steps = json.loads((Path(folder) / "tour.json").read_text("utf-8"))["steps"]
        found[f"after tour {turn}"] = pss()
    for name, value in found.items():
        print(f"{name:<20}{value:>8.1f} MB")
    for step in sorted(steps, key=lambda s: -s["seconds"])[:5]:
        print(f"{step['name']:<34}{step['seconds']:>7.3f} s")
    print(json.dumps({"pss_mb": found, **machine()}))


if __name__ == "__main__":
    main()
