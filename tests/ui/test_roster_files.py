"""The roster from files and the clipboard, and into files: shown first, written when asked."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
)

from pdo_app.app import Desk
from pdo_app.errors import Message, StoreError
from pdo_app.exchange.heads import field_of
from pdo_app.exchange.roster_file import read_roster
from pdo_app.records import Mode
from pdo_app.ui.train.roster_preview import Preview
from pdo_app.ui.train.roster_words import heads
from pdo_app.ui.widgets.button import Button

from .dialogue import go_on, when_asked
from .operating import press
from .prepared import LONG
from .registered import LIST, preview
from .roster_room import FILES, Room
from .walk import settle


@pytest.fixture
def room(desk: Desk) -> Room:
    return Room(desk)


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
            "Will be changed",
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
