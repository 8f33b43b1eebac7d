"""The door of the trainer's area, what stands behind it, and who is let in."""

from __future__ import annotations

import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QMenu, QStackedWidget
from pytestqt.qtbot import QtBot

from pdo_app.app import Desk
from pdo_app.errors import Message, StoreError
from pdo_app.records import Mode
from pdo_app.ui.rail import Rail
from pdo_app.ui.routes import Place
from pdo_app.ui.shell import OF_TRAINERS
from pdo_app.ui.train.naming import days_words
from pdo_app.ui.train.today import TrainerScreen
from pdo_app.ui.view import View
from pdo_app.ui.widgets.thread import KnotWidget

from .dialogue import type_in, words_of
from .operating import find, go, press
from .prepared import a_class
from .walk import settle, visible


def screen(desk: Desk) -> View:
    view = desk.window.findChild(QStackedWidget).currentWidget()
    assert isinstance(view, View)
    return view


def place(desk: Desk) -> Place:
    current = desk.frame.router.current
    assert current is not None
    return current.place


def door(desk: Desk) -> TrainerScreen:
    go(desk, Place.TRAINER)
    found = screen(desk)
    assert isinstance(found, TrainerScreen)
    return found


def locked(desk: Desk, pin: str = "2580") -> str:
    """Set a PIN as an earlier run would have; return the recovery code."""
    return desk.services.training().access.set_pin(pin)


def enter(desk: Desk, pin: str) -> None:
    type_in(screen(desk), "pin", pin)
    press(desk, "open")


# Who is let in.


@pytest.mark.parametrize("wanted", sorted(OF_TRAINERS))
def test_a_trainers_page_leads_to_the_door(desk: Desk, wanted: Place) -> None:
    go(desk, wanted)
    assert isinstance(screen(desk), TrainerScreen)
    assert "Set a PIN for trainers" in words_of(desk.window)


def test_the_door_is_reached_from_the_choice_of_person_and_from_the_start(
    desk: Desk, new_desk: object
) -> None:
    for name in (Place.PEOPLE, Place.START):
        go(desk, name)
        press(desk, "for_trainers")
        assert place(desk) is Place.TRAINER
        press(desk, "back")
        assert place(desk) is Place.PEOPLE


def test_the_first_use_sets_a_pin_and_gives_the_code_once(desk: Desk) -> None:
    page = door(desk)
    assert "does not encrypt" in words_of(page)
    type_in(page, "new_pin", "258")
    type_in(page, "again", "258")
    press(desk, "set")
    assert "4 to 8 digits" in words_of(page)
    assert not desk.frame.person.trainer
    type_in(page, "new_pin", "0")
    press(desk, "set")
    assert "The two are not the same." in words_of(page)
    type_in(page, "again", "0")
    press(desk, "set")
    code = find(desk, "recovery_code")
    assert isinstance(code, QLabel)
    assert code.text() == page.gate.code != ""
    go(desk, Place.SESSIONS)
    go(desk, Place.TRAINER)
    assert find(desk, "recovery_code").isVisible(), "it stays until it is kept"
    press(desk, "kept")
    assert page.gate.code == ""
    assert desk.frame.person.trainer
    assert "Nothing is planned for today." in words_of(page)


def test_the_code_goes_to_paper(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = door(desk)
    for name in ("new_pin", "again"):
        type_in(page, name, "2580")
    press(desk, "set")
    answers = [("", ""), (str(tmp_path / "none" / "code"), ""), (str(tmp_path / "code"), "")]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: answers.pop(0))
    told: list[object] = []
    monkeypatch.setattr(page, "report", told.append)
    for _ in range(3):
        press(desk, "print_code")
    assert len(told) == 1
    text = PdfReader(tmp_path / "code.pdf").pages[0].extract_text()
    assert page.gate.code in text
    assert "Saved in" in words_of(page)


def test_the_right_pin_opens_and_a_wrong_one_does_not(desk: Desk) -> None:
    locked(desk)
    page = door(desk)
    assert find(desk, "pin").hasFocus()
    enter(desk, "0000")
    assert "This PIN is not right. Try again." in words_of(page)
    type_in(page, "pin", "2580")
    QTest.keyClick(find(desk, "pin"), Qt.Key.Key_Return)
    settle()
    assert desk.frame.person.trainer
    assert desk.frame.person.learner is None


def test_several_wrong_ones_are_followed_by_a_pause_in_words(desk: Desk) -> None:
    locked(desk)
    page = door(desk)
    for _ in range(6):
        enter(desk, "0000")
    assert "seconds, then try again." in words_of(page)
    enter(desk, "2580")
    assert not desk.frame.person.trainer


def test_a_forgotten_pin_is_replaced_with_the_code(desk: Desk) -> None:
    code = locked(desk)
    page = door(desk)
    press(desk, "forgot")
    press(desk, "go_back")
    press(desk, "forgot")
    for name in ("new_pin", "again"):
        type_in(page, name, "1357")
    type_in(page, "code", "AAAA")
    press(desk, "set")
    assert "This recovery code is wrong." in words_of(page)
    line = find(desk, "code")
    assert isinstance(line, QLineEdit)
    line.clear()
    type_in(page, "code", code.lower().replace("-", " "))
    press(desk, "set")
    assert page.gate.code not in ("", code)
    press(desk, "kept")
    assert desk.services.training().access.unlock("1357")


def test_what_cannot_be_written_is_told(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    page = door(desk)
    told: list[object] = []
    monkeypatch.setattr(page, "report", told.append)

    def refuse(_: str) -> str:
        raise StoreError(Message("The disk is full."), Message("Free some space."))

    monkeypatch.setattr(desk.services.training().access, "set_pin", refuse)
    for name in ("new_pin", "again"):
        type_in(page, name, "2580")
    press(desk, "set")
    assert len(told) == 1
    assert not desk.frame.person.trainer


# Inside.


def test_the_trainers_rail(desk: Desk) -> None:
    locked(desk)
    door(desk)
    enter(desk, "2580")
    rail = desk.window.findChild(Rail)
    names = {w.objectName() for w in visible(rail) if w.objectName()}
    assert names == {f"rail_{p}" for p in ("trainer", "sessions", "country", "centre", "emergency")}
    for name, wanted in (("sessions", Place.SESSIONS), ("centre", Place.CENTRE)):
        press(desk, f"rail_{name}")
        assert place(desk) is wanted
    press(desk, "rail_emergency")
    assert place(desk) is Place.EMERGENCY


@pytest.mark.parametrize("way", ["leave", Place.PEOPLE, Place.START])
def test_leaving_closes_the_area(desk: Desk, way: str) -> None:
    desk.frame.person.become_trainer()
    go(desk, Place.TRAINER)
    if way == "leave":
        press(desk, way)
    else:
        go(desk, Place(way))
    assert not desk.frame.person.trainer
    assert place(desk) is Place.PEOPLE
    desk.frame.router.back(Place.EMERGENCY)
    assert place(desk) is Place.EMERGENCY, "the way through the area is forgotten"


def test_where_nobody_has_a_profile_leaving_leads_to_the_start(empty_desk: Desk) -> None:
    empty_desk.frame.person.become_trainer()
    go(empty_desk, Place.TRAINER)
    press(empty_desk, "leave")
    assert place(empty_desk) is Place.START


def test_the_menu_of_the_bar_is_a_trainers(desk: Desk) -> None:
    desk.frame.person.become_trainer()
    go(desk, Place.TRAINER)
    button = find(desk, "person")
    assert button.accessibleName().endswith("培训老师")
    press(desk, "person")
    menu = button.findChild(QMenu)
    words = [action.text() for action in menu.actions()]
    assert words == ["培训中心 Centre", "离开培训老师专区 Leave the trainer's area"]
    menu.actions()[1].trigger()
    menu.close()
    settle()
    assert not desk.frame.person.trainer


def test_a_learners_page_is_not_shown_to_a_trainer(desk: Desk) -> None:
    desk.frame.person.become_trainer()
    go(desk, Place.HOME)
    assert isinstance(screen(desk), TrainerScreen)


def test_a_profile_closes_the_area(desk: Desk) -> None:
    learner = desk.frame.person.present
    desk.frame.person.become_trainer()
    desk.become(learner)
    settle()
    assert not desk.frame.person.trainer
    assert place(desk) is Place.HOME


def test_the_idle_minutes_close_the_area_but_no_presentation(desk: Desk, qtbot: QtBot) -> None:
    desk.frame.person.become_trainer()
    go(desk, Place.SESSIONS)
    desk.frame.person.presenting = True
    desk.window._nobody_there()
    assert desk.frame.person.trainer
    desk.frame.person.presenting = False
    desk.window._nobody_there()
    settle()
    assert not desk.frame.person.trainer
    assert place(desk) is Place.PEOPLE


def test_a_code_that_was_not_kept_is_shown_again_after_the_pin(desk: Desk) -> None:
    """It is written nowhere: the idle minutes on the way to the printer must not take it away."""
    page = door(desk)
    type_in(page, "new_pin", "2580")
    type_in(page, "again", "2580")
    press(desk, "set")
    code = page.gate.code
    desk.window._nobody_there()
    settle()
    assert not desk.frame.person.trainer
    door(desk)
    assert code not in words_of(desk.window)
    enter(desk, "2580")
    assert find(desk, "recovery_code").isVisible()
    assert page.gate.code == code
    press(desk, "kept")
    assert page.gate.code == ""
    assert "Nothing is planned for today." in words_of(page)


def test_a_country_is_that_of_the_class(desk: Desk) -> None:
    session = a_class(desk, 3)
    desk.services.training().sessions.update(session, destination="AT")
    locked(desk)
    door(desk)
    enter(desk, "2580")
    press(desk, "rail_country")
    assert "Austria" in words_of(desk.window)
    other = a_class(desk, 1)
    go(desk, Place.SESSION, session=str(other.id))
    press(desk, "rail_country")
    assert "Germany" in words_of(desk.window)


def test_without_a_class_the_country_is_the_first_one(desk: Desk) -> None:
    desk.frame.person.become_trainer()
    go(desk, Place.COUNTRY)
    assert find(desk, "page").isVisible()
    press(desk, "rail_trainer")
    assert place(desk) is Place.TRAINER


# Today.


def test_today_shows_the_session_and_leads_to_it(desk: Desk) -> None:
    session = a_class(desk, 0, title="今天的班")
    coming, before = a_class(desk, 5, title="以后的班"), a_class(desk, -9, title="以前的班")
    desk.frame.person.become_trainer()
    go(desk, Place.TRAINER)
    said = words_of(desk.window)
    for words in ("今天的班", "以后的班", "以前的班", "6 人", "Coming up", "Earlier"):
        assert words in said
    press(desk, f"session_{coming.id}")
    assert desk.frame.router.current.params == {"session": str(coming.id)}  # type: ignore[union-attr]
    go(desk, Place.TRAINER)
    press(desk, f"plan_{session.id}")
    assert place(desk) is Place.SESSION
    assert before.plan[-1].day < desk.today()


def test_today_without_a_session_offers_to_plan_one(desk: Desk) -> None:
    desk.frame.person.become_trainer()
    go(desk, Place.TRAINER)
    press(desk, "new_session")
    assert place(desk) is Place.SESSION_NEW


def test_today_shows_how_far_the_day_has_come(desk: Desk) -> None:
    """The desk's clock stands at 04:00 UTC: where that is noon, the morning is over."""
    session = a_class(desk, 0)
    ends = session.plan[0].start + sum(one.minutes for one in session.plan[0].segments)
    local = desk.outside.clock().astimezone()
    desk.frame.person.become_trainer()
    go(desk, Place.TRAINER)
    states = [knot._stop.state.value for knot in screen(desk).findChildren(KnotWidget)]
    over = local.hour * 60 + local.minute >= ends
    assert states == ["done" if over else "here", "here" if over else "ahead", "ahead", "ahead"]


def test_the_days_of_a_session_are_said_with_one_year(desk: Desk) -> None:
    desk.frame.preferences.change(mode=Mode.BOTH)
    session = a_class(desk, 0)
    words = days_words(desk.frame.language, session)
    assert words.main == "2026年11月24日至25日"
    assert words.second == "24 – 25 November 2026"
    over = (desk.today().replace(month=12, day=31) - desk.today()) / timedelta(days=1)
    later = a_class(desk, int(over))
    assert days_words(desk.frame.language, later).main == "2026年12月31日至2027年1月1日"


def test_a_learners_start_reads_nothing_of_the_trainers() -> None:
    code = (
        "import sys; from pdo_app.app import Desk; import pdo_app.ui.learn.home;"
        "import pdo_app.ui.learn.start; import pdo_app.ui.learn.people;"
        "print([n for n in sys.modules if n.startswith(('pdo_app.training', 'pdo_app.ui.train'))])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
