"""The recovery code on paper, large enough to be typed from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from pdo_app.paper.document import save
from pdo_app.paper.flow import Piece
from pdo_app.paper.page import HEAD_WIDTH, WIDTH, head, paged
from pdo_app.paper.text import CENTRE, PT, Paragraph
from pdo_app.reports.recovery_sheet import RecoverySheet

_CODE, _AROUND = 30.0, 18 * PT


def write_recovery_sheet(sheet: RecoverySheet, target: Path) -> None:
    """Write the sheet as PDF. Raises WriteError with what to do."""
    save(recovery_pdf(sheet), target)


def recovery_pdf(sheet: RecoverySheet) -> bytes:
    """Return the sheet as PDF of one page."""
    return paged(sheet.document, _pieces(sheet), sheet.foot)


def _pieces(sheet: RecoverySheet) -> Iterator[Piece]:
    yield head(sheet.title, [Paragraph(sheet.centre, 11, HEAD_WIDTH)] if sheet.centre else [])
    yield _code(sheet.code)
    for words in sheet.lines:
        lines = [Paragraph(words.first, 12, WIDTH, bold=True)]
        if words.second:
            lines.append(Paragraph(words.second, 11, WIDTH))
        yield _paragraphs(lines)


def _code(code: str) -> Piece:
    words = Paragraph(code, _CODE, WIDTH, bold=True, align=CENTRE)
    height = words.height + 2 * _AROUND

    def draw(painter: QPainter, y: float) -> None:
        painter.setPen(QPen(Qt.GlobalColor.black, 1.5 * PT))
        painter.drawRect(QRectF(0, y + 10 * PT, WIDTH, height))
        words.draw(painter, 0, y + 10 * PT + _AROUND)

    return Piece(height + 28 * PT, draw)


def _paragraphs(lines: list[Paragraph]) -> Piece:
    def draw(painter: QPainter, y: float) -> None:
        for line in lines:
            line.draw(painter, 0, y)
            y += line.height

    return Piece(sum(line.height for line in lines) + 10 * PT, draw)
