"""The checklist on paper: dates at the left, boxes on the thread, what to do and why."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from pdo_app.paper.checklist_row import row_pieces
from pdo_app.paper.document import SHEET, Draw, pdf, save
from pdo_app.paper.flow import Piece, Placed, paginate
from pdo_app.paper.text import MM, PT, RIGHT, Paragraph, fitted
from pdo_app.paper.thread import hairline, mark
from pdo_app.reports.bilingual import Words
from pdo_app.reports.checklist_sheet import ChecklistSheet, SheetGroup

_SIDE = 18 * MM
_TOP = 16 * MM
_FOOT = 13 * MM
_BOTTOM = 22 * MM
_MARK = 36 * PT
_WIDTH = SHEET.width() - 2 * _SIDE


def write_checklist(sheet: ChecklistSheet, target: Path) -> None:
    """Write a checklist as PDF. Raises WriteError with what to do."""
    save(checklist_pdf(sheet), target)


def checklist_pdf(sheet: ChecklistSheet) -> bytes:
    """Return a checklist as PDF, on as many pages as it takes."""
    pages = paginate(_pieces(sheet), SHEET.height() - _TOP - _BOTTOM)
    draws: list[Draw] = [
        partial(_draw, placed=placed, foot=sheet.foot, number=f"{number} / {len(pages)}")
        for number, placed in enumerate(pages, 1)
    ]
    return pdf(sheet.document, draws)


def _draw(
    painter: QPainter, sheet: QRectF, *, placed: list[Placed], foot: Words, number: str
) -> None:
    painter.translate(sheet.left() + _SIDE, sheet.top() + _TOP)
    for y, piece in placed:
        piece.draw(painter, y)
    painter.resetTransform()
    painter.translate(sheet.left() + _SIDE, sheet.bottom())
    page = Paragraph(number, 9, _WIDTH, align=RIGHT)
    lines = [Paragraph(words, 9, _WIDTH - 60 * PT) for words in (foot.first, foot.second)]
    y = -_FOOT - sum(line.height for line in lines)
    page.draw(painter, 0, y)
    for line in lines:
        line.draw(painter, 0, y)
        y += line.height
    painter.resetTransform()


def _pieces(sheet: ChecklistSheet) -> Iterator[Piece]:
    yield _head(sheet)
    for group in sheet.groups:
        yield _group(group)
        for place, row in enumerate(group.rows):
            first, last = place == 0, place == len(group.rows) - 1
            yield from row_pieces(row, sheet.note, _WIDTH, first=first, last=last)


def _head(sheet: ChecklistSheet) -> Piece:
    """Return the title, with the person and the trip below it."""
    left = _MARK + 14 * PT
    width = _WIDTH - left
    first, second = _beside(sheet.title, 22, 13, width)
    person = fitted(sheet.person, (13, 11, 10, 9), width, 40 * PT, bold=True)
    trip = [Paragraph(f"{w.first}  {w.second}".rstrip(), 10, width) for w in sheet.trip]
    below = [person, *trip]
    height = first.height + 3 * PT + sum(paragraph.height for paragraph in below)

    def draw(painter: QPainter, y: float) -> None:
        mark(painter, QPointF(_MARK / 2, y + _MARK / 2), _MARK)
        _draw_beside(painter, first, second, left, y)
        y += first.height + 3 * PT
        for paragraph in below:
            paragraph.draw(painter, left, y)
            y += paragraph.height

    return Piece(height + 6 * PT, draw)


def _group(group: SheetGroup) -> Piece:
    above, below, after = 16 * PT, 4 * PT, 11 * PT
    first, second = _beside(group.title, 15, 11, _WIDTH - 60 * PT)
    count = Paragraph(group.count, 11, _WIDTH, align=RIGHT)

    def draw(painter: QPainter, y: float) -> None:
        y += above
        _draw_beside(painter, first, second, 0, y)
        count.draw(painter, 0, y + first.baseline - count.baseline)
        hairline(painter, 0, _WIDTH, y + first.height + below)

    return Piece(above + first.height + below + after, draw, with_next=True)


def _beside(words: Words, large: float, small: float, width: float) -> tuple[Paragraph, Paragraph]:
    first = Paragraph(words.first, large, width, bold=True)
    return first, Paragraph(words.second, small, width - first.width)


def _draw_beside(
    painter: QPainter, first: Paragraph, second: Paragraph, x: float, y: float
) -> None:
    """Draw the second language beside the first, on the same baseline."""
    first.draw(painter, x, y)
    second.draw(painter, x + first.width + 7 * PT, y + first.baseline - second.baseline)
