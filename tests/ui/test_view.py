"""What every screen has in common: it gives its widgets up when it was left."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from pdo_app.app import Desk
from pdo_app.changes import Topic
from pdo_app.errors import Message, StoreError
from pdo_app.records import Mode
from pdo_app.ui.routes import Place
from pdo_app.ui.view import View

from .dialogue import go_on, when_asked, write
from .operating import find, go
from .places import states
from .walk import settle


def screen(desk: Desk) -> View:
    view = desk.window.findChild(QStackedWidget).currentWidget()
    assert isinstance(view, View)
    return view


def empty(view: View) -> bool:
    return not [child for child in view.findChildren(QWidget) if child.parent() is view]


@pytest.mark.parametrize("place", [place for place in Place if place is not Place.EMERGENCY])
def test_a_screen_that_was_left_gives_its_widgets_up(
    desk: Desk, place: Place, qtbot: QtBot
) -> None:
    for _ in states(desk, place):
        pass
    route, left = desk.frame.router.current, screen(desk)
    assert route is not None
    go(desk, Place.EMERGENCY)
    qtbot.waitUntil(lambda: empty(left), timeout=2000)
    assert not empty(screen(desk))
    desk.frame.hub.announce(frozenset(Topic))
    for topic in Topic:
        desk.frame.hub.announce(frozenset((topic,)))
    desk.frame.preferences.change(mode=Mode.ENGLISH, theme="dark", text_scale=150)
    desk.window.resize(900, 700)
    settle()
    assert empty(left), "nobody looks at it"
    desk.frame.router.go(route.place, **route.params)
    qtbot.waitUntil(lambda: not empty(screen(desk)), timeout=2000)
    assert desk.frame.router.current is not None
    assert desk.frame.router.current.place is place


def test_a_screen_that_one_comes_back_to_at_once_keeps_its_widgets(
    desk: Desk, qtbot: QtBot
) -> None:
    go(desk, Place.QUIZZES)
    desk.frame.router.go(Place.EMERGENCY)
    go(desk, Place.QUIZZES)
    qtbot.wait(400)
    assert find(desk, "final").isVisible()


def test_a_window_out_of_sight_keeps_its_screen(desk: Desk, qtbot: QtBot) -> None:
    go(desk, Place.QUIZZES)
    desk.window.hide()
    qtbot.wait(400)
    assert not empty(screen(desk))
    desk.window.show()
    assert find(desk, "final").isVisible()


def test_a_note_that_could_not_be_saved_waits_for_the_next_visit(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    full = StoreError(Message("The disk is full."), Message("Free some space."))

    def refuse(*_: object) -> None:
        raise full

    go(desk, Place.CHECKLISTS)
    left = screen(desk)
    with monkeypatch.context() as patch:
        patch.setattr(desk.services.checklists, "note", refuse)
        said = when_asked(go_on)
        write(find(desk, "note"), "未存")
        go(desk, Place.EMERGENCY)
        qtbot.waitUntil(lambda: bool(said) and empty(left), timeout=2000)
    go(desk, Place.CHECKLISTS)
    assert "未存" in desk.store.progress.notes(desk.frame.person.present.id).values()
    assert find(desk, "note").toPlainText() == "未存"  # type: ignore[attr-defined]
