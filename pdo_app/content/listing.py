"""Which files belong to a source folder."""

from __future__ import annotations

import os
from pathlib import Path


def files_of(root: Path) -> tuple[str, ...]:
    """Return the paths of all files below ``root`` with forward slashes, sorted. Hidden files
    and editors' backups are left out; links to folders are not followed."""
    found = []
    for folder, folders, names in os.walk(root):
        folders[:] = [name for name in folders if not name.startswith(".")]
        here = Path(folder).relative_to(root)
        found += [
            (here / name).as_posix()
            for name in names
            if not name.startswith(".") and not name.endswith(("~", ".bak", ".swp"))
        ]
    return tuple(sorted(found))
