"""Which widget shows a block of which kind."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from pdo_app.content.model import Block, BlockKind
from pdo_app.ui.learn.blocks.callouts import callout
from pdo_app.ui.learn.blocks.prose import heading, words
from pdo_app.ui.learn.blocks.reading import Reading
from pdo_app.ui.learn.blocks.sources import facts_of, notes
from pdo_app.ui.learn.blocks.story import picture, story
from pdo_app.ui.widgets.surface import column

_MAKERS = {
    BlockKind.HEADING: heading,
    BlockKind.RIGHT: callout,
    BlockKind.WARNING: callout,
    BlockKind.TIP: callout,
    BlockKind.STORY: story,
    BlockKind.PICTURE: picture,
}

BOXES = frozenset(
    (
        BlockKind.RIGHT,
        BlockKind.WARNING,
        BlockKind.TIP,
        BlockKind.STORY,
        BlockKind.CHECK,
        BlockKind.TABLE,
    )
)
"""Kinds with an edge of their own."""


def block_widget(reading: Reading, block: Block) -> QWidget:
    """Return the widget of a block, except of a question, which needs its lesson."""
    make = _MAKERS.get(block.kind, _words)
    return make(reading, block)


def gap_above(kind: BlockKind, before: BlockKind | None) -> int:
    """Return the unscaled pixels between a block and the one before it."""
    if kind is BlockKind.HEADING:
        return 32 if before is not None else 16
    if before in (None, BlockKind.HEADING):
        return 12
    same = kind in BOXES and before in BOXES
    callouts = {BlockKind.RIGHT, BlockKind.WARNING, BlockKind.TIP}
    return 16 if same and {kind, before} <= callouts else 24 if same else 20


def _words(reading: Reading, block: Block) -> QWidget:
    """Return a paragraph, a list, steps or a table with its labels."""
    theme = reading.theme
    holder = QWidget()
    box = column(theme.px(10))
    holder.setLayout(box)
    for layout in words(reading, block):
        box.addLayout(layout)
    for widget in notes(reading, block.citations, facts_of(reading, block)):
        box.addWidget(widget)
    return holder
