"""The report of a session as a workbook: session, attendance, coverage, minutes, questions.

Numbers are numbers and dates are dates. Whatever people typed is kept as text, so that a
spreadsheet program never reckons with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, time
from io import BytesIO
from typing import TYPE_CHECKING

from pdo_app.content.model import Text
from pdo_app.errors import N_
from pdo_app.reports.mark_words import NAMES
from pdo_app.reports.report_figures import sums
from pdo_app.reports.report_parts import KINDS, STATES
from pdo_app.reports.session_record import SessionRecord
from pdo_app.reports.session_words import (
    half_title,
    sector_words,
    segment_title,
    session_head,
)
from pdo_app.reports.wording import Wording, in_a_row
from pdo_app.texts import Texts
from pdo_app.training.attendance import THERE

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

Value = str | int | float | date | time | None
_NO_CELL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_RECKONS = ("=", "+", "-", "@", "\t", "\r")
_LONGEST = 32_767
"""Characters of a cell."""
_WIDEST, _HEAD = 48, 16
"""Widths in figures: of a column, and of what its head may ask for."""
_FITS = 12
"""Columns that a page across can be made to hold and still be read."""
_LINE, _HIGHEST = 15, 400
"""Heights in points: of a line, and of a row."""


def workbook(record: SessionRecord, texts: Texts) -> bytes:
    """Return the report of a session as the bytes of an XLSX file, in the languages of
    ``texts``."""
    from openpyxl import Workbook  # costs 150 ms, and only an export needs it

    wording = Wording(texts)
    book = Workbook()
    book.properties.creator = "PDO Companion"
    book.properties.title = neutral(record.session.title)
    first = book.active
    assert first is not None
    book.remove(first)
    _session(_sheet(book, wording.say("Session").first), record, wording)
    _attendance(_sheet(book, wording.say("Attendance").first), record, wording)
    _coverage(_sheet(book, wording.say("Coverage").first), record, wording)
    _minutes(_sheet(book, wording.say("Minutes").first), record, wording)
    _questions(_sheet(book, wording.say("Questions").first), record, wording)
    data = BytesIO()
    book.save(data)
    return data.getvalue()


def neutral(text: str) -> str:
    """Return ``text`` as a cell may hold it: signs that no cell takes are left out, and what a
    spreadsheet program would reckon with begins with an apostrophe."""
    kept = _NO_CELL.sub("", text)
    if kept.lstrip(" ").startswith(_RECKONS):
        kept = f"'{kept}"
    return kept[:_LONGEST]


def _sheet(book: Workbook, title: str) -> Worksheet:
    made: Worksheet = book.create_sheet(re.sub(r"[\[\]:*?/\\]", " ", title)[:31])
    return made


def _fill(sheet: Worksheet, head: Sequence[str], rows: Iterable[Sequence[Value]]) -> None:
    """Write a table with a bold head that stays in sight and is repeated on paper."""
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    table = [tuple(head), *(tuple(row) for row in rows)]
    widths = [_column_width([row[place] for row in table]) for place in range(len(head))]
    bold = Font(name="Calibri", size=11, bold=True)
    for number, row in enumerate(table, 1):
        for place, value in enumerate(row, 1):
            _put(sheet.cell(number, place), value)
            if number == 1:
                sheet.cell(number, place).font = bold
        lines = max(_lines(value, width) for value, width in zip(row, widths, strict=True))
        if lines > 1:
            sheet.row_dimensions[number].height = min(_HIGHEST, lines * _LINE)
    for place, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    if len(head) <= _FITS:
        sheet.page_setup.fitToHeight = 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _put(cell: Cell | MergedCell, value: Value) -> None:
    """Write a value: words as words, a date as a date."""
    from openpyxl.styles import Alignment

    cell.alignment = Alignment(vertical="top", wrap_text=isinstance(value, str))
    if isinstance(value, str):
        words = neutral(value)
        if words:
            cell.value = words
            cell.data_type = "s"
        return
    cell.value = value
    if isinstance(value, date):
        cell.number_format = "yyyy-mm-dd"
    elif isinstance(value, time):
        cell.number_format = "hh:mm"


def _column_width(column: Sequence[Value]) -> int:
    """Return the width of a column in figures: what stands in it decides, less so its head,
    which has several lines."""
    head, *values = (_width(value) for value in column)
    return min(_WIDEST, max(9, min(head, _HEAD) + 2, *(width + 2 for width in values)))


def _lines(value: Value, width: int) -> int:
    """Return how many lines a value takes in a column of ``width``."""
    parts = str(value).splitlines() if isinstance(value, str) else []
    return sum(max(1, -(-_width(part) // (width - 1))) for part in parts)


def _width(value: Value) -> int:
    """Return the room of a value in figures; a Chinese character takes two."""
    lines = str(value).splitlines() or [""]
    return max(sum(2 if ord(sign) > 0x2E7F else 1 for sign in line) for line in lines)


def _session(sheet: Worksheet, record: SessionRecord, wording: Wording) -> None:
    session, say = record.session, wording.say
    days = [half.day for half in session.plan]
    head = session_head("", session, record.centre, wording, len(record.grid.rows))
    count = sums(record)
    share = record.attended_share
    rows: list[Sequence[Value]] = [
        (in_a_row(say("Title")), session.title),
        (in_a_row(say("Training centre")), record.centre.name),
        (in_a_row(say("Address")), record.centre.address),
        (in_a_row(say("First day")), min(days, default=None)),
        (in_a_row(say("Last day")), max(days, default=None)),
        *(
            (in_a_row(known.label), in_a_row(known.value))
            for known in head.known
            if known.label not in (say("Date"), say("People"))
        ),
        (in_a_row(say("People")), len(record.grid.rows)),
        (in_a_row(say("Half-days")), len(session.plan)),
        (in_a_row(say("Attendance")), share),
        (in_a_row(say("Certificates")), len(record.earned)),
        (in_a_row(say("Parts given")), count.given),
        (in_a_row(say("Parts planned")), count.parts),
        (in_a_row(say("Planned minutes")), count.planned),
        (in_a_row(say("Real minutes")), count.real),
        (in_a_row(say("Closed on")), session.closed_at.date() if session.closed_at else None),
        (in_a_row(say("Notes for the next time")), record.assessment.notes),
    ]
    _fill(sheet, (in_a_row(say("What")), in_a_row(say("Value"))), rows)
    for row in sheet.iter_rows(min_col=2, max_col=2):
        if isinstance(row[0].value, float):
            row[0].number_format = "0%"


def _attendance(sheet: Worksheet, record: SessionRecord, wording: Wording) -> None:
    say = wording.say
    head = [
        in_a_row(say(name))
        for name in (
            N_("No."),
            N_("Name"),
            N_("Company"),
            N_("Destination"),
            N_("Departure"),
            N_("Sector"),
            N_("Worked abroad before"),
            N_("Phone, last four"),
        )
    ]
    for half in record.grid.halves:
        title = in_a_row(half_title(half, wording))
        head += [title, f"{title}: {in_a_row(say('Time'))}"]
    head += [in_a_row(say("Half-days")), in_a_row(say("Certificate"))]
    earned = record.earned
    rows: list[Sequence[Value]] = []
    for number, row in enumerate(record.grid.rows, 1):
        person = row.participant
        country = wording.texts.country(person.destination) if person.destination else ""
        yes = in_a_row(say("Yes"))
        cells: list[Value] = [number, person.name, person.company, country, person.departure]
        sector = in_a_row(sector_words(person.sector, wording))
        cells += [sector, yes if person.returnee else "", person.phone]
        there = 0
        for mark in row.marks:
            cells.append(in_a_row(say(NAMES[mark.kind])) if mark else None)
            cells.append(time(*divmod(mark.at, 60)) if mark and mark.at is not None else None)
            there += mark is not None and mark.kind in THERE
        rows.append((*cells, there, yes if person.id in earned else ""))
    _fill(sheet, head, rows)


def _coverage(sheet: Worksheet, record: SessionRecord, wording: Wording) -> None:
    given = record.ledger.given
    head = [in_a_row(wording.say("Name"))]
    head += [in_a_row(wording.text(record.topics[lesson].title)) for lesson in given]
    head += [in_a_row(wording.say("Had")), in_a_row(wording.say("Missed"))]
    _fill(
        sheet,
        head,
        (
            (
                row.participant.name,
                *(1 if lesson in row.had else 0 for lesson in given),
                len(row.had),
                len(row.missed),
            )
            for row in record.ledger.rows
        ),
    )


def _minutes(sheet: Worksheet, record: SessionRecord, wording: Wording) -> None:
    say = wording.say
    gone = {one.id for one in record.left_out()}
    head = [
        in_a_row(say(name))
        for name in (
            N_("Date"),
            N_("Half-day"),
            N_("Part"),
            N_("Plan"),
            N_("Real"),
            N_("Not given"),
            N_("Why"),
        )
    ]
    rows: list[Sequence[Value]] = []
    for half in record.session.plan:
        for one in half.segments:
            seconds = record.timing.seconds.get(one.id)
            rows.append(
                (
                    half.day,
                    in_a_row(wording.text(Text(half.title_zh, half.title_en))),
                    in_a_row(segment_title(one, wording)),
                    0 if one.skipped else one.minutes,
                    None if seconds is None else round(seconds / 60, 1),
                    in_a_row(say("Yes")) if one.id in gone else "",
                    record.assessment.reasons.get(one.id, ""),
                )
            )
    _fill(sheet, head, rows)


def _questions(sheet: Worksheet, record: SessionRecord, wording: Wording) -> None:
    say = wording.say
    head = [in_a_row(say(name)) for name in (N_("Entry"), N_("Kind"), N_("State"))]
    rows: list[Sequence[Value]] = [
        (one.text, in_a_row(say(KINDS[one.kind])), in_a_row(say(STATES[one.state])))
        for one in record.wall
    ]
    rows += [(note.text, in_a_row(say("To talk about later")), "") for note in record.notes]
    _fill(sheet, head, rows)
