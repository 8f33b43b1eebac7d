"""What is known of a class: the fields that a new session asks for and an old one can change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QMenu, QSizePolicy, QWidget

from pdo_app.errors import InputError
from pdo_app.records import Group, Mode, Sector, TrainingSession
from pdo_app.training import sectors
from pdo_app.training.sessions import ClassFields
from pdo_app.ui import tokens
from pdo_app.ui.countries import FLAG, choose_country, country_words
from pdo_app.ui.language import Words
from pdo_app.ui.top_bar import MODES
from pdo_app.ui.train.naming import GROUPS
from pdo_app.ui.train.tab import Teaching
from pdo_app.ui.view import View
from pdo_app.ui.widgets.button import IconButton
from pdo_app.ui.widgets.calendar import DateField
from pdo_app.ui.widgets.choice import CheckBox, Segments, Tile
from pdo_app.ui.widgets.field import Field, TextField
from pdo_app.ui.widgets.flow import flow
from pdo_app.ui.widgets.select import Select
from pdo_app.ui.widgets.surface import column, row

_MODE_NAMES = (Words("中文"), Words("双语"), Words("English"))


@dataclass
class Draft:
    """What stands in the fields; kept while the page builds itself anew. ``typed`` tells whether
    the title was written by hand rather than proposed."""

    first_day: date
    title: str = ""
    typed: bool = False
    trainer: str = ""
    place: str = ""
    destination: str = ""
    sector: str = ""
    groups: set[Group] = field(default_factory=set)
    mode: Mode = Mode.BOTH
    wrong: InputError | None = None

    @classmethod
    def of(cls, session: TrainingSession) -> Draft:
        """Return what is known of a session that has a plan."""
        return cls(
            session.plan[0].day,
            session.title,
            True,
            session.trainer,
            session.place,
            session.destination,
            session.sector,
            set(session.groups),
            session.mode,
        )

    @property
    def fields(self) -> ClassFields:
        """What the session service takes, but for title and day."""
        return {
            "trainer": self.trainer,
            "place": self.place,
            "destination": self.destination,
            "sector": self.sector,
            "groups": [group for group in Group if group in self.groups],
            "mode": self.mode,
        }


class ClassForm(QObject):
    """Builds the fields of ``draft`` over ``view`` and keeps it up to date. ``changed`` is called
    after a new day, so that a proposed title can follow; ``earliest`` is the first day that can
    be chosen."""

    def __init__(
        self,
        view: View,
        teaching: Teaching,
        draft: Draft,
        earliest: date,
        changed: Callable[[], None] = lambda: None,
    ) -> None:
        super().__init__(view)
        self._view, self._teaching, self.draft = view, teaching, draft
        self._earliest, self._changed = earliest, changed
        self.over: QWidget = view
        """What the choice of a country stands over."""
        self._fields: dict[str, Field] = {}

    def build(self, columns: int) -> QWidget:
        """Return the fields in one or two columns."""
        view, language = self._view, self._view.language
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(view.theme.px(tokens.Size.gutter))
        grid.setVerticalSpacing(view.theme.px(16))
        day = DateField(
            view.theme,
            language,
            language.words("First day"),
            self.draft.first_day,
            self._earliest,
        )
        day.setObjectName("first_day")
        day.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        day.setMaximumWidth(day.sizeHint().width())
        day.picked.connect(self._choose_day)
        self._fields = {
            "title": self._line("title", language.words("Title")),
            "first_day": Field(view.theme, day, language.words("First day")),
            "trainer": self._trainer(),
            "place": self._line("place", language.words("Place")),
            "destination": Field(
                view.theme, self._destination(), language.words("Destination of the class")
            ),
            "sector": self._sector(),
        }
        for at, made in enumerate((*self._fields.values(), self._groups(), self._modes())):
            place = (at // columns, at % columns)
            grid.addWidget(made, *place, Qt.AlignmentFlag.AlignTop)
        for at in range(columns):
            grid.setColumnStretch(at, 1)
        if self.draft.wrong is not None:
            self.complain(self.draft.wrong)
        return holder

    def show_title(self, title: str) -> None:
        """Show a proposed title, where none was written by hand."""
        if not self.draft.typed and "title" in self._fields:
            self.draft.title = title
            control = self._fields["title"].control
            assert isinstance(control, TextField)
            control.setText(title)

    def complain(self, error: InputError) -> bool:
        """Say at its field what is wrong; tell whether there is such a field here."""
        found = self._fields.get(error.field)
        if found is None:
            return False
        self.draft.wrong = error
        found.complain(self._view.language.sentences(error.title, error.advice))
        found.control.setFocus()
        return True

    def _line(self, name: str, words: Words) -> Field:
        line = TextField(self._view.theme, words, getattr(self.draft, name))
        line.setObjectName(f"class_{name}")
        made = Field(self._view.theme, line, words)

        def typed(text: str) -> None:
            setattr(self.draft, name, text)
            if name == "title":
                self.draft.typed = bool(text.strip())
            self.draft.wrong = None
            made.complain(None)

        line.textEdited.connect(typed)
        return made

    def _sector(self) -> Field:
        """Return the choice of a sector, with a line for other words where none is chosen."""
        theme, language, words = self._view.theme, self._view.language, self._view.language.words
        other, keys = words("Mixed or another"), ("", *Sector)
        names = (other, *(words(sectors.NAMES[sector]) for sector in Sector))
        now = keys.index(self.draft.sector) if self.draft.sector in keys else 0
        select = Select(theme, names, other, current=now)
        select.set_subject(words("Sector"))
        select.setObjectName("sector")
        line = TextField(theme, words("Which sector?"), "" if now else self.draft.sector)
        line.setObjectName("class_sector")
        line.setPlaceholderText(language.say("Which sector?"))
        holder = QWidget()
        box = column(theme.px(8))
        holder.setLayout(box)
        holder.setFocusProxy(select)  # the line alone would keep Tab from the choice
        box.addWidget(select)
        box.addWidget(line)
        line.setHidden(now > 0)  # once it has a parent: else it would be a window
        made = Field(theme, holder, words("Sector"))

        def take(sector: str) -> None:
            self.draft.sector = sector
            self.draft.wrong = None
            made.complain(None)

        def choose(place: int) -> None:
            line.setHidden(place > 0)
            take(keys[place] or line.text())

        select.chosen.connect(choose)
        line.textEdited.connect(take)
        return made

    def _trainer(self) -> Field:
        """Return the field of the trainer, with those of the centre to choose from."""
        theme, language = self._view.theme, self._view.language
        made = self._line("trainer", language.words("Trainer"))
        names = self._teaching.training.access.centre().trainers
        if not names:
            return made
        line = made.control
        assert isinstance(line, TextField)
        holder = QWidget()
        box = row(theme.px(4))
        holder.setLayout(box)
        choose = IconButton(theme, language.words("Choose a trainer"), "chevron-down")
        choose.setObjectName("choose_trainer")

        def take(name: str) -> None:
            line.setText(name)
            self.draft.trainer = name

        def open_menu() -> None:
            menu = QMenu(choose)
            menu.setFont(theme.font("ui"))
            menu.aboutToHide.connect(menu.deleteLater)
            for name in names:
                action = QAction(name.replace("&", "&&"), menu)
                action.triggered.connect(lambda _=False, n=name: take(n))
                menu.addAction(action)
            menu.popup(choose.mapToGlobal(QPoint(0, choose.height() + 4)))

        choose.clicked.connect(open_menu)
        made.layout().replaceWidget(line, holder)  # type: ignore[union-attr] # a field has one
        box.addWidget(line, 1)
        box.addWidget(choose)
        return made

    def _destination(self) -> QWidget:
        theme, language, code = self._view.theme, self._view.language, self.draft.destination
        holder = QWidget()
        box = row(theme.px(8))
        holder.setLayout(box)
        if code:
            words, flag = country_words(language, code), theme.flag(code, FLAG)
            tile = Tile(theme, words, picture=flag, after="chevron-down", height=48)
        else:
            words = language.words("Mixed class")
            tile = Tile(theme, words, icon="world", after="chevron-down", height=48)
        tile.setCheckable(False)
        tile.setObjectName("destination")
        tile.clicked.connect(self._choose_country)
        box.addWidget(tile, 1)
        if code:
            mixed = IconButton(theme, language.words("Mixed class"), "x")
            mixed.setObjectName("mixed")
            mixed.clicked.connect(lambda: self._travel(""))
            box.addWidget(mixed)
        holder.setFocusProxy(tile)
        return holder

    def _groups(self) -> QWidget:
        theme, language = self._view.theme, self._view.language
        boxes: list[QWidget] = []
        for group, source in GROUPS.items():
            box = CheckBox(theme, Words(language.say(source)))
            box.setAccessibleName(language.words(source).spoken)
            box.setObjectName(f"group_{group}")
            box.setChecked(group in self.draft.groups)
            box.toggled.connect(lambda on, g=group: self._belong(g, on))
            boxes.append(box)
        return Field(theme, flow(theme.px(8), *boxes), language.words("Who is in the class"))

    def _modes(self) -> QWidget:
        theme, language = self._view.theme, self._view.language
        now = MODES.index(self.draft.mode)
        switch = Segments(theme, _MODE_NAMES, now, name="slides")
        switch.chosen.connect(self._speak)
        return Field(theme, flow(0, switch), language.words("Language of the slides"))

    def _choose_day(self, day: date) -> None:
        self.draft.first_day = day
        self._changed()

    def _choose_country(self) -> None:
        view = self._view
        codes = self._teaching.library.info.destinations
        now = self.draft.destination or None
        code = choose_country(view.theme, view.language, self.over, codes, now)
        if code is not None:
            self._travel(code)

    def _travel(self, code: str) -> None:
        self.draft.destination = code
        made = self._fields["destination"]
        old, made.control = made.control, self._destination()
        made.layout().replaceWidget(old, made.control)  # type: ignore[union-attr] # a field has one
        old.hide()
        old.deleteLater()
        made.complain(None)
        made.control.setFocus()

    def _belong(self, group: Group, on: bool) -> None:
        (self.draft.groups.add if on else self.draft.groups.discard)(group)

    def _speak(self, place: int) -> None:
        self.draft.mode = MODES[place]
