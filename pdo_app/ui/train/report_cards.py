"""Cards of the report tab: figures, minutes as stitched meters, who missed what."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from pdo_app.records import PlannedHalf, PlannedSegment
from pdo_app.reports.report_figures import Figure, figures
from pdo_app.reports.session_record import SessionRecord
from pdo_app.reports.wording import Wording
from pdo_app.ui import tokens
from pdo_app.ui.language import Words
from pdo_app.ui.theme import Layout, Theme
from pdo_app.ui.train.naming import breakable, half_words, segment_words
from pdo_app.ui.view import View
from pdo_app.ui.widgets.button import Button
from pdo_app.ui.widgets.label import Label, PairLabel
from pdo_app.ui.widgets.select import Select
from pdo_app.ui.widgets.surface import Card, Hairline, row, stitch

_METER = 120
_NAMED = 12
"""Lessons that are named for a person who missed more; the reading list has them all."""


def figure_cards(view: View, record: SessionRecord) -> QWidget:
    """Return the figures: four beside each other, two and two, or each below the other."""
    theme = view.theme
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(theme.px(16))
    across = 4 if theme.layout in (Layout.WIDE, Layout.A) else 1 if theme.tight else 2
    for place, figure in enumerate(figures(record, Wording(view.language.texts))):
        grid.addWidget(_figure(theme, figure), place // across, place % across)
        grid.setColumnStretch(place % across, 1)
    return holder


def _figure(theme: Theme, figure: Figure) -> Card:
    card = Card(theme, padding=(20, 16), gap=4)
    label = Words(figure.label.first, figure.label.second or None)
    card.body.addWidget(PairLabel(theme, label, "caption", colour="ink_2", below=True))
    card.body.addStretch(1)
    line = row(theme.px(6))
    value = Label(theme, figure.value, "h1")
    value.setFont(theme.font_px(36, bold=True))
    line.addWidget(value, 0, Qt.AlignmentFlag.AlignBottom)
    if figure.of:
        of = Label(theme, f"/ {figure.of}", "ui", "ink_2")
        of.setContentsMargins(0, 0, 0, theme.px(8))
        line.addWidget(of, 0, Qt.AlignmentFlag.AlignBottom)
    line.addStretch(1)
    card.body.addLayout(line)
    card.setAccessibleName(f"{label.spoken} {figure.value} {figure.of}".strip())
    return card


def minutes_card(view: View, record: SessionRecord) -> Card:
    """Return planned and real minutes of every part."""
    theme, language = view.theme, view.language
    card = Card(theme, gap=6)
    title = language.words("Planned and real minutes")
    card.body.addWidget(PairLabel(theme, title, "h2"))
    note = language.words("The stitches are the plan, the thread is what was taught.")
    card.body.addWidget(PairLabel(theme, note, "caption", colour="ink_2"))
    gone = {one.id for one in record.left_out()}
    parts = [one for half in record.session.plan for one in half.segments]
    most = max((max(one.minutes, record.real_minutes(one) or 0) for one in parts), default=1)
    for number, half in enumerate(record.session.plan):
        card.body.addSpacing(theme.px(10))
        card.body.addLayout(_half_head(view, record, number, half))
        card.body.addWidget(Hairline(theme))
        for one in half.segments:
            card.body.addWidget(_Part(view, record, one, most, left_out=one.id in gone))
    return card


def _half_head(view: View, record: SessionRecord, number: int, half: PlannedHalf) -> QHBoxLayout:
    theme, language = view.theme, view.language
    line = row(theme.px(8))
    line.addWidget(PairLabel(theme, half_words(language, half), "h3"), 1)
    planned = sum(one.minutes for one in half.segments if not one.skipped)
    real = sum(record.timing.seconds.get(one.id, 0.0) for one in half.segments)
    known = f"{round(real / 60)} / {planned}" if record.presented(number) else f"– / {planned}"
    line.addWidget(Label(theme, known, "ui_bold"))
    return line


class _Part(QWidget):
    """A part with its meter and its minutes."""

    def __init__(
        self,
        view: View,
        record: SessionRecord,
        segment: PlannedSegment,
        most: int,
        *,
        left_out: bool,
    ) -> None:
        super().__init__()
        theme, language = view.theme, view.language
        real = record.real_minutes(segment)
        planned = 0 if segment.skipped else segment.minutes
        line = row(theme.px(12), margins=(0, theme.px(2), 0, theme.px(2)))
        self.setLayout(line)
        words = segment_words(language, segment)
        below = Words(words.main, words.second)
        if left_out:
            said = language.words("Not given")
            below = Words(
                f"{words.main} · {said.main}",
                f"{words.second} · {said.second}" if words.second else None,
            )
        label = PairLabel(theme, below, "tool", colour="ink_2" if left_out else "ink", below=True)
        line.addWidget(label, 1)
        if not theme.tight:  # the figures say the same
            line.addWidget(Meter(theme, planned, real or 0, most))
        figures = Label(theme, f"{'–' if real is None else real} / {planned}", "tool", "ink_2")
        figures.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        figures.setMinimumWidth(theme.px(64))
        line.addWidget(figures)
        said = language.words("{real} of {planned} minutes", real=real or 0, planned=planned)
        self.setAccessibleName(f"{words.spoken}: {said.spoken}")


class Meter(QWidget):
    """Planned minutes as a running stitch, real ones as a thread over it; ``most`` minutes fill
    the width."""

    def __init__(self, theme: Theme, planned: int, real: int, most: int) -> None:
        super().__init__()
        self._theme, self._planned, self._real, self._most = theme, planned, real, most
        self.setFixedSize(theme.px(_METER), theme.px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw stitch, thread and, where it took longer, the end of the plan."""
        theme, painter = self._theme, QPainter(self)
        unit = (self.width() - 2) / self._most
        y = self.height() / 2
        painter.setPen(stitch(theme.colour("line_strong"), tokens.Stitch.thread_ahead))
        painter.drawLine(QPointF(0, y), QPointF(self._planned * unit, y))
        if self._real:
            painter.fillRect(0, round(y - 3), round(self._real * unit), 6, theme.colour("thread"))
        if self._real > self._planned:
            x = round(self._planned * unit)
            painter.fillRect(x, round(y - 7), 2, 14, theme.colour("ink_2"))


def coverage_card(view: View, record: SessionRecord, save: Callable[[], object]) -> Card:
    """Return who missed which lessons; ``save`` prints the reading lists."""
    theme, language = view.theme, view.language
    card = Card(theme, gap=8)
    card.body.addWidget(PairLabel(theme, language.words("Who missed what"), "h2"))
    ledger = record.ledger
    missing = [one for one in ledger.rows if one.missed]
    whole = len(ledger.rows) - len(missing)
    said = language.words(
        "{n} of {total} people have had everything that the class had.",
        n=whole,
        total=len(ledger.rows),
    )
    card.body.addWidget(PairLabel(theme, said, "ui", colour="ink_2", below=True))
    if missing:
        button = Button(theme, language.words("Print reading lists"), "outlined", icon="printer")
        button.setObjectName("reading_lists")
        button.clicked.connect(lambda: save())
        line = row()
        line.addWidget(button)
        line.addStretch(1)
        card.body.addLayout(line)
    main = language.content[0]
    for one in missing:
        card.body.addWidget(Hairline(theme))
        head = row(theme.px(8))
        head.addWidget(Label(theme, breakable(one.participant.name), "h3", wrap=True), 1)
        head.addWidget(Label(theme, f"{len(one.had)} / {len(ledger.given)}", "ui", "ink_2"))
        card.body.addLayout(head)
        if not one.had:
            said = language.words("Was there for nothing of it.")
            card.body.addWidget(PairLabel(theme, said, "caption", colour="ink_2"))
            continue
        names = [record.topics[lesson].title[main] for lesson in one.missed[:_NAMED]]
        names += ["…"] if len(one.missed) > _NAMED else []
        card.body.addWidget(Label(theme, " · ".join(names), "caption", "ink_2", wrap=True))
    card.body.addStretch(1)
    return card


def rule_card(view: View, record: SessionRecord, change: Callable[[int], None] | None) -> Card:
    """Return the rule of the certificate of attendance. ``change`` is told how many half-days it
    asks for, 0 for every one; it is None where the session is closed."""
    theme, language = view.theme, view.language
    halves = len(record.grid.halves)
    card = Card(theme, gap=8)
    card.body.addWidget(PairLabel(theme, language.words("Who gets a certificate"), "h2"))
    rules = (0, *range(halves - 1, 0, -1))
    names = tuple(
        language.words("At least {rule} of {n} half-days", rule=rule, n=halves)
        if rule
        else language.words("Every half-day")
        for rule in rules
    )
    current = rules.index(record.session.rule) if record.session.rule in rules else 0
    if change is None:
        card.body.addWidget(PairLabel(theme, names[current], "ui", below=True))
    else:
        select = Select(theme, names, names[0], current=current)
        select.setObjectName("rule")
        select.set_subject(language.words("Who gets a certificate"))
        select.chosen.connect(lambda place: change(rules[place]))
        card.body.addWidget(select)
    said = language.words(
        "{n} of {total} people meet it.", n=len(record.earned), total=len(record.grid.rows)
    )
    card.body.addWidget(PairLabel(theme, said, "caption", colour="ink_2", below=True))
    return card
