from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from pdo_app.content.library import Library
from pdo_app.content.model import Segment, Text
from pdo_app.content.reader import read
from pdo_app.content.templates import faults, faults_of

FILE = "templates.yaml"
Problems = list[tuple[str, int, str, str]]


@pytest.fixture
def library(packs: Path) -> Iterator[Library]:
    library = Library.open(packs)
    yield library
    library.close()


def test_a_template_of_the_library(library: Library) -> None:
    (template,) = library.templates()

    assert library.template("half-day") == template
    assert (template.title, template.hours) == (Text("半天班", "Half day"), 1)
    assert [half.start for half in template.halves] == ["09:00", "13:30"]
    assert template.halves[0].segments[1] == Segment(
        id="contracts",
        kind="lesson",
        title=Text("两份合同", "Two contracts"),
        minutes=15,
        module="tiny/m01",
        lessons=("tiny/m01/two-contracts", "tiny/m01/fees"),
        method="pairs",
        material=Text("合同样本", "Sample contracts"),
        essential=True,
    )
    assert template.halves[0].segments[3].for_groups == ("returnees",)
    with pytest.raises(KeyError):
        library.template("week")


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("hours: 1", "hours: 2", (1, "template")),
        ("hours: 1", "hours: 0", (3, "number")),
        ('start: "13:30"', 'start: "25:30"', (33, "time")),
        ('      start: "13:30"\n', "", (32, "missing")),
        ("kind: break", "kind: nap", (24, "choice")),
        ("method: pairs", "method: shouting", (20, "choice")),
        ("id: break", "id: opening", (23, "double-id")),
        ("module: m13", "module: m02", (35, "unknown-module")),
        ("lessons: [m13/call-112]", "lessons: [m13/call]", (35, "dead-link")),
        ("lessons: [m13/call-112]", "lessons: [m01/fees]", (35, "template")),
        ("          lessons: [m13/call-112]\n", "", (35, "template")),
        ("en: Closing", "en: 结束", (42, "language")),
        ("for_groups: [returnees]", "for_groups: [plumbers]", (27, "unknown-group")),
        ("for_groups: [returnees]", "for_groups: [FR]", (27, "unknown-group")),
        ("essential: yes\n        - id: break", "least: 20\n        - id: break", (14, "template")),
    ],
)
def test_errors(
    change: Callable[..., Path],
    found: Callable[..., Problems],
    old: str,
    new: str,
    problem: tuple[int, str],
) -> None:
    assert (FILE, problem[0], "error", problem[1]) in found(change(FILE, new, old))


@pytest.mark.parametrize("known", ["women", "construction", "DE"])
def test_groups_sectors_and_destinations_are_known(
    change: Callable[..., Path], found: Callable[..., Problems], known: str
) -> None:
    old = "for_groups: [returnees]"
    problems = found(change(FILE, f"for_groups: [first_timers, {known}]", old))
    assert not [one for one in problems if one[0] == FILE]


def test_what_is_only_for_some_groups_does_not_count(tiny: Path) -> None:
    (template,) = read(tiny).pack.templates

    assert list(faults(template)) == []
    assert list(faults(replace(template, halves=template.halves[:1]))) == [
        "The segments for every group take 25 minutes; 1 hours are 60."
    ]


def test_other_segments_need_no_lesson() -> None:
    assert list(faults_of(Segment("a", "activity", Text("一", "One"), 10))) == []
