from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from pdo_app.app import Desk
from pdo_app.content.model import ChecklistItem
from pdo_app.errors import Message, StoreError
from pdo_app.learning.checklists import LONGEST_NOTE, Task
from pdo_app.learning.due import TaskState
from pdo_app.records import Mode
from pdo_app.ui.learn.checklist import ChecklistScreen
from pdo_app.ui.learn.checklist_rows import ItemRow, Tick
from pdo_app.ui.learn.own_note import NoteField
from pdo_app.ui.routes import Place
from pdo_app.ui.widgets.choice import Tab
from pdo_app.ui.widgets.notice import EmptyState, Toast

from .dialogue import click_twice, go_on, when_asked, words_of, write
from .operating import find, go, press
from .prepared import another
from .walk import settle


@pytest.fixture
def screen(desk: Desk) -> ChecklistScreen:
    go(desk, Place.CHECKLISTS)
    view = desk.window._screens.view(Place.CHECKLISTS)
    assert isinstance(view, ChecklistScreen)
    return view


def rows(desk: Desk) -> list[ItemRow]:
    shown = [row for row in desk.window.findChildren(ItemRow) if row.isVisible()]
    return sorted(shown, key=lambda row: row.mapTo(desk.window, QPoint(0, 0)).y())


def items(desk: Desk) -> list[str]:
    return [row.task.item.id for row in rows(desk)]


def tasks(desk: Desk) -> dict[str, Task]:
    learner = desk.frame.person.present
    return {t.item.id: t for t in desk.services.checklists.tasks(learner, desk.today())}


def note(desk: Desk) -> NoteField:
    field = find(desk, "note")
    assert isinstance(field, NoteField)
    return field


def focused() -> str:
    widget = QApplication.focusWidget()
    return widget.objectName() if widget is not None else ""


def item(desk: Desk) -> ChecklistItem:
    """A thing that stands in the first list, and is not the first one there."""
    return rows(desk)[1].task.item


# Lists.


def test_a_tab_for_each_list_with_its_count(desk: Desk, screen: ChecklistScreen) -> None:
    tabs = desk.window.findChildren(Tab)
    groups = {task.item.group for task in tasks(desk).values()}
    assert len(tabs) == len(groups)
    done = [t for t in tasks(desk).values() if t.item.group == "documents"]
    assert find(desk, "group_documents").accessibleName().endswith(f"1 / {len(done)}")
    press(desk, "group_travel")
    assert {row.task.item.group for row in rows(desk)} == {"travel"}
    go(desk, Place.HOME)
    go(desk, Place.CHECKLISTS)
    assert find(desk, "group_travel").property("checked"), "the list that was seen last"


def test_what_is_done_is_folded_and_can_be_shown(desk: Desk, screen: ChecklistScreen) -> None:
    assert all(row.task.state is not TaskState.DONE for row in rows(desk))
    press(desk, "fold")
    assert rows(desk)[0].task.state is TaskState.DONE
    press(desk, "fold")
    assert all(row.task.state is not TaskState.DONE for row in rows(desk))


def test_another_person_begins_with_their_own_list(desk: Desk, screen: ChecklistScreen) -> None:
    press(desk, "group_travel")
    desk.become(another(desk, "王芳", None))
    go(desk, Place.CHECKLISTS)
    assert find(desk, "group_documents").property("checked")


def test_without_a_day_nothing_has_a_date(desk: Desk, screen: ChecklistScreen) -> None:
    desk.become(another(desk, "王芳", None))
    go(desk, Place.CHECKLISTS)
    assert {row.task.state for row in rows(desk)} == {TaskState.UNDATED}
    press(desk, "set_day")
    current = desk.frame.router.current
    assert current is not None
    assert current.place is Place.SETTINGS


def test_the_ring_of_today_stands_where_nothing_is_due(desk: Desk, screen: ChecklistScreen) -> None:
    assert "Nothing due today." in words_of(screen)
    assert "Departure to Germany" in words_of(screen)


def test_a_list_of_nothing(desk: Desk, screen: ChecklistScreen, monkeypatch: object) -> None:
    class NoItems:
        def tasks(self, *_: object) -> tuple[Task, ...]:
            return ()

    screen._checklists = NoItems()  # type: ignore[assignment]
    screen.renew()
    settle()
    assert screen.findChild(EmptyState) is not None
    assert "There is no list for Germany yet." in words_of(screen)


# Ticking.


def test_space_ticks_and_the_focus_goes_on(desk: Desk, screen: ChecklistScreen) -> None:
    first, second, third = items(desk)[:3]
    find(desk, f"tick_{second}").setFocus()
    QTest.keyClick(find(desk, f"tick_{second}"), Qt.Key.Key_Space)
    settle()
    assert tasks(desk)[second].state is TaskState.DONE
    assert second not in items(desk)
    assert focused() == f"tick_{third}"
    press(desk, "fold")
    press(desk, f"tick_{second}")
    assert tasks(desk)[second].state is not TaskState.DONE
    assert first in items(desk)


def test_the_last_one_leaves_the_focus_at_what_is_done(desk: Desk, screen: ChecklistScreen) -> None:
    press(desk, "group_packing")
    while names := items(desk):
        find(desk, f"tick_{names[-1]}").setFocus()
        QTest.keyClick(find(desk, f"tick_{names[-1]}"), Qt.Key.Key_Space)
        settle()
    assert focused() == "fold"
    assert "Everything on this list is done." in words_of(screen)


def test_a_click_on_the_box_ticks_and_on_the_row_shows(desk: Desk, screen: ChecklistScreen) -> None:
    row = rows(desk)[2]
    name = row.task.item.id
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(300, 20))
    settle()
    assert tasks(desk)[name].state is not TaskState.DONE
    assert row.task.item.title.en in words_of(screen)
    assert focused() == f"tick_{name}"
    box = find(desk, f"tick_{name}")
    QTest.mouseClick(box, Qt.MouseButton.LeftButton)
    settle()
    assert tasks(desk)[name].state is TaskState.DONE


def test_a_tick_that_cannot_be_saved_is_not_shown(
    desk: Desk, screen: ChecklistScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise StoreError(Message("The disk is full."), Message("Free some space."))

    name = items(desk)[0]
    monkeypatch.setattr(desk.services.checklists, "tick", refuse)
    said = when_asked(go_on)
    press(desk, f"tick_{name}")
    assert "The disk is full." in said[0]
    assert not find(desk, f"tick_{name}").isChecked()  # type: ignore[attr-defined]
    assert screen._chosen == name


def test_two_clicks_tick_one_thing_and_open_one_row(desk: Desk, screen: ChecklistScreen) -> None:
    first, second = items(desk)[:2]
    click_twice(find(desk, f"tick_{first}"))
    assert tasks(desk)[first].state is TaskState.DONE
    assert tasks(desk)[second].state is not TaskState.DONE
    desk.window.resize(1000, 768)
    settle()
    screen._opened = False
    screen._show_detail()
    settle()
    click_twice(rows(desk)[0])
    assert note(desk).isVisible()


def test_arrows_go_through_the_list_and_show_what_each_is_about(
    desk: Desk, screen: ChecklistScreen
) -> None:
    names = items(desk)
    find(desk, f"tick_{names[0]}").setFocus()
    QTest.keyClick(find(desk, f"tick_{names[0]}"), Qt.Key.Key_Up)
    assert focused() == f"tick_{names[0]}"
    QTest.keyClick(find(desk, f"tick_{names[0]}"), Qt.Key.Key_Down)
    assert focused() == f"tick_{names[1]}"
    assert tasks(desk)[names[1]].item.why.en in words_of(screen)
    QTest.keyClick(find(desk, f"tick_{names[1]}"), Qt.Key.Key_Return)
    settle()
    assert focused() == "note"


def test_in_a_narrow_window_it_opens_below_its_title(desk: Desk, screen: ChecklistScreen) -> None:
    desk.frame.preferences.change(text_scale=150)
    settle()
    assert screen.findChild(NoteField) is None
    tick = find(desk, f"tick_{items(desk)[1]}")
    assert isinstance(tick, Tick)
    tick.setFocus()
    QTest.keyClick(tick, Qt.Key.Key_Return)
    settle()
    assert rows(desk)[1].isAncestorOf(note(desk))
    QTest.mouseClick(rows(desk)[1], Qt.MouseButton.LeftButton, pos=QPoint(300, 20))
    settle()
    assert screen.findChild(NoteField) is None


def test_a_route_can_name_a_thing(desk: Desk, screen: ChecklistScreen) -> None:
    desk.frame.preferences.change(text_scale=200)
    wanted = [t for t in tasks(desk).values() if t.item.group == "documents"][-1].item.id
    go(desk, Place.CHECKLISTS, item=wanted)
    assert focused() == f"tick_{wanted}"
    page = find(desk, "page_documents")
    assert isinstance(page, QScrollArea)
    at = find(desk, f"tick_{wanted}").mapTo(page, QPoint(0, 0)).y()
    assert 0 <= at <= page.height() // 2
    assert note(desk).isVisible()


def test_the_lesson_is_a_step_away(desk: Desk, screen: ChecklistScreen) -> None:
    press(desk, "read_lesson")
    current = desk.frame.router.current
    assert current is not None
    assert current.place is Place.LESSON


# The own note.


def test_a_note_is_saved_when_the_person_goes_on(desk: Desk, screen: ChecklistScreen) -> None:
    name = items(desk)[0]
    note(desk).setFocus()
    write(note(desk), "窗口 3，周二上午")
    find(desk, "print").setFocus()
    assert tasks(desk)[name].note == "窗口 3，周二上午"


def test_a_note_is_saved_after_a_pause_and_its_field_stays(
    desk: Desk, screen: ChecklistScreen, qtbot: QtBot
) -> None:
    name, field = items(desk)[0], note(desk)
    field.setFocus()
    write(field, "8:30")
    screen._notes._timer.setInterval(10)
    write(field, " 开门")
    qtbot.waitUntil(lambda: tasks(desk)[name].note == "8:30 开门", timeout=2000)
    settle()
    assert note(desk) is field
    assert field.hasFocus()
    assert rows(desk)[0].tick.accessibleDescription().endswith("Has a note")


@pytest.mark.parametrize("way", ["language", "text", "theme", "place", "group", "window", "idle"])
def test_no_note_is_lost(desk: Desk, screen: ChecklistScreen, way: str) -> None:
    name, learner = items(desk)[0], desk.frame.person.present
    note(desk).setFocus()
    write(note(desk), "未完的话")
    match way:
        case "language":
            desk.frame.preferences.change(mode=Mode.ENGLISH)
        case "text":
            desk.frame.preferences.change(text_scale=150)
        case "theme":
            desk.frame.preferences.change(theme="dark")
        case "place":
            desk.frame.router.go(Place.HOME)
        case "group":
            press(desk, "group_travel")
        case "window":
            desk.window.close()
        case _:
            desk.window._idle.left.emit()
    settle()
    assert desk.store.progress.notes(learner.id)[name] == "未完的话"
    if way in ("language", "theme"):
        assert note(desk).toPlainText() == "未完的话"
        assert note(desk).hasFocus()


def test_a_note_that_cannot_be_saved_stays_and_is_told(
    desk: Desk, screen: ChecklistScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = items(desk)[0]
    full = StoreError(Message("The disk is full."), Message("Free some space."))

    def refuse(*_: object) -> None:
        raise full

    said = when_asked(go_on)
    with monkeypatch.context() as patch:
        patch.setattr(desk.services.checklists, "note", refuse)
        write(note(desk), "未存")
        press(desk, "group_travel")
        other = items(desk)[0]
        assert "The disk is full." in said[0]
        said = when_asked(go_on)
        write(note(desk), "也未存")
        press(desk, "group_documents")
        assert "The disk is full." in said[0]
        assert note(desk).toPlainText() == "未存"
    press(desk, "group_travel")
    assert tasks(desk)[name].note == "未存"
    assert tasks(desk)[other].note == "也未存"


def test_a_note_has_an_end(desk: Desk, screen: ChecklistScreen) -> None:
    name = items(desk)[0]
    note(desk).setPlainText("长" * (LONGEST_NOTE + 50))
    screen._notes.save()
    assert tasks(desk)[name].note == "长" * LONGEST_NOTE


def test_a_note_is_shown_as_it_was_typed(desk: Desk, screen: ChecklistScreen) -> None:
    typed = "<b>x</b> & =1+1 \u202eabc 😀\n第二行"
    write(note(desk), typed)
    go(desk, Place.HOME)
    go(desk, Place.CHECKLISTS)
    assert note(desk).toPlainText() == typed


# The paper.


def test_the_checklist_goes_to_paper(
    desk: Desk, screen: ChecklistScreen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    proposed: list[str] = []

    def choose(_parent: QWidget, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        proposed.append(name)
        return str(tmp_path / "my list"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    write(note(desk), "带身份证")
    press(desk, "print")
    assert Path(proposed[0]).suffix == ".pdf"
    text = "".join(page.extract_text() for page in PdfReader(tmp_path / "my list.pdf").pages)
    assert "李建国" in text
    assert "带身份证" in text, "also what was typed a moment ago"
    others = [
        t
        for t in desk.services.checklists.tasks(desk.frame.person.present, desk.today())
        if t.item.group != "documents"
    ]
    assert not any(task.item.title.zh in text for task in others), "only the list that is shown"
    toast = desk.window.findChild(Toast)
    assert "my list.pdf" in words_of(toast)


def test_paper_that_cannot_be_written_is_told(
    desk: Desk, screen: ChecklistScreen, tmp_path: Path
) -> None:
    said = when_asked(go_on)
    screen.save(tmp_path / "gone" / "list.pdf")
    assert "cannot be found" in said[0]
    assert desk.window.findChild(Toast) is None


def test_no_place_chosen_writes_nothing(
    desk: Desk, screen: ChecklistScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    press(desk, "print")
    assert desk.window.findChild(Toast) is None
