"""How long a lesson takes from the click to its first paint, and a switch of language on it.

In one process, without a screen: ``python tests/benchmarks/lesson_open.py [--rounds N]``. Every
lesson is opened from the route as a click would. The time ends when the window has painted the
page, before the rest of the lesson is built; "whole" ends when all of it is there. A switch of
language is taken at the top of a lesson and at its end. Beside it stands the floor: the same
window, empty, painted once. Prints a table and, as its last line, JSON; all in milliseconds.
"cpu" is the median of the time that the processor worked, which a busy machine does not stretch.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import tempfile
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path
from time import perf_counter, process_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from pdo_app import paths
from pdo_app.app import Desk, Outside, make_application, rebuild_if_changed
from pdo_app.records import Mode
from pdo_app.ui.learn.lesson_page import LessonPage
from pdo_app.ui.routes import Place

SIZE = (1366, 768)
Time = tuple[float, float]
"""Wall clock and processor, in milliseconds."""
MODES = (Mode.CHINESE, Mode.ENGLISH, Mode.BOTH)


class Paints(QObject):
    """Counts the paints of a widget."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count."""
        self.count += event.type() == QEvent.Type.Paint
        return False


def timed(act: Callable[[], None], then: Callable[[], None] = lambda: None) -> Time:
    """Do something and return the time until the window has painted what it led to, and until
    ``then`` is done."""
    start, worked = perf_counter(), process_time()
    act()
    # Layouts, shows and then the repaint are posted; timers, as of the slices, are not.
    QApplication.sendPostedEvents()
    then()
    return (perf_counter() - start) * 1000, (process_time() - worked) * 1000


def page_of(desk: Desk) -> LessonPage:
    """Return the page that is shown."""
    return next(page for page in desk.window.findChildren(LessonPage) if page.isVisible())


def settle(desk: Desk) -> None:
    """Let the rest of the lesson be built, and what is gone be deleted, as an event loop does."""
    for _ in range(3):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        while any(not page.complete for page in desk.window.findChildren(LessonPage)):
            QApplication.processEvents()


def switched(desk: Desk, round_: int) -> Callable[[], None]:
    """Return a switch to the next mode, as a click on the bar makes it."""
    mode = MODES[round_ % len(MODES)]

    def act() -> None:
        desk.frame.preferences.change(mode=mode)
        # A screen builds itself anew when the event loop is back.
        QApplication.processEvents()

    return act


def measure(desk: Desk, rounds: int) -> dict[str, list[Time]]:
    """Open every lesson and switch the language on it, ``rounds`` times."""
    found: dict[str, list[Time]] = {
        "first paint": [],
        "whole": [],
        "next lesson": [],
        "switch at the top": [],
        "switch at the end": [],
    }
    lessons = [head.id for module in desk.library.modules() for head in module.lessons]
    for round_ in range(rounds):
        for place, lesson in enumerate(lessons):
            desk.frame.preferences.change(mode=Mode.BOTH)
            desk.frame.router.go(Place.JOURNEY)
            settle(desk)
            for name, then in (("first paint", lambda: None), ("whole", lambda: settle(desk))):
                go = partial(desk.frame.router.go, Place.LESSON, lesson=lesson)
                found[name].append(timed(go, then))
                settle(desk)
                desk.frame.router.go(Place.JOURNEY)
                settle(desk)
            desk.frame.router.go(Place.LESSON, lesson=lesson)
            settle(desk)
            for name, end in (("switch at the top", False), ("switch at the end", True)):
                bar = page_of(desk).verticalScrollBar()
                bar.setValue(bar.maximum() if end else 0)
                settle(desk)
                found[name].append(timed(switched(desk, round_ + place + end)))
                settle(desk)
            desk.frame.preferences.change(mode=Mode.BOTH)
            settle(desk)
            after = lessons[(place + 1) % len(lessons)]
            go = partial(desk.frame.router.go, Place.LESSON, lesson=after)
            found["next lesson"].append(timed(go))
            settle(desk)
    return found


def floor(rounds: int) -> list[Time]:
    """Return the times of an empty window of the same size that paints itself."""
    window = QMainWindow()
    window.resize(*SIZE)
    window.show()
    QApplication.processEvents()
    times = [timed(window.repaint) for _ in range(rounds)]
    window.close()
    return times


def summary(times: list[Time]) -> dict[str, float]:
    """Return median, 95th percentile and maximum, and the median of the processor's time."""
    ordered = sorted(wall for wall, _ in times)
    return {
        "median": round(statistics.median(ordered), 1),
        "p95": round(ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))], 1),
        "max": round(ordered[-1], 1),
        "cpu": round(statistics.median(cpu for _, cpu in times), 1),
        "n": len(ordered),
    }


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--packs", type=Path, help="another folder with a core.pdopack")
    asked = parser.parse_args()
    make_application()
    if asked.packs is None:
        rebuild_if_changed()
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Outside(Path(folder), asked.packs or paths.built_in_packs(), seed=lambda: 7))
        day = desk.today() + timedelta(days=23)
        desk.become(desk.services.profiles.create("李建国", "DE", day, Mode.BOTH))
        desk.window.resize(*SIZE)
        desk.window.show()
        desk.frame.router.go(Place.LESSON, lesson=desk.library.modules()[0].lessons[0].id)
        settle(desk)
        painted = Paints(page_of(desk).viewport())
        timed(desk.window.repaint)
        assert painted.count, "the page was not painted"
        figures = {"floor": summary(floor(30))}
        figures |= {name: summary(times) for name, times in measure(desk, asked.rounds).items()}
        desk.close()
    print(f"{'':20}{'median':>8}{'p95':>8}{'max':>8}{'cpu':>8}  ms, 1366x768")
    for name, row in figures.items():
        columns = "".join(f"{row[column]:8}" for column in ("median", "p95", "max", "cpu"))
        print(f"{name:20}{columns}  of {row['n']}")
    load = [round(value, 2) for value in os.getloadavg()] if hasattr(os, "getloadavg") else []
    print(f"load of the machine: {load}, {os.cpu_count()} cores")
    print(json.dumps({"benchmark": "lesson_open", "load": load, **figures}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
