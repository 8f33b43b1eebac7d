"""One pack file, opened for reading only."""

from __future__ import annotations

import sqlite3
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar
from zlib import crc32

from pdo_app.content.codec import load
from pdo_app.content.format import APPLICATION, FORMAT, KINDS
from pdo_app.content.model import PackInfo
from pdo_app.errors import N_, Message, PackError

T = TypeVar("T")
Found = tuple[float, str, str, tuple[str, str], tuple[str, str]]
"""Rank (the smaller the better), kind, id, titles and words (zh, en) of a found entry."""
_HEADER = 32


class NewerPackError(PackError):
    """The pack file was made for a newer version of the application."""


class PackFile:
    """A pack file: values by kind and id, pictures, full-text search.

    Every method raises PackError where the file turns out to be damaged.
    """

    def __init__(self, path: Path, *, immutable: bool) -> None:
        """Open ``path``. ``immutable`` promises that nobody changes the file meanwhile.

        Checks what can be told at once: kind, version and length of the file.
        """
        self.path = path
        self._connection: sqlite3.Connection | None = None
        with self._trusting_nothing():
            _check_length(path)
            address = f"{path.resolve().as_uri()}?mode=ro" + "&immutable=1" * immutable
            # SQLite serialises its calls; papers are drawn outside the main thread.
            self._connection = sqlite3.connect(address, uri=True, check_same_thread=False)
            # A file from elsewhere must not run anything of its own.
            self._connection.execute("PRAGMA trusted_schema = OFF")
            meta = self._meta()
            self.info = load(PackInfo, meta["info"])

    def _meta(self) -> dict[str, str]:
        if self._rows("PRAGMA application_id") != [(APPLICATION,)]:
            raise ValueError("another application's file")
        meta = dict(self._rows("SELECT name, value FROM meta"))
        version = int(meta["format"])
        if version > FORMAT:
            raise NewerPackError(
                Message(
                    N_("The pack {name} needs a newer version of the application."),
                    {"name": self.path.name},
                ),
                Message(N_("Install the newest version, then open the pack again.")),
            )
        if version < FORMAT:
            raise ValueError("an older format")
        return meta

    @contextmanager
    def _trusting_nothing(self) -> Iterator[None]:
        """Turn whatever a damaged file can raise into a PackError."""
        try:
            yield
        except (
            OSError,
            sqlite3.Error,
            ValueError,
            LookupError,
            TypeError,
            AttributeError,
        ) as error:
            self.close()
            raise damaged(self.path) from error
        except PackError:
            self.close()
            raise

    def _rows(self, command: str, *values: object) -> list[tuple[Any, ...]]:
        if self._connection is None:
            raise damaged(self.path)
        return self._connection.execute(command, values).fetchall()

    def check(self) -> None:
        """Read the whole file and raise PackError where something is wrong with it."""
        with self._trusting_nothing():
            if self._rows("PRAGMA quick_check") != [("ok",)]:
                raise ValueError("damaged pages")
            if self._rows("SELECT 1 FROM sqlite_schema WHERE type IN ('view', 'trigger')"):
                raise ValueError("more than tables")
            for words, checksum in self._rows("SELECT json, checksum FROM things"):
                _trust(words.encode(), checksum)
            for raw, checksum in self._rows("SELECT bytes, checksum FROM media"):
                _trust(raw, checksum)

    def find(self, kind: type[T], name: str) -> T | None:
        """Return the value of that class and id, or None where the pack has none."""
        with self._trusting_nothing():
            command = "SELECT json, checksum FROM things WHERE kind = ? AND id = ?"
            found = _values(kind, self._rows(command, KINDS[kind], name))
            return found[0] if found else None

    def all(self, kind: type[T], parent: str | None = None) -> tuple[T, ...]:
        """Return every value of that class, or those that belong to ``parent``, in the order of
        the pack."""
        command = "SELECT json, checksum FROM things WHERE kind = ?"
        values = [KINDS[kind]]
        if parent is not None:
            command += " AND parent = ?"
            values.append(parent)
        with self._trusting_nothing():
            return tuple(_values(kind, self._rows(f"{command} ORDER BY place", *values)))

    def media(self, file: str) -> bytes:
        """Return the bytes of a picture's file."""
        with self._trusting_nothing():
            ((raw, checksum),) = self._rows(
                "SELECT bytes, checksum FROM media WHERE file = ?", file
            )
            return _trust(bytes(raw), checksum)

    def search(self, query: str, limit: int) -> list[Found]:
        """Return the best entries for an FTS5 query. Titles weigh eight times as much as other
        words."""
        with self._trusting_nothing():
            rows = self._rows(
                "SELECT bm25(search, 8, 8, 1, 1), kind, id, e.title_zh, e.title_en, e.words_zh,"
                " e.words_en FROM search JOIN entries AS e ON e.number = search.rowid"
                " WHERE search MATCH ? ORDER BY 1, e.number LIMIT ?",
                query,
                limit,
            )
            return [(row[0], row[1], row[2], row[3:5], row[5:7]) for row in rows]

    def close(self) -> None:
        """Close the file; closing twice is harmless."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def damaged(path: Path) -> PackError:
    """Return the error for a pack file that is damaged or missing."""
    return PackError(
        Message(N_("The pack file {name} is damaged or missing."), {"name": path.name}),
        Message(
            N_("Install the application again. What people have done is kept elsewhere and stays.")
        ),
    )


def open_added(path: Path, taken: set[str]) -> PackFile | Message:
    """Open a pack that a person added, after reading all of it. ``taken`` holds the ids of the
    packs that are open already.

    A damaged file is set aside under the ending ``.damaged``. Returns a sentence where the pack
    cannot be used.
    """
    try:
        with path.open("rb") as file:
            file.read(1)
    except OSError:
        return Message(N_("The pack {name} cannot be read and was left out."), {"name": path.name})
    try:
        pack = PackFile(path, immutable=False)
        pack.check()
    except NewerPackError as error:
        return error.title
    except PackError:
        return _set_aside(path)
    if pack.info.id in taken:
        pack.close()
        return Message(
            N_("The pack {name} was left out: its content is there already."), {"name": path.name}
        )
    return pack


def _set_aside(path: Path) -> Message:
    names = (path.with_name(f"{path.name}.damaged{number or ''}") for number in range(1000))
    try:
        path.replace(next(name for name in names if not name.exists()))
    except (OSError, StopIteration):
        return Message(N_("The pack {name} is damaged and was left out."), {"name": path.name})
    return Message(N_("The pack {name} is damaged and was set aside."), {"name": path.name})


def _check_length(path: Path) -> None:
    """Raise ValueError where the file is not as long as its header says."""
    with path.open("rb") as file:
        header = file.read(_HEADER)
        length = file.seek(0, 2)
    page, pages = struct.unpack(">16xH10xI", header) if len(header) == _HEADER else (0, 0)
    if not length or length != (65536 if page == 1 else page) * pages:
        raise ValueError("cut short")


def _trust(raw: bytes, checksum: object) -> bytes:
    if crc32(raw) != checksum:
        raise ValueError("damaged row")
    return raw


def _values(type_: type[T], rows: list[tuple[Any, ...]]) -> list[T]:
    for words, checksum in rows:
        _trust(words.encode(), checksum)
    return [load(type_, words) for words, _ in rows]
