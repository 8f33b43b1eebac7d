"""The report of a session on paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from pdo_app.paper import prose
from pdo_app.paper.document import save
from pdo_app.paper.flow import Piece
from pdo_app.paper.marks import MarkCell, legend_piece
from pdo_app.paper.page import WIDTH, heading, paged
from pdo_app.paper.report_pieces import (
    assessment_pieces,
    figures_piece,
    minutes_pieces,
)
from pdo_app.paper.session_head import head_pieces
from pdo_app.paper.table import GAP, Column, Content, Lines, several, table, words
from pdo_app.paper.text import PT, RIGHT, Paragraph
from pdo_app.paper.thread import box
from pdo_app.reports.bilingual import Words
from pdo_app.reports.report_parts import CoveragePart, NotesPart, SkippedPart, WallPart
from pdo_app.reports.session_report import AttendancePart, FurtherPart, SessionReport

_NUMBER, _CERTIFICATE, _HAD = 26 * PT, 54 * PT, 52 * PT
_STATE = 110 * PT
_HALVES = 4
"""How many half-days stand beside each other; more go into a further table."""


def write_session_report(report: SessionReport, target: Path) -> None:
    """Write a report as PDF. Raises WriteError with what to do."""
    save(session_report_pdf(report), target)


def session_report_pdf(report: SessionReport) -> bytes:
    """Return a report as PDF, on as many pages as it takes."""
    return paged(report.document, _pieces(report), report.foot)


def _pieces(report: SessionReport) -> Iterator[Piece]:
    yield from head_pieces(report.head, WIDTH)
    yield figures_piece(report.figures, WIDTH)
    yield from _attendance(report.attendance)
    if report.coverage:
        yield from _coverage(report.coverage)
    for part in report.further:
        yield from _further(part)
    yield from minutes_pieces(report.minutes, WIDTH)
    if report.skipped:
        yield from _skipped(report.skipped)
    if report.wall:
        yield from _wall(report.wall)
    if report.notes:
        yield from _notes(report.notes)
    if report.assessment:
        yield from assessment_pieces(report.assessment, WIDTH)
    yield prose.signing(report.signature, WIDTH)


def _attendance(part: AttendancePart) -> Iterator[Piece]:
    yield heading(part.title)
    for start in range(0, max(len(part.halves), 1), _HALVES):
        yield from _attendance_table(part, range(start, min(start + _HALVES, len(part.halves))))
        yield prose.gap(6 * PT)
    yield legend_piece(part.legend, WIDTH)


def _attendance_table(part: AttendancePart, halves: range) -> Iterator[Piece]:
    rest = WIDTH - _NUMBER - _CERTIFICATE
    share = min(92 * PT, rest * 0.62 / max(len(halves), 1))
    names = rest - share * len(halves)
    columns = (
        Column(part.number, _NUMBER),
        Column(part.name, names * 0.58),
        Column(part.company, names * 0.42),
        *(Column(part.halves[place], share) for place in halves),
        Column(part.certificate, _CERTIFICATE),
    )
    _, name, company, *marks, _ = columns
    rows: list[tuple[Content, ...]] = [
        (
            Lines([Paragraph(row.number, 9, _NUMBER - GAP, leading=1.5)]),
            Lines([Paragraph(row.name, 10, name.width - GAP, bold=True, leading=1.4)]),
            Lines([Paragraph(row.company, 9, company.width - GAP, leading=1.5)]),
            *(
                MarkCell(row.marks[place], column.width - GAP)
                for place, column in zip(halves, marks, strict=True)
            ),
            _Earned(row.earned),
        )
        for row in part.rows
    ]
    if part.rows:
        total = (
            Lines([Paragraph(part.totals[place], 10, column.width - GAP, bold=True)])
            for place, column in zip(halves, marks, strict=True)
        )
        rows.append((Lines(()), words(part.total, name, bold=True), Lines(()), *total, Lines(())))
    yield from table(columns, rows)


class _Earned:
    """A ticked box for somebody who may have a certificate, an open one for the others."""

    height = 13 * PT

    def __init__(self, earned: bool) -> None:
        self._earned = earned

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw the box."""
        box(painter, QPointF(x + 8 * PT, y + 7.5 * PT), 11 * PT, done=self._earned)


def _coverage(part: CoveragePart) -> Iterator[Piece]:
    yield heading(part.title)
    rest = WIDTH - _HAD
    columns = (
        Column(part.name, rest * 0.3),
        Column(part.had, _HAD, RIGHT),
        Column(part.missed, rest * 0.7),
    )
    name, had, missed = columns
    yield from table(
        columns,
        (
            (
                Lines([Paragraph(row.name, 10, name.width - GAP, bold=True, leading=1.4)]),
                Lines([Paragraph(row.had, 10, had.width - GAP, align=RIGHT, leading=1.4)]),
                several(row.missed or (Words(part.all_had.first),), missed),
            )
            for row in part.rows
        ),
    )
    yield prose.gap(6 * PT)
    yield prose.label(part.given_label, WIDTH)
    yield from prose.in_columns(part.given, WIDTH)
    if part.left_out:
        yield prose.label(part.left_out_label, WIDTH)
        yield from prose.in_columns(part.left_out, WIDTH)


def _further(part: FurtherPart) -> Iterator[Piece]:
    yield heading(part.title)
    columns = tuple(Column(head, WIDTH / len(part.columns)) for head in part.columns)
    yield from table(
        columns,
        (
            tuple(words(cell, column) for cell, column in zip(row, columns, strict=True))
            for row in part.rows
        ),
    )


def _skipped(part: SkippedPart) -> Iterator[Piece]:
    yield heading(part.title)
    for row in part.rows:
        yield from prose.title(row.title, WIDTH, size=11)
        yield prose.label(row.state, WIDTH)
        if row.reason:
            yield from prose.text(row.reason, 10, WIDTH, after=8 * PT)
        else:
            yield from prose.pair(part.no_reason, WIDTH, after=8 * PT)


def _wall(part: WallPart) -> Iterator[Piece]:
    yield heading(part.title)
    columns = (
        Column(part.entry, WIDTH - 2 * _STATE),
        Column(part.kind, _STATE),
        Column(part.state, _STATE),
    )
    entry, kind, state = columns
    yield from table(
        columns,
        (
            (
                Lines([Paragraph(row.text, 10, entry.width - GAP, leading=1.4)]),
                words(row.kind, kind, size=9),
                words(row.state, state, size=9),
            )
            for row in part.rows
        ),
    )


def _notes(part: NotesPart) -> Iterator[Piece]:
    yield heading(part.title)
    columns = (Column(part.note, WIDTH * 0.64), Column(part.card, WIDTH * 0.36))
    yield from table(
        columns,
        (
            (
                Lines([Paragraph(note, 10, columns[0].width - GAP, leading=1.4)]),
                words(card, columns[1], size=9),
            )
            for note, card in part.rows
        ),
    )
