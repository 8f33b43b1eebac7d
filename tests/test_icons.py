"""Every drawing that code and packs name is there, and Qt can draw it."""

from __future__ import annotations

import re
from pathlib import Path

import yaml
from PySide6.QtCore import QByteArray
from PySide6.QtSvg import QSvgRenderer

from pdo_app import paths

ICONS = paths.resources() / "icons"
FLAGS = paths.resources() / "flags"
CORE = paths.built_in_packs() / "core"
DRAWINGS = sorted([*ICONS.glob("*.svg"), *FLAGS.glob("*.svg"), *CORE.glob("pictures/*.svg")])


def test_qt_draws_them_all() -> None:
    assert len(DRAWINGS) > 200
    for path in DRAWINGS:
        assert QSvgRenderer(QByteArray(path.read_bytes())).isValid(), path


def test_icons_are_outlines_that_take_a_colour() -> None:
    for path in ICONS.glob("*.svg"):
        source = path.read_text("utf-8")
        assert 'stroke="currentColor" stroke-width="1.75"' in source, path.name
        assert 'fill="none"' in source, path.name


def test_pictograms_take_a_colour() -> None:
    for path in CORE.glob("pictures/*.svg"):
        assert "currentColor" in path.read_text("utf-8"), path.name


def test_packs_name_icons_that_exist() -> None:
    named = {
        (path.name, icon)
        for path in CORE.rglob("*.yaml")
        for icon in re.findall(r"\bicon:\s*([a-z0-9-]+)", path.read_text("utf-8"))
    }
    assert named
    assert not [found for found in named if not (ICONS / f"{found[1]}.svg").is_file()]


def test_code_names_icons_that_exist() -> None:
    ui = Path(__file__).parent.parent / "pdo_app" / "ui"
    calls = re.compile(r"""(?:\bicon=|\bafter=|\.(?:pixmap|icon)\(\s*)["']([a-z0-9-]+)["']""")
    named = {
        (path.name, icon)
        for path in ui.rglob("*.py")
        for icon in calls.findall(path.read_text("utf-8"))
    }
    assert named
    assert not [found for found in named if not (ICONS / f"{found[1]}.svg").is_file()]


def test_every_destination_has_a_flag() -> None:
    codes = yaml.safe_load((CORE / "pack.yaml").read_text("utf-8"))["destinations"]
    assert len(codes) == 31
    assert {path.stem for path in FLAGS.glob("*.svg")} == {code.lower() for code in codes} | {"cn"}


def test_licences_stand_beside_the_drawings() -> None:
    assert (ICONS / "LICENSE-tabler").is_file()
    assert (FLAGS / "LICENSE-flag-icons").is_file()
    assert (CORE / "pictures" / "LICENSE-healthicons").is_file()
