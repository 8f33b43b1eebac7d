from __future__ import annotations

import time

import pytest

from pdo_app.content.nodes import DEEPEST, Mapping, Scalar, Sequence, load
from pdo_app.content.problems import Problems


def read(text: str, first_line: int = 1) -> tuple[object, list[tuple[int, str]]]:
    problems = Problems()
    node = load(text, "file.yaml", problems, first_line)
    return node, [(p.line, p.code) for p in problems.all()]


def test_values_are_the_words_that_were_written() -> None:
    node, problems = read("code: NO\nlist: [1, 'x']\nempty:\nday: 2026-11-24\n")
    assert problems == []
    assert isinstance(node, Mapping)
    assert node.entries["code"] == Scalar(1, "NO", plain=True)
    assert node.entries["list"] == Sequence(2, [Scalar(2, "1", True), Scalar(2, "x", False)])
    assert node.entries["empty"] == Scalar(3, "", True)
    assert node.entries["day"] == Scalar(4, "2026-11-24", True)
    assert node.lines == {"code": 1, "list": 2, "empty": 3, "day": 4}


def test_missing_is_told_from_quoted() -> None:
    assert Scalar(1, "~", plain=True).missing
    assert Scalar(1, "null", plain=True).missing
    assert not Scalar(1, "", plain=False).missing


@pytest.mark.parametrize("text", ["", "# only a comment\n", "~", "---\n"])
def test_an_empty_file_has_no_node(text: str) -> None:
    assert read(text) == (None, [])


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a: 1\nb: &x 2\nc: *x\n", (2, "anchor")),
        ("a: 1\nb: *x\n", (2, "anchor")),
        ("a: 1\nb: !!python/object:os.system x\n", (2, "tag")),
        ("a: !x {b: c}\n", (1, "tag")),
        ("a: 1\n? [b, c]\n: 2\n", (2, "yaml")),
        ("a: 1\n---\nb: 2\n", (2, "yaml")),
        ("a: [1, 2\nb: 3\n", (2, "yaml")),
        ("a: 'x\n", (2, "yaml")),
        ("a: 1\n  b: 2\n", (2, "yaml")),
        ("a: 1\nb: \x07\n", (2, "yaml")),
        ("[" * 50, (1, "depth")),
        ("a: " + "{b: " * DEEPEST + "1" + "}" * DEEPEST, (1, "depth")),
    ],
)
def test_what_is_refused(text: str, problem: tuple[int, str]) -> None:
    node, problems = read(text)
    assert node is None
    assert problems == [problem]


def test_a_key_that_is_there_twice() -> None:
    node, problems = read("a: 1\na: 2\nb: 3\n", first_line=10)
    assert problems == [(11, "double-key")]
    assert isinstance(node, Mapping)
    assert node.entries["a"] == Scalar(10, "1", True)


def test_bombs_cost_no_time() -> None:
    begin = time.process_time()
    laughs = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{c}: &{c} [*{b},*{b},*{b},*{b},*{b}]\n"
        for b, c in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert read(laughs)[1] == [(1, "anchor")]
    assert read("[" * 1_000_000)[1] == [(1, "depth")]
    assert read("{" * 1_000_000)[1][0][1] in ("depth", "yaml")
    assert read("- " * 1_000_000)[1] == [(1, "depth")]
    assert time.process_time() - begin < 5
