from __future__ import annotations

import time

import pytest

from pdo_app.content.inline import LONGEST, merge, parse_elements
from pdo_app.content.model import Element, ElementKind, Language, Rich, Span
from pdo_app.content.problems import Place, Problems


def read(
    text: str, language: Language = Language.ZH
) -> tuple[tuple[Element, ...], list[tuple[int, str]]]:
    problems = Problems()
    elements = parse_elements(text.split("\n"), Place("a.md", 10), language, problems)
    return elements, [(p.line, p.code) for p in problems.all()]


def rich(text: str, language: Language = Language.ZH) -> Rich:
    elements, problems = read(text, language)
    assert problems == []
    (element,) = elements
    return element.lines[0][0]


def test_paragraphs() -> None:
    elements, problems = read("一。\n\n二。")
    assert problems == []
    assert elements == (
        Element(ElementKind.PARAGRAPH, (((Span("一。"),),),)),
        Element(ElementKind.PARAGRAPH, (((Span("二。"),),),)),
    )


def test_lists_and_steps() -> None:
    elements, problems = read("- 一\n- 二\n\n1. 三\n2. 四")
    assert problems == []
    assert [(e.kind, [line[0][0].text for line in e.lines]) for e in elements] == [
        (ElementKind.LIST, ["一", "二"]),
        (ElementKind.STEPS, ["三", "四"]),
    ]


@pytest.mark.parametrize("rule", ["|---|---|\n", ""])
def test_a_table_with_or_without_a_rule(rule: str) -> None:
    elements, problems = read(f"先看：\n\n| 甲 | 乙 |\n{rule}| **一** | 二 |\n\n完。")
    assert problems == []
    assert [e.kind for e in elements] == ["paragraph", "table", "paragraph"]
    assert elements[1].lines == (
        ((Span("甲"),), (Span("乙"),)),
        ((Span("一", strong=True),), (Span("二"),)),
    )


def test_a_table_of_one_row() -> None:
    assert read("| 甲 | 乙 |")[0] == (
        Element(ElementKind.TABLE, (((Span("甲"),), (Span("乙"),)),)),
    )


@pytest.mark.parametrize("row", ["| 一 |", "| 一 | 二 | 三 |", "一"])
def test_rows_with_other_cells_than_the_head(row: str) -> None:
    assert read(f"| 甲 | 乙 |\n{row}\n| 三 | 四 |")[1] == [(11, "table")]


def test_an_escaped_border_is_no_border() -> None:
    elements, problems = read("| 甲 | 乙 |\n| 一\\|二 | 三 |")
    assert problems == []
    assert elements[0].lines[1][0] == (Span("一|二"),)


def test_strong_between_chinese_characters() -> None:
    assert rich("签**“服务合同”**。**您可以拒绝。**再说") == (
        Span("签"),
        Span("“服务合同”", strong=True),
        Span("。"),
        Span("您可以拒绝。", strong=True),
        Span("再说"),
    )


@pytest.mark.parametrize("text", ["**一", "一** 二 **", "一****", "一** **"])
def test_stars_that_make_nothing_strong(text: str) -> None:
    assert read(text)[1] == [(10, "stars")]


def test_facts_and_links() -> None:
    assert rich("看**{{fact:de.wage}}**和[这里{{fact:de.x}}](lesson:m03/keep-proof)。") == (
        Span("看"),
        Span("", strong=True, fact="de.wage"),
        Span("和"),
        Span("这里", link="lesson:m03/keep-proof"),
        Span("", link="lesson:m03/keep-proof", fact="de.x"),
        Span("。"),
    )
    assert rich("[EU](https://europa.eu/a?b=1&c=2#d)")[0].link == "https://europa.eu/a?b=1&c=2#d"
    assert rich("[**粗**](lesson:m03/x)") == (Span("粗", strong=True, link="lesson:m03/x"),)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[x](javascript:alert(1))", "link"),
        ("[x](http://plain.example)", "link"),
        ("[x](lesson:keep)", "link"),
        ("[x](file:///etc/passwd)", "link"),
        ("[x]()", "link"),
        ("<https://europa.eu>", "link"),
        ("[x](lesson:m03/keep", "link"),
        ("{{fact:}}", "fact"),
        ("{{fact:A B}}", "fact"),
        ("{{fact:Wage}}", "fact"),
        ("{{other}}", "fact"),
        ("一 *二* 三", "single-star"),
        ("<b>粗</b>", "html"),
        ("<script>alert(1)</script>", "html"),
        ("<script", "html"),
        ("字 <img src=x onerror=alert(1)>", "html"),
        ("<!-- c -->", "html"),
        ("> 引", "markup"),
        ("# 题", "markup"),
        ("```\n码\n```", "markup"),
        ("    码", "markup"),
        ("`码`", "markup"),
        ("![图](a.png)", "markup"),
        ("一\\\n二", "markup"),
        ("---", "markup"),
        ("- 一\n  - 二", "list-item"),
        ("-\n- 一", "list-item"),
        ("3. 三\n4. 四", "steps"),
        ("一\u202e二", "control"),
    ],
)
def test_what_the_subset_lacks_is_named(text: str, code: str) -> None:
    assert code in {problem[1] for problem in read(text)[1]}


@pytest.mark.parametrize("text", ["R&D", "&amp;", "3 < 5", "一 * 二", "[1]", "1_000", "~x~", "\\*"])
def test_what_is_no_markup_stays_as_it_is(text: str) -> None:
    assert "".join(span.text for span in rich(text)) == text.removeprefix("\\")


@pytest.mark.parametrize("text", ["1.一\n2.二", "-一", "•一", "1、一"])
def test_what_looks_like_a_list_is_a_warning(text: str) -> None:
    assert {code for _, code in read(text)[1]} == {"near-list"}


def test_lines_of_problems() -> None:
    assert read("一\n二 **\n\n- 三\n- *四*\n\n| 甲 |\n| <b> |")[1] == [
        (11, "stars"),
        (14, "single-star"),
        (17, "html"),
    ]


@pytest.mark.parametrize(
    ("language", "text", "joined"),
    [
        (Language.ZH, "合同\n工资", "合同工资"),
        (Language.ZH, "合同，\n工资", "合同，工资"),
        (Language.ZH, "合同\nEUR 5", "合同 EUR 5"),
        (Language.ZH, "5 EUR\n（合同）", "5 EUR（合同）"),
        (Language.ZH, "EUR\n5", "EUR 5"),
        (Language.EN, "one\ntwo", "one two"),
    ],
)
def test_lines_are_joined(language: Language, text: str, joined: str) -> None:
    assert rich(text, language) == (Span(joined),)


def test_lines_are_joined_round_facts_and_strong_words() -> None:
    assert rich("是\n{{fact:a.b}}\n**合同**\n好") == (
        Span("是 "),
        Span("", fact="a.b"),
        Span(" "),
        Span("合同", strong=True),
        Span("好"),
    )


def test_spans_of_one_look_are_merged() -> None:
    spans = [Span("a"), Span(""), Span("b"), Span("", fact="x"), Span("c"), Span("d", strong=True)]
    assert merge(spans) == [Span("ab"), Span("", fact="x"), Span("c"), Span("d", strong=True)]


def test_a_block_that_is_too_long() -> None:
    assert read("字" * (LONGEST + 1)) == ((), [(10, "too-long")])


@pytest.mark.parametrize(
    "unit", ["[", "**a", "`", "|", "> ", "- ", "[x](", "<a ", "{{", "\\", "![", "(", "*"]
)
def test_hostile_repetition_is_quick(unit: str) -> None:
    begin = time.process_time()
    read(unit * (LONGEST // len(unit)))
    read((unit + "\n") * (LONGEST // 2 // len(unit)))
    assert time.process_time() - begin < 10
