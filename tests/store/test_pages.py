import sqlite3
import struct
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from pdo_app.store.pages import Pages, Value
from pdo_app.store.salvage import salvage

from .room import PAGE, Room, work

INTEGERS = st.integers(-(2**63), 2**63 - 1)
VALUES = st.one_of(
    st.none(),
    INTEGERS,
    st.floats(allow_nan=False),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=9000),
    st.binary(max_size=9000),
)


def write(path: Path, rows: dict[int, tuple[Value, ...]], size: int = PAGE) -> None:
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"pragma page_size = {size}")
        connection.execute("create table t (n integer primary key, a, b, c)")
        for number, row in rows.items():
            connection.execute("insert into t values (?, ?, ?, ?)", (number, *row))
        connection.commit()


def read(path: Path) -> dict[int, tuple[Value, ...]]:
    with closing(Pages(path)) as pages:
        return {n: row[1:] for n, row in pages.rows() if len(row) == 4}


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@example({2**63 - 1: (0, 1, 2**47), -5: (1.5, -(2**40), 70000), 300: (b"", "", None)})
@given(st.dictionaries(INTEGERS, st.tuples(VALUES, VALUES, VALUES), max_size=30))
def test_reads_what_sqlite_wrote(tmp_path: Path, rows: dict[int, tuple[Value, ...]]) -> None:
    path = tmp_path / "a.sqlite"
    write(path, rows)

    assert read(path) == rows


@pytest.mark.parametrize("size", [512, 1024, 32768, 65536])
def test_every_page_size(tmp_path: Path, size: int) -> None:
    rows = {n: (n, "x" * 50 * n, b"") for n in range(100)}
    path = tmp_path / "a.sqlite"
    write(path, rows, size)

    assert read(path) == rows


def test_a_page_size_that_makes_no_sense_is_the_usual_one(tmp_path: Path) -> None:
    rows: dict[int, tuple[Value, ...]] = {1: (1, 2, 3)}
    path = tmp_path / "a.sqlite"
    write(path, rows)
    data = bytearray(path.read_bytes())
    data[16:18] = b"\x12\x34"
    path.write_bytes(data)

    assert read(path) == rows


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_whatever_is_broken_nothing_is_invented(tmp_path: Path, data: st.DataObject) -> None:
    """Any bytes anywhere: reading never fails, and never gives more than there was."""
    room = Room(tmp_path / str(len(list(tmp_path.iterdir()))))
    _, done = room.filled(60)
    good = {values[0] for table, _, values in salvage(room.main) if table == "activities"}
    whole = bytearray(room.main.read_bytes())
    for _ in range(data.draw(st.integers(1, 20))):
        start = data.draw(st.integers(0, len(whole) - 1))
        noise = data.draw(st.binary(min_size=1, max_size=300))
        whole[start : start + len(noise)] = noise
    room.main.write_bytes(whole[: data.draw(st.integers(0, len(whole)))])
    found = list(salvage(room.main))

    assert len(good) == len(done)
    assert len(found) <= len(done) + 3
    assert all(type(values[0]) is bytes for table, _, values in found if table == "activities")


def test_no_file_no_rows(tmp_path: Path) -> None:
    assert list(salvage(tmp_path / "missing.sqlite")) == []


def test_rows_that_only_look_like_ours(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    lines: list[tuple[object, ...]] = [
        (b"x" * 16, b"x" * 16, verb, "t", at, "1", "d", 1, attempt, result)
        for verb, at, attempt, result in (
            ("danced", 1, None, "{}"),
            ("viewed", 2**62, None, "{}"),
            ("viewed", 1, b"short", "{}"),
            ("viewed", 1, None, "[]"),
            ("viewed", 1, None, "{"),
            ("viewed", 1, None, "[" * 100_000),
            ("viewed", "1", None, "{}"),
            ("viewed", 1, None, b"{}"),
        )
    ]
    people: list[tuple[object, ...]] = [
        (b"x" * 16, name, "DE", departure, mode, 1, 1, pin)
        for name, departure, mode, pin in (
            (1, None, "zh", None),
            ("a", "soon", "zh", None),
            ("a", None, "fr", None),
            ("a", None, "zh", 7),
        )
    ]
    with closing(sqlite3.connect(path)) as connection:
        for table, rows in (("a", lines), ("b", people), ("c", [("d", "1")])):
            columns = ", ".join(f"c{i}" for i in range(len(rows[0])))
            connection.execute(f"create table {table} (n integer primary key, {columns})")
            marks = ", ".join("?" for _ in rows[0])
            connection.executemany(f"insert into {table} ({columns}) values ({marks})", rows)
        connection.execute("create table e (a, b, c, d)")
        connection.execute("insert into e values ('x', 1, 'd', 1)")
        connection.commit()

    assert list(salvage(path)) == []


def test_a_chain_of_pages_that_is_broken(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    write(path, {1: ("x" * 20000, 1, 1), 2: ("short", 2, 2)})
    data = path.read_bytes()
    path.write_bytes(data[: len(data) - 2 * PAGE])

    assert read(path) == {2: ("short", 2, 2)}


def leaf(*cells: bytes) -> bytes:
    """Return page 1 of a file without a header, holding ``cells``."""
    page = bytearray(PAGE)
    end = PAGE
    for index, cell in enumerate(cells):
        end -= len(cell)
        page[end : end + len(cell)] = cell
        page[108 + 2 * index : 110 + 2 * index] = struct.pack(">H", end)
    page[100:108] = struct.pack(">BHHHB", 0x0D, 0, len(cells), end, 0)
    return bytes(page)


def varint(value: int) -> bytes:
    groups = [value & 0x7F]
    while value := value >> 7:
        groups.append(value & 0x7F | 0x80)
    return bytes(groups[::-1])


def long_cell(length: bytes, following: int) -> bytes:
    """Return a cell of which 489 bytes are in the page and the rest in a chain."""
    return length + b"\x01" + bytes(489) + struct.pack(">I", following)


@pytest.mark.parametrize(
    "cell",
    [
        pytest.param(bytes([2, 1, 2, 10]), id="a serial type that is reserved"),
        pytest.param(bytes([4, 1, 2, 1, 7, 7]), id="more bytes than values"),
        pytest.param(bytes([3, 1, 2, 4, 7]), id="fewer bytes than values"),
        pytest.param(bytes([4, 1, 2, 17, 255, 254]), id="text that is not UTF-8"),
        pytest.param(bytes([0xFF] * 9 + [1]), id="a length below zero"),
        pytest.param(long_cell(varint(489 + 4092 * 2**40), 1), id="longer than the file"),
        pytest.param(bytes([100, 1, 2]), id="beyond the page"),
    ],
)
def test_cells_that_make_no_sense_are_passed_over(tmp_path: Path, cell: bytes) -> None:
    path = tmp_path / "a.sqlite"
    path.write_bytes(leaf(bytes([3, 7, 3, 9, 8]), cell))
    with closing(Pages(path)) as pages:
        assert list(pages.rows()) == [(7, (1, 0))]


@pytest.mark.parametrize("following", [0, 2, 3])
def test_a_chain_that_ends_in_nothing(tmp_path: Path, following: int) -> None:
    path = tmp_path / "a.sqlite"
    path.write_bytes(leaf(long_cell(varint(4100), following)) + bytes(4))
    with closing(Pages(path)) as pages:
        assert list(pages.rows()) == []


class TestLogBesideTheFile:
    @pytest.fixture
    def images(self, room: Room) -> dict[Path, bytes]:
        """What a killed application leaves: 40 lines in the file, 20 in the log beside it."""
        person, _ = room.filled(40)
        store = room.open()
        for _ in range(20):
            work(store, person.id, 1)
        images = {p: p.read_bytes() for p in room.folder.glob("learners.sqlite*")}
        room.close()
        return images

    def lines(self, room: Room, images: dict[Path, bytes], log: bytes) -> int:
        for path, data in images.items():
            path.write_bytes(log if path.name.endswith("-wal") else data)
        return sum(table == "activities" for table, _, _ in salvage(room.main))

    def log(self, images: dict[Path, bytes]) -> bytes:
        (found,) = (data for path, data in images.items() if path.name.endswith("-wal"))
        return found

    def test_whole(self, room: Room, images: dict[Path, bytes]) -> None:
        assert self.lines(room, images, self.log(images)) == 60

    def test_torn(self, room: Room, images: dict[Path, bytes]) -> None:
        assert self.lines(room, images, self.log(images)[:-100]) == 59

    def test_a_flipped_bit_ends_it(self, room: Room, images: dict[Path, bytes]) -> None:
        log = bytearray(self.log(images))
        log[len(log) // 2] ^= 1

        assert 40 < self.lines(room, images, bytes(log)) < 60

    def test_pages_of_an_earlier_round_are_not_taken(
        self, room: Room, images: dict[Path, bytes]
    ) -> None:
        log = bytearray(self.log(images))
        frame = 24 + PAGE
        at = 32 + frame * ((len(log) - 32) // frame // 2)
        log[at + 8 : at + 16] = b"other"

        assert 40 < self.lines(room, images, bytes(log)) < 60

    @pytest.mark.parametrize("place", [0, 8, 17, 25])
    def test_a_header_that_makes_no_sense(
        self, room: Room, images: dict[Path, bytes], place: int
    ) -> None:
        log = bytearray(self.log(images))
        log[place] ^= 1

        assert self.lines(room, images, bytes(log)) == 40


def test_a_sector_that_cannot_be_read_is_empty(room: Room) -> None:
    room.filled(5)
    pages = Pages(room.main)
    pages.close()  # as a disk that is pulled out

    assert pages.page(1) == b""
