from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pdo_app.content.model import Lesson, Module, Question
from pdo_app.content.packfile import NewerPackError, PackFile, open_added
from pdo_app.errors import Message, PackError


@pytest.fixture
def path(packs: Path, tmp_path: Path) -> Path:
    return shutil.copy(packs / "tiny.pdopack", tmp_path / "tiny.pdopack")


def write(path: Path, *commands: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for command in commands:
            connection.execute(command)
        connection.commit()


def test_reading(packs: Path) -> None:
    pack = PackFile(packs / "tiny.pdopack", immutable=True)
    assert pack.info.id == "tiny"
    ids = [module.id for module in pack.all(Module)]
    assert ids == ["tiny/m01", "tiny/m13", "tiny/guide-de"]
    assert len(pack.all(Question, "tiny/m13")) == 4
    lesson = pack.find(Lesson, "tiny/m13/call-112")
    assert lesson is not None
    assert pack.find(Lesson, "tiny/m13/none") is None
    assert pack.media("pictures/worker.svg").startswith(b"<svg")
    pack.check()
    pack.close()
    pack.close()
    with pytest.raises(PackError):
        pack.all(Module)


@pytest.mark.parametrize(
    "command",
    [
        "UPDATE things SET json = replace(json, '112', '113') WHERE kind = 'lesson'",
        "UPDATE things SET json = 5 WHERE kind = 'lesson'",
        "UPDATE things SET json = x'7b7d' WHERE kind = 'lesson'",
        "UPDATE things SET checksum = 'x'",
        "UPDATE media SET bytes = x'00'",
        "DROP TABLE things",
        "CREATE VIEW v AS SELECT 1",
        "CREATE TRIGGER t AFTER INSERT ON meta BEGIN SELECT 1; END",
    ],
)
def test_changes_are_noticed(path: Path, command: str) -> None:
    write(path, command)
    pack = PackFile(path, immutable=False)
    with pytest.raises(PackError):
        pack.check()


@pytest.mark.parametrize(
    "command",
    [
        "UPDATE meta SET value = '0' WHERE name = 'format'",
        "UPDATE meta SET value = 'x' WHERE name = 'format'",
        "DELETE FROM meta WHERE name = 'format'",
        "DELETE FROM meta WHERE name = 'info'",
        "UPDATE meta SET value = '{}' WHERE name = 'info'",
        "DROP TABLE meta",
        "PRAGMA application_id = 7",
    ],
)
def test_other_files_are_not_opened(path: Path, command: str) -> None:
    write(path, command)
    with pytest.raises(PackError, match=r"tiny\.pdopack is damaged or missing"):
        PackFile(path, immutable=False)


def test_a_newer_pack(path: Path) -> None:
    write(path, "UPDATE meta SET value = '99' WHERE name = 'format'")
    with pytest.raises(NewerPackError, match="needs a newer version"):
        PackFile(path, immutable=False)


@pytest.mark.parametrize("raw", [b"", b"x", b"\0" * 100, b"SQLite format 3\0" + b"\0" * 84])
def test_files_that_are_no_pack(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "a.pdopack").write_bytes(raw)
    with pytest.raises(PackError):
        PackFile(tmp_path / "a.pdopack", immutable=True)


def test_a_file_that_was_cut_short(path: Path) -> None:
    raw = path.read_bytes()
    path.write_bytes(raw[: len(raw) // 2])
    with pytest.raises(PackError):
        PackFile(path, immutable=True)


def test_pages_that_do_not_fit_together(path: Path) -> None:
    raw = bytearray(path.read_bytes())
    raw[36:40] = (5).to_bytes(4, "big")  # the header claims five unused pages
    path.write_bytes(raw)
    with pytest.raises(PackError):
        PackFile(path, immutable=True).check()


def test_large_pages(path: Path) -> None:
    write(path, "PRAGMA page_size = 65536", "VACUUM")
    with closing(PackFile(path, immutable=True)) as pack:
        pack.check()


def test_a_missing_picture(path: Path) -> None:
    pack = PackFile(path, immutable=True)
    with pytest.raises(PackError):
        pack.media("none.svg")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.data())
def test_no_damage_raises_anything_else(path: Path, packs: Path, data: st.DataObject) -> None:
    raw = bytearray((packs / "tiny.pdopack").read_bytes())
    start = data.draw(st.integers(0, len(raw) - 1))
    new = data.draw(st.binary(min_size=1, max_size=300))
    raw[start : start + len(new)] = new
    path.write_bytes(raw)
    try:
        with closing(PackFile(path, immutable=False)) as pack:
            pack.check()
            pack.all(Lesson)
            pack.search('"112"*', 5)
    except PackError:
        return


def test_an_added_pack(path: Path) -> None:
    pack = open_added(path, {"core"})
    assert isinstance(pack, PackFile)
    pack.close()
    found = open_added(path, {"tiny"})
    assert isinstance(found, Message)
    assert found.in_english() == (
        "The pack tiny.pdopack was left out: its content is there already."
    )
    assert path.exists()


def test_a_damaged_added_pack_is_set_aside(path: Path) -> None:
    for ending in (".damaged", ".damaged1"):
        path.write_bytes(b"no pack")
        found = open_added(path, set())
        assert isinstance(found, Message)
        assert found.in_english() == "The pack tiny.pdopack is damaged and was set aside."
        assert not path.exists()
        assert path.with_name(path.name + ending).read_bytes() == b"no pack"


def test_a_damaged_added_pack_in_a_folder_that_refuses(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, target: Path) -> None:
        raise PermissionError(target)

    path.write_bytes(b"no pack")
    monkeypatch.setattr(Path, "replace", refuse)
    found = open_added(path, set())
    assert isinstance(found, Message)
    assert found.in_english() == "The pack tiny.pdopack is damaged and was left out."


def test_an_added_pack_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.pdopack").mkdir()
    found = open_added(tmp_path / "a.pdopack", set())
    assert isinstance(found, Message)
    assert "cannot be read" in found.in_english()


def test_a_newer_added_pack_stays(path: Path) -> None:
    write(path, "UPDATE meta SET value = '99' WHERE name = 'format'")
    found = open_added(path, set())
    assert isinstance(found, Message)
    assert "newer version" in found.in_english()
    assert path.exists()
