"""Where a person can go. Screens ask for a route; only the shell knows the screens."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from PySide6.QtCore import QObject, Signal


class Place(StrEnum):
    """A screen."""

    START = "start"
    PEOPLE = "people"
    HOME = "home"
    JOURNEY = "journey"
    LESSON = "lesson"
    GLOSSARY = "glossary"
    CHECKLISTS = "checklists"
    QUIZZES = "quizzes"
    COUNTRY = "country"
    QUIZ = "quiz"
    RESULT = "result"
    CERTIFICATE = "certificate"
    SETTINGS = "settings"
    EMERGENCY = "emergency"
    TRAINER = "trainer"
    SESSIONS = "sessions"
    SESSION_NEW = "session_new"
    SESSION = "session"
    CENTRE = "centre"
    PRESENT = "present"


@dataclass(frozen=True, slots=True)
class Route:
    """A screen and what it should show, such as ``{"lesson": "core/m03/keep-proof"}``."""

    place: Place
    params: dict[str, str] = field(default_factory=dict)


class Router(QObject):
    """Remembers the way that a person took and announces the next place."""

    asked = Signal(Route)

    def __init__(self) -> None:
        super().__init__()
        self._way: list[Route] = []

    @property
    def current(self) -> Route | None:
        """The place the person is at."""
        return self._way[-1] if self._way else None

    def go(self, place: Place, **params: str) -> None:
        """Ask for a place."""
        route = Route(place, params)
        if route != self.current:
            self._way = [*self._way[-20:], route]
        self.asked.emit(route)

    def back(self, otherwise: Place = Place.HOME) -> None:
        """Return to the place before this one, or to ``otherwise`` where there is none."""
        if len(self._way) < 2:
            self.go(otherwise)
            return
        self._way.pop()
        self.asked.emit(self._way[-1])

    def forget(self) -> None:
        """Forget the way, so that another person does not step back into it."""
        self._way.clear()
