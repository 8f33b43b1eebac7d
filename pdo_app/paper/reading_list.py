"""Reading lists on paper, a page for each person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from pdo_app.paper import prose
from pdo_app.paper.document import save
from pdo_app.paper.flow import Piece
from pdo_app.paper.page import WIDTH, parted
from pdo_app.paper.session_head import head_pieces
from pdo_app.paper.table import GAP, Column, Content, Lines, table, words
from pdo_app.paper.text import PT, RIGHT, Paragraph, fitted
from pdo_app.paper.thread import box
from pdo_app.reports.bilingual import Words
from pdo_app.reports.reading_list import PersonList, Reading, ReadingLists

_BOX, _MINUTES = 26 * PT, 60 * PT


def write_reading_lists(lists: ReadingLists, target: Path) -> None:
    """Write all lists as one PDF. Raises WriteError with what to do."""
    save(reading_lists_pdf(lists), target)


def reading_lists_pdf(lists: ReadingLists) -> bytes:
    """Return all lists as one PDF; each person begins on a page of their own."""
    return parted(lists.document, (_pieces(lists, one) for one in lists.people), lists.foot)


def _pieces(lists: ReadingLists, person: PersonList) -> Iterator[Piece]:
    yield from head_pieces(lists.head, WIDTH)
    yield _name(person)
    yield from prose.pair(lists.opening, WIDTH, after=8 * PT)
    yield from _table(lists, person.missed)
    yield _total(person.total)
    if lists.not_given:
        yield from prose.pair(lists.not_given_label, WIDTH, after=8 * PT)
        yield from _table(lists, lists.not_given)
    yield prose.gap(10 * PT)
    yield from prose.pair(lists.closing, WIDTH)


def _name(person: PersonList) -> Piece:
    name = fitted(person.name, (18, 15, 13, 11, 9), WIDTH, 60 * PT, bold=True)
    company = fitted(person.company, (10, 9), WIDTH, 40 * PT)

    def draw(painter: QPainter, y: float) -> None:
        name.draw(painter, 0, y + 6 * PT)
        company.draw(painter, 0, y + 6 * PT + name.height)

    return Piece(14 * PT + name.height + company.height, draw, with_next=True)


def _table(lists: ReadingLists, readings: Iterable[Reading]) -> Iterator[Piece]:
    rest = WIDTH - _BOX - _MINUTES
    columns = (
        Column(Words(""), _BOX),
        Column(lists.lesson, rest * 0.56),
        Column(lists.module, rest * 0.44),
        Column(lists.minutes, _MINUTES, RIGHT),
    )
    yield from table(columns, (_cells(reading, columns) for reading in readings))


def _cells(reading: Reading, columns: tuple[Column, ...]) -> tuple[Content, ...]:
    _, lesson, module, minutes = columns
    return (
        _Box(),
        words(reading.lesson, lesson, bold=True),
        words(reading.module, module, size=9),
        Lines([Paragraph(reading.minutes, 10, minutes.width - GAP, align=RIGHT, leading=1.4)]),
    )


def _total(total: Words) -> Piece:
    paragraph = Paragraph(total.first, 10, WIDTH - GAP, bold=True, align=RIGHT)

    def draw(painter: QPainter, y: float) -> None:
        paragraph.draw(painter, 0, y + 3 * PT)

    return Piece(paragraph.height + 14 * PT, draw)


@dataclass(frozen=True, slots=True)
class _Box:
    """A box to tick with a pen."""

    height: float = 18 * PT

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        box(painter, QPointF(x + 8 * PT, y + 8 * PT), 13 * PT, done=False)
