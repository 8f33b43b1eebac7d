"""What the console opens over the slide for a moment: questions, a note for later, the roster,
the keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from pdo_app.errors import N_, InputError
from pdo_app.records import Participant, TrainingSession
from pdo_app.training.wall import Wall, WallKind, WallQuestion, WallState
from pdo_app.ui.dialogs import Dialog
from pdo_app.ui.language import Language, Words
from pdo_app.ui.theme import Theme
from pdo_app.ui.widgets.button import Button
from pdo_app.ui.widgets.choice import Segments
from pdo_app.ui.widgets.field import Complaint, TextField
from pdo_app.ui.widgets.flow import flow
from pdo_app.ui.widgets.label import Label, PairLabel
from pdo_app.ui.widgets.surface import Hairline, column, row

KINDS = (
    (WallKind.KNOW, N_("I know")),
    (WallKind.WANT, N_("I want to know")),
    (WallKind.WORRY, N_("I worry")),
)
KEYS = (
    ("→  ↓  PgDn  Space  Enter", N_("Next slide, or the answer")),
    ("←  ↑  PgUp  Backspace", N_("Back")),
    ("1 2 3 … Enter", N_("To that slide")),
    ("Home, End", N_("First slide, last slide")),
    ("B, W", N_("Black screen, white screen")),
    ("F", N_("Freeze what the class sees")),
    ("Z, P", N_("Zoom, light pointer")),
    ("T", N_("Start or stop the countdown")),
    ("L", N_("Language of the slides")),
    ("S", N_("Swap the screens")),
    ("F5", N_("Show the slides in front")),
    ("N", N_("Talk about later")),
    ("Esc", N_("End")),
)


class Asking:
    """Opens the panels over ``over``, in the trainer's language."""

    def __init__(self, theme: Theme, language: Language, over: QWidget) -> None:
        self._theme, self._language, self._over = theme, language, over

    def later(self, write: Callable[[str], object]) -> None:
        """Ask for a note and ``write`` it; where that raises InputError, say so and ask on."""
        language = self._language
        dialog = Dialog(self._theme, self._over, language.words("Talk about later"))
        field = TextField(self._theme, language.words("What should not be forgotten?"))
        field.setObjectName("note")
        complaint = Complaint(self._theme)
        dialog.body.addWidget(field)
        dialog.body.addWidget(complaint)

        def keep() -> None:
            try:
                write(field.text())
            except InputError as error:
                complaint.say(language.message(error.title))
                return
            dialog.accept()

        field.returnPressed.connect(keep)
        self._answers(dialog, language.words("Keep the note"), keep)
        field.setFocus()
        _run(dialog)

    def questions(self, wall: Wall, session: TrainingSession) -> None:
        """Show the questions of the class; a new one is typed and kept with Enter."""
        _Questions(self._theme, self._language, self._over, wall, session).run()

    def roster(self, people: Sequence[Participant]) -> None:
        """Show who is on the roster."""
        theme, language = self._theme, self._language
        dialog = Dialog(theme, self._over, language.words("Roster"))
        if not people:
            dialog.body.addWidget(PairLabel(theme, language.words("Nobody is on the roster yet.")))
        for number, person in enumerate(people, start=1):
            line = row(theme.px(12))
            line.addWidget(Label(theme, str(number), "ui", "ink_2"))
            line.addWidget(Label(theme, person.name, "ui", bold=True, wrap=True), 1)
            line.addWidget(Label(theme, person.company, "caption", "ink_2", wrap=True), 1)
            dialog.body.addLayout(line)
        self._answers(dialog, language.words("Back to the slides"), dialog.accept, alone=True)
        _run(dialog)

    def keys(self) -> None:
        """Show what each key does."""
        theme, language = self._theme, self._language
        dialog = Dialog(theme, self._over, language.words("Keys"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(24))
        for at, (key, what) in enumerate(KEYS):
            grid.addWidget(Label(theme, key, "ui", bold=True, wrap=True), at, 0)
            grid.addWidget(PairLabel(theme, language.words(what), "ui", bold=False), at, 1)
        grid.setColumnStretch(1, 1)
        dialog.body.addLayout(grid)
        self._answers(dialog, language.words("Back to the slides"), dialog.accept, alone=True)
        _run(dialog)

    def _answers(
        self, dialog: Dialog, act: Words, done: Callable[[], object], *, alone: bool = False
    ) -> None:
        theme, language = self._theme, self._language
        do = Button(theme, act, "filled")
        do.setObjectName("act")
        do.clicked.connect(done)
        if alone:
            dialog.answers(do)
            return
        stay = Button(theme, language.words("Back to the slides"))
        stay.setObjectName("stay")
        stay.clicked.connect(dialog.reject)
        dialog.answers(stay, do)


class _Questions:
    """The wall in a dialog: a line to type, and what is open."""

    def __init__(
        self,
        theme: Theme,
        language: Language,
        over: QWidget,
        wall: Wall,
        session: TrainingSession,
    ) -> None:
        self._theme, self._language = theme, language
        self._wall, self._session = wall, session
        self._kind = WallKind.WANT
        self._dialog = Dialog(theme, over, language.words("Class questions"))
        names = tuple(Words(language.say(source)) for _, source in KINDS)
        kinds = Segments(theme, names, 1, name="kind")
        kinds.chosen.connect(self._choose)
        self._field = TextField(theme, language.words("Type a question, then Enter"))
        self._field.setObjectName("question")
        self._field.returnPressed.connect(self._ask)
        self._complaint = Complaint(theme)
        self._list = column(theme.px(8))
        body = self._dialog.body
        body.addWidget(flow(theme.px(8), kinds))
        body.addWidget(self._field)
        body.addWidget(self._complaint)
        body.addLayout(self._list)
        close = Button(theme, language.words("Back to the slides"), "filled")
        close.setObjectName("act")
        close.clicked.connect(self._dialog.accept)
        self._dialog.answers(close)
        self._show()
        self._field.setFocus()

    def run(self) -> None:
        """Show the dialog until it is closed."""
        _run(self._dialog)

    def _choose(self, at: int) -> None:
        self._kind = KINDS[at][0]
        self._field.setFocus()

    def _ask(self) -> None:
        try:
            self._wall.ask(self._session, self._kind, self._field.text())
        except InputError as error:
            self._complaint.say(self._language.message(error.title))
            return
        self._complaint.say(None)
        self._field.clear()
        self._show()

    def _show(self) -> None:
        while (taken := self._list.takeAt(0)) is not None:
            widget = taken.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for question in self._wall.questions(self._session):
            if question.state is not WallState.ANSWERED:
                self._list.addWidget(self._line(question))
                self._list.addWidget(Hairline(self._theme))

    def _line(self, question: WallQuestion) -> QWidget:
        theme, language = self._theme, self._language
        line = QWidget()
        inner = row(theme.px(8))
        line.setLayout(inner)
        source = dict(KINDS)[question.kind]
        words = column()
        words.addWidget(Label(theme, question.text, "ui", bold=True, wrap=True))
        words.addWidget(Label(theme, language.say(source), "caption", "ink_2"))
        inner.addLayout(words, 1)
        answered = Button(theme, Words(language.say("Answered")), icon="check")
        answered.setObjectName(f"answered_{question.id}")
        answered.clicked.connect(lambda: self._settle(self._wall.answer, question))
        inner.addWidget(answered, 0, Qt.AlignmentFlag.AlignTop)
        if question.state is WallState.OPEN:
            parked = Button(theme, Words(language.say("Later")), "quiet")
            parked.setObjectName(f"parked_{question.id}")
            parked.clicked.connect(lambda: self._settle(self._wall.park, question))
            inner.addWidget(parked, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _settle(self, settle: Callable[[WallQuestion], None], question: WallQuestion) -> None:
        settle(question)
        self._show()
        self._field.setFocus()


def _run(dialog: Dialog) -> None:
    dialog.exec()
    dialog.deleteLater()
