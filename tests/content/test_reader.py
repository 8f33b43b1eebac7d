from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from pdo_app.content.model import (
    Anchor,
    BlockKind,
    Citation,
    EmergencyNumber,
    FormPair,
    QuestionKind,
    Span,
    Stage,
    Text,
)
from pdo_app.content.problems import Place
from pdo_app.content.reader import read

MODULE = "modules/m01-offer/module.yaml"
LESSON = "modules/m01-offer/01-two-contracts.md"
QUESTIONS = "modules/m01-offer/questions.yaml"
CHECKLIST = "modules/m01-offer/checklist.yaml"
NUMBERS = "modules/m13-emergency/questions.yaml"


def test_the_tiny_pack_has_everything(tiny: Path) -> None:
    reading = read(tiny)
    pack = reading.pack
    assert reading.problems == ()
    assert pack.info.destinations == ("DE", "NO")
    assert pack.info.date == date(2026, 11, 24)
    assert [(m.id, m.number, m.stage, len(m.lessons)) for m in pack.modules] == [
        ("tiny/m01", 1, Stage.DECIDE, 2),
        ("tiny/m13", 13, Stage.LIVE, 1),
        ("tiny/guide-de", 0, Stage.ARRIVE, 2),
    ]
    assert [o.id for o in pack.modules[0].objectives] == [
        "tiny/m01/o/name-items",
        "tiny/m01/o/refuse-fees",
    ]
    assert [(lesson.id, lesson.number) for lesson in pack.lessons] == [
        ("tiny/m01/two-contracts", 1),
        ("tiny/m01/fees", 2),
        ("tiny/m13/call-112", 1),
        ("tiny/guide-de/register", 1),
        ("tiny/guide-de/doctor", 2),
    ]
    assert pack.modules[0].lessons[1].title == Text("不能收的费用", "Fees that are not allowed")
    assert {block.kind for lesson in pack.lessons for block in lesson.blocks} == set(BlockKind)
    assert {question.kind for question in pack.questions} == set(QuestionKind)
    assert len(pack.questions) == 10


def test_ids_become_full(tiny: Path) -> None:
    pack = read(tiny).pack
    lesson = pack.lessons[0]
    assert lesson.objectives == ("tiny/m01/o/name-items",)
    assert lesson.blocks[7].question == "tiny/m01/q/item-one"
    links = [s.link for b in lesson.blocks for e in b.zh for line in e.lines for s in line[0]]
    assert "lesson:tiny/m01/fees" in links
    assert pack.lessons[2].blocks[0].zh[0].lines[0][0][-2].link.startswith("https://")  # type: ignore[union-attr]
    by_id = {question.id: question for question in pack.questions}
    assert by_id["tiny/m01/q/steps-order"].lesson == "tiny/m01/two-contracts"
    assert by_id["tiny/m01/q/item-one"].objective == "tiny/m01/o/name-items"
    assert [item.id for item in pack.items] == ["tiny/m01/c/copy", "tiny/m01/c/register"]
    assert [item.lesson for item in pack.items] == ["tiny/m01/two-contracts", None]
    assert pack.situations[0].lesson == "tiny/m13/call-112"


def test_keys_of_questions(tiny: Path) -> None:
    by_id = {question.id.rpartition("/")[2]: question for question in read(tiny).pack.questions}
    assert {name: question.right for name, question in by_id.items()} == {
        "item-one": ("a",),
        "items-several": ("a", "b"),
        "deposit-legal": ("false",),
        "steps-order": ("a", "b", "c"),
        "which-number": ("b",),
        "match-numbers": ("a", "b", "c"),
        "second-language": ("false",),
        "wage-hours": (),
        "bring-what": ("a", "b"),
        "call-first": ("true",),
    }
    number = by_id["wage-hours"]
    assert (number.number, number.tolerance) == (13.9, 0.05)
    assert number.unit == Text("欧元", "euros")
    assert number.facts == ("de.minimum_wage",)
    assert by_id["which-number"].facts == ("eu.112",)
    assert by_id["which-number"].ordered
    assert [o.id for o in by_id["deposit-legal"].options] == ["true", "false"]
    assert by_id["match-numbers"].options[0].partner == Text("救护车", "Ambulance")


def test_an_order_may_be_given(change: Callable[..., Path]) -> None:
    root = change(QUESTIONS, "kind: order\n  right: [c, a, b]\n", "kind: order\n")
    by_id = {question.id: question for question in read(root).pack.questions}
    assert by_id["tiny/m01/q/steps-order"].right == ("c", "a", "b")


def test_other_things(tiny: Path) -> None:
    pack = read(tiny).pack
    assert [(i.anchor, i.days, i.countries) for i in pack.items] == [
        (Anchor.DEPARTURE, -23, ()),
        (Anchor.ARRIVAL, 3, ("DE",)),
    ]
    wage = pack.facts[1]
    assert (wage.number, wage.unit, wage.confirmed) == (13.9, "EUR/h", False)
    assert wage.citation == Citation("eu-112", "1")
    assert pack.countries[0].emergency == (EmergencyNumber("112", ("ambulance", "fire"), "eu.112"),)
    assert pack.countries[0].phrases[0].reading == "伊希 宾 希尔"
    fact = pack.lessons[0].blocks[2].zh[0].lines[1][0][1]
    assert fact == Span("", fact="de.minimum_wage")


def test_places(tiny: Path) -> None:
    places = read(tiny).places
    assert places["lesson", "tiny/m01/two-contracts"] == Place(LESSON, 2)
    assert places["block", "tiny/m01/two-contracts#paragraph-1"] == Place(LESSON, 14)
    assert places["question", "tiny/m01/q/items-several"] == Place(QUESTIONS, 15)
    assert places["objective", "tiny/m01/o/refuse-fees"].line == 11
    assert places["country", "DE"].file == "countries/de.yaml"


def test_media(tiny: Path) -> None:
    assert list(read(tiny).media) == ["pictures/worker.svg"]


@pytest.mark.parametrize(
    ("file", "old", "new", "problem"),
    [
        ("pack.yaml", 'version: "2026.11"', "version: 1", (2, "version")),
        ("pack.yaml", "licence: CC-BY-4.0\n", "", (1, "missing")),
        ("pack.yaml", "id: tiny\n", "id: [\n", (3, "yaml")),
        (MODULE, "  - id: refuse-fees", "  - id: name-items", (11, "double-id")),
        (MODULE, "id: m01\n", "id: m02\n", (1, "file-name")),
        (MODULE, "stage: decide", "stage: later", (3, "choice")),
        (MODULE, "02-fees.md", "03-fees.md", (13, "no-file")),
        (MODULE, "02-fees.md", "../m13-emergency/01-call-112.md", (13, "outside-pack")),
        (MODULE, "02-fees.md", "questions.yaml", (13, "outside-pack")),
        (MODULE, "02-fees.md", "01-two-contracts.md", (13, "double-id")),
        (LESSON, "---\nid: two-contracts", "--\nid: two-contracts", (1, "front-matter")),
        (LESSON, "id: two-contracts", "- id", (3, "yaml")),
        (LESSON, "minutes: 7", "minutes: 0", (4, "number")),
        (LESSON, "minutes: 7", "minutes: 7\ncolour: red", (5, "unknown-key")),
        (QUESTIONS, "id: items-several", "id: item-one", (15, "double-id")),
        (QUESTIONS, "kind: one\n", "kind: two\n", (3, "choice")),
        (QUESTIONS, "  answer: false\n", "", (26, "missing")),
        (QUESTIONS, "difficulty: 2", "difficulty: 4", (18, "number")),
        (QUESTIONS, "  lesson: fees\n", "", (26, "missing")),
        (QUESTIONS, ", right: yes}", ", right: yes, partner: {zh: 字, en: a}}", (7, "unknown-key")),
        (NUMBERS, "facts: [de.minimum_wage]", "facts: [A b]", (41, "id")),
        (NUMBERS, "  number: 13.90\n", "", (32, "missing")),
        (CHECKLIST, "due: {departure: -23}", "due: {departure: 1, arrival: 2}", (5, "due")),
        (CHECKLIST, "due: {departure: -23}", "due: {day: 2}", (5, "due")),
        (CHECKLIST, "due: {departure: -23}", "due: soon", (5, "type")),
        (CHECKLIST, "due: {departure: -23}", "due: {departure: 9999}", (5, "number")),
        ("facts/common.yaml", "id: eu.112", "id: eu 112", (1, "id")),
        ("facts/common.yaml", "grade: A", "grade: D", (5, "choice")),
        ("sources/common.yaml", "address: https://www", "address: www", (7, "address")),
        (
            "sources/common.yaml",
            "  note: {zh: 只读到一份副本, en: Only a copy was read}\n",
            "",
            (8, "source-address"),
        ),
        ("countries/de.yaml", "code: DE", "code: NO", (1, "file-name")),
        ("countries/de.yaml", "serves: [ambulance, fire]", "serves: [pizza]", (10, "choice")),
        ("countries/de.yaml", "id: where", "id: where\n    colour: red", (15, "unknown-key")),
        (
            "pictures/pictures.yaml",
            "file: pictures/worker.svg",
            "file: ../../x.svg",
            (1, "outside-pack"),
        ),
        ("pictures/pictures.yaml", "  licence: CC0-1.0\n", "", (1, "missing")),
        (
            "pictures/pictures.yaml",
            "  alt: {zh: 一位戴安全帽的工人, en: A worker with a helmet}\n",
            "",
            (1, "missing"),
        ),
        ("emergency.yaml", "  steps:", "  stops:", (1, "missing")),
        ("groups.yaml", "icon: file", "icon: '<i>'", (3, "html")),
    ],
)
def test_problems_have_file_and_line(
    change: Callable[..., Path],
    file: str,
    old: str,
    new: str,
    problem: tuple[int, str],
) -> None:
    problems = read(change(file, new, old)).problems
    place = LESSON if problem[1] == "double-id" and "01-two" in new else file
    line = 2 if place != file else problem[0]
    assert (place, line, problem[1]) in {(p.file, p.line, p.code) for p in problems}


def test_files_that_nothing_refers_to(change: Callable[..., Path]) -> None:
    problems = read(change("modules/m01-offer/question.yaml", "- id: a\n")).problems
    assert [(p.file, p.severity, p.code) for p in problems] == [
        ("modules/m01-offer/question.yaml", "warning", "unread")
    ]


@pytest.mark.parametrize(
    "file", ["pack.yaml", MODULE, "countries/de.yaml", "facts/common.yaml", LESSON, QUESTIONS]
)
def test_an_empty_file_stops_nothing(change: Callable[..., Path], file: str) -> None:
    reading = read(change(file, ""))
    assert reading.pack.sources
    assert reading.pack.modules


def test_a_second_module_of_the_same_id(change: Callable[..., Path], copy: Path) -> None:
    words = (copy / MODULE).read_text(encoding="utf-8")
    change("modules/m01-again/module.yaml", words)
    reading = read(copy)
    assert [module.id for module in reading.pack.modules] == [
        "tiny/m01",
        "tiny/m13",
        "tiny/guide-de",
    ]
    assert "double-id" in {problem.code for problem in reading.problems}


def test_forms_and_reserved_questions(form_pack: Path) -> None:
    reading = read(form_pack)
    pack = reading.pack
    assert reading.problems == ()
    assert pack.forms[0] == FormPair(
        1, "tiny/m01/q/t0", "tiny/m01/q/t1", "tiny/m01/q/t2", "tiny/m01/q/t3"
    )
    assert [pair.number for pair in pack.forms] == list(range(1, 23))
    assert reading.places["form", "2"] == Place("forms.yaml", 2)
    assert sum(question.reserved for question in pack.questions) == 88
    reserved = reading.places["question", "tiny/m13/q/t44"]
    assert reserved == Place("modules/m13-emergency/test_questions.yaml", 1)


def test_a_guide(tiny: Path) -> None:
    reading = read(tiny)
    guide = reading.pack.modules[-1]
    assert (guide.id, guide.country, guide.number) == ("tiny/guide-de", "DE", 0)
    assert guide.objectives[0].id == "tiny/guide-de/o/register"
    assert reading.places["module", guide.id] == Place("guides/de/guide.yaml", 1)
    lessons = {lesson.id: lesson for lesson in reading.pack.lessons}
    first = lessons["tiny/guide-de/register"]
    assert (first.module, first.picture) == (guide.id, "worker")
    assert lessons["tiny/guide-de/doctor"].picture == "worker"


@pytest.mark.parametrize(
    ("old", "new"), [("id: guide-de", "id: guide-fr"), ("country: DE", "country: FR")]
)
def test_a_guide_is_named_after_its_country(
    change: Callable[..., Path], old: str, new: str
) -> None:
    problems = read(change("guides/de/guide.yaml", new, old)).problems
    assert "file-name" in {p.code for p in problems if p.file == "guides/de/guide.yaml"}


def test_a_guide_has_no_number_and_names_its_country(change: Callable[..., Path]) -> None:
    problems = read(change("guides/de/guide.yaml", "number: 3", "country: DE")).problems
    assert {p.code for p in problems} >= {"missing", "unknown-key"}


def test_a_folder_without_a_pack(tmp_path: Path) -> None:
    assert [(p.file, p.code) for p in read(tmp_path).problems] == [("pack.yaml", "no-file")]
    assert [(p.file, p.code) for p in read(tmp_path / "none").problems] == [
        ("pack.yaml", "no-file")
    ]


def test_names_of_files_that_are_no_text(copy: Path) -> None:
    name = b"\xff.yaml".decode("utf-8", "surrogateescape")
    (copy / "facts" / name).write_text("- id: x\n", encoding="utf-8")
    for problem in read(copy).problems:
        f"{problem.file}{problem.message}".encode()
