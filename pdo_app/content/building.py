"""From a source folder to a pack file in one step: read, check, compile."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from pdo_app.content import fingerprint
from pdo_app.content.compiler import compile_pack
from pdo_app.content.problems import Problem, errors
from pdo_app.content.rules import check_folder


def build(source_folder: Path, target: Path, on: date | None = None) -> tuple[Problem, ...]:
    """Build ``target`` from ``source_folder`` and return all problems that were found.
    ``on`` is the day by which review dates are judged; without it, the pack's own date, so that
    an old pack can still be built.

    Where one of them is an error nothing is written, and a pack file that is there stays as it
    is. Raises WriteError where the file cannot be written.
    """
    # Taken first: a source that changes while it is read makes the pack stale, not wrong.
    sources = {
        "listing": fingerprint.listing(source_folder),
        "contents": fingerprint.contents(source_folder),
    }
    reading, problems = check_folder(source_folder, on)
    if not errors(problems):
        compile_pack(reading.pack, reading.media, target, sources)
    return problems
