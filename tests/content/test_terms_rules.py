from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pdo_app.content.rules import check_folder

FEES = "modules/m01-offer/02-fees.md"
LESSON = "modules/m01-offer/01-two-contracts.md"
GLOSSARY = "glossary.yaml"
Problems = list[tuple[str, int, str, str]]
TERMS = """\
- id: deposit
  zh: 押金
  en: deposit
  meaning: {zh: 先交、以后退的钱。, en: Money that you get back later.}
  avoid: [保证费, caution, bond money]
- id: bond
  zh: 履约保证费
  en: caution money bond
  meaning: {zh: 别的钱。, en: Other money.}
"""


@pytest.fixture
def terms(change: Callable[..., Path]) -> Path:
    return change(GLOSSARY, TERMS)


@pytest.mark.parametrize(
    ("zh", "en", "wanted"),
    [
        ("保证费", "A deposit", ["The glossary says '押金', not '保证费'."]),
        ("押金", "A Caution", ["The glossary says 'deposit', not 'caution'."]),
        ("押金", "Cautions, precaution", ["The glossary says 'deposit', not 'caution'."]),
        ("履约保证费", "The caution money bonds", []),
        ("押金", "deposit", []),
    ],
)
def test_names_to_avoid(
    terms: Path, change: Callable[..., Path], zh: str, en: str, wanted: list[str]
) -> None:
    change(FEES, f"# {zh}\n公司", "# 押金\n公司")
    root = change(FEES, f"# {en}\nThe company", "# Deposits\nThe company")
    _, problems = check_folder(root)
    assert [(p.file, p.line, p.severity, p.message) for p in problems] == [
        (FEES, 8, "warning", message) for message in wanted
    ]


@pytest.mark.parametrize(
    ("file", "old", "new", "line"),
    [
        (FEES, "公司不可以收押金。", "公司不可以收保证费。", 8),
        (FEES, "zh: 不能收的费用", "zh: 不能收的保证费", 2),
        ("modules/m01-offer/questions.yaml", "zh: 旅行社只卖票。", "zh: 旅行社收保证费。", 1),
        ("modules/m01-offer/checklist.yaml", "zh: 丢了也有证据。", "zh: 保证费。", 1),
        ("emergency.yaml", "zh: ", "zh: 保证费", 1),
    ],
)
def test_every_text_of_learners_is_read(
    terms: Path,
    change: Callable[..., Path],
    found: Callable[..., Problems],
    file: str,
    old: str,
    new: str,
    line: int,
) -> None:
    root = change(file, new, old)
    assert (file, line, "warning", "term") in found(root)


def test_trainers_may_use_other_names(
    terms: Path, change: Callable[..., Path], found: Callable[..., Problems]
) -> None:
    root = change(LESSON, "先问：谁交过保证费？", "先问：谁签过合同？")
    assert [code for *_, code in found(root) if code == "term"] == []


def test_a_fact_counts_as_one_word(
    terms: Path, change: Callable[..., Path], found: Callable[..., Problems]
) -> None:
    root = change(FEES, "不可以收{{fact:eu.112}}", "不可以收押金")
    assert [code for *_, code in found(root) if code == "term"] == []


def test_slides_are_read_too(
    terms: Path, change: Callable[..., Path], found: Callable[..., Problems]
) -> None:
    change(FEES, "公司不可以收押金。\n>> 不收保证费", "公司不可以收押金。")
    root = change(FEES, "take a deposit.\n>> No deposit", "take a deposit.")
    assert found(root) == [(FEES, 8, "warning", "term")]
