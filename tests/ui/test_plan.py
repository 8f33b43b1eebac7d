"""The plan of a session: moved by mouse and keyboard, lengthened, added to, left out."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from pdo_app.app import Desk
from pdo_app.records import SegmentKind
from pdo_app.training import agenda
from pdo_app.ui.routes import Place
from pdo_app.ui.train.plan_board import PlanBoard
from pdo_app.ui.train.plan_dialogs import LessonDialog
from pdo_app.ui.train.session import SessionScreen
from pdo_app.ui.widgets.notice import Toast
from pdo_app.ui.widgets.select import Select

from .dialogue import child, click, stay, when_asked, words_of
from .operating import find, go, press
from .plan_room import Room, drag, middle
from .prepared import a_class
from .walk import settle, visible


@pytest.fixture
def room(desk: Desk) -> Room:
    return Room(desk)


# What it shows.


def test_rows_say_when_what_and_how_long(room: Room) -> None:
    first = room.session.plan[0].segments[1]
    row = find(room.desk, f"row_{first.id}")
    said = words_of(row)
    assert "09:30" in said
    assert first.title_zh in said
    assert first.title_en in said
    assert f"{first.minutes} 分钟" in said
    assert row.accessibleName().startswith("09:30 ")


def test_what_was_given_is_sewn(room: Room) -> None:
    training = room.desk.services.training()
    run = training.presenting.begin(room.session)
    training.presenting.show(room.session, run.deck[0])
    settle()
    board = room.page.findChild(PlanBoard)
    assert board._known.given == {room.order()[0]}


def test_what_was_given_is_not_removed(room: Room) -> None:
    """Who has had it is reckoned by the plan."""
    training = room.desk.services.training()
    name = room.order()[0]
    texts = []
    for _ in range(2):
        press(room.desk, f"more_{name}")
        menu = find(room.desk, f"more_{name}").findChild(QMenu)
        texts.append([action.text() for action in menu.actions()])
        menu.close()
        settle()
        training.presenting.show(room.session, training.presenting.deck(room.session)[0])
        settle()
    assert [any("Remove" in text for text in menu) for menu in texts] == [True, False]


# Moving.


def test_alt_and_an_arrow_move_a_row_and_keep_the_focus(room: Room) -> None:
    before = room.order()
    name = before[1]
    for control in (f"grip_{name}", f"down_{name}", f"minutes_{name}_more"):
        find(room.desk, control).setFocus()
        QTest.keyClick(find(room.desk, control), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        settle()
        assert find(room.desk, control).hasFocus()
    assert room.order() == [before[0], *before[2:5], name, *before[5:]]
    assert room.shown() == room.order()
    QTest.keyClick(find(room.desk, f"grip_{name}"), Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    settle()
    assert room.order().index(name) == 3


def test_the_arrows_of_a_row_move_it_across_half_days(room: Room) -> None:
    last = room.order()[-1]
    press(room.desk, f"down_{last}")
    assert room.order(1)[0] == last
    press(room.desk, f"up_{last}")
    assert room.order()[-1] == last
    first = room.order()[0]
    press(room.desk, f"up_{first}")
    assert room.order()[0] == first, "there is nothing before it"


def test_a_row_is_drawn_down_and_up_with_the_mouse(room: Room) -> None:
    before = room.order()
    third = find(room.desk, f"row_{before[2]}")
    drag(room.desk, before[0], middle(third) + QPoint(0, 5))
    assert room.order() == [before[1], before[2], before[0], *before[3:]]
    top = find(room.desk, f"row_{room.order()[0]}")
    drag(room.desk, before[0], middle(top) - QPoint(0, 5))
    assert room.order() == before


def test_a_row_is_drawn_into_another_half_day(room: Room) -> None:
    name, second = room.order()[0], room.session.plan[1].id
    card = find(room.desk, f"half_{second}")
    at = card.mapToGlobal(QPoint(40, card.height() - 4))
    drag(room.desk, name, at)
    assert room.order(1)[-1] == name
    assert name not in room.order()


def test_a_half_day_that_was_emptied_takes_a_row_again(room: Room) -> None:
    plan = room.session.plan
    emptied = tuple(
        half if at else type(half)(half.id, half.day, half.start, half.title_zh, half.title_en, ())
        for at, half in enumerate(plan)
    )
    room.desk.services.training().sessions.replan(room.session, emptied)
    settle()
    assert "Nothing is planned here." in words_of(find(room.desk, f"half_{plan[0].id}"))
    name = room.order(1)[0]
    card = find(room.desk, f"half_{plan[0].id}")
    drag(room.desk, name, middle(card))
    assert room.order() == [name]


def test_a_tremble_moves_nothing(room: Room) -> None:
    before = room.order()
    grip = find(room.desk, f"grip_{before[0]}")
    drag(room.desk, before[0], middle(grip) + QPoint(0, 3))
    QTest.mouseMove(grip, QPoint(2, 2))
    QTest.mousePress(grip, Qt.MouseButton.RightButton)
    assert room.order() == before


def test_the_page_scrolls_while_a_row_is_held_at_its_edge(room: Room, qtbot: QtBot) -> None:
    board, page = room.page.findChild(PlanBoard), find(room.desk, "page")
    row = next(made for made in board.findChildren(QWidget) if made.objectName().startswith("row_"))
    bottom = page.mapToGlobal(QPoint(0, page.height() - 5)).y()
    row.dragged.emit(bottom)
    qtbot.waitUntil(lambda: page.verticalScrollBar().value() > 0, timeout=2000)
    row.dragged.emit(page.mapToGlobal(QPoint(0, 5)).y())
    qtbot.waitUntil(lambda: page.verticalScrollBar().value() == 0, timeout=2000)
    row.dragged.emit(page.mapToGlobal(QPoint(0, page.height() // 2)).y())
    row.dropped.emit()
    settle()
    assert find(room.desk, "page").isVisible()


# Minutes.


def test_minutes_change_in_place(room: Room) -> None:
    name = room.order()[1]
    button = find(room.desk, f"minutes_{name}_more")
    before = agenda.find(room.session.plan, name).minutes
    press(room.desk, f"minutes_{name}_more")
    assert find(room.desk, f"minutes_{name}_more") is button, "a button held down goes on"
    assert agenda.find(room.session.plan, name).minutes == before + 5
    assert f"{before + 5} 分钟" in words_of(find(room.desk, f"row_{name}"))
    third = room.order()[2]
    assert "10:00" in words_of(find(room.desk, f"row_{third}")), "what follows is later"
    card = find(room.desk, f"half_{room.session.plan[0].id}")
    assert "超出 5 分钟" in [w.accessibleName() for w in visible(card)]
    for _ in range(2):
        press(room.desk, f"minutes_{name}_less")
    assert "空出 5 分钟" in [w.accessibleName() for w in visible(card)]


def test_a_half_day_begins_later(room: Room) -> None:
    half = room.session.plan[0]
    press(room.desk, f"start_{half.id}_more")
    assert room.session.plan[0].start == half.start + 15
    assert "09:15" in words_of(find(room.desk, f"row_{room.order()[0]}"))
    for _ in range(20):
        press(room.desk, f"start_{half.id}_less")
    assert room.session.plan[0].start == 6 * 60


# Left out, removed, added.


def test_a_part_is_left_out_and_taken_in_again(room: Room) -> None:
    name = room.order()[1]
    room.menu(name, 0)
    assert agenda.find(room.session.plan, name).skipped
    row = find(room.desk, f"row_{name}")
    assert "这次不讲" in [w.accessibleName() for w in visible(row)]
    assert not row.findChild(QWidget, f"minutes_{name}_more")
    press(room.desk, f"skip_{name}")
    assert not agenda.find(room.session.plan, name).skipped


def test_a_part_is_removed_and_brought_back(room: Room) -> None:
    before = room.session.plan
    name = room.order()[1]
    room.menu(name, 3)
    assert name not in room.order()
    toast = room.desk.window.findChild(Toast)
    undo = next(w for w in visible(toast) if "Undo" in w.accessibleName())
    undo.click()  # type: ignore[attr-defined]
    settle()
    assert room.session.plan == before


def test_what_was_changed_since_then_stays_when_a_part_is_brought_back(room: Room) -> None:
    first, second = room.order()[:2]
    room.menu(second, 3)
    sessions = room.desk.services.training().sessions
    sessions.replan(room.session, agenda.stretch(room.session.plan, first, 10))
    changed = agenda.find(room.session.plan, first)
    settle()
    toast = room.desk.window.findChild(Toast)
    undo = next(w for w in visible(toast) if "Undo" in w.accessibleName())
    undo.click()  # type: ignore[attr-defined]
    settle()
    assert room.order()[:2] == [first, second]
    assert agenda.find(room.session.plan, first) == changed


def test_a_part_of_a_session_that_was_removed_is_not_brought_back(room: Room) -> None:
    room.menu(room.order()[1], 3)
    room.desk.services.training().sessions.remove(room.session)
    toast = room.desk.window.findChild(Toast)
    undo = next(w for w in visible(toast) if "Undo" in w.accessibleName())
    undo.click()  # type: ignore[attr-defined]
    settle()


def test_a_break_is_put_after_a_part_and_at_the_end(room: Room) -> None:
    name = room.order()[0]
    room.menu(name, 1)
    added = room.session.plan[0].segments[1]
    assert (added.kind, added.title_zh, added.title_en) == (SegmentKind.BREAK, "休息", "Break")
    press(room.desk, f"add_break_{room.session.plan[0].id}")
    assert room.session.plan[0].segments[-1].kind is SegmentKind.BREAK
    assert len(set(room.order())) == len(room.order())


def test_a_lesson_is_added_where_it_is_asked_for(room: Room) -> None:
    half = room.session.plan[0]
    after = next(one for one in half.segments if one.module == "core/m03")

    def choose(dialog: object) -> None:
        assert isinstance(dialog, LessonDialog)
        assert "3 " in child(dialog, Select, "module").accessibleName(), "the module taught there"
        child(dialog, Select, "module").choose(7)
        settle()
        click("lesson1")(dialog)

    when_asked(stay, choose)
    room.menu(after.id, 2)
    assert len(room.order()) == len(half.segments)
    room.menu(after.id, 2)
    place = room.order().index(after.id) + 1
    added = room.session.plan[0].segments[place]
    head = room.desk.library.module("core/m08").lessons[1]
    assert added.lessons == (head.id,)
    assert added.title_zh == head.title.zh


def test_a_lesson_before_any_module_begins_with_the_first(room: Room) -> None:
    room.desk.services.training().sessions.replan(
        room.session, agenda.move(room.session.plan, room.order()[1], room.session.plan[1].id, 99)
    )
    settle()
    when_asked(click("lesson0"))
    room.menu(room.order()[0], 2)
    assert room.session.plan[0].segments[1].module == "core/m01"


# The frame.


def test_the_head_counts_people_in_place(room: Room) -> None:
    board = room.page.findChild(PlanBoard)
    room.desk.services.training().roster.add(room.session, "新来的")
    settle()
    assert "7 人" in words_of(find(room.desk, "title"))
    assert room.page.findChild(PlanBoard) is board


def test_present_leads_to_the_slides(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[object, object]] = []
    monkeypatch.setattr(
        room.desk.frame.router, "go", lambda place, **params: asked.append((place, params))
    )
    press(room.desk, "present")
    assert asked == [(Place.PRESENT, {"session": str(room.id)})]


def test_another_session_shows_its_own_plan(room: Room) -> None:
    other = a_class(room.desk, 3, title="另一个班")
    go(room.desk, Place.SESSION, session=str(other.id), tab="nonsense")
    assert "另一个班" in words_of(find(room.desk, "title"))
    assert room.tab.session_id == other.id


def test_the_arrows_lead_through_the_tabs(room: Room) -> None:
    tab = find(room.desk, "tab_plan")
    assert tab.property("checked")
    tab.setFocus()
    QTest.keyClick(tab, Qt.Key.Key_Right)
    settle()
    assert isinstance(room.page, SessionScreen)


@pytest.mark.parametrize("paper", ["print_plan", "print_guide"])
def test_papers_are_printed(
    room: Room, paper: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "paper.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    press(room.desk, paper)
    assert target.read_bytes().startswith(b"%PDF")


def test_labels_wrap_at_every_size(room: Room) -> None:
    room.desk.frame.preferences.change(text_scale=200)
    settle()
    row = find(room.desk, f"row_{room.order()[2]}")
    assert all(label.height() > 0 for label in row.findChildren(QLabel))
