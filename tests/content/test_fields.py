from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum

import pytest

from pdo_app.content.fields import NO_DAY, NOTHING, Fields
from pdo_app.content.model import Citation, Text
from pdo_app.content.nodes import Mapping, load
from pdo_app.content.problems import Problems


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


def fields(text: str) -> tuple[Fields, Callable[[], list[tuple[int, str]]]]:
    problems = Problems()
    node = load(text, "a.yaml", problems)
    assert isinstance(node, Mapping)
    codes = lambda: [(p.line, p.code) for p in problems.all()]  # noqa: E731
    return Fields(node, "a.yaml", problems, "thing"), codes


def test_values() -> None:
    read, codes = fields(
        "words: ' a b '\nid: keep-proof\ntext: {zh: 字, en: word}\ntexts: [{zh: 一, en: one}]\n"
        "names: [DE, NO]\nparts: [{a: b}]\npart: {departure: -3}\nwhole: 7\nnumber: -13.90\n"
        "yes: yes\nno: false\nday: 2026-11-24\nchoice: blue\nsources: 'a:1'\n"
    )
    assert read.words("words") == "a b"
    assert read.short_id() == "keep-proof"
    assert read.text("text") == read.need("text") == Text("字", "word")
    assert read.texts("texts") == (Text("一", "one"),)
    assert read.names("names") == ("DE", "NO")
    assert [part.words("a") for part in read.parts("parts", "part")] == ["b"]
    part = read.part("part", "due date")
    assert part is not None
    assert part.whole("departure", -9, 9) == -3
    assert read.whole("whole", 1, 9) == 7
    assert read.number("number") == -13.9
    assert read.yes("yes")
    assert not read.yes("no", default=True)
    assert read.day("day") == date(2026, 11, 24)
    assert read.choice("choice", Colour) is Colour.BLUE
    assert read.sources() == (Citation("a", "1"),)
    read.end()
    assert codes() == []
    assert (read.place.line, read.at("no").line, read.at("nothing").line) == (1, 11, 1)


def test_what_may_be_missing() -> None:
    read, codes = fields("other: ~\n")
    assert read.words("other", required=False) == ""
    assert read.text("text", required=False) is None
    assert read.texts("texts") == ()
    assert read.names("names") == ()
    assert read.parts("parts", "part") == ()
    assert read.whole("whole", 3, 9, default=5) == 5
    assert read.number("number") is None
    assert read.yes("yes", default=True)
    assert read.sources() == ()
    read.end()
    assert codes() == []


def test_what_must_not_be_missing() -> None:
    read, codes = fields("a: 1\n")
    assert read.words("words") == ""
    assert read.short_id() == ""
    assert read.need("text") == NOTHING
    assert read.whole("whole", 3, 9) == 3
    assert read.day("day") == NO_DAY
    assert read.choice("choice", Colour) is None
    assert read.part("part", "part") is None
    assert read.names("names", required=True) == ()
    assert set(codes()) == {(1, "missing")}


@pytest.mark.parametrize(
    ("text", "ask", "code"),
    [
        ("x: [a]", lambda f: f.words("x"), "type"),
        ("x: '<b>a</b>'", lambda f: f.words("x"), "html"),
        ("x: |\n  a\n  b", lambda f: f.words("x"), "lines"),
        ("x: A_b", lambda f: f.short_id("x"), "id"),
        ("x: ''", lambda f: f.words("x"), "missing"),
        ("x: ' '", lambda f: f.day("x"), "missing"),
        ("x: word", lambda f: f.text("x"), "language"),
        ("x: {zh: 字}", lambda f: f.text("x"), "missing"),
        ("x: {zh: 字, en: ''}", lambda f: f.text("x"), "language"),
        ("x: {zh: 字, en: a, fr: b}", lambda f: f.text("x"), "unknown-key"),
        ("x: {zh: 字, en: a **b}", lambda f: f.text("x"), "stars"),
        ("x: {zh: [字], en: a}", lambda f: f.text("x"), "type"),
        ("x: a", lambda f: f.names("x"), "type"),
        ("x: [[a]]", lambda f: f.names("x"), "type"),
        ("x: [a]", lambda f: f.texts("x"), "language"),
        ("x: [a]", lambda f: f.parts("x", "part"), "type"),
        ("x: a", lambda f: f.part("x", "part"), "type"),
        ("x: 1.5", lambda f: f.whole("x", 1, 9), "number"),
        ("x: 10", lambda f: f.whole("x", 1, 9), "number"),
        ("x: many", lambda f: f.whole("x", 1, 9, default=2), "number"),
        ("x: '1,5'", lambda f: f.number("x"), "number"),
        ("x: nan", lambda f: f.number("x"), "number"),
        ("x: maybe", lambda f: f.yes("x"), "yes-no"),
        ("x: 2026-02-30", lambda f: f.day("x"), "date"),
        ("x: 2026-W47-2", lambda f: f.day("x"), "date"),
        ("x: 0001-01-01", lambda f: f.day("x"), "date"),
        ("x: 24 November 2026", lambda f: f.day("x"), "date"),
        ("x: green", lambda f: f.choice("x", Colour), "choice"),
    ],
)
def test_what_is_wrong_is_noted(text: str, ask: Callable[[Fields], object], code: str) -> None:
    read, codes = fields(f"a: 1\n{text}\n")
    ask(read)
    assert codes() == [(2, code)]


def test_keys_that_nobody_asked_for() -> None:
    read, codes = fields("a: 1\nb: 2\n")
    read.words("a")
    read.end()
    assert codes() == [(2, "unknown-key")]


def test_words_that_a_comma_has_split() -> None:
    problems = Problems()
    node = load("x: {zh: 先问, en: Ask first, then agree}", "a.yaml", problems)
    assert isinstance(node, Mapping)
    Fields(node, "a.yaml", problems, "thing").text("x")
    assert "quotes" in problems.all()[0].message
