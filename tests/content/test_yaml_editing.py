# ruff: noqa: E501  -- a file reads best as it is written
from __future__ import annotations

import pytest

from pdo_app.content.yaml_editing import compose, line_end, scalar, value_of, with_item


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("a: [x, y] # why\nb: 1\n", "a: [x, y, new] # why\nb: 1\n"),
        ("a: []\n", "a: [new]\n"),
        ("a: [\n  x,\n  y,\n]\n", "a: [\n  x,\n  y, new]\n"),
        ("a:\n  - x # why\n  - y # last\n\nb: 1\n", "a:\n  - x # why\n  - y # last\n  - new\n\nb: 1\n"),
        ("a:\n- x\n- y", "a:\n- x\n- y\n- new\n"),
        ("b: 中文\r\na:\r\n  - x\r\n", "b: 中文\r\na:\r\n  - x\r\n  - new\r\n"),
    ],
)  # fmt: skip
def test_an_item_at_the_end_of_a_list(text: str, wanted: str) -> None:
    assert with_item(text, "a", "new") == wanted


@pytest.mark.parametrize("text", ["", "- a\n", "b: [x]\n", "a: x\n", "a:\n", "a: [\n"])
def test_there_is_no_such_list(text: str) -> None:
    assert with_item(text, "a", "new") is None


@pytest.mark.parametrize(
    ("words", "style", "flow", "written"),
    [
        ("Go home, then call.", "", False, "Go home, then call."),
        ("Go home, then call.", "", True, '"Go home, then call."'),
        ("Say: yes", "", False, '"Say: yes"'),
        ("null", "", False, '"null"'),
        ("a # b", "", False, '"a # b"'),
        ("It's", "'", False, "'It''s'"),
        ("a\nb", "'", False, '"a\\nb"'),
        ('a "b" \\', '"', True, '"a \\"b\\" \\\\"'),
        ("a\nb", ">", False, '"a\\nb"'),
        ("字，字", "", True, "字，字"),
    ],
)
def test_a_value_is_written_as_before_where_it_can_be(
    words: str, style: str, flow: bool, written: str
) -> None:
    assert scalar(words, style, flow) == written
    read = value_of(compose(f"{{a: {written}}}" if flow else f"a: {written}"), "a")
    assert read is not None
    assert read.value == words


def test_line_ends() -> None:
    assert [line_end(text) for text in ("a\r\nb\n", "a\nb", "a\rb", "a")] == [
        "\r\n",
        "\n",
        "\r",
        "\n",
    ]
