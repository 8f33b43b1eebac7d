from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from pdo_app.content import compiler
from pdo_app.content.building import build
from pdo_app.content.compiler import compile_pack
from pdo_app.content.format import APPLICATION
from pdo_app.content.reader import read
from pdo_app.errors import WriteError


def compiled(source: Path, target: Path) -> Path:
    reading = read(source)
    compile_pack(reading.pack, reading.media, target, {"contents": "x"})
    return target


def rows(path: Path, command: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(command).fetchall()


def test_the_file(tiny: Path, tmp_path: Path) -> None:
    path = compiled(tiny, tmp_path / "a.pdopack")
    assert rows(path, "PRAGMA integrity_check") == [("ok",)]
    assert rows(path, "PRAGMA application_id") == [(APPLICATION,)]
    assert rows(path, "SELECT kind, count(*) FROM things GROUP BY kind ORDER BY kind") == [
        ("country", 1),
        ("fact", 2),
        ("group", 2),
        ("holidays", 2),
        ("item", 2),
        ("lesson", 5),
        ("module", 3),
        ("picture", 1),
        ("question", 10),
        ("situation", 1),
        ("source", 2),
        ("template", 1),
        ("term", 3),
    ]
    assert rows(path, "SELECT name FROM meta") == [("contents",), ("format",), ("info",)]
    assert [file.name for file in tmp_path.iterdir()] == ["a.pdopack"]


def test_the_same_sources_give_the_same_bytes(tiny: Path, tmp_path: Path) -> None:
    one = compiled(tiny, tmp_path / "one.pdopack").read_bytes()
    assert compiled(tiny, tmp_path / "two.pdopack").read_bytes() == one


def test_trainers_words_are_not_found(tiny: Path, tmp_path: Path) -> None:
    path = compiled(tiny, tmp_path / "a.pdopack")
    ((words,),) = rows(path, "SELECT words_en FROM entries WHERE id = 'tiny/m01/two-contracts'")
    assert "EUR 13.90 an hour" in str(words)
    assert "Ask first" not in str(words)
    assert "Work in pairs" not in str(words)


def test_an_old_pack_is_replaced_at_once(tiny: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.pdopack"
    path.write_bytes(b"old")
    (tmp_path / "stray").touch()
    compiled(tiny, path)
    assert path.read_bytes()[:6] == b"SQLite"


def test_a_folder_that_is_not_there(tiny: Path, tmp_path: Path) -> None:
    with pytest.raises(WriteError, match=r"a\.pdopack could not be written"):
        compiled(tiny, tmp_path / "none" / "a.pdopack")


def test_a_target_that_is_a_folder(tiny: Path, tmp_path: Path) -> None:
    (tmp_path / "a.pdopack" / "x").mkdir(parents=True)
    with pytest.raises(WriteError):
        compiled(tiny, tmp_path / "a.pdopack")
    assert [file.name for file in tmp_path.iterdir()] == ["a.pdopack"]


def test_what_was_begun_and_cannot_be_removed(
    tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.pdopack"
    monkeypatch.setattr(compiler.os, "getpid", lambda: 1)
    (tmp_path / "a.pdopack.1.new" / "x").mkdir(parents=True)  # as if the folder refused
    with pytest.raises(WriteError):
        compiled(tiny, path)
    assert not path.exists()


def test_building_writes_nothing_where_there_is_an_error(copy: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.pdopack"
    path.write_bytes(b"old")
    (copy / "groups.yaml").write_text("- id: [\n")
    assert "yaml" in {problem.code for problem in build(copy, path)}
    assert path.read_bytes() == b"old"
