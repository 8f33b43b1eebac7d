"""Attendance: marked by keys and mouse, with times, taken back, in every layout."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QToolTip

from pdo_app.app import Desk, Outside
from pdo_app.errors import InputError, Message, StoreError
from pdo_app.records import Mark, MarkKind, Mode, TrainingSession
from pdo_app.ui.train.attendance import AttendanceTab
from pdo_app.ui.train.attendance_cells import When
from pdo_app.ui.train.attendance_choice import MarkChoice, minute_of
from pdo_app.ui.train.attendance_grid import AttendanceGrid
from pdo_app.ui.train.attendance_panel import Meter
from pdo_app.ui.widgets.button import Button
from pdo_app.ui.widgets.notice import Toast
from pdo_app.ui.widgets.select import Select

from .conftest import silence
from .dialogue import go_on, plain, when_asked
from .places import LONG, find, press
from .registered import tab_of
from .taught import show
from .walk import settle

NAMES = ("王海涛", "刘秀英", "张志强", "陈喆", LONG)
Key = Qt.Key


class Room:
    """A session of two days at its attendance, at a clock that can be set."""

    def __init__(self, desk: Desk, session: TrainingSession, clock: list[datetime]) -> None:
        self.desk, self.session, self.clock = desk, session, clock
        desk.frame.person.become_trainer()
        show(desk, session, "attendance")

    @property
    def grid(self) -> AttendanceGrid:
        grid = find(self.desk, "attendance")
        assert isinstance(grid, AttendanceGrid)
        return grid

    @property
    def tab(self) -> AttendanceTab:
        tab = tab_of(self.desk)
        assert isinstance(tab, AttendanceTab)
        return tab

    def set_clock(self, half: int, minutes: int) -> None:
        """Set the clock to some minutes after the begin of a half-day."""
        planned = self.session.plan[half]
        start = datetime.combine(planned.day, datetime.min.time()) + timedelta(
            minutes=planned.start + minutes
        )
        self.clock[0] = start.astimezone()
        self.tab.view.renew()
        settle()

    def keys(self, *keys: Qt.Key, control: bool = False) -> None:
        self.grid.setFocus()
        held = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
        for key in keys:
            QTest.keyClick(self.grid, key, held)
            settle()

    def marks(self, half: int = 0) -> list[str]:
        """Return the marks of a half-day as they are stored: p, l560, e965, a, x, or a dot."""
        rows = self.desk.services.training().attendance.grid(self.session).rows
        return ["." if row.marks[half] is None else _short(row.marks[half]) for row in rows]

    def click(self, row: int, column: int) -> None:
        left = Qt.MouseButton.LeftButton
        QTest.mouseClick(self.grid.viewport(), left, pos=self.grid.box(row, column).center())
        settle()

    def popup(self) -> MarkChoice:
        popup = QApplication.activePopupWidget()
        assert isinstance(popup, MarkChoice)
        return popup

    def take(self, name: str) -> None:
        button = self.popup().findChild(Button, name)
        assert button is not None
        button.click()
        settle()


def _short(mark: Mark | None) -> str:
    assert mark is not None
    signs = {"present": "p", "late": "l", "left_early": "e", "absent": "a", "excused": "x"}
    return signs[mark.kind.value] + ("" if mark.at is None else str(mark.at))


@pytest.fixture
def clock() -> list[datetime]:
    return [datetime(2026, 11, 24, 8, 30).astimezone()]


@pytest.fixture
def make(application: QApplication, packs: Path, tmp_path: Path, clock: list[datetime]) -> object:
    desks: list[Desk] = []

    def start(names: tuple[str, ...] = NAMES, template: int = -1) -> Room:
        desk = Desk(Outside(tmp_path / "data", packs, lambda: clock[0], lambda: 7))
        desks.append(desk)
        desk.window.resize(1366, 768)
        desk.window.show()
        training = desk.services.training()
        name = desk.library.templates()[template].id
        session = training.sessions.create("两天班", name, clock[0].date())
        for person in names:
            training.roster.add(session, person)
        return Room(desk, session, clock)

    yield start
    for desk in desks:
        desk.close()
        desk.window.deleteLater()
        silence(desk.frame.language)


Make = Callable[..., Room]


@pytest.fixture
def room(make: Make) -> Room:
    return make()


def test_the_half_day_of_the_clock_is_chosen(room: Room) -> None:
    whens = [column.when for column in room.grid.columns]
    assert whens == [When.NOW, When.AHEAD, When.AHEAD, When.AHEAD]
    assert room.grid.column == 0
    room.set_clock(1, 10)
    assert room.grid.columns[1].when is When.NOW


def test_a_day_before_and_after_the_first_and_last_are_chosen(room: Room) -> None:
    room.clock[0] -= timedelta(days=3)
    fresh = AttendanceTab(room.tab.view, room.tab.teaching, room.session.id)
    fresh.build()
    assert fresh._half == room.session.plan[0].id
    room.clock[0] += timedelta(days=9)
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


def test_nobody_and_no_plan_lead_on(make: Make) -> None:
    room = make(names=())
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


def test_many_people_scroll_with_the_cursor(make: Make) -> None:
    room = make(names=tuple(f"学员{at}" for at in range(40)))
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
    room.clock[0] += timedelta(minutes=planned.start - 8 * 60)
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
