"""What goes wrong while a class looks at the slides: the slides go on, and it is told once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from pdo_app.app import Desk
from pdo_app.errors import Message, StoreError
from pdo_app.store.database import Store
from pdo_app.ui.present.audience import AudienceWindow
from pdo_app.ui.present.screen import PresentScreen
from pdo_app.ui.routes import Place

from .classroom import add_session, present, press, stage_of
from .conftest import Clock
from .dialogue import Dialog, go_on, stay, when_asked

KEY = Qt.Key
Start = Callable[[], Desk]


@pytest.fixture
def desk(new_desk: Start) -> Desk:
    return new_desk()


@pytest.fixture
def screen(desk: Desk) -> PresentScreen:
    return present(desk, add_session(desk))


@contextmanager
def full(store: Store, reads: bool = True) -> Iterator[None]:
    """Let the disk take nothing, and where not ``reads`` give nothing either."""
    plain = store.rows

    def rows(sql: str, values: object = ()) -> list[tuple[object, ...]]:
        writes = not sql.startswith("select")
        if writes or not reads:
            raise StoreError(Message("The disk is full."), Message("Free some space."))
        return plain(sql, values)  # type: ignore[arg-type]

    store.rows = rows  # type: ignore[method-assign]
    try:
        yield
    finally:
        del store.rows  # type: ignore[method-assign]


@pytest.mark.parametrize("reads", [True, False], ids=["a full disk", "a disk that is gone"])
def test_the_slides_go_on_and_it_is_told_once(
    desk: Desk, screen: PresentScreen, reads: bool
) -> None:
    stage = stage_of(screen)
    with full(desk.store, reads):
        said = when_asked(stay)
        press(screen, KEY.Key_PageDown)
        QTest.qWait(100)
        for _ in range(40):  # forty seconds, with signs of life, also on the wall of the opening
            stage._tick()
        press(screen, KEY.Key_Home)
        for _ in range(5):
            stage._tick()
        press(screen, KEY.Key_3, KEY.Key_Return)
        QTest.qWait(200)
        assert stage.place.index == 2
        assert len(said) == 1
        assert "The disk is full." in said[0]
    press(screen, KEY.Key_PageDown)
    shown = desk.services.training().presenting.begin(stage.session)
    assert shown.place.index == 3


@pytest.mark.parametrize("way", [KEY.Key_S, KEY.Key_Escape], ids=["swapped", "ended"])
def test_before_the_class_nothing_is_told(desk: Desk, screen: PresentScreen, way: Qt.Key) -> None:
    """With one screen the slides stand before the console, and a question before the slides."""
    press(screen, KEY.Key_F5)
    with full(desk.store):
        press(screen, KEY.Key_PageDown, KEY.Key_PageDown)
        QTest.qWait(50)
        assert QApplication.activeModalWidget() is None
        said = when_asked(stay)
        press(screen, way)
        QTest.qWait(100)
    assert len(said) == 1
    assert "The disk is full." in said[0]


def test_time_on_a_full_disk_is_time_taught(
    desk: Desk,
    screen: PresentScreen,
    clock: Clock,
) -> None:
    stage = stage_of(screen)
    first, second, third = stage.session.plan[0].segments[:3]
    clock.wait(minutes=5)
    with full(desk.store):
        when_asked(stay)
        stage.to_segment(second.id)
        clock.wait(minutes=10)
        QTest.qWait(50)
    stage.to_segment(third.id)
    clock.wait(minutes=2)
    stage.to_segment(first.id)
    clock.wait(minutes=1)
    # What was not recorded counts for the part that was on the record.
    minutes = {name: seconds / 60 for name, seconds in stage.taught().items()}
    assert minutes == {first.id: 16, third.id: 2}
    press(screen, KEY.Key_Escape)
    presenting = desk.services.training().presenting
    assert {k: v / 60 for k, v in presenting.real_minutes(stage.session).items()} == minutes


def test_an_end_that_is_not_recorded_asks_the_next_time(
    desk: Desk,
    screen: PresentScreen,
    clock: Clock,
) -> None:
    session, first = stage_of(screen).session, stage_of(screen).segment.id
    clock.wait(minutes=5)
    stage_of(screen)._recorder.heartbeat(session)
    with full(desk.store):
        when_asked(stay)
        press(screen, KEY.Key_Escape)
        QTest.qWait(50)
    presenting = desk.services.training().presenting
    clock.wait(minutes=30)
    assert presenting.real_minutes(session) == {first: 300}
    said = when_asked(stay)
    present(desk, session)
    assert "30" in said[0]
    assert presenting.real_minutes(session) == {first: 300}


def test_after_a_crash_on_a_full_disk_the_slides_are_shown(
    new_desk: Start,
    clock: Clock,
) -> None:
    before = new_desk()
    session = add_session(before)
    present(before, session)
    before.close()
    clock.wait(minutes=12)
    desk = new_desk()
    with full(desk.store):
        said = when_asked(go_on, stay)
        screen = present(desk, session)
        QTest.qWait(100)
        assert "12" in said[0]
        assert "The disk is full." in said[1]
    press(screen, KEY.Key_PageDown)
    assert stage_of(screen).place.index == 1


@pytest.mark.parametrize(
    ("answer", "minutes"), [(stay, 10), (go_on, 70)], ids=["it does not count", "it counts"]
)
def test_a_computer_that_slept_asks_like_one_without_power(
    desk: Desk,
    screen: PresentScreen,
    clock: Clock,
    answer: Callable[[Dialog], None],
    minutes: int,
) -> None:
    stage = stage_of(screen)
    segment = stage.segment.id
    clock.wait(minutes=10)
    stage._tick()
    clock.wait(minutes=60)
    stage._ticked -= 3600
    said = when_asked(answer)
    stage._tick()
    assert "60" in said[0]
    stage._tick()
    clock.wait(minutes=1)
    assert stage.taught()[segment] == (minutes + 1) * 60
    assert screen.window().focusWidget() is screen


def test_a_key_that_comes_before_the_next_second_asks_too(
    desk: Desk, screen: PresentScreen, clock: Clock
) -> None:
    stage = stage_of(screen)
    segment = stage.segment.id
    clock.wait(minutes=60)
    stage._ticked -= 3600
    said = when_asked(stay)
    press(screen, KEY.Key_PageDown)
    assert "60" in said[0]
    assert stage.place.index == 1
    assert stage.taught()[segment] == 0


def test_a_sleep_while_the_clock_stands_asks_nothing(desk: Desk, screen: PresentScreen) -> None:
    stage = stage_of(screen)
    desk.services.training().presenting.pause(stage.session)
    stage._ticked -= 3600
    stage._tick()
    assert QApplication.activeModalWidget() is None


def test_a_clock_that_is_set_by_a_day_is_not_a_day_taught(
    desk: Desk,
    screen: PresentScreen,
    clock: Clock,
) -> None:
    stage = stage_of(screen)
    segment = stage.segment.id
    for days in (1, -1, -1, 1, 400):
        clock.wait(minutes=1)
        stage._recorder.heartbeat(stage.session)
        clock.wait(days=days)
        stage._tick()
        press(screen, KEY.Key_PageDown, KEY.Key_Home)
    assert stage.taught()[segment] <= 300


def test_a_break_ends_when_it_should_though_the_clock_is_set_back(
    screen: PresentScreen,
    clock: Clock,
) -> None:
    stage = stage_of(screen)
    pause = next(one for one in stage.session.plan[0].segments if one.kind == "break")
    stage.to_segment(pause.id)
    clock.wait(minutes=5)
    stage._tick()
    clock.wait(days=-1)
    stage._tick()
    left = stage.left(stage.card)
    assert left is not None
    assert 0 < left <= (pause.minutes - 5) * 60


def test_a_session_that_is_removed_meanwhile_ends_it(desk: Desk, screen: PresentScreen) -> None:
    stage, window = stage_of(screen), screen.window().findChild(AudienceWindow)
    assert isinstance(window, AudienceWindow)
    press(screen, KEY.Key_F5)
    desk.services.training().sessions.remove(stage.session)
    QTest.qWait(100)
    assert screen.stage is None
    assert not stage.running
    assert not desk.frame.person.presenting
    assert screen.findChildren(QLabel)
    press(screen, KEY.Key_PageDown)


def test_a_session_that_is_closed_meanwhile_is_told_and_shown(
    desk: Desk, screen: PresentScreen
) -> None:
    training = desk.services.training()
    training.sessions.close(stage_of(screen).session)
    QTest.qWait(50)
    said = when_asked(stay)
    press(screen, KEY.Key_PageDown, KEY.Key_PageDown)
    QTest.qWait(100)
    assert "This session is closed." in said[0]
    assert stage_of(screen).place.index == 2


def test_the_slides_go_with_the_main_window(desk: Desk, screen: PresentScreen) -> None:
    window = screen.window().findChild(AudienceWindow)
    assert isinstance(window, AudienceWindow)
    press(screen, KEY.Key_F5)
    assert window.isVisible()
    desk.window.close()
    assert not window.isVisible()
    assert not stage_of(screen).running


def test_slides_that_were_closed_come_back_by_a_key(screen: PresentScreen) -> None:
    """Alt and F4, pressed in the slides, close no more than the slides."""
    window = screen.window().findChild(AudienceWindow)
    assert isinstance(window, AudienceWindow)
    press(screen, KEY.Key_F5)
    window.close()
    assert stage_of(screen).running
    press(screen, KEY.Key_F5, KEY.Key_F5)
    assert window.isVisible()


def test_twenty_sessions_leave_nothing_behind(desk: Desk) -> None:
    for _ in range(20):
        screen = present(desk, add_session(desk))
        press(screen, KEY.Key_F5, KEY.Key_PageDown, KEY.Key_Escape)
        QTest.qWait(20)
    desk.frame.router.go(Place.TRAINER)
    QTest.qWait(400)
    kinds = [type(one).__name__ for one in QApplication.allWidgets()]
    assert "AudienceWindow" not in kinds
    assert "Console" not in kinds


def test_a_console_whose_screen_is_gone_comes_back(desk: Desk, screen: PresentScreen) -> None:
    there = desk.window.screen().geometry()
    desk.window.setGeometry(there.right() + 500, 40, 1920, 1080)
    assert screen.windows is not None
    screen.windows.arrange()
    found = desk.window.geometry()
    assert there.contains(found.topLeft())
    assert there.contains(found.center())
    assert found.bottom() <= there.bottom()
