"""Public holidays on a country's page: the next ones, and all of this year and the next."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from pdo_app.content.model import Holiday, Holidays
from pdo_app.learning.holidays_ahead import ahead, by_year, kept_in
from pdo_app.texts import EN, ZH
from pdo_app.ui.countries import country_words
from pdo_app.ui.dialogs import Dialog
from pdo_app.ui.language import Language, Words
from pdo_app.ui.theme import Theme
from pdo_app.ui.widgets.button import Button
from pdo_app.ui.widgets.label import Label, PairLabel
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
    """Return the dialog with every holiday of this year and the next, also those of regions."""
    country = country_words(language, holidays.country)
    title = language.words(
        "Public holidays: {country}",
        country=lambda tongue: country.main if tongue == language.texts.main else country.second,
    )
    dialog = Dialog(theme, over, title)
    for year, days in by_year(holidays, today.year).items():
        dialog.body.addWidget(Label(theme, str(year), "h2"))
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


def _row(
    theme: Theme, language: Language, holiday: Holiday, regions: tuple[str, ...], *, with_year: bool
) -> QWidget:
    """Return a holiday: its day with the day of the week, its names, and who keeps it."""
    texts = language.texts
    holder = QWidget()
    box = column(theme.px(2))
    holder.setLayout(box)
    day = texts.date(holiday.day, "weekday_day")
    if with_year:
        day = f"{holiday.day.year}年{day}" if texts.main == ZH else f"{day} {holiday.day.year}"
    box.addWidget(Label(theme, day, "h3", wrap=True))
    box.addWidget(PairLabel(theme, _names(language, holiday), "tool", below=True))
    if regions:
        where = language.say("Only in {regions}", regions=language.say(", ").join(regions))
        box.addWidget(Label(theme, where, "caption", "ink_2", wrap=True))
    return holder


def _names(language: Language, holiday: Holiday) -> Words:
    """Return the reader's name first, then the other one and the one that is heard there."""
    shown = language.show(holiday.name)
    others = [shown.second, holiday.local] if shown.second else [holiday.local]
    if language.texts.main == EN or shown.second == holiday.local:
        others = [holiday.local]
    seen = [name for name in dict.fromkeys(others) if name and name != shown.main]
    return Words(shown.main, " · ".join(seen) or None)
