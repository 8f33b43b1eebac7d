"""Where things are: in a checkout, in a wheel, in the packaged program."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from pdo_app import paths


def test_a_checkout() -> None:
    root = Path(paths.__file__).parents[1]
    assert paths.checkout() == root
    assert paths.resources() == root / "resources"
    assert paths.translations() == root / "translations"
    assert paths.built_in_packs() == root / "resources" / "packs"
    assert not paths.frozen()


def test_the_packaged_program(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.frozen()
    assert paths._root() == tmp_path
    assert paths.checkout() is None


def test_a_persons_data(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path / "named"))
    assert paths.data() == tmp_path / "named"
    assert paths.data(tmp_path / "chosen") == tmp_path / "chosen"
    monkeypatch.delenv(paths.DATA_VARIABLE)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "usual"))
    assert paths.data().name == "PDO Companion"
