"""Pages with a foot, and the titles on them: what the papers for learners share."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from pdo_app.paper.document import SHEET, Draw, pdf
from pdo_app.paper.flow import Piece, Placed, paginate
from pdo_app.paper.text import MM, PT, RIGHT, Paragraph
from pdo_app.paper.thread import hairline, mark
from pdo_app.reports.bilingual import Words

_SIDE = 18 * MM
_TOP = 16 * MM
_FOOT = 13 * MM
_BOTTOM = 25 * MM
_MARK = 36 * PT
WIDTH = SHEET.width() - 2 * _SIDE
"""How wide the words may be."""


WIDTH_ACROSS = SHEET.height() - 2 * _SIDE
"""How wide they may be on a page across."""


def paged(document: str, pieces: Iterable[Piece], foot: Words, *, across: bool = False) -> bytes:
    """Return pieces as PDF, on as many pages as it takes, upright or ``across``, each with its
    number and ``foot``. ``document`` is the title in the file's properties."""
    return parted(document, [pieces], foot, across=across)


def parted(
    document: str, parts: Iterable[Iterable[Piece]], foot: Words, *, across: bool = False
) -> bytes:
    """Return several parts as one PDF: each begins on a page of its own and has its own page
    numbers, so that it can be handed out alone. There is at least one page."""
    high = SHEET.width() if across else SHEET.height()
    draws: list[Draw] = []
    for pieces in [*parts] or [[]]:
        pages = paginate(pieces, high - _TOP - _BOTTOM)
        draws += [
            partial(_draw, placed=placed, foot=foot, number=f"{number} / {len(pages)}")
            for number, placed in enumerate(pages, 1)
        ]
    return pdf(document, draws, across=across)


def _draw(
    painter: QPainter, sheet: QRectF, *, placed: list[Placed], foot: Words, number: str
) -> None:
    wide = sheet.width() - 2 * _SIDE
    painter.translate(sheet.left() + _SIDE, sheet.top() + _TOP)
    for y, piece in placed:
        piece.draw(painter, y)
    painter.resetTransform()
    painter.translate(sheet.left() + _SIDE, sheet.bottom())
    page = Paragraph(number, 9, wide, align=RIGHT)
    lines = [Paragraph(words, 9, wide - 60 * PT) for words in (foot.first, foot.second)]
    y = -_FOOT - sum(line.height for line in lines)
    page.draw(painter, 0, y)
    for line in lines:
        line.draw(painter, 0, y)
        y += line.height
    painter.resetTransform()


def head(title: Words, below: Iterable[Paragraph]) -> Piece:
    """Return the title of a paper beside the sign of the application, with paragraphs below it,
    made for :data:`HEAD_WIDTH`."""
    left = WIDTH - HEAD_WIDTH
    first, second = _beside(title, 22, 13, HEAD_WIDTH)
    lines = list(below)
    height = first.height + 3 * PT + sum(paragraph.height for paragraph in lines)

    def draw(painter: QPainter, y: float) -> None:
        mark(painter, QPointF(_MARK / 2, y + _MARK / 2), _MARK)
        _draw_beside(painter, first, second, left, y)
        y += first.height + 3 * PT
        for paragraph in lines:
            paragraph.draw(painter, left, y)
            y += paragraph.height

    return Piece(height + 6 * PT, draw)


HEAD_WIDTH = WIDTH - _MARK - 14 * PT
"""How wide the words beside the sign may be."""


def heading(title: Words, end: str = "") -> Piece:
    """Return the title of a part over a thin line, with ``end`` at its right edge."""
    above, below, after = 16 * PT, 4 * PT, 11 * PT
    first, second = _beside(title, 15, 11, WIDTH - 60 * PT)
    count = Paragraph(end, 11, WIDTH, align=RIGHT)

    def draw(painter: QPainter, y: float) -> None:
        y += above
        _draw_beside(painter, first, second, 0, y)
        if end:
            count.draw(painter, 0, y + first.baseline - count.baseline)
        hairline(painter, 0, WIDTH, y + first.height + below)

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
