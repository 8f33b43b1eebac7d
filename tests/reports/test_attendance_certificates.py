from dataclasses import replace
from pathlib import Path

import pytest

from pdo_app.records import Mode
from pdo_app.reports.attendance_certificates import (
    AttendanceCertificates,
    attendance_certificates,
)
from pdo_app.reports.bilingual import Words
from tests.training.conftest import Desk

from .taught import TODAY, mark, new_class, record, texts, whole


def made(desk: Desk, folder: Path, mode: Mode = Mode.BOTH) -> AttendanceCertificates:
    return attendance_certificates(record(desk, whole(desk)), texts(folder, mode), TODAY)


def test_all_who_meet_the_rule_have_one(desk: Desk, catalogues: Path) -> None:
    names = [one.page.name for one in made(desk, catalogues).pages]
    assert names == ["王建国", "李秀英", "张<b>志强</b>"]


@pytest.mark.parametrize("mode", list(Mode))
def test_they_are_bilingual_in_every_mode(desk: Desk, catalogues: Path, mode: Mode) -> None:
    page = made(desk, catalogues, mode).pages[0].page
    assert page.opening == Words("兹证明", "This certifies that")


def test_they_say_when_how_long_what_and_by_which_rule(desk: Desk, catalogues: Path) -> None:
    found = made(desk, catalogues).pages[0]
    values = {one.label.second: one.value.second for one in found.page.figures}
    assert values == {
        "Date": "1 December 2026",
        "Attended": "2 of 2 half-days, 1 h",
        "Date of issue": "2 December 2026",
    }
    assert [knot.number for knot in found.page.modules] == [1, 13]
    assert "every half-day attended, 2 in all" in found.page.rule.second
    assert found.page.ahead.second == "Destination: Germany"
    assert (found.centre, found.trainer) == ("烟台培训中心", "陈老师")
    assert '"十二月班"' in found.page.statement.second


def test_who_had_no_topic_has_none_on_it(desk: Desk, catalogues: Path) -> None:
    assert made(desk, catalogues).pages[1].page.modules == ()


def test_a_rule_of_fewer_half_days_is_said(desk: Desk, catalogues: Path) -> None:
    session = new_class(desk)
    mark(desk, session, 0)
    session = desk.training.sessions.update(session, rule=1, destination="")
    found = attendance_certificates(record(desk, session), texts(catalogues), TODAY)
    assert len(found.pages) == 3
    page = found.pages[0].page
    assert "at least 1 of 2 half-days" in page.rule.second
    assert page.ahead.second == "Destination: Europe"
    assert page.figures[1].value.second.startswith("1 of 2 half-days")


def test_a_guide_comes_after_the_modules(desk: Desk, catalogues: Path) -> None:
    session = new_class(desk)
    guide = desk.library.guides()[0].lessons[0].id
    first = session.plan[0]
    lesson = replace(first.segments[1], lessons=(guide, *first.segments[1].lessons))
    plan = (replace(first, segments=(lesson,)), *session.plan[1:])
    session = desk.training.sessions.replan(session, plan)
    mark(desk, session, 0)
    mark(desk, session, 1)
    page = attendance_certificates(record(desk, session), texts(catalogues), TODAY).pages[0].page
    assert [knot.number for knot in page.modules] == [1, 13, 0]


def test_no_number_of_a_document(desk: Desk, catalogues: Path) -> None:
    words = str(made(desk, catalogues)).lower()
    assert not any(word in words for word in ("passport", "identity", "id number"))
