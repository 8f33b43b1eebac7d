"""Settings: how it looks, who I am, everybody's records, and what this is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from pdo_app.changes import Topic
from pdo_app.content.library import Library
from pdo_app.errors import KnownError
from pdo_app.learning.profiles import Profiles
from pdo_app.records import Mode
from pdo_app.ui import tokens
from pdo_app.ui.keeping import Keeping
from pdo_app.ui.routes import Place
from pdo_app.ui.settings.about import about
from pdo_app.ui.settings.appearance import appearance
from pdo_app.ui.settings.profile import ProfileCard
from pdo_app.ui.settings.records import RecordsCard
from pdo_app.ui.theme import Layout
from pdo_app.ui.top_bar import TopBar
from pdo_app.ui.view import Frame, View
from pdo_app.ui.widgets.page import ScrollPage
from pdo_app.ui.widgets.surface import column, row


class SettingsScreen(View):
    """Four cards in two columns, in one where there is less room."""

    topics = frozenset((Topic.LEARNERS,))

    def __init__(
        self,
        frame: Frame,
        profiles: Profiles,
        library: Library,
        keeping: Keeping,
        today: Callable[[], date],
    ) -> None:
        super().__init__(frame)
        self._profiles, self._library, self._keeping = profiles, library, keeping
        self.profile = ProfileCard(self, profiles, library.info.destinations, today, self._gone)
        self.records = RecordsCard(self, keeping, today)

    def arrive(self, params: dict[str, str]) -> None:
        """Begin without what was typed and said the last time."""
        self.profile.forget()
        self.records.forget()
        super().arrive(params)

    def build(self) -> QWidget:
        """Return bar and cards."""
        theme, language = self.theme, self.language
        page = QWidget()
        outer = column()
        page.setLayout(outer)
        outer.addWidget(TopBar(self.frame, language.words("Settings")))
        body = QWidget()
        side = theme.px(tokens.Size.page_padding) if theme.layout is not Layout.C else 24
        gap = theme.px(tokens.Size.gutter)
        mine = self.profile.build()
        look = appearance(self.frame, self._speak)
        records = self.records.build()
        what = about(theme, language, self._library, self._keeping.folder)
        margins = (side, 0, side, theme.px(32))
        if theme.layout in (Layout.A, Layout.WIDE):
            inner = row(gap, margins=margins)
            for cards in ((mine, records), (look, what)):
                half = column(gap)
                for card in cards:
                    half.addWidget(card)
                half.addStretch(1)
                inner.addLayout(half, 1)
            body.setLayout(inner)
        else:
            single = column(gap, margins=margins)
            for card in (mine, look, records, what):
                single.addWidget(card)
            single.addStretch(1)
            body.setLayout(single)
        body.setMaximumWidth(theme.px(tokens.Size.page_max) + 2 * side)
        scroll = ScrollPage(body)
        scroll.setObjectName("page")
        outer.addWidget(scroll, 1)
        return page

    def _speak(self, mode: Mode) -> None:
        """Change the language here, and in the profile for the next time."""
        try:
            learner = self._profiles.update(self.frame.person.present, mode=mode)
            self.frame.person.become(learner)
        except KnownError as error:
            self.report(error)
        self.frame.preferences.change(mode=mode)

    def _gone(self) -> None:
        """Lead to whoever is left, after the profile was removed."""
        self.frame.preferences.change(last_learner="")
        self.frame.person.become(None)
        self.router.forget()
        self.router.go(Place.PEOPLE if self._profiles.all() else Place.START)
