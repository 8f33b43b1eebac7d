# ruff: noqa: E501  -- a row of the tables below reads best whole
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pdo_app.content.rules import check_folder

FORMS = "forms.yaml"
QUESTIONS = "modules/m01-offer/test_questions.yaml"
LESSON = "modules/m01-offer/01-two-contracts.md"
GUIDE = "guides/de/guide.yaml"
FIRST = "- {a: m01/q/t0, b: m01/q/t1, spare_a: m01/q/t2, spare_b: m01/q/t3}\n"
Problems = list[tuple[str, int, str, str]]


def messages(root: Path, code: str = "form") -> dict[tuple[str, int, str], str]:
    """What the rules say under a code, by file, line and severity."""
    _, problems = check_folder(root)
    return {(p.file, p.line, p.severity.value): p.message for p in problems if p.code == code}


def test_balanced_forms_are_right(form_pack: Path, found: Callable[..., Problems]) -> None:
    assert found(form_pack) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        (FORMS, "a: m01/q/t0", "a: m01/q/t99", "'a' names no question: there is no 'tiny/m01/q/t99'."),
        (FORMS, "a: m01/q/t0", "a: m01/q/item-one", "'tiny/m01/q/item-one' is not reserved; form questions stand in test_questions.yaml."),
        (FORMS, "spare_b: m01/q/t3", "spare_b: m01/q/t0", "'spare_b' is 'tiny/m01/q/t0', which place 1 has already."),
        (FORMS, "b: m01/q/t1,", "b: m13/q/t50,", "The questions of place 1 test different objectives."),
        (QUESTIONS, "difficulty: 1", "difficulty: 2", "The questions of place 1 differ in difficulty."),
    ],
)  # fmt: skip
def test_a_pair_that_is_not_parallel(
    form_pack: Path, change: Callable[..., Path], file: str, old: str, new: str, message: str
) -> None:
    found = messages(change(file, new, old))
    assert found[FORMS, 1, "error"] == message


def test_a_question_is_used_once(form_pack: Path, change: Callable[..., Path]) -> None:
    found = messages(change(FORMS, "{a: m01/q/t0,", "{a: m01/q/t4,"))
    assert found[FORMS, 2, "error"] == "'a' is 'tiny/m01/q/t0', which place 1 has already."
    assert "no form asks it" in found[QUESTIONS, 33, "warning"]


def test_an_unnamed_question_is_one_problem(
    form_pack: Path, change: Callable[..., Path], found: Callable[..., Problems]
) -> None:
    problems = found(change(FORMS, "", "a: m01/q/t0, "))
    assert (FORMS, 1, "error", "missing") in problems
    assert (FORMS, 1, "error", "form") not in problems


def test_reserved_questions_that_no_form_asks(
    form_pack: Path, found: Callable[..., Problems]
) -> None:
    (form_pack / FORMS).unlink()
    problems = found(form_pack)
    assert len(problems) == 88
    assert {(severity, code) for _, _, severity, code in problems} == {("warning", "form")}


def test_a_form_has_22_places(form_pack: Path, change: Callable[..., Path]) -> None:
    found = messages(change(FORMS, "", FIRST))
    assert found[FORMS, 1, "error"] == "A form has 22 questions; here are 21 pairs."


def test_every_module_and_no_guide_is_asked(form_pack: Path) -> None:
    for file, folder in ((FORMS, ""), ("test_questions.yaml", "modules/m13-emergency")):
        path = form_pack / folder / file
        words = path.read_text(encoding="utf-8")
        for old, new in (("m13/", "guide-de/"), ("call-help", "register"), ("call-112", "doctor")):
            words = words.replace(old, new)
        path.write_text(words, encoding="utf-8")
    (form_pack / "modules/m13-emergency/test_questions.yaml").rename(
        form_pack / "guides/de/test_questions.yaml"
    )
    _, problems = check_folder(form_pack)
    assert [p.message for p in problems] == [
        "Form A asks about 'tiny/guide-de', which not everybody reads.",
        "Form A asks nothing of 'tiny/m13'.",
        "Form B asks about 'tiny/guide-de', which not everybody reads.",
        "Form B asks nothing of 'tiny/m13'.",
    ]


def test_a_spare_with_the_same_risk(form_pack: Path) -> None:
    path = form_pack / QUESTIONS
    words = path.read_text(encoding="utf-8")
    path.write_text(words.replace("  lesson:", "  facts: [eu.112]\n  lesson:", 4), encoding="utf-8")
    assert "rests on the fact 'eu.112'" in messages(form_pack)[FORMS, 1, "warning"]


def test_a_lesson_asks_no_reserved_question(form_pack: Path, change: Callable[..., Path]) -> None:
    found = messages(change(LESSON, "question=t0", "question=item-one"))
    ((place, message),) = found.items()
    assert (place[0], place[2]) == (LESSON, "error")
    assert message == "'tiny/m01/q/t0' is reserved for the test forms; a lesson cannot ask it."


def test_a_guide_needs_a_destination(change: Callable[..., Path], copy: Path) -> None:
    change(GUIDE, "country: FR", "country: DE")
    change(GUIDE, "id: guide-fr", "id: guide-de")
    (copy / "guides/de").rename(copy / "guides/fr")
    found = messages(copy, "country-code")
    assert list(found) == [("guides/fr/guide.yaml", 1, "error")]


def test_a_country_has_one_guide(copy: Path) -> None:
    for path in (copy / "guides/de").iterdir():
        words = path.read_text(encoding="utf-8").replace("guide-de", "guide-more")
        (copy / "guides/more").mkdir(exist_ok=True)
        (copy / "guides/more" / path.name).write_text(words, encoding="utf-8")
    assert messages(copy, "guide") == {
        ("guides/more/guide.yaml", 1, "error"): "DE has a guide already: 'tiny/guide-de'."
    }


def test_the_picture_of_a_lesson_is_known(
    change: Callable[..., Path], found: Callable[..., Problems]
) -> None:
    file = "guides/de/01-register.md"
    assert found(change(file, "picture: cook", "picture: worker")) == [
        (file, 2, "error", "unknown-picture")
    ]
