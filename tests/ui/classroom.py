"""A desk with a session that is presented: planned, begun, and what stands on the screens."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from pdo_app.app import Desk
from pdo_app.records import Mode, TrainingSession
from pdo_app.ui.present.audience import AudienceWindow
from pdo_app.ui.present.console import Console
from pdo_app.ui.present.screen import PresentScreen
from pdo_app.ui.present.stage import Stage
from pdo_app.ui.routes import Place

NAMES = ("王海涛", "刘秀英", "陈喆")


def add_session(desk: Desk, template: str = "half-day") -> TrainingSession:
    """Plan a session for today with three people."""
    training = desk.services.training()
    session = training.sessions.create(
        "11月24日 半天班",
        template,
        desk.today(),
        trainer="陈老师",
        place="济宁培训中心",
        destination="DE",
        mode=Mode.BOTH,
    )
    for name in NAMES:
        training.roster.add(session, name)
    return session


def present(desk: Desk, session: TrainingSession) -> PresentScreen:
    """Open the trainer's area, begin to present, and wait until the first slide stands."""
    desk.frame.person.become_trainer()
    desk.frame.router.go(Place.PRESENT, session=str(session.id))
    screen = desk.window.findChild(PresentScreen)
    assert isinstance(screen, PresentScreen)
    assert screen.stage is not None
    for _ in range(100):
        if screen.stage.running:
            break
        QTest.qWait(20)
    assert screen.stage.running
    return screen


def stage_of(screen: PresentScreen) -> Stage:
    """Return the stage of a presentation that runs."""
    assert screen.stage is not None
    return screen.stage


def console_of(screen: PresentScreen) -> Console:
    """Return what the trainer sees."""
    found = screen.findChild(Console)
    assert isinstance(found, Console)
    return found


def press(screen: QWidget, *keys: Qt.Key) -> None:
    """Press keys one after the other, as a hand or a clicker does."""
    for key in keys:
        QTest.keyClick(screen, key)


def audience_of(screen: PresentScreen) -> AudienceWindow:
    """Return the window of the projector."""
    found = screen.window().findChild(AudienceWindow)
    assert isinstance(found, AudienceWindow)
    return found
