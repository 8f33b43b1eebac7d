from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from pdo_app.app import Desk
from pdo_app.errors import Message, StoreError
from pdo_app.records import Learner, Mode
from pdo_app.ui.dialogs import Dialog
from pdo_app.ui.learn.people import FILTER_FROM, SHOWN, PinDialog
from pdo_app.ui.routes import Place
from pdo_app.ui.widgets.choice import Tile

from .dialogue import Answer, click_twice, type_in, when_asked, words_of, write
from .operating import find, go, press
from .prepared import another
from .walk import settle


def tiles(desk: Desk) -> list[Tile]:
    return [tile for tile in desk.window.findChildren(Tile) if tile.isVisible()]


def place(desk: Desk) -> Place:
    current = desk.frame.router.current
    assert current is not None
    return current.place


def test_two_people_are_asked_who_is_here(new_desk: Callable[[], Desk], desk: Desk) -> None:
    another(desk, "王芳", None)
    desk.close()
    again = new_desk()
    settle()
    assert place(again) is Place.PEOPLE
    assert [tile.words.main for tile in tiles(again)] == ["李建国", "王芳"]  # by pinyin


def test_a_name_opens_its_pages_in_its_language(desk: Desk) -> None:
    other = desk.services.profiles.create("王芳", "PL", None, Mode.ENGLISH)
    go(desk, Place.PEOPLE)
    assert desk.frame.person.learner is None
    press(desk, f"person_{other.id}")
    assert desk.frame.person.learner == other
    assert desk.frame.language.mode is Mode.ENGLISH
    assert place(desk) is Place.HOME


def test_whoever_was_here_last_comes_first(desk: Desk) -> None:
    other = another(desk, "张伟", None)
    go(desk, Place.PEOPLE)
    press(desk, f"person_{other.id}")
    go(desk, Place.PEOPLE)
    assert tiles(desk)[0].words.main == "张伟"


def test_leaving_keeps_the_language_for_the_next_time(desk: Desk) -> None:
    learner = desk.frame.person.present
    desk.frame.preferences.change(mode=Mode.CHINESE)
    go(desk, Place.PEOPLE)
    assert desk.services.profiles.get(learner.id).mode is Mode.CHINESE


def test_a_full_disk_keeps_nobody_in(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise StoreError(Message("The disk is full."), Message("Free some space."))

    monkeypatch.setattr(desk.services.profiles, "update", refuse)
    desk.frame.preferences.change(mode=Mode.CHINESE)
    go(desk, Place.PEOPLE)
    assert desk.frame.person.learner is None
    assert tiles(desk)


def test_two_clicks_on_a_name_open_its_pages_and_nothing_there(desk: Desk) -> None:
    other = another(desk, "王芳", None)
    go(desk, Place.PEOPLE)
    click_twice(find(desk, f"person_{other.id}"))
    assert desk.frame.person.learner == other
    assert place(desk) is Place.HOME


def test_nobody_can_step_back_into_pages_that_were_left(desk: Desk) -> None:
    go(desk, Place.JOURNEY)
    go(desk, Place.PEOPLE)
    desk.frame.router.back(Place.PEOPLE)
    settle()
    assert place(desk) is Place.PEOPLE


def pin(digits: str) -> Answer:
    def give(dialog: Dialog) -> None:
        type_in(dialog, "pin", digits)
        line = dialog.findChild(QLineEdit, "pin")
        QTest.keyClick(line, Qt.Key.Key_Return)

    return give


def locked(desk: Desk) -> Learner:
    learner = another(desk, "王芳", None, "2580")
    go(desk, Place.PEOPLE)
    return learner


def test_the_right_pin_opens(desk: Desk) -> None:
    learner = locked(desk)
    said = when_asked(pin("2580"))
    press(desk, f"person_{learner.id}")
    assert desk.frame.person.learner == learner
    assert "PIN of 王芳" in said[0]


def test_a_wrong_pin_is_said_and_can_be_typed_again(desk: Desk) -> None:
    learner = locked(desk)
    said: list[str] = []

    def wrong(dialog: Dialog) -> None:
        pin("0000")(dialog)
        said.append(words_of(dialog))
        dialog.reject()

    when_asked(wrong)
    press(desk, f"person_{learner.id}")
    assert desk.frame.person.learner is None
    assert "This PIN is not right. Try again." in said[0]


def test_after_several_wrong_ones_there_is_a_pause(desk: Desk) -> None:
    learner = locked(desk)
    said: list[str] = []

    def guess(dialog: Dialog) -> None:
        for digits in ("0000", "1111", "2222", "2580"):
            pin(digits)(dialog)
        said.append(words_of(dialog))
        assert isinstance(dialog, PinDialog)
        dialog.reject()

    when_asked(guess)
    press(desk, f"person_{learner.id}")
    assert desk.frame.person.learner is None
    assert "Wait 5 seconds, then try again." in said[0]


def test_many_people_are_found_by_a_part_of_the_name(desk: Desk) -> None:
    for at in range(SHOWN + 2):
        another(desk, f"陈 {at}号", None)
    go(desk, Place.PEOPLE)
    assert len(desk.services.profiles.all()) >= FILTER_FROM
    assert len(tiles(desk)) == SHOWN
    assert "3 more people" in words_of(desk.window)
    find_field = find(desk, "find")
    write(find_field, "陈61")
    settle()
    assert [tile.words.main for tile in tiles(desk)] == ["陈 61号"]
    write(find_field, "x")
    settle()
    assert tiles(desk) == []
    assert "No such name here." in words_of(desk.window)


def test_names_are_shown_as_typed(desk: Desk) -> None:
    another(desk, "<b>x</b>", None)
    long = another(desk, "长" * 200, None)
    go(desk, Place.PEOPLE)
    shown = {tile.words.main for tile in tiles(desk)}
    assert "<b>x</b>" in shown
    tile = find(desk, f"person_{long.id}")
    assert tile.accessibleName().startswith("长" * 200)
    assert tile.toolTip() == "长" * 200


def test_a_tile_says_that_a_pin_is_asked(desk: Desk) -> None:
    learner = locked(desk)
    assert "with a PIN" in find(desk, f"person_{learner.id}").accessibleName()


def test_before_anybody_has_a_profile_it_says_so(empty_desk: Desk) -> None:
    empty_desk.frame.router.go(Place.PEOPLE)
    settle()
    said = words_of(empty_desk.window)
    assert "Nobody has a profile here yet." in said
    assert "Choose your name." not in said
