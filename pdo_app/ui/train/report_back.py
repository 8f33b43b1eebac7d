"""The trainer's look back on the report tab: why parts were left out, ten lines, notes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from pdo_app.reports.session_record import SessionRecord
from pdo_app.training.evaluation import LINES, LONGEST, SCALE
from pdo_app.ui.language import Words
from pdo_app.ui.theme import Layout, Theme
from pdo_app.ui.train.naming import breakable, segment_words
from pdo_app.ui.view import View
from pdo_app.ui.widgets.choice import Segments
from pdo_app.ui.widgets.field import Field, TextField
from pdo_app.ui.widgets.label import Label, PairLabel
from pdo_app.ui.widgets.surface import Card, Hairline, column, row


@dataclass(slots=True)
class Draft:
    """What was typed and chosen, saved or not."""

    answers: dict[str, int] = field(default_factory=dict)
    reasons: dict[str, str] = field(default_factory=dict)
    notes: str = ""


Save = Callable[[], None]


def skipped_card(
    view: View, record: SessionRecord, draft: Draft, save: Save, can_change: bool
) -> Card:
    """Return a field for each part that was left out, for the reason why."""
    theme, language = view.theme, view.language
    card = Card(theme, gap=12)
    card.body.addWidget(PairLabel(theme, language.words("What was left out, and why"), "h2"))
    parts = list(record.left_out())
    known = {one.id for one in parts}
    parts += [
        one
        for half in record.session.plan
        for one in half.segments
        if one.id in draft.reasons and one.id not in known
    ]
    if not parts:
        nothing = language.words("Nothing was left out.")
        card.body.addWidget(PairLabel(theme, nothing, "ui", colour="ink_2"))
    for one in parts:
        words = segment_words(language, one)
        reason = draft.reasons.get(one.id, "")
        if not can_change:
            card.body.addWidget(PairLabel(theme, words, "ui_bold"))
            said = reason or language.words("No reason was written.").main
            card.body.addWidget(Label(theme, breakable(said), "ui", "ink_2", wrap=True))
            continue
        line = TextField(theme, words, reason)
        line.setObjectName(f"reason_{one.id}")
        line.setMaxLength(LONGEST)
        line.setPlaceholderText(language.say("Why, in a few words"))
        line.textEdited.connect(lambda text, name=one.id: draft.reasons.__setitem__(name, text))
        line.editingFinished.connect(save)
        card.body.addWidget(Field(theme, line, words))
    return card


def look_back_card(view: View, draft: Draft, save: Save, can_change: bool) -> Card:
    """Return the ten lines, each with a scale of four, and the notes."""
    theme, language = view.theme, view.language
    card = Card(theme, gap=10)
    card.body.addWidget(PairLabel(theme, language.words("Look back at your own day"), "h2"))
    scale = _scale(view)
    card.body.addWidget(PairLabel(theme, scale, "caption", colour="ink_2", below=True))
    for name, sentence in LINES:
        card.body.addWidget(Hairline(theme))
        card.body.addWidget(_line(view, name, language.words(sentence), draft, save, can_change))
    card.body.addWidget(Hairline(theme))
    words = language.words("Notes for the next time")
    if can_change:
        card.body.addWidget(Field(theme, _Notes(theme, words, draft, save), words))
    elif draft.notes:
        card.body.addWidget(PairLabel(theme, words, "ui_bold"))
        card.body.addWidget(Label(theme, breakable(draft.notes), "ui", wrap=True))
    return card


def _scale(view: View) -> Words:
    """Return what the figures mean."""
    found = [(number, view.language.words(name)) for number, name in SCALE]
    second = " · ".join(f"{number} {words.second}" for number, words in found if words.second)
    return Words(" · ".join(f"{number} {words.main}" for number, words in found), second or None)


def _line(
    view: View, name: str, words: Words, draft: Draft, save: Save, can_change: bool
) -> QWidget:
    theme = view.theme
    holder = QWidget()
    narrow = theme.layout in (Layout.C,)
    label = PairLabel(theme, words, "ui", below=True)
    answer = draft.answers.get(name)
    if not can_change:
        line = row(theme.px(12))
        holder.setLayout(line)
        line.addWidget(label, 1)
        line.addWidget(Label(theme, str(answer or "–"), "ui_bold"))
        return holder
    names = tuple(Words(str(number)) for number, _ in SCALE)
    current = -1 if answer is None else answer - 1
    segments = Segments(theme, names, current, name=f"look_{name}_")
    for place, (_, said) in enumerate(SCALE):
        piece = segments.findChild(QWidget, f"look_{name}_{place}")
        assert piece is not None
        piece.setAccessibleName(f"{words.spoken}: {place + 1} {view.language.words(said).spoken}")
        if answer is None and place == 0:
            piece.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def choose(place: int) -> None:
        draft.answers[name] = place + 1
        save()

    segments.chosen.connect(choose)
    if narrow:
        box = column(theme.px(8))
        holder.setLayout(box)
        box.addWidget(label)
        box.addWidget(segments)
    else:
        line = row(theme.px(12))
        holder.setLayout(line)
        line.addWidget(label, 1)
        line.addWidget(segments, 0, Qt.AlignmentFlag.AlignVCenter)
    return holder


class _Notes(QPlainTextEdit):
    """A field of several lines, saved when it is left."""

    def __init__(self, theme: Theme, words: Words, draft: Draft, save: Save) -> None:
        super().__init__(draft.notes)
        self._draft, self._save = draft, save
        self.setObjectName("notes")
        self.setAccessibleName(words.spoken)
        self.setFont(theme.font("ui"))
        self.setTabChangesFocus(True)
        self.setFixedHeight(theme.px(112))
        self.textChanged.connect(self._typed)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Save what was typed."""
        super().focusOutEvent(event)
        self._save()

    def _typed(self) -> None:
        text = self.toPlainText()
        if len(text) > LONGEST:
            with QSignalBlocker(self):
                self.setPlainText(text[:LONGEST])
            text = text[:LONGEST]
        self._draft.notes = text
