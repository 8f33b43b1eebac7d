"""My country: figures with their sources, help, sentences to say, what surprises."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from html import escape
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QLabel, QWidget

from pdo_app.changes import Topic
from pdo_app.content.library import Library
from pdo_app.content.model import Country, Fact, Portal, Text
from pdo_app.learning.progress import Progress
from pdo_app.ui import tokens
from pdo_app.ui.countries import choose_country, country_words
from pdo_app.ui.learn.address import show_address
from pdo_app.ui.learn.country_cloth import Cloth
from pdo_app.ui.learn.emergency_numbers import Desk, dialled, embassy_dialog
from pdo_app.ui.learn.guide_card import GuideCard
from pdo_app.ui.learn.phrases import PhraseCard
from pdo_app.ui.routes import Place
from pdo_app.ui.theme import Layout
from pdo_app.ui.top_bar import TopBar
from pdo_app.ui.view import Frame, View
from pdo_app.ui.widgets.button import Button
from pdo_app.ui.widgets.label import Label, PairLabel, RichLabel
from pdo_app.ui.widgets.notice import EmptyState, IconLabel
from pdo_app.ui.widgets.page import ScrollPage
from pdo_app.ui.widgets.surface import Card, Hairline, Surface, column, row

_FIRST = 8
"""How many facts are shown before all are asked for; the country's file puts the most asked
ones first."""


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
        return self._other or self.frame.person.present.destination

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
        return TopBar(self.frame, words, lead=lead)

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
        facts, side = self._facts(country), self._side(country)
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
        guide = self._progress.guide(self.frame.person.present, country.code)
        if guide is not None:
            card = GuideCard(self, guide)
            if theme.layout in (Layout.A, Layout.WIDE):
                card.setFixedWidth(cloth.width())
            box.addWidget(card)
        box.addStretch(1)
        return box

    def _facts(self, country: Country) -> QBoxLayout:
        theme, language = self.theme, self.language
        box = column(theme.px(tokens.Size.gutter))
        found = [fact for name in country.facts if (fact := self._desk.fact(name)) is not None]
        shown = found if self._all else found[:_FIRST]
        card = Card(theme, padding=(24, 8), gap=0)
        for i, fact in enumerate(shown):
            if i:
                card.body.addWidget(Hairline(theme))
            card.body.addWidget(self._fact(fact))
        if len(found) > _FIRST:
            card.body.addWidget(Hairline(theme))
            words = (
                language.words("Show fewer")
                if self._all
                else language.counted("{n} fact", "All {n} facts", len(found))
            )
            icon = "chevron-up" if self._all else "chevron-down"
            button = Button(theme, words, "quiet", after=icon)
            button.setObjectName("all_facts")
            button.clicked.connect(self._turn)
            line = row()
            line.setContentsMargins(0, theme.px(12), 0, theme.px(12))
            line.addWidget(button)
            line.addStretch(1)
            card.body.addLayout(line)
        box.addWidget(card)
        if country.surprises:
            box.addWidget(self._surprises(country.surprises))
        box.addStretch(1)
        return box

    def _fact(self, fact: Fact) -> QWidget:
        theme, language = self.theme, self.language
        holder = QWidget()
        line = row(theme.px(16), margins=(0, theme.px(12), 0, theme.px(12)))
        holder.setLayout(line)
        box = Surface(theme, "primary_soft", None, radius=8)
        box.setFixedSize(theme.px(40), theme.px(40))
        inner = column()
        box.setLayout(inner)
        icon = fact.icon or "info-circle"
        centre = Qt.AlignmentFlag.AlignCenter
        inner.addWidget(IconLabel(theme, icon, 24, "primary"), 0, centre)
        line.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
        words = column(theme.px(4))
        words.addWidget(
            PairLabel(theme, language.show(fact.label), "tool", colour="ink_2", second="ink_2")
        )
        words.addWidget(PairLabel(theme, language.show(fact.text).alone, "h3", below=True))
        if fact.scope is not None:
            scope = language.show(fact.scope).alone
            words.addWidget(PairLabel(theme, scope, "caption", colour="ink_2", below=True))
        words.addWidget(self._desk.source_label(fact))
        line.addLayout(words, 1)
        return holder

    def _surprises(self, surprises: tuple[Text, ...]) -> Card:
        theme, language = self.theme, self.language
        card = Card(theme, gap=8)
        title = language.words("What surprises many people there")
        card.body.addWidget(PairLabel(theme, title, "h2"))
        for text in surprises:
            line = row(theme.px(12), margins=(0, theme.px(4), 0, theme.px(4)))
            line.addWidget(IconLabel(theme, "bulb", 20, "tip"), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(PairLabel(theme, language.show(text), "ui", below=True), 1)
            card.body.addLayout(line)
        return card

    def _side(self, country: Country) -> QBoxLayout:
        theme = self.theme
        box = column(theme.px(16))
        box.addWidget(self._help(country))
        if country.phrases:
            card = PhraseCard(self, country.phrases, self._group)
            card.chosen.connect(self._choose_group)
            box.addWidget(card)
        if country.portals:
            box.addWidget(self._portals(country.portals))
        box.addStretch(1)
        return box

    def _help(self, country: Country) -> Card:
        theme, language = self.theme, self.language
        card = Card(theme, padding=(20, 16), gap=8)
        card.body.addWidget(PairLabel(theme, language.words("Help"), "h2"))
        european, others = dialled(country)
        for number in (european, *others):
            fact = self._desk.fact(number.fact)
            if fact is None:
                continue
            line = row(theme.px(16))
            figure = Label(theme, number.number, "h2", "wrong")
            figure.setMinimumWidth(theme.px(56))
            line.addWidget(figure)
            line.addWidget(PairLabel(theme, language.show(fact.label), "tool", below=True), 1)
            card.body.addLayout(line)
        hotline = self._desk.fact("cn.12308")
        if hotline is not None:
            card.body.addWidget(Label(theme, language.show(hotline.text).main, "h3"))
            words = language.show(hotline.label)
            card.body.addWidget(PairLabel(theme, words, "caption", below=True, colour="ink_2"))
        buttons = column(theme.px(8))
        if country.embassy:
            numbers = Button(
                theme, language.words("Embassy and consulates"), "outlined", icon="building-bank"
            )
            numbers.setObjectName("embassy")
            numbers.clicked.connect(lambda: self._embassies(country))
            buttons.addWidget(numbers)
        first = Button(theme, language.words("What to do first"), "outlined", icon="phone-call")
        first.setObjectName("first_steps")
        first.clicked.connect(lambda: self.router.go(Place.EMERGENCY))
        buttons.addWidget(first)
        card.body.addLayout(buttons)
        return card

    def _portals(self, portals: tuple[Portal, ...]) -> Card:
        theme, language = self.theme, self.language
        card = Card(theme, padding=(20, 16), gap=4)
        card.body.addWidget(PairLabel(theme, language.words("Official sites"), "h2"))
        for i, portal in enumerate(portals):
            title = escape(language.show(portal.title).main)
            link = RichLabel(
                theme,
                f'<a href="{escape(portal.address, quote=True)}" '
                f'style="color:{theme.hex("primary")}">{title}</a>',
                "tool",
            )
            link.setObjectName(f"portal{i}")
            link.setMinimumHeight(theme.px(tokens.Size.button))
            link.linkActivated.connect(
                lambda address: show_address(self.theme, self, self.language, address)
            )
            card.body.addWidget(link)
        return card

    def _turn(self) -> None:
        self._all = not self._all
        self.renew()

    def _choose_group(self, group: str) -> None:
        self._group = group
        self.renew()

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
