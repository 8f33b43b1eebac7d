"""Pinyin as people type it."""

from __future__ import annotations

from pdo_app.content.tones import bare


def test_tones_and_apostrophes_go() -> None:
    assert bare("Xī'ān láowù hétong") == "xian laowu hetong"
    assert bare("nǚ'ér") == "nuer"
