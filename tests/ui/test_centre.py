"""The page of the training centre."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit

from pdo_app.app import Desk
from pdo_app.errors import Message, StoreError
from pdo_app.records import Centre, Mode
from pdo_app.ui.routes import Place
from pdo_app.ui.train.centre import CentreScreen
from pdo_app.ui.train.change_pin import ChangePin

from .dialogue import click, stay, type_in, when_asked, words_of
from .operating import find, go, press
from .prepared import LONG
from .walk import settle


@pytest.fixture
def page(desk: Desk) -> CentreScreen:
    """The page, with the trainer's area open."""
    desk.services.training().access.set_pin("2580")
    desk.frame.person.become_trainer()
    go(desk, Place.CENTRE)
    return desk.window.findChild(CentreScreen)


def known(desk: Desk) -> Centre:
    return desk.services.training().access.centre()


def picture(folder: Path, name: str = "logo.png") -> Path:
    image = QImage(40, 20, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkBlue)
    target = folder / name
    image.save(str(target))
    return target


def test_name_and_address_are_saved(desk: Desk, page: CentreScreen) -> None:
    type_in(page, "name", "南通市外派劳务培训中心")
    type_in(page, "address", "工农路 88 号")
    desk.frame.preferences.change(mode=Mode.ENGLISH)
    settle()
    assert known(desk).name == "", "nothing is saved before it is asked for"
    press(desk, "save_centre")
    assert (known(desk).name, known(desk).address) == ("南通市外派劳务培训中心", "工农路 88 号")
    assert "Saved" in [w.accessibleName() for w in page.findChildren(object) if hasattr(w, "_text")]
    type_in(page, "name", "2")
    QTest.keyClick(find(desk, "name"), Qt.Key.Key_Return)
    settle()
    assert known(desk).name.endswith("心2")


def test_what_was_typed_and_not_saved_is_gone_the_next_time(desk: Desk, page: CentreScreen) -> None:
    type_in(page, "name", "x")
    go(desk, Place.SESSIONS)
    go(desk, Place.CENTRE)
    line = find(desk, "name")
    assert isinstance(line, QLineEdit)
    assert line.text() == ""


def test_words_that_are_too_long_are_said_at_the_field(desk: Desk, page: CentreScreen) -> None:
    type_in(page, "name", LONG + "x")
    press(desk, "save_centre")
    assert "This is too long." in words_of(page)
    assert known(desk).name == ""
    type_in(page, "name", "y")
    settle()
    assert "This is too long." not in words_of(page)


def test_the_logo_is_taken_from_a_picture(
    desk: Desk, page: CentreScreen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = [("", ""), (str(picture(tmp_path)), "")]
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: answers.pop(0))
    press(desk, "choose_logo")
    assert known(desk).logo == b""
    press(desk, "choose_logo")
    assert known(desk).logo.startswith(b"\x89PNG")
    shown = [w for w in page.findChildren(QLabel) if "Logo" in w.accessibleName()]
    assert any(not label.pixmap().isNull() for label in shown)
    press(desk, "remove_logo")
    assert known(desk).logo == b""


def test_a_file_that_is_no_picture_is_said(desk: Desk, page: CentreScreen, tmp_path: Path) -> None:
    words = tmp_path / "logo.png"
    words.write_text("hello", encoding="utf-8")
    page.take_logo(words)
    settle()
    assert "This file is not a PNG or JPEG picture." in words_of(page)
    page.take_logo(tmp_path / "none.png")
    settle()
    assert "cannot be read" in words_of(page)
    large = picture(tmp_path, "large.png")
    with large.open("ab") as file:
        file.write(bytes(3 * 1024 * 1024))
    page.take_logo(large)
    settle()
    assert "larger than 2 MB" in words_of(page)
    assert known(desk).logo == b""


def test_a_picture_that_cannot_be_drawn_is_no_trouble(desk: Desk, page: CentreScreen) -> None:
    desk.services.training().access.save_centre(logo=b"\x89PNG\r\n\x1a\nbroken")
    settle()
    assert find(desk, "remove_logo").isVisible()


def test_trainers_are_added_and_taken_off(desk: Desk, page: CentreScreen) -> None:
    for name in ("陈建华", "刘敏"):
        type_in(page, "trainer", name)
        press(desk, "add_trainer")
    type_in(page, "trainer", " ")
    press(desk, "add_trainer")
    assert known(desk).trainers == ("陈建华", "刘敏")
    press(desk, "remove_trainer0")
    assert known(desk).trainers == ("刘敏",)
    type_in(page, "trainer", LONG)
    type_in(page, "trainer", "x")
    press(desk, "add_trainer")
    assert "This is too long." in words_of(page)
    assert known(desk).trainers == ("刘敏",)


def test_a_full_disk_is_told(
    desk: Desk, page: CentreScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[object] = []
    monkeypatch.setattr(page, "report", told.append)

    def refuse(*_: object, **__: object) -> None:
        raise StoreError(Message("The disk is full."), Message("Free some space."))

    access = desk.services.training().access
    monkeypatch.setattr(access, "save_centre", refuse)
    monkeypatch.setattr(access, "change_pin", refuse)
    type_in(page, "name", "x")
    press(desk, "save_centre")

    def save(dialog: object) -> None:
        assert isinstance(dialog, ChangePin)
        click("act")(dialog)
        dialog.reject()

    when_asked(save)
    press(desk, "change_pin")
    assert len(told) == 2


# The PIN.


def test_the_pin_is_changed_with_the_old_one(desk: Desk, page: CentreScreen) -> None:
    said: list[str] = []

    def change(dialog: object) -> None:
        assert isinstance(dialog, ChangePin)
        for old, new, again in (
            ("2580", "13", "13"),
            ("0000", "1357", "1357"),
            ("2580", "1357", "1358"),
            ("2580", "1357", "1357"),
        ):
            for name, digits in (("old_pin", old), ("new_pin", new), ("again", again)):
                line = dialog.findChild(QLineEdit, name)
                line.clear()
                type_in(dialog, name, digits)
            settle()
            click("act")(dialog)
            said.append(words_of(dialog))

    when_asked(stay, change)
    press(desk, "change_pin")
    press(desk, "change_pin")
    assert "Type 4 to 8 digits" in said[0]
    assert "The PIN is wrong." in said[1]
    assert "The two are not the same." in said[2]
    assert desk.services.training().access.unlock("1357")
    assert find(desk, "change_pin").isVisible()


def test_guessing_the_old_pin_is_slowed_down(desk: Desk, page: CentreScreen) -> None:
    said: list[str] = []

    def guess(dialog: object) -> None:
        assert isinstance(dialog, ChangePin)
        for name in ("new_pin", "again"):
            type_in(dialog, name, "1357")
        type_in(dialog, "old_pin", "0000")
        for _ in range(6):
            click("act")(dialog)
        settle()
        said.append(words_of(dialog))
        dialog.reject()

    when_asked(guess)
    press(desk, "change_pin")
    assert "seconds, then try again." in said[0]
