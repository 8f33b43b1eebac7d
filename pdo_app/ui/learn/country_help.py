"""Help on a country's page: numbers to dial, the embassy, the official sites."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from PySide6.QtWidgets import QWidget

from pdo_app.content.model import Country, Portal
from pdo_app.ui import tokens
from pdo_app.ui.learn.address import show_address
from pdo_app.ui.learn.emergency_numbers import CONSULAR, Desk, dialled
from pdo_app.ui.widgets.button import Button
from pdo_app.ui.widgets.label import Label, PairLabel, RichLabel
from pdo_app.ui.widgets.surface import Card, Hairline, column, row


def help_card(
    desk: Desk, country: Country, embassies: Callable[[], None], first_steps: Callable[[], None]
) -> Card:
    """Return the card of the numbers, with the ways to every embassy number and to the first
    steps in trouble."""
    theme, language = desk.theme, desk.language
    card = Card(theme, padding=(20, 16), gap=8)
    card.body.addWidget(PairLabel(theme, language.words("Help"), "h2"))
    european, others = dialled(country)
    for number in (european, *others):
        fact = desk.fact(number.fact)
        if fact is None:
            continue
        line = row(theme.px(16))
        figure = Label(theme, number.number, "h2", "wrong")
        figure.setMinimumWidth(theme.px(56))
        line.addWidget(figure)
        line.addWidget(PairLabel(theme, language.show(fact.label), "tool", below=True), 1)
        card.body.addLayout(line)
    for name in (CONSULAR, *country.embassy[:1]):
        consular = desk.fact(name)
        if consular is not None:
            card.body.addWidget(Hairline(theme))
            number_there = language.show(consular.text).main
            card.body.addWidget(Label(theme, number_there, "h3", wrap=True))
            words = language.show(consular.label)
            card.body.addWidget(PairLabel(theme, words, "caption", below=True, colour="ink_2"))
    buttons = column(theme.px(8))
    if country.embassy:
        numbers = Button(
            theme, language.words("Embassy and consulates"), "outlined", icon="building-bank"
        )
        numbers.setObjectName("embassy")
        numbers.clicked.connect(embassies)
        buttons.addWidget(numbers)
    first = Button(theme, language.words("What to do first"), "outlined", icon="phone-call")
    first.setObjectName("first_steps")
    first.clicked.connect(first_steps)
    buttons.addWidget(first)
    card.body.addLayout(buttons)
    return card


def portals_card(desk: Desk, over: QWidget, portals: tuple[Portal, ...]) -> Card:
    """Return the card of the official sites; a click shows the address to be copied."""
    theme, language = desk.theme, desk.language
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
        link.linkActivated.connect(lambda address: show_address(theme, over, language, address))
        card.body.addWidget(link)
    return card
