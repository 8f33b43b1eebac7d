"""The numbers of the emergency page, each with its source: cards for the phone, the embassy."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from pdo_app.content.citing import label
from pdo_app.content.library import Library
from pdo_app.content.model import Citation, Country, EmergencyNumber, Fact
from pdo_app.errors import N_
from pdo_app.ui import tokens
from pdo_app.ui.dialogs import Dialog
from pdo_app.ui.language import Language, Words, standing_alone
from pdo_app.ui.theme import Layout, Theme
from pdo_app.ui.widgets.button import Button
from pdo_app.ui.widgets.flow import flow
from pdo_app.ui.widgets.label import Label, PairLabel
from pdo_app.ui.widgets.notice import IconLabel
from pdo_app.ui.widgets.patch import SourceLabel
from pdo_app.ui.widgets.surface import Card, Hairline, Surface, column, row

EUROPEAN = "112"
EVERYWHERE, CONSULAR = "eu.112", "cn.12308"
"""The facts that hold wherever a worker goes: the European number, the Chinese hotline."""
_SERVES = {"ambulance": N_("Ambulance"), "fire": N_("Fire"), "police": N_("Police")}
_ICONS = {"ambulance": "ambulance", "fire": "fire", "police": "shield"}


@dataclass(frozen=True, slots=True)
class Desk:
    """What every piece of the page reads from."""

    theme: Theme
    language: Language
    library: Library
    today: date

    def fact(self, name: str) -> Fact | None:
        """Return a fact, None where the installed packs do not hold it."""
        try:
            return self.library.fact(name)
        except KeyError:
            return None

    def source_label(self, fact: Fact) -> QWidget:
        """Return the label of a fact; it says where somebody should check before relying on it."""
        text = label(fact.citation, self.library, self.language.content[0])
        mark = ""
        if fact.stale(self.today):
            mark = self.language.say("Check again")
        elif not fact.confirmed:
            mark = self.language.say("Confirm first")
        if mark:
            # The mark stays in one piece where the label takes two lines.
            text += " · " + mark.replace(" ", "\u00a0")
        made = SourceLabel(self.theme, text, stale=fact.stale(self.today))
        if fact.confirm_at is not None and not fact.confirmed:
            office = fact.confirm_at[self.language.content[0]]
            made.setToolTip(escape(self.language.say("Ask {office}", office=office)))
        return flow(0, made)

    def citation_label(self, citation: Citation) -> SourceLabel:
        """Return the label of a source."""
        return SourceLabel(self.theme, label(citation, self.library, self.language.content[0]))


class Figure(QWidget):
    """A number to dial, as large as it can be read from afar."""

    def __init__(self, theme: Theme, number: str, pixels: int, role: str) -> None:
        super().__init__()
        self._number, self._colour = number, theme.colour(role)
        self._font = theme.font_px(pixels, bold=True)
        self.setAccessibleName(number)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the room of the figures without the font's empty line above and below."""
        metrics = QFontMetrics(self._font)
        return QSize(metrics.horizontalAdvance(self._number) + 2, round(metrics.height() * 0.75))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the figures."""
        painter = QPainter(self)
        painter.setFont(self._font)
        painter.setPen(self._colour)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._number)


def numbers(desk: Desk, country: Country | None) -> QGridLayout:
    """Return the cards of the numbers to dial: 112, which works everywhere, the country's other
    numbers, and the hotline."""
    first, others = dialled(country)
    cards: list[QWidget] = [_local_card(desk, first, first=True)]
    if len(others) == 1:
        cards.append(_local_card(desk, others[0], first=False))
    elif others:
        cards.append(_local_list(desk, others))
    hotline = desk.fact(CONSULAR)
    if hotline is not None:
        cards.append(_hotline_card(desk, hotline))
    return _laid_out(desk.theme, cards)


def dialled(country: Country | None) -> tuple[EmergencyNumber, tuple[EmergencyNumber, ...]]:
    """Return 112 as the country's file has it, or as it works everywhere, and the other numbers."""
    listed = country.emergency if country is not None else ()
    everywhere = EmergencyNumber(EUROPEAN, tuple(_SERVES), EVERYWHERE)
    first = next((number for number in listed if number.number == EUROPEAN), everywhere)
    return first, tuple(number for number in listed if number.number != EUROPEAN)


def _laid_out(theme: Theme, cards: list[QWidget]) -> QGridLayout:
    grid = QGridLayout()
    grid.setSpacing(theme.px(tokens.Size.gutter if theme.layout is not Layout.C else 12))
    if theme.layout is Layout.C:
        for i, card in enumerate(cards):
            grid.addWidget(card, i, 0)
    elif theme.layout is Layout.B:
        for i, card in enumerate(cards[:-1]):
            grid.addWidget(card, i // 2, i % 2)
        rows = (len(cards) - 1 + 1) // 2
        alone = len(cards) % 2 == 0
        grid.addWidget(cards[-1], *((rows - 1, 1) if alone else (rows, 0, 1, 2)))
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
    else:
        shares = (470, 352, 328) if len(cards) == 3 else (1,) * len(cards)
        for i, (card, share) in enumerate(zip(cards, shares, strict=True)):
            grid.addWidget(card, 0, i)
            grid.setColumnStretch(i, share)
    return grid


def _serves(desk: Desk, number: EmergencyNumber) -> Words:
    language = desk.language
    parts = [language.words(_SERVES[name]) for name in number.serves if name in _SERVES]
    joint = language.say(", ")
    main = joint.join(part.main if i == 0 else part.main.lower() for i, part in enumerate(parts))
    second = ", ".join(
        (part.second or "") if i == 0 else (part.second or "").lower()
        for i, part in enumerate(parts)
    )
    return Words(main, second if language.texts.second else None)


def _local_card(desk: Desk, number: EmergencyNumber, *, first: bool) -> Surface:
    theme = desk.theme
    fill, ink, soft = ("sos", "on_sos", "on_sos") if first else ("hero", "on_coat", "on_coat_2")
    card = Surface(theme, fill, None, radius=tokens.Radius.hero)
    pad = theme.px(16)
    box = column(theme.px(8), margins=(pad, theme.px(16), pad, theme.px(16)))
    card.setLayout(box)
    line = row(theme.px(20))
    icon = _ICONS.get(number.serves[0] if number.serves else "", "phone-call")
    line.addWidget(IconLabel(theme, icon, 48, ink))
    size = 80 if theme.layout is Layout.WIDE else 64
    line.addWidget(Figure(theme, number.number, size, ink))
    words = column(0)
    words.addStretch(1)
    title = _serves(desk, number)
    words.addWidget(PairLabel(theme, title, "ui_bold", colour=ink, second=soft, below=True))
    fact = desk.fact(number.fact)
    if fact is not None and fact.scope is not None:
        scope = standing_alone(fact.scope[desk.language.content[0]])
        words.addWidget(Label(theme, scope, "caption", soft, wrap=True))
    words.addStretch(1)
    line.addLayout(words, 1)
    box.addStretch(1)
    box.addLayout(line)
    if fact is not None:
        box.addWidget(desk.source_label(fact))
    box.addStretch(1)
    return card


def _local_list(desk: Desk, numbers: tuple[EmergencyNumber, ...]) -> Surface:
    """Return one card for several national numbers, a line each."""
    theme = desk.theme
    card = Surface(theme, "hero", None, radius=tokens.Radius.hero)
    pad = theme.px(16)
    box = column(theme.px(2), margins=(pad, theme.px(12), pad, theme.px(12)))
    card.setLayout(box)
    box.addStretch(1)
    for number in numbers:
        line = row(theme.px(12))
        icon = _ICONS.get(number.serves[0] if number.serves else "", "phone-call")
        line.addWidget(IconLabel(theme, icon, 24, "on_coat"))
        figure = Figure(theme, number.number, 24, "on_coat")
        figure.setFixedWidth(theme.px(60))
        line.addWidget(figure)
        words = _serves(desk, number)
        line.addWidget(PairLabel(theme, words, "ui", colour="on_coat", second="on_coat_2"), 1)
        box.addLayout(line)
    fact = desk.fact(numbers[0].fact)
    if fact is not None:
        box.addSpacing(theme.px(4))
        box.addWidget(desk.source_label(fact))
    box.addStretch(1)
    return card


def _hotline_card(desk: Desk, fact: Fact) -> Surface:
    theme = desk.theme
    card = Surface(theme, "surface", "line_strong", radius=tokens.Radius.hero, width=2)
    pad = theme.px(16)
    box = column(theme.px(8), margins=(pad, theme.px(16), pad, theme.px(16)))
    card.setLayout(box)
    line = row(theme.px(16))
    line.addWidget(IconLabel(theme, "phone-call", 36, "ink"))
    words = column(0)
    number = fact.text[desk.language.content[0]]
    words.addWidget(Figure(theme, number, 28, "ink"), 0, Qt.AlignmentFlag.AlignLeft)
    words.addWidget(PairLabel(theme, desk.language.show(fact.label), "ui", below=True))
    line.addLayout(words, 1)
    box.addStretch(1)
    box.addLayout(line)
    box.addWidget(desk.source_label(fact))
    box.addStretch(1)
    return card


def embassy_card(desk: Desk, country: Country, more: Callable[[], None]) -> Card | None:
    """Return the card of the embassy's first number, with the way to the others; None where the
    country's file names none."""
    facts = [fact for name in country.embassy if (fact := desk.fact(name)) is not None]
    if not facts:
        return None
    theme = desk.theme
    card = Card(theme, padding=(20, 16), gap=4)
    line = column(theme.px(8)) if theme.layout is Layout.C else row(theme.px(16))
    line.addLayout(_number(desk, facts[0]), 1)
    if len(facts) > 1:
        words = desk.language.counted("{n} number", "All {n} numbers", len(facts))
        button = Button(theme, words, "outlined", icon="building-bank")
        button.setObjectName("embassy")
        button.clicked.connect(more)
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
    card.body.addLayout(line)
    return card


def _number(desk: Desk, fact: Fact) -> QVBoxLayout:
    theme = desk.theme
    box = column(theme.px(4))
    box.addWidget(PairLabel(theme, desk.language.show(fact.label), "h3"))
    number = fact.text[desk.language.content[0]]
    box.addWidget(Figure(theme, number, 22, "ink"), 0, Qt.AlignmentFlag.AlignLeft)
    if fact.scope is not None:
        scope = standing_alone(fact.scope[desk.language.content[0]])
        box.addWidget(Label(theme, scope, "caption", "ink_2", wrap=True))
    box.addWidget(desk.source_label(fact))
    return box


def embassy_dialog(desk: Desk, over: QWidget, country: Country) -> Dialog:
    """Return the dialog with every number of embassy and consulates."""
    theme, language = desk.theme, desk.language
    dialog = Dialog(theme, over, language.words("Embassy and consulates"))
    facts = [fact for name in country.embassy if (fact := desk.fact(name)) is not None]
    for i, fact in enumerate(facts):
        if i:
            dialog.body.addWidget(Hairline(theme))
        dialog.body.addLayout(_number(desk, fact))
    close = Button(theme, language.words("Close"), "outlined")
    close.setObjectName("close")
    close.clicked.connect(dialog.accept)
    dialog.answers(close)
    return dialog
