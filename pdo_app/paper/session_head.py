"""The head of a session's papers: the centre with its logo, what the paper is, what is known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from pdo_app.paper.flow import Piece
from pdo_app.paper.logo import Logo
from pdo_app.paper.page import WIDTH
from pdo_app.paper.table import Lines
from pdo_app.paper.text import PT, Paragraph, fitted
from pdo_app.paper.thread import hairline, mark
from pdo_app.reports.bilingual import Words
from pdo_app.reports.session_words import Known, SessionHead

_MARK = 36 * PT
_LOGO = 96 * PT
_GUTTER = 20 * PT
_LABEL = 96 * PT


def head_pieces(head: SessionHead, width: float) -> Iterator[Piece]:
    """Return the pieces of a head of that ``width``."""
    yield _centre(head, width)
    yield _title(head, width)
    known, beside = head.known, 3 if width > WIDTH else 2
    for start in range(0, len(known), beside):
        last = start + beside >= len(known)
        yield _known(known[start : start + beside], width, beside, last=last)


def _centre(head: SessionHead, width: float) -> Piece:
    logo = Logo(head.logo, _LOGO, _MARK)
    left = (logo.width or _MARK) + 14 * PT
    name = fitted(head.centre, (12, 10, 9), width - left, 34 * PT, bold=True)
    address = Paragraph(head.address, 9, width - left)
    high = max(_MARK, name.height + address.height)

    def draw(painter: QPainter, y: float) -> None:
        if logo.width:
            logo.draw(painter, 0, y + (_MARK - logo.height) / 2)
        else:
            mark(painter, QPointF(_MARK / 2, y + _MARK / 2), _MARK)
        top = y + (high - name.height - address.height) / 2
        name.draw(painter, left, top)
        address.draw(painter, left, top + name.height)
        hairline(painter, 0, width, y + high + 7 * PT)

    return Piece(high + 16 * PT, draw, with_next=True)


def _title(head: SessionHead, width: float) -> Piece:
    title = Paragraph(head.title.first, 20, width, bold=True)
    second = Paragraph(head.title.second, 12, width - title.width - 8 * PT)
    session = fitted(head.session, (13, 11, 10, 9), width, 54 * PT)

    def draw(painter: QPainter, y: float) -> None:
        title.draw(painter, 0, y)
        second.draw(painter, title.width + 8 * PT, y + title.baseline - second.baseline)
        session.draw(painter, 0, y + title.height)

    return Piece(title.height + session.height + 8 * PT, draw, with_next=True)


def _known(known: Sequence[Known], width: float, beside: int, *, last: bool) -> Piece:
    """Return one line of things known, some ``beside`` each other."""
    half = (width - (beside - 1) * _GUTTER) / beside
    cells = [
        (
            Lines([Paragraph(_row(one.label), 9, _LABEL - 6 * PT, leading=1.4)]),
            Lines(
                [
                    Paragraph(one.value.first, 10, half - _LABEL, leading=1.4),
                    Paragraph(one.value.second, 9, half - _LABEL, leading=1.35),
                ]
            ),
        )
        for one in known
    ]
    high = max(max(label.height, value.height) for label, value in cells)

    def draw(painter: QPainter, y: float) -> None:
        for place, (label, value) in enumerate(cells):
            x = place * (half + _GUTTER)
            label.draw(painter, x, y)
            value.draw(painter, x + _LABEL, y)

    return Piece(high + (10 if last else 3) * PT, draw, with_next=not last)


def _row(words: Words) -> str:
    return f"{words.first}  {words.second}".rstrip()
