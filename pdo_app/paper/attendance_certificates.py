"""Certificates of attendance on paper, one sheet for each person in one file."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from pdo_app.paper.certificate import Part, column, lay_out, page_parts
from pdo_app.paper.document import Draw, pdf, save
from pdo_app.paper.logo import Logo
from pdo_app.paper.text import CENTRE, PT, Paragraph, fitted
from pdo_app.paper.thread import mark, pen
from pdo_app.reports.attendance_certificates import AttendanceCertificates, AttendancePage

_LOGO, _MARK = 40 * PT, 34 * PT
_SIGN = 26 * PT
"""The room to sign in."""


def write_attendance_certificates(certificates: AttendanceCertificates, target: Path) -> None:
    """Write all certificates as one PDF. Raises WriteError with what to do."""
    save(attendance_certificates_pdf(certificates), target)


def attendance_certificates_pdf(certificates: AttendanceCertificates) -> bytes:
    """Return all certificates as one PDF. Call it where there is at least one."""
    pages: list[Draw] = [partial(_draw, page=page) for page in certificates.pages]
    return pdf(certificates.document, pages)


def _draw(painter: QPainter, sheet: QRectF, *, page: AttendancePage) -> None:
    left, width = column(sheet)
    parts = [_centre(page, left, width), *page_parts(page.page, left, width)[1:]]
    lay_out(painter, sheet, [*parts, _signatures(page, left, width)], page.page.foot)


def _centre(page: AttendancePage, left: float, width: float) -> Part:
    """Return logo, name and address of the centre, or the sign of the application."""
    logo = Logo(page.logo, width, _LOGO)
    name = fitted(page.centre, (13, 11, 9), width, 38 * PT, bold=True, align=CENTRE)
    address = fitted(page.address, (9,), width, 26 * PT, align=CENTRE)
    high = logo.height or _MARK
    centre = left + width / 2

    def draw(painter: QPainter, y: float) -> None:
        if logo.width:
            logo.draw(painter, centre - logo.width / 2, y)
        else:
            mark(painter, QPointF(centre, y + _MARK / 2), _MARK)
        name.draw(painter, left, y + high + 4 * PT)
        address.draw(painter, left, y + high + 4 * PT + name.height)

    return Part(high + 4 * PT + name.height + address.height, draw, 0.0)


def _signatures(page: AttendancePage, left: float, width: float) -> Part:
    """Return a line to sign on for each signature; the trainer's name stands on theirs."""
    share = width / len(page.signatures)
    room = share - 20 * PT
    labels = [
        Paragraph(f"{said.first}  {said.second}".rstrip(), 9, room, align=CENTRE, leading=1.35)
        for said in page.signatures
    ]
    trainer = fitted(page.trainer, (10, 9), room, 26 * PT, align=CENTRE)
    high = max(_SIGN, trainer.height)

    def draw(painter: QPainter, y: float) -> None:
        trainer.draw(painter, left + 10 * PT, y + high - trainer.height)
        for place, said in enumerate(labels):
            x = left + place * share + 10 * PT
            painter.setPen(pen(0.7 * PT))
            painter.drawLine(QPointF(x, y + high + PT), QPointF(x + room, y + high + PT))
            said.draw(painter, x, y + high + 2 * PT)

    return Part(high + 2 * PT + max(said.height for said in labels), draw, 1.2)
