"""A quiz: one question at a time. Practice tells the reason at once, the final test at the end."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QWidget

from pdo_app.content.library import Library
from pdo_app.content.model import Question
from pdo_app.errors import N_, InputError
from pdo_app.learning.grading import Answer
from pdo_app.learning.quiz import Quizzes
from pdo_app.learning.sittings import FINAL, PRACTICE, Given, Sitting
from pdo_app.ui import tokens
from pdo_app.ui.dialogs import ask
from pdo_app.ui.language import Words
from pdo_app.ui.learn.answering import AnswerPanel, ChoicePanel, OrderPanel, answer_panel
from pdo_app.ui.learn.naming import one_line
from pdo_app.ui.learn.reason import reason_card
from pdo_app.ui.routes import Place
from pdo_app.ui.theme import Layout
from pdo_app.ui.top_bar import TopBar
from pdo_app.ui.view import Frame, View
from pdo_app.ui.widgets.button import Button
from pdo_app.ui.widgets.label import PairLabel
from pdo_app.ui.widgets.notice import EmptyState
from pdo_app.ui.widgets.page import ScrollPage
from pdo_app.ui.widgets.patch import Patch
from pdo_app.ui.widgets.surface import column, row
from pdo_app.ui.widgets.thread import Knot, Stop, ThreadRow


class QuizScreen(View):
    """Shows the sitting that its route asks for: it goes on where it was, or begins."""

    def __init__(
        self, frame: Frame, library: Library, quizzes: Quizzes, today: Callable[[], date]
    ) -> None:
        super().__init__(frame)
        self._library, self._quizzes, self._today = library, quizzes, today
        self._sitting: Sitting | None = None
        self._at = 0
        self._panel: AnswerPanel | None = None
        self._on: Button | None = None
        self._wrong_input: InputError | None = None
        self._draft: Answer | None = None

    def arrive(self, params: dict[str, str]) -> None:
        """Resume the quiz of the route, or start it."""
        learner = self.frame.person.present
        target, module = params.get("target", PRACTICE), params.get("module")
        sitting = self._quizzes.resume(learner, target, module)
        if sitting is None:
            sitting = (
                self._quizzes.final(learner)
                if target == FINAL or module is None
                else self._quizzes.practice(learner, module)
            )
        self._sitting = sitting
        self._go_to(min(sitting.position, max(0, len(sitting.items) - 1)))
        super().arrive(params)

    @property
    def _final(self) -> bool:
        return self._sitting is not None and self._sitting.target == FINAL

    def _go_to(self, place: int) -> None:
        self._at, self._wrong_input, self._draft = place, None, None

    def build(self) -> QWidget:
        """Return bar, thread, question and, in practice, the reason."""
        theme, sitting = self.theme, self._sitting
        page = QWidget()
        outer = column()
        page.setLayout(outer)
        outer.addWidget(TopBar(self.frame, self._title()))
        side = theme.px(tokens.Size.page_padding) if theme.layout is not Layout.C else 24
        body = QWidget()
        inner = column(theme.px(20), margins=(side, theme.px(4), side, theme.px(24)))
        body.setLayout(inner)
        scroll = ScrollPage(body)
        scroll.setObjectName(f"page{self._at}")
        outer.addWidget(scroll, 1)
        self._on = None
        if sitting is None or not sitting.items:
            words = self.language.words("There are no questions here yet.")
            inner.addWidget(EmptyState(theme, "pencil-question", words))
            inner.addStretch(1)
            return page
        inner.addWidget(self._thread(sitting))
        given = sitting.answers.get(sitting.items[self._at].question.id)
        inner.addLayout(self._columns(sitting, given))
        inner.addStretch(1)
        return page

    def _title(self) -> Words:
        language, sitting = self.language, self._sitting
        if self._final or sitting is None or sitting.module is None:
            return language.words("Final test")
        module = self._library.module(sitting.module)
        return Words(language.say("Practice"), one_line(language, module))

    def _thread(self, sitting: Sitting) -> ThreadRow:
        stops = []
        for place, item in enumerate(sitting.items):
            given = sitting.answers.get(item.question.id)
            state = Knot.AHEAD
            if place == self._at:
                state = Knot.HERE
            elif given is not None:
                wrong = not self._final and not given.grade.right
                state = Knot.WRONG if wrong else Knot.DONE
            stops.append(Stop(state, str(place + 1)))
        words = self.language.words("Question {n} of {total}", n=self._at + 1, total=len(stops))
        small = len(stops) > 12 or self.theme.layout is Layout.C
        return ThreadRow(
            self.theme,
            tuple(stops),
            diameter=tokens.Size.knot if not small else 24,
            name=words.spoken,
        )

    def _columns(self, sitting: Sitting, given: Given | None) -> QGridLayout:
        theme = self.theme
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(32))
        grid.setVerticalSpacing(theme.px(24))
        checked = given is not None and not self._final
        wide = theme.layout in (Layout.A, Layout.WIDE)
        left = self._question(sitting, given, checked)
        grid.addLayout(left, 0, 0)
        grid.setColumnStretch(0, 792)
        grid.setRowStretch(2, 1)
        if not checked:
            if wide and not self._final:
                grid.setColumnStretch(1, 374)
            return grid
        question = sitting.items[self._at].question
        card = reason_card(
            theme,
            self.language,
            self._library,
            question,
            given,
            self._today(),
            lambda lesson: self.router.go(Place.LESSON, lesson=lesson),
        )
        if wide:
            grid.setColumnStretch(1, 374)
            card.setFixedWidth(theme.px(374 if theme.layout is Layout.A else 440))
            grid.addWidget(card, 0, 1, Qt.AlignmentFlag.AlignTop)
        else:
            grid.addWidget(card, 1, 0)
        return grid

    def _question(self, sitting: Sitting, given: Given | None, checked: bool) -> QBoxLayout:
        theme, language = self.theme, self.language
        item = sitting.items[self._at]
        box = column(theme.px(16))
        box.addLayout(self._asked(item.question))
        shown = given
        if self._draft is not None and not checked:
            shown = Given(self._draft, given.grade) if given else _draft(self._draft)
        self._panel = answer_panel(theme, language, item, given=shown, checked=checked)
        self._panel.changed.connect(self._answered)
        box.addWidget(self._panel)
        if self._wrong_input is not None:
            for message in (self._wrong_input.title, self._wrong_input.advice):
                words = language.message(message)
                box.addWidget(PairLabel(theme, words, "ui", colour="wrong", below=True))
        box.addLayout(self._foot(sitting, checked))
        box.addStretch(1)
        return box

    def _asked(self, question: Question) -> QBoxLayout:
        """Return the question, with its picture where there is room for one."""
        theme, language = self.theme, self.language
        line = row(theme.px(16))
        if question.picture is not None and theme.layout is not Layout.C:
            found, svg = self._library.picture(question.picture)
            alt = language.show(found.alt).spoken
            line.addWidget(Patch(theme, svg=svg, size=64, alt=alt), 0, Qt.AlignmentFlag.AlignTop)
        stem = PairLabel(theme, language.show(question.stem), "question", below=True)
        stem.setObjectName("stem")
        line.addWidget(stem, 1)
        return line

    def _foot(self, sitting: Sitting, checked: bool) -> QBoxLayout:
        theme, language = self.theme, self.language
        stacked = theme.layout is Layout.C
        foot = column(theme.px(12)) if stacked else row(theme.px(16))
        last = self._at == len(sitting.items) - 1
        if self._final:
            if self._at:
                back = Button(
                    theme, language.words("Back"), "outlined", icon="arrow-left", large=True
                )
                back.setObjectName("back")
                back.clicked.connect(lambda: self._step(-1))
                foot.addWidget(back)
            name = N_("Finish the test") if last else N_("Next question")
        else:
            name = (
                N_("Check")
                if not checked
                else (N_("See the result") if last else N_("Next question"))
            )
        forward = Button(
            theme,
            language.words(name),
            "filled",
            after="" if name == "Check" else "arrow-right",
            large=True,
        )
        forward.setObjectName("forward")
        forward.setEnabled(self._may_go_on(checked))
        forward.clicked.connect(self._forward)
        self._on = forward
        foot.addWidget(forward)
        hint = self._hint(sitting, checked)
        if hint is not None:
            foot.addWidget(PairLabel(theme, hint, "caption", colour="ink_2", below=True), 1)
        elif not stacked:
            foot.addStretch(1)
        return foot

    def _hint(self, sitting: Sitting, checked: bool) -> Words | None:
        if self._final:
            left = len(sitting.items) - len(sitting.answers)
            return self.language.counted(
                "{n} question without an answer. You can go back and change answers.",
                "{n} questions without an answer. You can go back and change answers.",
                left,
            )
        if checked:
            return None
        if not self._may_go_on(checked):
            return self.language.words("Answer first. A wrong answer does no harm: you see why.")
        return None

    def _may_go_on(self, checked: bool) -> bool:
        return (
            checked or self._final or (self._panel is not None and self._panel.answer is not None)
        )

    def _answered(self) -> None:
        """Keep what was given. In the final test it is saved at this moment."""
        panel, sitting = self._panel, self._sitting
        if panel is None or sitting is None:
            return
        self._draft = panel.draft
        if self._final:
            self._save(quiet=True)
        if self._on is not None:
            self._on.setEnabled(self._may_go_on(False))

    def _save(self, *, quiet: bool = False) -> bool:
        """Save what stands in the panel. False where it cannot be read; ``quiet`` does not tell
        while somebody is still typing."""
        panel, sitting = self._panel, self._sitting
        if panel is None or sitting is None or panel.answer is None:
            return True
        question = sitting.items[self._at].question.id
        before = sitting.answers.get(question)
        if before is not None and before.answer == panel.answer:
            return True
        try:
            self._sitting = self._quizzes.answer(sitting, question, panel.answer)
        except InputError as error:
            if not quiet:
                self._wrong_input = error
                self.renew()
            return False
        return True

    def _forward(self) -> None:
        sitting = self._sitting
        if sitting is None:
            return
        question = sitting.items[self._at].question.id
        if not self._final and question not in sitting.answers:
            if self._save():
                self._wrong_input = None
                self.renew()
            return
        touched = self._draft is not None or isinstance(self._panel, OrderPanel)
        if self._final and touched and not self._save():
            return
        if self._at < len(sitting.items) - 1:
            self._step(1)
        else:
            self._finish()

    def _step(self, by: int) -> None:
        self._go_to(self._at + by)
        self._drop()
        self._stale = True
        self._build_if_stale()
        self.setFocus()

    def _finish(self) -> None:
        sitting, language = self._sitting, self.language
        if sitting is None:
            return
        left = len(sitting.items) - len(sitting.answers)
        if self._final and left:
            go_on = ask(
                self.theme,
                self,
                language.words("Finish the test now?"),
                language.counted(
                    "{n} question has no answer yet. It counts as not right.",
                    "{n} questions have no answer yet. They count as not right.",
                    left,
                ),
                (language.words("Answer them first"), language.words("Finish")),
            )
            if not go_on:
                open_place = sitting.position
                self._step(open_place - self._at)
                return
        self._quizzes.finish(sitting)
        self.router.go(Place.RESULT, attempt=str(sitting.attempt))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by letter or figure; Enter goes on, one step each time it is pressed down."""
        panel = self._panel
        text = event.text()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._on is not None and self._on.isEnabled() and not event.isAutoRepeat():
                self._on.click()
        elif isinstance(panel, ChoicePanel) and text.isascii() and text.isalnum():
            panel.press(text)
        else:
            super().keyPressEvent(event)


def _draft(answer: Answer) -> Given:
    """Return an answer that was not graded yet, so that a rebuilt panel shows it."""
    from pdo_app.learning.grading import Grade

    return Given(answer, Grade(right=False, score=0.0))
