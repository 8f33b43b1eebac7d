"""Presenting as a trainer does: keys, console, clock, notes, a gap after a power cut."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from pdo_app.app import Desk
from pdo_app.records import Mode
from pdo_app.training.presentation import CardKind, Curtain
from pdo_app.training.wall import WallKind
from pdo_app.ui.present.keys import Deed, Keys, Pressed
from pdo_app.ui.present.screen import PresentScreen
from pdo_app.ui.present.stage import THINKING
from pdo_app.ui.routes import Place

from .classroom import NAMES, add_session, audience_of, console_of, present, press, stage_of
from .conftest import Clock
from .dialogue import Dialog, child, go_on, type_in, when_asked, words_of

KEY = Qt.Key


@pytest.fixture
def screen(new_desk: Callable[[], Desk]) -> PresentScreen:
    desk = new_desk()
    return present(desk, add_session(desk))


def test_keys_of_clickers_and_programs(screen: PresentScreen) -> None:
    stage = stage_of(screen)
    for key in (KEY.Key_Right, KEY.Key_PageDown, KEY.Key_Space, KEY.Key_Down, KEY.Key_Return):
        before = stage.place
        press(screen, key)
        assert stage.place != before
    for key in (KEY.Key_Left, KEY.Key_PageUp, KEY.Key_Up, KEY.Key_Backspace):
        before = stage.place
        press(screen, key)
        assert stage.place != before
    press(screen, KEY.Key_1, KEY.Key_2, KEY.Key_Enter)
    assert stage.place.index == 11
    press(screen, KEY.Key_End)
    assert stage.place.index == len(stage.deck) - 1
    press(screen, KEY.Key_Home)
    assert stage.place.index == 0


def test_black_white_freeze_language(screen: PresentScreen) -> None:
    stage = stage_of(screen)
    press(screen, KEY.Key_B)
    assert stage.place.curtain is Curtain.BLACK
    press(screen, KEY.Key_W)
    assert stage.place.curtain is Curtain.WHITE
    press(screen, KEY.Key_W)
    assert stage.place.curtain is Curtain.NONE
    press(screen, KEY.Key_F, KEY.Key_Right)
    assert (stage.place.index, stage.place.frozen) == (1, 0)
    press(screen, KEY.Key_F)
    assert stage.place.frozen is None
    modes = []
    for _ in range(3):
        press(screen, KEY.Key_L)
        modes.append(stage.mode)
    assert modes == [Mode.ENGLISH, Mode.CHINESE, Mode.BOTH]
    assert screen.language.mode is Mode.BOTH, "the trainer's own language stays"


def test_the_console_says_what_the_class_sees(screen: PresentScreen) -> None:
    console = console_of(screen)
    press(screen, KEY.Key_B)
    said = [label.text() for label in console.findChildren(type(console._state))]
    assert screen.language.say("The class sees a black screen") in said


def test_buttons_do_what_keys_do(screen: PresentScreen) -> None:
    stage = stage_of(screen)
    console = console_of(screen)
    console.buttons[Deed.FORWARD].click()
    assert stage.place.index == 1
    assert not console.buttons[Deed.FORWARD].hasFocus()
    console.buttons[Deed.BACK].click()
    assert stage.place.index == 0
    console._agenda.jumped.emit(stage.session.plan[0].segments[1].id)
    assert stage.card.segment == stage.session.plan[0].segments[1].id


def test_zoom_and_light_follow_the_mouse(screen: PresentScreen) -> None:
    stage = stage_of(screen)
    press(screen, KEY.Key_Z)
    assert stage.zoom > 1
    stage.point(QPointF(0.25, 0.75))
    press(screen, KEY.Key_P)
    assert stage.spot == QPointF(0.25, 0.75)
    stage.point(QPointF(0.5, 0.25))
    assert stage.spot == QPointF(0.5, 0.25)
    press(screen, KEY.Key_P, KEY.Key_Right)
    assert stage.spot is None
    assert stage.zoom == 1


def test_a_break_counts_down_by_itself_and_a_task_when_asked(
    screen: PresentScreen, clock: Clock
) -> None:
    stage = stage_of(screen)
    pause = next(card for card in stage.deck if card.kind is CardKind.BREAK)
    stage.to_segment(pause.segment)
    clock.wait(minutes=4)
    assert stage.left(pause) == pause.minutes * 60 - 240
    task = next(card for card in stage.deck if card.slide and card.minutes and card.slide.block)
    press(screen, *(Qt.Key(KEY.Key_0 + int(c)) for c in str(stage.deck.index(task) + 1)))
    press(screen, KEY.Key_Return)
    assert stage.card is task
    assert stage.left(task) is None
    press(screen, KEY.Key_T)
    assert stage.left(task) == task.minutes * 60
    press(screen, KEY.Key_T)
    assert stage.left(task) is None


def test_a_question_counts_down_when_asked(screen: PresentScreen) -> None:
    stage = stage_of(screen)
    question = next(card for card in stage.deck if card.kind is CardKind.QUESTION)
    stage.press(Pressed(Deed.JUMP, stage.deck.index(question) + 1))
    assert stage.left(question) is None
    press(screen, KEY.Key_T)
    assert stage.left(question) == THINKING * 60


def test_everything_is_recorded_at_once(screen: PresentScreen, clock: Clock) -> None:
    stage = stage_of(screen)
    first, second = stage.session.plan[0].segments[:2]
    clock.wait(seconds=90)
    stage.to_segment(second.id)
    clock.wait(seconds=30)
    taught = stage.taught()
    assert (taught[first.id], taught[second.id]) == (90, 30)


def test_after_a_crash_it_opens_on_the_same_slide_and_asks(
    new_desk: Callable[[], Desk], clock: Clock
) -> None:
    desk = new_desk()
    session = add_session(desk)
    screen = present(desk, session)
    press(screen, KEY.Key_7, KEY.Key_Return)
    card = stage_of(screen).card.id
    desk.close()  # nothing is ended: the stage only stops
    clock.wait(minutes=12)
    again = new_desk()
    said = when_asked(go_on)
    again.frame.person.become_trainer()
    again.frame.router.go(Place.PRESENT, session=str(session.id))
    screen = again.window.findChild(PresentScreen)
    assert isinstance(screen, PresentScreen)
    QTest.qWait(200)
    assert "12" in said[0]
    assert stage_of(screen).card.id == card
    training = again.services.training()
    segment = stage_of(screen).segment.id
    assert training.presenting.real_minutes(session)[segment] == 12 * 60


def test_leaving_ends_it_and_frees_the_screens(screen: PresentScreen) -> None:
    stage = stage_of(screen)
    window = audience_of(screen)
    press(screen, KEY.Key_F5)
    assert window.isVisible()
    press(window, KEY.Key_Escape)
    assert not stage.running
    assert screen.stage is None
    assert not screen.frame.person.presenting
    current = screen.router.current
    assert current is not None
    assert current.place is Place.SESSION


def test_clicks_on_the_slides_count(screen: PresentScreen, qtbot: QtBot) -> None:
    stage = stage_of(screen)
    window = audience_of(screen)
    window.show()
    QTest.mouseClick(window, Qt.MouseButton.LeftButton)
    assert stage.place.index == 1
    QTest.mouseClick(window, Qt.MouseButton.RightButton)
    assert stage.place.index == 0
    QTest.mouseClick(window, Qt.MouseButton.ForwardButton)
    assert stage.place.index == 1
    QTest.mouseClick(window, Qt.MouseButton.BackButton)
    assert stage.place.index == 0


@pytest.mark.parametrize("held", ["Control", "Alt", "Meta"])
def test_keys_that_are_meant_for_the_system_do_nothing(screen: PresentScreen, held: str) -> None:
    stage, window = stage_of(screen), audience_of(screen)
    before = stage.place
    for key in (KEY.Key_P, KEY.Key_B, KEY.Key_Right, KEY.Key_Escape, KEY.Key_S):
        for target in (screen, window):
            QTest.keyClick(target, key, Qt.KeyboardModifier[f"{held}Modifier"])
    assert (stage.place, stage.spot, stage.running) == (before, None, True)
    assert not window.isVisible()


def test_a_note_for_later_and_a_question_are_kept(screen: PresentScreen) -> None:
    training, session = screen._training, stage_of(screen).session

    def write_note(dialog: Dialog) -> None:
        QTest.keyClick(child(dialog, QLineEdit, "note"), KEY.Key_Return)  # nothing typed yet
        type_in(dialog, "note", "bus to the consulate")
        QTest.keyClick(child(dialog, QLineEdit, "note"), KEY.Key_Return)

    when_asked(write_note)
    press(screen, KEY.Key_N)
    (note,) = training.presenting.notes(session)
    assert note.text == "bus to the consulate"

    def ask(dialog: Dialog) -> None:
        type_in(dialog, "question", "How much tax?")
        QTest.keyClick(child(dialog, QLineEdit, "question"), KEY.Key_Return)
        assert "How much tax?" in words_of(dialog)
        dialog.reject()

    when_asked(ask)
    console_of(screen).questions.click()
    (asked,) = training.wall.questions(session)
    assert (asked.kind, asked.text) == (WallKind.WANT, "How much tax?")


def test_roster_and_keys_are_at_hand(screen: PresentScreen) -> None:
    said = when_asked(Dialog.reject, Dialog.reject)
    console_of(screen).roster.click()
    press(screen, KEY.Key_F1)
    assert all(name in said[0] for name in NAMES)
    assert "PgDn" in said[1]


def test_a_changed_plan_keeps_the_slide(screen: PresentScreen) -> None:
    from pdo_app.training import agenda

    stage = stage_of(screen)
    training, session = screen._training, stage.session
    third = session.plan[0].segments[2]
    stage.to_segment(third.id)
    card = stage.card.id
    training.sessions.replan(session, agenda.skip(session.plan, session.plan[0].segments[1].id))
    QTest.qWait(50)
    assert stage.card.id == card
    assert stage.session.plan[0].segments[1].skipped


def test_an_empty_plan_is_said(new_desk: Callable[[], Desk]) -> None:
    from pdo_app.training import agenda

    desk = new_desk()
    session = add_session(desk)
    plan = session.plan
    for segment in session.plan[0].segments:
        plan = agenda.skip(plan, segment.id)
    desk.services.training().sessions.replan(session, plan)
    desk.frame.person.become_trainer()
    desk.frame.router.go(Place.PRESENT, session=str(session.id))
    screen = desk.window.findChild(PresentScreen)
    assert isinstance(screen, PresentScreen)
    assert screen.stage is None
    QTest.qWait(20)


def test_keys_collect_figures() -> None:
    keys = Keys()
    assert keys.press(KEY.Key_1) is None
    assert keys.press(KEY.Key_2) is None
    assert keys.typed == "12"
    assert keys.press(KEY.Key_Escape) is None, "Escape takes the figures back first"
    assert keys.press(KEY.Key_Escape) == Pressed(Deed.END)
    assert keys.press(KEY.Key_Enter) == Pressed(Deed.FORWARD)
    assert keys.press(KEY.Key_Q) is None
