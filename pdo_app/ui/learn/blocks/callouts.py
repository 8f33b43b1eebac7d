"""A right, a warning or a tip."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from pdo_app.content.model import Block, BlockKind
from pdo_app.errors import N_
from pdo_app.ui.language import Words
from pdo_app.ui.learn.blocks.columns import Columns
from pdo_app.ui.learn.blocks.prose import words
from pdo_app.ui.learn.blocks.reading import Reading
from pdo_app.ui.learn.blocks.sources import facts_of, notes
from pdo_app.ui.widgets.callout import Callout
from pdo_app.ui.widgets.label import Label, PairLabel

TITLES = {
    BlockKind.RIGHT: N_("Your right"),
    BlockKind.WARNING: N_("Watch out"),
    BlockKind.TIP: N_("Good to do"),
}
"""What a call-out without a title of its own is called."""


def callout(reading: Reading, block: Block) -> QWidget:
    """Return the call-out of a block of that kind."""
    theme = reading.theme
    box = Callout(theme, block.kind.value)
    edges = box.body.contentsMargins()
    named = block.title
    title = reading.language.show(named) if named else reading.language.words(TITLES[block.kind])
    box.setAccessibleName(title.spoken)
    inset = {"left": edges.left(), "right": edges.right()}
    box.body.addLayout(_title(reading, title, box.title_colour, **inset))
    for layout in words(reading, block, **inset):
        box.body.addLayout(layout)
    below = notes(reading, block.citations, facts_of(reading, block), on_soft=True)
    for widget in below:
        box.body.addSpacing(theme.px(4))
        box.body.addWidget(widget)
    # A call-out without a label is as high as its words; the rest stays free below them.
    box.body.addStretch(1)
    return box


def _title(reading: Reading, title: Words, colour: str, *, left: int, right: int) -> Columns:
    theme = reading.theme
    rows = Columns(reading, left=left, right=right)
    if reading.beside and title.second:
        first = Label(theme, title.main, "ui_bold", colour, wrap=True)
        rows.add(first, Label(theme, title.second, "ui_bold", colour, wrap=True))
    else:
        rows.add(PairLabel(theme, title, "h3", colour=colour, second=colour))
    return rows
