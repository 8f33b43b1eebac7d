from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from pdo_app.content.model import FormPair, Language
from pdo_app.content.reader import read
from pdo_app.content.resolve import resolve
from pdo_app.content.slides import slides
from pdo_app.content.statistics import due_for_review, statistics, words_of

TINY = Path(__file__).parents[1] / "packs" / "tiny"
ON = date(2026, 11, 24)


def test_the_tiny_pack_in_numbers() -> None:
    pack = read(TINY).pack
    found = statistics(pack, ON)
    assert (found.modules, found.lessons) == (2, len(pack.lessons))
    assert found.questions == len(pack.questions)
    assert found.blocks == sum(len(lesson.blocks) for lesson in pack.lessons)
    assert found.questions_by_module == {"tiny/m01": 4, "tiny/m13": 4}
    assert sum(found.facts.values()) == len(pack.facts)
    assert found.facts_past_review == 0
    assert found.facts_to_confirm == sum(not fact.confirmed for fact in pack.facts)
    assert (found.countries, found.pictures) == (len(pack.countries), len(pack.pictures))
    assert found.slides == sum(len(slides(lesson)) for lesson in resolve(pack).lessons)
    assert (found.forms, found.terms) == ({"A": 0, "B": 0}, len(pack.terms))
    assert found.phrases == sum(len(country.phrases) for country in pack.countries)


def test_words_are_characters_in_chinese_and_words_in_english() -> None:
    pack = read(TINY).pack
    lesson = pack.lessons[0]
    zh, en = (words_of(lesson, language) for language in (Language.ZH, Language.EN))
    assert zh > 20
    assert en > 10
    title = words_of(replace(lesson, blocks=()), Language.EN)
    assert title == len(lesson.title.en.split())


def test_facts_past_review_are_counted_and_listed() -> None:
    pack = read(TINY).pack
    late = date(2100, 1, 1)
    assert statistics(pack, late).facts_past_review == len(pack.facts)
    due = due_for_review(pack, late)
    assert [fact.review_by for fact in due] == sorted(fact.review_by for fact in pack.facts)
    assert due_for_review(pack, date(2000, 1, 1)) == ()


def test_guides_and_forms_are_counted_apart() -> None:
    pack = read(TINY).pack
    guide = replace(pack.modules[0], id="tiny/guide-de", number=0, country="DE")
    forms = tuple(FormPair(n, f"a{n}", f"b{n}", f"c{n}", f"d{n}") for n in (1, 2))
    found = statistics(replace(pack, modules=(*pack.modules, guide), forms=forms), ON)
    assert (found.modules, found.forms) == (2, {"A": 2, "B": 2})
    assert "tiny/guide-de" not in found.questions_by_module


def test_slides_of_a_pack_with_an_unknown_fact_are_counted_too() -> None:
    assert statistics(replace(read(TINY).pack, facts=()), ON).slides > 0


def test_the_core_pack_is_as_large_as_it_should_be() -> None:
    core = Path(__file__).parents[2] / "resources" / "packs" / "core"
    found = statistics(read(core).pack, ON)
    assert found.modules == 14
    assert found.lessons >= 14 * 4
    assert all(number >= 20 for number in found.questions_by_module.values())
    assert found.facts["C"] == 0, "what is graded C is not published"
    assert found.countries >= 1
