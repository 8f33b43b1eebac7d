"""Walks the real application as a worker would, and keeps pictures and papers of the way.

Nothing is played: the tour clicks the same buttons and types into the same fields as a person,
with an empty profile in a temporary data folder. It needs no screen.
"""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from pdo_app.app import Desk
from pdo_app.records import Mode
from pdo_app.tour.hands import PATIENCE, Hands, TourError
from pdo_app.tour.walk import Look, Step, Walk, walk_through
from pdo_app.ui.routes import Place

DAYS_AHEAD = 23
NAME = "李建国"


def tour(out: Path, look: Look) -> int:
    """Walk the worker's way and leave pictures, papers and ``tour.json`` in ``out``. Returns 0,
    or 1 where a step failed, which is then told on standard error."""
    return walk_through(out, look, WorkerWalk)


class WorkerWalk(Walk):
    """The way from the first start to the certificate."""

    def __init__(self, desk: Desk, out: Path, mode: Mode) -> None:
        super().__init__(desk, out, mode)
        self._desk, self._out = desk, out
        self._hands = Hands(desk)

    def settle(self) -> None:
        """Let the application answer."""
        self._hands.settle()

    def steps(self) -> tuple[Step, ...]:
        """Return name and deed of every step, in the order of the way."""
        return (
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
