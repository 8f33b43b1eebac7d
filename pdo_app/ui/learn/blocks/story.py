"""A story beside its picture, and a picture with its caption."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from pdo_app.content.model import Block
from pdo_app.ui.learn.blocks.prose import words
from pdo_app.ui.learn.blocks.reading import Reading
from pdo_app.ui.learn.blocks.sources import facts_of, notes
from pdo_app.ui.theme import Layout
from pdo_app.ui.widgets.label import PairLabel
from pdo_app.ui.widgets.patch import Patch
from pdo_app.ui.widgets.surface import Card, column, row

_TOP = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft


def story(reading: Reading, block: Block) -> QWidget:
    """Return the card: picture, title, the words in columns, sources."""
    theme = reading.theme
    card = Card(theme, padding=(24, 24), gap=0)
    narrow = theme.layout is Layout.C
    line: QBoxLayout = column(theme.px(16)) if narrow else row(theme.px(24))
    card.body.addLayout(line)
    if block.picture is not None:
        line.addWidget(patch(reading, block.picture), 0, _TOP)
    text = column(theme.px(8))
    line.addLayout(text, 1)
    if block.title is not None:
        title = reading.language.show(block.title)
        card.setAccessibleName(title.spoken)
        text.addWidget(PairLabel(theme, title, "h2", below=narrow))
    for layout in words(reading, block, halves=True):
        text.addLayout(layout)
    for widget in notes(reading, block.citations, facts_of(reading, block)):
        text.addSpacing(theme.px(4))
        text.addWidget(widget)
    text.addStretch(1)
    return card


def picture(reading: Reading, block: Block) -> QWidget:
    """Return a picture with its caption beside it."""
    theme = reading.theme
    holder = QWidget()
    line = row(theme.px(24))
    holder.setLayout(line)
    assert block.picture is not None
    sewn = patch(reading, block.picture)
    line.addWidget(sewn, 0, _TOP)
    text = column(theme.px(8))
    line.addLayout(text, 1)
    text.addStretch(1)
    for layout in words(reading, block, left=sewn.width() + line.spacing()):
        text.addLayout(layout)
    for widget in notes(reading, block.citations, facts_of(reading, block)):
        text.addWidget(widget)
    text.addStretch(1)
    return holder


def patch(reading: Reading, name: str) -> Patch:
    """Return a picture of the pack, sewn on."""
    found, svg = reading.library.picture(name)
    size = 64 if reading.theme.layout is Layout.C else 128
    alt = reading.language.show(found.alt).spoken
    return Patch(reading.theme, svg=svg, size=size, alt=alt)
