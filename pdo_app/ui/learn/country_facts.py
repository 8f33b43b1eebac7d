"""The facts of a country's page, and what surprises people there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from pdo_app.content.model import Country, Fact, Text
from pdo_app.ui import tokens
from pdo_app.ui.learn.emergency_numbers import Desk
from pdo_app.ui.theme import Layout
from pdo_app.ui.widgets.button import Button
from pdo_app.ui.widgets.label import PairLabel
from pdo_app.ui.widgets.notice import IconLabel
from pdo_app.ui.widgets.surface import Card, Hairline, Surface, column, row

_FIRST = {Layout.WIDE: 12}
"""How many facts are shown before all are asked for; the country's file puts the most asked
ones first."""
_USUAL = 8
_AGREEMENT = ".social_agreement"
"""How the ids of facts about the social-security agreement with China go on after the country."""


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of ``country``; ``every`` tells whether all are shown, ``turn`` asks for the
    others."""

    desk: Desk
    country: Country
    every: bool
    turn: Callable[[], None]

    def column(self) -> QBoxLayout:
        """Return the facts, in two columns on a wide screen, and the surprises."""
        theme = self.desk.theme
        box = column(theme.px(tokens.Size.gutter))
        found = [f for name in self.country.facts if (f := self.desk.fact(name)) is not None]
        most = _FIRST.get(theme.layout, _USUAL)
        rows = [self._fact(fact) for fact in (found if self.every else in_sight(found, most))]
        if not any(_is_agreement(fact) for fact in found):
            rows.append(self._no_agreement())
        more = self._more(len(found)) if len(found) > most else None
        if theme.layout is Layout.WIDE and len(rows) > 1:
            half = (len(rows) + 1) // 2
            line = row(theme.px(tokens.Size.gutter))
            line.addWidget(self._card(rows[:half], None), 1, Qt.AlignmentFlag.AlignTop)
            line.addWidget(self._card(rows[half:], more), 1, Qt.AlignmentFlag.AlignTop)
            box.addLayout(line)
        else:
            box.addWidget(self._card(rows, more))
        if self.country.surprises:
            box.addWidget(self._surprises(self.country.surprises))
        box.addStretch(1)
        return box

    def _card(self, rows: list[QWidget], more: Button | None) -> Card:
        theme = self.desk.theme
        card = Card(theme, padding=(24, 8), gap=0)
        for i, widget in enumerate(rows):
            if i:
                card.body.addWidget(Hairline(theme))
            card.body.addWidget(widget)
        if more is not None:
            card.body.addWidget(Hairline(theme))
            line = row(margins=(0, theme.px(12), 0, theme.px(12)))
            line.addWidget(more)
            line.addStretch(1)
            card.body.addLayout(line)
        return card

    def _more(self, number: int) -> Button:
        language = self.desk.language
        words = (
            language.words("Show fewer")
            if self.every
            else language.counted("{n} fact", "All {n} facts", number)
        )
        icon = "chevron-up" if self.every else "chevron-down"
        button = Button(self.desk.theme, words, "quiet", after=icon)
        button.setObjectName("all_facts")
        button.clicked.connect(self.turn)
        return button

    def _fact(self, fact: Fact) -> QWidget:
        theme, language = self.desk.theme, self.desk.language
        holder, words = self._piece(fact.icon or "info-circle")
        words.addWidget(
            PairLabel(theme, language.show(fact.label), "tool", colour="ink_2", second="ink_2")
        )
        words.addWidget(PairLabel(theme, language.show(fact.text).alone, "h3", below=True))
        if fact.scope is not None:
            scope = language.show(fact.scope).alone
            words.addWidget(PairLabel(theme, scope, "caption", colour="ink_2", below=True))
        words.addWidget(self.desk.source_label(fact))
        return holder

    def _no_agreement(self) -> QWidget:
        """Return the row that says whom to ask where the file names no agreement."""
        theme, language = self.desk.theme, self.desk.language
        holder, words = self._piece("shield-check")
        label = language.words("Social security agreement with China")
        words.addWidget(PairLabel(theme, label, "tool", colour="ink_2", second="ink_2"))
        ask = language.words(
            "None is named here. Ask your company before you sign who pays in which country."
        )
        words.addWidget(PairLabel(theme, ask, "ui", below=True))
        return holder

    def _piece(self, icon: str) -> tuple[QWidget, QBoxLayout]:
        """Return a row with its icon, and the column for its words."""
        theme = self.desk.theme
        holder = QWidget()
        line = row(theme.px(16), margins=(0, theme.px(12), 0, theme.px(12)))
        holder.setLayout(line)
        box = Surface(theme, "primary_soft", None, radius=8)
        box.setFixedSize(theme.px(40), theme.px(40))
        inner = column()
        box.setLayout(inner)
        centre = Qt.AlignmentFlag.AlignCenter
        inner.addWidget(IconLabel(theme, icon, 24, "primary"), 0, centre)
        line.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
        words = column(theme.px(4))
        line.addLayout(words, 1)
        return holder, words

    def _surprises(self, surprises: tuple[Text, ...]) -> Card:
        theme, language = self.desk.theme, self.desk.language
        card = Card(theme, gap=8)
        title = language.words("What surprises many people there")
        card.body.addWidget(PairLabel(theme, title, "h2"))
        for text in surprises:
            line = row(theme.px(12), margins=(0, theme.px(4), 0, theme.px(4)))
            line.addWidget(IconLabel(theme, "bulb", 20, "tip"), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(PairLabel(theme, language.show(text), "ui", below=True), 1)
            card.body.addLayout(line)
        return card


def _is_agreement(fact: Fact) -> bool:
    return _AGREEMENT in fact.id


def in_sight(facts: list[Fact], most: int) -> list[Fact]:
    """Return the first facts, ``most`` at most; one about the social-security agreement is always
    among them, as the last where it would not be."""
    first = facts[:most]
    if any(_is_agreement(fact) for fact in first):
        return first
    agreement = [fact for fact in facts[most:] if _is_agreement(fact)][:1]
    return [*first[: most - len(agreement)], *agreement]
