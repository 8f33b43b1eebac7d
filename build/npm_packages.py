"""Fetches packages of the npm registry whose files this project keeps a part of.

The ordinary client fetches them, pinned by version and by checksum, into a cache outside the
checkout. Needed only to make resources/icons, flags, fonts and pictures again; a build or a test
run never calls this.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import tarfile
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Package:
    """A package at one version; ``checksum`` is the SHA-256 of its archive."""

    name: str
    version: str
    licence: str
    checksum: str


def _cache() -> Path:
    chosen = os.environ.get("PDO_BUILD_CACHE")
    return Path(chosen) if chosen else Path.home() / ".cache" / "pdo-companion-build"


def fetch(package: Package) -> Path:
    """Return the folder with the unpacked files of ``package``, fetching it when needed.

    Raises SystemExit when npm is missing, fails, or brings something else than was pinned.
    """
    stem = package.name.removeprefix("@").replace("/", "-") + f"-{package.version}"
    archive, folder = _cache() / f"{stem}.tgz", _cache() / stem
    if not archive.is_file():
        npm = shutil.which("npm")
        if npm is None:
            raise SystemExit("npm is not installed, and this script fetches from its registry.")
        archive.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run(
            [npm, "pack", "--silent", f"{package.name}@{package.version}"],
            cwd=archive.parent,
            check=True,
            stdout=subprocess.DEVNULL,
        )
    found = hashlib.sha256(archive.read_bytes()).hexdigest()
    if found != package.checksum:
        raise SystemExit(f"{archive} is not the archive that was pinned: its SHA-256 is {found}")
    if not folder.is_dir():
        with tarfile.open(archive) as tar:
            tar.extractall(folder, filter="data")
    inside = folder / "package"
    return inside if inside.is_dir() else folder
