"""What keeps a whole roster from being read, and what to do about it."""

from __future__ import annotations

from pdo_app.errors import N_, KnownError, Message

MOST_ROWS = 5000
MOST_BYTES = 5_000_000
MOST_UNPACKED = 100_000_000
"""Bytes of a workbook's parts together: a few of a file can unpack to very many."""
_AS_XLSX = N_("Open it in a spreadsheet program and save it as XLSX or CSV.")


class RosterError(KnownError):
    """A file or a pasted text is no roster that can be read."""


def unreadable(name: str) -> RosterError:
    """The file cannot be opened."""
    return RosterError(
        Message(N_("The file {name} cannot be opened."), {"name": name}),
        Message(N_("Close it in the other program, or copy it to the desktop and try again.")),
    )


def empty() -> RosterError:
    """There is nothing in it."""
    return RosterError(
        Message(N_("There is nothing in it.")),
        Message(N_("Choose a file with one person on each row.")),
    )


def nobody() -> RosterError:
    """There is a head, or a title, and nobody below it."""
    return RosterError(
        Message(N_("There is a header row but no person below it.")),
        Message(N_("Choose a file with one person on each row.")),
    )


def too_large() -> RosterError:
    """There is more of it than a roster can have."""
    return RosterError(
        Message(N_("This is too large for a roster.")),
        Message(N_("A roster has 5,000 rows and 5 MB at most. Split it, or take out pictures.")),
    )


def too_many_rows() -> RosterError:
    """There are more people than a roster can have."""
    return RosterError(
        Message(N_("There are more than {most} rows."), {"most": MOST_ROWS}),
        Message(N_("Split it into several files.")),
    )


def protected() -> RosterError:
    """The workbook asks for a password."""
    return RosterError(
        Message(N_("This workbook is protected by a password.")),
        Message(N_("Open it with the password and save it without one.")),
    )


def old_workbook() -> RosterError:
    """An XLS file, or another old document."""
    return RosterError(
        Message(N_("This file is in an old format that cannot be read.")), Message(_AS_XLSX)
    )


def no_workbook() -> RosterError:
    """A packed file with something else in it."""
    return RosterError(Message(N_("This file is not an XLSX workbook.")), Message(_AS_XLSX))


def damaged() -> RosterError:
    """A workbook whose parts cannot be read."""
    return RosterError(
        Message(N_("This workbook is damaged.")),
        Message(N_("Open it in a spreadsheet program and save it again.")),
    )


def no_text() -> RosterError:
    """Neither text nor a workbook."""
    return RosterError(
        Message(N_("This file is neither a text nor an XLSX workbook.")), Message(_AS_XLSX)
    )


def no_names(heads: str) -> RosterError:
    """A head without a column of names."""
    return RosterError(
        Message(N_("No column of names was found among: {heads}."), {"heads": heads}),
        Message(N_("Call the column of names 姓名 or Name.")),
    )


def open_quote(line: int) -> RosterError:
    """A quotation mark that swallows the rows below it."""
    return RosterError(
        Message(N_("A quotation mark in row {line} is not closed."), {"line": line}),
        Message(N_("Close it there, or take it out.")),
    )
