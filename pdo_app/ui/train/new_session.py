"""A new session: by a template of the pack or of chosen modules, and what is known of the class."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from pdo_app.changes import Topic
from pdo_app.errors import InputError, KnownError
from pdo_app.ui import tokens
from pdo_app.ui.language import Words
from pdo_app.ui.routes import Place
from pdo_app.ui.theme import Layout
from pdo_app.ui.top_bar import TopBar
from pdo_app.ui.train.class_form import ClassForm, Draft
from pdo_app.ui.train.naming import time_words
from pdo_app.ui.train.parts import scrolled
from pdo_app.ui.train.tab import Teaching
from pdo_app.ui.view import Frame, View
from pdo_app.ui.widgets.button import Button, IconButton
from pdo_app.ui.widgets.choice import CheckBox, Tile
from pdo_app.ui.widgets.field import Complaint, Field
from pdo_app.ui.widgets.flow import flow
from pdo_app.ui.widgets.label import Label, PairLabel
from pdo_app.ui.widgets.stepper import Stepper
from pdo_app.ui.widgets.surface import Card, column, row

_STEP, _LEAST, _MOST = 30, 60, 40 * 60
"""Minutes by which the hours change, and how few and many there can be."""
_COLUMNS = {Layout.WIDE: 4, Layout.A: 4, Layout.B: 2, Layout.C: 1}


class NewSessionScreen(View):
    """Asks for everything on one page, makes the session, and goes to its plan."""

    topics: ClassVar[frozenset[Topic]] = frozenset((Topic.CENTRE,))

    def __init__(self, frame: Frame, teaching: Teaching) -> None:
        super().__init__(frame)
        self._teaching = teaching
        self._begin()

    def arrive(self, params: dict[str, str]) -> None:
        """Begin with empty fields."""
        self._begin()
        super().arrive(params)

    def _begin(self) -> None:
        templates = self._teaching.library.templates()
        self._template: str | None = templates[0].id if templates else None
        self._modules: set[str] = set()
        self._minutes = 4 * 60
        self._trouble: InputError | None = None
        trainers = self._teaching.training.access.centre().trainers
        self.draft = Draft(self._teaching.today(), trainer=trainers[0] if trainers else "")

    def build(self) -> QWidget:
        """Return bar, templates, fields and the button that makes the session."""
        theme, language = self.theme, self.language
        page = QWidget()
        outer = column()
        page.setLayout(outer)
        outer.addWidget(self._bar())
        self._form = ClassForm(
            self, self._teaching, self.draft, self._teaching.today(), self._propose
        )
        known = Card(theme, gap=16)
        known.body.addWidget(PairLabel(theme, language.words("The class"), "h2"))
        known.body.addWidget(self._form.build(2 if theme.layout in (Layout.A, Layout.WIDE) else 1))
        self._propose()
        parts = [self._shape(), known]
        outer.addWidget(scrolled(theme, parts, gap=tokens.Size.gutter, top=8), 1)
        return page

    def make(self) -> None:
        """Make the session and show its plan, or say what is missing."""
        draft, fitted = self.draft, self._template is None
        modules = [m.id for m in self._teaching.library.modules() if m.id in self._modules]
        try:
            session = self._teaching.training.sessions.create(
                draft.title,
                self._template,
                draft.first_day,
                modules=modules if fitted else (),
                minutes=self._minutes if fitted else 0,
                **draft.fields,
            )
        except InputError as error:
            if not self._form.complain(error):
                self._trouble = error
                self.renew()
            return
        except KnownError as error:
            self.report(error)
            return
        self.router.go(Place.SESSION, session=str(session.id), tab="plan")

    def _bar(self) -> TopBar:
        theme, words = self.theme, self.language.words("New session")
        lead = QWidget()
        line = row(theme.px(12))
        lead.setLayout(line)
        back = IconButton(theme, self.language.words("Go back"), "arrow-left")
        back.setObjectName("back")
        back.clicked.connect(lambda: self.router.back(Place.SESSIONS))
        line.addWidget(back)
        title = PairLabel(theme, words, "h1", below=theme.layout in (Layout.B, Layout.C))
        title.setObjectName("title")
        line.addWidget(title, 1)
        make = self.language.words("Make the plan")
        if theme.layout is Layout.C:
            make = Words(make.main)
        create = Button(theme, make, "filled", icon="check" if not theme.tight else "")
        create.setObjectName("make")
        create.clicked.connect(self.make)
        return TopBar(self.frame, words, lead=lead, tools=(create,), person=not theme.tight)

    def _shape(self) -> Card:
        """Return the card with the templates and, for the fourth choice, modules and hours."""
        theme, language = self.theme, self.language
        card = Card(theme, gap=16)
        card.body.addWidget(PairLabel(theme, language.words("How long?"), "h2"))
        grid = QGridLayout()
        grid.setSpacing(theme.px(12))
        tiles: list[tuple[str | None, Words, str]] = [
            (template.id, self._named(template.id), "clock")
            for template in self._teaching.library.templates()
        ]
        tiles.append((None, language.words("Own choice"), "adjustments"))
        columns = _COLUMNS[theme.layout]
        for at, (template, words, icon) in enumerate(tiles):
            tile = Tile(theme, words, height=72, icon=icon)
            tile.setObjectName(f"template_{template or 'fit'}")
            tile.setChecked(template == self._template)
            tile.clicked.connect(lambda _=False, t=template: self._choose(t))
            grid.addWidget(tile, at // columns, at % columns)
        for at in range(columns):
            grid.setColumnStretch(at, 1)
        card.body.addLayout(grid)
        if self._template is None:
            card.body.addWidget(self._hours())
            card.body.addWidget(self._module_boxes())
        said = None
        if self._trouble is not None:
            said = language.sentences(self._trouble.title, self._trouble.advice)
        card.body.addWidget(Complaint(theme, said))
        return card

    def _named(self, template: str) -> Words:
        found = self._teaching.library.template(template)
        title = self.language.show(found.title)
        hours = time_words(self.language, found.hours * 60)
        second = f"{title.second} · {hours.second}" if title.second else None
        return Words(f"{title.main} · {hours.main}", second)

    def _hours(self) -> QWidget:
        theme, language = self.theme, self.language
        stepper = Stepper(
            theme,
            time_words(language, self._minutes),
            language.words("Half an hour less"),
            language.words("Half an hour more"),
            name="hours",
            widest=time_words(language, _MOST - _STEP).main,
        )
        stepper.stepped.connect(lambda by: self._step(stepper, by))
        return Field(theme, flow(0, stepper), language.words("Hours, with breaks"))

    def _step(self, stepper: Stepper, by: int) -> None:
        self._minutes = max(_LEAST, min(_MOST, self._minutes + by * _STEP))
        stepper.show_words(time_words(self.language, self._minutes))

    def _module_boxes(self) -> QWidget:
        theme = self.theme
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(16))
        columns = 2 if theme.layout in (Layout.A, Layout.WIDE) else 1
        for at, module in enumerate(self._teaching.library.modules()):
            words = Words(f"{module.number}  {self.language.show(module.title).main}")
            narrow = theme.layout is Layout.C  # where a box with its words is wider than the page
            box = CheckBox(theme, words, silent=narrow)
            box.setObjectName(f"module_{module.number}")
            box.setChecked(module.id in self._modules)
            box.toggled.connect(lambda on, m=module.id: self._take(m, on))
            if narrow:
                grid.addWidget(box, at, 0, Qt.AlignmentFlag.AlignTop)
                grid.addWidget(Label(theme, words.main, wrap=True), at, 1)
                grid.setColumnStretch(1, 1)
                continue
            where = Qt.AlignmentFlag.AlignLeft
            grid.addWidget(box, at // columns, at % columns, where)
        for at in range(columns if theme.layout is not Layout.C else 0):
            grid.setColumnStretch(at, 1)
        return Field(theme, holder, self.language.words("Modules"))

    def _take(self, module: str, on: bool) -> None:
        (self._modules.add if on else self._modules.discard)(module)

    def _choose(self, template: str | None) -> None:
        self._template, self._trouble = template, None
        self.renew()

    def _propose(self) -> None:
        """Propose the day and the kind of session as the title."""
        texts, language = self.language.texts, self.language
        day = texts.date(self.draft.first_day, "day")
        if self._template is None:
            kind = language.say("Session")
        else:
            kind = language.show(self._teaching.library.template(self._template).title).main
        self._form.show_title(f"{day} {kind}")
