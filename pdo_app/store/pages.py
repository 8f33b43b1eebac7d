"""The pages of a SQLite file, read without SQLite: what is left of a damaged file.

After "Database File Format" (sqlite.org/fileformat2.html): section 1.3 the header, 1.6 b-tree
pages and overflow, 2.1 records, 4.1 to 4.3 the write-ahead log. Nothing here trusts a number that
it reads: what makes no sense is left out.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from pdo_app.store.places import beside

MAGIC = b"SQLite format 3\0"
USUAL_SIZE = 4096
Value = int | float | bytes | str | None
_TABLE_LEAF = 0x0D
_WAL_HEADER = 32
_FRAME_HEADER = 24
_WAL_MAGIC = {0x377F0682: "<", 0x377F0683: ">"}  # the byte order of the check sums
_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}  # serial type -> bytes

NONSENSE = (
    ValueError,
    IndexError,
    KeyError,
    TypeError,
    OverflowError,
    RecursionError,
    struct.error,
)


class Pages:
    """The pages of the database file ``path``, each in its newest committed form.

    A page that cannot be read is empty. Close it with :meth:`close`. Raises OSError where the
    file cannot be opened.
    """

    def __init__(self, path: Path) -> None:
        self._file: BinaryIO = path.open("rb")
        self.size = _page_size(self._read(0, 100))
        self._log = _committed(beside(path, "-wal"), self.size)
        in_file = -(-path.stat().st_size // self.size)
        self.count = max([in_file, *self._log])

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def page(self, number: int) -> bytes:
        """Return page ``number``, from 1; shorter or empty where it cannot be read."""
        return self._log.get(number) or self._read((number - 1) * self.size, self.size)

    def rows(self) -> Iterator[tuple[int, tuple[Value, ...]]]:
        """Yield row number and values of every row of every table that makes sense.

        Rows come in no order. Which table a row belongs to is for the caller to recognise.
        """
        for number in range(1, self.count + 1):
            page = self.page(number)
            start = 100 if number == 1 else 0
            if len(page) != self.size or page[start] != _TABLE_LEAF:
                continue
            cells = int.from_bytes(page[start + 3 : start + 5], "big")
            for index in range(cells):
                place = start + 8 + 2 * index
                try:
                    offset = int.from_bytes(page[place : place + 2], "big")
                    yield self._row(page, offset)
                except NONSENSE:
                    continue

    def _row(self, page: bytes, offset: int) -> tuple[int, tuple[Value, ...]]:
        length, offset = _varint(page, offset)
        number, offset = _varint(page, offset)
        local = self._local_length(length)
        payload = page[offset : offset + local]
        if local < length:
            (following,) = struct.unpack_from(">I", page, offset + local)
            payload += self._overflow(following, length - local)
        if len(payload) != length:
            raise ValueError("the row ends before its time")
        return number, _record(payload)

    def _local_length(self, length: int) -> int:
        usable = self.size  # this application reserves no bytes at the end of a page
        if length <= usable - 35:
            return length
        least = (usable - 12) * 32 // 255 - 23
        fitting = least + (length - least) % (usable - 4)
        return fitting if fitting <= usable - 35 else least

    def _overflow(self, number: int, wanted: int) -> bytes:
        if wanted > self.count * self.size:
            raise ValueError("longer than the file")
        parts = []
        while wanted > 0:
            page = self.page(number)
            part = page[4 : 4 + min(wanted, self.size - 4)]
            (number,) = struct.unpack_from(">I", page)
            if not part:
                raise ValueError("the chain ends before its time")
            parts.append(part)
            wanted -= len(part)
        return b"".join(parts)

    def _read(self, offset: int, length: int) -> bytes:
        try:
            self._file.seek(offset)
            return self._file.read(length)
        except (OSError, ValueError):
            return b""  # a bad sector: the others may still be good


def _page_size(header: bytes) -> int:
    if not header.startswith(MAGIC):
        return USUAL_SIZE
    size = int.from_bytes(header[16:18], "big")
    size = 65536 if size == 1 else size
    return size if size in (2**power for power in range(9, 17)) else USUAL_SIZE


def _varint(data: bytes, offset: int) -> tuple[int, int]:
    value = 0
    for place in range(offset, offset + 8):
        value = value << 7 | data[place] & 0x7F
        if data[place] < 0x80:
            return value, place + 1
    value = value << 8 | data[offset + 8]
    return value - (1 << 64 if value >> 63 else 0), offset + 9


def _record(payload: bytes) -> tuple[Value, ...]:
    end, place = _varint(payload, 0)
    kinds = []
    while place < end:
        kind, place = _varint(payload, place)
        kinds.append(kind)
    values = []
    for kind in kinds:
        value, place = _value(payload, kind, place)
        values.append(value)
    if place != len(payload):
        raise ValueError("the row is longer than its values")
    return tuple(values)


def _value(payload: bytes, kind: int, place: int) -> tuple[Value, int]:
    if kind in (0, 8, 9):
        return (None if kind == 0 else kind - 8), place
    length = 8 if kind == 7 else _INTEGERS[kind] if kind < 10 else (kind - 12) // 2
    data = payload[place : place + length]
    if length < 0 or len(data) != length:
        raise ValueError("the value ends before its time")
    value: Value
    if kind == 7:
        (value,) = struct.unpack(">d", data)
    elif kind < 10:
        value = int.from_bytes(data, "big", signed=True)
    else:
        value = data.decode("utf-8") if kind % 2 else data
    return value, place + length


def _committed(path: Path, size: int) -> dict[int, bytes]:
    """Return the newest form of each page in the write-ahead log, up to its last commit."""
    try:
        data = path.read_bytes()
        magic, _, log_size = struct.unpack_from(">III", data)
        order = _WAL_MAGIC[magic]
    except (OSError, KeyError, struct.error):
        return {}
    salts = data[16:24]
    sums = _checksum(order, data[:24], (0, 0))
    if log_size != size or struct.pack(">II", *sums) != data[24:32]:
        return {}
    pages: dict[int, bytes] = {}
    waiting: dict[int, bytes] = {}
    for start in range(_WAL_HEADER, len(data), _FRAME_HEADER + size):
        head = data[start : start + _FRAME_HEADER]
        page = data[start + _FRAME_HEADER : start + _FRAME_HEADER + size]
        if len(page) != size or head[8:16] != salts:
            break
        sums = _checksum(order, page, _checksum(order, head[:8], sums))
        if struct.pack(">II", *sums) != head[16:24]:
            break
        number, commit = struct.unpack_from(">II", head)
        waiting[number] = page
        if commit:
            pages |= waiting
            waiting.clear()
    return pages


def _checksum(order: str, data: bytes, sums: tuple[int, int]) -> tuple[int, int]:
    first, second = sums
    for one, two in struct.iter_unpack(f"{order}II", data):
        first = (first + one + second) & 0xFFFFFFFF
        second = (second + two + first) & 0xFFFFFFFF
    return first, second
