"""What build/dev.py can do, one function each."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import environment
import qt_libraries
from environment import CHECKOUT, LOCK, PYTHON, WINDOWS
from system_packages import install_or_tell, say

OUT = CHECKOUT / "out"
CORE = CHECKOUT / "resources" / "packs" / "core"
ON_ALL_CORES = ("-n", "logical", "--dist", "worksteal")
X_PROGRAMS = {"xvfb": "Xvfb", "x11-xserver-utils": "xrandr"}
COVERED = ("content", "store", "learning", "training", "reports", "exchange")


def main(arguments: list[str]) -> int:
    """Do what the command line says; return the exit code."""
    parser = argparse.ArgumentParser(prog="dev.py", description="PDO Companion from its sources.")
    tasks = parser.add_subparsers(dest="task", required=True)
    for name, task in TASKS.items():
        tasks.add_parser(name, help=task.__doc__, add_help=False)
    chosen, rest = parser.parse_known_args(arguments)
    return TASKS[chosen.task](rest)


def run(rest: list[str]) -> int:
    """Start the application; without a screen, walk through it and keep pictures of the way."""
    _ready()
    if qt_libraries.screen():
        build([])
        return _program(["pdo_app", *rest])
    target = OUT / "tour"
    say("There is no screen here, so nobody could see a window.")
    say(f"The tour walks through the application instead. Its pictures go to {target}")
    build([])
    code = _tour([str(PYTHON), "-m", "pdo_app"], target, rest)
    if not code:
        say(f"The pictures and papers of the tour are in {target}")
    return code


def build(rest: list[str]) -> int:
    """Make catalogues and the built-in pack from their sources."""
    environment.ready()
    _must([str(PYTHON), "build/catalogues.py", "compile"])
    _must([str(PYTHON), "-m", "pdo_app", "content", "build"])
    return 0


def test(rest: list[str]) -> int:
    """Check form, types, layers and catalogues, then run the tests. More words go to pytest."""
    _ready()
    build([])
    steps = {
        "ruff format": ["ruff", "format", "--check", "--quiet"],
        "ruff check": ["ruff", "check", "--quiet"],
        "mypy": ["mypy"],
        "mypy build": ["mypy", *map(str, sorted((CHECKOUT / "build").glob("*.py")))],
        "lint-imports": ["lint-imports"],
        "catalogues": ["python", "build/catalogues.py", "check"],
        "content": ["python", "-m", "pdo_app", "content", "check"],
    }
    failed = [name for name, command in steps.items() if not _step(name, command)]
    covered = [word for name in COVERED for word in ("--cov", f"pdo_app.{name}")]
    covered += ["--cov-branch", "--cov-report", "term-missing:skip-covered"]
    covered += ["--cov-fail-under", "100", *ON_ALL_CORES]
    say("pytest ...")
    command = [str(PYTHON), "-m", "pytest", *(rest or covered)]
    code = subprocess.run(command, cwd=CHECKOUT, env=_offscreen(), check=False).returncode
    if failed:
        say(f"Failed before the tests: {', '.join(failed)}")
    return code or len(failed)


def package(rest: list[str]) -> int:
    """Make the program that needs no Python, into out/dist, and walk both tours with it."""
    _ready()
    if os.name == "posix" and shutil.which("objcopy") is None:
        install_or_tell([("binutils",)], "PyInstaller needs the binutils.")
    build([])
    began = time.monotonic()
    say("PyInstaller ...")
    command = [str(PYTHON), "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN"]
    command += ["--distpath", str(OUT / "dist"), "--workpath", str(OUT / "pyinstaller")]
    _must([*command, "build/pdo_app.spec"])
    program = OUT / "dist" / "pdo-app" / ("pdo-app.exe" if WINDOWS else "pdo-app")
    size = sum(f.lstat().st_size for f in program.parent.rglob("*") if f.is_file())
    say(f"{program.parent}: {size / 1e6:.0f} MB, made in {time.monotonic() - began:.0f} s")
    # Authors build packs with it too: what the names of holidays are read from must be there.
    _must([str(program), "content", "build", "--out", str(OUT / "core.pdopack"), str(CORE)])
    worker = _tour([str(program)], OUT / "package-tour", rest)
    trainer = _tour([str(program)], OUT / "package-tour-trainer", ["--trainer", *rest])
    return worker or trainer


def kills(rest: list[str]) -> int:
    """Kill a process that records answers two hundred times, and count what was lost."""
    environment.ready()
    return _program(["tests.faults.kill9", *(rest or ["--kills", "200"])])


def projector(rest: list[str]) -> int:
    """Plug a projector in and out while a session is presented, on an X server of its own."""
    if not sys.platform.startswith("linux"):
        say("Only an X server lets a program add and remove screens: not tried here.")
        return 0
    lacking = [name for name, program in X_PROGRAMS.items() if shutil.which(program) is None]
    if lacking:
        install_or_tell([(name,) for name in lacking], "The projector is played by an X server.")
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "3286x1080x24", "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as number:
            os.environ["DISPLAY"] = f":{number.readline().strip()}"
        os.environ["QT_QPA_PLATFORM"] = "xcb"
        _ready()
        return _program(["tests.faults.projector", *rest])
    finally:
        server.terminate()
        server.wait()


def lock(rest: list[str]) -> int:
    """Write build/requirements.lock anew from pyproject.toml; --upgrade takes newer versions."""
    environment.ready()
    command = [_uv(), "pip", "compile", "pyproject.toml", "--extra", "dev", *rest]
    command += ["--universal", "--generate-hashes", "--python-version", "3.11"]
    command += ["--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links"]
    # 6.11.3 was tried; another one is a decision, not an update.
    limits = OUT / "lock-limits.txt"
    limits.parent.mkdir(exist_ok=True)
    limits.write_text("PySide6-Essentials==6.11.3\n", "utf-8")
    _must([*command, "--constraint", str(limits), "--quiet", "--output-file", str(LOCK)])
    return 0


TASKS = {t.__name__: t for t in (run, test, build, package, kills, projector, lock)}


def _ready() -> None:
    environment.ready(qt_libraries.likely)
    qt_libraries.ready()


def _uv() -> str:
    """Return uv: the installed one, else one in a folder of its own under out/."""
    found = shutil.which("uv") or shutil.which("uv", path=str(PYTHON.parent))
    if found:
        return found
    folder = OUT / "uv"
    _must([str(PYTHON), "-m", "pip", "install", "--quiet", "--target", str(folder), "uv"])
    return str(folder / "bin" / ("uv.exe" if WINDOWS else "uv"))


def _offscreen() -> dict[str, str]:
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen"}


def _tour(program: list[str], target: Path, rest: list[str]) -> int:
    command = [*program, "tour", "--out", str(target), *rest]
    return subprocess.run(command, cwd=CHECKOUT, env=_offscreen(), check=False).returncode


def _program(words: list[str]) -> int:
    return subprocess.run([PYTHON, "-m", *words], cwd=CHECKOUT, check=False).returncode


def _must(command: list[str]) -> None:
    """Run a command; SystemExit with its code when it fails, after its own words."""
    code = subprocess.run(command, cwd=CHECKOUT, check=False).returncode
    if code:
        raise SystemExit(code)


def _step(name: str, command: list[str]) -> bool:
    """Run one check, print one line when it passes and its words when it fails."""
    began = time.monotonic()
    program = str(environment.program(command[0]))
    done = subprocess.run(
        [program, *command[1:]],
        cwd=CHECKOUT,
        env={**os.environ, "PYTHONUTF8": "1"},  # on Windows a pipe is written in another encoding
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    passed = done.returncode == 0
    say(f"{name} {'ok' if passed else 'FAILED'} ({time.monotonic() - began:.1f} s)")
    if not passed:
        say((done.stdout + done.stderr).rstrip())
    return passed
