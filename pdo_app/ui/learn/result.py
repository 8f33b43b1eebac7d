"""What came out of a quiz: the count, each module, and every question to look at again."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from pdo_app.changes import Topic
from pdo_app.content.library import Library
from pdo_app.content.model import Question, QuestionKind, Text
from pdo_app.errors import N_
from pdo_app.learning.progress import Progress
from pdo_app.learning.quiz import Quizzes
from pdo_app.learning.sittings import FINAL, PASS_MARK, Result, Sitting
from pdo_app.ui import tokens
from pdo_app.ui.language import Words
from pdo_app.ui.learn.naming import one_line
from pdo_app.ui.routes import Place
from pdo_app.ui.theme import Layout, Theme
from pdo_app.ui.top_bar import TopBar
from pdo_app.ui.view import Frame, View
from pdo_app.ui.widgets.button import Button
from pdo_app.ui.widgets.label import Label, PairLabel
from pdo_app.ui.widgets.link import Link
from pdo_app.ui.widgets.page import ScrollPage
from pdo_app.ui.widgets.patch import Chip
from pdo_app.ui.widgets.surface import Card, Hairline, column, row, stitch
from pdo_app.ui.widgets.thread import Knot, KnotWidget, Stop


class ResultScreen(View):
    """The route names the attempt."""

    topics = frozenset((Topic.ATTEMPTS, Topic.PROGRESS))

    def __init__(
        self, frame: Frame, library: Library, progress: Progress, quizzes: Quizzes
    ) -> None:
        super().__init__(frame)
        self._library, self._progress, self._quizzes = library, progress, quizzes

    def build(self) -> QWidget:
        """Return bar, count, modules and the questions to look at again."""
        theme = self.theme
        sitting, result = self._quizzes.outcome(UUID(self.params["attempt"]))
        page = QWidget()
        outer = column()
        page.setLayout(outer)
        outer.addWidget(TopBar(self.frame, self._title(sitting)))
        side = theme.px(tokens.Size.page_padding) if theme.layout is not Layout.C else 24
        body = QWidget()
        inner = column(theme.px(16), margins=(side, theme.px(4), side, theme.px(32)))
        body.setLayout(inner)
        if theme.layout is Layout.WIDE:
            body.setMaximumWidth(theme.px(1080) + 2 * side)
        inner.addWidget(self._summary(sitting, result))
        again = [
            item.question
            for item in sitting.items
            if item.question.id not in sitting.answers
            or not sitting.answers[item.question.id].grade.right
        ]
        if again:
            words = self.language.counted(
                "{n} question to look at again", "{n} questions to look at again", len(again)
            )
            inner.addWidget(PairLabel(theme, words, "h2"))
            for question in again:
                inner.addWidget(self._again(question))
        inner.addStretch(1)
        scroll = ScrollPage(body)
        scroll.setObjectName("page")
        outer.addWidget(scroll, 1)
        return page

    def _title(self, sitting: Sitting) -> Words:
        language = self.language
        if sitting.target == FINAL or sitting.module is None:
            return language.words("Result of the final test")
        module = self._library.module(sitting.module)
        return Words(language.say("Result"), one_line(language, module))

    def _summary(self, sitting: Sitting, result: Result) -> Card:
        theme, language = self.theme, self.language
        card = Card(theme, gap=12)
        narrow = theme.layout in (Layout.B, Layout.C)
        line: QBoxLayout = QVBoxLayout() if narrow else QHBoxLayout()
        line.setSpacing(theme.px(32))
        count = column(theme.px(4))
        count.addWidget(Label(theme, f"{result.right} / {result.total}", "display"))
        share = language.texts.percent(result.score)
        count.addWidget(PairLabel(theme, language.words("{share} right", share=share), "ui"))
        if sitting.target == FINAL:
            kind, source = (
                ("done", N_("Passed")) if result.passed else ("care", N_("Not passed yet"))
            )
            chips = row()
            chips.addWidget(Chip(theme, language.say(source), kind))
            chips.addStretch(1)
            count.addSpacing(theme.px(4))
            count.addLayout(chips)
        count.addStretch(1)
        line.addLayout(count)
        words = column(theme.px(12))
        words.addWidget(PairLabel(theme, self._verdict(sitting, result), "ui", below=True))
        if len(result.modules) > 1:
            for part in result.modules:
                words.addLayout(self._module(part.module, part.right, part.total))
        words.addStretch(1)
        line.addLayout(words, 1)
        card.body.addLayout(line)
        card.body.addWidget(Hairline(theme))
        card.body.addLayout(self._actions(sitting, result))
        return card

    def _verdict(self, sitting: Sitting, result: Result) -> Words:
        language, mark = self.language, self.language.texts.percent(PASS_MARK)
        if sitting.target != FINAL:
            if result.right == result.total:
                return language.words("Every answer is right.")
            return language.words("Questions that were not right come first next time.")
        if not result.passed:
            return language.words(
                "The pass mark is {share}. Read the lessons below and take the test again. "
                "You may repeat it as often as you like.",
                share=mark,
            )
        overview = self._progress.overview(self.frame.person.present)
        if overview.lessons_done:
            return language.words("You have everything that the certificate needs.")
        left = overview.steps[0].total - overview.steps[0].done
        return language.counted(
            "For the certificate {n} module is still to be read.",
            "For the certificate {n} modules are still to be read.",
            left,
        )

    def _module(self, module: str, right: int, total: int) -> QHBoxLayout:
        theme = self.theme
        shown = self.language.show(self._library.module(module).title)
        line = row(theme.px(16))
        label = PairLabel(theme, Words(shown.main), "tool")
        line.addWidget(label, 2)
        line.addWidget(_Meter(theme, right / total), 3, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(Label(theme, f"{right} / {total}", "tool", "ink_2"))
        return line

    def _actions(self, sitting: Sitting, result: Result) -> QBoxLayout:
        theme, language = self.theme, self.language
        narrow = theme.layout is Layout.C
        foot = column(theme.px(12)) if narrow else row(theme.px(12))
        overview = self._progress.overview(self.frame.person.present)
        if sitting.target == FINAL and result.passed and overview.lessons_done:
            name, go = N_("Show the certificate"), lambda: self.router.go(Place.CERTIFICATE)
        elif overview.next is not None:
            following = overview.next.id
            name = N_("Continue with the lessons")
            go = lambda: self.router.go(Place.LESSON, lesson=following)  # noqa: E731 - two branches
        else:
            name, go = N_("To the quizzes"), lambda: self.router.go(Place.QUIZZES)
        forward = Button(theme, language.words(name), "filled", after="arrow-right", large=True)
        forward.setObjectName("forward")
        forward.clicked.connect(go)
        foot.addWidget(forward)
        params = {"target": sitting.target}
        if sitting.module:
            params["module"] = sitting.module
        repeat = Button(
            theme, language.words("Do it again"), "outlined", icon="refresh", large=True
        )
        repeat.setObjectName("again")
        repeat.clicked.connect(lambda: self.router.go(Place.QUIZ, **params))
        foot.addWidget(repeat)
        if not narrow:
            foot.addStretch(1)
        return foot

    def _again(self, question: Question) -> Card:
        theme, language = self.theme, self.language
        card = Card(theme, gap=8)
        line = row(theme.px(16))
        top = Qt.AlignmentFlag.AlignTop
        line.addWidget(KnotWidget(theme, Stop(Knot.WRONG)), 0, top)
        words = column(theme.px(8))
        words.addWidget(PairLabel(theme, language.show(question.stem), "h3", below=True))
        key = _key(question)
        if key is not None:
            right = language.words(
                "Right: {answer}", answer=lambda tongue: key.zh if tongue == "zh" else key.en
            )
            words.addWidget(PairLabel(theme, right, "ui", colour="right", below=True))
        words.addWidget(PairLabel(theme, language.show(question.reason), "ui", below=True))
        title = language.show(self._library.head(question.lesson).title).main
        link = Link(theme, Words(language.say("Read: {title}", title=title)), "book-2")
        link.setObjectName("read_lesson")
        link.clicked.connect(lambda: self.router.go(Place.LESSON, lesson=question.lesson))
        end = row()
        end.addWidget(link)
        end.addStretch(1)
        words.addLayout(end)
        line.addLayout(words, 1)
        card.body.addLayout(line)
        return card


def _key(question: Question) -> Text | None:
    """Return the right answer in words, None where the reason says it all (order, match)."""
    if question.kind is QuestionKind.NUMBER and question.number is not None:
        unit = question.unit or Text("", "")
        number = f"{question.number:g}"
        return Text(f"{number} {unit.zh}".strip(), f"{number} {unit.en}".strip())
    if question.kind in (QuestionKind.ORDER, QuestionKind.MATCH):
        return None
    right = [option.text for option in question.options if option.id in question.right]
    return Text("；".join(t.zh for t in right), "; ".join(t.en for t in right))


class _Meter(QWidget):
    """A stitched line, sewn up to a share between 0 and 1."""

    def __init__(self, theme: Theme, share: float) -> None:
        super().__init__()
        self._theme, self._share = theme, share
        self.setFixedHeight(theme.px(16))
        self.setMinimumWidth(theme.px(80))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what is right over what was asked."""
        painter, middle = QPainter(self), self.height() / 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        end = self.width() * self._share
        painter.setPen(stitch(self._theme.colour("line_strong"), tokens.Stitch.thread_ahead))
        painter.drawLine(QPointF(end, middle), QPointF(self.width(), middle))
        if self._share:
            painter.setPen(stitch(self._theme.colour("thread"), tokens.Stitch.thread_done))
            painter.drawLine(QPointF(0, middle), QPointF(end, middle))
