"""The cloth above the console: which class, how long this part still has, the time of day."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from pdo_app.training.pacing import Pace, Word
from pdo_app.ui.language import Language, Words
from pdo_app.ui.theme import Layout, Theme
from pdo_app.ui.widgets.button import Button
from pdo_app.ui.widgets.label import ElidedLabel, Label, PairLabel
from pdo_app.ui.widgets.surface import Upright, column, stitch

_KINDS = {
    Word.ON_TIME: ("cream", "cream_ink"),
    Word.AHEAD: ("cream", "cream_ink"),
    Word.BEHIND: ("late_bg", "late_text"),
    Word.FAR_BEHIND: ("sos", "on_sos"),
}


class PaceChip(QWidget):
    """How the half-day goes, in a word and a colour."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._fill, ink = _KINDS[Word.ON_TIME]
        self._label = Label(theme, "", "ui", ink, bold=True)
        line = QHBoxLayout(self)
        across, down = theme.px(10), theme.px(4)
        line.setContentsMargins(across, down, across, down)
        line.addWidget(self._label)

    def say(self, words: str, word: Word) -> None:
        """Show ``words`` in the colour of ``word``."""
        self._fill, ink = _KINDS[word]
        self._label.setText(words)
        self._label.setStyleSheet(f"color: {self._theme.hex(ink)}")
        self.setAccessibleName(words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chip below its words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(self._fill))
        painter.drawRoundedRect(self.rect(), 6, 6)


def pace_words(language: Language, pace: Pace) -> str:
    """Return how the half-day goes, in the main language."""
    if pace.word is Word.ON_TIME:
        return language.say("On time")
    if pace.behind > 0:
        return language.texts.count("{n} min behind", "{n} min behind", pace.behind)
    return language.texts.count("{n} min ahead", "{n} min ahead", -pace.behind)


class Head(QWidget):
    """The bar itself. ``title`` and ``below`` are about the class; ``end`` is its last button."""

    def __init__(
        self, theme: Theme, language: Language, title: str, below: str, end: Button
    ) -> None:
        super().__init__()
        self._theme, self._language = theme, language
        line = QHBoxLayout(self)
        side = theme.px(12 if theme.tight else 24)
        line.setContentsMargins(side, theme.px(8), side, theme.px(14))
        line.setSpacing(theme.px(12 if not theme.tight else 8))
        names = column()
        if not theme.tight:  # the clocks come first
            named = ElidedLabel(theme, title, "h3", "on_coat")
            named.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            names.addWidget(named)
        if theme.layout in (Layout.A, Layout.WIDE):
            names.addWidget(Label(theme, below, "caption", "on_coat_2"))
        line.addLayout(names, 1)
        if theme.layout in (Layout.A, Layout.WIDE):
            part: Words = language.words("Left in this part")
            line.addWidget(
                PairLabel(
                    theme, part, "caption", colour="on_coat_2", second="on_coat_2", below=True
                )
            )
        figures = "h1" if not theme.tight else "h2"
        self._left = Label(theme, "", figures, "on_coat")
        self._clock = Label(theme, "", figures, "on_coat")
        self._chip = PaceChip(theme)
        for widget in (self._left, Upright(theme, "hero_line"), self._clock, self._chip):
            line.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addSpacing(theme.px(16 if not theme.tight else 0))
        line.addWidget(end, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_pace(self, pace: Pace, now: datetime) -> None:
        """Show the time left, the time of day, and how it goes."""
        whole = int(abs(pace.left))
        sign = "-" if pace.left <= -1 else ""
        self._left.setText(f"{sign}{whole // 60}:{whole % 60:02}")
        self._left.setAccessibleName(
            f"{self._language.say('Left in this part')} {self._left.text()}"
        )
        self._clock.setText(f"{now:%H:%M}")
        self._chip.say(pace_words(self._language, pace), pace.word)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cloth and its seam."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("rail"))
        painter.setPen(stitch(self._theme.colour("seam"), (2, 8, 6)))
        y = self.height() - 6.0
        painter.drawLine(QPointF(0, y), QPointF(self.width(), y))
