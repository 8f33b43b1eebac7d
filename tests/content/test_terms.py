"""Looking words of the glossary up."""

from __future__ import annotations

import pytest

from pdo_app.content.model import Language, Term, Text
from pdo_app.content.terms import found, grouped

NONE = Text("", "")
DEPOSIT = Term("deposit", Text("押金", "deposit"), NONE, "yājīn", ("保证费",))
LABOUR = Term("labour", Text("劳务合同", "service contract"), NONE, "láowù hétong")
A1 = Term("a1", Text("A1 证明", "A1 certificate"), NONE, "A1 zhèngmíng")
HOTLINE = Term("hotline", Text("12308 热线", "hotline 12308"), NONE, "12308 rèxiàn")
DAUGHTER = Term("daughter", Text("女儿", "Daughter"), NONE, "nǚ'ér")
ALL = (DEPOSIT, LABOUR, A1, HOTLINE, DAUGHTER)


@pytest.mark.parametrize(
    ("words", "terms"),
    [
        ("押金", [DEPOSIT]),
        ("yajin", [DEPOSIT]),
        ("Ya Jin", [DEPOSIT]),
        ("yājīn", [DEPOSIT]),
        ("yájīn", []),
        ("láo wù", [LABOUR]),
        ("Contract", [LABOUR]),
        ("保证费", [DEPOSIT]),
        ("nuer", [DAUGHTER]),
        ("nver", [DAUGHTER]),
        ("nǚ'ér", [DAUGHTER]),
        ("12308", [HOTLINE]),
        (" ", list(ALL)),
        ("xyz", []),
    ],
)
def test_what_is_typed(words: str, terms: list[Term]) -> None:
    assert found(ALL, words) == terms


def test_groups() -> None:
    by_pinyin = grouped(ALL, Language.ZH)
    assert by_pinyin == {
        "A": [A1],
        "L": [LABOUR],
        "N": [DAUGHTER],
        "Y": [DEPOSIT],
        "#": [HOTLINE],
    }
    assert list(by_pinyin) == ["A", "L", "N", "Y", "#"]
    assert {
        letter: [t.id for t in terms] for letter, terms in grouped(ALL, Language.EN).items()
    } == {
        "A": ["a1"],
        "D": ["daughter", "deposit"],
        "H": ["hotline"],
        "S": ["labour"],
    }
