"""Real processes for the fault tests."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def environment() -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}


def command(module: str, *words: object) -> list[str]:
    return [sys.executable, "-m", f"tests.faults.{module}", *map(str, words)]


def start(module: str, *words: object) -> subprocess.Popen[str]:
    """Start a module of this folder; its output is a pipe."""
    return subprocess.Popen(
        command(module, *words),
        env=environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def run(line: list[str], seconds: float = 120) -> str:
    """Run a command to its end and return what it printed; it must end well."""
    done = subprocess.run(
        line,
        env=environment(),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=seconds,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
