"""How long a slide takes from the key to both windows, what starting to present takes, and whether
memory grows over two thousand slides.

In one process, with two screens that are not there: ``python -m tests.benchmarks.present
[--changes N]``. A press counts until the console and the slides have painted. The peer is the
floor of Qt itself: two empty windows of the same sizes painted once. Memory is the resident set,
before and after, with the first walk through all slides left out, since that fills the caches.
Prints a table and, as its last line, JSON; times in milliseconds.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import psutil
from PySide6.QtWidgets import QApplication, QMainWindow

from pdo_app import paths
from pdo_app.app import Desk, Outside, make_application
from pdo_app.checkout import rebuild_if_changed
from pdo_app.ui.present.audience import AudienceWindow
from pdo_app.ui.present.keys import Deed, Pressed
from pdo_app.ui.present.screen import PresentScreen
from pdo_app.ui.routes import Place
from tests.benchmarks.figures import machine, milliseconds, save, show, spread
from tests.ui.classroom import add_session

ROUNDS = 20
SCREENS = [
    {"name": "laptop", "x": 0, "y": 0, "width": 1366, "height": 768},
    {"name": "projector", "x": 1366, "y": 0, "width": 1920, "height": 1080},
]


def two_screens(folder: Path) -> None:
    """Let Qt, which is not there yet, find a laptop's screen and a projector."""
    same = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    config = folder / "screens.json"
    screens = [{**screen, **same} for screen in SCREENS]
    whole = {"synchronousWindowSystemEvents": True, "screens": screens}
    config.write_text(json.dumps(whole), "utf-8")
    os.environ.setdefault("QT_QPA_PLATFORM", f"offscreen:configfile={config}")


def floor() -> list[float]:
    """Return the times of two empty windows that paint themselves."""
    windows = []
    for screen in SCREENS:
        window = QMainWindow()
        window.resize(int(str(screen["width"])), int(str(screen["height"])))
        window.show()
        windows.append(window)
    QApplication.processEvents()
    times = [milliseconds(lambda: [window.repaint() for window in windows]) for _ in range(50)]
    for window in windows:
        window.close()
        window.deleteLater()
    return times


def start(desk: Desk, route: dict[str, str]) -> float:
    """Return how long it takes from the click on "Present" to slides on both screens."""

    def begin() -> None:
        desk.frame.router.go(Place.PRESENT, **route)
        while not shown(desk):
            QApplication.processEvents()
        QApplication.processEvents()

    return milliseconds(begin)


def shown(desk: Desk) -> bool:
    """Tell whether the class sees a slide."""
    return any(window.isVisible() for window in desk.window.findChildren(AudienceWindow))


def end(desk: Desk) -> None:
    """End the presentation."""
    stage_of(desk).press(Pressed(Deed.END))
    QApplication.processEvents()


def stage_of(desk: Desk):  # type: ignore[no-untyped-def] # of the screen below
    """Return the presentation that is on."""
    screen = desk.window.findChild(PresentScreen)
    assert screen is not None
    assert screen.stage is not None
    return screen.stage


def press(desk: Desk, deed: Deed) -> float:
    """Return how long a key takes until both windows have painted."""
    stage = stage_of(desk)

    def act() -> None:
        stage.press(Pressed(deed))
        QApplication.sendPostedEvents()
        QApplication.processEvents()

    return milliseconds(act)


def walk(desk: Desk, changes: int) -> list[float]:
    """Go through the slides, back to the first one at the end, that many times."""
    stage, times = stage_of(desk), []
    while len(times) < changes:
        last = stage.place.index == len(stage.deck) - 1
        times.append(press(desk, Deed.FIRST if last else Deed.FORWARD))
    return times


def resident() -> float:
    """Return the megabytes that this process holds."""
    gc.collect()
    return float(psutil.Process().memory_info().rss) / 1e6


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--changes", type=int, default=2000)
    parser.add_argument("--json", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        two_screens(Path(folder))
        make_application()
        rebuild_if_changed()
        outside = Outside(Path(folder), paths.built_in_packs(), lambda: datetime.now(UTC))
        desk = Desk(outside)
        desk.window.resize(1366, 768)
        desk.window.show()
        session = add_session(desk, "two-days")
        desk.frame.person.become_trainer()
        desk.frame.router.go(Place.SESSION, session=str(session.id), tab="plan")
        QApplication.processEvents()
        route = {"session": str(session.id)}
        rows = {"floor: two empty windows": spread(floor())}
        first = start(desk, route)
        starts = []
        for _ in range(ROUNDS):
            end(desk)
            starts.append(start(desk, route))
        rows["start presenting (again)"] = spread(starts)
        cards = len(stage_of(desk).deck)
        rows["slide, first time seen"] = spread(walk(desk, cards + cards // 2))
        before = resident()
        rows["slide, seen before"] = spread(walk(desk, asked.changes))
        after = resident()
        desk.close()
    others = {
        **machine(),
        "first start of presenting, ms": round(first, 1),
        "cards": cards,
        "MB before": round(before, 1),
        f"MB after {asked.changes} changes": round(after, 1),
    }
    show("Presenting on 1366x768 and 1920x1080", rows, others)
    save(asked.json, rows, others)
    return 0


if __name__ == "__main__":
    sys.exit(main())
