"""The wall of a session: typed with Enter, answered, parked and opened again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget

from pdo_app.app import Desk
from pdo_app.errors import Message, StoreError
from pdo_app.records import Mode, TrainingSession
from pdo_app.training.wall import Wall, WallKind, WallQuestion, WallState
from pdo_app.ui.theme import Layout
from pdo_app.ui.train.wall_entry import WallEntry
from pdo_app.ui.widgets.page_tabs import PageTabs

from .dialogue import go_on, when_asked, words_of, write
from .operating import find, press
from .prepared import a_class
from .taught import ask, show
from .walk import faults, settle


@pytest.fixture
def session(desk: Desk) -> TrainingSession:
    made = a_class(desk, 0)
    desk.frame.person.become_trainer()
    show(desk, made, "wall")
    return made


def questions(desk: Desk, session: TrainingSession) -> tuple[WallQuestion, ...]:
    return desk.services.training().wall.questions(session)


def entries(desk: Desk) -> list[str]:
    shown = [one for one in desk.window.findChildren(WallEntry) if one.isVisible()]
    return [one.accessibleName().split(" ")[0] for one in shown]


def line(desk: Desk, kind: WallKind) -> QLineEdit:
    found = find(desk, f"ask_{kind.value}")
    assert isinstance(found, QLineEdit)
    return found


def test_type_and_enter_puts_entries_on_the_wall(desk: Desk, session: TrainingSession) -> None:
    line(desk, WallKind.WORRY).setFocus()
    for words in ("听不懂", "护照"):
        write(line(desk, WallKind.WORRY), words)
        QTest.keyClick(line(desk, WallKind.WORRY), Qt.Key.Key_Return)
        settle()
        assert line(desk, WallKind.WORRY).text() == ""
        assert line(desk, WallKind.WORRY).hasFocus()
    assert [(one.text, one.kind) for one in questions(desk, session)] == [
        ("听不懂", WallKind.WORRY),
        ("护照", WallKind.WORRY),
    ]
    assert entries(desk) == ["听不懂", "护照"]


def test_an_empty_line_says_what_to_do(desk: Desk, session: TrainingSession) -> None:
    write(line(desk, WallKind.KNOW), "  ")
    QTest.keyClick(line(desk, WallKind.KNOW), Qt.Key.Key_Return)
    settle()
    assert questions(desk, session) == ()
    assert "Type a few words here." in words_of(desk.window)
    assert line(desk, WallKind.KNOW).property("wrong")


def test_what_was_typed_survives_a_change_of_language(desk: Desk, session: TrainingSession) -> None:
    write(line(desk, WallKind.WANT), "生病")
    desk.frame.preferences.change(mode=Mode.ENGLISH)
    settle()
    assert line(desk, WallKind.WANT).text() == "生病"


@pytest.mark.parametrize("by_key", [True, False])
def test_an_entry_is_answered_parked_and_opened_again(
    desk: Desk, session: TrainingSession, by_key: bool
) -> None:
    desk.services.training().wall.ask(session, WallKind.WANT, "病假")
    settle()
    question = questions(desk, session)[0]
    for state, key in (
        (WallState.ANSWERED, Qt.Key.Key_A),
        (WallState.PARKED, Qt.Key.Key_P),
        (WallState.OPEN, Qt.Key.Key_O),
    ):
        if by_key:
            entry = find(desk, f"entry_{question.id}")
            entry.setFocus()
            QTest.keyClick(entry, key)
            QTest.keyClick(entry, key)  # a second time changes nothing
            settle()
            assert find(desk, f"entry_{question.id}").hasFocus()
        else:
            press(desk, f"{state.value}_{question.id}")
        assert questions(desk, session)[0].state is state


def test_open_entries_come_first_and_the_arrows_go_among_them(
    desk: Desk, session: TrainingSession
) -> None:
    wall = desk.services.training().wall
    wall.answer(wall.ask(session, WallKind.WANT, "answered"))
    wall.ask(session, WallKind.WANT, "open")
    settle()
    assert entries(desk) == ["open", "answered"]
    first, second = (find(desk, f"entry_{one.id}") for one in questions(desk, session))
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert second.hasFocus()
    QTest.keyClick(second, Qt.Key.Key_Down)
    assert second.hasFocus()
    QTest.keyClick(second, Qt.Key.Key_Up)
    assert first.hasFocus()
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is not first


def tab_words(desk: Desk) -> str:
    tabs = next(one for one in desk.window.findChildren(PageTabs) if one.isVisible())
    return tabs.findChild(QWidget, "tab_wall").accessibleName()


@pytest.mark.parametrize(
    ("mode", "scale"), [(Mode.BOTH, 100), (Mode.CHINESE, 100), (Mode.BOTH, 150)]
)
def test_the_tab_says_how_many_are_open(
    desk: Desk, session: TrainingSession, mode: Mode, scale: int
) -> None:
    assert "3" not in tab_words(desk)
    ask(desk, session)
    desk.frame.preferences.change(mode=mode, text_scale=scale)
    settle()
    assert "3" in tab_words(desk)
    assert (desk.frame.theme.layout is Layout.A) == (scale == 100)


def test_a_closed_session_only_shows_its_wall(desk: Desk, session: TrainingSession) -> None:
    ask(desk, session)
    desk.services.training().sessions.close(session)
    settle()
    assert not [one for one in desk.window.findChildren(QLineEdit) if one.isVisible()]
    shown = [one for one in desk.window.findChildren(WallEntry) if one.isVisible()]
    assert len(shown) == 5
    QTest.keyClick(shown[0], Qt.Key.Key_A)
    assert sum(one.state is WallState.OPEN for one in questions(desk, session)) == 3


def test_markup_and_endless_words_stay_words(desk: Desk, session: TrainingSession) -> None:
    wall = desk.services.training().wall
    wall.ask(session, WallKind.KNOW, "<b>x</b> " + "W" * 300)
    settle()
    assert "<b>x</b>" in words_of(desk.window)


def test_a_disk_that_takes_nothing_is_said_and_the_words_stay(
    desk: Desk, session: TrainingSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    wall = desk.services.training().wall
    wall.ask(session, WallKind.WANT, "病假")
    settle()
    monkeypatch.setattr(Wall, "_record", refuse)
    write(line(desk, WallKind.WORRY), "听不懂")
    said = when_asked(go_on, go_on)
    QTest.keyClick(line(desk, WallKind.WORRY), Qt.Key.Key_Return)
    settle()
    assert line(desk, WallKind.WORRY).text() == "听不懂"
    press(desk, f"answered_{questions(desk, session)[0].id}")
    assert [words.startswith("The disk is full.") for words in said] == [True, True]
    assert questions(desk, session)[0].state is WallState.OPEN


def refuse(*_: object) -> None:
    raise StoreError(Message("The disk is full."), Message("Free some space."))


def test_the_smallest_window_has_the_tabs_in_a_menu(desk: Desk) -> None:
    session = a_class(desk, 0)
    desk.frame.person.become_trainer()
    desk.frame.preferences.change(text_scale=200)
    desk.window.resize(800, 560)
    show(desk, session, "wall")
    press(desk, "tabs")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [one.isChecked() for one in menu.actions()] == [False, False, False, True, False]
    menu.actions()[1].trigger()
    menu.close()
    settle()
    assert find(desk, "next_name").isVisible()
    assert not faults(desk.window)
