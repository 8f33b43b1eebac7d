"""The attendance sheet on paper: upright for two half-days, across for more."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pdo_app.paper import prose
from pdo_app.paper.document import save
from pdo_app.paper.flow import Piece
from pdo_app.paper.marks import MarkCell, legend_piece
from pdo_app.paper.page import WIDTH, WIDTH_ACROSS, parted
from pdo_app.paper.session_head import head_pieces
from pdo_app.paper.table import GAP, Column, Content, Lines, table
from pdo_app.paper.text import PT, Paragraph
from pdo_app.reports.attendance_sheet import AttendanceSheet, SheetPerson

_UPRIGHT, _ACROSS = 2, 4
"""How many half-days a page of each kind has room for."""
_NUMBER, _PHONE = 30 * PT, 50 * PT
_HIGH = 27 * PT
"""A row that one can sign in."""


def write_attendance_sheet(sheet: AttendanceSheet, target: Path) -> None:
    """Write a sheet as PDF. Raises WriteError with what to do."""
    save(attendance_sheet_pdf(sheet), target)


def attendance_sheet_pdf(sheet: AttendanceSheet) -> bytes:
    """Return a sheet as PDF. More than four half-days go on further pages, each with all
    people."""
    halves = len(sheet.columns.halves)
    across = halves > _UPRIGHT
    most, width = (_ACROSS, WIDTH_ACROSS) if across else (_UPRIGHT, WIDTH)
    parts = [
        _pieces(sheet, range(start, min(start + most, halves)), width)
        for start in range(0, max(halves, 1), most)
    ]
    return parted(sheet.document, parts, sheet.foot, across=across)


def _pieces(sheet: AttendanceSheet, halves: range, width: float) -> Iterator[Piece]:
    yield from head_pieces(sheet.head, width)
    yield from prose.pair(sheet.note, width)
    columns = _columns(sheet, halves, width)
    rows = (_cells(person, halves, columns) for person in sheet.people)
    yield from table(columns, rows, least=_HIGH)
    if sheet.legend:
        yield legend_piece(sheet.legend, width)
    yield prose.signing(sheet.signature, width)


def _columns(sheet: AttendanceSheet, halves: range, width: float) -> tuple[Column, ...]:
    heads = sheet.columns
    rest = width - _NUMBER - _PHONE
    share = min(128 * PT, rest * 0.56 / max(len(halves), 1))
    words = rest - share * len(halves)
    return (
        Column(heads.number, _NUMBER),
        Column(heads.name, words * 0.52),
        Column(heads.company, words * 0.48),
        Column(heads.phone, _PHONE),
        *(Column(heads.halves[place], share, ruled=True) for place in halves),
    )


def _cells(person: SheetPerson, halves: range, columns: tuple[Column, ...]) -> tuple[Content, ...]:
    number, name, company, phone, *signed = columns
    return (
        _plain(person.number, number),
        Lines([Paragraph(person.name, 11, name.width - GAP, bold=True, leading=1.35)]),
        _plain(person.company, company),
        _plain(person.phone, phone),
        *(
            MarkCell(person.marks[place], column.width - GAP)
            for place, column in zip(halves, signed, strict=True)
        ),
    )


def _plain(text: str, column: Column) -> Lines:
    return Lines([Paragraph(text, 9, column.width - GAP, leading=1.5)])
