from __future__ import annotations

import pytest

from pdo_app.content.format import split_characters
from pdo_app.content.searching import MOST_WORDS, excerpt, query


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("合同", '"合 同"'),
        ("Contract", '"contract"*'),
        ("合同 pay", '"合 同" AND "pay"*'),
        ("打112", '"打" AND "112"*'),
        ("ＡＢＣ", '"abc"*'),
        ('" OR (x) * NEAR', '"or"* AND "x"* AND "near"*'),
        ("x_y", '"x"* AND "y"*'),
        ("", None),
        ('"*():^-', None),
    ],
)
def test_query(typed: str, wanted: str | None) -> None:
    assert query(typed) == wanted


def test_few_words_are_enough() -> None:
    assert (query("a " * 100) or "").count("AND") == MOST_WORDS - 1


def test_split_characters() -> None:
    assert split_characters("打112，好").split() == ["打", "112,", "好"]


def test_excerpts() -> None:
    assert excerpt("短的话。", "话") == "短的话。"
    assert excerpt("短的话。", "没有") == "短的话。"
    text = "前" * 50 + "合同" + "后" * 100
    found = excerpt(text, "合同")
    assert found.startswith("…前")
    assert "合同" in found
    assert found.endswith("后…")
    english = "word " * 20 + "the contract " + "word " * 20
    assert excerpt(english, "contract").startswith("…word ")
    assert excerpt("合同" + "后" * 100, "合同").startswith("合同")
