"""The roster: typed, pasted, imported, exported, merged; nothing is written before it is asked."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QToolTip,
    QWidget,
)

from pdo_app.app import Desk
from pdo_app.errors import Message, StoreError
from pdo_app.exchange.heads import field_of
from pdo_app.exchange.roster_file import read_roster
from pdo_app.records import Mark, MarkKind, Mode, Participant, TrainingSession
from pdo_app.ui.train.roster import RosterTab
from pdo_app.ui.train.roster_preview import Preview
from pdo_app.ui.train.roster_words import heads
from pdo_app.ui.widgets.button import Button
from pdo_app.ui.widgets.choice import CheckBox
from pdo_app.ui.widgets.label import Label
from pdo_app.ui.widgets.line_table import LineTable
from pdo_app.ui.widgets.notice import EmptyState, Toast
from pdo_app.ui.widgets.popup import Popup
from pdo_app.ui.widgets.select import Select

from .dialogue import child, click, go_on, plain, stay, type_in, when_asked, words_of
from .places import LONG, a_class, find, press
from .registered import LIST, preview, tab_of
from .taught import show
from .walk import settle

FILES = Path(__file__).parents[1] / "exchange" / "files"


class Room:
    """The roster of a session with six people."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.session: TrainingSession = a_class(desk, 0)
        self.roster = desk.services.training().roster
        desk.frame.person.become_trainer()
        show(desk, self.session, "roster")

    @property
    def tab(self) -> RosterTab:
        tab = tab_of(self.desk)
        assert isinstance(tab, RosterTab)
        return tab

    @property
    def people(self) -> tuple[Participant, ...]:
        return self.roster.people(self.session)

    @property
    def names(self) -> list[str]:
        return [person.name for person in self.people]

    @property
    def table(self) -> LineTable:
        table = find(self.desk, "people")
        assert isinstance(table, LineTable)
        return table

    @property
    def rows(self) -> LineTable:
        table = find(self.desk, "preview")
        assert isinstance(table, LineTable)
        return table

    @property
    def line(self) -> QLineEdit:
        line = find(self.desk, "next_name")
        assert isinstance(line, QLineEdit)
        return line

    def type(self, name: str) -> None:
        self.line.setFocus()
        QTest.keyClicks(self.line, name)
        QTest.keyClick(self.line, Qt.Key.Key_Return)
        settle()

    def cells(self, line: int, table: LineTable | None = None) -> list[str]:
        return [cell.text for cell in (table or self.table)._cells(line)]

    def fate(self, line: int) -> str:
        """Return what is said to become of a row, in English."""
        self.desk.frame.preferences.change(mode=Mode.ENGLISH)
        settle()
        return self.cells(line, self.rows)[2]

    def decide(self, line: int, name: str) -> None:
        self.rows.setFocus()
        self.rows.go(line)
        QTest.keyClick(self.rows, Qt.Key.Key_Return)
        popup = QApplication.activePopupWidget()
        assert isinstance(popup, Popup)
        child(popup, QAbstractButton, name).click()
        settle()

    def words(self) -> str:
        labels = self.desk.window.findChildren(QLabel)
        return "\n".join(plain(label) for label in labels if label.isVisible())

    def toast(self) -> str:
        toast = self.desk.window.findChild(Toast)
        assert toast is not None
        return words_of(toast)


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


# An import.


def test_an_import_says_what_would_happen_row_by_row(room: Room) -> None:
    preview(room.desk)
    fates = [room.fate(at) for at in range(8)]
    assert fates == [
        *(
            "Nothing changes",
            "Please decide",
            "Please decide",
            "Will be added",
            "Cannot be taken",
            "Cannot be taken",
            "Takes the changes",
            "Will be added",
        ),
    ]
    assert "名单.csv" in room.words()
    assert "身份证号" in room.words()
    assert len(room.names) == 6
    assert "— → 电工" in room.cells(6, room.rows)[3]


def test_what_was_decided_is_done_at_once(room: Room) -> None:
    preview(room.desk)
    room.decide(1, "new")
    room.decide(2, "same0")
    room.decide(3, "leave_out")
    assert room.rows.line == 4  # on to the next row
    assert room.fate(1) == "Will be added"
    assert room.rows.line == 4
    assert len(room.names) == 6
    press(room.desk, "apply")
    assert room.names.count("王海涛") == 2
    assert "新人甲" not in room.names
    assert LONG[1:] in room.names
    assert next(p for p in room.people if p.name == "张志强").sector == "电工"
    assert not room.desk.window.findChildren(Preview)


def test_a_decision_can_be_changed(room: Room) -> None:
    preview(room.desk)
    room.decide(3, "leave_out")
    assert room.fate(3) == "Not taken"
    room.decide(3, "take")
    assert room.fate(3) == "Will be added"


def test_rows_that_are_sure_ask_nothing(room: Room) -> None:
    preview(room.desk)
    room.rows.opened.emit(0)
    room.rows.opened.emit(4)
    assert QApplication.activePopupWidget() is None


def test_undecided_rows_are_left_out_unless_all_are_new(room: Room) -> None:
    preview(room.desk)
    assert "2 rows are not decided yet" in room.words()
    press(room.desk, "all_new")
    assert "not decided" not in room.words()
    press(room.desk, "apply")
    assert room.names.count("刘秀英") == 2


def test_an_import_can_be_left(room: Room) -> None:
    preview(room.desk)
    press(room.desk, "leave")
    assert len(room.names) == 6
    assert room.table.isVisible()


def test_a_filter_shows_one_kind(room: Room) -> None:
    preview(room.desk)
    press(room.desk, "filter_bad")
    assert [room.cells(at, room.rows)[0] for at in range(2)] == ["6", "7"]
    assert room.rows._number == 2
    room.rows.setFocus()
    press(room.desk, "filter_unsure")
    room.decide(1, "new")  # the last one stays
    assert room.rows.line == 1
    press(room.desk, "filter_all")
    assert room.rows._number == 8


def test_nothing_to_take_offers_no_button(room: Room) -> None:
    preview(room.desk, "姓名\t电话\n王海涛\t4821\n")
    assert not [b for b in room.desk.window.findChildren(Button) if b.objectName() == "apply"]


def test_a_change_of_the_roster_proposes_anew(room: Room) -> None:
    preview(room.desk)
    room.decide(1, "new")
    room.decide(3, "leave_out")
    room.roster.add(room.session, "新人甲")
    settle()
    assert room.fate(3) == "Please decide"
    assert room.fate(1) == "Will be added"  # decided, and still the same


def test_five_thousand_rows_stay_usable(room: Room) -> None:
    room.tab.import_file(FILES / "five_thousand.xlsx")
    settle()
    assert room.rows._number == 5000
    room.rows.setFocus()
    QTest.keyClick(room.rows, Qt.Key.Key_End)
    assert room.cells(room.rows.line, room.rows)[0] == "5001"
    room.desk.frame.preferences.change(text_scale=200)
    settle()
    room.rows.setFocus()
    QTest.keyClick(room.rows, Qt.Key.Key_Home)
    QTest.keyClick(room.rows, Qt.Key.Key_End)
    press(room.desk, "leave")


def test_a_list_from_the_clipboard_is_shown_first(room: Room) -> None:
    QGuiApplication.clipboard().setText(LIST)
    QTest.keyClick(room.line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert room.rows._number == 8
    press(room.desk, "leave")
    room.table.setFocus()
    QTest.keyClick(room.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert room.rows._number == 8


def test_one_name_from_the_clipboard_goes_into_the_line(room: Room) -> None:
    QGuiApplication.clipboard().setText("Li Wei\n")
    QTest.keyClick(room.line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert room.line.text().strip() == "Li Wei"


def test_a_file_is_asked_for(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = ["", str(FILES / "gbk_windows.csv")]
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (answers.pop(0), ""))
    press(room.desk, "import")
    assert room.table.isVisible()
    press(room.desk, "import")
    assert "GB18030" in room.words()
    assert room.rows._number == 5


@pytest.mark.parametrize(
    ("name", "words"), [("password.xlsx", "protected by a password"), ("calc.ods", "XLSX")]
)
def test_what_is_no_roster_is_said(room: Room, name: str, words: str) -> None:
    said = when_asked(go_on)
    room.tab.import_file(FILES / name)
    assert words in said[0]
    assert len(room.names) == 6


def test_an_import_that_cannot_be_written_stays(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise StoreError(Message("The disk is full."), Message("Free some space."))

    preview(room.desk)
    monkeypatch.setattr(type(room.roster), "apply", full)
    said = when_asked(go_on)
    press(room.desk, "apply")
    assert "The disk is full." in said[0]
    assert room.rows.isVisible()


# An export.


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


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_what_was_exported_is_imported_without_a_change(
    room: Room, tmp_path: Path, mode: Mode, ending: str
) -> None:
    room.desk.frame.preferences.change(mode=mode)
    room.roster.change(
        room.people[0], departure=date(2026, 12, 17), destination="DE", returnee=True
    )
    settle()
    file = tmp_path / f"roster{ending}"
    room.tab.export(file)
    assert file.name in room.toast()
    found = read_roster(file)
    assert not found.problems
    kinds = {one.kind.value for one in room.roster.propose(room.session, found.rows)}
    assert kinds == {"same"}
    assert [field_of(head) for head in heads(room.desk.frame.language).values()] == list(
        heads(room.desk.frame.language)
    )


def test_the_place_of_an_export_is_asked_for(
    room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = [
        ("", ""),
        (str(tmp_path / "one"), "XLSX (*.xlsx)"),
        (str(tmp_path / "two"), "CSV (*.csv)"),
        (str(tmp_path / "three.csv"), "XLSX (*.xlsx)"),
        (str(tmp_path / "no" / "four.csv"), "CSV (*.csv)"),
    ]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: answers.pop(0))
    for _ in range(4):
        press(room.desk, "export")
    assert sorted(file.name for file in tmp_path.glob("*.*")) == [
        "one.xlsx",
        "three.csv",
        "two.csv",
    ]
    said = when_asked(go_on)
    press(room.desk, "export")
    assert "four.csv" in said[0]


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
    assert isinstance(room.desk.window.findChild(Label), Label)
