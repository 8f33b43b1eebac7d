"""The class of a plan: changed, and what that does to the plan; closed, removed, in trouble."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from pdo_app.app import Desk
from pdo_app.errors import Message, StoreError
from pdo_app.records import Group, SegmentKind
from pdo_app.ui.routes import Place
from pdo_app.ui.train.plan import PlanTab
from pdo_app.ui.train.plan_board import PlanBoard
from pdo_app.ui.train.plan_dialogs import ClassDialog
from pdo_app.ui.train.session import SessionScreen
from pdo_app.ui.widgets.calendar import DateField

from .dialogue import child, click, go_on, stay, type_in, words_of
from .operating import find, go, press
from .plan_room import Room, change
from .walk import settle, visible


@pytest.fixture
def room(desk: Desk) -> Room:
    return Room(desk)


def test_the_class_is_changed_and_its_days_move(room: Room) -> None:
    day = room.desk.today() + timedelta(days=7)

    def fill(dialog: object) -> None:
        assert isinstance(dialog, ClassDialog)
        child(dialog, DateField, "first_day")._take(day)
        line = child(dialog, QLineEdit, "class_title")
        line.selectAll()
        QTest.keyClick(line, Qt.Key.Key_Delete)
        click("act")(dialog)
        assert "This is empty." in words_of(dialog)
        type_in(dialog, "class_title", "新名字")
        click("act")(dialog)

    change(room.desk, (fill,))
    assert room.session.title == "新名字"
    assert [half.day for half in room.session.plan][::2] == [day, day + timedelta(days=1)]
    assert "新名字" in words_of(find(room.desk, "title"))


def other_group(dialog: object) -> None:
    assert isinstance(dialog, ClassDialog)
    dialog.form.draft.groups = {Group.WOMEN}
    click("act")(dialog)


def test_another_group_offers_to_plan_anew(room: Room) -> None:
    before = room.session.plan
    assert any(one.kind is SegmentKind.WITNESS for half in before for one in half.segments)
    said = change(room.desk, (other_group, stay))
    assert "What you changed in the plan is lost." in said[1]
    assert room.session.groups == (Group.WOMEN,)
    assert room.session.plan == before
    room.desk.services.training().sessions.update(room.session, groups=(Group.RETURNEES,))
    settle()
    change(room.desk, (other_group, go_on))
    kinds = {one.kind for half in room.session.plan for one in half.segments}
    assert SegmentKind.WITNESS not in kinds


def test_nothing_is_asked_where_the_plan_would_be_the_same(room: Room) -> None:
    room.desk.services.training().sessions.update(room.session, sector="矿业")
    settle()

    def fill(dialog: object) -> None:
        assert isinstance(dialog, ClassDialog)
        dialog.form.draft.sector = "渔业"
        click("act")(dialog)

    assert len(change(room.desk, (fill,))) == 1
    assert room.session.sector == "渔业"
    assert len(change(room.desk, (stay,))) == 1


def test_a_template_that_is_gone_is_no_trouble(room: Room) -> None:
    store = room.desk.store
    store.sessions.change(replace(room.session, template="gone"))
    settle()
    assert room.shown() == room.order()
    assert len(change(room.desk, (other_group,))) == 1


def test_a_session_of_modules_has_no_room_to_compare_with(desk: Desk) -> None:
    session = desk.services.training().sessions.create(
        "班", None, desk.today(), modules=["core/m03"], minutes=180
    )
    desk.frame.person.become_trainer()
    go(desk, Place.SESSION, session=str(session.id))
    tab = desk.window.findChild(SessionScreen).tab
    assert isinstance(tab, PlanTab)
    assert tab._room(session) == {}


# Closed, removed, in trouble.


def test_a_closed_session_cannot_be_changed(room: Room) -> None:
    room.desk.services.training().sessions.close(room.session)
    settle()
    names = {w.objectName() for w in visible(room.page)}
    assert not {"change_class", "present"} & names
    assert not [name for name in names if name.startswith(("grip_", "more_", "add_", "start_"))]
    assert "This session is closed." in words_of(room.page)
    QTest.keyClick(
        find(room.desk, f"row_{room.order()[1]}"), Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier
    )
    room.page.findChild(PlanBoard)._drag(find(room.desk, f"row_{room.order()[1]}"), 300)
    room.page.findChild(PlanBoard)._drop()


def test_a_session_that_was_removed_leads_back_to_the_list(room: Room) -> None:
    room.desk.services.training().sessions.remove(room.session)
    settle()
    assert "This session has been removed." in words_of(room.page)
    button = next(w for w in visible(room.page) if "See all sessions" in w.accessibleName())
    button.click()  # type: ignore[attr-defined]
    settle()
    assert room.desk.frame.router.current.place is Place.SESSIONS  # type: ignore[union-attr]


def test_a_full_disk_is_told(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[object] = []
    monkeypatch.setattr(room.page, "report", told.append)

    def refuse(*_: object, **__: object) -> None:
        raise StoreError(Message("The disk is full."), Message("Free some space."))

    sessions = room.desk.services.training().sessions
    monkeypatch.setattr(sessions, "replan", refuse)
    press(room.desk, f"down_{room.order()[1]}")
    assert len(told) == 1
    monkeypatch.setattr(sessions, "update", refuse)

    def save(dialog: object) -> None:
        assert isinstance(dialog, ClassDialog)
        click("act")(dialog)
        dialog.reject()

    change(room.desk, (save,))
    assert len(told) == 2


def test_a_session_closed_elsewhere_is_told_in_the_dialog(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[object] = []
    monkeypatch.setattr(room.page, "report", told.append)

    def save(dialog: object) -> None:
        assert isinstance(dialog, ClassDialog)
        room.desk.services.training().sessions.close(room.session)
        click("act")(dialog)
        dialog.reject()

    change(room.desk, (save,))
    assert len(told) == 1
