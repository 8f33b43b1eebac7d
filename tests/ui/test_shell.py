import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QScrollArea, QStackedWidget
from pytestqt.qtbot import QtBot

from pdo_app.app import Desk
from pdo_app.errors import Message
from pdo_app.learning.sittings import FINAL, PRACTICE
from pdo_app.records import Mode
from pdo_app.ui.idle import Idle
from pdo_app.ui.language import Words
from pdo_app.ui.presence import Presence
from pdo_app.ui.rail import Rail
from pdo_app.ui.routes import Place
from pdo_app.ui.shell import OF_TRAINERS, OPEN_TO_ALL
from pdo_app.ui.theme import Layout
from pdo_app.ui.top_bar import TopBar
from pdo_app.ui.view import View
from pdo_app.ui.widgets.button import IconButton
from pdo_app.ui.widgets.notice import Banner, Toast
from pdo_app.ui.widgets.option import Option
from pdo_app.ui.widgets.thread import ThreadRow

from .operating import find, go, press
from .walk import _cut, settle, visible


def timer_of(idle: Idle) -> QTimer:
    return idle.findChildren(QTimer)[0]


def place(desk: Desk) -> Place:
    current = desk.frame.router.current
    assert current is not None
    return current.place


def screen(desk: Desk) -> View:
    view = desk.window.findChild(QStackedWidget).currentWidget()
    assert isinstance(view, View)
    return view


# The idle minutes.


def test_ten_idle_minutes_lead_to_the_choice_of_person(desk: Desk, qtbot: QtBot) -> None:
    idle = timer_of(desk.window._idle)
    assert idle.isActive()
    assert idle.interval() == 10 * 60_000
    go(desk, Place.CERTIFICATE)
    idle.start(1)
    qtbot.waitUntil(lambda: place(desk) is Place.PEOPLE, timeout=2000)
    settle()
    assert desk.frame.person.learner is None
    assert screen(desk) is desk.window._screens.view(Place.PEOPLE)
    desk.frame.router.back(Place.EMERGENCY)
    assert place(desk) is Place.EMERGENCY, "the way of the person before is forgotten"


LEFT_OPEN = {
    "a PIN to set": (Place.SETTINGS, "set_pin"),
    "what to remove": (Place.SETTINGS, "remove_data"),
    "a country": (Place.SETTINGS, "change_country"),
    "a problem report": (Place.SETTINGS, "problem_report"),
    "the calendar": (Place.SETTINGS, "departure"),
    "the menu of the person": (Place.HOME, "person"),
}


@pytest.mark.parametrize("left", LEFT_OPEN)
def test_what_stands_open_is_taken_back_when_nobody_is_there(
    desk: Desk, left: str, qtbot: QtBot
) -> None:
    learner = desk.frame.person.present
    page, name = LEFT_OPEN[left]
    go(desk, page)
    over: list[object] = []

    def nobody() -> None:
        over.append(QApplication.activePopupWidget() or QApplication.activeModalWidget())
        timer_of(desk.window._idle).timeout.emit()

    QTimer.singleShot(20, nobody)
    find(desk, name).click()  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: place(desk) is Place.PEOPLE, timeout=2000)
    settle()
    assert over[0] is not None
    assert QApplication.activeModalWidget() is None
    assert QApplication.activePopupWidget() is None
    assert desk.frame.person.learner is None
    assert desk.services.profiles.all() == (learner,), "nothing was changed"


def test_a_test_that_was_left_is_not_finished(desk: Desk, qtbot: QtBot) -> None:
    learner = desk.frame.person.present
    go(desk, Place.QUIZ, target=FINAL)
    for _ in range(len(desk.window._screens.view(Place.QUIZ)._sitting.items) - 1):  # type: ignore[attr-defined]
        press(desk, "forward")
    QTimer.singleShot(20, timer_of(desk.window._idle).timeout.emit)
    find(desk, "forward").click()  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: place(desk) is Place.PEOPLE, timeout=2000)
    settle()
    assert desk.services.quizzes.resume(learner, FINAL) is not None


def test_the_minutes_can_be_changed_and_switched_off(desk: Desk) -> None:
    idle = timer_of(desk.window._idle)
    desk.frame.preferences.change(idle_minutes=3)
    assert idle.interval() == 3 * 60_000
    desk.frame.preferences.change(idle_minutes=0)
    assert not idle.isActive()
    desk.frame.preferences.change(idle_minutes=5)
    assert idle.isActive()


@pytest.mark.parametrize("sign", ["key", "pointer"])
def test_a_sign_of_life_begins_to_count_anew(desk: Desk, sign: str, qtbot: QtBot) -> None:
    presence = Presence()
    idle = Idle(presence, 10)
    left: list[None] = []
    idle.left.connect(lambda: left.append(None))
    timer_of(idle).setInterval(200)
    for _ in range(8):
        qtbot.wait(50)
        presence.key.emit() if sign == "key" else presence.pointer.emit(False)
    assert not left
    qtbot.waitUntil(lambda: bool(left), timeout=2000)


def test_nobody_is_led_away_from_the_choice_of_person(empty_desk: Desk) -> None:
    timer_of(empty_desk.window._idle).timeout.emit()
    assert place(empty_desk) is Place.START


# Where one may go.


@pytest.mark.parametrize("wanted", [p for p in Place if p not in OPEN_TO_ALL | OF_TRAINERS])
def test_without_a_profile_a_page_leads_to_the_start(empty_desk: Desk, wanted: Place) -> None:
    go(empty_desk, wanted)
    assert screen(empty_desk) is empty_desk.window._screens.view(Place.START)


def test_emergency_is_open_to_all(empty_desk: Desk) -> None:
    go(empty_desk, Place.EMERGENCY)
    assert screen(empty_desk) is empty_desk.window._screens.view(Place.EMERGENCY)


def test_the_rail_lights_where_one_is(desk: Desk) -> None:
    go(desk, Place.QUIZZES)
    assert find(desk, "rail_quizzes").property("checked")
    go(desk, Place.LESSON, lesson=desk.library.modules()[0].lessons[0].id)
    assert find(desk, "rail_journey").property("checked")
    assert not find(desk, "rail_quizzes").property("checked")
    press(desk, "rail_emergency")
    assert place(desk) is Place.EMERGENCY


def test_the_rail_shows_emergency_alone_while_nobody_is_there(desk: Desk) -> None:
    go(desk, Place.PEOPLE)
    rail = desk.window.findChild(Rail)
    names = {w.objectName() for w in visible(rail) if w.objectName()}
    assert names == {"rail_emergency"}


# Banners and toasts.


def banners(desk: Desk) -> list[Banner]:
    return [b for b in desk.window.findChildren(Banner) if b.isVisible()]


def test_findings_stand_on_top_until_they_are_closed(desk: Desk) -> None:
    texts = ("The records were damaged.", "One backup could not be read.")
    desk.window.say(tuple(map(Message, texts)))
    settle()
    shown = banners(desk)
    assert len(shown) == 2
    assert shown[0].mapTo(desk.window, shown[0].rect().topLeft()).y() == 0
    shown[0].findChild(IconButton).click()
    settle()
    assert len(banners(desk)) == 1


def test_banners_survive_a_change_of_language_and_text_size(desk: Desk) -> None:
    desk.window.say((Message("The records were damaged."),))
    desk.frame.preferences.change(mode=Mode.ENGLISH, text_scale=150)
    settle()
    assert len(banners(desk)) == 1


def test_a_toast_goes_by_itself_and_there_is_one_at_most(desk: Desk, qtbot: QtBot) -> None:
    screen(desk).toast(Words("Saved in A."))
    screen(desk).toast(Words("Saved in B."))
    settle()
    toasts = [t for t in desk.window.findChildren(Toast) if t.isVisible()]
    assert len(toasts) == 1
    assert desk.window.rect().contains(toasts[0].geometry())
    toasts[0].findChild(QTimer).start(1)
    qtbot.waitUntil(lambda: not desk.window.findChildren(Toast), timeout=2000)
    screen(desk).toast(Words("Saved in C."))


def test_a_toast_can_undo(desk: Desk) -> None:
    undone: list[None] = []
    screen(desk).toast(Words("Deleted."), (Words("Undo"), lambda: undone.append(None)))
    settle()
    toast = desk.window.findChild(Toast)
    next(w for w in visible(toast) if w.accessibleName() == "Undo").click()
    settle()
    assert undone
    assert not desk.window.findChildren(Toast)


# The window.


def test_a_new_width_brings_another_layout(desk: Desk) -> None:
    for width, layout in ((1920, Layout.WIDE), (1000, Layout.B), (840, Layout.C), (1366, Layout.A)):
        desk.window.resize(width, 768)
        settle()
        assert desk.frame.theme.layout is layout


def test_it_comes_forward_when_it_is_started_again(desk: Desk) -> None:
    desk.window.showMinimized()
    desk.window.come_forward()
    assert not desk.window.isMinimized()
    assert desk.window.isVisible()


def test_the_page_keeps_focus_and_place_when_the_language_changes(desk: Desk, qtbot: QtBot) -> None:
    go(desk, Place.QUIZZES)
    desk.frame.preferences.change(text_scale=200)
    settle()
    find(desk, "final").setFocus()
    bar = find(desk, "page").verticalScrollBar()
    bar.setValue(bar.maximum())
    QTest.keyClick(desk.window, Qt.Key.Key_Shift)
    desk.frame.preferences.change(mode=Mode.CHINESE)
    settle()
    assert find(desk, "final").hasFocus()
    assert find(desk, "page").verticalScrollBar().value() > 0


def test_two_changes_within_a_blink_raise_nothing(desk: Desk, qtbot: QtBot) -> None:
    go(desk, Place.QUIZZES)
    desk.frame.preferences.change(text_scale=200)
    settle()
    find(desk, "page").verticalScrollBar().setValue(60)
    for mode in (Mode.ENGLISH, Mode.CHINESE, Mode.BOTH):
        desk.frame.preferences.change(mode=mode)
        settle()
    qtbot.wait(300)
    assert find(desk, "page").verticalScrollBar().value() > 0


# A small window with large text.


@pytest.mark.parametrize("page", [Place.COUNTRY, Place.CHECKLISTS, Place.CERTIFICATE])
def test_the_tools_of_the_bar_go_below_a_title_that_leaves_no_room(desk: Desk, page: Place) -> None:
    desk.frame.preferences.change(text_scale=200)
    go(desk, page)
    beside: list[bool] = []
    for width, height in ((1366, 768), (960, 560), (1366, 768)):
        desk.window.resize(width, height)
        settle()
        bar = next(bar for bar in desk.window.findChildren(TopBar) if bar.isVisible())
        assert not [fault for widget in (bar, *visible(bar)) for fault in _cut(widget)]
        lead, tools = find(desk, "title"), bar._tools
        beside.append(tools.x() > lead.geometry().right())
        assert beside[-1] or tools.y() > lead.geometry().bottom()
    assert beside == [True, False, True]


def test_many_questions_go_on_in_a_second_row(desk: Desk) -> None:
    go(desk, Place.QUIZ, target=FINAL)
    thread = desk.window.findChildren(ThreadRow)[-1]
    assert thread.height() == thread._diameter
    desk.frame.preferences.change(text_scale=200)
    for width in (1000, 800):
        desk.window.resize(width, 700)
        settle()
        thread = next(w for w in desk.window.findChildren(ThreadRow) if w.isVisible())
        page = find(desk, "page0")
        assert isinstance(page, QScrollArea)
        assert page.widget().width() <= page.viewport().width()
        assert thread.height() > thread._diameter
        thread.grab()


def test_long_options_are_as_high_as_their_words(desk: Desk) -> None:
    desk.frame.preferences.change(text_scale=200)
    desk.window.resize(1000, 700)
    module = desk.library.modules()[0].id
    go(desk, Place.QUIZ, target=PRACTICE, module=module)
    quiz = desk.window._screens.view(Place.QUIZ)
    for _ in quiz._sitting.items:  # type: ignore[attr-defined]
        options = [o for o in desk.window.findChildren(Option) if o.isVisible()]
        for option in options:
            option.click()  # bold words are wider
        settle()
        assert all(o.height() >= o.heightForWidth(o.width()) for o in options)
        quiz._step(1)  # type: ignore[attr-defined]
        settle()
        if quiz._at == len(quiz._sitting.items) - 1:  # type: ignore[attr-defined]
            break


# Notes at the foot.


def notes(desk: Desk) -> list[Toast]:
    return [toast for toast in desk.window.findChildren(Toast) if toast.isVisible()]


def test_there_is_one_note_at_most(desk: Desk) -> None:
    for words in ("one", "two", "three"):
        desk.window.toast(Words(words))
        settle()
        assert len(notes(desk)) == 1


def test_a_note_goes_at_a_click(desk: Desk) -> None:
    desk.window.toast(Words("a file is saved"))
    settle()
    QTest.mouseClick(notes(desk)[0], Qt.MouseButton.LeftButton)
    assert not notes(desk)


def test_a_note_does_not_stay_for_the_next_person(desk: Desk) -> None:
    desk.window.toast(Words("a file is saved"))
    settle()
    go(desk, Place.PEOPLE)
    assert not notes(desk)


def test_the_smallest_window_with_the_largest_text_keeps_the_bar_to_one_row(desk: Desk) -> None:
    desk.frame.preferences.change(text_scale=200, mode=Mode.ENGLISH)
    go(desk, Place.QUIZZES)
    desk.window.resize(800, 560)
    settle()
    bar = next(bar for bar in desk.window.findChildren(TopBar) if bar.isVisible())
    assert not [fault for widget in (bar, *visible(bar)) for fault in _cut(widget)]
    assert bar.height() < desk.window.height() / 4
    press(desk, "mode")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [one.text() for one in menu.actions() if one.isChecked()] == ["EN"]
    menu.actions()[0].trigger()
    menu.close()
    settle()
    assert desk.frame.language.mode is Mode.CHINESE
