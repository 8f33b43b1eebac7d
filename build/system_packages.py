"""Packages of the operating system: installed with apt by root, told in one line otherwise."""

from __future__ import annotations

import functools
import os
import shutil
import subprocess
from collections.abc import Sequence

# Names of one package in several releases; the first one that the system knows is taken.
Names = tuple[str, ...]


def say(words: str) -> None:
    """Print a line of progress at once, also into a file."""
    print(words, flush=True)


def is_root() -> bool:
    """Tell whether this process may install packages."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def install_or_tell(wanted: Sequence[Names], why: str) -> None:
    """Install Debian packages; each is a tuple of names of which the first known one is taken.

    Without root or without apt, print the one line that installs them and raise SystemExit.
    """
    if shutil.which("apt-get") is None:
        asked = " ".join(names[0] for names in wanted)
        raise SystemExit(f"{why} Install what your system calls these Debian packages: {asked}")
    if not is_root():
        line = " ".join(["sudo apt-get install --yes --no-install-recommends", *_chosen(wanted)])
        raise SystemExit(f"{why} Run this line, then try again:\n  {line}")
    _update()
    names = _chosen(wanted)
    say(f"{why} Installing with apt: {' '.join(names)}")
    _apt("install", "--yes", "--no-install-recommends", *names)


def _chosen(wanted: Sequence[Names]) -> list[str]:
    """Return of each tuple the first name that apt knows, the last one where it knows none."""
    chosen = [next((n for n in names if _known(n)), names[-1]) for names in wanted]
    return list(dict.fromkeys(chosen))


def _known(name: str) -> bool:
    """Tell whether apt has a package of this very name; a virtual one does not count."""
    command = ["apt-cache", "show", "--no-all-versions", name]
    found = subprocess.run(command, capture_output=True, text=True, check=False)
    return found.returncode == 0 and bool(found.stdout.strip())


@functools.cache
def _update() -> None:
    _apt("update")


def _apt(*arguments: str) -> None:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    command = ["apt-get", "--quiet", "--quiet", *arguments]
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, errors="replace", check=False
    )
    if done.returncode:
        raise SystemExit(
            f"{done.stdout}{done.stderr}\napt-get {arguments[0]} failed; the lines above say why. "
            "Where they speak of a connection, connect this computer to the internet."
        )
