import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from pdo_app.app import Desk
from pdo_app.records import Mode
from pdo_app.ui.dialogs import Dialog
from pdo_app.ui.learn.emergency import EmergencyScreen
from pdo_app.ui.learn.emergency_numbers import Figure, dialled
from pdo_app.ui.routes import Place
from pdo_app.ui.widgets.patch import SourceLabel

from .dialogue import click, when_asked, words_of
from .operating import find, go, press
from .walk import settle


def screen(desk: Desk) -> EmergencyScreen:
    view = desk.window.findChild(EmergencyScreen)
    assert view is not None
    return view


def figures(within: QWidget) -> list[str]:
    return [figure.accessibleName() for figure in within.findChildren(Figure)]


def test_it_works_before_anybody_has_a_profile(empty_desk: Desk) -> None:
    press(empty_desk, "emergency")
    assert figures(screen(empty_desk)) == ["112", "+86-10-12308"]
    for situation in empty_desk.library.situations():
        assert find(empty_desk, f"situation_{situation.id}")
    press(empty_desk, "back")
    current = empty_desk.frame.router.current
    assert current is not None
    assert current.place is Place.START


def test_a_country_can_be_chosen_without_a_profile(empty_desk: Desk) -> None:
    press(empty_desk, "emergency")
    when_asked(click("country_DE"))
    press(empty_desk, "change")
    settle()
    assert figures(screen(empty_desk))[:3] == ["112", "110", "+86-10-12308"]


def test_the_country_is_that_of_the_person(desk: Desk) -> None:
    go(desk, Place.EMERGENCY)
    words = words_of(screen(desk))
    country = desk.library.country("DE")
    assert country is not None
    for phrase in country.phrases:
        if phrase.group == "emergency":
            assert phrase.local in words
            assert phrase.reading in words
    assert "No native speaker has checked these sentences yet." in words


def test_english_readers_get_no_reading_in_chinese_characters(desk: Desk) -> None:
    desk.frame.preferences.change(mode=Mode.ENGLISH)
    go(desk, Place.EMERGENCY)
    country = desk.library.country("DE")
    assert country is not None
    assert country.phrases[0].local in words_of(screen(desk))
    assert country.phrases[0].reading not in words_of(screen(desk))


def test_every_number_has_its_source_and_says_where_it_is_not_confirmed(desk: Desk) -> None:
    desk.frame.preferences.change(mode=Mode.ENGLISH)
    go(desk, Place.EMERGENCY)
    labels = screen(desk).findChildren(SourceLabel)
    assert len(labels) == len(figures(screen(desk)))
    for label in labels:
        said = label.accessibleName().replace("\u00a0", " ")
        assert "checked 2026-11-24" in said
        assert "Confirm first" in said


def test_a_country_without_a_page_says_so(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk.library, "country", lambda _code: None)  # an older pack
    go(desk, Place.EMERGENCY, country="MT")
    assert figures(screen(desk)) == ["112", "+86-10-12308"]
    assert "There is no page for Malta yet." in words_of(screen(desk))
    assert find(desk, f"situation_{desk.library.situations()[0].id}")


def test_another_person_sees_the_own_country_again(desk: Desk) -> None:
    go(desk, Place.EMERGENCY, country="MT")
    desk.become(desk.frame.person.present)
    go(desk, Place.EMERGENCY)
    assert "110" in figures(screen(desk))


@pytest.mark.parametrize("at", range(6))
def test_a_situation_opens_its_steps_in_place(desk: Desk, at: int) -> None:
    go(desk, Place.EMERGENCY)
    situation = desk.library.situations()[at]
    press(desk, f"situation_{situation.id}")
    words = words_of(screen(desk))
    for step in situation.steps:
        assert step.zh in words
        assert step.en in words
    assert len(screen(desk).findChildren(SourceLabel)) == 3 + len(situation.citations)
    assert QApplication.focusWidget() is find(desk, "all_situations")
    QTest.keyClick(find(desk, "all_situations"), Qt.Key.Key_Escape)
    settle()
    assert QApplication.focusWidget() is find(desk, f"situation_{situation.id}")


def test_a_situation_leads_to_its_lesson(desk: Desk) -> None:
    situation = next(s for s in desk.library.situations() if s.lesson)
    go(desk, Place.EMERGENCY, situation=situation.id)
    press(desk, "read_lesson")
    current = desk.frame.router.current
    assert current is not None
    assert current.params == {"lesson": situation.lesson}


def test_nobody_is_led_to_a_lesson_without_a_profile(empty_desk: Desk) -> None:
    press(empty_desk, "emergency")
    press(empty_desk, f"situation_{empty_desk.library.situations()[0].id}")
    assert screen(empty_desk).findChild(QWidget, "read_lesson") is None


def test_all_numbers_of_the_embassy_are_listed(desk: Desk) -> None:
    go(desk, Place.EMERGENCY)
    said = when_asked(click("close"))
    press(desk, "embassy")
    country = desk.library.country("DE")
    assert country is not None
    for name in country.embassy:
        assert desk.library.fact(name).label.en in said[0]


def test_a_list_that_is_too_long_scrolls_by_keys(desk: Desk) -> None:
    desk.frame.preferences.change(text_scale=200)
    go(desk, Place.EMERGENCY)
    places: list[int] = []

    def scroll(dialog: Dialog) -> None:
        bar = dialog.findChild(QScrollArea).verticalScrollBar()
        for key in (Qt.Key.Key_PageDown, Qt.Key.Key_End, Qt.Key.Key_Home):
            QTest.keyClick(dialog, key)
            places.append(bar.value())
        assert bar.maximum() > 0
        assert dialog.height() < desk.window.height()
        dialog.reject()

    when_asked(scroll)
    press(desk, "embassy")
    assert 0 == places[2] < places[0] < places[1]


def test_the_page_scrolls_by_keys(desk: Desk) -> None:
    desk.frame.preferences.change(text_scale=200)
    go(desk, Place.EMERGENCY)
    bar = screen(desk).findChild(QScrollArea, "page").verticalScrollBar()
    QTest.keyClick(screen(desk), Qt.Key.Key_PageDown)
    assert bar.value() > 0


def test_112_comes_first_also_where_the_country_has_numbers_of_its_own(desk: Desk) -> None:
    for code in desk.library.info.destinations:
        first, others = dialled(desk.library.country(code))
        assert first.number == "112"
        assert "112" not in [number.number for number in others]
    desk.become(desk.services.profiles.create("王芳", "AT", None, Mode.BOTH))
    go(desk, Place.EMERGENCY)
    figures = [f.accessibleName() for f in desk.window.findChildren(Figure) if f.isVisible()]
    assert figures[:4] == ["112", "144", "133", "122"]
