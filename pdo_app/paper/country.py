"""The sheet of a country on paper: what is looked up at the left, what it is at the right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from pdo_app.paper.document import save
from pdo_app.paper.flow import Piece
from pdo_app.paper.page import HEAD_WIDTH, WIDTH, head, heading, paged
from pdo_app.paper.text import PT, Paragraph
from pdo_app.paper.thread import hairline, label_ends
from pdo_app.reports.bilingual import Words
from pdo_app.reports.country_sheet import CountryPart, CountryRow, CountrySheet, Kind

_SHARE = {
    Kind.NUMBERS: 0.34,
    Kind.FACTS: 0.28,
    Kind.HOLIDAYS: 0.4,
    Kind.PHRASES: 0.5,
    Kind.PORTALS: 0.42,
    Kind.SURPRISES: 0.0,
}
"""How much of the width stands at the left."""
_BOLD = frozenset((Kind.NUMBERS, Kind.HOLIDAYS, Kind.PHRASES))
"""Where the left is what is looked for: a number, a day, a sentence to say."""
_GAP = 16 * PT
_LABEL_PAD = 6 * PT
_AFTER = 4 * PT
_INLINE = frozenset((Kind.NUMBERS, Kind.HOLIDAYS, Kind.PORTALS))
"""Where the second language goes on in the line of the first: many short rows."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A paragraph with room above it; a ``label`` has stitches at its ends."""

    paragraph: Paragraph
    above: float = 0.0
    label: bool = False

    @property
    def height(self) -> float:
        return self.above + self.paragraph.height

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        y += self.above
        if self.label:
            room = self.paragraph.width + 2 * _LABEL_PAD
            high = self.paragraph.height - 2 * PT
            label_ends(painter, QRectF(x + 0.5 * PT, y + PT, room, high))
            x += _LABEL_PAD
        self.paragraph.draw(painter, x, y)


def write_country(sheet: CountrySheet, target: Path) -> None:
    """Write the sheet of a country as PDF. Raises WriteError with what to do."""
    save(country_pdf(sheet), target)


def country_pdf(sheet: CountrySheet) -> bytes:
    """Return the sheet of a country as PDF, on as many pages as it takes."""
    return paged(sheet.document, _pieces(sheet), sheet.foot)


def _pieces(sheet: CountrySheet) -> Iterator[Piece]:
    about = [
        Paragraph(words, points, HEAD_WIDTH)
        for line in sheet.about
        for words, points in ((line.first, 11), (line.second, 9))
    ]
    yield head(sheet.title, [paragraph for paragraph in about if paragraph.height])
    for part in sheet.parts:
        yield heading(part.title)
        for at, row in enumerate(part.rows):
            yield _row(part, row, last=at == len(part.rows) - 1)
        if part.note.first:
            yield _note(part.note)


def _row(part: CountryPart, row: CountryRow, *, last: bool) -> Piece:
    left = WIDTH * _SHARE[part.kind]
    x = left + _GAP if left else 0.0
    bold = part.kind in _BOLD
    leads = _pair(part.kind, row.lead, 10, max(left, 1.0), bold=bold)
    words = _words(part.kind, row, WIDTH - x)
    high = max(sum(line.height for line in leads), sum(line.height for line in words))

    def draw(painter: QPainter, y: float) -> None:
        _draw(painter, leads, 0, y)
        _draw(painter, words, x, y)
        if not last:
            hairline(painter, 0, WIDTH, y + high + _AFTER)

    return Piece(high + 2 * _AFTER, draw)


def _words(kind: Kind, row: CountryRow, width: float) -> list[_Line]:
    lines = _pair(kind, row.words, 10, width, bold=kind is Kind.FACTS)
    for note in row.notes:
        lines += _pair(kind, note, 9, width)
    labels = [Paragraph(source, 9, width - 2 * _LABEL_PAD) for source in row.sources]
    return lines + [_Line(paragraph, 3 * PT, label=True) for paragraph in labels]


def _pair(
    kind: Kind, words: Words, points: float, width: float, *, bold: bool = False
) -> list[_Line]:
    """Return words in both languages, one line or paragraph for each unless the kind is inline."""
    first, second = words.first, words.second if words.second != words.first else ""
    if kind in _INLINE and first and second:
        first, second = f"{first}  {second}", ""
    lines = (
        _Line(Paragraph(first, points, width, bold=bold, leading=1.4)),
        _Line(Paragraph(second, 9, width, leading=1.35)),
    )
    return [line for line in lines if line.paragraph.height]


def _draw(painter: QPainter, lines: list[_Line], x: float, y: float) -> None:
    for line in lines:
        line.draw(painter, x, y)
        y += line.height


def _note(note: Words) -> Piece:
    lines = _pair(Kind.SURPRISES, note, 10, WIDTH)

    def draw(painter: QPainter, y: float) -> None:
        _draw(painter, lines, 0, y)

    return Piece(sum(line.height for line in lines) + _AFTER, draw)
