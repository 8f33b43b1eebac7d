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
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QPoint, Qt, QTimer
from PySide6.QtGui import QCursor, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QScrollArea, QWidget

from pdo_app import __version__, paths
from pdo_app.app import Desk, Outside, make_application, rebuild_if_changed
from pdo_app.content.model import Question, QuestionKind
from pdo_app.errors import KnownError
from pdo_app.learning.sittings import PRACTICE
from pdo_app.records import Mode
from pdo_app.settings import Settings, SettingsFile
from pdo_app.ui.routes import Place
from pdo_app.ui.widgets.calendar import DateField, Days
from pdo_app.ui.widgets.select import Select

MODES = {"zh_CN": Mode.CHINESE, "en": Mode.ENGLISH, "both": Mode.BOTH}
DAYS_AHEAD = 23
NAME = "李建国"
_PATIENCE = 50  # looks of 40 ms


class TourError(Exception):
    """A step that did not do what a person would see it do."""


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
    out.mkdir(parents=True, exist_ok=True)
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
    finally:
        shutil.rmtree(data, ignore_errors=True)
    print(f"{len(walk.done)} steps; the pictures are in {out.resolve()}", flush=True)
    return 1 if failure else 0


class Walk:
    """One way through the application. ``done`` lists the steps that were walked."""

    def __init__(self, desk: Desk, out: Path, mode: Mode) -> None:
        self._desk, self._out, self._mode = desk, out, mode
        self._window = desk.window
        self.done: list[Done] = []

    def all(self) -> str:
        """Walk every step. Returns what went wrong, or an empty string."""
        failure = ""
        steps: tuple[tuple[str, Callable[[], None]], ...] = (
            ("first start", self._first_start),
            ("first start filled in", self._fill_in),
            ("home", self._begin),
            ("emergency", lambda: self._press("rail_emergency")),
            ("route", lambda: self._press("rail_journey")),
            ("first lesson", self._first_lesson),
            ("first lesson, further down", self._scroll_down),
            ("check question answered", self._check_question),
            ("second lesson", self._next_lesson),
            ("all lessons read", self._read_all),
            ("checklists", self._checklists),
            ("checklist ticked", self._tick),
            ("quizzes", lambda: self._press("rail_quizzes")),
            ("practice", self._practice),
            ("practice, the reason", self._practice_answer),
            ("result of the practice", self._practice_rest),
            ("final test", self._final),
            ("result of the final test", self._final_rest),
            ("certificate", self._certificate),
            ("settings", lambda: self._go(Place.SETTINGS)),
            ("home at the end", lambda: self._press("rail_home")),
            ("text at 150 %", lambda: self._change(text_scale=150)),
            ("text at 200 %", lambda: self._change(text_scale=200)),
            ("other theme", self._other_theme),
            ("switch person", self._switch_person),
        )
        for number, (name, step) in enumerate(steps, 1):
            began = time.perf_counter()
            try:
                step()
                self._settle()
            except (TourError, KnownError, RuntimeError) as error:
                failure = f"step {number}, {name}: {error}"
                print(failure, file=sys.stderr)
            seconds = time.perf_counter() - began
            picture = f"{number:02}-{name.replace(',', '').replace(' %', '').replace(' ', '-')}.png"
            self._window.grab().save(str(self._out / picture))
            self.done.append(Done(number, name, round(seconds, 3), picture))
            if failure:
                break
        self._write(failure)
        return failure

    # One function a step, in the order of the way.

    def _first_start(self) -> None:
        self._expect(Place.START)

    def _fill_in(self) -> None:
        self._press("country_DE")
        self._choose_day(self._desk.today() + timedelta(days=DAYS_AHEAD))
        self._type("name", NAME)

    def _begin(self) -> None:
        self._press("start")
        self._expect(Place.HOME)

    def _first_lesson(self) -> None:
        self._press("rail_home")
        self._press("continue")
        self._expect(Place.LESSON)

    def _scroll_down(self) -> None:
        area = self._scroll_area()
        area.verticalScrollBar().setValue(round(area.height() * 0.8))

    def _check_question(self) -> None:
        option = self._first("option_")
        option.click()
        self._settle()
        self._first("check_").click()
        self._settle()
        self._scroll_area().ensureWidgetVisible(self._first("option_"), 0, 300)

    def _next_lesson(self) -> None:
        before = self._desk.frame.router.current
        self._press("complete")
        for _ in range(_PATIENCE):  # the thread grows first
            if self._desk.frame.router.current != before:
                break
            self._settle()
        self._expect(Place.LESSON)

    def _read_all(self) -> None:
        services, learner = self._desk.services, self._desk.frame.person.present
        for _ in range(200):
            following = services.progress.overview(learner).next
            if following is None:
                break
            self._go(Place.LESSON, lesson=following.id)
            self._press("complete")
        else:
            raise TourError("the lessons do not come to an end")
        self._press("rail_journey")

    def _checklists(self) -> None:
        self._press("rail_checklists")
        self._save_checklist()

    def _tick(self) -> None:
        self._first("tick_").click()

    def _practice(self) -> None:
        self._first("practice_").click()
        self._settle()
        self._expect(Place.QUIZ)

    def _practice_answer(self) -> None:
        self._answer(right=False)
        self._press("forward")

    def _practice_rest(self) -> None:
        self._press("forward")
        for _ in range(200):
            if self._place() is Place.RESULT:
                return
            self._answer(right=True)
            self._press("forward")  # check
            self._press("forward")  # next, or the result
        raise TourError("the practice does not come to an end")

    def _final(self) -> None:
        self._press("rail_quizzes")
        self._press("final")
        self._expect(Place.QUIZ)

    def _final_rest(self) -> None:
        for count in range(200):
            if self._place() is Place.RESULT:
                return
            self._answer(right=count not in (3, 11))
            self._press("forward")
        raise TourError("the final test does not come to an end")

    def _certificate(self) -> None:
        from pdo_app.paper.certificate import write_certificate
        from pdo_app.reports.certificate import certificate_page

        self._press("forward")
        self._expect(Place.CERTIFICATE)
        desk = self._desk
        given = desk.services.progress.certificate(desk.frame.person.present, desk.today())
        if given is None:
            raise TourError("no certificate was given")
        page = certificate_page(given, desk.frame.language.texts)
        write_certificate(page, self._out / "certificate.pdf")

    def _other_theme(self) -> None:
        dark = self._desk.frame.theme.dark
        self._change(text_scale=100, theme="light" if dark else "dark")

    def _switch_person(self) -> None:
        self._go(Place.PEOPLE)

    # What a person does with hands and eyes.

    def _settle(self, milliseconds: int = 40) -> None:
        """Let the application answer, as a person waits for the page."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def _change(self, **what: object) -> None:
        self._desk.frame.preferences.change(**what)
        self._settle(120)

    def _place(self) -> Place | None:
        current = self._desk.frame.router.current
        return current.place if current is not None else None

    def _go(self, place: Place, **params: str) -> None:
        self._desk.frame.router.go(place, **params)
        self._settle()

    def _expect(self, place: Place) -> None:
        self._settle()
        if self._place() is not place:
            raise TourError(f"the page should be {place}, but it is {self._place()}")

    def _visible(self) -> list[QWidget]:
        return [w for w in self._window.findChildren(QWidget) if w.isVisible()]

    def _first(self, name: str) -> QAbstractButton:
        """Return the first visible button whose name begins with ``name``; a long page may
        still be building its end."""
        for _ in range(_PATIENCE):
            for widget in self._visible():
                if widget.objectName().startswith(name) and isinstance(widget, QAbstractButton):
                    return widget
            self._settle()
        raise TourError(f"there is no button {name!r} on this page")

    def _press(self, name: str) -> None:
        """Press a button by its name, as a click would."""
        widget = self._first(name)
        if not widget.isEnabled():
            raise TourError(f"the button {name!r} cannot be pressed")
        widget.click()
        self._settle()

    def _type(self, name: str, text: str) -> None:
        """Type into a field, through the input method as Chinese is typed."""
        field = self._window.findChild(QLineEdit, name)
        if field is None:
            raise TourError(f"there is no field {name!r} on this page")
        field.setFocus()
        field.clear()
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(field, event)
        self._settle()

    def _choose_day(self, day: date) -> None:
        """Open the calendar of the date field, go to the day and take it with Enter."""
        field = self._window.findChild(DateField, "departure")
        if field is None:
            raise TourError("there is no field for the day on this page")
        days = field.open().findChild(Days)
        if days is None:
            raise TourError("the calendar shows no days")
        days.go(day)
        self._settle()
        enter, none = Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(days, QKeyEvent(QEvent.Type.KeyPress, enter, none))
        self._settle()

    def _scroll_area(self) -> QScrollArea:
        areas = [w for w in self._visible() if isinstance(w, QScrollArea)]
        if not areas:
            raise TourError("this page does not scroll")
        return max(areas, key=lambda area: area.width() * area.height())

    def _answer(self, *, right: bool) -> None:
        """Answer the question on the page, right or wrong."""
        question = self._question()
        match question.kind:
            case QuestionKind.ONE | QuestionKind.SEVERAL | QuestionKind.TRUE_FALSE:
                wanted = question.right if right else self._wrong(question)
                for option in wanted:
                    self._press(f"option_{option}")
            case QuestionKind.NUMBER:
                number = (question.number or 0) + (0 if right else 1)
                self._type("number", f"{number:g}")
            case QuestionKind.MATCH:
                self._match(question, right=right)
            case _:
                self._order(question, right=right)
        self._settle()

    @staticmethod
    def _wrong(question: Question) -> tuple[str, ...]:
        return tuple(o.id for o in question.options if o.id not in question.right)[:1]

    def _match(self, question: Question, *, right: bool) -> None:
        names = [option.id for option in question.options]
        partners = names if right else names[1:] + names[:1]
        shown = self._shown_partners()
        for name, partner in zip(names, partners, strict=True):
            select = self._window.findChild(Select, f"match_{name}")
            if select is None:
                raise TourError(f"there is no list for {name}")
            select.choose(shown.index(partner))

    def _order(self, question: Question, *, right: bool) -> None:
        wanted = question.right if right else question.right[::-1]
        for place, name in enumerate(wanted):
            for _ in range(len(wanted)):
                if self._rows().index(name) <= place:
                    break
                self._press(f"up_{name}")

    def _rows(self) -> list[str]:
        ups = [w for w in self._visible() if w.objectName().startswith("up_")]
        ups.sort(key=lambda w: w.mapToGlobal(QPoint(0, 0)).y())
        return [w.objectName().removeprefix("up_") for w in ups]

    def _quiz(self) -> tuple[str, str | None]:
        route = self._desk.frame.router.current
        params = route.params if route is not None else {}
        return params.get("target", PRACTICE), params.get("module")

    def _question(self) -> Question:
        """Return the question that the page shows, told by its stem."""
        target, module = self._quiz()
        learner = self._desk.frame.person.present
        sitting = self._desk.services.quizzes.resume(learner, target, module)
        stem = self._window.findChild(QWidget, "stem")
        if sitting is None or stem is None:
            raise TourError("there is no question on this page")
        said = stem.accessibleName()
        for item in sitting.items:
            if self._desk.frame.language.show(item.question.stem).spoken == said:
                return item.question
        raise TourError("the page shows a question that is not in the quiz")

    def _shown_partners(self) -> list[str]:
        target, module = self._quiz()
        learner = self._desk.frame.person.present
        sitting = self._desk.services.quizzes.resume(learner, target, module)
        if sitting is None:
            raise TourError("there is no quiz under way")
        return [partner.id for partner in sitting.item(self._question().id).partners]

    def _save_checklist(self) -> None:
        from pdo_app.content.citing import label
        from pdo_app.paper.checklist import write_checklist
        from pdo_app.reports.checklist_sheet import checklist_sheet

        desk = self._desk
        library, learner = desk.library, desk.frame.person.present
        sheet = checklist_sheet(
            learner,
            desk.services.checklists.tasks(learner, desk.today()),
            library.groups(),
            desk.frame.language.texts,
            lambda citation, language: label(citation, library, language),
            desk.today(),
        )
        write_checklist(sheet, self._out / "checklist.pdf")

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
