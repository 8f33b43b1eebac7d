from __future__ import annotations

import pytest

from pdo_app.content.markdown import parse_blocks
from pdo_app.content.model import (
    Activity,
    Block,
    BlockKind,
    Citation,
    Element,
    ElementKind,
    Span,
    Text,
)
from pdo_app.content.problems import Problems
from pdo_app.content.scanning import split_front


def read(text: str, first: int = 1) -> tuple[tuple[Block, ...], list[tuple[int, str]]]:
    problems = Problems()
    blocks = parse_blocks(text.split("\n"), first, "a.md", problems)
    return tuple(block for block, _ in blocks), [(p.line, p.code) for p in problems.all()]


def one(text: str) -> Block:
    blocks, problems = read(text)
    assert problems == []
    (block,) = blocks
    return block


def paragraph(words: str) -> Element:
    return Element(ElementKind.PARAGRAPH, (((Span(words),),),))


def test_a_paragraph_with_sources() -> None:
    block = one('::: paragraph sources="a:23,27; b ；c：4，5;"\n一。\n===\nOne.\n:::')
    assert block == Block(
        id="paragraph-1",
        kind=BlockKind.PARAGRAPH,
        zh=(paragraph("一。"),),
        en=(paragraph("One."),),
        citations=(Citation("a", "23,27"), Citation("b"), Citation("c", "4,5")),
    )


def test_a_heading_has_its_words_in_its_title() -> None:
    block = one("::: heading\n一\n===\nOne\n:::")
    assert (block.title, block.zh, block.en) == (Text("一", "One"), (), ())


def test_a_story() -> None:
    block = one("::: story picture=worker\n\n# 题\n一。\n\n二。\n===\n# T\nOne.\n\nTwo.\n:::")
    assert block.title == Text("题", "T")
    assert block.picture == "worker"
    assert block.zh == (paragraph("一。"), paragraph("二。"))


def test_an_activity() -> None:
    block = one(
        "::: activity method=role-play minutes=10\n> 纸\n# 题\n1. 一\n===\n> Pens\n# T\n1. One\n:::"
    )
    assert block.activity == Activity("role-play", 10, Text("纸", "Pens"))
    assert block.title == Text("题", "T")


def test_a_picture_without_words() -> None:
    assert one("::: picture picture=worker\n:::").picture == "worker"
    assert one("::: picture picture=worker\n\n===\n\n:::").zh == ()


def test_a_check() -> None:
    assert one('::: check question="deposit-legal"\n:::').question == "deposit-legal"


def test_a_call_out_may_have_a_title() -> None:
    assert one("::: tip\n# 题\n- 一\n===\n# T\n- One\n:::").title == Text("题", "T")
    assert one("::: warning\n一\n===\nOne\n:::").title is None


def test_lines_for_the_slide_stand_at_the_end() -> None:
    block = one("::: tip\n一\n>> 甲\n\n>> 乙 {{fact:a.b}}\n\n===\nOne\n>> A\n>> B\n:::")
    assert block.slide == (Text("甲", "A"), Text("乙 {{fact:a.b}}", "B"))
    assert (block.zh, block.on_slides) == ((paragraph("一"),), True)
    assert one("::: picture picture=a\n>> 甲\n===\n>> A\n:::").slide == (Text("甲", "A"),)


def test_a_block_may_be_left_off_the_slides() -> None:
    assert not one("::: tip slide=no\n一\n===\nOne\n:::").on_slides
    assert one("::: tip slide=yes\n一\n===\nOne\n:::").on_slides


def test_an_exemption_says_why() -> None:
    assert one('::: tip exempt="a count"\n一\n===\nOne\n:::').exempt == "a count"


def test_ids_count_per_kind() -> None:
    text = "::: tip\n一\n===\nOne\n:::\n"
    blocks, _ = read(text + "\n::: note\n一\n===\nOne\n:::\n" + text)
    assert [block.id for block in blocks] == ["tip-1", "note-1", "tip-2"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("::: what\n一\n===\nOne\n:::", (1, "unknown-block")),
        ("::: tip colour=red\n一\n===\nOne\n:::", (1, "unknown-key")),
        ("::: heading sources=a\n一\n===\nOne\n:::", (1, "unknown-key")),
        ("::: tip sources=a sources=b\n一\n===\nOne\n:::", (1, "double-key")),
        ("::: tip sources=“a”b c\n一\n===\nOne\n:::", (1, "attribute")),
        ('::: tip sources="a\n一\n===\nOne\n:::', (1, "attribute")),
        ("::: tip\n一\n:::", (1, "language")),
        ("::: tip\n===\nOne\n:::", (2, "language")),
        ("::: tip\n一\n===\n:::", (4, "language")),
        ("::: tip\n:::", (1, "language")),
        ("::: tip\n一\n===\nOne\n===\nUn\n:::", (5, "separator")),
        ("::: tip\n一\n===\nOne", (1, "not-closed")),
        ("::: tip\n一\n===\nOne\n::: check question=a\n:::", (5, "not-closed")),
        (":::\n::: tip\n一\n===\nOne\n:::", (1, "not-open")),
        ("字\n::: tip\n一\n===\nOne\n:::", (1, "outside")),
        ("::: tip\n一\n===\nOne\n:::\n\n===", (7, "outside")),
        ("::: heading\n一\n\n二\n===\nOne\n\nTwo\n:::", (2, "body")),
        ("::: heading\n**一**\n===\nOne\n:::", (2, "heading")),
        ("::: heading\n一\n===\n[One](lesson:m01/x)\n:::", (4, "heading")),
        ("::: list\n一\n===\n- One\n:::", (2, "body")),
        ("::: steps\n- 一\n===\n1. One\n:::", (2, "body")),
        ("::: paragraph\n一\n===\n- One\n:::", (4, "body")),
        ("::: paragraph\n# 一\n===\nOne\n:::", (2, "markup")),
        ("::: story\n一\n===\n# T\nOne\n:::", (2, "title")),
        ("::: story\n# 题 <b>\n一\n===\n# T\nOne\n:::", (2, "html")),
        ("::: story\n# 题\n# 又\n一\n===\n# T\nOne\n:::", (3, "markup")),
        ("::: picture\n:::", (1, "missing")),
        ("::: picture picture=\n:::", (1, "attribute")),
        ("::: check\n:::", (1, "missing")),
        ("::: check question=a\n一\n===\nOne\n:::", (2, "body")),
        ("::: activity method=quiz minutes=5\n# 题\n一\n===\n> P\n# T\nOne\n:::", (3, "material")),
        ("::: activity method=quiz minutes=5\n> 纸\n一\n===\n> P\n# T\nOne\n:::", (3, "title")),
        ("::: activity method=x minutes=5\n> 纸\n# 题\n一\n===\n> P\n# T\nO\n:::", (1, "choice")),
        (
            "::: activity method=quiz minutes=0\n> 纸\n# 题\n一\n===\n> P\n# T\nO\n:::",
            (1, "number"),
        ),
        ("::: activity method=quiz\n> 纸\n# 题\n一\n===\n> P\n# T\nO\n:::", (1, "missing")),
        ("::: warning\n一\n===\nOne **\n:::", (4, "stars")),
        ("::: tip slide=maybe\n一\n===\nOne\n:::", (1, "yes-no")),
        ('::: tip exempt=""\n一\n===\nOne\n:::', (1, "exempt")),
        ("::: tip\n一\n>> 甲\n===\nOne\n:::", (1, "slides")),
        ("::: tip\n一\n>> 甲\n:::", (1, "slides")),
        ("::: tip\n一\n>>\n===\nOne\n:::", (3, "slides")),
        ("::: tip\n>> 甲\n一\n===\nOne\n:::", (2, "markup")),
        ("::: tip\n一\n>> <b>\n===\nOne\n>> A\n:::", (3, "html")),
        ("::: tip\n一" + "\n>> 甲" * 6 + "\n===\nOne" + "\n>> A" * 6 + "\n:::", (1, "slides")),
        ("::: heading\n一\n>> 甲\n===\nOne\n>> A\n:::", (1, "slides")),
        ("::: check question=a\n>> 甲\n===\n>> A\n:::", (2, "body")),
    ],
)
def test_problems(text: str, problem: tuple[int, str]) -> None:
    problems = read(text)[1]
    assert problem in problems
    line, code = problem
    assert (line + 6, code) in read(text, first=7)[1]


def test_every_problem_of_a_file_is_found() -> None:
    text = "字\n\n::: tip\n一 <b>\n===\nOne\n:::\n\n::: what\n:::\n\n::: check\n:::"
    assert read(text)[1] == [
        (1, "outside"),
        (4, "html"),
        (9, "unknown-block"),
        (12, "missing"),
    ]


def test_front_matter() -> None:
    problems = Problems()
    assert split_front("---\nid: a\n---\n\n::: tip", "a.md", problems) == (
        "id: a",
        ["", "::: tip"],
        4,
    )
    assert problems.all() == ()


@pytest.mark.parametrize(
    ("text", "rest"),
    [("", ("", [""], 1)), ("id: a", ("", ["id: a"], 1)), ("---\nid: a", ("id: a", [], 2))],
)
def test_front_matter_that_is_not_there(text: str, rest: tuple[str, list[str], int]) -> None:
    problems = Problems()
    assert split_front(text, "a.md", problems) == rest
    assert [(p.line, p.code) for p in problems.all()] == [(1, "front-matter")]
