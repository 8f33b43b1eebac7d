"""Walks the real application as a worker would, and keeps pictures and papers of the way.

Nothing is played: the tour clicks the same buttons and types into the same fields as a person,
with an empty profile in a temporary data folder. It needs no screen.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtGui import QCursor

from pdo_app import __version__, paths
from pdo_app.app import Desk, Outside, make_application, rebuild_if_changed
from pdo_app.errors import KnownError
from pdo_app.records import Mode
from pdo_app.settings import Settings, SettingsFile
from pdo_app.tour.hands import PATIENCE, Hands, TourError
from pdo_app.ui.routes import Place

MODES = {"zh_CN": Mode.CHINESE, "en": Mode.ENGLISH, "both": Mode.BOTH}
DAYS_AHEAD = 23
NAME = "李建国"


@dataclass(frozen=True, slots=True)
class Done:
    """A step that was walked: its number, its name, how long it took, its picture."""

    number: int
    name: str
    seconds: float
    picture: str


def tour(out: Path, *, language: str = "both", size: str = "1366x768", theme: str = "light") -> int:
    """Walk the worker's way and leave pictures, papers and ``tour.json`` in ``out``.

    ``language`` is zh_CN, en or both; ``size`` is width x height in pixels; ``theme`` is light or
    dark. Returns 0, or 1 where a step failed, which is then told on standard error.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    width, height = (int(part) for part in size.split("x"))
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError:
        print(_unwritable(out), file=sys.stderr)
        return 1
    make_application()
    data = Path(tempfile.mkdtemp(prefix="pdo-tour-"))
    try:
        rebuild_if_changed()
        SettingsFile(data / "settings.json").save(Settings(mode=MODES[language], theme=theme))
        desk = Desk(Outside(data, paths.built_in_packs(), seed=lambda: 7))
        desk.window.resize(width, height)
        desk.window.show()
        # Nothing lights up under a mouse that nobody holds.
        QCursor.setPos(desk.window.mapToGlobal(QPoint(width - 2, height - 2)))
        walk = Walk(desk, out, MODES[language])
        try:
            failure = walk.all()
        finally:
            desk.close()
    except KnownError as error:
        print(f"{error.title.in_english()} {error.advice.in_english()}", file=sys.stderr)
        return 1
    except OSError:
        print(_unwritable(out), file=sys.stderr)
        return 1
    finally:
        shutil.rmtree(data, ignore_errors=True)
    print(f"{len(walk.done)} steps; the pictures are in {out.resolve()}", flush=True)
    return 1 if failure else 0


def _unwritable(out: Path) -> str:
    return f"The folder {out} cannot be written to. Choose another one, or free some space."


class Walk:
    """One way through the application. ``done`` lists the steps that were walked."""

    def __init__(self, desk: Desk, out: Path, mode: Mode) -> None:
        self._desk, self._out, self._mode = desk, out, mode
        self._window = desk.window
        self._hands = Hands(desk)
        self.done: list[Done] = []

    def all(self) -> str:
        """Walk every step. Returns what went wrong, or an empty string."""
        failure = ""
        steps: tuple[tuple[str, Callable[[], None]], ...] = (
            ("first start", self._first_start),
            ("first start filled in", self._fill_in),
            ("home", self._begin),
            ("emergency", lambda: self._hands.press("rail_emergency")),
            ("route", lambda: self._hands.press("rail_journey")),
            ("first lesson", self._first_lesson),
            ("first lesson, further down", self._scroll_down),
            ("check question answered", self._check_question),
            ("second lesson", self._next_lesson),
            ("all lessons read", self._read_all),
            ("checklists", self._checklists),
            ("checklist ticked", self._tick),
            ("quizzes", lambda: self._hands.press("rail_quizzes")),
            ("practice", self._practice),
            ("practice, the reason", self._practice_answer),
            ("result of the practice", self._practice_rest),
            ("final test", self._final),
            ("result of the final test", self._final_rest),
            ("certificate", self._certificate),
            ("settings", lambda: self._hands.go(Place.SETTINGS)),
            ("home at the end", lambda: self._hands.press("rail_home")),
            ("text at 150 %", lambda: self._hands.change(text_scale=150)),
            ("text at 200 %", lambda: self._hands.change(text_scale=200)),
            ("other theme", self._other_theme),
            ("switch person", self._switch_person),
        )
        for number, (name, step) in enumerate(steps, 1):
            began = time.perf_counter()
            try:
                step()
                self._hands.settle()
            except (TourError, KnownError, RuntimeError) as error:
                failure = f"step {number}, {name}: {error}"
                print(failure, file=sys.stderr)
            seconds = time.perf_counter() - began
            picture = f"{number:02}-{name.replace(',', '').replace(' %', '').replace(' ', '-')}.png"
            if not self._window.grab().save(str(self._out / picture)):
                raise OSError(picture)
            self.done.append(Done(number, name, round(seconds, 3), picture))
            if failure:
                break
        self._write(failure)
        return failure

    # One function a step, in the order of the way.

    def _first_start(self) -> None:
        self._hands.expect(Place.START)

    def _fill_in(self) -> None:
        self._hands.press("country_DE")
        self._hands.choose_day(self._desk.today() + timedelta(days=DAYS_AHEAD))
        self._hands.type("name", NAME)

    def _begin(self) -> None:
        self._hands.press("start")
        self._hands.expect(Place.HOME)

    def _first_lesson(self) -> None:
        self._hands.press("rail_home")
        self._hands.press("continue")
        self._hands.expect(Place.LESSON)

    def _scroll_down(self) -> None:
        area = self._hands.scroll_area()
        area.verticalScrollBar().setValue(round(area.height() * 0.8))

    def _check_question(self) -> None:
        option = self._hands.first("option_")
        option.click()
        self._hands.settle()
        self._hands.first("check_").click()
        self._hands.settle()
        self._hands.scroll_area().ensureWidgetVisible(self._hands.first("option_"), 0, 300)

    def _next_lesson(self) -> None:
        before = self._desk.frame.router.current
        self._hands.press("complete")
        for _ in range(PATIENCE):  # the thread grows first
            if self._desk.frame.router.current != before:
                break
            self._hands.settle()
        self._hands.expect(Place.LESSON)

    def _read_all(self) -> None:
        services, learner = self._desk.services, self._desk.frame.person.present
        for _ in range(200):
            following = services.progress.overview(learner).next
            if following is None:
                break
            self._hands.go(Place.LESSON, lesson=following.id)
            self._hands.press("complete")
        else:
            raise TourError("the lessons do not come to an end")
        self._hands.press("rail_journey")

    def _checklists(self) -> None:
        self._hands.press("rail_checklists")
        self._save_checklist()

    def _tick(self) -> None:
        self._hands.first("tick_").click()

    def _practice(self) -> None:
        self._hands.first("practice_").click()
        self._hands.settle()
        self._hands.expect(Place.QUIZ)

    def _practice_answer(self) -> None:
        self._hands.answer(right=False)
        self._hands.press("forward")

    def _practice_rest(self) -> None:
        self._hands.press("forward")
        for _ in range(200):
            if self._hands.place() is Place.RESULT:
                return
            self._hands.answer(right=True)
            self._hands.press("forward")  # check
            self._hands.press("forward")  # next, or the result
        raise TourError("the practice does not come to an end")

    def _final(self) -> None:
        self._hands.press("rail_quizzes")
        self._hands.press("final")
        self._hands.expect(Place.QUIZ)

    def _final_rest(self) -> None:
        for count in range(200):
            if self._hands.place() is Place.RESULT:
                return
            self._hands.answer(right=count not in (3, 11))
            self._hands.press("forward")
        raise TourError("the final test does not come to an end")

    def _certificate(self) -> None:
        from pdo_app.paper.certificate import write_certificate
        from pdo_app.reports.certificate import certificate_page

        self._hands.press("forward")
        self._hands.expect(Place.CERTIFICATE)
        desk = self._desk
        given = desk.services.progress.certificate(desk.frame.person.present, desk.today())
        if given is None:
            raise TourError("no certificate was given")
        page = certificate_page(given, desk.frame.language.texts)
        write_certificate(page, self._out / "certificate.pdf")

    def _other_theme(self) -> None:
        dark = self._desk.frame.theme.dark
        self._hands.change(text_scale=100, theme="light" if dark else "dark")

    def _switch_person(self) -> None:
        self._hands.go(Place.PEOPLE)

    def _save_checklist(self) -> None:
        from pdo_app.ui.learn.checklist_paper import write_list

        desk = self._desk
        library, learner, today = desk.library, desk.frame.person.present, desk.today()
        first = library.groups()[0].id
        tasks = desk.services.checklists.tasks(learner, today)
        shown = [task for task in tasks if task.item.group == first]
        texts = desk.frame.language.texts
        write_list(learner, shown, library, texts, today, self._out / "checklist.pdf")

    def _write(self, failure: str) -> None:
        """Leave ``tour.json``: the steps with their seconds, and what the database holds."""
        report = {
            "version": __version__,
            "content": self._desk.library.info.version,
            "mode": self._mode.value,
            "failure": failure,
            "steps": [asdict(step) for step in self.done],
            "database": self._desk.store.counts(),
        }
        text = json.dumps(report, ensure_ascii=False, indent=1)
        (self._out / "tour.json").write_text(text + "\n", encoding="utf-8")
