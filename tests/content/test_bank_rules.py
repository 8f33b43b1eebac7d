from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from pdo_app.content.rules import check_folder

QUESTIONS = "modules/m01-offer/questions.yaml"
NUMBERS = "modules/m13-emergency/questions.yaml"
Problems = list[tuple[str, int, str, str]]


def add(root: Path, questions: list[list[str]], *, ordered: str = "no") -> None:
    """Add questions to module 1. Each is its options, the right one marked by a star."""
    entries = []
    for number, options in enumerate(questions):
        lines = []
        for name, words in zip("abcdef", options, strict=False):
            key = "right: yes" if words.startswith("*") else "reason: {zh: 不对。, en: No.}"
            zh, en = words.strip("*").split("|")
            lines.append(f"    - {{id: {name}, text: {{zh: '{zh}', en: '{en}'}}, {key}}}\n")
        entries.append(
            f"- id: more{number}\n  objective: name-items\n  kind: one\n  difficulty: 1\n"
            f"  ordered: {ordered}\n"
            f"  stem: {{zh: '选哪个 {number}？', en: 'Which of {number}?'}}\n"
            f"  options:\n{''.join(lines)}  reason: {{zh: 对。, en: Yes.}}\n  lesson: fees\n"
        )
    with (root / QUESTIONS).open("a", encoding="utf-8") as file:
        file.write("".join(entries))


def patterns(root: Path) -> list[str]:
    _, problems = check_folder(root)
    assert {(p.file, p.line, p.severity.value) for p in problems if p.code == "answer-pattern"} <= {
        ("pack.yaml", 1, "error")
    }
    return [p.message for p in problems if p.code == "answer-pattern"]


EVEN = [["*一|a", "二|b"], ["三|c", "*四|d"]]


def test_an_even_bank_is_right(copy: Path) -> None:
    add(copy, EVEN * 15)
    assert patterns(copy) == []


def test_the_longest_option_gives_the_answer_away(copy: Path) -> None:
    add(copy, [["*一二三|aaa", "二|b"], ["三|c", "*四五六|d"]] * 10)
    assert patterns(copy) == [
        "The right option is the longest in 11 of 22 questions (en); at most 40% may have it so.",
        "The right option is the longest in 21 of 22 questions (zh); at most 40% may have it so.",
    ]


def test_a_fact_counts_as_it_reads(copy: Path) -> None:
    fact = "{{fact:de.minimum_wage}}"
    add(copy, [[f"*{fact}|{fact}", "三个字|three"], ["{{fact:no.fact}}|x", "*四|y"]] * 10)
    assert len(patterns(copy)) == 2


def test_few_questions_show_no_pattern(copy: Path) -> None:
    add(copy, [["*一二三|aaa", "二|b"]] * 17)
    assert patterns(copy) == []


def test_the_right_place_is_spread(copy: Path) -> None:
    add(copy, [["一|a", "*二|b"]] * 18 + [["*三|c", "四|d"]] * 2)
    assert patterns(copy) == [
        "Of 21 questions with 2 options, 18 have the right one at place 2; spread them evenly."
    ]


def test_ordered_options_may_stand_as_they_are(copy: Path) -> None:
    add(copy, [["一|a", "*二|b"]] * 25, ordered="yes")
    assert patterns(copy) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("zh: 合同要写什么？", "zh: 谁给您发工资？"),
        ("en: What must the contract say?", "en: who pays  your wages?"),
    ],
)
def test_no_two_questions_have_the_same_stem(
    change: Callable[..., Path], found: Callable[..., Problems], old: str, new: str
) -> None:
    assert found(change(QUESTIONS, new, old)) == [(QUESTIONS, 15, "error", "double-stem")]


def test_a_withheld_question_names_its_fact(tiny: Path) -> None:
    _, problems = check_folder(tiny, date(2027, 2, 1))
    ((place, message),) = [((p.file, p.line), p.message) for p in problems if p.code == "withheld"]
    assert place == (NUMBERS, 32)
    assert message == (
        "Tests leave this question out: the fact 'de.minimum_wage' was to be reviewed by "
        "2027-01-31."
    )
