"""My country: figures with their sources, help, sentences to say, what surprises."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QLabel, QWidget

from pdo_app.changes import Topic
from pdo_app.content.library import Library
from pdo_app.content.model import Country
from pdo_app.errors import KnownError
from pdo_app.learning.progress import Progress
from pdo_app.ui import tokens
from pdo_app.ui.countries import choose_country, country_words
from pdo_app.ui.language import Words
from pdo_app.ui.learn.country_cloth import Cloth
from pdo_app.ui.learn.country_facts import Facts
from pdo_app.ui.learn.country_help import help_card, portals_card
from pdo_app.ui.learn.country_paper import ask_where, write_sheet
from pdo_app.ui.learn.emergency_numbers import Desk, embassy_dialog
from pdo_app.ui.learn.guide_card import GuideCard
from pdo_app.ui.learn.holiday_card import holiday_card, holiday_dialog
from pdo_app.ui.learn.phrases import PhraseCard
from pdo_app.ui.routes import Place
from pdo_app.ui.theme import Layout
from pdo_app.ui.top_bar import TopBar
from pdo_app.ui.view import Frame, View
from pdo_app.ui.widgets.button import Button
from pdo_app.ui.widgets.label import PairLabel
from pdo_app.ui.widgets.notice import EmptyState
from pdo_app.ui.widgets.page import ScrollPage
from pdo_app.ui.widgets.surface import column, row


class CountryScreen(View):
    """The country of the person, or the one that was chosen here or is named by the route
    (``country``: its ISO code)."""

    topics = frozenset((Topic.LEARNERS, Topic.PROGRESS, Topic.ATTEMPTS))

    def __init__(
        self,
        frame: Frame,
        library: Library,
        progress: Progress,
        now: Callable[[], datetime],
        resources: Path,
    ) -> None:
        super().__init__(frame)
        self._library, self._progress = library, progress
        self._now, self._resources = now, resources
        self._other: str | None = None
        self._all = False
        self._group = ""
        frame.person.changed.connect(self._forget)

    @property
    def _code(self) -> str:
        person = self.frame.person
        return self._other or person.country or self._library.info.destinations[0]

    def arrive(self, params: dict[str, str]) -> None:
        """Show the country of the route, else the one that was shown last."""
        if "country" in params:
            self._show(params["country"])
        super().arrive(params)

    def build(self) -> QWidget:
        """Return bar, cloth, facts and help, or a plain word where there is no page yet."""
        theme = self.theme
        today = self._now().astimezone().date()
        self._desk = Desk(theme, self.language, self._library, today)
        page = QWidget()
        outer = column()
        page.setLayout(outer)
        outer.addWidget(self._bar())
        side = theme.px(tokens.Size.page_padding) if theme.layout is not Layout.C else 24
        body = QWidget()
        inner = column(theme.px(24), margins=(side, theme.px(4), side, theme.px(32)))
        body.setLayout(inner)
        country = self._library.country(self._code)
        if country is None:
            inner.addWidget(self._no_page())
        else:
            inner.addLayout(self._parts(country))
        inner.addStretch(1)
        scroll = ScrollPage(body)
        scroll.setObjectName("page")
        outer.addWidget(scroll, 1)
        return page

    def _bar(self) -> TopBar:
        theme, words = self.theme, country_words(self.language, self._code)
        lead = QWidget()
        line = row(theme.px(12))
        lead.setLayout(line)
        flag = QLabel()
        flag.setPixmap(theme.flag(self._code, 40))
        line.addWidget(flag)
        below = theme.layout in (Layout.B, Layout.C)
        title = PairLabel(theme, words, "h1", below=below)
        title.setObjectName("title")
        line.addWidget(title, 1)
        tools = (self._print(),) if self._library.country(self._code) is not None else ()
        return TopBar(self.frame, words, lead=lead, tools=tools)

    def _print(self) -> Button:
        words = self.language.words("Print this page")
        short = Words("" if self.theme.layout is Layout.C else words.main)
        button = Button(self.theme, short, "tool", icon="printer")
        button.setAccessibleName(words.spoken)
        button.setToolTip(words.spoken)
        button.setObjectName("print")
        button.clicked.connect(self._ask_where)
        return button

    def _no_page(self) -> EmptyState:
        language = self.language
        words = language.words(
            "There is no page for this country yet. 112, the hotline 12308 and the lessons "
            "hold there too."
        )
        change = language.words("Change country"), self._change
        return EmptyState(self.theme, "map-pin", words, change)

    def _parts(self, country: Country) -> QBoxLayout:
        theme = self.theme
        cloth = self._cloth(country)
        facts = Facts(self._desk, country, self._all, self._turn).column()
        side = self._side(country)
        gap = theme.px(tokens.Size.gutter)
        if theme.layout in (Layout.A, Layout.WIDE):
            parts: QBoxLayout = row(gap)
            top = Qt.AlignmentFlag.AlignTop
            parts.addLayout(cloth)
            parts.addLayout(facts, 1)
            side.setContentsMargins(0, 0, 0, 0)
            holder = QWidget()
            holder.setLayout(side)
            holder.setFixedWidth(theme.px(320))
            parts.addWidget(holder, 0, top)
            return parts
        parts = column(gap)
        if theme.layout is Layout.C:
            parts.addLayout(side)
            parts.addLayout(cloth)
            parts.addLayout(facts)
        else:
            parts.addLayout(cloth)
            parts.addLayout(facts)
            parts.addLayout(side)
        return parts

    def _cloth(self, country: Country) -> QBoxLayout:
        """Return the cloth and, below it, the guide where there is one."""
        theme = self.theme
        box = column(theme.px(16))
        cloth = Cloth(self, country, self._now, self._resources, self._change)
        box.addWidget(cloth)
        learner = self.frame.person.learner
        guide = self._progress.guide(learner, country.code) if learner is not None else None
        if guide is not None:
            card = GuideCard(self, guide)
            if theme.layout in (Layout.A, Layout.WIDE):
                card.setFixedWidth(cloth.width())
            box.addWidget(card)
        box.addStretch(1)
        return box

    def _side(self, country: Country) -> QBoxLayout:
        theme = self.theme
        box = column(theme.px(16))
        steps = partial(self.router.go, Place.EMERGENCY)
        box.addWidget(help_card(self._desk, country, partial(self._embassies, country), steps))
        desk, holidays = self._desk, self._library.holidays(country.code)
        days = holiday_card(theme, self.language, holidays, desk.today, self._all_holidays)
        if days is not None:
            box.addWidget(days)
        if country.phrases:
            card = PhraseCard(self, country.phrases, self._group)
            card.chosen.connect(self._choose_group)
            box.addWidget(card)
        if country.portals:
            box.addWidget(portals_card(desk, self, country.portals))
        box.addStretch(1)
        return box

    def _turn(self) -> None:
        self._all = not self._all
        self.renew()

    def _choose_group(self, group: str) -> None:
        self._group = group
        self.renew()

    def _ask_where(self) -> None:
        target = ask_where(self, self.language, self._code, self._desk.today)
        if target is not None:
            self.save(target)

    def save(self, target: Path) -> None:
        """Write the country's sheet as PDF and say where it is, or what to do where that
        fails."""
        country = self._library.country(self._code)
        assert country is not None
        texts, today = self.language.texts, self._desk.today
        try:
            write_sheet(country, self._library, texts, today, target)
        except KnownError as error:
            self.report(error)
            return
        self.toast(self.language.words("Saved in {folder}.", folder=str(target)))

    def _all_holidays(self) -> None:
        holidays = self._library.holidays(self._code)
        assert holidays is not None
        holiday_dialog(self.theme, self.language, self, holidays, self._desk.today).exec()

    def _embassies(self, country: Country) -> None:
        embassy_dialog(self._desk, self, country).exec()

    def _change(self) -> None:
        codes = self._library.info.destinations
        chosen = choose_country(self.theme, self.language, self, codes, self._code)
        if chosen is not None:
            self._show(chosen)
            self.renew()

    def _show(self, code: str | None) -> None:
        if code != self._other:
            self._other, self._all, self._group = code, False, ""

    def _forget(self) -> None:
        self._other, self._all, self._group = None, False, ""
