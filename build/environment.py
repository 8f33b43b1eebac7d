"""The virtual environment .venv: made once, installed from the lock file, renewed with it."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from system_packages import Names, install_or_tell, say

CHECKOUT = Path(__file__).resolve().parent.parent
LOCK = CHECKOUT / "build" / "requirements.lock"
HOME = CHECKOUT / ".venv"
STAMP = HOME / "installed-from"
WINDOWS = os.name == "nt"


def program(name: str) -> Path:
    """Return the path of a program of the virtual environment."""
    return HOME / ("Scripts" if WINDOWS else "bin") / (f"{name}.exe" if WINDOWS else name)


PYTHON = program("python")


def ready(more: Callable[[], Sequence[Names]] = tuple) -> None:
    """Make .venv hold what the lock file names, and the project itself, editable.

    Does nothing where that is so already. Raises SystemExit with a sentence when it cannot be.
    ``more`` gives the packages of the system that will be asked for after this, so that a person
    types one line and not two.
    """
    wanted = _fingerprint()
    if _starts() and STAMP.is_file() and STAMP.read_text("utf-8") == wanted:
        return
    if not _starts():
        _create(more)
    began = time.monotonic()
    say("Installing the packages of build/requirements.lock, about 200 MB the first time ...")
    # The lock is complete, so pip need not resolve. Where it did, a release of today that some
    # package asks for with an extra ("coverage[toml]") stopped it, though the lock names another.
    _pip("--no-deps", "--require-hashes", "--requirement", str(LOCK))
    # The lock file has the build backend too: nothing is fetched that is not in it.
    _pip("--no-deps", "--no-build-isolation", "--no-index", "--editable", str(CHECKOUT))
    STAMP.write_text(wanted, "utf-8")
    say(f"Installed in {time.monotonic() - began:.0f} s.")


def _fingerprint() -> str:
    digest = hashlib.sha256(LOCK.read_bytes())
    digest.update((CHECKOUT / "pyproject.toml").read_bytes())
    digest.update(str(CHECKOUT).encode())
    return f"{digest.hexdigest()} {sys.version_info[0]}.{sys.version_info[1]}\n"


def _starts() -> bool:
    """Tell whether .venv has a Python that runs; a moved or half-made one has none."""
    if not PYTHON.is_file():
        return False
    wanted = "import sys, pip; print(sys.version_info[:2] >= (3, 11))"
    found = subprocess.run([PYTHON, "-c", wanted], capture_output=True, text=True, check=False)
    return found.returncode == 0 and found.stdout.strip() == "True"


def _create(more: Callable[[], Sequence[Names]]) -> None:
    if importlib.util.find_spec("ensurepip") is None or importlib.util.find_spec("venv") is None:
        # Debian and Ubuntu keep these two in a package of their own.
        version = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
        wanted = [(version, "python3-venv"), *more()]
        install_or_tell(wanted, "Python lacks the module venv.")
    say("Making .venv ...")
    made = subprocess.run([sys.executable, "-m", "venv", "--clear", str(HOME)], check=False)
    if made.returncode:
        raise SystemExit("The folder .venv could not be made; the lines above say why.")


def _pip(*arguments: str) -> None:
    command = [str(PYTHON), "-m", "pip", "install", "--quiet", "--quiet", "--no-input"]
    command += ["--disable-pip-version-check", "--progress-bar", "off"]
    if subprocess.run([*command, *arguments], cwd=CHECKOUT, check=False).returncode:
        raise SystemExit(
            "The packages could not be installed; the lines above say why. Where they speak of a "
            "connection or of retries, this computer does not reach the package index: connect "
            "it to the internet, or name your proxy in the variable HTTPS_PROXY. Where they speak "
            "of a certificate, name the file with your network's own in PIP_CERT. Then try again."
        )
