"""The log of the application, and the problem report that a person can send to somebody.

Neither holds personal data. That does not rest on care: of a log call only the constant text and
numbers are written, of an exception only its kind and the places in the code that it passed,
since messages of exceptions hold names, paths and answers.
"""

from __future__ import annotations

import logging
import os
import platform
import sqlite3
import sys
import time
import traceback
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from types import TracebackType

from pdo_app import __version__
from pdo_app.errors import N_, Message, WriteError

FOLDER = "logs"
NAME = "pdo-app.log"
LIMIT = 256 * 1024  # bytes of one file
KEPT = 3  # files, the current one among them

_ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class _Formatter(logging.Formatter):
    """One line of constant text and numbers, then where an exception passed."""

    converter = time.gmtime  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__("%(asctime)sZ %(levelname)s %(name)s: %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        line = logging.makeLogRecord(record.__dict__)
        line.msg = _shown(record.msg, record.args)
        line.args = None
        line.exc_text = None
        return super().format(line)

    def formatException(self, ei: _ExcInfo) -> str:
        error = ei[1]
        return "" if error is None else "\n".join(_story(error))


def _shown(text: object, values: object) -> str:
    given = values if isinstance(values, tuple) else ()
    safe = tuple(v if isinstance(v, int | float | Enum) else "..." for v in given)
    try:
        return str(text) % safe if safe else str(text)
    except (TypeError, ValueError):  # a %d for what is not a number
        return str(text)


def _story(error: BaseException) -> list[str]:
    """Return the kinds and places of ``error`` and of what caused it, the cause first."""
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    lines = _story(cause) if cause is not None else []
    for frame in traceback.extract_tb(error.__traceback__):
        lines.append(f"  {_place(frame.filename)}:{frame.lineno} {frame.name}")
    kind = type(error)
    code = getattr(error, "sqlite_errorname", None) or getattr(error, "errno", None)
    return [*lines, f"  {kind.__module__}.{kind.__qualname__}" + (f" {code}" if code else "")]


def _place(filename: str) -> str:
    """Return the path below our package, else the bare name: folders are named after people."""
    parts = Path(filename).parts
    return "/".join(parts[parts.index("pdo_app") :]) if "pdo_app" in parts else parts[-1]


class _File(logging.FileHandler):
    """Writes to a file that starts anew when it is full; logging never stops the application.

    Not logging.handlers, whose import costs a start more than its work.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(path, encoding="utf-8", delay=True)
        self._path = path
        self.setFormatter(_Formatter())

    def emit(self, record: logging.LogRecord) -> None:
        with suppress(OSError):
            if self._path.exists() and self._path.stat().st_size > LIMIT:
                self._rotate()
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            super().emit(record)

    def handleError(self, record: logging.LogRecord) -> None:
        """A full disk is told where it matters, not here."""

    def _rotate(self) -> None:
        self.close()
        for number in range(KEPT - 1, 0, -1):
            older = self._path.with_name(f"{NAME}.{number}")
            newer = self._path.with_name(f"{NAME}.{number - 1}") if number > 1 else self._path
            if newer.exists():
                newer.replace(older)


def start_log(data: Path) -> logging.Handler:
    """Write the log of the whole application to the data folder from now on.

    The folder is made when there is something to write. Returns the handler, for
    :func:`stop_log`. A folder that cannot be written is no error.
    """
    handler = _File(data / FOLDER / NAME)
    logger = logging.getLogger("pdo_app")
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    return handler


def stop_log(handler: logging.Handler) -> None:
    """Close the file of :func:`start_log`."""
    logging.getLogger("pdo_app").removeHandler(handler)
    handler.close()


@dataclass(frozen=True, slots=True)
class Report:
    """A problem report: ``parts`` are names of files and what is in them, to be shown before
    anything is saved."""

    parts: tuple[tuple[str, str], ...]

    def text(self) -> str:
        """Return everything that is in the report, as one text."""
        return "\n".join(f"--- {name}\n{text}" for name, text in self.parts)

    def save(self, target: Path) -> None:
        """Write a zip file, whole or not at all. Raises WriteError."""
        import zipfile  # only where a report is saved: most starts never do

        part = target.with_name(target.name + ".part")
        try:
            with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as file:
                for name, text in self.parts:
                    file.writestr(name, text)
            part.replace(target)
        except OSError as error:
            with suppress(OSError):
                part.unlink(missing_ok=True)
            raise WriteError(
                Message(N_("The problem report {file} could not be saved."), {"file": str(target)}),
                Message(
                    N_("Choose another folder, and check that it may be written to and has space.")
                ),
            ) from error


def problem_report(data: Path, facts: Mapping[str, object]) -> Report:
    """Collect what helps to find a fault: versions, ``facts`` and the log in the ``data`` folder.

    ``facts`` are numbers and settings of the caller's choice, such as the screen's size or how
    many people there are; no names.
    """
    about = {
        "PDO Companion": __version__,
        "Python": platform.python_version(),
        "SQLite": sqlite3.sqlite_version,
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
        "packaged": hasattr(sys, "_MEIPASS"),
        "cores": os.cpu_count(),
        **_sizes(data),
        **facts,
    }
    lines = "".join(f"{name}: {value}\n" for name, value in about.items())
    logs = sorted((data / FOLDER).glob(f"{NAME}*"))
    return Report((("about.txt", lines), *((path.name, _read(path)) for path in logs)))


def _sizes(data: Path) -> dict[str, object]:
    found: dict[str, object] = {}
    for name in ("learners.sqlite", "backups", "damaged"):
        place = data / name
        files = [place] if place.is_file() else sorted(place.glob("*"))
        found[name] = f"{len(files)} files, {sum(f.stat().st_size for f in files)} bytes"
    return found


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError as error:
        return f"cannot be read: {type(error).__name__}\n"
