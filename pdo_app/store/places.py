"""Where the files of the store are in the data folder, and the steps that move them safely."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

SIDE_FILES = ("-wal", "-shm", "-journal")


@dataclass(frozen=True, slots=True)
class Places:
    """Names of files in the data ``folder``."""

    folder: Path

    @property
    def main(self) -> Path:
        """The file of records."""
        return self.folder / "learners.sqlite"

    @property
    def unfinished(self) -> Path:
        """A file that is being built to take the place of the main one. Worth nothing."""
        return self.folder / "learners.new"

    @property
    def ready(self) -> Path:
        """The same, complete and on the disk: it only waits to take its place."""
        return self.folder / "learners.ready"

    @property
    def suspicion(self) -> Path:
        """Where it exists, the next start checks the main file before it is used."""
        return self.folder / "learners.check"

    @property
    def backups(self) -> Path:
        """The folder of automatic backups."""
        return self.folder / "backups"

    @property
    def damaged(self) -> Path:
        """The folder of damaged files that were set aside."""
        return self.folder / "damaged"


def stamp(moment: datetime) -> str:
    """Return ``moment`` as it stands in file names; names sort as times do."""
    return f"{moment:%Y-%m-%d_%H%M%S}"


def free_name(folder: Path, name: str, ending: str) -> Path:
    """Return a path in ``folder`` that does not exist: ``name`` or ``name-2``, ``name-3``, ..."""
    path = folder / f"{name}{ending}"
    count = 1
    while path.exists():
        count += 1
        path = folder / f"{name}-{count}{ending}"
    return path


def beside(path: Path, ending: str) -> Path:
    """Return the path of a file that SQLite keeps beside ``path``."""
    return path.with_name(path.name + ending)


def remove_whole(path: Path) -> None:
    """Remove a database file and those beside it, where they exist. Raises OSError."""
    for ending in ("", *SIDE_FILES):
        beside(path, ending).unlink(missing_ok=True)


def flush(path: Path) -> None:
    """Make sure that ``path``, a file or a folder, is on the disk. Raises OSError."""
    if path.is_dir() and sys.platform == "win32":  # pragma: no cover - folders cannot be opened
        return
    handle = os.open(path, os.O_RDWR if path.is_file() else os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def set_aside(places: Places, moment: datetime) -> Path | None:
    """Move the main file and those beside it to the damaged ones, under a dated name.

    Returns the new path, or None where there was no main file. Raises OSError.
    """
    found = [ending for ending in (*SIDE_FILES, "") if beside(places.main, ending).exists()]
    if not found:
        return None
    places.damaged.mkdir(mode=0o700, exist_ok=True)
    target = free_name(places.damaged, f"learners-{stamp(moment)}", ".sqlite")
    # The main file goes last: as long as it is there, a start knows that there is work left.
    for ending in found:
        beside(places.main, ending).replace(beside(target, ending))
    flush(places.damaged)
    return target if target.exists() else None


def put_in_place(places: Places) -> None:
    """Give the file that is ready the name of the main one. Raises OSError."""
    places.ready.replace(places.main)
    flush(places.folder)
    places.suspicion.unlink(missing_ok=True)
