"""The first start: three questions on one page, then a name, and for who wants it a PIN."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from pdo_app.content.library import Library
from pdo_app.errors import InputError, KnownError
from pdo_app.learning.profiles import Profiles
from pdo_app.records import Mode
from pdo_app.ui import tokens
from pdo_app.ui.countries import choose_country, country_tile
from pdo_app.ui.language import Words
from pdo_app.ui.learn.start_cloth import Cloth
from pdo_app.ui.learn.start_draft import Draft
from pdo_app.ui.routes import Place
from pdo_app.ui.theme import Layout, Theme
from pdo_app.ui.top_bar import MODES, text_size_button
from pdo_app.ui.view import Frame, View
from pdo_app.ui.widgets.button import Button, IconButton
from pdo_app.ui.widgets.calendar import DateField
from pdo_app.ui.widgets.choice import CheckBox, Tile
from pdo_app.ui.widgets.field import Complaint, PinField, TextField
from pdo_app.ui.widgets.flow import flow
from pdo_app.ui.widgets.label import PairLabel
from pdo_app.ui.widgets.page import ScrollPage
from pdo_app.ui.widgets.route_map import Land
from pdo_app.ui.widgets.surface import Hairline, column, row
from pdo_app.ui.widgets.thread import Knot, KnotWidget, Stop

FEATURED = ("DE", "AT", "IT", "PL", "ES")
"""The countries that have a tile of their own: the three pilots of the project and two more."""
_MODE_NAMES = (Words("中文"), Words("双语", "中文 + English"), Words("English"))


class _Step(QWidget):
    """A question: its knot on the thread, its title and its controls, and what to mend."""

    def __init__(self, theme: Theme, title: Words, mark: Stop, *, last: bool = False) -> None:
        super().__init__()
        self._theme, self._mark, self._last = theme, mark, last
        self.knot = KnotWidget(theme, mark, below=None if last else False)
        gap = theme.px(48 if theme.layout is Layout.WIDE else 20)
        self.box = column(theme.px(8), margins=(0, 0, 0, 0 if last else gap))
        self._complaint = Complaint(theme)
        line = row(theme.px(20 if theme.layout is not Layout.C else 12))
        self.setLayout(line)
        # The last knot has no thread that stretches it: it stays at its title.
        line.addWidget(self.knot, 0, Qt.AlignmentFlag.AlignTop if last else Qt.AlignmentFlag(0))
        line.addLayout(self.box, 1)
        self.box.addWidget(PairLabel(theme, title, "h2"))

    def close_box(self) -> None:
        """Put the place for complaints below the controls."""
        self.box.addWidget(self._complaint)

    def show_state(self, state: Knot, *, before: bool | None, done: bool) -> None:
        """Show how far the thread has come."""
        stop = Stop(state, self._mark.label, self._mark.icon)
        self.knot.show_stop(stop, above=before, below=None if self._last else done)

    def complain(self, words: Words | None) -> None:
        """Say what to mend, or nothing."""
        self._complaint.say(words)


class StartScreen(View):
    """Makes a profile. Nothing else is asked, and nothing leaves the computer."""

    rail = False

    def __init__(
        self,
        frame: Frame,
        profiles: Profiles,
        library: Library,
        land: Land,
        today: Callable[[], date],
    ) -> None:
        super().__init__(frame)
        self._profiles, self._library = profiles, library
        self._land, self._today = land, today
        self.draft = Draft()
        self._steps: dict[str, _Step] = {}
        self._tiles: dict[str, Tile] = {}

    def build(self) -> QWidget:
        """Return the cloth and the form."""
        page = QWidget()
        upright = self.theme.layout in (Layout.A, Layout.WIDE)
        box = row() if upright else column()
        page.setLayout(box)
        self._cloth = Cloth(self, self._land, self.draft.destination)
        box.addWidget(self._cloth)
        box.addLayout(self._right(), 1)
        self._refresh()
        return page

    def submit(self) -> None:
        """Make the profile and go home, or say at each question what is missing."""
        draft = self.draft
        if draft.check():
            try:
                learner = self._profiles.create(
                    draft.name,
                    draft.destination or "",
                    None if draft.open_day else draft.departure,
                    self.language.mode,
                    draft.pin if draft.with_pin else None,
                )
            except InputError as error:
                draft.wrong = {error.field: (error.title, error.advice)}
            except KnownError as error:
                self.report(error)
                return
            else:
                self.draft = Draft()
                self.frame.person.become(learner)
                self.router.forget()
                self.router.go(Place.HOME)
                return
        self._refresh()
        self._focus(next(iter(draft.wrong)))

    def _right(self) -> QVBoxLayout:
        """Return the questions, which scroll, over the button that always stands in sight."""
        theme = self.theme
        sides = {Layout.WIDE: (64, 64), Layout.A: (56, 64), Layout.B: (32, 32)}
        left, end = (theme.px(side) for side in sides.get(theme.layout, (16, 16)))
        most, wide = theme.px(800) + left + end, theme.layout is Layout.WIDE
        form = QWidget()
        inner = column(0, margins=(left, theme.px(64 if wide else 24), end, theme.px(8)))
        form.setLayout(inner)
        inner.addLayout(self._head())
        inner.addSpacing(theme.px(16))
        self._steps = {
            "language": self._languages(),
            "destination": self._countries(),
            "departure": self._departure(),
            "name": self._name(),
        }
        for step in self._steps.values():
            step.close_box()
            inner.addWidget(step)
        inner.addStretch(1)
        form.setMaximumWidth(most)
        narrow = theme.layout in (Layout.B, Layout.C)
        scroll = ScrollPage(form, always=narrow)
        scroll.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        scroll.setObjectName("page")
        foot = QWidget()
        over, under = (12, 12) if narrow else (8, 64 if wide else 24)
        line = row(0, margins=(left, theme.px(over), end, theme.px(under)))
        foot.setLayout(line)
        foot.setMaximumWidth(most)
        foot.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        words = self.language.words("Start")
        start = Button(theme, words, "filled", after="arrow-right", large=True)
        start.setObjectName("start")
        start.clicked.connect(self.submit)
        trainers = Button(
            theme, self.language.words("For trainers"), "quiet", icon="school", large=True
        )
        trainers.setObjectName("for_trainers")
        trainers.clicked.connect(lambda: self.router.go(Place.TRAINER))
        line.addWidget(trainers)
        line.addStretch(1)
        line.addWidget(start)
        box = column()
        box.addWidget(scroll, 1)
        below = row()
        if narrow:  # the form scrolls away under the line, beside its bar
            box.addWidget(Hairline(theme))
            below.setContentsMargins(0, 0, tokens.Size.scrollbar, 0)
        below.addStretch(1)
        below.addWidget(foot, 1000)
        below.addStretch(1)
        box.addLayout(below)
        return box

    def _head(self) -> QHBoxLayout:
        theme, language = self.theme, self.language
        line = row(theme.px(12))
        if self._profiles.all():
            back = IconButton(theme, language.words("Go back"), "arrow-left")
            back.setObjectName("back")
            back.clicked.connect(self._leave)
            line.addWidget(back)
        narrow = theme.layout is Layout.C
        title = PairLabel(theme, language.words("Three questions first"), "h1", below=narrow)
        line.addWidget(title, 1)
        line.addWidget(text_size_button(self.frame), 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _leave(self) -> None:
        """Go back to the others; whoever comes next finds no name and no PIN here."""
        self.draft = Draft()
        self.router.go(Place.PEOPLE)

    def _languages(self) -> _Step:
        step = _Step(self.theme, self.language.words("Your language"), Stop(Knot.AHEAD, "1"))
        tiles = []
        for mode, words in zip(MODES, _MODE_NAMES, strict=True):
            tile = Tile(self.theme, words, below=False)
            tile.setObjectName(f"language_{mode.value}")
            tile.clicked.connect(lambda _=False, m=mode: self._speak(m))
            tile.setChecked(mode is self.language.mode)
            tiles.append(tile)
        step.box.addLayout(self._grid(tiles))
        return step

    def _countries(self) -> _Step:
        theme, language = self.theme, self.language
        step = _Step(theme, language.words("Your destination"), Stop(Knot.AHEAD, "2"))
        offered, chosen = self._library.info.destinations, self.draft.destination
        shown = [code for code in FEATURED if code in offered]
        if chosen is not None and chosen not in shown:
            shown = [*shown[: len(FEATURED) - 1], chosen]
        self._tiles = {}
        for code in shown:
            tile = country_tile(theme, language, code)
            tile.clicked.connect(lambda _=False, c=code: self._travel(c))
            self._tiles[code] = tile
        words = language.words("Another country")
        count = language.counted("{n} country", "All {n} countries", len(offered))
        words = Words(words.main, count.second or count.main)
        other = Tile(theme, words, icon="world", after="chevron-down")
        other.setCheckable(False)
        other.setObjectName("country_other")
        other.clicked.connect(self._choose)
        step.box.addLayout(self._grid([*self._tiles.values(), other]))
        return step

    def _departure(self) -> _Step:
        theme, language = self.theme, self.language
        words = language.words("Your departure")
        step = _Step(theme, words, Stop(Knot.AHEAD, "3"))
        self._day = DateField(theme, language, words, self.draft.departure, self._today())
        self._day.setObjectName("departure")
        self._day.picked.connect(self._depart)
        self._open = CheckBox(theme, language.words("Not yet known"))
        self._open.setObjectName("open_day")
        self._open.setMinimumHeight(theme.px(tokens.Size.field))
        self._open.clicked.connect(self._leave_open)
        step.box.addWidget(flow(theme.px(16), self._day, self._open))
        return step

    def _name(self) -> _Step:
        theme, language, draft = self.theme, self.language, self.draft
        words = language.words("Your name")
        step = _Step(theme, words, Stop(Knot.AHEAD, icon="user"), last=True)
        self._line = TextField(theme, words, draft.name, width=272)
        self._line.setObjectName("name")
        self._line.textChanged.connect(self._call)
        self._line.returnPressed.connect(self.submit)
        self._with_pin = CheckBox(theme, language.words("Add a PIN of 4 digits"))
        self._with_pin.setObjectName("with_pin")
        self._with_pin.setMinimumHeight(theme.px(tokens.Size.field))
        self._with_pin.clicked.connect(self._lock)
        self._pin = PinField(theme, language, language.words("PIN"), draft.pin)
        self._pin.typed.connect(self._type_pin)
        self._pin.entered.connect(self.submit)
        step.box.addWidget(flow(theme.px(16), self._line, self._with_pin, self._pin))
        return step

    def _grid(self, tiles: list[Tile]) -> QGridLayout:
        columns = 1 if self.theme.layout is Layout.C else 3
        grid = QGridLayout()
        grid.setHorizontalSpacing(self.theme.px(16))
        grid.setVerticalSpacing(self.theme.px(12))
        for i, tile in enumerate(tiles):
            grid.addWidget(tile, i // columns, i % columns)
        for i in range(columns):
            grid.setColumnStretch(i, 1)
        return grid

    def _speak(self, mode: Mode) -> None:
        self.frame.preferences.change(mode=mode)
        self._refresh()

    def _travel(self, code: str) -> None:
        self.draft.destination = code
        self._mended("destination")
        if code not in self._tiles:
            self.renew()
        self._cloth.show_destination(code)

    def _choose(self) -> None:
        codes = self._library.info.destinations
        code = choose_country(self.theme, self.language, self, codes, self.draft.destination)
        if code is not None:
            self._travel(code)

    def _depart(self, day: date) -> None:
        self.draft.departure, self.draft.open_day = day, False
        self._mended("departure")

    def _leave_open(self, on: bool) -> None:
        self.draft.open_day = on
        self._mended("departure")

    def _call(self, name: str) -> None:
        self.draft.name = name
        self._mended("name")

    def _lock(self, on: bool) -> None:
        self.draft.with_pin = on
        self._mended("pin")
        if on:
            self._pin.setFocus()

    def _type_pin(self, pin: str) -> None:
        self.draft.pin = pin
        self._mended("pin")

    def _mended(self, question: str) -> None:
        self.draft.wrong.pop(question, None)
        self._refresh()

    def _focus(self, question: str) -> None:
        """Bring a question that is wrong into sight."""
        tiles = list(self._tiles.values())
        # One below the other they fill the page: the last one stands at what is said below.
        tile = tiles[-1 if self.theme.layout is Layout.C else 0] if tiles else None
        places = {"destination": tile, "departure": self._day, "name": self._line}
        widget = places.get(question, self._pin)
        if widget is not None:
            widget.setFocus(Qt.FocusReason.TabFocusReason)

    def _refresh(self) -> None:
        """Show the draft: what is chosen, how far the thread has come, what to mend."""
        draft = self.draft
        for mode in MODES:
            tile = self.findChild(Tile, f"language_{mode.value}")
            if tile is not None:
                tile.setChecked(mode is self.language.mode)
        for code, tile in self._tiles.items():
            tile.setChecked(code == draft.destination)
        self._open.setChecked(draft.open_day)
        self._day.show_day(None if draft.open_day else draft.departure)
        self._with_pin.setChecked(draft.with_pin)
        self._pin.setVisible(draft.with_pin)
        self._day.set_wrong("departure" in draft.wrong)
        self._line.set_wrong("name" in draft.wrong)
        self._pin.set_wrong("pin" in draft.wrong)
        for name, step in self._steps.items():
            parts = (name, "pin") if name == "name" else (name,)
            messages = [m for part in parts for m in draft.wrong.get(part, ())]
            step.complain(self.language.sentences(*messages) if messages else None)
        self._sew()

    def _sew(self) -> None:
        before: bool | None = None
        here = False
        for name, step in self._steps.items():
            done = self.draft.answered(name)
            state = Knot.DONE if done else (Knot.AHEAD if here else Knot.HERE)
            here = here or not done
            step.show_state(state, before=before, done=done)
            before = done
