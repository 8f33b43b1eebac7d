"""How a question is answered on the screen: one panel a kind, all with the same two states.

Open, a panel lets a person answer and tells each change through ``changed``. Checked, it shows
what was right, what was chosen, and takes no more input.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from pdo_app.content.model import Option as Choice
from pdo_app.content.model import QuestionKind
from pdo_app.errors import N_
from pdo_app.learning.assembly import Item
from pdo_app.learning.grading import Answer
from pdo_app.learning.sittings import Given
from pdo_app.ui.language import Language, Words
from pdo_app.ui.learn.movable import MovableRow
from pdo_app.ui.theme import Layout, Theme
from pdo_app.ui.widgets.label import PairLabel
from pdo_app.ui.widgets.option import Option, Verdict
from pdo_app.ui.widgets.row_button import RowButton
from pdo_app.ui.widgets.select import Select
from pdo_app.ui.widgets.surface import Surface

LETTERS = "ABCDEFGHIJ"


class AnswerPanel(QWidget):
    """Base of the panels: what a question is answered with. ``large`` is the size of a quiz, else
    that of a lesson; ``given`` is an answer or draft to begin with; ``checked`` shows the key.
    ``answer`` is None until something was chosen or typed."""

    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        language: Language,
        item: Item,
        *,
        large: bool = True,
        given: Answer | None = None,
        checked: bool = False,
    ) -> None:
        super().__init__()
        self.theme, self.language, self.item = theme, language, item
        self.large, self.checked = large, checked
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.px(16 if large else 12))
        self.fill(given)

    def fill(self, given: Answer | None) -> None:
        """Put in what shows ``given`` and takes another answer."""
        raise NotImplementedError

    def hint(self, words: Words) -> None:
        """Say over the answers what to do."""
        self.column.addWidget(PairLabel(self.theme, words, "caption", colour="ink_2"))

    @property
    def answer(self) -> Answer | None:
        """What stands in the panel now."""
        raise NotImplementedError

    @property
    def draft(self) -> Answer | None:
        """What stands in the panel, also where it is no whole answer yet: given to a new panel
        it shows the same."""
        return self.answer


class ChoicePanel(AnswerPanel):
    """One answer, several answers, true or false."""

    def fill(self, given: Answer | None) -> None:
        """Put in the options."""
        kind = self.item.question.kind
        self._several = kind is QuestionKind.SEVERAL
        self._true_false = kind is QuestionKind.TRUE_FALSE
        self._options: dict[str, Option] = {}
        chosen = self._ids(given)
        if self._several and not self.checked:
            self.hint(self.language.words("Choose all that are right."))
        for letter, choice in zip(LETTERS, self.item.options, strict=False):
            self._add(letter, choice, on=choice.id in chosen)

    def _ids(self, given: Answer | None) -> frozenset[str]:
        if isinstance(given, bool):
            return frozenset(("true" if given else "false",))
        return frozenset(map(str, given)) if isinstance(given, (list, tuple)) else frozenset()

    def _add(self, letter: str, choice: Choice, *, on: bool) -> None:
        verdict, remark = Verdict.OPEN, None
        if self.checked:
            verdict, remark = self._verdict(choice, on)
        option = Option(
            self.theme,
            self.language.show(choice.text),
            letter,
            verdict=verdict,
            remark=remark,
            large=self.large,
            box=self._several,
        )
        option.setObjectName(f"option_{choice.id}")
        option.setChecked(on)
        if not self.checked:
            option.clicked.connect(lambda _=False, i=choice.id: self._clicked(i))
        self._options[choice.id] = option
        self.column.addWidget(option)

    def _verdict(self, choice: Choice, on: bool) -> tuple[Verdict, Words | None]:
        if choice.id in self.item.question.right:
            missed = self._several and not on
            return Verdict.RIGHT, self.language.words(N_("Also right") if missed else N_("Right"))
        if on:
            return Verdict.WRONG, self.language.words("Your answer")
        return Verdict.FADED, None

    def _clicked(self, chosen: str) -> None:
        if not self._several:
            for name, option in self._options.items():
                option.setChecked(name == chosen)
        self.changed.emit()

    @property
    def answer(self) -> Answer | None:
        """The chosen ids in the order of the options; a truth value for TRUE_FALSE."""
        chosen = [name for name, option in self._options.items() if option.isChecked()]
        if not chosen:
            return None
        return chosen[0] == "true" if self._true_false else chosen

    @property
    def draft(self) -> Answer | None:
        """The same; an empty list after the last choice was taken back."""
        return [] if self.answer is None else self.answer

    def press(self, letter: str) -> bool:
        """Choose the option of a letter or a figure; False where there is none."""
        place = LETTERS.find(letter.upper()) if letter.isalpha() else int(letter) - 1
        options = list(self._options.values())
        if not 0 <= place < len(options) or not options[place].isEnabled():
            return False
        options[place].click()
        options[place].setFocus()
        return True


class OrderPanel(AnswerPanel):
    """Rows to bring into order with arrows, or with Alt and the arrow keys."""

    def fill(self, given: Answer | None) -> None:
        """Put in the lines in the order of ``given``."""
        by_id = {choice.id: choice for choice in self.item.options}
        order = [str(i) for i in given] if isinstance(given, (list, tuple)) else list(by_id)
        self._order = order if sorted(order) == sorted(by_id) else list(by_id)
        self._by_id = by_id
        if not self.checked:
            words = self.language.words
            self.hint(words("Move the lines with the arrows. The first step goes on top."))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(self.theme.px(8))
        self.column.addLayout(self._rows)
        self._line_up()

    @property
    def answer(self) -> Answer:
        """The ids from top to bottom."""
        return list(self._order)

    def _line_up(self, focus: tuple[str, int] | None = None) -> None:
        while (taken := self._rows.takeAt(0)) is not None:
            if (old := taken.widget()) is not None:
                old.hide()
                old.deleteLater()
        for place, name in enumerate(self._order):
            self._rows.addWidget(self._row(place, name))
        if focus is not None:
            name, step = focus
            button = self.findChild(QWidget, f"{'up' if step < 0 else 'down'}_{name}")
            other = self.findChild(QWidget, f"{'down' if step < 0 else 'up'}_{name}")
            for candidate in (button, other):
                if candidate is not None and candidate.isEnabled():
                    candidate.setFocus()
                    break

    def _row(self, place: int, name: str) -> QWidget:
        theme, choice = self.theme, self._by_id[name]
        row = MovableRow(theme, self._mark(place, name), lambda step: self._move(name, step))
        line = QHBoxLayout(row)
        line.setContentsMargins(theme.px(16), theme.px(8), theme.px(8), theme.px(8))
        line.setSpacing(theme.px(12))
        line.addWidget(PairLabel(theme, Words(f"{place + 1}"), "ui_bold", colour="ink_2"))
        words = self.language.show(choice.text)
        line.addWidget(PairLabel(theme, words, "ui", below=True), 1)
        if self.checked:
            right = self.item.question.right.index(name)
            if right != place:
                note = self.language.words("Right place: {n}", n=right + 1)
                line.addWidget(PairLabel(theme, note, "caption", colour="wrong"))
            return row
        for step, icon, source in (
            (-1, "arrow-up", N_("Move up")),
            (1, "arrow-down", N_("Move down")),
        ):
            spoken = self.language.words(source).spoken
            button = RowButton(theme, Words(f"{spoken}: {words.main}"), icon)
            button.setObjectName(f"{'up' if step < 0 else 'down'}_{name}")
            button.setEnabled(0 <= place + step < len(self._order))
            button.clicked.connect(lambda _=False, n=name, s=step: self._move(n, s))
            line.addWidget(button)
        return row

    def _mark(self, place: int, name: str) -> Verdict:
        if not self.checked:
            return Verdict.OPEN
        fits = self.item.question.right.index(name) == place
        return Verdict.RIGHT if fits else Verdict.WRONG

    def _move(self, name: str, step: int) -> None:
        place = self._order.index(name)
        to = place + step
        if 0 <= to < len(self._order) and not self.checked:
            self._order[place], self._order[to] = self._order[to], self._order[place]
            self._line_up((name, step))
            self.changed.emit()


class MatchPanel(AnswerPanel):
    """Each line at the left gets its partner from a list at the right."""

    def fill(self, given: Answer | None) -> None:
        """Put in the lines with their lists."""
        self._lists: dict[str, Select] = {}
        before = dict(given) if isinstance(given, dict) else {}
        for choice in self.item.options:
            self.column.addWidget(self._row(choice, str(before.get(choice.id, ""))))

    def _row(self, choice: Choice, chosen: str) -> QWidget:
        theme, narrow = self.theme, self.theme.layout is Layout.C
        fits = chosen == choice.id
        look = (
            ("surface", "line_strong")
            if not self.checked
            else (("right_soft", "right") if fits else ("wrong_soft", "wrong"))
        )
        row = Surface(theme, *look, radius=10, width=2 if self.checked else 1)
        line = QVBoxLayout(row) if narrow else QHBoxLayout(row)
        line.setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(10))
        line.setSpacing(theme.px(12))
        words = self.language.show(choice.text)
        line.addWidget(PairLabel(theme, words, "ui_bold", below=True), 1)
        if self.checked:
            line.addLayout(self._outcome(choice, chosen, fits), 1)
        else:
            line.addWidget(self._list(choice, words, chosen), 1)
        return row

    def _outcome(self, choice: Choice, chosen: str, fits: bool) -> QVBoxLayout:
        theme, box = self.theme, QVBoxLayout()
        by_id = {partner.id: partner for partner in self.item.partners}
        if not fits and chosen in by_id:
            words = self._partner(by_id[chosen])
            mine = self.language.words("Your answer")
            text = Words(f"{mine.main}: {words.main}", words.second)
            box.addWidget(PairLabel(theme, text, "caption", colour="wrong", below=True))
        words = self._partner(choice)
        box.addWidget(PairLabel(theme, words, "ui", colour="right", below=True))
        return box

    def _partner(self, choice: Choice) -> Words:
        return self.language.show(choice.partner) if choice.partner else Words("")

    def _list(self, choice: Choice, words: Words, chosen: str) -> Select:
        partners = self.item.partners
        names = tuple(self._partner(partner) for partner in partners)
        place = next((i for i, p in enumerate(partners) if p.id == chosen), None)
        box = Select(self.theme, names, self.language.words("Choose"), current=place)
        box.setObjectName(f"match_{choice.id}")
        box.set_subject(words)
        box.chosen.connect(self.changed)
        self._lists[choice.id] = box
        return box

    @property
    def answer(self) -> Answer | None:
        """Option id to partner's id, None until every line has one."""
        pairs = self._pairs()
        return pairs if len(pairs) == len(self._lists) else None

    @property
    def draft(self) -> Answer | None:
        """The lines that have a partner so far."""
        return self._pairs()

    def _pairs(self) -> dict[str, str]:
        partners = self.item.partners
        return {
            name: partners[box.current].id
            for name, box in self._lists.items()
            if box.current is not None
        }


class NumberPanel(AnswerPanel):
    """A number to type, with its unit beside the field."""

    def fill(self, given: Answer | None) -> None:
        """Put in the field."""
        theme, language, question = self.theme, self.language, self.item.question
        line = QHBoxLayout()
        line.setSpacing(theme.px(12))
        self._field = QLineEdit("" if given is None else str(given))
        self._field.setObjectName("number")
        self._field.setFont(theme.font("h2"))
        self._field.setFixedSize(theme.px(200), theme.px(56))
        self._field.setReadOnly(self.checked)
        self._field.setAccessibleName(language.words("Your number").spoken)
        self._field.textChanged.connect(self.changed)
        line.addWidget(self._field)
        if question.unit is not None:
            line.addWidget(PairLabel(theme, language.show(question.unit), "ui"))
        line.addStretch(1)
        self.column.addLayout(line)
        if self.checked and question.number is not None:
            number = language.texts.number(question.number)
            right = language.words("Right: {number}", number=number)
            self.column.addWidget(PairLabel(theme, right, "h3", colour="right"))

    @property
    def answer(self) -> Answer | None:
        """What was typed, None while the field is empty."""
        return self._field.text().strip() or None

    @property
    def draft(self) -> Answer | None:
        """What was typed, also nothing at all."""
        return self._field.text()


_PANELS = {
    QuestionKind.ORDER: OrderPanel,
    QuestionKind.MATCH: MatchPanel,
    QuestionKind.NUMBER: NumberPanel,
}


def answer_panel(
    theme: Theme,
    language: Language,
    item: Item,
    *,
    large: bool = True,
    given: Given | None = None,
    checked: bool = False,
) -> AnswerPanel:
    """Return the panel for a question as it is put. ``large`` is the size of a quiz, else that
    of a lesson; ``given`` is an earlier answer; ``checked`` shows the key."""
    kind = _PANELS.get(item.question.kind, ChoicePanel)
    answer = given.answer if given is not None else None
    return kind(theme, language, item, large=large, given=answer, checked=checked)
