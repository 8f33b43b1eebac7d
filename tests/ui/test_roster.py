"""The roster: typed, changed, merged; the table of its people."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLineEdit,
    QToolTip,
    QWidget,
)

from pdo_app.app import Desk
from pdo_app.errors import Message, StoreError
from pdo_app.records import Mark, MarkKind, Mode
from pdo_app.ui.train.roster_preview import Preview
from pdo_app.ui.widgets.button import Button
from pdo_app.ui.widgets.choice import CheckBox
from pdo_app.ui.widgets.line_table import LineTable
from pdo_app.ui.widgets.notice import EmptyState
from pdo_app.ui.widgets.select import Select

from .dialogue import child, click, go_on, stay, type_in, when_asked, words_of
from .operating import press
from .prepared import LONG
from .registered import preview
from .roster_room import Room
from .walk import settle


@pytest.fixture
def room(desk: Desk) -> Room:
    return Room(desk)


# Typing.


def test_names_are_typed_one_after_the_other(room: Room) -> None:
    room.type("Wang Fang")
    room.type("Li Wei")
    assert room.names[-2:] == ["Wang Fang", "Li Wei"]
    assert room.line.hasFocus()
    assert room.line.text() == ""
    assert room.table.line == len(room.names) - 1
    assert room.cells(7)[0] == "Li Wei"


def test_a_walk_in_is_marked(room: Room) -> None:
    QTest.keyClicks(room.line, "Li Wei")
    press(room.desk, "walk_in")
    assert room.people[-1].walk_in
    assert "Li Wei · " in room.cells(6)[0]


def test_a_button_adds_too_and_an_empty_name_is_said(room: Room) -> None:
    QTest.keyClicks(room.line, "Li Wei")
    press(room.desk, "add")
    assert room.names[-1] == "Li Wei"
    press(room.desk, "add")
    assert "This is empty." in room.words()
    QTest.keyClicks(room.line, "x")
    assert "This is empty." not in room.words()


def test_the_same_name_twice_is_told(room: Room) -> None:
    room.line.setText("王 海涛")
    QTest.keyClick(room.line, Qt.Key.Key_Return)
    assert room.names.count("王海涛") == 1
    assert len(room.names) == 7
    assert "twice" in room.toast()


def test_what_was_typed_stays_through_another_language(room: Room) -> None:
    QTest.keyClicks(room.line, "Li W")
    room.desk.frame.preferences.change(mode=Mode.ENGLISH)
    settle()
    assert room.line.text() == "Li W"


def test_an_empty_roster_says_how_to_begin(room: Room) -> None:
    for person in room.people:
        room.roster.remove(person)
    settle()
    assert room.desk.window.findChildren(EmptyState)
    assert not [b for b in room.desk.window.findChildren(Button) if b.objectName() == "export"]
    room.type("Li Wei")
    assert room.names == ["Li Wei"]
    assert room.cells(0)[0] == "Li Wei"


def test_a_closed_session_is_only_shown(room: Room) -> None:
    room.desk.services.training().sessions.close(room.session)
    settle()
    names = {b.objectName() for b in room.desk.window.findChildren(Button) if b.isVisible()}
    assert "export" in names
    assert not names & {"add", "walk_in", "paste", "import"}
    room.table.opened.emit(0)
    QGuiApplication.clipboard().setText("王海涛")
    room.tab.paste()
    settle()
    assert len(room.names) == 6
    assert not room.desk.window.findChildren(Preview)


# One person.


def test_details_are_changed(room: Room) -> None:
    def answer(dialog: QWidget) -> None:
        for name, text in (("name", "!"), ("phone", ""), ("departure", "")):
            line = child(dialog, QLineEdit, name)
            line.setText(line.text() + text if text else "")
        type_in(dialog, "phone", "13912345678")
        type_in(dialog, "departure", "2026年12月17日")
        select = child(dialog, Select, "destination")
        select.choose(select._names.index(next(w for w in select._names if w.second == "Austria")))
        child(dialog, CheckBox, "returnee").click()
        child(dialog, QAbstractButton, "save").click()

    when_asked(answer)
    room.table.setFocus()
    QTest.keyClick(room.table, Qt.Key.Key_Return)
    settle()
    person = room.people[0]
    assert (person.name, person.phone, person.destination) == ("王海涛!", "5678", "AT")
    assert person.departure == date(2026, 12, 17)
    assert person.returnee
    assert "2026-12-17" in room.cells(0)


def test_what_cannot_be_taken_is_said_at_its_field(room: Room) -> None:
    said: list[str] = []

    def wrong(field: str, text: str) -> object:
        def answer(dialog: QWidget) -> None:
            said.append(words_of(dialog))
            dialog.setProperty("answered", False)  # it stays for the next answer
            child(dialog, QLineEdit, field).setText(text)
            child(dialog, QAbstractButton, "save").click()

        return answer

    when_asked(
        wrong("departure", "17/12"),  # type: ignore[arg-type]
        wrong("phone", "12"),  # type: ignore[arg-type]
        lambda dialog: (said.append(words_of(dialog)), dialog.reject())[1],
    )
    # The second answer meets the first complaint with its field unchanged.
    room.table.opened.emit(1)
    settle()
    assert "The date 17/12 cannot be read" in said[1]
    assert room.people[1].name == "刘秀英"


def test_a_full_disk_leaves_what_was_typed(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        monkeypatch.undo()
        raise StoreError(Message("The disk is full."), Message("Free some space."))

    def save(dialog: QWidget) -> None:
        dialog.setProperty("answered", False)  # it comes back
        child(dialog, QLineEdit, "company").setText("远大")
        child(dialog, QAbstractButton, "save").click()

    monkeypatch.setattr(room.roster, "change", fail)
    said = when_asked(
        save,
        go_on,
        lambda dialog: child(dialog, QAbstractButton, "save").click(),
    )
    room.table.opened.emit(1)
    settle()
    assert "The disk is full." in said[1]
    assert room.people[1].company == "远大"


def test_a_person_is_removed_after_a_question(room: Room) -> None:
    def ask_for(dialog: QWidget) -> None:
        dialog.setProperty("answered", False)
        child(dialog, QAbstractButton, "remove").click()

    when_asked(ask_for, stay, lambda dialog: dialog.reject())
    room.table.opened.emit(0)
    settle()
    assert room.names[0] == "王海涛"
    when_asked(click("remove"), go_on)
    room.table.opened.emit(0)
    settle()
    assert "王海涛" not in room.names


def test_a_walk_in_becomes_somebody_on_the_list(room: Room) -> None:
    walk_in = room.roster.walk_in(room.session, "陈喆")
    half = room.session.plan[0].id
    attendance = room.desk.services.training().attendance
    attendance.mark(room.session, walk_in, half, Mark(MarkKind.PRESENT))
    settle()
    said = when_asked(
        click("merge"), lambda dialog: child(dialog, LineTable, "into").opened.emit(0)
    )
    room.table.opened.emit(6)
    settle()
    assert "Who is 陈喆?" in said[1]
    assert len(room.names) == 6
    into = room.people[3]
    assert into.name == "陈喆"  # the one of the same name is offered first
    assert attendance.marks(room.session)[into.id][half].kind is MarkKind.PRESENT


def test_merging_can_be_left(room: Room) -> None:
    def ask_for(dialog: QWidget) -> None:
        dialog.setProperty("answered", False)
        child(dialog, QAbstractButton, "merge").click()

    when_asked(ask_for, go_on, lambda dialog: dialog.reject())
    room.table.opened.emit(0)
    settle()
    assert len(room.names) == 6


def test_one_person_alone_cannot_be_merged(room: Room) -> None:
    for person in room.people[1:]:
        room.roster.remove(person)
    settle()
    seen: list[bool] = []

    def look(dialog: QWidget) -> None:
        seen.append(dialog.findChild(QWidget, "merge") is None)
        dialog.reject()  # type: ignore[attr-defined]

    when_asked(look)
    room.table.opened.emit(0)
    settle()
    assert seen == [True]


def test_a_person_may_change_in_place(room: Room) -> None:
    table = room.table
    room.roster.change(room.people[2], sector="电工")
    settle()
    assert room.table is table
    assert "电工" in room.cells(2)
    room.desk.services.training().sessions.update(room.session, title="另一个班")
    settle()
    assert room.table is not table


def test_a_second_language_beside_a_narrow_window(room: Room) -> None:
    room.desk.frame.preferences.change(text_scale=150)
    settle()
    assert len(room.cells(0)) == 5
    preview(room.desk)
    assert room.rows.height() == 450


# The table.


def test_the_table_is_walked_by_keys_and_clicked(room: Room) -> None:
    table = room.table
    table.setFocus()
    for key, line in (
        (Qt.Key.Key_Down, 1),
        (Qt.Key.Key_End, 5),
        (Qt.Key.Key_Up, 4),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_PageDown, 5),
        (Qt.Key.Key_PageUp, 0),
        (Qt.Key.Key_Q, 0),
    ):
        QTest.keyClick(table, key)
        assert table.line == line
    opened: list[int] = []
    table.opened.disconnect()
    table.opened.connect(opened.append)
    port, left = table.viewport(), Qt.MouseButton.LeftButton
    QTest.mouseClick(port, left, pos=table.box(2).center())
    QTest.mouseDClick(port, left, pos=table.box(2).center())
    QTest.mouseClick(port, left, pos=QPoint(20, 10))  # the head
    QTest.mouseClick(port, left, pos=QPoint(20, table.box(5).bottom() + 30))
    QTest.mousePress(port, left, pos=table.box(1).center())
    QTest.mouseRelease(port, left, pos=table.box(3).center())
    assert opened == [2]
    assert "刘秀英" in table.accessibleName()
    assert table.sizeHint().height() > 0


def test_words_that_are_cut_are_told_whole(room: Room) -> None:
    table = room.table
    for at, told in (
        (QPoint(300, 10), ""),
        (table.box(0).center(), ""),
        (QPoint(30, table.box(5).center().y()), LONG),
    ):
        event = QHelpEvent(QEvent.Type.ToolTip, at, table.mapToGlobal(at))
        QApplication.sendEvent(table.viewport(), event)
        assert QToolTip.text() == told
    QToolTip.hideText()


def test_the_narrowest_layout_has_cards(room: Room) -> None:
    room.desk.frame.preferences.change(text_scale=200)
    settle()
    assert room.table.verticalScrollBar().maximum() == 0
    assert room.table._cut_at(room.table.box(5).center()) == ""
    room.table.setFocus()
    QTest.keyClick(room.table, Qt.Key.Key_End)
    assert room.table.visibleRegion().boundingRect().bottom() >= room.table.box(5).center().y()
