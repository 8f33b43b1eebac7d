"""The composition root: builds everything once, wires it, runs it. The only file that knows
everything."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QPixmapCache
from PySide6.QtWidgets import QApplication

from pdo_app import __version__, paths, ui  # noqa: F401 - ui first, see there
from pdo_app.checkout import rebuild_if_changed
from pdo_app.content.library import Library
from pdo_app.diagnostics import Report, problem_report
from pdo_app.errors import N_, InputError, KnownError, Message, StoreError
from pdo_app.learning.checklists import Checklists
from pdo_app.learning.profiles import Profiles
from pdo_app.learning.progress import Progress
from pdo_app.learning.quiz import Quizzes
from pdo_app.records import Learner
from pdo_app.settings import SettingsFile
from pdo_app.store.backups import is_good
from pdo_app.store.database import Store, open_store, restore
from pdo_app.store.ids import Uuid7
from pdo_app.texts import Texts
from pdo_app.ui.hub import Hub
from pdo_app.ui.keeping import Keeping
from pdo_app.ui.language import Language
from pdo_app.ui.person import Person
from pdo_app.ui.preferences import Preferences
from pdo_app.ui.routes import Place, Router
from pdo_app.ui.screens import ScreenFactory, Services
from pdo_app.ui.shell import Shell
from pdo_app.ui.theme import Theme
from pdo_app.ui.view import Frame

if TYPE_CHECKING:
    from pdo_app.training.services import Training
    from pdo_app.ui.instance import Instance

WINDOW = (1366, 768)
_CARE = 3000  # milliseconds between looks at the work in the background
_PIXMAPS = 2048  # kilobytes


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Outside:
    """What a run takes from the world: the folder of a person's data, the folder of built-in
    packs, the clock (UTC) and the seed of each quiz."""

    data: Path
    packs: Path
    clock: Callable[[], datetime] = _now
    seed: Callable[[], int] = lambda: int.from_bytes(os.urandom(4), "big")


class Desk:
    """The application, put together. ``window`` is shown by whoever made the desk.

    Raises StoreError or PackError where the records or the built-in pack cannot be opened.
    """

    def __init__(self, outside: Outside) -> None:
        self.outside = outside
        self._new_id = Uuid7()
        self._instance: Instance | None = None
        self._training: Training | None = None
        self.restoring: Path | None = None
        self.library = Library.open(outside.packs, _added(outside.data))
        opened = open_store(outside.data, clock=outside.clock, new_id=self._new_id)
        self.store: Store = opened.store
        self.frame = _frame(outside.data, self.store)
        self.services = self._services()
        screens = ScreenFactory(self.frame, self.services)
        self.window = Shell(self.frame, screens, self.first_place)
        self.window.resize(*WINDOW)
        self._findings = (*opened.findings, *self.library.findings)
        self.window.say(self._findings)
        self._care_timer = QTimer()
        self.begin()

    def today(self) -> date:
        """The local day."""
        return self.outside.clock().astimezone().date()

    def first_place(self) -> Place:
        """Where somebody without an open profile begins."""
        return Place.PEOPLE if self.services.profiles.all() else Place.START

    def begin(self) -> None:
        """Open the only profile where it has no PIN, else ask who is there."""
        people = self.services.profiles.all()
        if len(people) == 1 and people[0].pin_hash is None:
            self.become(people[0])
        else:
            self.frame.router.go(self.first_place())

    def become(self, learner: Learner) -> None:
        """Open a profile and show its home."""
        self.frame.person.become(learner)
        self.frame.router.go(Place.HOME)

    def begin_anew(self, source: Path) -> None:
        """End this run; the next one begins with the records of the backup ``source``.

        Raises InputError where it is no whole backup.
        """
        if not is_good(source):
            raise InputError(
                Message(N_("The file {file} is not a whole backup."), {"file": str(source)}),
                Message(N_("Choose a file that PDO Companion wrote as a backup.")),
            )
        self.restoring = source
        QCoreApplication.quit()

    def problem_report(self) -> Report:
        """Collect what helps to find a fault; no names, no answers."""
        settings = self.frame.preferences.settings
        return problem_report(
            self.outside.data,
            {
                "content": self.library.info.version,
                "window": f"{self.window.width()} x {self.window.height()}",
                "mode": settings.mode.value,
                "text": f"{settings.text_scale} %",
                "theme": settings.theme,
                **self.store.counts(),
            },
        )

    def training(self) -> Training:
        """The rules of teaching a class, built when they are asked for first."""
        if self._training is None:
            from pdo_app.training.services import build

            texts, clock = self.frame.language.texts, self.outside.clock
            self._training = build(self.store, self.library, clock, self._new_id, texts)
        return self._training

    def listen(self) -> None:
        """Come forward when the application is started a second time with the same records."""
        from pdo_app.ui.instance import Instance  # after the first paint: QtNetwork takes its time

        self._instance = Instance(self.outside.data)
        self._instance.called.connect(self.window.come_forward)

    def watch_care(self) -> None:
        """Tell what the check of a large file finds while the person already works."""
        care = self.store.care
        if care is None:
            return

        def look() -> None:
            found = care.findings()
            if found:
                self._care_timer.stop()
                self.window.say((*self._findings, *found))

        self._care_timer.timeout.connect(look)
        self._care_timer.start(_CARE)

    def close(self) -> None:
        """Close the records and the packs."""
        self._care_timer.stop()
        if self._instance is not None:
            self._instance.close()
        self.window.close()
        self.frame.language.close()
        self.store.close()
        self.library.close()

    def _services(self) -> Services:
        store, library, clock = self.store, self.library, self.outside.clock
        return Services(
            library=library,
            profiles=Profiles(store, library, clock, self._new_id),
            progress=Progress(store, library),
            checklists=Checklists(store, library),
            quizzes=Quizzes(store, library, self._new_id, self.outside.seed, self.today),
            now=clock,
            today=self.today,
            resources=paths.resources(),
            keeping=Keeping(self.outside.data, store.backup, self.begin_anew, self.problem_report),
            training=self.training,
        )


def _added(data: Path) -> Path | None:
    folder = data / "packs"
    return folder if folder.is_dir() else None


def _frame(data: Path, store: Store) -> Frame:
    theme = Theme(paths.resources())
    theme.load_fonts()
    language = Language(Texts(paths.translations()))
    preferences = Preferences(SettingsFile(data / "settings.json"), theme, language)
    hub = Hub()
    store.on_commit = hub.announce
    return Frame(theme, language, hub, Router(), Person(), preferences)


def make_application() -> QApplication:
    """Return the QApplication with its name and version, made where there is none yet."""
    QCoreApplication.setApplicationName("PDO Companion")
    QCoreApplication.setApplicationVersion(__version__)
    # The platform's own style differs from PC to PC; ours is painted. As an argument, since
    # setStyle() hands a QStyle back, whose hundred enums cost a start some milliseconds.
    arguments = [*sys.argv[:1], "-style", "fusion"]
    application = QApplication.instance() or QApplication(arguments)
    assert isinstance(application, QApplication)
    application.setAttribute(Qt.ApplicationAttribute.AA_DontShowIconsInMenus, False)
    # Icons are kept by the theme. What Qt keeps besides is a copy of each picture of a lesson.
    QPixmapCache.setCacheLimit(_PIXMAPS)
    return application


def run(data: Path | None = None, trouble: KnownError | None = None) -> int:
    """Start the application and return its exit code when the person has closed it. ``trouble``
    from before the start is told once the first page stands."""
    folder = paths.data(data)
    application = make_application()
    try:
        rebuild_if_changed()
        desk = Desk(Outside(folder, paths.built_in_packs()))
    except KnownError as error:
        if isinstance(error, StoreError) and _call_first(folder):
            return 0
        return _trouble(application, folder, error)
    sys.excepthook = _Unexpected(desk)
    _show(desk.window)
    if trouble is not None:
        sys.excepthook(type(trouble), trouble, None)
    QTimer.singleShot(0, lambda: _after_first_page(desk))
    try:
        code = application.exec()
    finally:
        desk.close()
    return code if desk.restoring is None else _begin_anew(desk, desk.restoring)


def _begin_anew(desk: Desk, source: Path) -> int:
    """Put a backup in the place of the records that ``desk`` has closed, and start once more."""
    desk.window.deleteLater()
    trouble = None
    try:
        restore(desk.outside.data, source, clock=desk.outside.clock, new_id=Uuid7())
    except KnownError as error:
        trouble = error
    return run(desk.outside.data, trouble)


def _after_first_page(desk: Desk) -> None:
    """Do what a start can do without: hear of a second start, and collect garbage again."""
    from pdo_app.diagnostics import start_log

    start_log(desk.outside.data)
    desk.listen()
    desk.watch_care()
    gc.freeze()  # what was imported stays
    gc.enable()


def _call_first(folder: Path) -> bool:
    """Bring the window of a copy forward that uses the same records; tell whether there is one."""
    from pdo_app.ui.instance import call_first  # QtNetwork is read only where it is needed

    return call_first(folder)


def _show(window: Shell) -> None:
    screen = window.screen().availableGeometry()
    if screen.width() <= WINDOW[0] or screen.height() <= WINDOW[1]:
        window.showMaximized()
    else:
        window.show()


def _trouble(application: QApplication, folder: Path, error: KnownError) -> int:
    """Show a page for an error that keeps the application from starting."""
    from pdo_app.ui.trouble import Trouble  # only where something went wrong

    theme = Theme(paths.resources())
    theme.load_fonts()
    language = Language(Texts(paths.translations()))
    Preferences(SettingsFile(folder / "settings.json"), theme, language)
    window = Trouble(theme, language, error)
    window.show()
    application.exec()
    return 1


class _Unexpected:
    """What happens to an exception that nobody caught: a sentence for the person, and for a bug
    the whole story in the log."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._telling = False

    def __call__(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if isinstance(error, KeyboardInterrupt):
            QCoreApplication.quit()
            return
        if not isinstance(error, KnownError):
            import logging  # the log is begun after the first page: see _after_first_page

            logging.getLogger(__name__).error("unexpected", exc_info=(kind, error, trace))
            error = KnownError(
                Message(N_("Something went wrong in the application.")),
                Message(
                    N_(
                        "Your answers are saved. If it happens again, save a problem report "
                        "in the settings."
                    )
                ),
            )
        if not self._telling:
            self._telling = True  # the second of two in a row is in the log
            QTimer.singleShot(0, lambda: self._tell(error))

    def _tell(self, error: KnownError) -> None:
        from pdo_app.ui.dialogs import tell  # only where something went wrong

        frame = self._desk.frame
        try:
            tell(frame.theme, self._desk.window, frame.language, error)
        finally:
            self._telling = False
