from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

FEES = "modules/m01-offer/02-fees.md"
CALL = "modules/m13-emergency/01-call-112.md"
QUESTIONS = "modules/m13-emergency/questions.yaml"
TIP = "\n::: tip\n不懂就问。\n===\nAsk.\n:::\n"
Problems = list[tuple[str, int, str, str]]


def test_too_few(change: Callable[..., Path], found: Callable[..., Problems]) -> None:
    root = change(CALL, "::: tip slide=no", "::: tip")
    assert found(root) == [(CALL, 2, "error", "slides")]


def test_too_many(change: Callable[..., Path], copy: Path, found: Callable[..., Problems]) -> None:
    text = (copy / FEES).read_text(encoding="utf-8")
    assert found(change(FEES, text + TIP * 4)) == []
    assert found(change(FEES, text + TIP * 5)) == [(FEES, 2, "error", "slides")]


@pytest.mark.parametrize(
    ("zh", "en", "count"),
    [("字" * 48, "One", 1), ("一", "word " * 31, 1), ("字" * 46, "word " * 31, 2)],
)  # fmt: skip
def test_too_long(
    change: Callable[..., Path], found: Callable[..., Problems], zh: str, en: str, count: int
) -> None:
    change(FEES, "公司不可以收押金。\n>> " + zh, "公司不可以收押金。")
    root = change(FEES, "take a deposit.\n>> " + en, "take a deposit.")
    places = [p for p in found(root) if p[3] == "slides"]
    assert places == [(FEES, 8, "error", "slides")] * count


def test_a_fact_counts_with_its_words(
    change: Callable[..., Path], found: Callable[..., Problems]
) -> None:
    change(FEES, "公司不可以收押金。\n>> 打 {{fact:eu.112}}", "公司不可以收押金。")
    root = change(FEES, "take a deposit.\n>> Call {{fact:eu.112}}", "take a deposit.")
    assert found(root) == []
    facts = (root / "facts/common.yaml").read_text(encoding="utf-8")
    long = facts.replace('en: "112"', f'en: "{"112 " * 32}"').replace('zh: "112"', 'zh: "112 112"')
    assert (FEES, 8, "error", "slides") in found(change("facts/common.yaml", long))


def test_unknown_facts_and_questions_are_told_once(
    change: Callable[..., Path], found: Callable[..., Problems]
) -> None:
    change(FEES, "公司不可以收押金。\n>> 打 {{fact:eu.x}}", "公司不可以收押金。")
    root = change(FEES, "take a deposit.\n>> Call {{fact:eu.x}}", "take a deposit.")
    assert found(root) == [(FEES, 8, "error", "unknown-fact")]
    change(CALL, "question=whose-number", "question=which-number")
    assert (CALL, 14, "error", "unknown-question") in found(root)


def test_a_question_must_fit(change: Callable[..., Path], found: Callable[..., Problems]) -> None:
    text = "字" * 20 + "。"
    root = change(QUESTIONS, "stem: {zh: " + text * 3, "stem: {zh: ")
    assert (QUESTIONS, 1, "error", "slides") in found(root)
