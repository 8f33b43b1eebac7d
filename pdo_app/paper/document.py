"""A PDF file: drawn in memory, then written whole or not at all."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from pdo_app.errors import N_, Message, WriteError
from pdo_app.paper.text import PT

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_NOT_ALLOWED = {errno.EACCES, errno.EPERM, errno.EROFS, errno.EBUSY}
_NOT_THERE = {errno.ENOENT, errno.ENOTDIR, errno.ENODEV, errno.ENXIO}
_NO_NAME = {errno.ENAMETOOLONG, errno.EINVAL, errno.EISDIR}

SHEET = QSizeF(595.276 * PT, 841.89 * PT)
"""A4, upright, in device units."""

Draw = Callable[[QPainter, QRectF], None]


def pdf(title: str, pages: list[Draw], *, across: bool = False) -> bytes:
    """Return a PDF of A4 pages, upright or ``across``.

    ``title`` goes into the file's properties. Each function draws one page: it gets a painter
    and the whole sheet in device units (:data:`pdo_app.paper.text.PT`).
    """
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setCreator("PDO Companion")
    writer.setResolution(round(72 * PT))
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Landscape if across else QPageLayout.Orientation.Portrait,
            QMarginsF(0, 0, 0, 0),
        )
    )
    sheet = QRectF(0, 0, writer.width(), writer.height())
    painter = QPainter(writer)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for number, draw in enumerate(pages):
        if number:
            writer.newPage()
        draw(painter, sheet)
    painter.end()
    buffer.close()
    return bytes(data.data())


def save(content: bytes, target: Path) -> None:
    """Write ``content`` to the file ``target``, which keeps what it had where that fails.

    Raises WriteError with what to do.
    """
    temporary = target.with_name(f"{target.name}.new")
    try:
        with temporary.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(target)
    except (OSError, ValueError) as error:
        _forget(temporary)
        raise _explained(error, target) from error


def _forget(temporary: Path) -> None:
    try:
        temporary.unlink(missing_ok=True)
    except (OSError, ValueError):
        return  # it could not be made, or the disk is gone


def _explained(error: OSError | ValueError, target: Path) -> WriteError:
    code = error.errno if isinstance(error, OSError) else errno.EINVAL
    values: dict[str, object] = {"name": target.name, "folder": str(target.parent)}
    if code in _NO_ROOM:
        return WriteError(
            Message(N_("There is not enough room for {name}."), values),
            Message(N_("Free some space, or save it in another folder.")),
        )
    if code in _NOT_THERE:
        return WriteError(
            Message(N_("The folder {folder} cannot be found."), values),
            Message(N_("Put the USB stick in again, or save to the desktop.")),
        )
    if code in _NO_NAME:
        return WriteError(
            Message(N_("The name {name} cannot be used for a file."), values),
            Message(N_("Use a short name of letters, figures and spaces.")),
        )
    if code in _NOT_ALLOWED:
        return WriteError(
            Message(N_("{name} cannot be written in this folder."), values),
            Message(N_("Close the file if it is open in another program, or save to the desktop.")),
        )
    return WriteError(
        Message(N_("{name} could not be written."), values),
        Message(N_("Use another USB stick, or save to the desktop.")),
    )
