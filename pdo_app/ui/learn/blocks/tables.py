"""A table of the content: both languages in one cell, so that its rows line up by themselves."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from pdo_app.content.model import Element, Rich, plain
from pdo_app.ui import tokens
from pdo_app.ui.learn.blocks.reading import Reading
from pdo_app.ui.widgets.rich import html_of
from pdo_app.ui.widgets.table import Cell, Table


def table(reading: Reading, one: Element | None, other: Element | None) -> list[QWidget]:
    """Return the table; two tables, one under the other, where the languages differ in shape."""
    if one is not None and other is not None and _shape(one) != _shape(other):
        return [*table(reading, one, None), *table(reading, other, None)]
    known = one or other
    assert known is not None
    rows = [
        tuple(
            _cell(reading, rich, other.lines[y][x] if one and other else None)
            for x, rich in enumerate(line)
        )
        for y, line in enumerate(known.lines)
    ]
    return [Table(reading.theme, rows[0], tuple(rows[1:]), reading.open)]


def _shape(element: Element) -> tuple[int, ...]:
    return tuple(map(len, element.lines))


def _cell(reading: Reading, first: Rich, second: Rich | None) -> Cell:
    theme = reading.theme
    html = f'<p style="margin:0; line-height:108%">{html_of(first, theme)}</p>'
    words = plain(first)
    if second is not None and plain(second) != words:
        small = theme.px(tokens.STYLES["ui"].second_px)
        html += (
            f'<p style="margin:0; font-size:{small}px; font-weight:400; '
            f'color:{theme.hex("ink_2")}">{html_of(second, theme)}</p>'
        )
    else:
        second = None
    return Cell(html, words, plain(second) if second else "")
