from __future__ import annotations

from dataclasses import replace

import pytest

from pdo_app.content.markdown import parse_blocks
from pdo_app.content.model import Citation, Language, Lesson, Text
from pdo_app.content.problems import Problems
from pdo_app.content.slides import Slide, SlideKind, fits, size, slides

TITLE = Text("题", "Title")


def lesson(*blocks: str) -> Lesson:
    problems = Problems()
    read = parse_blocks("\n".join(blocks).split("\n"), 1, "a.md", problems)
    assert problems.all() == ()
    return Lesson("core/m03/x", "core/m03", 1, TITLE, 7, (), tuple(b for b, _ in read))


def shown(*blocks: str) -> tuple[Slide, ...]:
    return slides(lesson(*blocks))[1:]


def test_the_first_slide_shows_the_title() -> None:
    (slide,) = slides(lesson())
    assert slide == Slide("core/m03/x#title", "core/m03/x", "", SlideKind.TITLE, TITLE, minutes=7)


def test_the_title_has_the_lesson_s_picture_or_the_first_that_there_is() -> None:
    some = lesson("::: tip\n一\n===\nOne\n:::", "::: picture picture=worker\n:::")
    assert slides(some)[0].picture == "worker"
    assert slides(replace(some, picture="cook"))[0].picture == "cook"


def test_a_heading_titles_the_slides_that_follow() -> None:
    tip = "::: tip sources=a\n一。\n\n- 二\n===\nOne.\n\n- Two\n:::"
    first, second, third = shown(
        tip, "::: heading\n头\n===\nHead\n:::", tip, tip.replace("tip", "story").replace("一", "# 自\n一").replace("One", "# Own\nOne").replace("- ", "")  # noqa: E501
    )  # fmt: skip
    assert first == Slide(
        id="core/m03/x#tip-1",
        lesson="core/m03/x",
        block="tip-1",
        kind=SlideKind.TIP,
        title=TITLE,
        lines=(Text("一。", "One."), Text("二", "Two")),
        citations=(Citation("a"),),
    )
    assert second.title == Text("头", "Head")
    assert third.title == Text("自", "Own")


@pytest.mark.parametrize(
    "block",
    [
        "::: paragraph\n一\n===\nOne\n:::",
        "::: table\n| 一 |\n===\n| One |\n:::",
        "::: note\n一\n===\nOne\n:::",
        "::: tip slide=no\n一\n===\nOne\n:::",
        "::: check question=a slide=no\n:::",
        f"::: right\n{'字' * 45}\n===\nOne\n:::",
        f"::: right\n一\n===\n{'word ' * 30}\n:::",
    ],
)
def test_blocks_without_a_slide(block: str) -> None:
    assert shown(block) == ()


@pytest.mark.parametrize("kind", ["paragraph", "right", "table"])
def test_lines_of_its_own_replace_the_words(kind: str) -> None:
    row = "| {} |" if kind == "table" else "{}"
    long, one = row.format("字" * 60), row.format("One")
    (slide,) = shown(f"::: {kind}\n{long}\n>> 一\n>> 二\n===\n{one}\n>> 1\n>> 2\n:::")
    assert (slide.kind, slide.lines) == (SlideKind(kind), (Text("一", "1"), Text("二", "2")))


def test_a_check_asks_its_question() -> None:
    (slide,) = shown("::: check question=deposit\n:::")
    assert (slide.kind, slide.question, slide.title, slide.lines) == (
        SlideKind.QUESTION,
        "deposit",
        TITLE,
        (),
    )


def test_an_activity_shows_its_title_and_minutes_or_its_lines() -> None:
    text = "::: activity method=quiz minutes=5\n> 纸\n# 做\n一{}\n===\n> Pens\n# Do\nOne{}\n:::"
    bare, lined = shown(text.format("", ""), text.format("\n>> 行", "\n>> Line"))
    assert (bare.kind, bare.title, bare.lines) == (SlideKind.ACTIVITY, Text("做", "Do"), ())
    assert bare.minutes == lined.minutes == 5
    assert lined.lines == (Text("行", "Line"),)


def test_size() -> None:
    slide = Slide("a", "b", "c", SlideKind.TIP, Text("打 112。", "Call 112."), (Text("快", "Now"),))
    assert size(slide) == {Language.ZH: 3, Language.EN: 3}
    assert fits(slide)
    assert fits(replace(slide, title=Text("字" * 44, "word " * 29)))
    assert not fits(replace(slide, title=Text("字" * 45, "")))
    assert not fits(replace(slide, title=Text("", "word " * 30)))
