"""How the file of records is opened, and what SQLite's errors mean to a person."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from pdo_app.errors import N_, Message, StoreError

APPLICATION_ID = 0x50444F31  # "PDO1" in the file's header, so that the file command knows it
WAIT_SECONDS = 2.0

_BROKEN = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
# A sector that cannot be read, or a file that ends before its time.
_UNREADABLE = (sqlite3.SQLITE_IOERR_READ, sqlite3.SQLITE_IOERR_SHORT_READ)


def connect(
    path: Path, *, mode: str = "rw", wait: float = WAIT_SECONDS, any_thread: bool = False
) -> sqlite3.Connection:
    """Open ``path`` with the safety that every connection to records has.

    ``mode`` is ``still`` (a file that nobody writes to, nothing is made beside it), ``ro``
    (never writes to the file), ``rw`` or ``rwc`` (makes the file). ``wait`` is how many seconds
    to wait for another process. ``any_thread`` allows to interrupt the connection from another
    thread. Transactions are begun by hand. Raises sqlite3.Error.
    """
    options = "mode=ro&immutable=1" if mode == "still" else f"mode={mode}"
    posix = path.absolute().as_posix()
    slash = "" if posix.startswith("/") else "/"  # a drive letter needs one, a share has two
    connection = sqlite3.connect(
        f"file://{slash}{quote(posix, safe='/:')}?{options}",
        uri=True,
        timeout=wait,
        isolation_level=None,
        check_same_thread=not any_thread,
    )
    try:
        for pragma in (
            "foreign_keys=on",
            "recursive_triggers=on",  # else INSERT OR REPLACE gets past the log's triggers
            "secure_delete=on",
            "trusted_schema=off",
            "synchronous=full",
        ):
            connection.execute(f"pragma {pragma}")
    except BaseException:
        connection.close()  # an open file cannot be set aside on Windows
        raise
    return connection


def is_damage(error: sqlite3.Error) -> bool:
    """Tell whether SQLite says that the file itself is broken or cannot be read."""
    return _primary(error) in _BROKEN or _code(error) in _UNREADABLE


def is_full(error: sqlite3.Error | OSError) -> bool:
    """Tell whether there is no space left."""
    return _cause(error) == "full"


@contextmanager
def explained(folder: Path) -> Iterator[None]:
    """Turn the errors of SQLite and of the file system that a person can act on into StoreError.

    ``folder`` is the data folder that the sentences name.
    """
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise (explain(error, folder) or error) from error


def explain(error: sqlite3.Error | OSError, folder: Path) -> StoreError | None:
    """Return the sentences for ``error`` in the data ``folder``, or None where it is a bug."""
    where: dict[str, object] = {"folder": str(folder)}
    match _cause(error):
        case "full":
            title = N_("The disk is full, so this could not be saved.")
            advice = N_(
                "Free some space on the disk of {folder}, then try again. "
                "Everything that was saved before is kept."
            )
        case "disk":
            title = N_("The disk did not take the records, so this could not be saved.")
            advice = N_(
                "Check that the disk of {folder} is connected and not full, then try again. "
                "Everything that was saved before is kept."
            )
        case "busy":
            title = N_("Another program is using the records.")
            advice = N_(
                "Close other windows of PDO Companion and programs that copy or scan {folder}, "
                "then try again."
            )
        case "denied":
            title = N_("PDO Companion may not write to the folder {folder}.")
            advice = N_(
                "Ask the person who looks after this computer for permission to write there, "
                "or start with another folder: pdo-app --data FOLDER."
            )
        case "damaged":
            title = N_("The file of records is damaged.")
            advice = N_(
                "Close PDO Companion and start it again: it repairs the file from its backups "
                "in {folder}."
            )
        case _:
            return None
    return StoreError(Message(title, where), Message(advice, where))


def _code(error: sqlite3.Error) -> int:
    # Errors raised by the sqlite3 module itself carry no code.
    return int(getattr(error, "sqlite_errorcode", 0))


def _primary(error: sqlite3.Error) -> int:
    return _code(error) & 0xFF


_BY_CODE = {
    sqlite3.SQLITE_FULL: "full",
    sqlite3.SQLITE_IOERR: "disk",
    sqlite3.SQLITE_BUSY: "busy",
    sqlite3.SQLITE_LOCKED: "busy",
    sqlite3.SQLITE_PROTOCOL: "busy",
    sqlite3.SQLITE_READONLY: "denied",
    sqlite3.SQLITE_CANTOPEN: "denied",
    sqlite3.SQLITE_PERM: "denied",
    sqlite3.SQLITE_CORRUPT: "damaged",
    sqlite3.SQLITE_NOTADB: "damaged",
}
_BY_NUMBER = {
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EACCES: "denied",
    errno.EPERM: "denied",
    errno.EROFS: "denied",
    errno.ENOTDIR: "denied",
    errno.EEXIST: "denied",
}


def _cause(error: sqlite3.Error | OSError) -> str:
    if isinstance(error, OSError):
        return _BY_NUMBER.get(error.errno or 0, "disk")
    return _BY_CODE.get(_primary(error), "")
