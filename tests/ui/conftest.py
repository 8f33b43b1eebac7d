"""The application as a person starts it, in a folder of its own, without a screen."""

import os
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

# Before the first QApplication, which reads it.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTranslator
from PySide6.QtWidgets import QApplication

from pdo_app import paths
from pdo_app.app import Desk, Outside, make_application
from pdo_app.checkout import rebuild_if_changed
from pdo_app.content.library import Library
from pdo_app.errors import PackError
from pdo_app.learning.checklists import Checklists
from pdo_app.learning.profiles import Profiles
from pdo_app.learning.progress import Progress
from pdo_app.records import Learner, Mode
from pdo_app.store.database import open_store
from pdo_app.store.ids import Uuid7
from pdo_app.ui.language import Language

NOW = datetime(2026, 11, 24, 4, tzinfo=UTC)
"""A Tuesday, on the same day everywhere between the Azores and New Zealand."""
DEPARTURE = date(2026, 12, 17)
SEED = 7


@pytest.fixture(scope="session")
def packs() -> Path:
    """The folder of the built-in pack, built anew where its sources changed. While they have
    errors, which other tests tell, the pack of before serves."""
    folder = paths.built_in_packs()
    try:
        rebuild_if_changed()
    except PackError:
        if not (folder / "core.pdopack").exists():
            raise
    return folder


@pytest.fixture
def application(qapp: QApplication) -> Iterator[QApplication]:
    """The QApplication, dressed as the product dresses it; what a test deleted is really gone."""
    make_application()
    yield qapp
    qapp.processEvents()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


class Clock:
    """A clock that stands at NOW until a test lets time pass."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now

    def wait(self, **time: float) -> None:
        """Let some time pass: hours, minutes, seconds; less than none sets the clock back."""
        self.now += timedelta(**time)


@pytest.fixture
def clock() -> Clock:
    """The clock of every desk of this test."""
    return Clock()


@pytest.fixture
def new_desk(
    application: QApplication, packs: Path, tmp_path: Path, clock: Clock
) -> Iterator[Callable[[], Desk]]:
    """Start the application on the folder of this test, as often as asked."""
    made: list[Desk] = []

    def start() -> Desk:
        desk = Desk(Outside(tmp_path / "data", packs, clock, lambda: SEED))
        made.append(desk)
        desk.window.resize(1366, 768)
        desk.window.show()
        return desk

    yield start
    for desk in made:
        desk.close()
        desk.window.deleteLater()
        silence(desk.frame.language)


@pytest.fixture
def empty_desk(new_desk: Callable[[], Desk]) -> Desk:
    """The application before anybody has a profile."""
    return new_desk()


@pytest.fixture
def desk(new_desk: Callable[[], Desk], packs: Path, tmp_path: Path) -> Desk:
    """The application at the home page of somebody from :func:`add_learner`."""
    add_learner(tmp_path / "data", packs)
    return new_desk()


def silence(language: Language) -> None:
    """Take the words of an application that is gone out of the QApplication, which stays."""
    for translator in language.findChildren(QTranslator):
        QCoreApplication.removeTranslator(translator)


def add_learner(
    folder: Path, packs: Path, name: str = "李建国", departure: date | None = DEPARTURE
) -> Learner:
    """Record somebody on the way to Germany, as an earlier run would have: the first six lessons
    read, the first thing of the checklist ticked, a note on it."""
    new_id = Uuid7()
    library = Library.open(packs)
    store = open_store(folder, clock=lambda: NOW, new_id=new_id).store
    learner = Profiles(store, library, lambda: NOW, new_id).create(name, "DE", departure, Mode.BOTH)
    lessons = [lesson for module in library.modules() for lesson in module.lessons]
    for lesson in lessons[:6]:
        Progress(store, library).complete(learner, lesson.id)
    item = library.items("DE")[0].id
    Checklists(store, library).tick(learner, item)
    Checklists(store, library).note(learner, item, "县公证处，8:30 开门。带身份证。")
    store.close()
    library.close()
    return learner
