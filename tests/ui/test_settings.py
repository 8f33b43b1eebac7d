import sqlite3
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLabel, QLineEdit, QPlainTextEdit

from pdo_app.app import Desk
from pdo_app.records import Mode
from pdo_app.settings import SettingsFile
from pdo_app.ui.dialogs import Dialog
from pdo_app.ui.focus import FocusRing
from pdo_app.ui.routes import Place
from pdo_app.ui.settings.page import SettingsScreen
from pdo_app.ui.widgets.calendar import DateField

from .dialogue import Answer, click, go_on, stay, type_in, when_asked, words_of
from .operating import find, go, press
from .prepared import another
from .walk import settle


def screen(desk: Desk) -> SettingsScreen:
    if desk.frame.router.current is None or desk.frame.router.current.place is not Place.SETTINGS:
        go(desk, Place.SETTINGS)
    view = desk.window.findChild(SettingsScreen)
    assert view is not None
    return view


def saved(desk: Desk) -> object:
    return SettingsFile(desk.outside.data / "settings.json").load()


@pytest.mark.parametrize(
    ("control", "setting", "value"),
    [
        ("mode_setting_0", "mode", Mode.CHINESE),
        ("text_scale_4", "text_scale", 200),
        ("theme_1", "theme", "dark"),
        ("theme_2", "theme", "system"),
        ("less_motion", "less_motion", True),
        ("idle_0", "idle_minutes", 5),
        ("idle_3", "idle_minutes", 0),
    ],
)
def test_looks_change_at_once_and_are_kept(
    desk: Desk, control: str, setting: str, value: object
) -> None:
    screen(desk)
    press(desk, control)
    assert getattr(desk.frame.preferences.settings, setting) == value
    assert getattr(saved(desk), setting) == value


def test_the_language_is_kept_in_the_profile_too(desk: Desk) -> None:
    screen(desk)
    press(desk, "mode_setting_2")
    assert desk.frame.language.mode is Mode.ENGLISH
    (learner,) = desk.services.profiles.all()
    assert learner.mode is Mode.ENGLISH


def test_minutes_from_the_file_of_settings_are_shown(desk: Desk) -> None:
    desk.frame.preferences.change(idle_minutes=17)
    screen(desk)
    first = find(desk, "idle_0")
    assert isinstance(first, QAbstractButton)
    assert first.text() == "17"
    assert first.isChecked()


def test_a_new_name_is_saved_by_enter(desk: Desk) -> None:
    screen(desk)
    line = find(desk, "name")
    assert isinstance(line, QLineEdit)
    line.clear()
    type_in(desk.window, "name", "王芳 <b>x</b>")
    QTest.keyClick(line, Qt.Key.Key_Return)
    settle()
    assert desk.frame.person.present.name == "王芳 <b>x</b>"
    assert desk.services.profiles.all()[0].name == "王芳 <b>x</b>"
    assert find(desk, "name").text() == "王芳 <b>x</b>"  # type: ignore[attr-defined]


def test_an_empty_name_is_said_at_the_field(desk: Desk) -> None:
    view = screen(desk)
    line = find(desk, "name")
    assert isinstance(line, QLineEdit)
    line.clear()
    press(desk, "save_name")
    assert "The name is empty." in words_of(view)
    assert desk.frame.person.present.name == "李建国"
    type_in(desk.window, "name", "王")
    settle()
    assert "The name is empty." not in words_of(view)


def test_what_was_typed_stays_when_the_looks_change(desk: Desk) -> None:
    screen(desk)
    type_in(desk.window, "name", "三")
    press(desk, "theme_1")
    line = find(desk, "name")
    assert isinstance(line, QLineEdit)
    assert line.text() == "李建国三"


def test_another_destination(desk: Desk) -> None:
    screen(desk)
    when_asked(click("country_NL"))
    press(desk, "change_country")
    assert desk.frame.person.present.destination == "NL"


def test_another_day_and_none(desk: Desk) -> None:
    screen(desk)
    field = find(desk, "departure")
    assert isinstance(field, DateField)
    field.picked.emit(date(2027, 2, 1))
    settle()
    assert desk.frame.person.present.departure == date(2027, 2, 1)
    press(desk, "open_day")
    assert desk.frame.person.present.departure is None


def pins(**digits: str) -> Answer:
    def give(dialog: Dialog) -> None:
        for name, pin in digits.items():
            type_in(dialog, name, pin)
        click("act")(dialog)

    return give


def test_a_pin_is_set_changed_and_removed(desk: Desk) -> None:
    screen(desk)
    when_asked(pins(new_pin="1234"))
    press(desk, "set_pin")
    assert desk.services.profiles.unlock(desk.frame.person.present, "1234")
    assert not desk.services.profiles.unlock(desk.frame.person.present, "4321")
    when_asked(pins(present_pin="1234", new_pin="4321"))
    press(desk, "set_pin")
    assert desk.services.profiles.unlock(desk.frame.person.present, "4321")
    when_asked(pins(present_pin="4321"))
    press(desk, "remove_pin")
    assert desk.frame.person.present.pin_hash is None


def test_a_pin_of_three_digits_is_not_taken(desk: Desk) -> None:
    screen(desk)
    said: list[str] = []

    def short(dialog: Dialog) -> None:
        pins(new_pin="123")(dialog)
        said.append(words_of(dialog))
        dialog.reject()

    when_asked(short)
    press(desk, "set_pin")
    assert "A PIN has four digits." in said[0]
    assert desk.frame.person.present.pin_hash is None


def test_the_focus_is_seen_in_a_dialog_too(desk: Desk) -> None:
    screen(desk)
    rings: list[tuple[bool, bool]] = []

    def look(dialog: Dialog) -> None:
        ring = desk.window.findChild(FocusRing)
        assert ring is not None
        dialog.activateWindow()
        settle()
        desk.window._presence.key.emit()  # no key comes from the system to an unseen window
        button = dialog.findChild(QAbstractButton, "act")
        assert button is not None
        button.setFocus()
        rings.append((ring.isVisible(), dialog.isAncestorOf(ring)))
        dialog.reject()

    when_asked(look)
    press(desk, "set_pin")
    assert rings == [(True, True)]
    settle()
    assert desk.window.findChild(FocusRing) is not None  # the dialog did not take it along


def test_the_present_pin_is_needed(desk: Desk) -> None:
    screen(desk)
    when_asked(pins(new_pin="1234"))
    press(desk, "set_pin")
    said: list[str] = []

    def guess(dialog: Dialog) -> None:
        for _ in range(4):
            pins(present_pin="0000")(dialog)
            said.append(words_of(dialog))
        dialog.reject()

    when_asked(guess)
    press(desk, "remove_pin")
    assert "This PIN is not right." in said[0]
    assert "The PIN was wrong several times." in said[-1]
    assert desk.frame.person.present.pin_hash is not None


def test_removing_asks_twice_and_takes_everything(desk: Desk) -> None:
    screen(desk)
    said = when_asked(go_on, go_on)
    press(desk, "remove_data")
    assert "李建国" in said[0]
    assert len(said) == 2
    assert desk.services.profiles.all() == ()
    assert desk.store.counts() == {"learners": 0, "activities": 0}
    assert desk.frame.person.learner is None
    current = desk.frame.router.current
    assert current is not None
    assert current.place is Place.START


@pytest.mark.parametrize("answers", [(stay,), (go_on, stay)])
def test_either_question_keeps_the_data(desk: Desk, answers: tuple[Answer, ...]) -> None:
    screen(desk)
    when_asked(*answers)
    press(desk, "remove_data")
    assert len(desk.services.profiles.all()) == 1
    assert desk.frame.person.learner is not None


def test_removing_asks_for_the_pin_and_leaves_the_others(desk: Desk) -> None:
    other = another(desk, "王芳", None, "1234")
    desk.become(other)
    screen(desk)
    when_asked(go_on, pins(present_pin="1234"))
    press(desk, "remove_data")
    assert [learner.name for learner in desk.services.profiles.all()] == ["李建国"]
    current = desk.frame.router.current
    assert current is not None
    assert current.place is Place.PEOPLE


def test_a_backup_is_saved_where_the_person_wants_it(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "stick" / "backup"
    target.parent.mkdir()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    view = screen(desk)
    press(desk, "save_backup")
    written = target.with_name("backup.sqlite")
    with sqlite3.connect(written) as connection:
        assert connection.execute("select count(*) from learners").fetchone() == (1,)
    connection.close()
    assert str(written) in words_of(view)


def test_a_backup_that_cannot_be_written_is_told(desk: Desk, tmp_path: Path) -> None:
    said = when_asked(go_on)
    screen(desk).records.save_backup(tmp_path / "nowhere" / "backup.sqlite")
    assert said[0]


def test_a_backup_is_restored_by_starting_anew(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = tmp_path / "backup.sqlite"
    desk.services.keeping.backup(backup)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(backup), ""))
    screen(desk)
    when_asked(stay)
    press(desk, "restore_backup")
    assert desk.restoring is None
    when_asked(go_on)
    press(desk, "restore_backup")
    assert desk.restoring == backup


def test_a_file_that_is_no_backup_is_refused(desk: Desk, tmp_path: Path) -> None:
    wrong = tmp_path / "letter.sqlite"
    wrong.write_text("Dear Sir or Madam")
    said = when_asked(go_on, go_on)
    screen(desk).records.restore(wrong)
    assert "is not a whole backup" in said[1]
    assert desk.restoring is None


def test_a_problem_report_is_shown_before_it_is_saved(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "report.zip"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    shown: list[str] = []

    def read(dialog: Dialog) -> None:
        text = dialog.findChild(QPlainTextEdit)
        assert text is not None
        shown.append(text.toPlainText())
        click("act")(dialog)

    when_asked(read)
    screen(desk)
    press(desk, "problem_report")
    with ZipFile(target) as file:
        about = file.read("about.txt").decode()
    assert about.strip() in shown[0]
    assert "learners: 1" in about
    assert "李建国" not in shown[0]


def test_a_report_that_nobody_wants_is_not_saved(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: pytest.fail("was asked"))
    when_asked(stay)
    screen(desk)
    press(desk, "problem_report")


def test_versions_and_the_folder_are_told(desk: Desk) -> None:
    words = words_of(screen(desk))
    assert desk.library.info.version in words
    assert str(desk.outside.data) in words


def test_the_next_visit_starts_afresh(desk: Desk) -> None:
    view = screen(desk)
    type_in(desk.window, "name", "三")
    go(desk, Place.HOME)
    go(desk, Place.SETTINGS)
    line = find(desk, "name")
    assert isinstance(line, QLineEdit)
    assert line.text() == "李建国"
    assert view.isVisible()


def test_every_picture_of_the_content_is_named_with_its_licence(desk: Desk) -> None:
    screen(desk)
    press(desk, "every_picture")
    shown = find(desk, "origins")
    assert isinstance(shown, QLabel)
    for line, picture in zip(shown.text().split("\n"), desk.library.pictures(), strict=True):
        assert picture.origin in line
        assert line.endswith(picture.licence)
