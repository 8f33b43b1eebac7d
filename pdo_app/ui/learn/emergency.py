"""Emergency: whom to call, what to say, what to do first. Works before anybody has a profile."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QLayout, QVBoxLayout, QWidget

from pdo_app.content.library import Library
from pdo_app.content.model import Country, Phrase, Situation
from pdo_app.errors import N_
from pdo_app.ui import tokens
from pdo_app.ui.countries import choose_country, country_words
from pdo_app.ui.language import Words
from pdo_app.ui.learn.emergency_numbers import Desk, embassy_card, embassy_dialog, numbers
from pdo_app.ui.routes import Place
from pdo_app.ui.theme import Layout
from pdo_app.ui.top_bar import TopBar
from pdo_app.ui.view import Frame, View
from pdo_app.ui.widgets.button import Button, IconButton
from pdo_app.ui.widgets.choice import Tile
from pdo_app.ui.widgets.flow import flow
from pdo_app.ui.widgets.label import Label, PairLabel
from pdo_app.ui.widgets.notice import EmptyState, IconLabel
from pdo_app.ui.widgets.page import ScrollPage
from pdo_app.ui.widgets.surface import Card, Hairline, column, row
from pdo_app.ui.widgets.thread import Knot, KnotWidget, Stop

GROUP = "emergency"
"""The group of phrases that are said on the phone."""


class EmergencyScreen(View):
    """Numbers on top; below them the sentences for the phone and the six situations, one of
    which opens in the place of all."""

    def __init__(self, frame: Frame, library: Library, today: Callable[[], date]) -> None:
        super().__init__(frame)
        self._library, self._today = library, today
        self._other: str | None = None
        self._situation: str | None = None
        self._focus = ""
        frame.person.changed.connect(self._forget)

    @property
    def _code(self) -> str | None:
        """The country that was chosen here, else that of the person or of the class."""
        return self._other or self.frame.person.country or None

    def arrive(self, params: dict[str, str]) -> None:
        """Begin with all situations; ``country`` chooses another country."""
        self._situation = params.get("situation")
        self._other = params.get("country", self._other)
        super().arrive(params)

    def build(self) -> QWidget:
        """Return bar, numbers, sentences and situations."""
        theme = self.theme
        self._desk = Desk(theme, self.language, self._library, self._today())
        code = self._code
        country = self._library.country(code) if code is not None else None
        page = QWidget()
        outer = column()
        page.setLayout(outer)
        outer.addWidget(self._bar())
        body = QWidget()
        side = theme.px(tokens.Size.page_padding) if theme.layout is not Layout.C else 24
        gap = theme.px(tokens.Size.gutter)
        inner = column(gap, margins=(side, 0, side, theme.px(32)))
        body.setLayout(inner)
        inner.addLayout(numbers(self._desk, country))
        if theme.layout is Layout.C:
            inner.addLayout(self._place_line())
        inner.addLayout(self._lower(code, country))
        inner.addStretch(1)
        body.setMaximumWidth(theme.px(tokens.Size.page_max) + 2 * side)
        scroll = ScrollPage(body)
        scroll.setObjectName("page")
        outer.addWidget(scroll, 1)
        self._give_focus(page)
        return page

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close an open situation at Escape."""
        if event.key() == Qt.Key.Key_Escape and self._situation is not None:
            self._open(None)
        else:
            super().keyPressEvent(event)

    def _bar(self) -> TopBar:
        theme, language = self.theme, self.language
        title = language.words("Emergency")
        tools = () if theme.layout is Layout.C else tuple(self._place_widgets())
        lead: QWidget | None = None
        if self.frame.person.nobody:
            lead = QWidget()
            line = row(theme.px(8))
            lead.setLayout(line)
            back = IconButton(theme, language.words("Go back"), "arrow-left")
            back.setObjectName("back")
            back.clicked.connect(lambda: self.router.back(Place.START))
            line.addWidget(back)
            below = theme.layout in (Layout.B, Layout.C)
            label = PairLabel(theme, title, "h1", below=below)
            label.setObjectName("title")
            line.addWidget(label, 1)
        return TopBar(self.frame, title, lead=lead, tools=tools, person=False)

    def _place_line(self) -> QLayout:
        line = row(self.theme.px(12))
        for widget in self._place_widgets():
            line.addWidget(widget)
        line.addStretch(1)
        return line

    def _place_widgets(self) -> list[QWidget]:
        """Return flag, name and the button to choose another country."""
        theme, language, code = self.theme, self.language, self._code
        found: list[QWidget] = []
        if code is not None:
            flag = QLabel()
            flag.setPixmap(theme.flag(code, 28))
            words = country_words(language, code)
            name = Label(theme, words.spoken, "ui", "ink_2")
            name.setObjectName("country")
            found += [flag, name]
            for widget in found:  # as high as the button beside them, so that they share a line
                widget.setMinimumHeight(theme.px(tokens.Size.tool))
        change = language.words("Change country" if code else "Choose the country")
        button = Button(theme, change, "tool")
        button.setObjectName("change")
        button.clicked.connect(self._change)
        return [*found, button]

    def _lower(self, code: str | None, country: Country | None) -> QLayout:
        theme = self.theme
        left = self._words(country) if country is not None else self._no_words(code)
        right = self._first_steps(country)
        if theme.layout in (Layout.B, Layout.C):
            box = column(theme.px(tokens.Size.gutter))
            box.addWidget(left)
            box.addLayout(right)
            return box
        grid = QGridLayout()
        grid.setSpacing(theme.px(tokens.Size.gutter))
        where = Qt.AlignmentFlag(0) if country is not None else Qt.AlignmentFlag.AlignTop
        grid.addWidget(left, 0, 0, where)
        grid.addLayout(right, 0, 1)
        grid.setColumnStretch(0, 470)
        grid.setColumnStretch(1, 704)
        return grid

    def _words(self, country: Country) -> QWidget:
        """Return the card with what to say on the phone."""
        theme, language = self.theme, self.language
        card = Card(theme, gap=0)
        card.body.addWidget(PairLabel(theme, language.words("Say three things"), "h2"))
        card.body.addSpacing(theme.px(8))
        phrases = [phrase for phrase in country.phrases if phrase.group == GROUP]
        for i, phrase in enumerate(phrases):
            card.body.addWidget(Hairline(theme))
            card.body.addWidget(self._phrase(i + 1, phrase), 1)
        card.body.addWidget(Hairline(theme))
        card.body.addSpacing(theme.px(12))
        foot = row(theme.px(12))
        foot.addWidget(IconLabel(theme, "info-circle", 24, "warn"), 0, Qt.AlignmentFlag.AlignTop)
        notes = column(theme.px(4))
        advice = language.words("Do not hang up first. No test calls.")
        notes.addWidget(PairLabel(theme, advice, "tool"))
        if not all(phrase.reviewed for phrase in phrases):
            unread = language.words("No native speaker has checked these sentences yet.")
            notes.addWidget(PairLabel(theme, unread, "caption", colour="ink_2", below=True))
        foot.addLayout(notes, 1)
        card.body.addLayout(foot)
        return card

    def _phrase(self, number: int, phrase: Phrase) -> QWidget:
        theme, language = self.theme, self.language
        holder = QWidget()
        line = row(theme.px(16), margins=(0, theme.px(8), 0, theme.px(8)))
        holder.setLayout(line)
        stop = Stop(Knot.AHEAD, str(number))
        knot = KnotWidget(theme, stop, diameter=tokens.Size.knot_large)
        line.addWidget(knot, 0, Qt.AlignmentFlag.AlignVCenter)
        words = column(theme.px(2))
        words.addStretch(1)
        words.addWidget(PairLabel(theme, language.show(phrase.meaning), "h3"))
        words.addWidget(Label(theme, phrase.local, "lesson", wrap=True))
        if language.content[0] == "zh":  # the sound aid is written in Chinese characters
            words.addWidget(Label(theme, phrase.reading, "tool", "ink_2", wrap=True))
        words.addStretch(1)
        line.addLayout(words, 1)
        return holder

    def _no_words(self, code: str | None) -> QWidget:
        """Return the box for a country without a file, or for nobody's country."""
        theme, language = self.theme, self.language
        if code is None:
            words = language.words(
                "Choose the country to see its own numbers and what to say on the phone."
            )
            act = (language.words("Choose the country"), self._change)
            return EmptyState(theme, "world", words, act)
        texts = language.texts
        source = N_(
            "There is no page for {country} yet. The numbers above work there too. "
            "Ask 12308 for the number of the embassy."
        )
        second = texts.second
        words = Words(
            texts.say(source, country=texts.country(code)),
            texts.say(source, second, country=texts.country(code, second)) if second else None,
        )
        return EmptyState(theme, "map-pin", words)

    def _first_steps(self, country: Country | None) -> QVBoxLayout:
        """Return all situations and the embassy, or the steps of the open situation."""
        theme = self.theme
        box = column(theme.px(12))
        situations = {situation.id: situation for situation in self._library.situations()}
        found = situations.get(self._situation or "")
        if found is not None:
            box.addWidget(self._steps(found))
            box.addStretch(1)
            return box
        box.addWidget(PairLabel(theme, self.language.words("What to do first"), "h2"))
        box.addLayout(self._tiles(tuple(situations.values())))
        if country is not None:
            card = embassy_card(self._desk, country, lambda: self._embassies(country))
            if card is not None:
                box.addSpacing(theme.px(4))
                box.addWidget(card)
        box.addStretch(1)
        return box

    def _tiles(self, situations: tuple[Situation, ...]) -> QGridLayout:
        theme = self.theme
        columns = 1 if theme.layout is Layout.C else 2
        grid = QGridLayout()
        grid.setSpacing(theme.px(12))
        for i, situation in enumerate(situations):
            tile = Tile(
                theme,
                self.language.show(situation.title),
                height=80,
                icon=situation.icon,
                after="chevron-right",
                role="wrong",
            )
            tile.setCheckable(False)
            tile.setObjectName(f"situation_{situation.id}")
            tile.clicked.connect(lambda _=False, s=situation.id: self._open(s))
            grid.addWidget(tile, i // columns, i % columns)
        return grid

    def _steps(self, situation: Situation) -> Card:
        theme, language = self.theme, self.language
        card = Card(theme, gap=12)
        head = row(theme.px(8))
        back = IconButton(theme, language.words("All situations"), "arrow-left")
        back.setObjectName("all_situations")
        back.clicked.connect(lambda: self._open(None))
        head.addWidget(back)
        head.addWidget(IconLabel(theme, situation.icon, 28, "wrong"))
        head.addSpacing(theme.px(4))
        head.addWidget(PairLabel(theme, language.show(situation.title), "h2"), 1)
        card.body.addLayout(head)
        card.body.addWidget(Hairline(theme))
        for i, step in enumerate(situation.steps):
            line = row(theme.px(16))
            knot = KnotWidget(theme, Stop(Knot.AHEAD, str(i + 1)))
            line.addWidget(knot, 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(PairLabel(theme, language.show(step), "ui", below=True), 1)
            card.body.addLayout(line)
        labels = [self._desk.citation_label(citation) for citation in situation.citations]
        if labels:
            card.body.addWidget(flow(theme.px(8), *labels))
        if situation.lesson is not None and self.frame.person.learner is not None:
            lesson = situation.lesson
            read = Button(theme, language.words("Read the lesson"), "outlined", icon="book-2")
            read.setObjectName("read_lesson")
            read.clicked.connect(lambda: self.router.go(Place.LESSON, lesson=lesson))
            card.body.addWidget(read, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _open(self, situation: str | None) -> None:
        """Open a situation, or show all of them again."""
        self._focus = f"situation_{self._situation}" if situation is None else "all_situations"
        self._situation = situation
        self.renew()

    def _give_focus(self, page: QWidget) -> None:
        """Put the focus where the person goes on after a situation was opened or closed."""
        wanted, self._focus = self._focus, ""
        widget = page.findChild(QWidget, wanted) if wanted else None
        if widget is not None:
            QTimer.singleShot(0, widget, widget.setFocus)

    def _change(self) -> None:
        codes = self._library.info.destinations
        code = choose_country(self.theme, self.language, self, codes, self._code)
        if code is not None:
            self._other = code
            self.renew()

    def _embassies(self, country: Country) -> None:
        dialog = embassy_dialog(self._desk, self, country)
        dialog.exec()
        dialog.deleteLater()

    def _forget(self) -> None:
        """Return to the country of whoever is here now."""
        self._other = None
        self._situation = None
