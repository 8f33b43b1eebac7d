"""The plan of a session on paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from pdo_app.paper import prose
from pdo_app.paper.document import save
from pdo_app.paper.flow import Piece
from pdo_app.paper.page import WIDTH, heading, paged
from pdo_app.paper.session_head import head_pieces
from pdo_app.paper.table import GAP, Column, Lines, below_width, table, words
from pdo_app.paper.text import PT, RIGHT, Paragraph
from pdo_app.reports.bilingual import Words
from pdo_app.reports.session_plan import PlanRow, PlanSheet

_TIME, _MINUTES, _METHOD, _MATERIAL = 84 * PT, 54 * PT, 84 * PT, 132 * PT


def write_session_plan(sheet: PlanSheet, target: Path) -> None:
    """Write a plan as PDF. Raises WriteError with what to do."""
    save(session_plan_pdf(sheet), target)


def session_plan_pdf(sheet: PlanSheet) -> bytes:
    """Return a plan as PDF, on as many pages as it takes."""
    return paged(sheet.document, _pieces(sheet), sheet.foot)


def _pieces(sheet: PlanSheet) -> Iterator[Piece]:
    yield from head_pieces(sheet.head, WIDTH)
    heads = sheet.columns
    columns = (
        Column(heads.time, _TIME),
        Column(heads.part, WIDTH - _TIME - _MINUTES - _METHOD - _MATERIAL),
        Column(heads.minutes, _MINUTES, RIGHT),
        Column(heads.method, _METHOD),
        Column(heads.material, _MATERIAL),
    )
    for half in sheet.halves:
        yield heading(half.title, half.total.first)
        yield from table(
            columns,
            (_cells(row, columns) for row in half.rows),
            below=[_objectives(row, sheet.objectives, columns) for row in half.rows],
        )
    if sheet.left_out:
        yield heading(sheet.left_out_label)
        yield from prose.listed(sheet.left_out, WIDTH)


def _objectives(row: PlanRow, label: Words, columns: Sequence[Column]) -> Lines:
    """Return what people can do after a part, in each language one passage."""
    room = below_width(columns) - GAP
    if not row.objectives:
        return Lines(())
    # No space after a Chinese full stop.
    first = " ".join(one.first for one in row.objectives).replace("。 ", "。")
    second = " ".join(one.second for one in row.objectives)
    return Lines(
        (
            Paragraph(f"{label.first}  {label.second}".rstrip(), 8, room, bold=True, leading=1.4),
            Paragraph(first, 9, room, leading=1.4),
            Paragraph(second.strip(), 8, room, leading=1.35),
        )
    )


def _cells(row: PlanRow, columns: tuple[Column, ...]) -> tuple[Lines, ...]:
    time, part, minutes, method, material = columns
    room = part.width - GAP
    essential = f"{row.essential.first}  {row.essential.second}".strip()
    return (
        Lines([Paragraph(row.time, 10, time.width - GAP, leading=1.4)]),
        Lines(
            [
                Paragraph(row.title.first, 10, room, bold=True, leading=1.4),
                Paragraph(row.title.second, 9, room, leading=1.35),
                Paragraph(essential and f"◆ {essential}", 9, room, leading=1.4),
            ]
        ),
        Lines([Paragraph(str(row.minutes), 10, minutes.width - GAP, align=RIGHT, leading=1.4)]),
        words(row.method, method),
        words(row.material, material, size=9),
    )
