"""The list of sessions and a new one."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QLineEdit, QMenu

from pdo_app.app import Desk
from pdo_app.errors import Message, StoreError
from pdo_app.records import Group, Mode, TrainingSession
from pdo_app.ui.routes import Place
from pdo_app.ui.train.class_form import ClassForm
from pdo_app.ui.train.new_session import NewSessionScreen
from pdo_app.ui.train.sessions import HoldAgain, SessionsScreen
from pdo_app.ui.widgets.calendar import DateField

from .dialogue import go_on, stay, type_in, when_asked, words_of
from .operating import find, go, press
from .prepared import a_class
from .walk import settle


@pytest.fixture
def trainer(desk: Desk) -> Desk:
    """A desk whose trainer's area is open."""
    desk.services.training().access.save_centre(trainers=["陈建华", "刘敏"])
    desk.frame.person.become_trainer()
    go(desk, Place.SESSIONS)
    return desk


def every(desk: Desk) -> tuple[TrainingSession, ...]:
    return desk.services.training().sessions.all()


def text(desk: Desk, name: str) -> str:
    line = find(desk, name)
    assert isinstance(line, QLineEdit)
    return line.text()


def retype(desk: Desk, name: str, words: str) -> None:
    line = find(desk, name)
    assert isinstance(line, QLineEdit)
    line.clear()
    type_in(desk.window, name, words)


# A new session.


def test_three_clicks_make_a_session_of_two_days(trainer: Desk) -> None:
    go(trainer, Place.SESSION_NEW)
    press(trainer, "template_two-days")
    assert text(trainer, "class_title") == "11月24日 两天班"
    assert text(trainer, "class_trainer") == "陈建华"
    press(trainer, "make")
    session = every(trainer)[0]
    assert (session.title, session.trainer) == ("11月24日 两天班", "陈建华")
    assert len(session.plan) == 4
    route = trainer.frame.router.current
    assert route is not None
    assert (route.place, route.params["session"]) == (Place.SESSION, str(session.id))


def test_everything_that_is_asked_is_kept(trainer: Desk) -> None:
    go(trainer, Place.SESSION_NEW)
    retype(trainer, "class_title", "焊工班")
    type_in(trainer.window, "class_place", "三楼会议室")
    type_in(trainer.window, "class_sector", "渔业")
    press(trainer, "group_returnees")
    press(trainer, "group_women")
    press(trainer, "group_women")
    press(trainer, "slides2")
    page = trainer.window.findChild(NewSessionScreen)
    page._form._travel("DE")
    settle()
    trainer.frame.preferences.change(mode=Mode.ENGLISH)
    settle()
    assert text(trainer, "class_title") == "焊工班", "what was typed stays"
    press(trainer, "make")
    session = every(trainer)[0]
    assert session.title == "焊工班"
    assert (session.place, session.sector, session.destination) == ("三楼会议室", "渔业", "DE")
    assert session.groups == (Group.RETURNEES,)
    assert session.mode is Mode.ENGLISH


def test_the_title_follows_the_day_until_it_is_written(trainer: Desk) -> None:
    go(trainer, Place.SESSION_NEW)
    field = find(trainer, "first_day")
    assert isinstance(field, DateField)
    field._take(trainer.today() + timedelta(days=3))
    assert text(trainer, "class_title").startswith("11月27日")
    retype(trainer, "class_title", "焊工班")
    field._take(trainer.today() + timedelta(days=5))
    assert text(trainer, "class_title") == "焊工班"
    press(trainer, "make")
    assert every(trainer)[0].plan[0].day == trainer.today() + timedelta(days=5)


def test_an_empty_title_is_said_at_its_field(trainer: Desk) -> None:
    go(trainer, Place.SESSION_NEW)
    retype(trainer, "class_title", " ")
    press(trainer, "make")
    assert every(trainer) == ()
    assert "This is empty." in words_of(trainer.window)
    assert find(trainer, "class_title").hasFocus()
    trainer.frame.preferences.change(text_scale=150)
    settle()
    assert "This is empty." in words_of(trainer.window), "a new text size does not hide it"
    retype(trainer, "class_title", "焊工班")
    settle()
    assert "This is empty." not in words_of(trainer.window)


def test_modules_are_fitted_into_hours(trainer: Desk) -> None:
    go(trainer, Place.SESSION_NEW)
    press(trainer, "template_fit")
    press(trainer, "make")
    assert "No module is chosen." in words_of(trainer.window)
    for number in (3, 8):
        press(trainer, f"module_{number}")
    press(trainer, "module_1")
    press(trainer, "module_1")
    for name in ("hours_less", "hours_more", "hours_more"):
        press(trainer, name)
    press(trainer, "make")
    session = every(trainer)[0]
    modules = {one.module for half in session.plan for one in half.segments if one.module}
    assert modules == {"core/m03", "core/m08"}
    assert sum(one.minutes for half in session.plan for one in half.segments) <= 4.5 * 60


def test_hours_that_are_too_few_for_the_essential_are_said(trainer: Desk) -> None:
    go(trainer, Place.SESSION_NEW)
    press(trainer, "template_fit")
    for module in trainer.library.modules():
        press(trainer, f"module_{module.number}")
    for _ in range(10):
        press(trainer, "hours_less")
    press(trainer, "make")
    assert every(trainer) == ()
    assert "The essential parts alone take" in words_of(trainer.window)
    press(trainer, "template_half-day")
    assert "The essential parts alone take" not in words_of(trainer.window)


def test_the_trainer_is_chosen_from_those_of_the_centre(trainer: Desk) -> None:
    go(trainer, Place.SESSION_NEW)
    press(trainer, "choose_trainer")
    menu = find(trainer, "choose_trainer").findChild(QMenu)
    menu.actions()[1].trigger()
    menu.close()
    settle()
    assert text(trainer, "class_trainer") == "刘敏"
    press(trainer, "make")
    assert every(trainer)[0].trainer == "刘敏"


def test_a_destination_can_be_chosen_and_taken_back(
    trainer: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    go(trainer, Place.SESSION_NEW)
    answers = [None, "DE"]
    monkeypatch.setattr("pdo_app.ui.train.class_form.choose_country", lambda *_: answers.pop(0))
    press(trainer, "destination")
    assert "Mixed class" in find(trainer, "destination").accessibleName()
    press(trainer, "destination")
    assert "Germany" in find(trainer, "destination").accessibleName()
    press(trainer, "mixed")
    press(trainer, "make")
    assert every(trainer)[0].destination == ""


def test_what_cannot_be_written_is_told(trainer: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    go(trainer, Place.SESSION_NEW)
    page = trainer.window.findChild(NewSessionScreen)
    told: list[object] = []
    monkeypatch.setattr(page, "report", told.append)

    def refuse(*_: object, **__: object) -> None:
        raise StoreError(Message("The disk is full."), Message("Free some space."))

    monkeypatch.setattr(trainer.services.training().sessions, "create", refuse)
    press(trainer, "make")
    assert len(told) == 1


def test_back_leads_where_one_came_from(trainer: Desk) -> None:
    go(trainer, Place.SESSIONS)
    go(trainer, Place.SESSION_NEW)
    retype(trainer, "class_title", "焊工班")
    press(trainer, "back")
    assert trainer.frame.router.current.place is Place.SESSIONS  # type: ignore[union-attr]
    go(trainer, Place.SESSION_NEW)
    assert text(trainer, "class_title") != "焊工班", "the next one begins anew"


# The list.


def test_the_list_names_every_session_with_its_state(trainer: Desk) -> None:
    a_class(trainer, 0, title="今天的班")
    a_class(trainer, 5, title="以后的班")
    a_class(trainer, -9, title="以前的班")
    closed = a_class(trainer, -20, title="结束的班")
    trainer.services.training().sessions.close(closed)
    go(trainer, Place.SESSIONS)
    names = [find(trainer, f"session_{session.id}").accessibleName() for session in every(trainer)]
    for words in ("Planned", "Today", "Not closed yet", "Closed"):
        assert sum(words in name for name in names) == 1, words


def test_a_session_is_held_again(trainer: Desk) -> None:
    session = a_class(trainer, -9)
    go(trainer, Place.SESSIONS)
    day = trainer.today() + timedelta(days=4)

    def choose(dialog: object) -> None:
        assert isinstance(dialog, HoldAgain)
        dialog.findChild(DateField)._take(day)
        go_on(dialog)

    when_asked(stay, choose)
    press(trainer, f"duplicate_{session.id}")
    assert len(every(trainer)) == 1
    press(trainer, f"duplicate_{session.id}")
    new = every(trainer)[0]
    assert new.plan[0].day == day
    assert trainer.services.training().roster.people(new) == ()


def test_a_session_is_removed_only_after_a_question(trainer: Desk) -> None:
    session = a_class(trainer, -9)
    go(trainer, Place.SESSIONS)
    said = when_asked(stay, go_on)
    press(trainer, f"remove_{session.id}")
    assert "6 people" in said[0]
    assert len(every(trainer)) == 1
    press(trainer, f"remove_{session.id}")
    settle()
    assert every(trainer) == ()
    assert "No session yet." in words_of(trainer.window)


def test_many_sessions_are_shown_when_they_are_asked_for(trainer: Desk) -> None:
    sessions = trainer.services.training().sessions
    for days in range(32):
        sessions.create("班", "half-day", trainer.today() + timedelta(days=days))
    go(trainer, Place.SESSIONS)
    page = trainer.window.findChild(SessionsScreen)
    rows = [w for w in page.findChildren(object) if w.objectName().startswith("session_")]
    assert len(rows) == 30
    press(trainer, "all_sessions")
    rows = [w for w in page.findChildren(object) if w.objectName().startswith("session_")]
    assert len(rows) == 32


@pytest.mark.parametrize("deed", ["duplicate", "remove"])
def test_a_full_disk_is_told(trainer: Desk, monkeypatch: pytest.MonkeyPatch, deed: str) -> None:
    session = a_class(trainer, -9)
    go(trainer, Place.SESSIONS)
    page = trainer.window.findChild(SessionsScreen)
    told: list[object] = []
    monkeypatch.setattr(page, "report", told.append)

    def refuse(*_: object, **__: object) -> None:
        raise StoreError(Message("The disk is full."), Message("Free some space."))

    monkeypatch.setattr(trainer.services.training().sessions, deed, refuse)
    when_asked(go_on)
    press(trainer, f"{deed}_{session.id}")
    assert len(told) == 1


def test_a_form_without_such_a_field_says_so(trainer: Desk) -> None:
    go(trainer, Place.SESSION_NEW)
    form = trainer.window.findChild(NewSessionScreen).findChild(ClassForm)
    from pdo_app.errors import InputError

    assert not form.complain(InputError(Message("x"), Message("y"), "modules"))
