"""The words of the glossary, from their file to the library."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pdo_app.content.library import Library
from pdo_app.content.model import Text
from pdo_app.content.reader import read

FILE = "glossary.yaml"


def test_terms_are_read(tiny: Path) -> None:
    first, second, third = read(tiny).pack.terms
    assert first.name == Text("服务合同", "service contract")
    assert (first.pinyin, first.lesson) == ("fúwù hétong", "tiny/m01/two-contracts")
    assert (second.avoid, second.lesson) == (("协议书",), None)
    assert third.pinyin == "guónèi gōngsī"


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("id: contract\n", "id: service-contract\n", (8, "double-id")),
        ("zh: 合同\n", "zh: 服务合同\n", (8, "double-name")),
        ("en: contract\n", "en: Service Contract\n", (8, "double-name")),
        ("lesson: m01/two-contracts", "lesson: m01/three", (1, "dead-link")),
        ("pinyin: guónèi gōngsī", "pinyin: 公司", (16, "pinyin")),
        ("  en: contract\n", "", (8, "missing")),
        ("  avoid: [协议书]\n", "  mean: x\n", (12, "unknown-key")),
        ("The company that sends you abroad.", "x <b>", (17, "html")),
        (
            "双方写下来、签了字的约定。",
            "这是一个很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长的句子",
            (8, "sentence-too-long"),
        ),
    ],
)
def test_problems(
    change: Callable[..., Path],
    found: Callable[..., list[tuple[str, int, str, str]]],
    old: str,
    new: str,
    problem: tuple[int, str],
) -> None:
    problems = found(change(FILE, new, old))
    assert (FILE, *problem) in {(file, line, code) for file, line, _, code in problems}


def test_a_missing_meaning(change: Callable[..., Path]) -> None:
    root = change(FILE, "- id: a\n  zh: 字\n  en: word\n")
    assert [(p.line, p.code) for p in read(root).problems] == [(1, "missing")]


def test_the_library_has_them(packs: Path) -> None:
    library = Library.open(packs)
    assert [term.id for term in library.terms()] == ["service-contract", "contract", "company"]
    assert library.term("contract").name.en == "contract"
    with pytest.raises(KeyError):
        library.term("nothing")
    for words in ("fuwu hetong", "service contract", "服务合同"):
        assert ("term", "service-contract") in {(h.kind, h.id) for h in library.search(words)}
    spans = [
        span
        for part in library.lesson("tiny/m01/two-contracts").blocks[1].zh
        for line in part.lines
        for span in line[0]
        if span.link
    ]
    assert ("服务合同", "term:service-contract", True) in {
        (span.text, span.link, span.strong) for span in spans
    }
    library.close()
