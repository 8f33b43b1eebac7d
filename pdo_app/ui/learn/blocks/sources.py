"""Where a block's statements stand, when they were checked, and what to confirm first."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from pdo_app.content.citing import label
from pdo_app.content.model import Block, Citation, Fact, Text
from pdo_app.ui.learn.blocks.reading import Reading
from pdo_app.ui.theme import Layout
from pdo_app.ui.widgets.flow import flow
from pdo_app.ui.widgets.label import Label
from pdo_app.ui.widgets.patch import Chip, SourceLabel
from pdo_app.ui.widgets.surface import column, row


def facts_of(reading: Reading, block: Block) -> tuple[Fact, ...]:
    """Return the facts whose words a block shows, each once, in the order of the text."""
    names = dict.fromkeys(
        span.fact
        for element in block.side(reading.main)
        for line in element.lines
        for rich in line
        for span in rich
        if span.fact is not None
    )
    return tuple(reading.library.fact(name) for name in names)


def notes(
    reading: Reading,
    citations: tuple[Citation, ...],
    facts: tuple[Fact, ...],
    *,
    on_soft: bool = False,
) -> list[QWidget]:
    """Return the labels and marks that go below a statement: none where nothing is cited.

    A label is that of a citation, or of a fact whose own source is not among them. Where a fact
    is past its review date its label says so; one that no person has confirmed at the office
    named is marked with the office to ask.
    """
    stale = {fact.citation for fact in facts if fact.stale(reading.today)}
    extra = [fact.citation for fact in facts]
    named = {citation.source for citation in citations}
    wanted = list(citations) + [c for c in dict.fromkeys(extra) if c.source not in named]
    stale_sources = {citation.source for citation in stale}
    found: list[QWidget] = []
    labels = [_label(reading, c, stale=c.source in stale_sources, soft=on_soft) for c in wanted]
    if labels:
        found.append(flow(reading.theme.px(8), *labels))
    unsure = [fact for fact in facts if not fact.confirmed]
    if unsure:
        found.append(_confirm(reading, unsure))
    return found


def _label(reading: Reading, citation: Citation, *, stale: bool, soft: bool) -> SourceLabel:
    text = label(citation, reading.library, reading.main)
    if stale:
        text = f"{text} · {reading.language.words('Check again').spoken}"
    made = SourceLabel(reading.theme, text, stale=stale, on_soft=soft)
    source = reading.library.source(citation.source)
    about = [source.title[reading.main], source.address]
    if source.note:
        about.append(source.note[reading.main])
    made.setToolTip("<br>".join(escape(part) for part in about if part))
    return made


def _confirm(reading: Reading, facts: list[Fact]) -> QWidget:
    """Return the mark that figures are to be confirmed, and with whom."""
    theme, language = reading.theme, reading.language
    chip = Chip(theme, language.words("Confirm first").spoken, "care")
    offices: dict[Text, list[Fact]] = {}
    for fact in facts:
        if fact.confirm_at is not None:
            offices.setdefault(fact.confirm_at, []).append(fact)
    lines = []
    for office, asked in offices.items():
        about = _list(reading, [fact.label for fact in asked])
        lines.append(language.say("{what}: ask {office}", what=about, office=office[reading.main]))
    holder = QWidget()
    line = column(theme.px(4)) if theme.layout is Layout.C else row(theme.px(12))
    holder.setLayout(line)
    top = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
    line.addWidget(chip, 0, top)
    if lines:
        line.addWidget(Label(theme, "\n".join(lines), "caption", "ink_2", wrap=True), 1)
    else:
        line.addStretch(1)
    return holder


def _list(reading: Reading, names: list[Text]) -> str:
    joint = reading.language.say(", ")
    return joint.join(name[reading.main] for name in names)
