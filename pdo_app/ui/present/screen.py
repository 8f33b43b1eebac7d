"""Presenting: the console in the main window, the slides in a window of their own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pdo_app.changes import Topic
from pdo_app.content.library import Library
from pdo_app.errors import KnownError
from pdo_app.records import TrainingSession
from pdo_app.training.presenting import Run
from pdo_app.training.services import Training
from pdo_app.training.wall import WallKind, WallState
from pdo_app.ui.dialogs import ask
from pdo_app.ui.present.audience import AudienceWindow
from pdo_app.ui.present.console import Class, Console
from pdo_app.ui.present.faces import WallWords
from pdo_app.ui.present.keys import Deed, Keys, key_of
from pdo_app.ui.present.painting import SlidePainter
from pdo_app.ui.present.panels import Asking
from pdo_app.ui.present.shown import Shown
from pdo_app.ui.present.stage import Stage
from pdo_app.ui.present.windows import Windows
from pdo_app.ui.routes import Place
from pdo_app.ui.theme import Theme
from pdo_app.ui.view import Frame, View
from pdo_app.ui.widgets.button import Button
from pdo_app.ui.widgets.label import PairLabel


class PresentScreen(View):
    """Presents the session that the route names. ``clock`` gives UTC; ``resources`` is the folder
    with icons, for the audience's own theme, which is light whatever the console's is."""

    topics = frozenset((Topic.WALL, Topic.ROSTER, Topic.SESSIONS))
    rail = False

    def __init__(
        self,
        frame: Frame,
        training: Training,
        library: Library,
        clock: Callable[[], datetime],
        resources: Path,
    ) -> None:
        super().__init__(frame)
        self._training, self._library, self._clock = training, library, clock
        self._keys = Keys()
        audience_theme = Theme(resources)
        self._painter = SlidePainter(audience_theme, lambda name: library.picture(name)[1])
        self._stage: Stage | None = None
        self._shown: Shown | None = None
        self._windows: Windows | None = None
        self._trouble: KnownError | None = None
        self._untold: KnownError | None = None
        self._on_wall = WallWords()

    @property
    def stage(self) -> Stage | None:
        """The presentation that is on, if any."""
        return self._stage

    @property
    def windows(self) -> Windows | None:
        """The arrangement of its windows."""
        return self._windows

    def arrive(self, params: dict[str, str]) -> None:
        """Begin to present the session, or go on with it."""
        session = self._training.sessions.get(UUID(params["session"]))
        if self._stage is None or self._stage.session.id != session.id:
            self._begin(session)
        super().arrive(params)

    def build(self) -> QWidget:
        """Return the console."""
        if self._stage is not None:
            self._take_changes(self._stage)
        stage, shown = self._stage, self._shown
        if stage is None or shown is None:
            return self._nothing()
        group = self._class(stage)
        console = Console(self.frame, stage, shown, self._painter, group, self._library.lesson)
        asking = Asking(self.theme, self.language, self)
        wall, session = self._training.wall, stage.session
        console.questions.clicked.connect(lambda: asking.questions(wall, session))
        console.later.clicked.connect(self._later)
        console.roster.clicked.connect(lambda: asking.roster(self._training.roster.people(session)))
        return console

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key or a clicker asks for."""
        if self._stage is None:
            super().keyPressEvent(event)
            return
        pressed = self._keys.press(key_of(event))
        if pressed is not None:
            self._stage.press(pressed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stop when the main window is closed: the next start goes on here."""
        if event.type() is QEvent.Type.Close and self._stage is not None:
            self._stage.stop()
            if self._windows is not None:
                self._windows.put_away()
        return False

    def _begin(self, session: TrainingSession) -> None:
        self._leave()
        run = self._training.presenting.begin(session)
        if not run.deck:
            return
        stage = Stage(
            session, self._training.presenting, self._library.lesson, self._clock, run.place
        )
        self._stage = stage
        self._shown = Shown(stage, self._library, self.language.texts, self._wall_words)
        window = AudienceWindow(
            self.window(), stage, self._shown, self._painter, self.language.words("Slides")
        )
        self._windows = Windows(window, self)
        self._windows.changed.connect(lambda: QTimer.singleShot(0, self, self._tell))
        stage.asked.connect(self._asked)
        stage.troubled.connect(self._troubled)
        stage.slept.connect(self._slept)
        stage.ended.connect(self._ended)
        self.window().installEventFilter(self)
        self.frame.person.presenting = True
        QTimer.singleShot(0, self, lambda: self._open(stage, run))

    def _open(self, stage: Stage, run: Run) -> None:
        """Ask about a gap, then show the slides: the class need not see the question."""
        if stage is not self._stage:
            return
        if run.gap:
            self._ask_about(stage.session, run.gap)
        stage.begin()
        if self._windows is not None:
            self._windows.arrange()
        self.setFocus()

    def _ask_about(self, session: TrainingSession, gap: int) -> None:
        words = self.language.words
        minutes = max(1, round(gap / 60))
        taught = ask(
            self.theme,
            self,
            words("The presentation stopped without being ended."),
            self.language.counted(
                "{n} minute has passed since. Does it count as time taught?",
                "{n} minutes have passed since. Do they count as time taught?",
                minutes,
            ),
            (words("It does not count"), words("It counts")),
        )
        try:
            self._training.presenting.count_gap(session, taught=taught)
        except KnownError as error:  # the slides are shown all the same
            self._troubled(error)

    def _slept(self, seconds: int) -> None:
        """Ask about the time in which the computer slept, as over a meal."""
        stage = self._stage
        if stage is None or self._training.presenting.gap(stage.session):
            return  # it was asked already
        gap = self._training.presenting.lose(stage.session, seconds)
        if gap:
            self._ask_about(stage.session, gap)
            self.setFocus()

    def _take_changes(self, stage: Stage) -> None:
        try:
            session = self._training.sessions.get(stage.session.id)
        except KeyError:  # it was removed meanwhile
            self._leave()
            return
        if session != stage.session:
            stage.replan(session)

    def _class(self, stage: Stage) -> Class:
        session = stage.session
        people = len(self._training.roster.people(session))
        number = self.language.texts.count("{n} person", "{n} people", people)
        below = " · ".join(part for part in (session.place, number) if part)
        return Class(session.title, below)

    def _wall_words(self) -> WallWords:
        if self._stage is None:
            return WallWords()
        found: dict[WallKind, list[str]] = {kind: [] for kind in WallKind}
        try:
            questions = self._training.wall.questions(self._stage.session)
        except KnownError as error:  # asked each second: what was read last goes on
            self._troubled(error)
            return self._on_wall
        for question in reversed(questions):
            if question.state is not WallState.ANSWERED:
                found[question.kind].append(question.text)
        know, want, worry = (tuple(found[kind]) for kind in WallKind)
        self._on_wall = WallWords(know, want, worry)
        return self._on_wall

    def _asked(self, deed: Deed) -> None:
        windows = self._windows
        if windows is None:
            return
        if deed is Deed.SWAP:
            windows.swap()
        elif deed is Deed.SHOW:
            windows.show_in_front(True) if windows.alone else windows.arrange()
        elif deed is Deed.LATER:
            self._later()
        elif deed is Deed.KEYS:
            Asking(self.theme, self.language, self).keys()

    def _later(self) -> None:
        stage = self._stage
        if stage is None:
            return
        presenting, card = self._training.presenting, stage.card.id
        asking = Asking(self.theme, self.language, self)
        asking.later(lambda text: presenting.note(stage.session, card, text))

    def _troubled(self, error: KnownError) -> None:
        """Tell once what kept a slide from being recorded; the class sees nothing of it."""
        if self._trouble is None or self._trouble.title != error.title:
            self._trouble = self._untold = error
            QTimer.singleShot(0, self, self._tell)

    def _tell(self) -> None:
        """Tell it at the console: where the slides stand before it, when they have gone."""
        error, windows = self._untold, self._windows
        if error is not None and not (windows is not None and windows.alone and windows.shown):
            self._untold = None
            self.report(error)

    def _ended(self) -> None:
        """Go on where a trainer goes on: after the last card to the report, else to the plan."""
        stage = self._stage
        self._leave()
        if stage is not None:
            tab = "report" if stage.following is None else "plan"
            self.router.go(Place.SESSION, session=str(stage.session.id), tab=tab)

    def _leave(self) -> None:
        if self._stage is not None:
            self._stage.stop()
            self.window().removeEventFilter(self)
            self.frame.person.presenting = False
        if self._windows is not None:
            self._windows.close()
            QTimer.singleShot(0, self, self._tell)
        self._stage = self._shown = self._windows = None
        self._trouble = None
        self._on_wall = WallWords()

    def _nothing(self) -> QWidget:
        """A plan in which everything is skipped has nothing to show."""
        page = QWidget()
        column = QVBoxLayout(page)
        words = self.language.words("There is nothing to show: the plan is empty.")
        column.addStretch(1)
        column.addWidget(PairLabel(self.theme, words, "h2", below=True))
        back = Button(self.theme, self.language.words("Back to the plan"), "filled")
        session = self.params.get("session", "")
        back.clicked.connect(lambda: self.router.go(Place.SESSION, session=session, tab="plan"))
        column.addWidget(back)
        column.addStretch(1)
        return page
