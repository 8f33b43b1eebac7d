"""The rows of an XLSX workbook, as a person sees them: merged cells in each of their rows, the
values of formulas, no hidden rows."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, time
from typing import Any
from xml.etree.ElementTree import iterparse

from pdo_app.errors import N_, Message
from pdo_app.exchange import trouble
from pdo_app.exchange.heads import head_at
from pdo_app.exchange.plain_text import MOST_CELLS, Lines

_Sheet = Any
"""A sheet that openpyxl reads row by row; its types know only those that can be changed."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PACKED = b"PK"
_SPARE = 20  # rows of titles and heads beyond those of people
_DAYS = range(36_526, 73_051)  # 2000 to 2099, counted as spreadsheets do
_LAST_ROW = 1_048_576
_ERRORS = frozenset(
    ("#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA")
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of a sheet and what of it was not taken."""

    name: str
    lines: Lines
    problems: tuple[Message, ...] = ()


@dataclass(slots=True)
class _Marks:
    """What the reader of values does not tell of a sheet."""

    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden: set[int] = field(default_factory=set)
    without_value: list[str] = field(default_factory=list)


def is_workbook(data: bytes) -> bool:
    """Tell whether a file begins like a workbook, of today or of old."""
    return data.startswith((_PACKED, _OLE))


def read_workbook(data: bytes) -> Sheet:
    """Return the first sheet with a head of a roster, else the first one with anything on it.
    Raises RosterError where the file is no workbook, or one that cannot be read."""
    if data.startswith(_OLE):
        raise trouble.protected() if _ENCRYPTED in data else trouble.old_workbook()
    _check_parts(data)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about what a workbook has besides values
        try:
            return _read(data)
        except trouble.RosterError:
            raise
        except Exception as error:  # openpyxl raises whatever it stumbles over
            raise trouble.damaged() from error


def _check_parts(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = packed.infolist()
    except zipfile.BadZipFile as error:
        raise trouble.damaged() from error
    if "[Content_Types].xml" not in {part.filename for part in parts} or not any(
        part.filename.startswith("xl/") for part in parts
    ):
        raise trouble.no_workbook()
    if sum(part.file_size for part in parts) > trouble.MOST_UNPACKED:
        raise trouble.too_large()


def _read(data: bytes) -> Sheet:
    from openpyxl import load_workbook  # costs a start 100 ms; few ever import a workbook

    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    try:
        sheets: list[_Sheet] = list(book.worksheets)
        shown = [sheet for sheet in sheets if sheet.sheet_state == "visible"]
        first: Sheet | None = None
        for sheet in shown:
            found = _sheet(sheet)
            if head_at([cells for _, cells in found.lines]) is not None:
                return _told(found, len(shown))
            if first is None and found.lines:
                first = found
        if first is None:
            raise trouble.empty()
        return _told(first, len(shown))
    finally:
        book.close()


def _told(sheet: Sheet, number: int) -> Sheet:
    """Say which of several sheets was read."""
    if number == 1:
        return sheet
    said = Message(
        N_("The workbook has {n} sheets; only {sheet} was read."),
        {"n": number, "sheet": sheet.name},
    )
    return Sheet(sheet.name, sheet.lines, (said, *sheet.problems))


def _sheet(sheet: _Sheet) -> Sheet:
    marks = _marks(sheet)
    sheet.reset_dimensions()  # what a file says of its own size may be wrong
    lines: Lines = []
    left_out = 0
    for line, values in enumerate(sheet.iter_rows(max_col=MOST_CELLS, values_only=True), start=1):
        if line > _LAST_ROW or len(lines) > trouble.MOST_ROWS + _SPARE:
            break
        if all(value is None or value == "" for value in values):
            continue
        if line in marks.hidden:
            left_out += 1
            continue
        lines.append((line, [_words(value) for value in values]))
    _spread(lines, marks.merged)
    _days_of_numbers(lines)
    return Sheet(sheet.title, lines, _problems(marks, left_out))


def _problems(marks: _Marks, left_out: int) -> tuple[Message, ...]:
    found = []
    if left_out:
        hidden = N_("Hidden rows are not taken: {n}.")
        found.append(Message(hidden, {"n": left_out}))
    if marks.without_value:
        cells = ", ".join(marks.without_value[:3])
        missing = N_("Formulas without a value: {cells}. Open and save the workbook once.")
        found.append(Message(missing, {"cells": cells}))
    return tuple(found)


def _words(value: object) -> str:
    """Return the value of a cell as words: dates year first, whole numbers without a point."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return str(value.date()) if value.time() == time() else value.isoformat(" ", "minutes")
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    words = str(value)
    return "" if words in _ERRORS else words


def _spread(lines: Lines, merged: Iterable[tuple[int, int, int, int]]) -> None:
    """Write what merged cells hold into each of their rows: one company beside five people."""
    by_line = dict(lines)
    for left, top, right, bottom in merged:
        first = by_line.get(top)
        if first is None or left != right or left >= MOST_CELLS:
            continue  # across columns it is a title
        for line in range(top + 1, bottom + 1):
            if line in by_line:
                by_line[line][left] = first[left]


def _days_of_numbers(lines: Lines) -> None:
    """Write the days of a column of departures that a spreadsheet shows as plain numbers."""
    from openpyxl.utils.datetime import from_excel

    head = head_at([cells for _, cells in lines])
    if head is None or "departure" not in head[1].columns:
        return
    at = head[1].columns["departure"]
    for _, cells in lines[head[0] + 1 :]:
        if cells[at].isdecimal() and int(cells[at]) in _DAYS:
            cells[at] = str(from_excel(int(cells[at])).date())


def _marks(sheet: _Sheet) -> _Marks:
    """Read from a sheet what is merged, hidden, or a formula that was never reckoned."""
    from openpyxl.utils import range_boundaries

    marks = _Marks()
    with sheet._get_source() as source:
        for _, element in iterparse(source):
            name = element.tag.rpartition("}")[2]
            if name == "c":
                parts = {part.tag.rpartition("}")[2]: part.text for part in element}
                if "f" in parts and not parts.get("v") and element.get("t") != "str":
                    marks.without_value.append(element.get("r", "?"))
            elif name == "row":
                if element.get("hidden") in ("1", "true"):
                    marks.hidden.add(int(element.get("r", "0")))
                element.clear()
            elif name == "mergeCell":
                box: Any = range_boundaries(element.get("ref", ""))
                left, top, right, bottom = box
                marks.merged.append((left - 1, top, right - 1, bottom))
    return marks
