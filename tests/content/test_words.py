from __future__ import annotations

import pytest

from pdo_app.content.words import facts_in, faults


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("普通的话，R&D, 3 < 5, a * b, [x], {y}", []),
        ("{{fact:de.wage}} 欧元", []),
        ("<b>", ["html"]),
        ("</p", ["html"]),
        ("<!--", ["html"]),
        ("javascript:alert(1)", ["script"]),
        ("data:text/html", ["script"]),
        ("a\x00b", ["control"]),
        ("a\u202eb", ["control"]),
        ("a\ud800b", ["control"]),
        ("**a**", ["stars"]),
        ("a *b* c", ["single-star"]),
        ("[a](b)", ["link"]),
        ("{{fact:a b}}", ["fact"]),
    ],
)
def test_faults(words: str, codes: list[str]) -> None:
    assert [code for code, _ in faults(words)] == codes


def test_facts_in() -> None:
    assert facts_in("{{fact:a.b}} 和 {{fact:c}}") == ("a.b", "c")
