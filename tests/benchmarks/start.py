"""How long from the start of the process to the first painted home page, beside a bare Qt window.

``python tests/benchmarks/start.py [--runs N] [--packaged PROGRAM] [--many ACTIVITIES]`` needs
Debian's xvfb and xdotool. Each program starts on a virtual screen of its own, in turn, so that a
busy machine disturbs all alike. "mapped" is when the window can be seen, "painted" when the screen
shows more than a few colours in it. Memory is read when the picture has stood still for a second:
PSS counts shared pages in parts, and is the honest figure. ``--many`` fills the store first, to
show that a bigger one starts no slower. Prints a table, the ratio to the floor, and JSON.
"""

from __future__ import annotations

import argparse
import mmap
import os
import shutil
import struct
import subprocess
import sys
import tempfile
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psutil

from tests.benchmarks.figures import Figures, machine, save, show, spread

ROOT = Path(__file__).resolve().parents[2]
BARE = """
import sys
from PySide6 import QtWidgets as W
app = W.QApplication(sys.argv[:1])
window, inner = W.QMainWindow(), W.QWidget()
column = W.QVBoxLayout(inner)
for i in range(4):
    column.addWidget(W.QPushButton(f"Button {i}"))
tree = W.QTreeWidget()
for i in range(50):
    tree.addTopLevelItem(W.QTreeWidgetItem([f"Row {i}", "open"]))
column.addWidget(tree)
window.setCentralWidget(inner)
window.setWindowTitle("Bare Qt window")
window.resize(900, 600)
window.show()
sys.exit(app.exec())
"""


@dataclass(frozen=True)
class Screen:
    """A virtual screen: its display, and its picture in memory."""

    display: str
    picture: mmap.mmap
    width: int
    height: int
    line: int
    offset: int

    def sum(self) -> int:
        """Return a checksum of the whole picture."""
        return zlib.crc32(self.picture[self.offset : self.offset + self.line * self.height])

    def colours(self) -> int:
        """Return how many colours every seventh line shows, at most a few more than 64."""
        seen: set[int] = set()
        for y in range(0, self.height, 7):
            start = self.offset + y * self.line
            row = self.picture[start : start + 4 * self.width]
            seen.update(memoryview(row).cast("I"))
            if len(seen) > 64:
                break
        return len(seen)


@contextmanager
def screen(width: int = 1366, height: int = 768) -> Iterator[Screen]:
    """Start Xvfb on a free display and end it again."""
    folder = tempfile.mkdtemp(prefix="pdo-screen-")
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{width}x{height}x24"]
    server = subprocess.Popen(
        [*command, "-fbdir", folder, "-nolisten", "tcp", "-noreset"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    try:
        with os.fdopen(read) as told:
            display = ":" + told.readline().strip()
        with (Path(folder) / "Xvfb_screen0").open("rb") as file:
            picture = mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)
        head = struct.unpack(">25I", picture[:100])  # an XWD header
        yield Screen(display, picture, head[4], head[5], head[12], head[0] + head[19] * 12)
        picture.close()
    finally:
        server.terminate()
        server.wait(5)
        shutil.rmtree(folder, ignore_errors=True)


def one(command: list[str], data: Path) -> Figures:
    """Start a program once and return its figures in ms and MB."""
    with screen() as shown:
        env = {**os.environ, "DISPLAY": shown.display, "QT_QPA_PLATFORM": "xcb"}
        env |= {"PDO_APP_DATA": str(data), "DBUS_SESSION_BUS_ADDRESS": "disabled:"}
        # A person's Python keeps what it compiled.
        env.pop("PYTHONDONTWRITEBYTECODE", None)
        blank, began = shown.sum(), time.perf_counter()
        program = subprocess.Popen(command, env=env, cwd=ROOT, stderr=subprocess.DEVNULL)
        try:
            return _watch(shown, program, blank, began)
        finally:
            program.terminate()
            program.wait(10)


def _watch(shown: Screen, program: subprocess.Popen[bytes], blank: int, began: float) -> Figures:
    def now() -> float:
        return (time.perf_counter() - began) * 1000

    found: Figures = {}
    last, changed = blank, now()
    while now() < 60_000 and (now() - changed < 1000 or "painted" not in found):
        if program.poll() is not None:
            raise SystemExit(f"{program.args!r} ended with {program.returncode}")
        current = shown.sum()
        if current != last:
            last, changed = current, now()
            found.setdefault("mapped", changed)
            if shown.colours() >= 8:
                found.setdefault("painted", changed)
        time.sleep(0.004)
    tree = [psutil.Process(program.pid), *psutil.Process(program.pid).children(recursive=True)]
    found["settled"] = changed
    found["pss_mb"] = sum(p.memory_full_info().pss for p in tree) / 2**20
    found["cpu"] = 1000 * sum(sum(p.cpu_times()[:2]) for p in tree)
    return found


def prepare(data: Path, activities: int) -> None:
    """Make one learner who is on the way, and as many activities of other people as asked."""
    from pdo_app import paths
    from pdo_app.content.library import Library
    from pdo_app.learning.profiles import Profiles
    from pdo_app.records import Mode, Verb
    from pdo_app.store import Uuid7, open_store

    new_id = Uuid7()
    store = open_store(data, clock=lambda: datetime.now(UTC), new_id=new_id).store
    library = Library.open(paths.built_in_packs())
    profiles = Profiles(store, library, lambda: datetime.now(UTC), new_id)
    day = datetime.now(UTC).date() + timedelta(days=23)
    learner = profiles.create("李建国", "DE", day, Mode.BOTH)
    with store.writing():
        for i in range(activities):
            store.progress.append(learner.id, Verb.ANSWERED, f"core/q{i % 500}", version="0")
    store.close()
    library.close()


def main() -> None:
    """Measure, print, save."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--packaged", type=Path, help="the program made by build/dev.py package")
    parser.add_argument("--many", type=int, default=0, help="activities in a second store")
    parser.add_argument("--out", type=Path)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="pdo-start-") as folder:
        small, large = Path(folder) / "small", Path(folder) / "large"
        prepare(small, 0)
        app = [sys.executable, "-m", "pdo_app"]
        programs = {"bare Qt window": ([sys.executable, "-c", BARE], small)}
        programs["source"] = (app, small)
        if chosen.many:
            prepare(large, chosen.many)
            programs[f"source, {chosen.many:,} activities"] = (app, large)
        if chosen.packaged:
            programs["packaged"] = ([str(chosen.packaged.resolve())], small)
        runs: dict[str, list[Figures]] = {name: [] for name in programs}
        for turn in range(chosen.runs + 1):
            for name, (command, data) in programs.items():
                found = one(command, data)
                if turn:  # the first one warms the caches
                    runs[name].append(found)
    rows = {
        f"{name}: {what}": spread(run[what] for run in measured)
        for name, measured in runs.items()
        for what in ("mapped", "painted", "cpu")
    }
    others: dict[str, object] = machine()
    for name, measured in runs.items():
        others[f"{name}, PSS in MB"] = round(spread(r["pss_mb"] for r in measured)["median"], 1)
        if name != "bare Qt window":
            for what in ("painted", "cpu"):
                ratio = (
                    rows[f"{name}: {what}"]["median"] / rows[f"bare Qt window: {what}"]["median"]
                )
                others[f"{name}, {what} beside the floor"] = round(ratio, 2)
    show("From the start of the process", rows, others)
    save(chosen.out, rows, others)


if __name__ == "__main__":
    main()
