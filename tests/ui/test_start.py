from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from pdo_app.app import Desk
from pdo_app.records import Mode
from pdo_app.ui.learn.start import FEATURED, StartScreen
from pdo_app.ui.learn.start_draft import Draft
from pdo_app.ui.routes import Place
from pdo_app.ui.widgets.calendar import Calendar, DateField
from pdo_app.ui.widgets.choice import Tile

from .dialogue import click, type_in, when_asked
from .operating import find, press
from .walk import settle


def screen(desk: Desk) -> StartScreen:
    view = desk.window.findChild(StartScreen)
    assert view is not None
    return view


def write(desk: Desk, name: str, text: str) -> None:
    field = find(desk, name)
    assert isinstance(field, QLineEdit)
    field.clear()
    type_in(desk.window, name, text)
    settle()


def fill(desk: Desk, name: str = "李建国") -> None:
    press(desk, "country_IT")
    press(desk, "open_day")
    write(desk, "name", name)


def complaints(desk: Desk) -> list[str]:
    words = [label.accessibleName() for label in screen(desk).findChildren(QLabel)]
    found = ("Choose the country", "Choose the day,", "Type your name.", "A PIN has four")
    return [text for text in words if any(part in text for part in found)]


def test_nobody_is_here_and_the_questions_are_asked(empty_desk: Desk) -> None:
    current = empty_desk.frame.router.current
    assert current is not None
    assert current.place is Place.START
    assert not empty_desk.window.findChildren(QLabel, "back")


def test_answers_make_a_profile_and_lead_home(empty_desk: Desk) -> None:
    fill(empty_desk)
    press(empty_desk, "start")
    (learner,) = empty_desk.services.profiles.all()
    assert (learner.name, learner.destination, learner.departure) == ("李建国", "IT", None)
    assert learner.mode is Mode.BOTH
    assert learner.pin_hash is None
    assert empty_desk.frame.person.learner == learner
    current = empty_desk.frame.router.current
    assert current is not None
    assert current.place is Place.HOME


def test_enter_in_the_name_starts(empty_desk: Desk) -> None:
    fill(empty_desk)
    QTest.keyClick(find(empty_desk, "name"), Qt.Key.Key_Return)
    assert len(empty_desk.services.profiles.all()) == 1


def test_each_missing_answer_is_said_at_its_question(empty_desk: Desk) -> None:
    press(empty_desk, "with_pin")
    write(empty_desk, "pin", "12")
    press(empty_desk, "start")
    assert len(complaints(empty_desk)) == 3  # name and PIN share one place
    assert "A PIN has four digits." in complaints(empty_desk)[-1]
    assert not empty_desk.services.profiles.all()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == f"country_{FEATURED[0]}"
    fill(empty_desk)
    write(empty_desk, "pin", "1234")
    assert complaints(empty_desk) == []


def test_a_name_without_letters_is_refused(empty_desk: Desk) -> None:
    fill(empty_desk, "\u200b\u200b")
    press(empty_desk, "start")
    assert not empty_desk.services.profiles.all()
    assert any("The name is empty." in label.text() for label in labels(empty_desk))


def labels(desk: Desk) -> list[QLabel]:
    return [label for label in screen(desk).findChildren(QLabel) if label.isVisible()]


@pytest.mark.parametrize("typed", ["1234", "１２３４", "a1b2c3d4e5"])
def test_a_pin_takes_digits_of_any_keyboard(empty_desk: Desk, typed: str) -> None:
    fill(empty_desk)
    press(empty_desk, "with_pin")
    write(empty_desk, "pin", typed)
    press(empty_desk, "start")
    (learner,) = empty_desk.services.profiles.all()
    assert learner.pin_hash is not None
    assert empty_desk.services.profiles.unlock(learner, "1234")


def test_the_digits_can_be_seen(empty_desk: Desk) -> None:
    press(empty_desk, "with_pin")
    line = find(empty_desk, "pin")
    assert isinstance(line, QLineEdit)
    assert line.echoMode() is QLineEdit.EchoMode.Password
    press(empty_desk, "pin_eye")
    assert line.echoMode() is QLineEdit.EchoMode.Normal


@pytest.mark.parametrize(
    "change",
    [{"mode": Mode.ENGLISH}, {"theme": "dark"}, {"text_scale": 200}, {"text_scale": 150}],
)
def test_nothing_is_lost_when_the_looks_change(empty_desk: Desk, change: dict[str, object]) -> None:
    fill(empty_desk)
    press(empty_desk, "with_pin")
    write(empty_desk, "pin", "12")
    find(empty_desk, "name").setFocus()
    empty_desk.frame.preferences.change(**change)
    settle()
    name, pin, tile = (
        find(empty_desk, "name"),
        find(empty_desk, "pin"),
        find(empty_desk, "country_IT"),
    )
    assert isinstance(name, QLineEdit)
    assert isinstance(pin, QLineEdit)
    assert isinstance(tile, Tile)
    assert (name.text(), pin.text()) == ("李建国", "12")
    assert tile.isChecked()
    assert QApplication.focusWidget() is name


def test_a_language_counts_at_once(empty_desk: Desk) -> None:
    press(empty_desk, "language_en")
    assert empty_desk.frame.language.mode is Mode.ENGLISH
    tile = find(empty_desk, "language_en")
    assert isinstance(tile, Tile)
    assert tile.isChecked()
    fill(empty_desk)
    press(empty_desk, "start")
    assert empty_desk.services.profiles.all()[0].mode is Mode.ENGLISH


def test_all_countries_are_offered_by_their_names(empty_desk: Desk) -> None:
    when_asked(click("country_FR"))
    press(empty_desk, "country_other")
    assert screen(empty_desk).draft.destination == "FR"
    tile = find(empty_desk, "country_FR")
    assert isinstance(tile, Tile)
    assert tile.isChecked()


def test_the_day_is_chosen_by_keys(empty_desk: Desk) -> None:
    field = find(empty_desk, "departure")
    assert isinstance(field, DateField)
    popup = field.open()
    calendar = popup.findChild(Calendar)
    assert calendar is not None
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Left):  # days that are gone are not entered
        QTest.keyClick(calendar.days, key)
    assert calendar.days.at_day == date(2026, 11, 24)
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Return):
        QTest.keyClick(calendar.days, key)
    assert screen(empty_desk).draft.departure == date(2027, 1, 1)
    settle()
    press(empty_desk, "open_day")
    assert field.day is None


def test_two_clicks_on_the_field_choose_no_day(empty_desk: Desk) -> None:
    field = find(empty_desk, "departure")
    assert isinstance(field, DateField)
    popup = field.open()
    calendar = popup.findChild(Calendar)
    assert calendar is not None
    days, left = calendar.days, Qt.MouseButton.LeftButton
    days.go(date(2026, 12, 24))
    at = days.rect().center()
    QTest.mouseRelease(days, left, pos=at)  # of a click that began on the field
    assert popup.isVisible()
    QTest.mouseClick(days, left, pos=at)
    assert not popup.isVisible()
    assert screen(empty_desk).draft.departure is not None


def test_escape_leaves_the_calendar(empty_desk: Desk) -> None:
    field = find(empty_desk, "departure")
    assert isinstance(field, DateField)
    popup = field.open()
    calendar = popup.findChild(Calendar)
    assert calendar is not None
    QTest.keyClick(calendar.days, Qt.Key.Key_Escape)
    assert not popup.isVisible()
    settle()
    assert screen(empty_desk).draft.departure is None


def test_a_second_person_can_go_back(desk: Desk) -> None:
    desk.frame.router.go(Place.PEOPLE)
    settle()
    press(desk, "new_person")
    press(desk, "back")
    current = desk.frame.router.current
    assert current is not None
    assert current.place is Place.PEOPLE


def test_nobody_finds_what_somebody_left_behind(desk: Desk) -> None:
    desk.frame.router.go(Place.PEOPLE)
    settle()
    press(desk, "new_person")
    fill(desk)
    press(desk, "with_pin")
    write(desk, "pin", "1234")
    press(desk, "back")
    press(desk, "new_person")
    assert screen(desk).draft == Draft()
    field = find(desk, "name")
    assert isinstance(field, QLineEdit)
    assert field.text() == ""


def test_the_next_person_finds_an_empty_page(empty_desk: Desk) -> None:
    fill(empty_desk)
    press(empty_desk, "start")
    empty_desk.frame.router.go(Place.PEOPLE)
    settle()
    press(empty_desk, "new_person")
    name = find(empty_desk, "name")
    assert isinstance(name, QLineEdit)
    assert name.text() == ""


def test_a_name_is_kept_as_typed(empty_desk: Desk) -> None:
    fill(empty_desk, " <b>x</b> ")
    press(empty_desk, "start")
    assert empty_desk.services.profiles.all()[0].name == "<b>x</b>"


def test_the_whole_page_works_without_a_mouse(empty_desk: Desk) -> None:
    desk = empty_desk
    for name in ("country_PL", "open_day"):
        widget = find(desk, name)
        widget.setFocus()
        QTest.keyClick(widget, Qt.Key.Key_Return)
        settle()
    write(desk, "name", "王芳")
    start = find(desk, "start")
    start.setFocus()
    QTest.keyClick(start, Qt.Key.Key_Enter)
    settle()
    assert desk.services.profiles.all()[0].destination == "PL"
