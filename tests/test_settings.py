"""Settings on a real disk."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from pdo_app.records import Mode
from pdo_app.settings import Settings, SettingsFile


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


def test_no_file_means_defaults(path: Path) -> None:
    assert SettingsFile(path).load() == Settings()


def test_only_what_differs_is_saved(path: Path) -> None:
    SettingsFile(path).save(replace(Settings(), text_scale=150, mode=Mode.ENGLISH))
    assert json.loads(path.read_text("utf-8")) == {"text_scale": 150, "mode": "en"}
    assert SettingsFile(path).load() == replace(Settings(), text_scale=150, mode=Mode.ENGLISH)


def test_unknown_keys_are_kept(path: Path) -> None:
    path.write_text('{"from_tomorrow": [1], "theme": "dark"}', "utf-8")
    file = SettingsFile(path)
    file.save(replace(file.load(), text_scale=125))
    saved = json.loads(path.read_text("utf-8"))
    assert saved == {"from_tomorrow": [1], "theme": "dark", "text_scale": 125}


@pytest.mark.parametrize(
    "raw",
    [
        {"mode": "fr"},
        {"text_scale": 130},
        {"text_scale": "150"},
        {"theme": 1},
        {"idle_minutes": -1},
        {"idle_minutes": True},
        {"less_motion": "yes"},
        {"last_learner": 5},
    ],
)
def test_a_value_that_does_not_fit_means_the_default(path: Path, raw: dict[str, object]) -> None:
    path.write_text(json.dumps(raw), "utf-8")
    assert SettingsFile(path).load() == Settings()


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b"\xff\xfe\x00", b"null", b"[" * 200_000])
def test_a_damaged_file_is_set_aside(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert SettingsFile(path).load() == Settings()
    assert not path.exists()
    assert path.with_suffix(".damaged").read_bytes() == content


def test_a_folder_in_its_place(path: Path) -> None:
    path.mkdir()
    (path.with_suffix(".damaged")).mkdir()
    (path.with_suffix(".damaged") / "full").touch()
    assert SettingsFile(path).load() == Settings()
