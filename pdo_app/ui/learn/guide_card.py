"""The guide of a country on its page: what it is about, and its lessons on a thread."""

from __future__ import annotations

from pdo_app.learning.overview import ModuleProgress, State
from pdo_app.ui.learn.contents import Contents, chapters
from pdo_app.ui.routes import Place
from pdo_app.ui.theme import Layout
from pdo_app.ui.view import View
from pdo_app.ui.widgets.button import Button
from pdo_app.ui.widgets.label import Label, PairLabel
from pdo_app.ui.widgets.patch import Chip
from pdo_app.ui.widgets.surface import Card, column, row


class GuideCard(Card):
    """``part`` is the guide and how far the person of ``view`` has read it."""

    def __init__(self, view: View, part: ModuleProgress) -> None:
        super().__init__(view.theme, padding=(20, 16), gap=12)
        theme, language = view.theme, view.language
        self.body.addWidget(PairLabel(theme, language.show(part.module.title), "h2", below=True))
        summary = language.show(part.module.summary)
        self.body.addWidget(PairLabel(theme, summary, "ui", below=True))
        following = next((h for h in part.module.lessons if h.id not in part.completed), None)
        stops = chapters(
            language, part.module.lessons, part.completed, following.id if following else None
        )
        self.body.addWidget(
            Contents(
                theme,
                stops,
                lambda lesson: view.router.go(Place.LESSON, lesson=lesson),
                named=True,
                gap=4,
            )
        )
        if part.state is State.DONE:
            chip = row()
            chip.addWidget(Chip(theme, language.say("All read"), "done"))
            chip.addStretch(1)
            self.body.addLayout(chip)
        if following is not None:
            button = Button(
                theme,
                language.words("Continue") if part.done else language.words("Read the guide"),
                "outlined",
                after="arrow-right",
            )
            button.setObjectName("guide")
            button.clicked.connect(lambda: view.router.go(Place.LESSON, lesson=following.id))
            left = language.texts.count("{n} minute", "{n} minutes", part.minutes_left)
            time = Label(theme, left, "tool", "ink_2")
            side_by_side = theme.layout is Layout.B
            foot = row(theme.px(16)) if side_by_side else column(theme.px(8))
            foot.addWidget(button)
            foot.addWidget(time, int(side_by_side))
            self.body.addLayout(foot)
