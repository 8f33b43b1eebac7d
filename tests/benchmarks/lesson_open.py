"""How long a lesson takes from the click to its first paint, and a switch of language on it.

In one process, without a screen: ``python tests/benchmarks/lesson_open.py [--rounds N]``. Every
lesson of every module and guide is opened from the route as a click would, once a round. The time
ends when the window has painted the page, before the rest of the lesson is built; "whole" ends
when all of it is there. In the first round, on every few lessons, the next one is opened from
there, and the language is switched at the top and at the end. Beside it stands the floor: the
same window, empty, painted once. Prints a table, the slowest lessons and, as its last line, JSON;
all in milliseconds. "cpu" is the time that the processor worked, which a busy machine stretches
less.
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
from pdo_app.app import Desk, Outside, make_application
from pdo_app.checkout import rebuild_if_changed
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


def timed(act: Callable[[], None]) -> Time:
    """Do something and return the time until the window has painted what it led to."""
    start, worked = perf_counter(), process_time()
    act()
    # Layouts, shows and then the repaint are posted; timers, as of the slices, are not.
    QApplication.sendPostedEvents()
    return (perf_counter() - start) * 1000, (process_time() - worked) * 1000


def page_of(desk: Desk) -> LessonPage:
    """Return the page that is shown."""
    return next(page for page in desk.window.findChildren(LessonPage) if page.isVisible())


def settle(desk: Desk) -> None:
    """Let the rest of the lesson be built, and what is gone be deleted, as an event loop does."""
    for _ in range(2):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    for page in desk.window.findChildren(LessonPage):
        while page.isVisible() and not page.complete:
            QApplication.processEvents()


def switched(desk: Desk, mode: Mode) -> Callable[[], None]:
    """Return a switch to the mode, as a click on the bar makes it."""

    def act() -> None:
        desk.frame.preferences.change(mode=mode)
        # A screen builds itself anew when the event loop is back.
        QApplication.processEvents()

    return act


def to_lesson(desk: Desk, lesson: str) -> Callable[[], None]:
    """Return a click that opens a lesson."""
    return partial(desk.frame.router.go, Place.LESSON, lesson=lesson)


def opened(desk: Desk, lesson: str) -> tuple[Time, Time]:
    """Open a lesson from the route; return the times until the first paint and until the end."""
    desk.frame.router.go(Place.JOURNEY)
    settle(desk)
    first = timed(to_lesson(desk, lesson))
    rest = timed(lambda: settle(desk))
    return first, (first[0] + rest[0], first[1] + rest[1])


def measure(desk: Desk, rounds: int, every: int) -> tuple[dict[str, list[Time]], dict[str, float]]:
    """Open every lesson ``rounds`` times; on one of ``every`` go on and switch the language.
    Return the times, and the median processor time of each lesson's first paint."""
    names = ("first paint", "whole", "next lesson", "switch at the top", "switch at the end")
    found: dict[str, list[Time]] = {name: [] for name in names}
    paints: dict[str, list[float]] = {}
    parts = (*desk.library.modules(), *desk.library.guides())
    lessons = [head.id for part in parts for head in part.lessons]
    for round_ in range(rounds):
        for place, lesson in enumerate(lessons):
            first, whole = opened(desk, lesson)
            found["first paint"].append(first)
            found["whole"].append(whole)
            paints.setdefault(lesson, []).append(first[1])
            if round_ or place % every:
                continue
            for name, end in (("switch at the top", False), ("switch at the end", True)):
                bar = page_of(desk).verticalScrollBar()
                bar.setValue(bar.maximum() if end else 0)
                settle(desk)
                mode = MODES[(place // every + end) % len(MODES)]
                found[name].append(timed(switched(desk, mode)))
                settle(desk)
            desk.frame.preferences.change(mode=Mode.BOTH)
            settle(desk)
            after = lessons[(place + 1) % len(lessons)]
            found["next lesson"].append(timed(to_lesson(desk, after)))
            settle(desk)
    return found, {lesson: statistics.median(times) for lesson, times in paints.items()}


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
    """Return median, 95th percentile and maximum by the clock and by the processor's time."""
    row: dict[str, float] = {"n": len(times)}
    for before, which in (("", 0), ("cpu ", 1)):
        ordered = sorted(time[which] for time in times)
        row[f"{before}median"] = round(statistics.median(ordered), 1)
        row[f"{before}p95"] = round(ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))], 1)
        row[f"{before}max"] = round(ordered[-1], 1)
    return row


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--every", type=int, default=4, help="switch on one lesson of so many")
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
        times, lessons = measure(desk, asked.rounds, asked.every)
        figures = {"floor": summary(floor(30))}
        figures |= {name: summary(found) for name, found in times.items()}
        desk.close()
    tell(figures, lessons)
    return 0


def tell(figures: dict[str, dict[str, float]], lessons: dict[str, float]) -> None:
    """Print the table, the slowest lessons and the JSON."""
    columns = ("median", "p95", "max", "cpu median", "cpu p95", "cpu max")
    print(f"{'':20}" + "".join(f"{column:>12}" for column in columns) + "  ms, 1366x768")
    for name, row in figures.items():
        print(f"{name:20}" + "".join(f"{row[c]:12}" for c in columns) + f"  of {row['n']}")
    slowest = sorted(lessons, key=lambda lesson: -lessons[lesson])[:5]
    print("slowest first paints, cpu:", *(f"{name} {lessons[name]:.1f}," for name in slowest))
    load = [round(value, 2) for value in os.getloadavg()] if hasattr(os, "getloadavg") else []
    print(f"{len(lessons)} lessons; load of the machine: {load}, {os.cpu_count()} cores")
    print(json.dumps({"benchmark": "lesson_open", "load": load, **figures}))


if __name__ == "__main__":
    sys.exit(main())
