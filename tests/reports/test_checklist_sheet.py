from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

import pytest

from pdo_app.content.model import Anchor, ChecklistGroup, ChecklistItem, Citation, Text
from pdo_app.learning.checklists import Task
from pdo_app.learning.due import TaskState
from pdo_app.records import Learner, Mode
from pdo_app.reports.bilingual import Words
from pdo_app.reports.checklist_sheet import ChecklistSheet, checklist_sheet, when
from pdo_app.texts import Texts

TODAY = date(2026, 11, 24)
DEPARTURE = date(2026, 12, 17)
GROUPS = tuple(
    ChecklistGroup(name, Text(zh, name), "list")
    for name, zh in (("documents", "证件"), ("money", "钱"), ("return", "回国"))
)


def item(
    anchor: Anchor = Anchor.DEPARTURE, days: int = -23, group: str = "documents"
) -> ChecklistItem:
    return ChecklistItem(
        "core/m01/c/notary",
        group,
        Text("公证", "Notarise"),
        Text("机关要看", "Offices ask"),
        anchor,
        days,
        citations=(Citation("hague", "3"), Citation("hague", "4")),
    )


TASKS = (
    Task(item(), TODAY, TaskState.DONE, "县公证处 <b>8:30</b>"),
    Task(item(days=-1), None, TaskState.UNDATED),
    Task(item(group="return", anchor=Anchor.RETURN), None, TaskState.UNDATED),
)


def learner(mode: Mode, departure: date | None, name: str = "李建国") -> Learner:
    now = datetime(2026, 11, 24, tzinfo=UTC)
    return Learner(UUID(int=1), name, "DE", departure, mode, now, now)


def sheet(
    catalogues: Path,
    mode: Mode = Mode.BOTH,
    departure: date | None = DEPARTURE,
    name: str = "李建国",
) -> ChecklistSheet:
    return checklist_sheet(
        learner(mode, departure, name),
        TASKS,
        GROUPS,
        Texts(catalogues, mode),
        lambda citation, language: f"{citation.source} {citation.article} {language}",
        TODAY,
    )


def test_it_is_grouped_and_leaves_empty_groups_out(catalogues: Path) -> None:
    made = sheet(catalogues)
    assert [group.title for group in made.groups] == [
        Words("证件", "documents"),
        Words("回国", "return"),
    ]
    assert [group.count for group in made.groups] == ["1 / 2", "0 / 1"]


def test_a_row_says_what_when_why_and_by_which_source(catalogues: Path) -> None:
    row = sheet(catalogues).groups[0].rows[0]
    assert row.title == Words("公证", "Notarise")
    assert row.why == Words("机关要看", "Offices ask")
    assert row.day == Words("2026年11月24日", "24 Nov 2026")
    assert row.when == Words("出发前 23 天", "23 days before departure")
    assert row.sources == ("hague 3 zh", "hague 4 zh")
    assert row.note == "县公证处 <b>8:30</b>"
    assert row.done


def test_an_open_day_is_empty(catalogues: Path) -> None:
    row = sheet(catalogues).groups[0].rows[1]
    assert row.day == Words("", "")
    assert row.when.second == "1 day before departure"
    assert not row.done


@pytest.mark.parametrize(
    ("mode", "title", "source"),
    [
        (Mode.CHINESE, Words("我的清单"), "hague 3 zh"),
        (Mode.BOTH, Words("我的清单", "My checklist"), "hague 3 zh"),
        (Mode.ENGLISH, Words("My checklist"), "hague 3 en"),
    ],
)
def test_it_speaks_the_languages_of_the_mode(
    catalogues: Path, mode: Mode, title: Words, source: str
) -> None:
    made = sheet(catalogues, mode)
    assert made.title == title
    assert made.groups[0].rows[0].sources[0] == source
    assert made.document == f"{title.first} {title.second}".strip() + " · 李建国"


def test_the_trip_is_named(catalogues: Path) -> None:
    assert sheet(catalogues).trip == (
        Words("德国", "Germany"),
        Words("2026年12月17日出发", "Departure on 17 December 2026"),
    )
    assert sheet(catalogues, departure=None).trip[1].second == "Day of departure still open"


def test_the_day_of_printing_stands_below(catalogues: Path) -> None:
    assert "24 November 2026" in sheet(catalogues).foot.second


@pytest.mark.parametrize("name", ["<b>x</b>", "=1+1", "{day}", "محمد"])
def test_the_name_is_as_typed(catalogues: Path, name: str) -> None:
    assert sheet(catalogues, name=name).person == name


@pytest.mark.parametrize(
    ("anchor", "days", "words"),
    [
        (Anchor.DEPARTURE, -7, "7 days before departure"),
        (Anchor.DEPARTURE, 0, "on the day of departure"),
        (Anchor.DEPARTURE, 1, "1 day after departure"),
        (Anchor.ARRIVAL, -2, "2 days before arrival"),
        (Anchor.ARRIVAL, 0, "on the day of arrival"),
        (Anchor.ARRIVAL, 3, "3 days after arrival"),
        (Anchor.RETURN, -30, "30 days before return"),
        (Anchor.RETURN, 0, "on the day of return"),
        (Anchor.RETURN, 14, "14 days after return"),
    ],
)
def test_how_the_day_is_counted(catalogues: Path, anchor: Anchor, days: int, words: str) -> None:
    assert when(item(anchor, days), Texts(catalogues), "en") == words
