# ruff: noqa: E501  -- a file reads best as it is written
from __future__ import annotations

from pathlib import Path

import pytest

from pdo_app.content.passages import replaced
from pdo_app.content.passages_of_folder import read_sources
from pdo_app.content.passages_of_lessons import passages_of_lesson
from pdo_app.content.passages_of_yaml import passages_of_yaml
from pdo_app.content.text import Language
from pdo_app.errors import InputError

CORE = Path(__file__).parents[2] / "resources" / "packs" / "core"
FRONT = "---\nid: a\ntitle: {zh: 题, en: Title}\n---\n"
Found = list[tuple[str, int, str, str]]


def shown(passages: object) -> Found:
    return [
        (p.name, p.line, p.sides[Language.ZH].words, p.sides[Language.EN].words)
        for p in passages  # type: ignore[attr-defined]
    ]


def lesson(text: str) -> Found:
    return shown(passages_of_lesson(text, "a.md"))


def test_front_matter_and_every_kind_of_line() -> None:
    text = FRONT + (
        "\n::: activity method=quiz minutes=5\n> 纸\n# 做\n一\n二\n\n三\n- 甲\n  乙\n- 丙\n>> 行\n===\n"
        "> Pens\n# Do\nOne\ntwo\n\nThree\n- A\n  B\n- C\n>> Line\n:::\n"
    )
    assert lesson(text) == [
        ("title", 3, "题", "Title"),
        ("activity-1/material-1", 7, "纸", "Pens"),
        ("activity-1/title-1", 8, "做", "Do"),
        ("activity-1/paragraph-1", 9, "一\n二", "One\ntwo"),
        ("activity-1/paragraph-2", 12, "三", "Three"),
        ("activity-1/item-1", 13, "甲\n乙", "A\nB"),
        ("activity-1/item-2", 15, "丙", "C"),
        ("activity-1/slide-1", 16, "行", "Line"),
    ]


def test_rows_without_the_rule() -> None:
    assert lesson("::: table\n| 甲 |\n|---|\n| 乙 |\n===\n| A |\n| B |\n:::") == [
        ("table-1/row-1", 2, "| 甲 |", "| A |"),
        ("table-1/row-2", 4, "| 乙 |", "| B |"),
    ]


def test_sides_of_another_shape_are_one_passage() -> None:
    assert lesson("::: tip\n一\n\n二\n===\nOne\n- Two\n:::") == [
        ("tip-1/words", 2, "一\n\n二", "One\n- Two")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a",
        "::: tip\n一\n:::",
        "::: tip\n===\nOne\n:::",
        "::: x\n一\n===\nOne\n:::",
        "---\na: b",
    ],
)
def test_nothing_to_translate(text: str) -> None:
    assert lesson(text) == []


def test_only_the_words_are_replaced() -> None:
    text = (
        FRONT.replace("\n", "\r\n") + "::: list\r\n- 甲 \r\n  乙\r\n===\r\n-  A\r\n   B\r\n:::\r\n"
    )
    title, item = passages_of_lesson(text, "a.md")
    new = replaced(
        text,
        [(title.sides[Language.EN], "A, b"), (item.sides[Language.EN], "C\nD")],
    )
    assert new == text.replace("en: Title", 'en: "A, b"').replace("A\r\n   B", "C\r\n   D")
    assert replaced(text, [(item.sides[Language.ZH], "丙")]) == text.replace("甲 \r\n  乙", "丙")


def test_values_of_yaml() -> None:
    text = (
        '# 注\nzh: 名\nen: name\nmeaning: {zh: 意, en: "a: b"}\nlist:\n  - id: x\n    text:\n'
        "      zh: >\n        长\n        句\n      en: 'long'\n  - {zh: 一, en: one}\n  - {zh: 二}\n"
        "  - {zh: [a], en: one}\n  - word\n"
    )
    passages = list(passages_of_yaml(text, "a.yaml"))
    assert shown(passages) == [
        ("", 2, "名", "name"),
        ("meaning", 4, "意", "a: b"),
        ("list/x/text", 8, "长 句", "long"),
        ("list/2", 12, "一", "one"),
    ]
    sides = [(p.sides[Language.ZH], "新") for p in passages]
    assert replaced(text, sides) == (
        "# 注\nzh: 新\nen: name\nmeaning: {zh: 新, en: \"a: b\"}\nlist:\n  - id: x\n    text:\n"
        "      zh: \"新\"\n      en: 'long'\n  - {zh: 新, en: one}\n  - {zh: 二}\n"
        "  - {zh: [a], en: one}\n  - word\n"
    )  # fmt: skip
    assert list(passages_of_yaml("a: [", "a.yaml")) == []


def test_every_passage_of_the_built_in_pack_is_written_as_it_was_read() -> None:
    count = 0
    for source in read_sources(CORE):
        sides = [side for passage in source.passages for side in passage.sides.values()]
        count += len(source.passages)
        same = [source.text[side.start : side.end] == side.written(side.words) for side in sides]
        assert sum(same) > 0.9 * len(same), source.file
        rewritten = source.holding(replaced(source.text, [(s, s.words) for s in sides]))
        assert [(p.id, _words(p)) for p in rewritten.passages] == [
            (p.id, _words(p)) for p in source.passages
        ]
    assert count > 10_000


def _words(passage: object) -> list[str]:
    return [side.words for side in passage.sides.values()]  # type: ignore[attr-defined]


def test_a_mark_at_the_beginning_stays(copy: Path) -> None:
    raw = (copy / "groups.yaml").read_bytes()
    (copy / "groups.yaml").write_bytes(b"\xef\xbb\xbf" + raw)
    source = next(s for s in read_sources(copy) if s.file == "groups.yaml")
    assert (source.marked, source.bytes()) == (True, b"\xef\xbb\xbf" + raw)


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"- id: ]", "groups.yaml cannot be read, line 1: This is not valid YAML"),
        (b"- &a {zh: a, en: b}\n- *a", "groups.yaml cannot be read, line 1: Anchors"),
        (b"\xff", "groups.yaml cannot be read, line 1: This is not UTF-8 text."),
    ],
)
def test_a_file_that_cannot_be_read(copy: Path, raw: bytes, message: str) -> None:
    (copy / "groups.yaml").write_bytes(raw)
    with pytest.raises(InputError, match="cannot be read") as caught:
        read_sources(copy)
    assert caught.value.title.in_english().startswith(message)


def test_each_id_once(copy: Path) -> None:
    (copy / "groups.yaml").write_text(
        "- {id: a, x: {zh: 一, en: 1}}\n- {id: a, x: {zh: 二, en: 2}}\n"
    )
    source = next(s for s in read_sources(copy) if s.file == "groups.yaml")
    assert [p.id for p in source.passages] == ["groups.yaml#a/x"]
