"""Parts of a report with a drawing of their own: figures, minutes as meters, the look back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QPainter, QPainterPath, Qt

from pdo_app.paper import prose
from pdo_app.paper.flow import Piece
from pdo_app.paper.page import heading
from pdo_app.paper.table import GAP, Column, Lines, table, words
from pdo_app.paper.text import CENTRE, PT, RIGHT, Paragraph
from pdo_app.paper.thread import hairline, pen, sew, stitch
from pdo_app.reports.bilingual import Words
from pdo_app.reports.report_figures import Figure
from pdo_app.reports.report_parts import AssessmentPart, MinutesHalf, MinutesPart, MinutesRow

_METER, _MINUTES = 130 * PT, 54 * PT
_ANSWER = 56 * PT


def figures_piece(figures: Sequence[Figure], width: float) -> Piece:
    """Return the figures beside each other between two lines."""
    share = width / len(figures)
    cells = []
    for figure in figures:
        room = share - 12 * PT
        of = f" / {figure.of}" if figure.of else ""
        cells.append(
            (
                Lines(
                    [
                        Paragraph(figure.label.first, 9, room, leading=1.35),
                        Paragraph(figure.label.second, 9, room, leading=1.35),
                    ]
                ),
                Paragraph(figure.value, 22, room, bold=True, leading=1.3),
                Paragraph(of, 11, room),
            )
        )
    labels = max(label.height for label, _, _ in cells)
    high = labels + cells[0][1].height + 16 * PT

    def draw(painter: QPainter, y: float) -> None:
        hairline(painter, 0, width, y)
        hairline(painter, 0, width, y + high)
        for place, (label, value, of) in enumerate(cells):
            x = place * share
            label.draw(painter, x, y + 7 * PT)
            top = y + 7 * PT + labels
            value.draw(painter, x, top)
            of.draw(painter, x + value.width, top + value.baseline - of.baseline)

    return Piece(high + 6 * PT, draw)


def minutes_pieces(part: MinutesPart, width: float) -> Iterator[Piece]:
    """Return planned and real minutes: sewn what was taught, stitched what was planned."""
    yield heading(part.title)
    if part.note.first:
        yield from prose.pair(part.note, width)
    columns = (
        Column(part.part, width - _METER - 2 * _MINUTES),
        Column(Words(""), _METER),
        Column(part.planned, _MINUTES, RIGHT),
        Column(part.real, _MINUTES, RIGHT),
    )
    rows = [row for half in part.halves for row in half.rows]
    most = max((max(row.planned, row.real or 0) for row in rows), default=0)
    for half in part.halves:
        yield from prose.title(half.title, width, size=11)
        yield from table(columns, _minutes_rows(half, part.total, columns, most))
        yield prose.gap(10 * PT)


def _minutes_rows(
    half: MinutesHalf, total: Words, columns: tuple[Column, ...], most: int
) -> Iterator[tuple[Lines | _Meter, ...]]:
    first, _, planned, real = columns
    for row in half.rows:
        said = words(row.title, first)
        if row.state.first:
            said = Lines(
                [
                    Paragraph(row.title.first, 10, first.width - GAP, leading=1.4),
                    Paragraph(row.title.second, 9, first.width - GAP, leading=1.35),
                    Paragraph(_line(row.state), 9, first.width - GAP, bold=True, leading=1.4),
                ]
            )
        yield (
            said,
            _Meter(row, most),
            _figure(str(row.planned), planned),
            _figure("" if row.real is None else str(row.real), real),
        )
    yield (
        words(total, first, bold=True),
        Lines(()),
        _figure(str(half.planned), planned, bold=True),
        _figure("" if half.real is None else str(half.real), real, bold=True),
    )


def _figure(text: str, column: Column, *, bold: bool = False) -> Lines:
    width = column.width - GAP
    return Lines([Paragraph(text, 10, width, bold=bold, align=RIGHT, leading=1.4)])


class _Meter:
    """Two threads below each other: planned minutes stitched, real ones sewn."""

    def __init__(self, row: MinutesRow, most: int) -> None:
        self._row = row
        self._unit = (_METER - 2 * GAP) / max(most, 1)
        self.height = 14 * PT

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw both threads from ``x``."""
        if self._row.planned:
            stitch(painter, _across(x, self._row.planned * self._unit, y + 4.5 * PT))
        if self._row.real:
            sew(painter, _across(x, self._row.real * self._unit, y + 9.5 * PT))


def _across(x: float, wide: float, y: float) -> QPainterPath:
    path = QPainterPath(QPointF(x, y))
    path.lineTo(x + wide, y)
    return path


def assessment_pieces(part: AssessmentPart, width: float) -> Iterator[Piece]:
    """Return the look back: a ring for each answer, filled where it was given."""
    yield heading(part.title)
    room = width - len(part.scale) * _ANSWER
    columns = (
        Column(Words(""), room),
        *(Column(said, _ANSWER, CENTRE) for said in part.scale),
    )
    yield from table(
        columns,
        (
            (
                words(row.sentence, columns[0]),
                *(_Ring(row.answer == number) for number in range(1, len(part.scale) + 1)),
            )
            for row in part.rows
        ),
    )
    if part.notes:
        yield prose.label(part.notes_label, width)
        yield from prose.text(part.notes, 10, width)


class _Ring:
    """One answer of a line."""

    def __init__(self, given: bool) -> None:
        self._given = given
        self.height = 14 * PT

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw it in the middle of its column."""
        centre = QPointF(x + (_ANSWER - GAP) / 2, y + 7.5 * PT)
        painter.setPen(pen(PT))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(centre, 5 * PT, 5 * PT)
        if self._given:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QBrush(Qt.GlobalColor.black))
            painter.drawEllipse(centre, 3.2 * PT, 3.2 * PT)


def _line(words: Words) -> str:
    return f"{words.first}  {words.second}".rstrip()
