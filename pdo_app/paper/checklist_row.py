"""One thing to do on the printed checklist."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from pdo_app.paper.flow import Piece
from pdo_app.paper.text import PT, RIGHT, Paragraph
from pdo_app.paper.thread import box, down, label_ends, sew, stitch
from pdo_app.reports.bilingual import Words
from pdo_app.reports.checklist_sheet import SheetRow

_DATES = 109 * PT
_THREAD = _DATES + 19 * PT
_WORDS = _THREAD + 19 * PT
_BOX = 15 * PT
_LABEL_PAD = 6 * PT
_AFTER = 13 * PT
_LINES_TOGETHER = 8
"""How many lines of a note stay together; a longer one may go on overleaf."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A paragraph with room above it; a ``label`` has stitches at its ends."""

    paragraph: Paragraph
    above: float
    label: bool = False

    @property
    def height(self) -> float:
        return self.above + self.paragraph.height

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        y += self.above
        if not self.label:
            self.paragraph.draw(painter, x, y)
            return
        room = self.paragraph.width + 2 * _LABEL_PAD
        label_ends(painter, QRectF(x + 0.5 * PT, y + PT, room, self.paragraph.height - 2 * PT))
        self.paragraph.draw(painter, x + _LABEL_PAD, y)


def row_pieces(
    row: SheetRow, note: Words, width: float, *, first: bool, last: bool
) -> Iterator[Piece]:
    """Return the pieces of a row: dates, box and words, then the lines of a long note.

    ``note`` is the label of a note. ``first`` and ``last`` tell whether the thread begins or
    ends here.
    """
    words = width - _WORDS
    written = Paragraph(row.note, 10, words)
    notes = list(_portions(written))
    if notes:
        label = f"{note.first}  {note.second}".rstrip()
        noted = [_Line(Paragraph(label, 9, words, bold=True), 5 * PT)]
    else:
        noted = []
    yield _head(row, noted, words, first=first, last=last and not notes)
    for portion in notes:
        end = portion.stop == written.lines
        yield _note(written, portion, sewn=row.done, over=not (last and end), after=end)


def _head(row: SheetRow, noted: list[_Line], width: float, *, first: bool, last: bool) -> Piece:
    lines = _lines(row, width) + noted
    dates = [
        Paragraph(row.day.first, 11, _DATES, bold=True, align=RIGHT),
        Paragraph(row.day.second, 9, _DATES, align=RIGHT),
        Paragraph(row.when.first, 9, _DATES, align=RIGHT),
        Paragraph(row.when.second, 9, _DATES, align=RIGHT),
    ]
    high = max(sum(line.height for line in lines), sum(date.height for date in dates))
    height = high + (0 if noted else _AFTER)
    middle = lines[0].paragraph.step / 2  # of the first line of the title

    def draw(painter: QPainter, y: float) -> None:
        _thread(painter, y + middle if first else y, y + middle if last else y + height, row.done)
        box(painter, QPointF(_THREAD, y + middle), _BOX, done=row.done)
        _column(painter, dates, y + middle - (dates[0].step or dates[2].step) / 2)
        down_to = y
        for line in lines:
            line.draw(painter, _WORDS, down_to)
            down_to += line.height

    return Piece(height, draw, with_next=bool(noted))


def _column(painter: QPainter, dates: list[Paragraph], y: float) -> None:
    for date in dates:
        date.draw(painter, 0, y)
        y += date.height


def _lines(row: SheetRow, width: float) -> list[_Line]:
    lines = [
        _Line(Paragraph(row.title.first, 12, width, bold=True), 0),
        _Line(Paragraph(row.title.second, 10, width, leading=1.35), 0),
        _Line(Paragraph(row.why.first, 10, width, leading=1.5), 3 * PT),
        _Line(Paragraph(row.why.second, 9, width, leading=1.4), 0),
    ]
    lines += [
        _Line(Paragraph(source, 9, width - 2 * _LABEL_PAD), 4 * PT, label=True)
        for source in row.sources
    ]
    return [line for line in lines if line.paragraph.height]


def _portions(written: Paragraph) -> Iterator[range]:
    """Cut a note into portions that stay together."""
    if written.height:
        for start in range(0, written.lines, _LINES_TOGETHER):
            yield range(start, min(start + _LINES_TOGETHER, written.lines))


def _note(written: Paragraph, lines: range, *, sewn: bool, over: bool, after: bool) -> Piece:
    height = written.step * len(lines) + (_AFTER if after else 0)

    def draw(painter: QPainter, y: float) -> None:
        if over:
            _thread(painter, y, y + height, sewn)
        written.draw_lines(painter, _WORDS, y, lines)

    return Piece(height, draw)


def _thread(painter: QPainter, top: float, bottom: float, sewn: bool) -> None:
    if bottom > top:
        (sew if sewn else stitch)(painter, down(_THREAD, top, bottom))
