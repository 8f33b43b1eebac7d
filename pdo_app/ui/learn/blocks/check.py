"""A question inside a lesson: answered, checked and explained in its place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QWidget

from pdo_app.content.model import Question, QuestionKind, Text
from pdo_app.errors import InputError
from pdo_app.learning.assembly import put
from pdo_app.learning.grading import Answer, Grade
from pdo_app.learning.sittings import Given
from pdo_app.ui.language import Words
from pdo_app.ui.learn.answering import AnswerPanel, answer_panel
from pdo_app.ui.learn.blocks.columns import Columns
from pdo_app.ui.learn.blocks.reading import Reading
from pdo_app.ui.learn.blocks.sources import notes
from pdo_app.ui.theme import Layout
from pdo_app.ui.widgets.button import Button
from pdo_app.ui.widgets.label import Label, PairLabel
from pdo_app.ui.widgets.patch import Chip
from pdo_app.ui.widgets.surface import Card, Hairline, column, row

_SEED = 0
"""A lesson is a page: its questions look the same whenever it is opened."""

_ACROSS = 24

Mark = Callable[[str, Answer], Grade]
"""Grades and saves the answer to a question id. Raises InputError for words that are none."""


class Check(Card):
    """The card of a question, number ``place`` of ``total`` in its lesson.

    ``mark`` grades and saves. ``given`` is an answer that was checked before, ``draft`` one that
    was only chosen; ``kept`` is emitted with both after each change, so that the screen can show
    the same again in another language.
    """

    kept = Signal(object, object)

    def __init__(
        self,
        reading: Reading,
        question: Question,
        count: tuple[int, int],
        mark: Mark,
        before: tuple[Given | None, Answer | None] = (None, None),
    ) -> None:
        super().__init__(reading.theme, padding=(_ACROSS, 20), gap=0)
        self._reading, self._question, self._mark = reading, question, mark
        self._given, self._draft = before
        self._item = put(question, _SEED)
        self._count = count
        self._error: InputError | None = None
        self._inner: QWidget | None = None
        self._panel: AnswerPanel | None = None
        self._fill()

    def _fill(self) -> None:
        old, self._inner = self._inner, QWidget()
        reading, theme = self._reading, self.theme
        box = column(theme.px(12))
        self._inner.setLayout(box)
        box.addLayout(self._head())
        narrow = theme.layout is Layout.C
        stem = reading.language.show(self._question.stem)
        asked = column(theme.px(2))
        asked.addWidget(Label(theme, stem.main, "h2", wrap=True))
        if stem.second:
            asked.addWidget(Label(theme, stem.second, "ui", "ink_2", wrap=True))
        box.addLayout(asked)
        box.addSpacing(theme.px(0 if narrow else 4))
        box.addWidget(self._answers())
        if self._error is not None:
            for message in (self._error.title, self._error.advice):
                words = reading.language.message(message)
                box.addWidget(PairLabel(theme, words, "ui", colour="wrong", below=True))
        if self._given is None:
            box.addLayout(self._foot())
        else:
            box.addSpacing(theme.px(4))
            box.addWidget(Hairline(theme))
            self._explain(box, self._given)
        if old is not None:
            old.hide()
            self.body.removeWidget(old)
            old.deleteLater()
        self.body.addWidget(self._inner)

    def _head(self) -> QBoxLayout:
        theme, language = self.theme, self._reading.language
        line = row(theme.px(12))
        line.addWidget(Chip(theme, language.words("Check yourself").spoken, "soft"))
        place, total = self._count
        line.addWidget(Label(theme, f"{place} / {total}", "tool", "ink_2"))
        line.addStretch(1)
        return line

    def _answers(self) -> AnswerPanel:
        shown = self._given
        if shown is None and self._draft is not None:
            shown = Given(self._draft, Grade(right=False, score=0.0))
        panel = answer_panel(
            self.theme,
            self._reading.language,
            self._item,
            large=False,
            given=shown,
            checked=self._given is not None,
        )
        panel.changed.connect(self._changed)
        field = panel.findChild(QLineEdit)
        if field is not None:
            field.returnPressed.connect(self._check)
        self._panel = panel
        return panel

    def _foot(self) -> QBoxLayout:
        theme, language = self.theme, self._reading.language
        foot = column(theme.px(12)) if theme.layout is Layout.C else row(theme.px(16))
        hint = language.words("A wrong answer does no harm. You see why at once.")
        foot.addWidget(PairLabel(theme, hint, "caption", colour="ink_2", below=True), 1)
        button = Button(theme, language.words("Check"), "filled", large=True)
        button.setObjectName(f"check_{self._question.id}")
        button.setEnabled(self._panel is not None and self._panel.answer is not None)
        button.clicked.connect(self._check)
        foot.addWidget(button)
        return foot

    def _changed(self) -> None:
        assert self._panel is not None
        self._draft = self._panel.draft
        button = self.findChild(Button, f"check_{self._question.id}")
        if button is not None:
            button.setEnabled(self._panel.answer is not None)
        self.kept.emit(self._given, self._draft)

    def _check(self) -> None:
        """Grade and save what stands in the panel, and show why."""
        answer = self._panel.answer if self._panel is not None else None
        if answer is None or self._given is not None:
            return
        try:
            self._given = Given(answer, self._mark(self._question.id, answer))
            self._error = None
        except InputError as error:
            self._error = error
        self._draft = answer
        self._renew()

    def _again(self) -> None:
        self._given = self._draft = None
        self._renew()

    def _renew(self) -> None:
        self.kept.emit(self._given, self._draft)
        # The button that asked for this is among what is taken down.
        QTimer.singleShot(0, self, self._show_outcome)

    def _show_outcome(self) -> None:
        self._fill()
        # The focus scrolls to its widget, so it waits until that one has its place.
        QTimer.singleShot(0, self, self._focus_outcome)

    def _focus_outcome(self) -> None:
        """Put the focus where reading goes on: the verdict, or the answers again."""
        inner = self._inner or self
        verdict, field = inner.findChild(PairLabel, "verdict"), inner.findChild(QLineEdit)
        if self._error is not None and field is not None:
            field.setFocus()
        elif verdict is not None:
            verdict.setFocus()
        elif self._panel is not None:
            first = self._panel.nextInFocusChain()
            if first is not None and self._panel.isAncestorOf(first):
                first.setFocus()

    def _verdict(self) -> Words:
        language = self._reading.language
        if self._given is not None and self._given.grade.right:
            return language.words("Right")
        parts = (QuestionKind.SEVERAL, QuestionKind.ORDER, QuestionKind.MATCH)
        if self._question.kind in parts:
            return language.words("Not all of it. See why.")
        return language.words("Not this one. See why.")

    def _explain(self, box: QBoxLayout, given: Given) -> None:
        """Add the reason, what to do, the sources and, after a wrong answer, another try."""
        reading, theme, question = self._reading, self.theme, self._question
        colour = "right" if given.grade.right else "ink"
        verdict = PairLabel(theme, self._verdict(), "h3", colour=colour)
        verdict.setObjectName("verdict")
        reason = reading.language.show(question.reason)
        verdict.setAccessibleName(f"{self._verdict().spoken} {reason.spoken}")
        box.addWidget(verdict)
        edge = theme.px(_ACROSS)
        rows = Columns(reading, left=edge, right=edge)
        for text in (*self._own_reasons(given), question.reason):
            _add(reading, rows, text, theme.px(8))
        box.addLayout(rows)
        facts = tuple(reading.library.fact(name) for name in question.facts)
        for widget in notes(reading, question.citations, facts):
            box.addWidget(widget)
        if question.actions:
            box.addSpacing(theme.px(4))
            steps = Columns(reading, left=edge, right=edge)
            steps.add(PairLabel(theme, reading.language.words("What to do"), "h3"))
            for number, action in enumerate(question.actions, 1):
                _add(reading, steps, action, theme.px(4), before=f"{number}. ")
            box.addLayout(steps)
        if not given.grade.right:
            again = Button(theme, reading.language.words("Try again"), "outlined")
            again.setObjectName(f"again_{question.id}")
            again.clicked.connect(self._again)
            line = row()
            line.addWidget(again)
            line.addStretch(1)
            box.addLayout(line)

    def _own_reasons(self, given: Given) -> list[Text]:
        """Return why each wrongly chosen option is wrong."""
        if self._question.kind not in (QuestionKind.ONE, QuestionKind.SEVERAL):
            return []
        chosen = given.answer if isinstance(given.answer, (list, tuple)) else ()
        return [
            option.reason
            for option in self._question.options
            if option.id in chosen and option.id not in self._question.right and option.reason
        ]


def _add(reading: Reading, rows: Columns, text: Text, above: int, *, before: str = "") -> None:
    theme = reading.theme
    first = Label(theme, before + text[reading.main], "ui", wrap=True)
    second = None
    if reading.second is not None:
        second = Label(theme, before + text[reading.second], "ui", "ink_2", wrap=True, second=True)
    rows.add(first, second, above=above)
