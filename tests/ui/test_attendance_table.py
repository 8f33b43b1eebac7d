"""The table of attendance: its layouts, what it tells, and the clock that it follows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QToolTip

from pdo_app.app import Desk
from pdo_app.errors import InputError, Message, StoreError
from pdo_app.records import Mark, MarkKind, Mode
from pdo_app.ui.train.attendance_cells import When
from pdo_app.ui.train.attendance_choice import minute_of
from pdo_app.ui.train.attendance_panel import Meter
from pdo_app.ui.widgets.button import Button
from pdo_app.ui.widgets.select import Select

from .attendance_room import Key, Room, Rooms
from .conftest import Clock
from .dialogue import go_on, when_asked
from .operating import find, press
from .prepared import LONG
from .taught import show
from .walk import settle


@pytest.fixture
def rooms(new_desk: Callable[[], Desk], clock: Clock) -> Rooms:
    return Rooms(new_desk, clock)


@pytest.fixture
def room(rooms: Rooms) -> Room:
    return rooms.open()


def test_nobody_and_no_plan_lead_on(rooms: Rooms) -> None:
    room = rooms.open(names=())
    button = next(b for b in room.desk.window.findChildren(Button) if "roster" in b.text())
    button.click()
    settle()
    assert room.desk.frame.router.current.params["tab"] == "roster"
    room.desk.services.training().sessions.replan(room.session, ())
    show(room.desk, room.session, "attendance")
    button = next(b for b in room.desk.window.findChildren(Button) if "Make the plan" in b.text())
    button.click()
    settle()
    assert room.desk.frame.router.current.params["tab"] == "plan"


def test_the_narrowest_layout_has_cards_of_one_half_day(room: Room) -> None:
    room.desk.frame.preferences.change(text_scale=200)
    settle()
    assert len(room.grid.columns) == 1
    assert room.grid.verticalScrollBar().maximum() == 0
    select = find(room.desk, "half")
    assert isinstance(select, Select)
    select.choose(1)
    settle()
    room.keys(Key.Key_Space, Key.Key_End, Key.Key_A)
    assert room.marks(1) == ["p", ".", ".", ".", "a"]
    room.click(1, 0)  # still to come: it asks
    room.take("mark_present")
    assert room.marks(1)[1] == "p"


def test_names_stay_put_when_it_scrolls_sideways(room: Room) -> None:
    grid = room.grid
    grid.setFixedWidth(420)
    settle()
    assert grid.horizontalScrollBar().maximum() > 0
    before = grid.viewport().grab(QRect(0, 60, grid._m.lead, 200)).toImage()
    room.keys(Key.Key_Right, Key.Key_Right, Key.Key_Right)
    assert grid.horizontalScrollBar().value() > 0
    assert grid.viewport().grab(QRect(0, 60, grid._m.lead, 200)).toImage() == before
    assert grid.box(0, 3).right() <= grid.viewport().width()


def test_many_people_scroll_with_the_cursor(rooms: Rooms) -> None:
    room = rooms.open(names=tuple(f"学员{at}" for at in range(40)))
    room.keys(Key.Key_End)
    bar = room.grid.verticalScrollBar()
    assert bar.value() == bar.maximum() > 0
    room.keys(Key.Key_Home)
    assert bar.value() == 0
    assert room.grid.sizeHint().height() > room.grid.height()


def test_the_cell_of_the_cursor_is_told(room: Room) -> None:
    room.desk.frame.preferences.change(mode=Mode.ENGLISH)
    settle()
    room.keys(Key.Key_Space, Key.Key_Up)
    assert room.grid.accessibleName().startswith("王海涛, 24 November")
    assert room.grid.accessibleName().endswith("Here")
    room.keys(Key.Key_Down)
    assert room.grid.accessibleName().endswith("Not marked yet")


def test_a_long_name_is_told_whole(room: Room) -> None:
    box = room.grid.box(4, 0)
    for x, told in ((box.center().x(), False), (70, True)):
        at = QPoint(x, box.center().y())
        event = QHelpEvent(QEvent.Type.ToolTip, at, room.grid.mapToGlobal(at))
        QApplication.sendEvent(room.grid.viewport(), event)
        assert (QToolTip.text() == LONG) is told
    QToolTip.hideText()


def test_the_clock_moves_on_to_the_next_half_day(room: Room) -> None:
    grid = room.grid
    room.tab._watch()
    settle()
    assert room.grid is grid
    planned = room.session.plan[1]
    room.clock.now += timedelta(minutes=planned.start - 8 * 60)
    room.tab._watch()
    settle()
    assert room.grid is not grid
    assert room.grid.columns[1].when is When.NOW


def test_what_cannot_be_written_is_said(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise StoreError(Message("The disk is full."), Message("Free some space."))

    attendance = room.desk.services.training().attendance
    monkeypatch.setattr(type(attendance), "mark", full)
    said = when_asked(go_on)
    room.keys(Key.Key_Space)
    assert "The disk is full." in said[0]
    monkeypatch.setattr(type(attendance), "mark_all", full)
    said = when_asked(go_on)
    press(room.desk, "all_present")
    assert "Free some space." in said[0]


@pytest.mark.parametrize(
    ("words", "minute"), [("9:20", 560), ("09.20", 560), ("0920", 560), ("23：59", 1439)]
)
def test_a_time_is_read_as_people_write_it(words: str, minute: int) -> None:
    assert minute_of(words) == minute


@pytest.mark.parametrize("words", ["", "24:00", "9", "9:60", "soon"])
def test_what_is_no_time_is_said(words: str) -> None:
    with pytest.raises(InputError):
        minute_of(words)


def test_the_thread_is_sewn_as_far_as_people_are_there(room: Room) -> None:
    theme = room.desk.frame.theme
    for share in (0.0, 0.5, 1.0):
        meter = Meter(theme, share)
        meter.resize(200, 12)
        image = meter.grab().toImage()
        sewn = [image.pixelColor(x, 6) == theme.colour("thread") for x in (50, 150)]
        assert sewn == [share > 0, share == 1]


def test_escape_leaves_the_cell_as_it_is(room: Room) -> None:
    room.keys(Key.Key_Return)
    popup = room.popup()
    assert isinstance(popup.findChild(QLineEdit, "time"), QLineEdit)
    QTest.keyClick(popup, Key.Key_Escape)
    settle()
    assert room.marks() == ["."] * 5


def test_left_early_reads_in_both_forms(room: Room) -> None:
    training = room.desk.services.training()
    person = training.roster.people(room.session)[0]
    half = room.session.plan[0]
    for mark in (Mark(MarkKind.LATE, half.start - 5), Mark(MarkKind.LEFT_EARLY, half.start + 5)):
        training.attendance.mark(room.session, person, half.id, mark)
        settle()
        room.grid.viewport().grab()
    assert room.marks()[0] == f"e{half.start + 5}"
