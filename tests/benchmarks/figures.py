"""Times, tables and JSON of the benchmarks."""

from __future__ import annotations

import json
import os
import platform
import sqlite3
import statistics
import time
from collections.abc import Callable, Iterable
from pathlib import Path

Figures = dict[str, float]


def milliseconds(work: Callable[[], object]) -> float:
    """Return how long ``work`` takes."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def spread(times: Iterable[float]) -> Figures:
    """Return number, median, 95th percentile and maximum."""
    ordered = sorted(times)
    return {
        "n": len(ordered),
        "median": round(statistics.median(ordered), 3),
        "p95": round(ordered[int(len(ordered) * 0.95)], 3),
        "max": round(ordered[-1], 3),
    }


def machine() -> dict[str, object]:
    """Return what the figures depend on; ``load`` is the average of the last minute."""
    return {
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "cores": os.cpu_count(),
        "load": round(os.getloadavg()[0], 2) if hasattr(os, "getloadavg") else None,
    }


def show(title: str, rows: dict[str, Figures], others: dict[str, object]) -> None:
    """Print a table of milliseconds, and what else is known."""
    print(title)
    print(f"{'ms':<34}{'n':>7}{'median':>10}{'p95':>10}{'max':>10}")
    for name, row in rows.items():
        print(
            f"{name:<34}{row['n']:>7.0f}{row['median']:>10.3f}{row['p95']:>10.3f}{row['max']:>10.3f}"
        )
    for name, value in others.items():
        print(f"{name}: {value}")


def save(path: Path | None, rows: dict[str, Figures], others: dict[str, object]) -> None:
    """Write the figures as JSON where a file is asked for, else print it as one line."""
    text = json.dumps({"milliseconds": rows, **others})
    if path is None:
        print(text)
    else:
        path.write_text(text + "\n", encoding="utf-8")
