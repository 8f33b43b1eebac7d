from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from statistics import median

import pytest

from pdo_app.content.model import (
    Block,
    BlockKind,
    Element,
    ElementKind,
    Language,
    Span,
    Text,
    plain,
)
from pdo_app.content.problems import Place, Problems
from pdo_app.content.reader import read
from pdo_app.content.wording import (
    SHORTEST,
    USUAL_RATIO,
    check_block,
    check_sentences,
    check_text,
    length,
)

HERE = Place("a.md", 1)


@pytest.mark.parametrize(
    ("sentence", "language", "count"),
    [
        ("打 112，说清地址。", Language.ZH, 6),
        ("每小时 13.90 欧元", Language.ZH, 6),
        ("Call 112 and say where you are.", Language.EN, 7),
        ("Well - yes – no", Language.EN, 3),
        ("", Language.EN, 0),
    ],
)
def test_length(sentence: str, language: Language, count: int) -> None:
    assert length(sentence, language) == count


@pytest.mark.parametrize(
    ("zh", "codes"),
    [
        ("字" * 25 + "。" + "字" * 25, []),
        ("字" * 26, ["sentence-long"]),
        ("字" * 40 + "！”", ["sentence-long"]),
        ("字" * 41, ["sentence-too-long"]),
        ("字" * 20 + "；" + "字" * 20, []),
        ("字" * 25 + "{{fact:a.b}}", ["sentence-long"]),
    ],
)
def test_chinese_sentences(zh: str, codes: list[str]) -> None:
    problems = Problems()
    check_sentences(Text(zh, "One."), HERE, problems)
    assert [p.code for p in problems.all()] == codes


@pytest.mark.parametrize(
    ("en", "codes"),
    [
        ("word " * 15 + ". " + "word " * 15, []),
        ("word " * 16, ["sentence-long"]),
        ("word " * 22, ["sentence-long"]),
        ("word " * 23, ["sentence-too-long"]),
        ("word " * 9 + 'one." ' + "word " * 9, []),
    ],
)
def test_english_sentences(en: str, codes: list[str]) -> None:
    problems = Problems()
    check_sentences(Text("字。", en), HERE, problems)
    assert [p.code for p in problems.all()] == codes


def test_figures_and_spaces_of_a_text() -> None:
    problems = Problems()
    check_text(Text("要 3 份 合同", "4 contracts"), HERE, problems)
    assert [(p.code, p.message) for p in problems.all()] == [
        ("figures", "The figures differ; only in Chinese: 3; only in English: 4."),
        ("space", "A space stands between Chinese characters: '份 合同'; none is needed."),
    ]


def block(zh: Element, en: Element, title: Text | None = None) -> Block:
    return Block("tip-1", BlockKind.TIP, (zh,), (en,), title)


def test_a_block_is_compared_with_its_title() -> None:
    problems = Problems()
    zh = Element(ElementKind.PARAGRAPH, (((Span("打 112。"), Span("每周 48 小时", fact="a")),),))
    en = Element(ElementKind.PARAGRAPH, (((Span("Call. "), Span("52 hours", fact="a")),),))
    check_block(block(zh, en, Text("电话", "Call 112")), HERE, problems)
    assert problems.all() == ()


def test_sound_aids_in_tables_have_spaces() -> None:
    aid = (((Span("哈罗 伊希"),),),)
    problems = Problems()
    en = Element(ElementKind.TABLE, (((Span("Hello"),),),))
    check_block(block(Element(ElementKind.TABLE, aid), en), HERE, problems)
    assert problems.all() == ()
    check_block(block(Element(ElementKind.PARAGRAPH, aid), en), HERE, problems)
    assert [p.code for p in problems.all()] == ["space"]


def test_lines_of_a_slide_are_compared_one_by_one() -> None:
    element = Element(ElementKind.PARAGRAPH, (((Span("字"),),),))
    lines = (Text("要 3 份", "3 copies"), Text("48 小时", "52 hours"), Text("字" * 26, "a"))
    slide = replace(block(element, element), slide=lines)
    problems = Problems()
    check_block(slide, HERE, problems)
    assert [p.code for p in problems.all()] == ["figures", "sentence-long"]


def test_the_figures_of_an_exempt_block_may_differ() -> None:
    zh = Element(ElementKind.PARAGRAPH, (((Span("3 份"),),),))
    en = Element(ElementKind.PARAGRAPH, (((Span("Four"),),),))
    exempt = replace(block(zh, en), slide=(Text("5", "6"),), exempt="another way of counting")
    problems = Problems()
    check_block(exempt, HERE, problems)
    assert problems.all() == ()


@pytest.mark.parametrize(
    ("zh", "en", "codes"),
    [
        ("字" * 21, "word " * 7, []),
        ("字" * 21, "word " * 5, ["length-ratio"]),
        ("字" * 20, "word ", []),
        ("字" * 9, "word " * 15, []),
        ("字" * 8, "word " * 15, ["length-ratio"]),
        ("字" * 8, "word " * 14, []),
        ("字" * 21, "", []),
    ],
)
def test_one_language_is_much_longer(zh: str, en: str, codes: list[str]) -> None:
    sides = (Element(ElementKind.PARAGRAPH, (((Span(words),),),)) for words in (zh, en))
    problems = Problems()
    check_block(block(*sides), HERE, problems)
    assert [(p.severity, p.code) for p in problems.all()] == [("warning", c) for c in codes]
    assert all("times as long as usual" in p.message for p in problems.all())


def test_sentences_that_nobody_can_take_in_are_errors() -> None:
    problems = Problems()
    check_sentences(Text("字" * 41, "word " * 16), HERE, problems)
    assert [p.severity for p in problems.all()] == ["error", "warning"]


def test_the_usual_ratio_is_that_of_the_built_in_pack() -> None:
    core = Path(__file__).parents[2] / "resources" / "packs" / "core"
    ratios = []
    for lesson in read(core).pack.lessons:
        for one in lesson.blocks:
            zh, en = (
                sum(
                    length(plain(cell), language)
                    for element in one.side(language)
                    for line in element.lines
                    for cell in line
                )
                for language in (Language.ZH, Language.EN)
            )
            if en >= SHORTEST:
                ratios.append(zh / en)
    assert median(ratios) == pytest.approx(USUAL_RATIO, abs=0.1)
