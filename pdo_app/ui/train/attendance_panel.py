"""Beside the table of attendance: the half-day that is being marked, in figures, and what can be
done with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from pdo_app.errors import N_
from pdo_app.records import MarkKind
from pdo_app.reports.mark_words import NAMES
from pdo_app.training.attendance import Totals
from pdo_app.ui import tokens
from pdo_app.ui.language import Language, Words
from pdo_app.ui.theme import Layout, Theme
from pdo_app.ui.train.attendance_cells import LOOKS, OPEN_NAME
from pdo_app.ui.widgets.button import Button
from pdo_app.ui.widgets.flow import flow
from pdo_app.ui.widgets.label import Label, PairLabel
from pdo_app.ui.widgets.notice import IconLabel
from pdo_app.ui.widgets.page import ScrollPage
from pdo_app.ui.widgets.surface import Card, Hairline, Surface, column, row
from pdo_app.ui.widgets.thread import paint_thread

WIDTH = 312
_COUNTED = (MarkKind.PRESENT, MarkKind.LATE, MarkKind.LEFT_EARLY, MarkKind.ABSENT, MarkKind.EXCUSED)
_INK = {MarkKind.ABSENT: "wrong"}
_KEYS = (
    (N_("Space"), NAMES[MarkKind.PRESENT]),
    ("L", NAMES[MarkKind.LATE]),
    ("A", NAMES[MarkKind.ABSENT]),
    ("E", NAMES[MarkKind.EXCUSED]),
    (N_("Enter"), N_("All choices")),
    ("Ctrl Z", N_("Undo")),
)


@dataclass(frozen=True, slots=True)
class Figures:
    """A half-day in figures: its name, whether it is now, and its marks. ``can_mark`` is False
    in a session that is closed."""

    name: Words
    now: bool
    totals: Totals
    can_mark: bool

    @property
    def people(self) -> int:
        """How many there are on the roster."""
        return self.totals.there + self.totals.absent + self.totals.excused + self.totals.open


class Meter(QWidget):
    """The thread: sewn as far as people are there, stitched for the others."""

    def __init__(self, theme: Theme, share: float) -> None:
        super().__init__()
        self._theme, self._share = theme, share
        self.setFixedHeight(theme.px(12))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw both parts."""
        painter, middle = QPainter(self), self.height() / 2
        turn = 2 + (self.width() - 4) * self._share
        if self._share > 0:
            paint_thread(painter, self._theme, QPointF(2, middle), QPointF(turn, middle), done=True)
        if self._share < 1:
            end = QPointF(self.width() - 2, middle)
            paint_thread(painter, self._theme, QPointF(turn, middle), end, done=False)


class Key(Surface):
    """A key of the keyboard."""

    def __init__(self, theme: Theme, word: str) -> None:
        super().__init__(theme, "surface", "line", radius=tokens.Radius.chip)
        inner = row(margins=(theme.px(6), theme.px(1), theme.px(6), theme.px(1)))
        self.setLayout(inner)
        label = Label(theme, word, "caption")
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inner.addWidget(label)
        self.setMinimumWidth(theme.px(48))


def side_panel(theme: Theme, language: Language, figures: Figures, deeds: list[Button]) -> Card:
    """Return the panel at the right: figures and keys scroll, the buttons stay."""
    card = Card(theme, padding=(24, 20), gap=12)
    card.setFixedWidth(theme.px(WIDTH))
    body = QWidget()
    inner = column(theme.px(8))
    body.setLayout(inner)
    for part in _head(theme, language, figures):
        inner.addWidget(part)
    inner.addWidget(_counts(theme, language, figures.totals))
    if figures.can_mark:
        inner.addWidget(Hairline(theme))
        inner.addWidget(_keys(theme, language))
    inner.addStretch(1)
    page = ScrollPage(body)
    page.setObjectName("figures")
    card.body.addWidget(page, 1)
    for deed in deeds:
        card.body.addWidget(deed)
    if not figures.can_mark:
        closed = language.words("The session is closed.")
        card.body.addWidget(PairLabel(theme, closed, "caption", colour="ink_2", below=True))
    return card


def bar(theme: Theme, language: Language, figures: Figures, deeds: list[Button]) -> Card:
    """Return the bar for less room: the half-day, how many are there, and the buttons. It speaks
    the first language alone."""
    card = Card(theme, padding=(16, 8), gap=4)
    there = language.words("{there} of {people} here", **_numbers(language, figures))
    words = QWidget()
    lines = column()
    words.setLayout(lines)
    lines.addWidget(PairLabel(theme, Words(figures.name.main), "ui_bold"))
    lines.addWidget(PairLabel(theme, Words(there.main), "ui"))
    line = column(theme.px(8)) if theme.layout is Layout.C else row(theme.px(16))
    line.addWidget(words, 1)
    line.addWidget(flow(theme.px(8), *deeds), 2)
    card.body.addLayout(line)
    return card


def _numbers(language: Language, figures: Figures) -> dict[str, Callable[[str], str]]:
    number = language.texts.number
    return {
        "there": lambda tongue: number(figures.totals.there, tongue),
        "people": lambda tongue: number(figures.people, tongue),
    }


def _head(theme: Theme, language: Language, figures: Figures) -> list[QWidget]:
    said = language.words("Marking now") if figures.now else language.words("Half-day")
    count = QWidget()
    line = row(theme.px(12))
    count.setLayout(line)
    line.addWidget(Label(theme, str(figures.totals.there), "display"))
    of = language.words("of {people} here", **_numbers(language, figures))
    label = PairLabel(theme, of, "ui", colour="ink_2", below=True)
    line.addWidget(label, 1, Qt.AlignmentFlag.AlignBottom)
    share = figures.totals.there / figures.people if figures.people else 0.0
    return [
        PairLabel(theme, said, "caption", colour="ink_2"),
        PairLabel(theme, figures.name, "h2", below=True),
        count,
        Meter(theme, share),
    ]


def _counts(theme: Theme, language: Language, totals: Totals) -> QWidget:
    numbers = {
        MarkKind.PRESENT: totals.present,
        MarkKind.LATE: totals.late,
        MarkKind.LEFT_EARLY: totals.left_early,
        MarkKind.ABSENT: totals.absent,
        MarkKind.EXCUSED: totals.excused,
    }
    lines = [
        (LOOKS[kind].icon, _INK.get(kind, LOOKS[kind].ink), NAMES[kind], numbers[kind])
        for kind in _COUNTED
        if kind is not MarkKind.LEFT_EARLY or numbers[kind]
    ]
    lines.append(("dots", "ink_2", OPEN_NAME, totals.open))
    box = QWidget()
    inner = column(theme.px(4))
    box.setLayout(inner)
    for icon, ink, source, number in lines:
        line = row(theme.px(16))
        line.addWidget(IconLabel(theme, icon, 20, ink))
        line.addWidget(PairLabel(theme, language.words(source), "ui"), 1)
        line.addWidget(Label(theme, str(number), "ui_bold"))
        inner.addLayout(line)
    return box


def _keys(theme: Theme, language: Language) -> QWidget:
    box = QWidget()
    grid = QGridLayout(box)
    grid.setContentsMargins(0, theme.px(4), 0, 0)
    grid.setHorizontalSpacing(theme.px(8))
    grid.setVerticalSpacing(theme.px(6))
    for at, (key, source) in enumerate(_KEYS):
        word = key if len(key) == 1 or "Ctrl" in key else language.say(key)
        down, right = divmod(at, 2)
        grid.addWidget(Key(theme, word), down, 2 * right)
        grid.addWidget(
            Label(theme, language.say(source), "caption", wrap=True), down, 2 * right + 1
        )
    grid.setColumnStretch(1, 1)
    grid.setColumnStretch(3, 1)
    return box
