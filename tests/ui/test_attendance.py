"""Attendance: marked by keys and mouse, with times, and taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from pdo_app.app import Desk
from pdo_app.ui.train.attendance import AttendanceTab
from pdo_app.ui.train.attendance_cells import When
from pdo_app.ui.widgets.button import Button
from pdo_app.ui.widgets.notice import Toast

from .attendance_room import Key, Room, Rooms
from .conftest import Clock
from .dialogue import go_on, plain, when_asked
from .operating import press
from .walk import settle


@pytest.fixture
def rooms(new_desk: Callable[[], Desk], clock: Clock) -> Rooms:
    return Rooms(new_desk, clock)


@pytest.fixture
def room(rooms: Rooms) -> Room:
    return rooms.open()


def test_the_half_day_of_the_clock_is_chosen(room: Room) -> None:
    whens = [column.when for column in room.grid.columns]
    assert whens == [When.NOW, When.AHEAD, When.AHEAD, When.AHEAD]
    assert room.grid.column == 0
    room.set_clock(1, 10)
    assert room.grid.columns[1].when is When.NOW


def test_a_day_before_and_after_the_first_and_last_are_chosen(room: Room) -> None:
    room.clock.now -= timedelta(days=3)
    fresh = AttendanceTab(room.tab.view, room.tab.teaching, room.session.id)
    fresh.build()
    assert fresh._half == room.session.plan[0].id
    room.clock.now += timedelta(days=9)
    fresh = AttendanceTab(fresh.view, fresh.teaching, room.session.id)
    fresh.build()
    assert fresh._half == room.session.plan[-1].id


def test_keys_set_a_mark_and_move_down(room: Room) -> None:
    room.set_clock(0, 20)
    room.keys(Key.Key_Space, Key.Key_L, Key.Key_A, Key.Key_E, Key.Key_Space)
    start = room.session.plan[0].start
    assert room.marks() == ["p", f"l{start + 20}", "a", "x", "p"]
    assert room.grid.row == 4  # the last one stays


def test_arrows_and_jumps_move(room: Room) -> None:
    room.keys(Key.Key_Down, Key.Key_Down, Key.Key_Right, Key.Key_Up, Key.Key_Left, Key.Key_Left)
    assert (room.grid.row, room.grid.column) == (1, 0)
    room.keys(Key.Key_End)
    assert room.grid.row == 4
    room.keys(Key.Key_Home)
    assert room.grid.row == 0
    room.keys(Key.Key_PageDown)
    assert room.grid.row == 4
    room.keys(Key.Key_PageUp)
    assert room.grid.row == 0
    room.keys(Key.Key_Q)  # means nothing
    assert room.marks() == ["."] * 5


def test_the_panel_follows_the_half_day_of_the_cursor(room: Room) -> None:
    room.keys(Key.Key_Space, Key.Key_Right)
    words = "\n".join(plain(label) for label in room.desk.window.findChildren(QLabel))
    assert "半天" in words
    press(room.desk, "all_present")
    assert room.marks(1) == ["p"] * 5
    assert room.marks(0) == ["p", ".", ".", ".", "."]


def test_late_outside_of_the_half_day_asks_for_the_time(room: Room) -> None:
    room.keys(Key.Key_L)
    popup = room.popup()
    assert popup.time.text() == "09:15"
    popup.time.setText("morning")
    QTest.keyClick(popup.time, Key.Key_Return)
    settle()
    assert room.marks() == ["."] * 5
    assert popup.time.property("wrong")
    popup.time.setText("9：40")
    QTest.keyClick(popup.time, Key.Key_Return)
    settle()
    assert room.marks()[0] == f"l{9 * 60 + 40}"
    assert room.grid.row == 1


def test_enter_offers_every_mark(room: Room) -> None:
    for name, mark in (
        ("mark_absent", "a"),
        ("mark_excused", "x"),
        ("mark_left_early", "e555"),
        ("mark_late", "l555"),
        ("mark_present", "p"),
        ("mark_none", "."),
    ):
        room.keys(Key.Key_Return)
        room.take(name)
        assert room.marks()[0] == mark
    assert room.grid.row == 0


def test_the_time_that_is_known_is_proposed_again(room: Room) -> None:
    room.set_clock(0, 33)
    room.keys(Key.Key_L, Key.Key_Up)
    room.set_clock(0, 60)
    room.keys(Key.Key_Return)
    assert room.popup().time.text() == "09:33"
    room.popup().close()


def test_delete_opens_a_cell_again_and_undo_takes_steps_back(room: Room) -> None:
    room.keys(Key.Key_Space, Key.Key_A, Key.Key_Up, Key.Key_Delete)
    assert room.marks()[:2] == ["p", "."]
    room.keys(Key.Key_Z, control=True)
    assert room.marks()[:2] == ["p", "a"]
    room.keys(Key.Key_Z, Key.Key_Z, Key.Key_Z, control=True)
    assert room.marks()[:2] == [".", "."]
    room.keys(Key.Key_A, control=True)  # means nothing here
    assert room.marks()[:2] == [".", "."]


def test_a_step_is_taken_back_where_it_was_made(room: Room) -> None:
    room.keys(Key.Key_Space, Key.Key_Right, Key.Key_End)
    room.keys(Key.Key_Z, control=True)
    assert room.marks() == ["."] * 5
    assert (room.grid.row, room.grid.column) == (0, 0)


def test_a_click_marks_what_is_open_and_offers_the_rest(room: Room) -> None:
    room.click(2, 0)
    assert room.marks()[2] == "p"
    room.click(2, 0)
    room.take("mark_absent")
    assert room.marks()[2] == "a"
    room.click(1, 1)  # a half-day to come is not marked by the way
    room.take("mark_excused")
    assert room.marks(1)[1] == "x"


def test_a_double_click_marks_once(room: Room) -> None:
    port, at = room.grid.viewport(), room.grid.box(0, 0).center()
    QTest.mouseClick(port, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(port, Qt.MouseButton.LeftButton, pos=at)
    settle()
    assert QApplication.activePopupWidget() is None
    assert room.marks()[0] == "p"


def test_a_click_beside_the_cells_does_nothing(room: Room) -> None:
    port = room.grid.viewport()
    for at in (QPoint(5, 5), QPoint(60, 90), QPoint(port.width() - 10, 90), QPoint(300, 700)):
        QTest.mouseClick(port, Qt.MouseButton.LeftButton, pos=at)
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=room.grid.box(0, 0).center())
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=room.grid.box(1, 0).center())
    settle()
    assert room.marks() == ["."] * 5


def test_all_others_are_here_and_the_note_takes_it_back(room: Room) -> None:
    room.keys(Key.Key_A)
    press(room.desk, "all_present")
    assert room.marks() == ["a", "p", "p", "p", "p"]
    toast = room.desk.window.findChild(Toast)
    assert toast is not None
    toast.findChild(Button).click()
    settle()
    assert room.marks() == ["a", ".", ".", ".", "."]


def test_a_full_half_day_offers_no_button_for_all(room: Room) -> None:
    press(room.desk, "all_present")
    names = {button.objectName() for button in room.desk.window.findChildren(Button)}
    assert "all_present" not in names
    assert "print" in names


def test_printing_asks_where(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bool] = []
    monkeypatch.setattr(
        "pdo_app.ui.train.attendance.save_attendance_sheet",
        lambda tab, *, filled: asked.append(filled),
    )
    press(room.desk, "print")
    assert asked == [False]


def test_marks_change_in_place_and_people_build_anew(room: Room) -> None:
    grid = room.grid
    room.keys(Key.Key_Space)
    assert room.grid is grid
    room.desk.services.training().roster.add(room.session, "何静")
    settle()
    assert room.grid is not grid
    assert len(room.grid.rows) == 6
    assert room.grid.row == 1


def test_a_closed_session_is_only_shown(room: Room) -> None:
    room.keys(Key.Key_Space)
    room.desk.services.training().sessions.close(room.session)
    settle()
    room.keys(Key.Key_A, Key.Key_Delete, Key.Key_Return)
    room.keys(Key.Key_Z, control=True)
    room.click(2, 0)
    assert QApplication.activePopupWidget() is None
    assert room.marks() == ["p", ".", ".", ".", "."]


def take_back(room: Room) -> None:
    toast = room.desk.window.findChild(Toast)
    assert toast is not None
    toast.findChild(Button).click()
    settle()


def test_the_note_takes_back_no_more_than_it_did(room: Room) -> None:
    training = room.desk.services.training()
    press(room.desk, "all_present")
    room.keys(Key.Key_Down, Key.Key_A)
    training.roster.remove(training.roster.people(room.session)[0])
    settle()
    take_back(room)
    assert room.marks() == ["a", ".", ".", "."]


def test_the_note_of_a_session_that_was_closed_meanwhile(room: Room) -> None:
    press(room.desk, "all_present")
    room.desk.services.training().sessions.close(room.session)
    settle()
    said = when_asked(go_on)
    take_back(room)
    assert len(said) == 1
    assert room.marks() == ["p"] * 5


def test_the_note_of_a_session_that_was_removed_meanwhile(room: Room) -> None:
    press(room.desk, "all_present")
    room.desk.services.training().sessions.remove(room.session)
    take_back(room)
