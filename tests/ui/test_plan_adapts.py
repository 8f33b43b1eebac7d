"""What a plan has for its class, and what people can do afterwards."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit, QMenu

from pdo_app.app import Desk
from pdo_app.records import Mode
from pdo_app.ui.routes import Place
from pdo_app.ui.train.plan_dialogs import ClassDialog, ObjectivesDialog
from pdo_app.ui.widgets.label import ElidedLabel
from pdo_app.ui.widgets.select import Select

from .dialogue import child, click, go_on, type_in, when_asked, words_of
from .operating import find, go, press
from .plan_room import Room, change
from .walk import settle

CONTRACTS = "h1-two-contracts"


@pytest.fixture
def room(desk: Desk) -> Room:
    return Room(desk)


def the_sector(desk: Desk) -> Select:
    found = find(desk, "sector")
    assert isinstance(found, Select)
    return found


def test_a_sector_is_chosen_and_the_plan_has_its_part(desk: Desk) -> None:
    desk.frame.person.become_trainer()
    go(desk, Place.SESSION_NEW)
    type_in(desk.window, "class_sector", "渔业")
    the_sector(desk).choose(1)
    line = desk.window.findChild(QLineEdit, "class_sector")
    assert line.isHidden()
    the_sector(desk).choose(0)
    assert not line.isHidden()
    assert line.text() == "渔业", "what was typed comes back"
    the_sector(desk).choose(3)
    desk.frame.preferences.change(mode=Mode.ENGLISH)
    settle()
    assert the_sector(desk).accessibleName() == "Sector: Kitchen"
    press(desk, "make")
    (session,) = desk.services.training().sessions.all()
    assert session.sector == "kitchen"
    assert "h1-kitchen" in [one.id for one in session.plan[0].segments]
    assert "Kitchen: a cut, a burn" in words_of(find(desk, "row_h1-kitchen"))


def test_the_class_shows_the_name_of_its_sector_and_old_words_as_they_are(room: Room) -> None:
    sessions = room.desk.services.training().sessions
    sessions.update(room.session, sector="运输")
    settle()
    page = words_of(room.page)
    assert "运输" in page
    assert "transport" not in page

    def other(dialog: object) -> None:
        assert isinstance(dialog, ClassDialog)
        select = child(dialog, Select, "sector")
        assert select.current == 6
        select.choose(0)
        type_in(dialog, "class_sector", "x" * 201)
        click("act")(dialog)
        assert "This is too long." in words_of(dialog)
        child(dialog, QLineEdit, "class_sector").clear()
        type_in(dialog, "class_sector", "渔业")
        click("act")(dialog)

    change(room.desk, (other, go_on))
    assert room.session.sector == "渔业"
    assert "渔业" in words_of(room.page)


def test_a_row_says_in_one_line_what_people_can_do(room: Room) -> None:
    row = find(room.desk, f"row_{CONTRACTS}")
    (line,) = row.findChildren(ElidedLabel)
    assert line.accessibleName().startswith("课后：您能")
    press(room.desk, f"more_{CONTRACTS}")
    menu = find(room.desk, f"more_{CONTRACTS}").findChild(QMenu)
    entries = menu.actions()
    menu.close()
    seen = []

    def read(dialog: object) -> None:
        assert isinstance(dialog, ObjectivesDialog)
        seen.append(words_of(dialog))
        click("stay")(dialog)

    when_asked(read)
    entries[-1].trigger()
    settle()
    assert "两份合同" in seen[0]
    assert "You can say which contracts you sign" in seen[0]
    assert not find(room.desk, "row_h1-break-1").findChildren(ElidedLabel)


def test_a_closed_plan_says_it_all(room: Room) -> None:
    room.desk.services.training().sessions.close(room.session)
    settle()
    row = find(room.desk, f"row_{CONTRACTS}")
    assert not row.findChildren(ElidedLabel)
    assert "课后：您能" in words_of(row)
