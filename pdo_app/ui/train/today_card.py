"""The session of today: its half-days on the thread, and the way to the slides."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from pdo_app.records import PlannedHalf, TrainingSession
from pdo_app.training import agenda
from pdo_app.ui.language import Words
from pdo_app.ui.routes import Place
from pdo_app.ui.theme import Layout
from pdo_app.ui.train.naming import (
    clock,
    days_words,
    half_words,
    joined,
    people_words,
    time_words,
)
from pdo_app.ui.train.parts import present_button
from pdo_app.ui.train.session import TABS
from pdo_app.ui.train.tab import Teaching
from pdo_app.ui.view import View
from pdo_app.ui.widgets.button import Button
from pdo_app.ui.widgets.flow import flow
from pdo_app.ui.widgets.label import Label, PairLabel
from pdo_app.ui.widgets.surface import Card, column, row
from pdo_app.ui.widgets.thread import Knot, KnotWidget, Stop

_ICONS = {"roster": "users", "attendance": "checklist"}


class TodayCard(Card):
    """A session that is taught today. ``view`` is the page it stands on."""

    def __init__(self, view: View, teaching: Teaching, session: TrainingSession) -> None:
        super().__init__(view.theme, padding=(32, 24), gap=16)
        self._view, self._session = view, session
        self._now = teaching.now().astimezone().replace(tzinfo=None)
        theme, language = view.theme, view.language
        count = len(teaching.training.roster.people(session))
        known = [days_words(language, session)]
        known += [Words(words) for words in (session.place, session.trainer) if words]
        known.append(people_words(language, count))
        head = column(theme.px(2))
        head.addWidget(Label(theme, " ".join(session.title.split()), "h1", wrap=True))
        head.addWidget(Label(theme, joined(*known).main, "tool", "ink_2", wrap=True))
        beside = theme.layout in (Layout.A, Layout.WIDE)
        parts: QBoxLayout = row(theme.px(32)) if beside else column(theme.px(16))
        left = column(theme.px(20))
        left.addLayout(head)
        left.addWidget(self._deeds())
        left.addStretch(1)
        parts.addLayout(left, 7)  # room for all buttons in one row
        parts.addLayout(self._halves(), 3)
        self.body.addLayout(parts)

    def _deeds(self) -> QWidget:
        theme = self._view.theme
        buttons = []
        if self._session.closed_at is None:
            buttons.append(present_button(self._view, self._session, "filled"))
        for name, source, _ in TABS:
            if name in _ICONS or name == "plan":
                icon = _ICONS.get(name, "list")
                words = self._view.language.words(source)
                button = Button(theme, words, "outlined", icon=icon, large=True)
                button.setObjectName(f"{name}_{self._session.id}")
                button.clicked.connect(lambda _=False, tab=name: self._go(tab))
                buttons.append(button)
        return flow(theme.px(12), *buttons)

    def _go(self, tab: str) -> None:
        self._view.router.go(Place.SESSION, session=str(self._session.id), tab=tab)

    def _halves(self) -> QVBoxLayout:
        theme, language = self._view.theme, self._view.language
        box = column()
        plan = self._session.plan
        states = [self._state(half) for half in plan]
        for place, (half, state) in enumerate(zip(plan, states, strict=True)):
            last = place == len(plan) - 1
            before = None if not place else states[place - 1] is Knot.DONE
            below = None if last else state is Knot.DONE
            knot = KnotWidget(theme, Stop(state, str(place + 1)), above=before, below=below)
            words = column(0, margins=(0, 0, 0, 0 if last else theme.px(16)))
            day = language.texts.date(half.day, "day")
            title = Words(f"{day} {half_words(language, half).main}")
            long = agenda.minutes(half.segments)
            hours = f"{clock(half.start)} – {clock(half.start + long)}"
            words.addWidget(PairLabel(theme, title, "h3"))
            said = f"{hours} · {time_words(language, long).main}"
            words.addWidget(Label(theme, said, "caption", "ink_2", wrap=True))
            line = row(theme.px(12))
            line.addWidget(knot, 0, Qt.AlignmentFlag.AlignTop if last else Qt.AlignmentFlag(0))
            line.addLayout(words, 1)
            box.addLayout(line)
        box.addStretch(1)
        return box

    def _state(self, half: PlannedHalf) -> Knot:
        starts = datetime.combine(half.day, time()) + timedelta(minutes=half.start)
        ends = starts + timedelta(minutes=agenda.minutes(half.segments))
        if self._now >= ends:
            return Knot.DONE
        return Knot.HERE if half.day == self._now.date() and self._is_next(half) else Knot.AHEAD

    def _is_next(self, half: PlannedHalf) -> bool:
        """Tell whether a half-day is the first one that has not ended yet."""
        for other in self._session.plan:
            starts = datetime.combine(other.day, time()) + timedelta(minutes=other.start)
            if starts + timedelta(minutes=agenda.minutes(other.segments)) > self._now:
                return other.id == half.id
        return False
