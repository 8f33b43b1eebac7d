"""Beside the plan: what is known of the class, and the sums."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from pdo_app.records import SegmentKind, TrainingSession
from pdo_app.training import agenda
from pdo_app.ui.countries import country_words
from pdo_app.ui.language import Language, Words
from pdo_app.ui.theme import Theme
from pdo_app.ui.train.naming import GROUPS, sector_name, time_words
from pdo_app.ui.widgets.button import Button
from pdo_app.ui.widgets.label import Label, PairLabel
from pdo_app.ui.widgets.surface import Card, Hairline, column


class ClassCard(Card):
    """What is known of ``session``; ``change`` is None where it is closed. ``papers`` are the
    words, object names and deeds of what can be printed."""

    def __init__(
        self,
        theme: Theme,
        language: Language,
        session: TrainingSession,
        change: Callable[[], None] | None,
        papers: Iterable[tuple[Words, str, Callable[[], object]]],
    ) -> None:
        super().__init__(theme, padding=(20, 16), gap=12)
        self._language = language
        self.body.addWidget(PairLabel(theme, language.words("The class"), "h2"))
        for source, value in self._known(session):
            self.body.addWidget(Hairline(theme))
            line = column(theme.px(2))
            line.addWidget(PairLabel(theme, source, "caption", colour="ink_2"))
            line.addWidget(Label(theme, value, "ui", wrap=True))
            self.body.addLayout(line)
        if change is not None:
            button = Button(theme, language.words("Change the class"), "outlined", icon="pencil")
            button.setObjectName("change_class")
            button.clicked.connect(change)
            self.body.addSpacing(theme.px(4))
            self.body.addWidget(button)
        for words, name, write in papers:
            button = Button(theme, words, "outlined", icon="printer")
            button.setObjectName(name)
            button.clicked.connect(write)
            self.body.addWidget(button)

    def _known(self, session: TrainingSession) -> list[tuple[Words, str]]:
        language, words = self._language, self._language.words
        found = [
            (words("Trainer"), session.trainer),
            (words("Place"), session.place),
            (
                words("Destination of the class"),
                country_words(language, session.destination).main
                if session.destination
                else language.say("Mixed class"),
            ),
            (words("Sector"), sector_name(language, session.sector)),
            (
                words("Who is in the class"),
                " · ".join(language.say(GROUPS[group]) for group in session.groups),
            ),
            (words("Planned in total"), self._sums(session)),
        ]
        return [(source, value) for source, value in found if value]

    def _sums(self, session: TrainingSession) -> str:
        language = self._language
        parts = [one for half in session.plan for one in half.segments if not one.skipped]
        taught = sum(one.kind is not SegmentKind.BREAK for one in parts)
        return " · ".join(
            (
                time_words(language, agenda.minutes(parts)).main,
                language.counted("{n} part", "{n} parts", taught).main,
            )
        )
