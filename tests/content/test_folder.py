from __future__ import annotations

import os
from pathlib import Path

import pytest

from pdo_app.content import folder as module
from pdo_app.content.folder import LARGEST, Folder
from pdo_app.content.nodes import Mapping
from pdo_app.content.problems import Place, Problems

HERE = Place("pack.yaml", 3)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "pack"
    (root / "facts").mkdir(parents=True)
    (root / "facts" / "a.yaml").write_text("- id: a\n- b\n", encoding="utf-8")
    (root / "pack.yaml").write_text("id: a\r\ntitle: b\r\n", encoding="utf-8")
    return root


def opened(root: Path) -> Folder:
    return Folder(root, Problems())


def codes(folder: Folder) -> list[tuple[str, int, str]]:
    return [(p.file, p.line, p.code) for p in folder.problems.all()]


def test_files_are_listed_without_hidden_ones_and_backups(root: Path) -> None:
    for name in (".hidden", "b.yaml~", "c.bak"):
        (root / name).touch()
    (root / ".git").mkdir()
    (root / ".git" / "x").touch()
    folder = opened(root)
    assert folder.files == ("facts/a.yaml", "pack.yaml")
    assert folder.matching("facts/*.yaml") == ("facts/a.yaml",)
    assert folder.matching("*.yaml") == ("pack.yaml",)
    assert folder.only("pack.yaml") == ("pack.yaml",)
    assert folder.only("other.yaml") == ()


def test_text_has_plain_line_ends_and_no_mark(root: Path) -> None:
    (root / "a.md").write_bytes(b"\xef\xbb\xbfa\r\nb\rc\n")
    assert opened(root).text("a.md") == "a\nb\nc\n"


def test_text_that_is_not_utf8(root: Path) -> None:
    (root / "a.md").write_bytes(b"a\nb\xff\n")
    folder = opened(root)
    assert folder.text("a.md") is None
    assert codes(folder) == [("a.md", 2, "encoding")]


@pytest.mark.parametrize(
    "file", ["../secret", "/etc/passwd", "facts/../../secret", "..\\secret", "link"]
)
def test_paths_outside_the_pack_are_refused(root: Path, file: str) -> None:
    (root.parent / "secret").write_text("secret")
    (root / "link").symlink_to(root.parent / "secret")
    folder = opened(root)
    assert folder.bytes_of(file, HERE) is None
    assert codes(folder) == [("pack.yaml", 3, "outside-pack")]


@pytest.mark.parametrize("file", ["none.svg", "facts", "x" * 300, "a\0b", "circle"])
def test_files_that_cannot_be_read(root: Path, file: str) -> None:
    (root / "circle").symlink_to(root / "circle")
    folder = opened(root)
    assert folder.bytes_of(file, HERE) is None
    assert codes(folder) == [("pack.yaml", 3, "no-file")]


def test_a_pipe_is_not_waited_for(root: Path) -> None:
    os.mkfifo(root / "pipe")
    assert opened(root).bytes_of("pipe", HERE) is None


def test_large_files_are_refused(root: Path) -> None:
    (root / "a.yaml").write_bytes(b"#" * (LARGEST + 1))
    (root / "b.yaml").write_bytes(b"#" * LARGEST)
    folder = opened(root)
    assert folder.text("a.yaml", HERE) is None
    assert codes(folder) == [("pack.yaml", 3, "too-large")]
    assert folder.text("b.yaml") == "#" * LARGEST


def test_all_files_together_have_a_limit(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LARGEST_PACK", 20)
    folder = opened(root)
    assert folder.text("pack.yaml") is not None
    assert folder.text("facts/a.yaml") is None
    assert codes(folder) == [(".", 1, "too-large")]


def test_the_number_of_files_has_a_limit(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST", 1)
    folder = opened(root)
    assert folder.files == ("facts/a.yaml",)
    assert codes(folder) == [(".", 1, "too-many")]


def test_mapping(root: Path) -> None:
    folder = opened(root)
    node = folder.mapping("pack.yaml")
    assert isinstance(node, Mapping)
    assert folder.mapping("none.yaml", HERE) is None
    assert folder.mapping("facts/a.yaml") is None
    assert codes(folder) == [("facts/a.yaml", 1, "type"), ("pack.yaml", 3, "no-file")]


def test_broken_yaml_is_one_problem(root: Path) -> None:
    (root / "pack.yaml").write_text("a: [")
    folder = opened(root)
    assert folder.mapping("pack.yaml") is None
    assert [code for *_, code in codes(folder)] == ["yaml"]


def test_mappings(root: Path) -> None:
    (root / "named.yaml").write_text("facts:\n- id: a\n")
    (root / "wrong.yaml").write_text("id: a\n")
    (root / "empty.yaml").write_text("")
    folder = opened(root)
    assert len(folder.mappings("facts/a.yaml", "facts")) == 1
    assert len(folder.mappings("named.yaml", "facts")) == 1
    assert folder.mappings("wrong.yaml", "facts") == ()
    assert folder.mappings("empty.yaml", "facts") == ()
    assert folder.mappings("none.yaml", "facts") == ()
    assert codes(folder) == [
        ("facts/a.yaml", 2, "type"),
        ("none.yaml", 1, "no-file"),
        ("wrong.yaml", 1, "type"),
    ]


def test_unread(root: Path) -> None:
    (root / "LICENSE-x").touch()
    (root / "README.md").touch()
    folder = opened(root)
    folder.text("pack.yaml")
    assert folder.unread() == ("facts/a.yaml",)
