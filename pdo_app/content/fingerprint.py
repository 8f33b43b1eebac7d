"""Whether a pack file still matches its sources. Imports no parser, since every start from a
source checkout asks."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from pdo_app.content.format import FORMAT
from pdo_app.content.listing import files_of


def listing(root: Path) -> str:
    """Return a digest of the names and sizes of the files below ``root``."""
    digest = hashlib.sha256()
    for file in files_of(root):
        digest.update(f"{file}\0{(root / file).lstat().st_size}\0".encode(errors="replace"))
    return digest.hexdigest()


def contents(root: Path) -> str:
    """Return a digest of the names and contents of the files below ``root``."""
    digest = hashlib.sha256()
    for file in files_of(root):
        path = root / file
        if path.is_file():
            raw = path.read_bytes()
            digest.update(f"{file}\0{len(raw)}\0".encode(errors="replace"))
            digest.update(raw)
    return digest.hexdigest()


def stale(source_folder: Path, pack_file: Path) -> bool:
    """Tell whether ``pack_file`` must be built again from ``source_folder``.

    Names and sizes are compared first, then times; only where a source is younger than the pack
    file are contents compared, and the file's time is renewed where they are the same, so that
    the next start is quick again.
    """
    recorded = _recorded(pack_file)
    if recorded.get("format") != str(FORMAT) or recorded.get("listing") != listing(source_folder):
        return True
    built = pack_file.stat().st_mtime_ns
    if all(_changed(source_folder / file) < built for file in files_of(source_folder)):
        return False
    if recorded.get("contents") != contents(source_folder):
        return True
    with suppress(OSError):  # a read-only checkout: compared again next time
        os.utime(pack_file)
    return False


def _changed(path: Path) -> int:
    found = path.lstat()
    # A file that was moved here keeps its old st_mtime_ns.
    return max(found.st_mtime_ns, found.st_ctime_ns)


def _recorded(pack_file: Path) -> dict[str, str]:
    if not pack_file.is_file():
        return {}
    address = f"{pack_file.resolve().as_uri()}?mode=ro&immutable=1"
    try:
        with closing(sqlite3.connect(address, uri=True)) as connection:
            return dict(connection.execute("SELECT name, value FROM meta"))
    except sqlite3.Error:
        return {}
