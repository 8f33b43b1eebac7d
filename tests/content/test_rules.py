# ruff: noqa: E501  -- a row of the tables below reads best whole
from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from pdo_app.content.rules import check_folder

MODULE = "modules/m01-offer/module.yaml"
LESSON = "modules/m01-offer/01-two-contracts.md"
FEES = "modules/m01-offer/02-fees.md"
QUESTIONS = "modules/m01-offer/questions.yaml"
NUMBERS = "modules/m13-emergency/questions.yaml"
CHECKLIST = "modules/m01-offer/checklist.yaml"
FACTS = "facts/common.yaml"
SOURCES = "sources/common.yaml"
Problems = list[tuple[str, int, str, str]]


def test_the_tiny_pack_is_right(tiny: Path, found: Callable[..., Problems]) -> None:
    assert found(tiny) == []


def test_the_core_pack_is_right() -> None:
    core = Path(__file__).parents[2] / "resources" / "packs" / "core"
    _, problems = check_folder(core)
    assert [problem for problem in problems if problem.severity == "error"] == []


@pytest.mark.parametrize(
    ("file", "old", "new", "problem"),
    [
        ("pack.yaml", "[DE, ", "[Germany, DE, ", (1, "country-code")),
        (MODULE, "number: 1", "number: 13", None),
        (MODULE, "lessons: [01-two-contracts.md, 02-fees.md]", "lessons: []", (1, "empty")),
        (LESSON, "objectives: [name-items]", "objectives: [other]", (2, "unknown-objective")),
        (LESSON, 'sources="cn-order-620', 'sources="cn-order', (14, "unknown-source")),
        (LESSON, 'sources="cn-order-620:23,27', 'sources="eu-112:<b>', (14, "html")),
        (LESSON, "lesson:m01/fees", "lesson:m02/fees", (14, "dead-link")),
        (LESSON, "{{fact:de.minimum_wage}}", "{{fact:de.wage}}", (22, "unknown-fact")),
        (LESSON, "picture picture=worker", "picture picture=cook", (50, "unknown-picture")),
        (LESSON, "story picture=worker", "story picture=cook", (56, "unknown-picture")),
        (LESSON, "question=item-one", "question=item-two", (68, "unknown-question")),
        (LESSON, "question=item-one", "question=m13/q/which-number", (68, "other-module")),
        (LESSON, "> 两份合同的复印件", "> 看 {{fact:no.fact}}", (77, "unknown-fact")),
        (LESSON, "\n\n这是一个例子。", "", (56, "align")),
        (LESSON, "- 工作地点\n", "", (22, "align")),
        (LESSON, "| 劳动合同 | 外国雇主 |\n", "", (38, "align")),
        (LESSON, "| 合同 | 同谁签 |\n|---|---|\n| 服务合同 | 国内公司 |\n| 劳动合同 | 外国雇主 |", "| 合同 |\n|---|\n| 服务 |\n| 劳动 |", (38, "align")),
        (LESSON, "- 工资：{{fact:de.minimum_wage}}", "1. 工资", (22, "align")),
        (LESSON, "出国前，您要同国内公司签**服务合同**。\n先读[不能收的费用](lesson:m01/fees)。", "You sign the service contract.", (14, "language")),
        (LESSON, "Ask first: who has signed a contract?", "谁签过合同？", (71, "language")),
        (FEES, ' sources="cn-order-620:25"', "", (8, "no-source")),
        (FEES, "# 押金\n", "", (8, "align")),
        (QUESTIONS, "objective: name-items", "objective: name", (1, "unknown-objective")),
        (QUESTIONS, "  lesson: two-contracts\n", "  lesson: one\n", (1, "dead-link")),
        (QUESTIONS, "picture: worker", "picture: cook", (1, "unknown-picture")),
        (QUESTIONS, "cn-order-620:27", "cn-order:27", (1, "unknown-source")),
        (QUESTIONS, "en: Who pays your wages?", "en: 'Who pays {{fact:a.b}}?'", (1, "unknown-fact")),
        (QUESTIONS, ", right: yes", "", (1, "key")),
        (QUESTIONS, "reason: {zh: 旅行社只卖票。, en: The agency only sells tickets.}", "right: yes", (1, "key")),
        (NUMBERS, "kind: one", "kind: several", (1, "options")),
        (QUESTIONS, "reason: {zh: 同工作没关系。, en: It has nothing to do with work.}", "right: yes", (15, "key")),
        (QUESTIONS, "{id: b, text: {zh: 旅行社, en: The travel agency}", "{id: a, text: {zh: 旅行社, en: The travel agency}", (1, "double-id")),
        (QUESTIONS, "en: The travel agency", "en: The employer abroad", (1, "options")),
        (QUESTIONS, "    - {id: c, text: {zh: 签字, en: Sign}}\n", "", (35, "options")),
        (QUESTIONS, "kind: order\n", "kind: order\n  right: [a, b, b]\n", (35, "key")),
        (QUESTIONS, "  actions:\n", "  actions:\n" + "    - {zh: 看, en: Look}\n" * 3, (1, "actions")),
        (NUMBERS, "tolerance: 0.05", "tolerance: -1", (32, "number")),
        (NUMBERS, "partner: {zh: 德国警察, en: Police in Germany}", "partner: {zh: 救护车, en: Rescue}", (12, "options")),
        (CHECKLIST, "group: documents", "group: papers", (1, "unknown-group")),
        (CHECKLIST, "lesson: two-contracts", "lesson: three", (1, "dead-link")),
        (CHECKLIST, "cn-order-620:23", "x:23", (1, "unknown-source")),
        (CHECKLIST, "countries: [DE]", "countries: [FR]", (8, "country-code")),
        (FACTS, "source: eu-112", "source: eu", (1, "unknown-source")),
        (FACTS, "as_of: 2026-01-15", "as_of: 2026-11-21", (1, "date")),
        (FACTS, "checked: 2026-11-20", "checked: 2026-11-25", (1, "date")),
        (FACTS, "review_by: 2027-11-20", "review_by: 2026-11-20", (1, "date")),
        (FACTS, 'en: "112"', 'en: "{{fact:de.minimum_wage}}"', (1, "fact")),
        (SOURCES, "checked: 2026-11-24", "checked: 2012-06-03", (1, "date")),
        ("countries/de.yaml", "facts: [de.minimum_wage]", "facts: [de.wage]", (1, "unknown-fact")),
        ("countries/de.yaml", "currency: EUR", "currency: euro", (1, "currency")),
        ("countries/de.yaml", "languages: [de]", "languages: [German]", (1, "language-code")),
        ("countries/de.yaml", "Europe/Berlin", "Europe/Bonn", (1, "time-zone")),
        ("countries/de.yaml", "    reviewed: no\n", "    reviewed: no\n  - {id: where, group: work, meaning: {zh: 哪里, en: Where}, local: Wo, reading: 沃}\n", (1, "double-id")),
        (FEES, "有人要押金，就不要签。", "有人要押金，" * 8 + "就不要签。", (16, "sentence-too-long")),
        (FEES, "do not sign.", "do not sign" + " today" * 20 + ".", (16, "sentence-too-long")),
        ("emergency.yaml", "lesson: m13/call-112", "lesson: m13/call", (1, "dead-link")),
        ("emergency.yaml", 'sources: "eu-112"', 'sources: "eu"', (1, "unknown-source")),
        ("emergency.yaml", "{{fact:eu.112}}", "{{fact:eu.113}}", (1, "unknown-fact")),
    ],
)  # fmt: skip
def test_errors(
    change: Callable[..., Path],
    found: Callable[..., Problems],
    file: str,
    old: str,
    new: str,
    problem: tuple[int, str] | None,
) -> None:
    problems = found(change(file, new, old))
    if problem is None:
        file, problem = "modules/m13-emergency/module.yaml", (1, "module-number")
    assert (file, problem[0], "error", problem[1]) in problems


@pytest.mark.parametrize(
    ("file", "old", "new", "problem"),
    [
        (QUESTIONS, ", reason: {zh: 旅行社只卖票。, en: The agency only sells tickets.}", "", (1, "no-reason")),
        (MODULE, "lessons:", "  - {id: new, text: {zh: 新, en: New}}\nlessons:", (13, "untested")),
        (FACTS, "  confirm_at: {zh: 海关总局, en: Customs office}\n", "", (11, "confirm-at")),
        (FEES, "有人要押金，就不要签。", "有人要押金，" * 5 + "就不要签。", (16, "sentence-long")),
        (FEES, "do not sign.", "do not sign" + " today" * 7 + ".", (16, "sentence-long")),
        (FEES, "有人要押金，", "有人要 50 元，", (16, "figures")),
        (FEES, "公司不可以收押金。", "公司不可以 收押金。", (8, "space")),
        (FEES, "picture: worker\n---\n", "---\n\n", (2, "no-picture")),
        (CHECKLIST, "zh: 丢了也有证据。", "zh: 丢了也有 2 份证据。", (1, "figures")),
    ],
)  # fmt: skip
def test_warnings(
    change: Callable[..., Path],
    found: Callable[..., Problems],
    file: str,
    old: str,
    new: str,
    problem: tuple[int, str],
) -> None:
    assert found(change(file, new, old)) == [(file, problem[0], "warning", problem[1])]


@pytest.mark.parametrize(
    ("on", "severity"),
    [
        (date(2027, 1, 31), None),
        (date(2027, 2, 1), "warning"),
        (date(2027, 5, 1), "warning"),
        (date(2027, 5, 2), "error"),
    ],
)
def test_facts_past_their_review(
    tiny: Path, found: Callable[..., Problems], on: date, severity: str | None
) -> None:
    review = ("facts/common.yaml", 11, severity, "review")
    withheld = (NUMBERS, 32, "warning", "withheld")
    assert found(tiny, on) == ([] if severity is None else [review, withheld])


@pytest.mark.parametrize("key", ["as_of", "checked", "review_by"])
def test_a_missing_date_is_one_problem(
    copy: Path, found: Callable[..., Problems], key: str
) -> None:
    path = copy / FACTS
    lines = path.read_text(encoding="utf-8").split("\n")
    lines.remove(next(line for line in lines if f" {key}:" in line))
    path.write_text("\n".join(lines), encoding="utf-8")
    assert found(copy) == [(FACTS, 1, "error", "missing")]


def test_no_option_is_right(change: Callable[..., Path], found: Callable[..., Problems]) -> None:
    change(QUESTIONS, "en: Pay}}", "en: Pay}, right: yes}")
    root = change(QUESTIONS, "en: Place of work}}", "en: Place of work}, right: yes}")
    assert (QUESTIONS, 15, "error", "key") in found(root)


def test_two_files_of_one_country(
    change: Callable[..., Path], copy: Path, found: Callable[..., Problems]
) -> None:
    change("countries/no.yaml", (copy / "countries/de.yaml").read_text(encoding="utf-8"))
    assert [code for *_, code in found(copy)] == ["double-id", "file-name"]


def test_a_situation_without_a_lesson(
    change: Callable[..., Path], found: Callable[..., Problems]
) -> None:
    assert found(change("emergency.yaml", "", "  lesson: m13/call-112\n")) == []


def test_an_empty_pack(tmp_path: Path, found: Callable[..., Problems]) -> None:
    assert [code for *_, code in found(tmp_path)] == ["empty", "no-file"]


def test_a_lesson_without_blocks(
    change: Callable[..., Path], copy: Path, found: Callable[..., Problems]
) -> None:
    front = (copy / FEES).read_text(encoding="utf-8").split(":::")[0]
    assert (FEES, 2, "error", "empty") in found(change(FEES, front))
