"""Public holidays on a country's page: the next ones, and all of this year and the next."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from html import escape

from PySide6.QtWidgets import QWidget

from pdo_app.content.model import Holiday, Holidays
from pdo_app.learning.holidays_ahead import ahead, by_year, kept_in
from pdo_app.texts import EN, ZH
from pdo_app.ui import tokens
from pdo_app.ui.countries import country_words
from pdo_app.ui.dialogs import Dialog
from pdo_app.ui.language import Language, Words
from pdo_app.ui.theme import Theme
from pdo_app.ui.widgets.button import Button
from pdo_app.ui.widgets.label import PairLabel, RichLabel
from pdo_app.ui.widgets.surface import Card, Hairline, column, row

NEXT = 5
"""How many holidays the page itself shows."""


def holiday_card(
    theme: Theme,
    language: Language,
    holidays: Holidays | None,
    today: date,
    more: Callable[[], None],
) -> Card | None:
    """Return the card of the next holidays, with the way to all of them; None where no day is
    known that is still to come."""
    days = ahead(holidays, today, NEXT) if holidays is not None else ()
    if not days:
        return None
    card = Card(theme, padding=(20, 16), gap=8)
    card.body.addWidget(PairLabel(theme, language.words("Holidays ahead"), "h2"))
    for day in days:
        year = day.day.year != today.year
        card.body.addWidget(_row(theme, language, day, (), with_year=year))
    button = Button(theme, language.words("All holidays"), "quiet", after="chevron-right")
    button.setObjectName("all_holidays")
    button.clicked.connect(more)
    line = row()
    line.addWidget(button)
    line.addStretch(1)
    card.body.addLayout(line)
    return card


def holiday_dialog(
    theme: Theme, language: Language, over: QWidget, holidays: Holidays, today: date
) -> Dialog:
    """Return the dialog with every holiday of this year and the next, also those of regions;
    what is over comes last."""
    country = country_words(language, holidays.country)
    title = language.words(
        "Public holidays: {country}",
        country=lambda tongue: country.main if tongue == language.texts.main else country.second,
    )
    dialog = Dialog(theme, over, title)
    for heading, days in _parts(language, holidays, today):
        dialog.body.addWidget(PairLabel(theme, heading, "h2"))
        box = column(theme.px(8))
        for at, day in enumerate(days):
            if at:
                box.addWidget(Hairline(theme))
            names = kept_in(holidays, day)
            mains = tuple(name[language.content[0]] for name in names)
            box.addWidget(_row(theme, language, day, mains, with_year=False))
        dialog.body.addLayout(box)
    close = Button(theme, language.words("Close"), "outlined")
    close.setObjectName("close")
    close.clicked.connect(dialog.accept)
    dialog.answers(close)
    return dialog


def _parts(
    language: Language, holidays: Holidays, today: date
) -> list[tuple[Words, tuple[Holiday, ...]]]:
    """Return titles and days: first those still to come, by year, then those that are over."""
    years = by_year(holidays, today.year)
    over = tuple(day for day in years.get(today.year, ()) if day.day < today)
    parts = [
        (Words(str(year)), tuple(day for day in days if day.day >= today))
        for year, days in years.items()
    ]
    parts.append((language.words("Earlier this year"), over))
    return [(heading, days) for heading, days in parts if days]


def _row(
    theme: Theme, language: Language, holiday: Holiday, regions: tuple[str, ...], *, with_year: bool
) -> RichLabel:
    """Return a holiday: its day with the day of the week, its names, and who keeps it. One label
    for all: Italy has 250 of them."""
    texts = language.texts
    day = texts.date(holiday.day, "weekday_day")
    if with_year:
        day = f"{holiday.day.year}年{day}" if texts.main == ZH else f"{day} {holiday.day.year}"
    names = _names(language, holiday)
    lines = [
        (day, tokens.STYLES["h3"].px, "ink", 700),
        (names.main, tokens.STYLES["tool"].px, "ink", 400),
        (names.second or "", tokens.STYLES["tool"].second_px, "ink_2", 400),
    ]
    if regions:
        where = language.say("Only in {regions}", regions=language.say(", ").join(regions))
        lines.append((where, tokens.STYLES["caption"].px, "ink_2", 400))
    html = "<br>".join(
        f'<span style="font-size:{theme.px(pixels)}px;font-weight:{weight};'
        f'color:{theme.hex(colour)}">{escape(words)}</span>'
        for words, pixels, colour, weight in lines
        if words
    )
    label = RichLabel(theme, html, "tool")
    label.setAccessibleName(", ".join(words for words, *_ in lines if words))
    return label


def _names(language: Language, holiday: Holiday) -> Words:
    """Return the reader's name first, then the other one and the one that is heard there."""
    shown = language.show(holiday.name)
    others = [shown.second, holiday.local] if shown.second else [holiday.local]
    if language.texts.main == EN or shown.second == holiday.local:
        others = [holiday.local]
    seen = [name for name in dict.fromkeys(others) if name and name != shown.main]
    return Words(shown.main, " · ".join(seen) or None)
