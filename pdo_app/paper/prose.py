"""Running words on paper: lines with a label, passages, things in a list, a line to sign on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from pdo_app.paper.flow import Piece
from pdo_app.paper.text import PT, Paragraph
from pdo_app.paper.thread import pen
from pdo_app.reports.bilingual import Words

_TOGETHER = 8
"""How many lines stay together; more may go on overleaf."""


def text(
    said: str,
    points: float,
    width: float,
    *,
    bold: bool = False,
    left: float = 0,
    after: float = 0,
    with_next: bool = False,
) -> Iterator[Piece]:
    """Return words of any length, cut between lines where they reach the foot of a page.
    ``with_next`` keeps the last lines with what follows."""
    paragraph = Paragraph(said, points, width - left, bold=bold)
    lines = paragraph.lines if paragraph.height else 0
    for start in range(0, lines, _TOGETHER):
        portion = range(start, min(start + _TOGETHER, lines))
        end = portion.stop == lines
        room = paragraph.step * len(portion) + (after if end else 0.0)
        yield Piece(room, _drawing(paragraph, portion, left), with_next and end)


def _drawing(paragraph: Paragraph, lines: range, left: float) -> Callable[[QPainter, float], None]:
    return lambda painter, y: paragraph.draw_lines(painter, left, y, lines)


def title(said: Words, width: float, *, left: float = 0, size: float = 12) -> Iterator[Piece]:
    """Return the bold title of something below a heading, with the second language below it; it
    stays with what follows."""
    yield from text(said.first, size, width, bold=True, left=left, with_next=True)
    yield from text(said.second, 9, width, left=left, after=2 * PT, with_next=True)


def pair(said: Words, width: float, *, left: float = 0, after: float = 5 * PT) -> Iterator[Piece]:
    """Return words with the second language below the first."""
    both = bool(said.second)
    yield from text(said.first, 10, width, left=left, after=0 if both else after, with_next=both)
    yield from text(said.second, 9, width, left=left, after=after)


def label(said: Words, width: float, *, left: float = 0) -> Piece:
    """Return a small bold label that stays with what follows."""
    paragraph = Paragraph(f"{said.first}  {said.second}".rstrip(), 9, width - left, bold=True)

    def draw(painter: QPainter, y: float) -> None:
        paragraph.draw(painter, left, y + 5 * PT)

    return Piece(5 * PT + paragraph.height, draw, with_next=True)


def marked(sign: str, said: str, points: float, width: float, *, left: float = 0) -> Piece:
    """Return a line with a sign before it; the words hang behind it."""
    before = Paragraph(sign, points, 24 * PT)
    hang = left + (max(12 * PT, before.width + 5 * PT) if sign else 0)
    paragraph = Paragraph(said, points, width - hang)

    def draw(painter: QPainter, y: float) -> None:
        before.draw(painter, left, y)
        paragraph.draw(painter, hang, y)

    return Piece(paragraph.height + PT, draw)


def listed(things: Iterable[Words], width: float, *, left: float = 0) -> Iterator[Piece]:
    """Return things in a list, the second language of each below the first."""
    for thing in things:
        first = marked("·", thing.first, 10, width, left=left)
        if not thing.second:
            yield first
            continue
        yield Piece(first.height, first.draw, with_next=True)
        yield marked("", thing.second, 9, width, left=left + 12 * PT)


def in_columns(things: Sequence[Words], width: float) -> Iterator[Piece]:
    """Return things in two columns, both languages of each in a row."""
    room = width / 2 - 8 * PT
    for start in range(0, len(things), 2):
        pieces = [
            marked("·", f"{one.first}  {one.second}".rstrip(), 9, room)
            for one in things[start : start + 2]
        ]
        yield Piece(max(piece.height for piece in pieces), _side_by_side(pieces, width / 2))


def _side_by_side(pieces: Sequence[Piece], step: float) -> Callable[[QPainter, float], None]:
    def draw(painter: QPainter, y: float) -> None:
        for piece in pieces:
            piece.draw(painter, y)
            painter.translate(step, 0)
        painter.translate(-step * len(pieces), 0)

    return draw


def gap(height: float) -> Piece:
    """Return empty room."""
    return Piece(height, lambda painter, y: None)


def signing(said: Words, width: float) -> Piece:
    """Return a line to sign on, with what for below it."""
    paragraph = Paragraph(f"{said.first}  {said.second}".rstrip(), 9, width)
    room, wide = 44 * PT, 230 * PT

    def draw(painter: QPainter, y: float) -> None:
        painter.setPen(pen(0.7 * PT))
        painter.drawLine(QPointF(0, y + room), QPointF(wide, y + room))
        paragraph.draw(painter, 0, y + room + 3 * PT)

    return Piece(room + 3 * PT + paragraph.height, draw)
