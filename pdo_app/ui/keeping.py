"""What the screens may do with everybody's records as a whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pdo_app.diagnostics import Report


@dataclass(frozen=True, slots=True)
class Keeping:
    """``folder`` holds the records. ``backup`` writes a copy of them to a file, ``restore``
    begins anew with the records of such a copy, ``report`` collects a problem report. The first
    two raise KnownError where the file cannot be used."""

    folder: Path
    backup: Callable[[Path], None]
    restore: Callable[[Path], None]
    report: Callable[[], Report]
