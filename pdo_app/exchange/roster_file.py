"""Rosters from files and the clipboard, and into files: nothing is judged or kept here.

What is read are words; ``training.roster`` says what would become of them.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from pdo_app.errors import N_, Message, WriteError
from pdo_app.exchange import plain_text, trouble, workbook
from pdo_app.exchange.heads import FIELDS, Heads, guessed, head_at, key, nameless_head
from pdo_app.exchange.plain_text import Lines
from pdo_app.exchange.rows import PHONE_CUT, neutral, read
from pdo_app.records import RosterRow

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

MOST_ROWS = trouble.MOST_ROWS


@dataclass(frozen=True, slots=True)
class RosterFile:
    """A roster as it was read.

    ``encoding`` and ``delimiter`` are empty for a workbook, ``sheet`` for a text. ``columns``
    maps each field that was found to its head; "" where there was none. ``problems`` say what of
    the whole was not taken, ``notes`` what of a row, by its line.
    """

    encoding: str
    delimiter: str
    sheet: str
    columns: Mapping[str, str]
    rows: tuple[RosterRow, ...]
    problems: tuple[Message, ...] = ()
    notes: Mapping[int, tuple[Message, ...]] = field(default_factory=dict)


def read_roster(path: Path, destinations: Iterable[str] = ()) -> RosterFile:
    """Read a roster from a CSV or XLSX file, whatever its name says.

    ``destinations`` are names of countries, to find their column where there is no head. Raises
    RosterError for what is no roster, with what to do.
    """
    try:
        if path.stat().st_size > trouble.MOST_BYTES:
            raise trouble.too_large()
        data = path.read_bytes()
    except OSError as error:
        raise trouble.unreadable(path.name) from error
    if not data.strip():
        raise trouble.empty()
    known = {key(name) for name in destinations}
    if workbook.is_workbook(data):
        sheet = workbook.read_workbook(data)
        return _roster(sheet.lines, ("", "", sheet.name), sheet.problems, known)
    text = plain_text.decoded(data)
    delimiter, lines = plain_text.split(text.text)
    return _roster(lines, (text.encoding, delimiter, ""), (), known)


def read_pasted(text: str, destinations: Iterable[str] = ()) -> RosterFile:
    """Read what was copied from a spreadsheet or a message: cells with tabs between them, or one
    name on each line. Raises RosterError like :func:`read_roster`."""
    if not text.strip():
        raise trouble.empty()
    if len(text) > trouble.MOST_BYTES:
        raise trouble.too_large()
    delimiters = ("\t",) if "\t" in text else (",", ";")
    delimiter, lines = plain_text.split(text, delimiters)
    return _roster(lines, ("", delimiter, ""), (), {key(name) for name in destinations})


def write_csv(path: Path, heads: Mapping[str, str], rows: Iterable[RosterRow]) -> None:
    """Write a roster as CSV that spreadsheets open as it is: UTF-8 with a mark, Windows line
    ends. ``heads`` gives the words above each field. Raises WriteError."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(heads[name] for name in FIELDS)
    for row in rows:
        writer.writerow(neutral(words) for words in _cells(row))
    _write(path, text.getvalue().encode("utf-8-sig"))


def write_xlsx(path: Path, heads: Mapping[str, str], rows: Iterable[RosterRow]) -> None:
    """Write a roster as a workbook of words: no cell is a formula or a number. ``heads`` as for
    :func:`write_csv`. Raises WriteError."""
    from openpyxl import Workbook  # costs a start 100 ms

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.freeze_panes = "B2"
    for at, cells in enumerate(([heads[name] for name in FIELDS], *map(_cells, rows)), start=1):
        _write_line(sheet, at, cells)
    for letter, width in zip("ABCDEFG", _WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    data = io.BytesIO()
    book.save(data)
    _write(path, data.getvalue())


_WIDTHS = (16, 32, 14, 14, 16, 12, 14)


def _write_line(sheet: Worksheet, line: int, cells: Sequence[str]) -> None:
    from openpyxl.styles import Font

    for at, words in enumerate(cells, start=1):
        cell = sheet.cell(line, at, neutral(words))
        cell.number_format = "@"
        if line == 1:
            cell.font = Font(bold=True)


def _cells(row: RosterRow) -> list[str]:
    return [getattr(row, name) for name in FIELDS]


def _write(path: Path, data: bytes) -> None:
    temporary = path.with_name(f"{path.name}.new")
    try:
        temporary.write_bytes(data)
        temporary.replace(path)
    except (OSError, ValueError) as error:
        temporary.unlink(missing_ok=True)
        raise WriteError(
            Message(N_("{name} cannot be written here."), {"name": path.name}),
            Message(N_("Use another folder or USB stick, or close the file where it is open.")),
        ) from error


def _roster(
    lines: Lines,
    source: tuple[str, str, str],
    problems: tuple[Message, ...],
    destinations: Collection[str],
) -> RosterFile:
    if not lines:
        raise trouble.empty()
    heads, people = _parted(lines, destinations)
    if len(people) > trouble.MOST_ROWS:
        raise trouble.too_many_rows()
    found = [read(line, cells, heads) for line, cells in people]
    rows = tuple(one.row for one in found if any(_cells(one.row)))
    if not rows:
        raise trouble.nobody()
    notes = {one.row.line: one.notes for one in found if one.notes}
    return RosterFile(
        *source,
        columns={name: heads.words.get(name, "") for name in FIELDS if name in heads.columns},
        rows=rows,
        problems=(*problems, *_said(heads, notes)),
        notes=notes,
    )


def _parted(lines: Lines, destinations: Collection[str]) -> tuple[Heads, Lines]:
    """Return what the columns hold, and the lines of people."""
    cells = [cells for _, cells in lines]
    head = head_at(cells)
    if head is not None:
        return head[1], lines[head[0] + 1 :]
    nameless = nameless_head(cells)
    if nameless is not None:
        raise trouble.no_names(", ".join(" ".join(cell.split()) for cell in nameless if cell))
    return guessed(cells, destinations), lines


def _said(heads: Heads, notes: Mapping[int, tuple[Message, ...]]) -> list[Message]:
    found = []
    if not heads.words:
        found.append(
            Message(N_("There is no header row. The columns were recognised by what is in them."))
        )
    if heads.left_out:
        left_out = N_("These columns are not taken: {heads}.")
        found.append(Message(left_out, {"heads": ", ".join(heads.left_out)}))
    cut = sum(PHONE_CUT in said for said in notes.values())
    if cut:
        only = N_("Phones of which only the last four digits were taken: {n}.")
        found.append(Message(only, {"n": cut}))
    return found
