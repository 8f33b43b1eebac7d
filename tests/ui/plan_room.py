"""A desk that shows the plan of a session."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QWidget

from pdo_app.app import Desk
from pdo_app.records import TrainingSession
from pdo_app.ui.routes import Place
from pdo_app.ui.train.plan import PlanTab
from pdo_app.ui.train.plan_board import HalfCard
from pdo_app.ui.train.session import SessionScreen

from .dialogue import when_asked
from .operating import find, go, press
from .prepared import a_class
from .walk import settle


class Room:
    """A desk that shows the plan of a session of two days."""

    def __init__(self, desk: Desk, days: int = 0) -> None:
        self.desk = desk
        self.id = a_class(desk, days).id
        desk.frame.person.become_trainer()
        go(desk, Place.SESSION, session=str(self.id))

    @property
    def session(self) -> TrainingSession:
        return self.desk.services.training().sessions.get(self.id)

    @property
    def page(self) -> SessionScreen:
        return self.desk.window.findChild(SessionScreen)

    @property
    def tab(self) -> PlanTab:
        tab = self.page.tab
        assert isinstance(tab, PlanTab)
        return tab

    def order(self, half: int = 0) -> list[str]:
        return [one.id for one in self.session.plan[half].segments]

    def shown(self, half: int = 0) -> list[str]:
        card = find(self.desk, f"half_{self.session.plan[half].id}")
        assert isinstance(card, HalfCard)
        return [made.segment.id for made in card.rows]

    def menu(self, segment: str, entry: int) -> None:
        press(self.desk, f"more_{segment}")
        menu = find(self.desk, f"more_{segment}").findChild(QMenu)
        action = menu.actions()[entry]
        menu.close()
        action.trigger()
        settle()


def drag(desk: Desk, segment: str, to: QPoint) -> None:
    """Draw a segment by its grip to a point of the screen, and let it go."""
    grip = find(desk, f"grip_{segment}")
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(grip, left)
    for at in (grip.rect().center() + QPoint(0, 2), grip.mapFromGlobal(to)):
        QTest.mouseMove(grip, at)
    QTest.mouseRelease(grip, left, Qt.KeyboardModifier.NoModifier, grip.mapFromGlobal(to))
    settle()


def middle(widget: QWidget) -> QPoint:
    return widget.mapToGlobal(widget.rect().center())


def change(desk: Desk, act: object) -> list[str]:
    """Open the dialog of the class and let ``act`` use it; then answer what is asked."""
    said = when_asked(*act)  # type: ignore[misc]
    press(desk, "change_class")
    settle()
    return said
