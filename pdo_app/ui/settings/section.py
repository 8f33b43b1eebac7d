"""A card of the settings: its title, and rows of a name with its control."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from pdo_app.ui.language import Words
from pdo_app.ui.theme import Layout, Theme
from pdo_app.ui.widgets.label import PairLabel
from pdo_app.ui.widgets.surface import Card, Hairline, column, row


class Section(Card):
    """Rows are added from the top, with a hairline above each."""

    def __init__(self, theme: Theme, title: Words) -> None:
        super().__init__(theme, gap=0)
        self.body.addWidget(PairLabel(theme, title, "h2"))
        self.body.addSpacing(theme.px(8))

    def add(self, words: Words, control: QWidget, hint: Words | None = None) -> None:
        """Add a row with the name at the left and the control at the right; where there is
        little room the control goes below."""
        theme = self.theme
        narrow = theme.layout is Layout.C
        line = column(theme.px(8)) if narrow else row(theme.px(16))
        line.addLayout(self._words(words, hint), 1)
        across = Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag.AlignRight
        line.addWidget(control, 0, across | Qt.AlignmentFlag.AlignVCenter)
        self.add_row(line)

    def add_field(self, words: Words, *controls: QWidget, hint: Words | None = None) -> None:
        """Add a row with the name above its controls."""
        line = column(self.theme.px(8))
        line.addLayout(self._words(words, hint))
        for control in controls:
            line.addWidget(control)
        self.add_row(line)

    def add_row(self, line: QLayout) -> None:
        """Add a row that is made elsewhere."""
        gap = self.theme.px(12)
        self.body.addWidget(Hairline(self.theme))
        self.body.addSpacing(gap)
        self.body.addLayout(line)
        self.body.addSpacing(gap)

    def _words(self, words: Words, hint: Words | None) -> QVBoxLayout:
        box = column(self.theme.px(2))
        box.addWidget(PairLabel(self.theme, words, "h3"))
        if hint is not None:
            box.addWidget(PairLabel(self.theme, hint, "caption", colour="ink_2", below=True))
        return box
