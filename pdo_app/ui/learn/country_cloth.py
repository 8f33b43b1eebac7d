"""The cloth of a country's page: its outline, the time there now, and what it is called."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QPointF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QWidget

from pdo_app.content.model import Country
from pdo_app.content.places import coordinates
from pdo_app.errors import N_
from pdo_app.learning.local_time import local_time
from pdo_app.ui import tokens
from pdo_app.ui.countries import country_words
from pdo_app.ui.language import Words
from pdo_app.ui.theme import Layout, Theme
from pdo_app.ui.view import View
from pdo_app.ui.widgets.button import Button
from pdo_app.ui.widgets.label import Label, PairLabel, give_height_for_width
from pdo_app.ui.widgets.outline import Outline, OutlineMap
from pdo_app.ui.widgets.surface import Surface, column, row, stitch

_WIDTH = 272
_LOOK = 5000
"""Milliseconds between two looks at the clock."""


class Cloth(Surface):
    """Indigo, at the left of the page; a strip on top where the page is narrow."""

    def __init__(
        self,
        view: View,
        country: Country,
        now: Callable[[], datetime],
        resources: Path,
        change: Callable[[], None],
    ) -> None:
        theme = view.theme
        super().__init__(theme, "hero", None, radius=tokens.Radius.hero)
        self._view, self._country, self._now = view, country, now
        aside = theme.layout in (Layout.A, Layout.WIDE)
        pad = theme.px(24)
        inner: QBoxLayout = (
            column(theme.px(8), margins=(pad, pad, pad, pad))
            if aside or theme.layout is Layout.C
            else row(theme.px(32), margins=(pad, pad, pad, pad))
        )
        self.setLayout(inner)
        outline = Outline.read(resources / "pictures" / "outlines.json", country.code)
        if outline is not None and aside:
            name = country_words(view.language, country.code).spoken
            place = coordinates(country.code)
            inner.addWidget(OutlineMap(theme, outline, place, name))
        inner.addLayout(self._clock(), 0 if aside else 1)
        if aside:
            inner.addWidget(_Seam(theme))
        inner.addLayout(self._names(), 0 if aside else 1)
        button = Button(theme, view.language.words("Change country"), "cloth_outlined")
        button.setObjectName("change")
        button.setProperty("ring", "cream")
        button.clicked.connect(change)
        inner.addSpacing(theme.px(8))
        inner.addWidget(button)
        if aside:
            self.setFixedWidth(theme.px(_WIDTH))
        give_height_for_width(self)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tick)
        self._timer.start(_LOOK)

    def _clock(self) -> QBoxLayout:
        theme, language, country = self._view.theme, self._view.language, self._country
        box = column(theme.px(2))
        city = country.capital
        words = language.words("{city} now", city=lambda tongue: getattr(city, tongue))
        box.addWidget(
            PairLabel(theme, words, "tool", colour="on_coat_2", second="on_coat_2", below=False)
        )
        found = local_time(country.time_zone, self._now())
        self._figure = Label(theme, language.texts.time(found.there), "display", "on_coat")
        box.addWidget(self._figure)
        self._beijing = PairLabel(
            theme, self._difference(), "tool", colour="on_coat", second="on_coat_2", below=True
        )
        box.addWidget(self._beijing)
        if found.change is not None:
            box.addWidget(
                PairLabel(
                    theme,
                    self._next_change(found.change.behind),
                    "caption",
                    colour="on_coat_2",
                    second="on_coat_2",
                    below=True,
                )
            )
        return box

    def _difference(self) -> Words:
        language = self._view.language
        found = local_time(self._country.time_zone, self._now())
        return language.counted(
            "Beijing {time}, {n} hour ahead",
            "Beijing {time}, {n} hours ahead",
            _hours(found.behind),
            time=language.texts.time(found.beijing),
        )

    def _next_change(self, behind: timedelta) -> Words:
        language = self._view.language
        found = local_time(self._country.time_zone, self._now())
        day = found.change.day if found.change is not None else found.there.date()
        return language.counted(
            "From {day} Beijing is {n} hour ahead",
            "From {day} Beijing is {n} hours ahead",
            _hours(behind),
            day=lambda tongue: language.texts.date(day, "day", tongue),
        )

    def _tick(self) -> None:
        """Go on with the time; a new minute may also move Beijing's."""
        found = local_time(self._country.time_zone, self._now())
        shown = self._view.language.texts.time(found.there)
        if shown != self._figure.text():
            self._view.renew()

    def _names(self) -> QGridLayout:
        theme, language, country = self._view.theme, self._view.language, self._country
        texts = language.texts
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(6))
        spoken = texts.say(", ").join(texts.spoken(code) for code in country.languages)
        unions = (
            (country.european_union, N_("European Union")),
            (country.schengen, N_("Schengen area")),
            (country.euro, N_("Euro area")),
        )
        belongs = texts.say(", ").join(texts.say(name) for holds, name in unions if holds)
        rows = [
            (language.say("Capital"), language.show(country.capital).spoken),
            (language.say("Language"), spoken),
            (language.say("Currency"), texts.currency(country.currency)),
            (language.say("Numbers"), texts.number_in(1234.5, country.languages[0], country.code)),
            (language.say("Belongs to"), belongs),
        ]
        if not belongs:
            rows.pop()
        for at, (name, value) in enumerate(rows):
            top = Qt.AlignmentFlag.AlignTop
            grid.addWidget(Label(theme, name, "tool", "on_coat_2"), at, 0, top)
            grid.addWidget(Label(theme, value, "tool", "on_coat", wrap=True), at, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(len(rows), 1)
        return grid


def _hours(behind: timedelta) -> int:
    return round(behind.total_seconds() / 3600)


class _Seam(QWidget):
    """A stitch across the cloth."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedHeight(theme.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter, middle = QPainter(self), self.height() / 2
        painter.setPen(stitch(self._theme.colour("seam"), tokens.Stitch.seam))
        painter.drawLine(QPointF(0, middle), QPointF(self.width(), middle))
