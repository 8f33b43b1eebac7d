# ruff: noqa: E501  -- a row of the table reads best whole
"""What ``content check`` promises to authors, one by one, each with its file and line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

LESSON = "modules/m01-offer/01-two-contracts.md"
FEES = "modules/m01-offer/02-fees.md"
QUESTIONS = "modules/m01-offer/questions.yaml"
FACTS = "facts/common.yaml"
PICTURES = "pictures/pictures.yaml"
Problems = list[tuple[str, int, str, str]]


@pytest.mark.parametrize(
    ("file", "old", "new", "problem"),
    [
        # a missing or unaligned block
        (FEES, "===\nIf somebody asks for a deposit, do not sign.\n", "", (16, "error", "language")),
        (FEES, "===\nIf somebody asks for a deposit, do not sign.", "===", (19, "error", "language")),
        (FEES, "- Take a photo\n", "", (22, "error", "align")),
        # one language much longer than usual against the other
        (FEES, "do not sign.", "do not sign. " + "Call the embassy. " * 4, (16, "warning", "length-ratio")),
        # digits and amounts
        (FEES, "公司不可以收押金。", "公司不可以收 3 万元。", (8, "warning", "figures")),
        (FEES, "take a deposit", "take it on 24 November", (8, "warning", "figures")),
        # long sentences
        (FEES, "do not sign.", "do not sign" + " now" * 7 + ".", (16, "warning", "sentence-long")),
        (FEES, "do not sign.", "do not sign" + " now" * 14 + ".", (16, "error", "sentence-too-long")),
        (FEES, "有人要押金，", "有人要押金，" * 5, (16, "warning", "sentence-long")),
        (FEES, "有人要押金，", "有人要押金，" * 8, (16, "error", "sentence-too-long")),
        # a fact without source or date
        (FACTS, "  source: eu-112\n", "", (1, "error", "missing")),
        (FACTS, "  source: eu-112\n", '  source: ""\n', (4, "error", "missing")),
        (FACTS, "  checked: 2026-11-20\n", "", (1, "error", "missing")),
        (FACTS, "  as_of: 2026-01-15\n", "  as_of: January\n", (6, "error", "date")),
        # dead links and unknown ids
        (LESSON, "lesson:m01/fees", "lesson:m01/fee", (14, "error", "dead-link")),
        (LESSON, "question=item-one", "question=item-two", (68, "error", "unknown-question")),
        (LESSON, "{{fact:de.minimum_wage}}", "{{fact:de.wage}}", (22, "error", "unknown-fact")),
        (LESSON, "picture=worker", "picture=cook", (50, "error", "unknown-picture")),
        # a picture without licence or alternative text
        (PICTURES, "licence: ", "licence: '' # ", (4, "error", "missing")),
        (PICTURES, "licence: ", "origin_of: ", (1, "error", "missing")),
        (PICTURES, "alt: {zh: ", "alt: {zh: '', x: ", (3, "error", "language")),
        (PICTURES, "  alt: ", "  al: ", (1, "error", "missing")),
        # a question without reasons
        (QUESTIONS, ", reason: {zh: 旅行社只卖票。, en: The agency only sells tickets.}", "", (1, "warning", "no-reason")),
    ],
)  # fmt: skip
def test_what_is_found(
    change: Callable[..., Path],
    found: Callable[..., Problems],
    file: str,
    old: str,
    new: str,
    problem: tuple[int, str, str],
) -> None:
    assert (file, *problem) in found(change(file, new, old))


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("公司不可以收 3 万元。", "The company may not take CNY 30,000."),
        (
            "2026年11月24日起，公司不可以收押金。",
            "From 24 November 2026 the company may not take it.",
        ),
        ("下午 3 点以后不可以收 5 千克。", "After 15:00 it may not take 5 kg."),
    ],
)
def test_the_same_figures_in_other_words(
    change: Callable[..., Path], found: Callable[..., Problems], zh: str, en: str
) -> None:
    change(FEES, zh, "公司不可以收押金。")
    assert found(change(FEES, en, "The company may not take a deposit.")) == []


def test_an_exemption_with_its_reason(
    change: Callable[..., Path], found: Callable[..., Problems]
) -> None:
    change(FEES, "公司不可以收 3 次押金。", "公司不可以收押金。")
    change(FEES, '::: right exempt="three times is a saying" ', "::: right ")
    assert found(change(FEES, "", "")) == []
    assert (FEES, 8, "error", "exempt") in found(
        change(FEES, 'exempt=""', 'exempt="three times is a saying"')
    )
