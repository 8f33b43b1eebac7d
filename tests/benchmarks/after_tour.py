"""What the application holds in memory after the whole tour, and how long each step took.

``python tests/benchmarks/after_tour.py [--rounds N]`` walks the tour in this process, without a
screen, and reads PSS before the first window, after one tour and, with more rounds, after each
further one. PSS rises and falls with what else runs Qt on the machine; "own" is the memory of
this process alone, without files (Linux only). Prints a table and JSON.
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
from pdo_app.checkout import rebuild_if_changed
from pdo_app.tour import Look, tour
from tests.benchmarks.figures import machine


def pss() -> float:
    """Return this process's proportional set size in MB."""
    gc.collect()
    return float(psutil.Process().memory_full_info().pss) / 2**20


def own() -> float:
    """Return the anonymous memory of this process in MB, 0 where the system does not tell."""
    rollup = Path("/proc/self/smaps_rollup")
    for line in rollup.read_text().splitlines() if rollup.exists() else ():
        if line.startswith("Anonymous:"):
            return int(line.split()[1]) / 1024
    return 0.0


def main() -> None:
    """Walk, read, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    chosen = parser.parse_args()
    rebuild_if_changed()
    make_application()
    found = {"application alone": (pss(), own())}
    for turn in range(1, chosen.rounds + 1):
        with tempfile.TemporaryDirectory(prefix="pdo-tour-") as folder:
            if tour(Path(folder), Look()):
                raise SystemExit("the tour failed")
            steps = json.loads((Path(folder) / "tour.json").read_text("utf-8"))["steps"]
        found[f"after tour {turn}"] = pss(), own()
    for name, (shared, alone) in found.items():
        print(f"{name:<20}{shared:>8.1f} MB PSS{alone:>8.1f} MB own")
    for step in sorted(steps, key=lambda s: -s["seconds"])[:5]:
        print(f"{step['name']:<34}{step['seconds']:>7.3f} s")
    print(json.dumps({"pss_and_own_mb": found, **machine()}))


if __name__ == "__main__":
    main()
