"""The certificate on one sheet: a stitched frame, and the route with a knot for each module."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from pdo_app.paper.document import pdf, save
from pdo_app.paper.route import Route
from pdo_app.paper.text import CENTRE, MM, PT, Paragraph, fitted
from pdo_app.paper.thread import frame, mark
from pdo_app.reports.bilingual import Words
from pdo_app.reports.certificate import CertificatePage, Figure

_FRAME = 11 * MM
_SIDE = 27 * MM
_TOP = 21 * MM
_FOOT = 20 * MM
_MARK = 42 * PT
_NAME_SIZES = (32, 28, 24, 21, 18, 15, 13, 11, 10, 9)
_NAME_HEIGHT = 84 * PT
_BELOW = 1.0
_APART = 14 * PT
"""The room between two figures."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the page: how high it is, how it is drawn at a height, and which share of the
    free room goes above it."""

    height: float
    draw: Callable[[QPainter, float], None]
    room: float


def write_certificate(page: CertificatePage, target: Path) -> None:
    """Write a certificate as PDF. Raises WriteError with what to do."""
    save(certificate_pdf(page), target)


def certificate_pdf(page: CertificatePage) -> bytes:
    """Return a certificate as PDF."""
    return pdf(page.document, [lambda painter, sheet: draw_certificate(painter, sheet, page)])


def draw_certificate(painter: QPainter, sheet: QRectF, page: CertificatePage) -> None:
    """Draw a certificate on the whole ``sheet``, on paper or on a screen that shows it first."""
    left, width = column(sheet)
    lay_out(painter, sheet, page_parts(page, left, width), page.foot)


def column(sheet: QRectF) -> tuple[float, float]:
    """Return the left edge and the width of what stands on a certificate."""
    return sheet.left() + _SIDE, sheet.width() - 2 * _SIDE


def lay_out(painter: QPainter, sheet: QRectF, parts: list[Part], below: Words) -> None:
    """Draw the frame, ``parts`` from top to bottom with the free room among them, and the words
    ``below`` at the foot."""
    frame(painter, sheet.adjusted(_FRAME, _FRAME, -_FRAME, -_FRAME))
    left, width = column(sheet)
    foot = words_part(below, 9, 9, width, left, one_line=True)
    bottom = sheet.bottom() - _FOOT
    foot.draw(painter, bottom - foot.height)
    free = bottom - foot.height - _TOP - sum(part.height for part in parts)
    y = sheet.top() + _TOP
    for part, gap in zip(parts, _gaps(parts, free), strict=True):
        y += gap
        part.draw(painter, y)
        y += part.height


def _gaps(parts: list[Part], free: float) -> list[float]:
    """Share the free room among the gaps above the parts and the one below them all."""
    unit = max(free, 0.0) / (sum(part.room for part in parts) + _BELOW)
    return [part.room * unit for part in parts]


def page_parts(page: CertificatePage, left: float, width: float) -> list[Part]:
    """Return what stands on a certificate; the first part is the sign of the application."""
    centre = left + width / 2
    name = fitted(page.name, _NAME_SIZES, width, _NAME_HEIGHT, bold=True, align=CENTRE)
    route = Route(page.modules, page.ahead, left, width)

    def draw_mark(painter: QPainter, y: float) -> None:
        mark(painter, QPointF(centre, y + _MARK / 2), _MARK)

    return [
        Part(_MARK, draw_mark, 0.0),
        words_part(page.title, 28, 15, width, left, bold=True, room=0.7),
        words_part(page.opening, 12, 10, width, left, one_line=True, room=1.5),
        Part(name.height, lambda painter, y: name.draw(painter, left, y), 0.6),
        words_part(page.statement, 12, 10, width, left, room=0.6),
        Part(route.height, route.draw, 1.5),
        _figures(page.figures, left, width, room=1.5),
        words_part(page.rule, 9, 9, width, left, room=1.3),
    ]


def words_part(
    words: Words,
    first: float,
    second: float,
    width: float,
    left: float,
    *,
    bold: bool = False,
    one_line: bool = False,
    room: float = 0.0,
) -> Part:
    """Return words centred: the second language under the first, or beside it."""
    if one_line:
        one = Paragraph(f"{words.first}  {words.second}", first, width, align=CENTRE)
        return Part(one.height, lambda painter, y: one.draw(painter, left, y), room)
    above = Paragraph(words.first, first, width, bold=bold, align=CENTRE, leading=1.5)
    below = Paragraph(words.second, second, width, align=CENTRE, leading=1.4)

    def draw(painter: QPainter, y: float) -> None:
        above.draw(painter, left, y)
        below.draw(painter, left, y + above.height)

    return Part(above.height + below.height, draw, room)


def _figures(figures: tuple[Figure, ...], left: float, width: float, room: float) -> Part:
    column, size = width / max(1, len(figures)), 14 if len(figures) < 3 else 12
    parts = [
        (
            words_part(figure.label, 10, 9, column - _APART, 0, one_line=True),
            words_part(figure.value, size, 10, column - _APART, 0, bold=True),
        )
        for figure in figures
    ]
    height = max((label.height + value.height for label, value in parts), default=0.0)

    def draw(painter: QPainter, y: float) -> None:
        for place, (label, value) in enumerate(parts):
            painter.save()
            painter.translate(left + place * column + _APART / 2, 0)
            label.draw(painter, y)
            value.draw(painter, y + label.height)
            painter.restore()

    return Part(height, draw, room)
