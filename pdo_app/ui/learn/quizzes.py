"""Quizzes: practice by module, and the final test."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from pdo_app.changes import Topic
from pdo_app.errors import N_
from pdo_app.learning.assembly import FINAL_SIZE
from pdo_app.learning.overview import ModuleProgress, Overview
from pdo_app.learning.progress import Progress
from pdo_app.learning.quiz import Quizzes
from pdo_app.learning.sittings import FINAL, PASS_MARK, PRACTICE, Sitting
from pdo_app.ui import tokens
from pdo_app.ui.routes import Place
from pdo_app.ui.theme import Layout
from pdo_app.ui.top_bar import TopBar
from pdo_app.ui.view import Frame, View
from pdo_app.ui.widgets.button import Button
from pdo_app.ui.widgets.label import PairLabel
from pdo_app.ui.widgets.page import ScrollPage
from pdo_app.ui.widgets.patch import Chip, Patch
from pdo_app.ui.widgets.surface import Card, Surface, column, row


class QuizzesScreen(View):
    """A card for the final test, a row for the practice of each module."""

    topics = frozenset((Topic.ATTEMPTS, Topic.PROGRESS))

    def __init__(self, frame: Frame, progress: Progress, quizzes: Quizzes) -> None:
        super().__init__(frame)
        self._progress, self._quizzes = progress, quizzes

    def build(self) -> QWidget:
        """Return bar, final test and practices."""
        theme, language, learner = self.theme, self.language, self.frame.person.present
        overview = self._progress.overview(learner)
        page = QWidget()
        outer = column()
        page.setLayout(outer)
        outer.addWidget(TopBar(self.frame, language.words("Quizzes")))
        side = theme.px(tokens.Size.page_padding) if theme.layout is not Layout.C else 24
        body = QWidget()
        inner = column(theme.px(12), margins=(side, theme.px(4), side, theme.px(32)))
        body.setLayout(inner)
        body.setMaximumWidth(theme.px(tokens.Size.page_max) + 2 * side)
        final = self._final(overview, self._quizzes.resume(learner, FINAL))
        if overview.lessons_done:  # then the test is the next step
            inner.addWidget(final)
            inner.addSpacing(theme.px(12))
        inner.addWidget(PairLabel(theme, language.words("Practice by module"), "h2"))
        inner.addLayout(self._practices(overview.modules))
        if not overview.lessons_done:
            inner.addSpacing(theme.px(12))
            inner.addWidget(final)
        inner.addStretch(1)
        scroll = ScrollPage(body)
        scroll.setObjectName("page")
        outer.addWidget(scroll, 1)
        return page

    def _practices(self, parts: tuple[ModuleProgress, ...]) -> QGridLayout:
        """Return a card for each module, in two columns to be read downwards where there is
        room, as on the route."""
        wide = self.theme.layout in (Layout.A, Layout.WIDE)
        begun = self._quizzes.resume(self.frame.person.present, PRACTICE)
        grid = QGridLayout()
        grid.setHorizontalSpacing(self.theme.px(tokens.Size.gutter))
        grid.setVerticalSpacing(self.theme.px(12))
        half = (len(parts) + 1) // 2 if wide else len(parts)
        for i, part in enumerate(parts):
            grid.addWidget(self._practice(part, begun), i % half, i // half)
            grid.setColumnStretch(i // half, 1)
        return grid

    def _practice(self, part: ModuleProgress, begun: Sitting | None) -> QWidget:
        theme, language, module = self.theme, self.language, part.module
        card = Surface(theme)
        line = QVBoxLayout(card) if theme.layout is Layout.C else QHBoxLayout(card)
        pad = theme.px(12)
        line.setContentsMargins(pad, pad, theme.px(20), pad)
        line.setSpacing(theme.px(16))
        head = row(theme.px(16))
        head.addWidget(Patch(theme, module.icon), 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(PairLabel(theme, language.show(module.title), "h3", below=True), 1)
        line.addLayout(head, 1)
        foot = row(theme.px(16))
        if theme.layout is Layout.C:
            foot.addStretch(1)
        if part.best is not None:
            score = language.say("Best {share}", share=language.texts.percent(part.best))
            foot.addWidget(Chip(theme, score, "done" if part.best >= PASS_MARK else "plain"))
        going_on = begun is not None and begun.module == module.id
        words = language.words(N_("Go on") if going_on else N_("Practise"))
        button = Button(theme, words, "outlined")
        button.setObjectName(f"practice_{module.id}")
        button.setAccessibleName(f"{words.spoken}: {language.show(module.title).main}")
        button.clicked.connect(
            lambda: self.router.go(Place.QUIZ, target=PRACTICE, module=module.id)
        )
        foot.addWidget(button)
        line.addLayout(foot)
        return card

    def _final(self, overview: Overview, begun: Sitting | None) -> QWidget:
        theme, language = self.theme, self.language
        card = Card(theme)
        head = row(theme.px(16))
        head.addWidget(Patch(theme, "certificate", size=48), 0, Qt.AlignmentFlag.AlignTop)
        words = column(theme.px(4))
        words.addWidget(PairLabel(theme, language.words("Final test"), "h2"))
        about = language.words(
            "{n} questions over all modules. Pass mark {share}. No time limit.",
            n=FINAL_SIZE,
            share=language.texts.percent(PASS_MARK),
        )
        words.addWidget(PairLabel(theme, about, "ui", below=True))
        if not overview.lessons_done:
            note = language.words(
                "You may take the test now. The certificate also needs all lessons read."
            )
            words.addWidget(PairLabel(theme, note, "caption", colour="ink_2", below=True))
        head.addLayout(words, 1)
        card.body.addLayout(head)
        foot: QBoxLayout = head
        if theme.layout is Layout.C:
            foot = column(theme.px(12))
            card.body.addLayout(foot)
        middle = Qt.AlignmentFlag.AlignVCenter
        if overview.final_best is not None:
            passed = overview.final_best >= PASS_MARK
            text = language.say("Best {share}", share=language.texts.percent(overview.final_best))
            foot.addWidget(Chip(theme, text, "done" if passed else "plain"), 0, middle)
        button = Button(
            theme,
            language.words(N_("Go on with the test") if begun else N_("Start the final test")),
            "filled",
            large=True,
            after="arrow-right",
        )
        button.setObjectName("final")
        button.clicked.connect(lambda: self.router.go(Place.QUIZ, target=FINAL))
        foot.addWidget(button, 0, middle)
        return card
