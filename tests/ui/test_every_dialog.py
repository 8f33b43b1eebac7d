"""Looks at every dialog and popup in each layout and mode, inside the window it stands over."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from pdo_app.app import Desk
from pdo_app.content.linking import TERM
from pdo_app.errors import InputError, Message
from pdo_app.records import Mode
from pdo_app.ui.learn.emergency_numbers import embassy_dialog
from pdo_app.ui.routes import Place
from pdo_app.ui.settings.pins import RemovePin, RemoveProfile, SetPin
from pdo_app.ui.train.change_pin import ChangePin
from pdo_app.ui.train.roster_person import MergeDialog, PersonDialog
from pdo_app.ui.view import View
from pdo_app.ui.widgets.label import RichLabel
from pdo_app.ui.widgets.popup import Popup

from .operating import find, go
from .prepared import LONG, a_class, another
from .registered import preview
from .walk import faults, settle, unreached

LOOKS = ((Mode.BOTH, 100), (Mode.ENGLISH, 150), (Mode.BOTH, 200), (Mode.ENGLISH, 200))
TROUBLE = InputError(
    Message("The records in this folder were made by a newer version of the application."),
    Message("Install the newer version, or choose another folder for the records."),
)


def view(desk: Desk, place: Place) -> View:
    go(desk, place)
    made = desk.window._screens.view(place)
    assert isinstance(made, View)
    return made


def trouble(desk: Desk) -> None:
    view(desk, Place.HOME).report(TROUBLE)


def country(desk: Desk) -> None:
    view(desk, Place.SETTINGS)
    find(desk, "change_country").click()  # type: ignore[attr-defined]


def problem_report(desk: Desk) -> None:
    view(desk, Place.SETTINGS)
    find(desk, "problem_report").click()  # type: ignore[attr-defined]


def remove_data(desk: Desk) -> None:
    view(desk, Place.SETTINGS)
    find(desk, "remove_data").click()  # type: ignore[attr-defined]


def locked(desk: Desk) -> None:
    learner = another(desk, LONG, None, "1234")
    view(desk, Place.PEOPLE).enter(learner)  # type: ignore[attr-defined]


def set_pin(desk: Desk) -> None:
    over = view(desk, Place.SETTINGS)
    SetPin(over, desk.services.profiles, desk.frame.person.present).exec()


def remove_pin(desk: Desk) -> None:
    over = view(desk, Place.SETTINGS)
    RemovePin(over, desk.services.profiles, another(desk, LONG, None, "1234")).exec()


def remove_profile(desk: Desk) -> None:
    over = view(desk, Place.SETTINGS)
    RemoveProfile(over, desk.services.profiles, another(desk, LONG, None, "1234")).exec()


def finish_the_test(desk: Desk) -> None:
    go(desk, Place.QUIZ, target="quiz/final")
    quiz = desk.window._screens.view(Place.QUIZ)
    quiz._finish()  # type: ignore[attr-defined]


def holidays(desk: Desk) -> None:
    view(desk, Place.COUNTRY)
    find(desk, "all_holidays").click()  # type: ignore[attr-defined]


def change_trainers_pin(desk: Desk) -> None:
    desk.frame.person.become_trainer()
    ChangePin(view(desk, Place.CENTRE), desk.services.training().access).exec()


def change_class(desk: Desk) -> None:
    session = a_class(desk, 0, title=LONG)
    desk.frame.person.become_trainer()
    go(desk, Place.SESSION, session=str(session.id))
    find(desk, "change_class").click()  # type: ignore[attr-defined]


def add_lesson(desk: Desk) -> None:
    session = a_class(desk, 0)
    desk.frame.person.become_trainer()
    go(desk, Place.SESSION, session=str(session.id))
    find(desk, "add_lesson_h1").click()  # type: ignore[attr-defined]


def hold_again(desk: Desk) -> None:
    session = a_class(desk, 0)
    desk.frame.person.become_trainer()
    view(desk, Place.SESSIONS)
    find(desk, f"duplicate_{session.id}").click()  # type: ignore[attr-defined]


def remove_session(desk: Desk) -> None:
    session = a_class(desk, 0)
    desk.frame.person.become_trainer()
    view(desk, Place.SESSIONS)
    find(desk, f"remove_{session.id}").click()  # type: ignore[attr-defined]


def on_roster(desk: Desk) -> View:
    """Show the roster of a class."""
    session = a_class(desk, 0)
    desk.frame.person.become_trainer()
    go(desk, Place.SESSION, session=str(session.id), tab="roster")
    made = desk.window._screens.view(Place.SESSION)
    assert isinstance(made, View)
    return made


def details(desk: Desk) -> None:
    screen = on_roster(desk)
    people = screen.tab._people  # type: ignore[attr-defined]
    PersonDialog(screen, desk.library, people[-1], others=True).exec()


def who_is_it(desk: Desk) -> None:
    screen = on_roster(desk)
    people = screen.tab._people  # type: ignore[attr-defined]
    MergeDialog(screen, people[-1], people).exec()


def close_session(desk: Desk) -> None:
    session = a_class(desk, 0)
    desk.frame.person.become_trainer()
    go(desk, Place.SESSION, session=str(session.id), tab="report")
    find(desk, "close_session").click()  # type: ignore[attr-defined]


DIALOGS = (
    trouble,
    country,
    problem_report,
    remove_data,
    locked,
    set_pin,
    remove_pin,
    remove_profile,
    finish_the_test,
    holidays,
    change_trainers_pin,
    change_class,
    add_lesson,
    hold_again,
    remove_session,
    close_session,
    details,
    who_is_it,
)


@pytest.mark.parametrize("opened", DIALOGS, ids=lambda opened: opened.__name__)
@pytest.mark.parametrize(("mode", "scale"), LOOKS)
def test_dialogs(desk: Desk, opened: Callable[[Desk], None], mode: Mode, scale: int) -> None:
    look_at(desk, opened, mode, scale)


@pytest.mark.parametrize("opened", DIALOGS, ids=lambda opened: opened.__name__)
def test_dialogs_in_the_smallest_window(desk: Desk, opened: Callable[[Desk], None]) -> None:
    desk.window.resize(800, 560)
    look_at(desk, opened, Mode.BOTH, 200)


def look_at(desk: Desk, opened: Callable[[Desk], None], mode: Mode, scale: int) -> None:
    desk.frame.preferences.change(mode=mode, text_scale=scale)
    settle()
    found: list[str] = []
    seen: list[QWidget] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            QTimer.singleShot(10, look)
            return
        settle()
        seen.append(dialog)
        try:
            found.extend([*faults(dialog), *unreached(dialog), *_outside(dialog, desk)])
        finally:
            dialog.close()

    QTimer.singleShot(0, look)
    opened(desk)
    assert seen
    assert not found, "\n".join(["", *found])


@pytest.mark.parametrize(("mode", "scale"), LOOKS)
def test_the_numbers_of_the_embassy(desk: Desk, mode: Mode, scale: int) -> None:
    desk.frame.preferences.change(mode=mode, text_scale=scale)
    screen = view(desk, Place.EMERGENCY)
    country = desk.library.country("DE")
    assert country is not None
    dialog = embassy_dialog(screen._desk, screen, country)  # type: ignore[attr-defined]
    dialog.show()
    settle()
    found = [*faults(dialog), *unreached(dialog), *_outside(dialog, desk)]
    dialog.close()
    assert not found, "\n".join(["", *found])


@pytest.mark.parametrize(("mode", "scale"), LOOKS)
def test_the_calendar(desk: Desk, mode: Mode, scale: int) -> None:
    desk.frame.preferences.change(mode=mode, text_scale=scale)
    view(desk, Place.SETTINGS)
    find(desk, "departure").click()  # type: ignore[attr-defined]
    settle()
    popup = next(w for w in QApplication.topLevelWidgets() if isinstance(w, Popup))
    found = [*faults(popup)]
    popup.close()
    settle()
    assert not found, "\n".join(["", *found])


@pytest.mark.parametrize(("mode", "scale"), LOOKS)
def test_the_card_of_a_word(desk: Desk, mode: Mode, scale: int) -> None:
    desk.frame.preferences.change(mode=mode, text_scale=scale)
    go(desk, Place.LESSON, lesson="core/m03/not-allowed-fees")
    labels = [w for w in desk.window.findChildren(RichLabel) if w.isVisible()]
    label = next(w for w in labels if any(link.startswith(TERM) for link in w.links))
    label.linkActivated.emit(next(link for link in label.links if link.startswith(TERM)))
    settle()
    popup = next(w for w in QApplication.topLevelWidgets() if isinstance(w, Popup))
    found = [*faults(popup), *unreached(popup)]
    popup.close()
    settle()
    assert not found, "\n".join(["", *found])


@pytest.mark.parametrize(("mode", "scale"), LOOKS)
def test_the_choices_of_a_trainer(desk: Desk, mode: Mode, scale: int) -> None:
    desk.frame.preferences.change(mode=mode, text_scale=scale)
    screen = on_roster(desk)
    preview(desk)
    find(desk, "preview").opened.emit(1)  # type: ignore[attr-defined]
    settle()
    found = _faults_of_popup()
    session = str(screen.tab.session_id)  # type: ignore[attr-defined]
    go(desk, Place.SESSION, session=session, tab="attendance")
    find(desk, "attendance").opened.emit()  # type: ignore[attr-defined]
    settle()
    found += _faults_of_popup()
    assert not found, "\n".join(["", *found])


def _faults_of_popup() -> list[str]:
    popup = next(w for w in QApplication.topLevelWidgets() if isinstance(w, Popup))
    found = [*faults(popup), *unreached(popup)]
    popup.close()
    settle()
    return found


def _outside(dialog: QWidget, desk: Desk) -> list[str]:
    at = desk.window.mapFromGlobal(dialog.mapToGlobal(QPoint(0, 0)))
    room, size = desk.window.size(), dialog.size()
    if size.height() <= room.height() and size.width() <= room.width():
        return []
    return [f"larger than the window: {size.width()} x {size.height()} at {at.x()}, {at.y()}"]
