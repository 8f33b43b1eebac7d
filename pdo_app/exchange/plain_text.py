"""Bytes of a text file become text, and text becomes rows of cells. Pure functions."""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pdo_app.exchange import trouble
from pdo_app.exchange.heads import head_at

MOST_CELLS = 64
"""Cells of a row that are looked at."""
_BOMS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
_MARKUP = ("<html", "<!doctype", "<table", "<?xml", "<meta", "{\\rtf", "%pdf")
_SAMPLE = 20
_LINES_OF_A_CELL = 20
_CONTROLS = {chr(code) for code in range(32)} - set("\t\n\r\f\v")

Lines = list[tuple[int, list[str]]]
"""Number of a row, counted from 1, and its cells; empty rows are left out."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the name of the encoding in which it was."""

    text: str
    encoding: str


def decoded(data: bytes) -> Decoded:
    """Return the text of a file: UTF-8, UTF-16 with or without a mark, or GB18030 with GBK in
    it. Raises RosterError where it is no text."""
    text, encoding = _decoded(data)
    head = text.lstrip().lower()
    if any(sign in _CONTROLS for sign in text) or head.startswith(_MARKUP):
        raise trouble.no_text()
    return Decoded(text, encoding)


def _decoded(data: bytes) -> tuple[str, str]:
    for bom, codec, name in _BOMS:
        if data.startswith(bom):
            return _strictly(data.removeprefix(bom), codec), name
    if b"\0" in data:
        # Marks, spaces and line ends have one empty byte each: the second in little endian.
        first, second = data[::2].count(0), data[1::2].count(0)
        return _strictly(data, "utf-16-le" if second > first else "utf-16-be"), "UTF-16"
    try:
        return data.decode("utf-8"), "UTF-8"
    except UnicodeDecodeError:
        return _strictly(data, "gb18030"), "GB18030"


def _strictly(data: bytes, codec: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        raise trouble.no_text() from error


def split(text: str, delimiters: Sequence[str] = (",", ";", "\t")) -> tuple[str, Lines]:
    """Return the delimiter of a text and its rows. Quoted cells may hold delimiters and line
    ends. Raises RosterError for a quotation mark that is never closed."""
    best, found = delimiters[0], _lines(text, delimiters[0])
    points = _points(found)
    for delimiter in delimiters[1:]:
        other = _lines(text, delimiter)
        if _points(other) > points:
            best, found, points = delimiter, other, _points(other)
    for line, cells in found:
        if any(cell.count("\n") > _LINES_OF_A_CELL for cell in cells):
            raise trouble.open_quote(line)
    return best, found


def _lines(text: str, delimiter: str) -> Lines:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    found: Lines = []
    line = 0
    while True:
        line += 1
        try:
            cells = next(reader)
        except StopIteration:
            return found
        except csv.Error as error:  # a cell of more than 131,072 signs
            raise trouble.open_quote(line) from error
        if any(cell.strip() for cell in cells):
            found.append((line, cells[:MOST_CELLS]))


def _points(lines: Lines) -> tuple[int, int]:
    """Return how well a delimiter fits: the heads that it shows, the rows of one width."""
    sample = [cells for _, cells in lines[:_SAMPLE]]
    head = head_at(sample)
    known = 0 if head is None else len(head[1].columns)
    widths = Counter(len(cells) for cells in sample if len(cells) > 1)
    return known, max(widths.values(), default=0)
