"""Words of the glossary in the lessons."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pdo_app.content.linking import link_terms
from pdo_app.content.model import (
    Block,
    BlockKind,
    Element,
    ElementKind,
    Lesson,
    Pack,
    Rich,
    Span,
    Term,
    Text,
)
from pdo_app.content.reader import read


def lesson(*blocks: Block) -> Lesson:
    return Lesson("tiny/m01/x", "tiny/m01", 1, Text("题", "Title"), 5, (), blocks)


def block(zh: Rich, en: Rich, kind: BlockKind = BlockKind.PARAGRAPH) -> Block:
    def side(rich: Rich) -> tuple[Element, ...]:
        return (Element(ElementKind.PARAGRAPH, ((rich,),)),)

    return Block("x", kind, side(zh), side(en))


def words(text: str) -> Rich:
    return (Span(text),)


def term(name: str, zh: str, en: str) -> Term:
    return Term(name, Text(zh, en), Text("义。", "Meaning."))


TERMS = (
    term("deposit", "押金", "deposit"),
    term("agency", "中介", "agency"),
    term("permit", "许可", "permit"),
    term("work-permit", "工作许可", "work permit"),
    term("bus", "公交", "bus"),
    term("a1", "A1 证明", "A1"),
    term("blue", "蓝卡 EU", "Blue Card"),
)


def linked(tiny: Path, *blocks: Block) -> list[tuple[list[Span], list[Span]]]:
    pack: Pack = replace(read(tiny).pack, lessons=(lesson(*blocks),), terms=TERMS)
    found = link_terms(pack).lessons[0].blocks
    return [(list(b.zh[0].lines[-1][0]), list(b.en[0].lines[-1][0])) for b in found]


def links(spans: list[Span]) -> list[tuple[str, str]]:
    return [(span.text, span.link) for span in spans if span.link]


def test_the_first_use_in_each_language(tiny: Path) -> None:
    (first, second) = linked(
        tiny,
        block(words("不收押金，押金违法。"), words("Nobody may ask for that.")),
        block(words("问中介。"), words("Deposits are illegal; a deposit is. Ask Agencies.")),
    )
    assert links(first[0]) == [("押金", "term:deposit")]
    assert first[0] == [Span("不收"), Span("押金", link="term:deposit"), Span("，押金违法。")]
    assert links(first[1]) == []
    assert links(second[0]) == [("中介", "term:agency")]
    assert links(second[1]) == [("Deposits", "term:deposit"), ("Agencies", "term:agency")]


def test_the_longest_name_wins_and_words_are_whole(tiny: Path) -> None:
    ((zh, en),) = linked(
        tiny,
        block(
            words("工作许可和居留许可"),
            words("a work permit, a non-permit, permitted, buses, the permit"),
        ),
    )
    assert links(zh) == [("工作许可", "term:work-permit"), ("许可", "term:permit")]
    assert links(en) == [
        ("work permit", "term:work-permit"),
        ("buses", "term:bus"),
        ("permit", "term:permit"),
    ]


def test_latin_letters_in_chinese_are_whole_words(tiny: Path) -> None:
    ((zh, en),) = linked(
        tiny, block(words("DA1 证明、蓝卡 EUR、A1 证明和蓝卡 EU。"), words("DA1, A1s, blue cards"))
    )
    assert links(zh) == [("A1 证明", "term:a1"), ("蓝卡 EU", "term:blue")]
    assert zh[0].text == "DA1 证明、蓝卡 EUR、"
    assert links(en) == [("A1s", "term:a1"), ("blue cards", "term:blue")]


def test_links_facts_heads_and_what_trainers_see_stay(tiny: Path) -> None:
    table = Block(
        "t",
        BlockKind.TABLE,
        (Element(ElementKind.TABLE, ((words("押金"),), (words("押金"),))),),
        (Element(ElementKind.TABLE, ((words("deposit"),), (words("none"),))),),
    )
    marked = (
        Span("押金", link="lesson:tiny/m01/fees"),
        Span("押金", fact="de.minimum_wage"),
        Span("", fact="eu.112"),
        Span(""),
        Span("押金", strong=True),
    )
    note, title, prose, cells = linked(
        tiny,
        block(words("押金"), words("deposit"), BlockKind.NOTE),
        block(words("押金"), words("deposit"), BlockKind.HEADING),
        block(marked, words("nothing")),
        table,
    )
    assert links(note[0]) == links(title[0]) == links(note[1]) == []
    assert prose[0][:4] == list(marked[:4])
    assert prose[0][4] == Span("押金", strong=True, link="term:deposit")
    assert links(cells[0]) == []
    assert links(cells[1]) == []


def test_a_table_below_its_head(tiny: Path) -> None:
    rows = ((words("押金"),), (words("押金"),))
    table = Block("t", BlockKind.TABLE, (Element(ElementKind.TABLE, rows),), ())
    pack = replace(read(tiny).pack, lessons=(lesson(table),), terms=TERMS)
    head, body = link_terms(pack).lessons[0].blocks[0].zh[0].lines
    assert head[0][0].link is None
    assert body[0][0].link == "term:deposit"


def test_without_a_glossary_nothing_changes(tiny: Path) -> None:
    pack = replace(read(tiny).pack, terms=())
    assert link_terms(pack) is pack
