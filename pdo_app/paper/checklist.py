"""The checklist on paper: dates at the left, boxes on the thread, what to do and why."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pdo_app.paper.checklist_row import row_pieces
from pdo_app.paper.document import save
from pdo_app.paper.flow import Piece
from pdo_app.paper.page import HEAD_WIDTH, WIDTH, head, heading, paged
from pdo_app.paper.text import PT, Paragraph, fitted
from pdo_app.reports.checklist_sheet import ChecklistSheet


def write_checklist(sheet: ChecklistSheet, target: Path) -> None:
    """Write a checklist as PDF. Raises WriteError with what to do."""
    save(checklist_pdf(sheet), target)


def checklist_pdf(sheet: ChecklistSheet) -> bytes:
    """Return a checklist as PDF, on as many pages as it takes."""
    return paged(sheet.document, _pieces(sheet), sheet.foot)


def _pieces(sheet: ChecklistSheet) -> Iterator[Piece]:
    person = fitted(sheet.person, (13, 11, 10, 9), HEAD_WIDTH, 40 * PT, bold=True)
    trip = [Paragraph(f"{w.first}  {w.second}".rstrip(), 10, HEAD_WIDTH) for w in sheet.trip]
    yield head(sheet.title, [person, *trip])
    for group in sheet.groups:
        yield heading(group.title, group.count)
        for place, row in enumerate(group.rows):
            first, last = place == 0, place == len(group.rows) - 1
            yield from row_pieces(row, sheet.note, WIDTH, first=first, last=last)
