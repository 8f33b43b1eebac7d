"""Which screen belongs to a place, and how it is built on its first visit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from pdo_app.content.library import Library
from pdo_app.learning.checklists import Checklists
from pdo_app.learning.profiles import Profiles
from pdo_app.learning.progress import Progress
from pdo_app.learning.quiz import Quizzes
from pdo_app.ui.keeping import Keeping
from pdo_app.ui.routes import Place
from pdo_app.ui.view import Frame, View
from pdo_app.ui.widgets.route_map import Land

if TYPE_CHECKING:
    from pdo_app.training.services import Training
    from pdo_app.ui.train.tab import Teaching


@dataclass(frozen=True, slots=True)
class Services:
    """What the screens ask and tell: the content, and the rules of learning alone. ``now`` is
    the moment in UTC, ``today`` the local day, ``resources`` the folder with flags and the map,
    ``keeping`` what can be done with the records as a whole. ``training`` gives the rules of
    teaching a class; only a trainer's screens call it, so that nobody else's start pays for
    them."""

    library: Library
    profiles: Profiles
    progress: Progress
    checklists: Checklists
    quizzes: Quizzes
    now: Callable[[], datetime]
    today: Callable[[], date]
    resources: Path
    keeping: Keeping
    training: Callable[[], Training]


class ScreenFactory:
    """Builds each screen once. The imports stand in the methods so that a start pays only for
    the screen that it shows."""

    def __init__(self, frame: Frame, services: Services) -> None:
        self._frame, self._services = frame, services
        self._views: dict[Place, View] = {}
        self._land: Land | None = None

    def view(self, place: Place) -> View:
        """Return the screen of a place."""
        if place not in self._views:
            self._views[place] = getattr(self, f"_{place.value}")()
        return self._views[place]

    def _map(self) -> Land:
        if self._land is None:
            self._land = Land.read(self._services.resources / "pictures" / "land.json")
        return self._land

    def _start(self) -> View:
        from pdo_app.ui.learn.start import StartScreen

        s = self._services
        return StartScreen(self._frame, s.profiles, s.library, self._map(), s.today)

    def _people(self) -> View:
        from pdo_app.ui.learn.people import PeopleScreen

        return PeopleScreen(self._frame, self._services.profiles)

    def _home(self) -> View:
        from pdo_app.ui.learn.home import HomeScreen

        s = self._services
        return HomeScreen(self._frame, s.progress, s.checklists, self._map(), s.today)

    def _journey(self) -> View:
        from pdo_app.ui.learn.journey import JourneyScreen

        return JourneyScreen(self._frame, self._services.progress)

    def _lesson(self) -> View:
        from pdo_app.ui.learn.lesson import LessonScreen

        s = self._services
        return LessonScreen(self._frame, s.library, s.progress, s.quizzes, s.today)

    def _glossary(self) -> View:
        from pdo_app.ui.learn.glossary import GlossaryScreen

        return GlossaryScreen(self._frame, self._services.library)

    def _checklists(self) -> View:
        from pdo_app.ui.learn.checklist import ChecklistScreen

        s = self._services
        return ChecklistScreen(self._frame, s.library, s.checklists, s.today)

    def _quizzes(self) -> View:
        from pdo_app.ui.learn.quizzes import QuizzesScreen

        s = self._services
        return QuizzesScreen(self._frame, s.progress, s.quizzes)

    def _quiz(self) -> View:
        from pdo_app.ui.learn.quiz import QuizScreen

        s = self._services
        return QuizScreen(self._frame, s.library, s.quizzes, s.today)

    def _result(self) -> View:
        from pdo_app.ui.learn.result import ResultScreen

        s = self._services
        return ResultScreen(self._frame, s.library, s.progress, s.quizzes)

    def _certificate(self) -> View:
        from pdo_app.ui.learn.certificate import CertificateScreen

        s = self._services
        return CertificateScreen(self._frame, s.progress, s.today)

    def _country(self) -> View:
        from pdo_app.ui.learn.country import CountryScreen

        s = self._services
        return CountryScreen(self._frame, s.library, s.progress, s.now, s.resources)

    def _emergency(self) -> View:
        from pdo_app.ui.learn.emergency import EmergencyScreen

        s = self._services
        return EmergencyScreen(self._frame, s.library, s.today)

    def _trainer(self) -> View:
        from pdo_app.ui.train.today import TrainerScreen

        return TrainerScreen(self._frame, self._teaching())

    def _sessions(self) -> View:
        from pdo_app.ui.train.sessions import SessionsScreen

        return SessionsScreen(self._frame, self._teaching())

    def _session_new(self) -> View:
        from pdo_app.ui.train.new_session import NewSessionScreen

        return NewSessionScreen(self._frame, self._teaching())

    def _session(self) -> View:
        from pdo_app.ui.train.session import SessionScreen

        return SessionScreen(self._frame, self._teaching())

    def _centre(self) -> View:
        from pdo_app.ui.train.centre import CentreScreen

        return CentreScreen(self._frame, self._teaching())

    def _present(self) -> View:
        from pdo_app.ui.present.screen import PresentScreen

        s = self._services
        return PresentScreen(self._frame, s.training(), s.library, s.now, s.resources)

    def _teaching(self) -> Teaching:
        from pdo_app.ui.train.tab import Teaching

        s = self._services
        return Teaching(s.training(), s.library, s.now, s.today, s.resources)

    def _settings(self) -> View:
        from pdo_app.ui.settings.page import SettingsScreen

        s = self._services
        return SettingsScreen(self._frame, s.profiles, s.library, s.keeping, s.today)
