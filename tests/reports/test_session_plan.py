from dataclasses import replace
from pathlib import Path

import pytest

from pdo_app.records import Centre, Mode
from pdo_app.reports.bilingual import Words
from pdo_app.reports.session_plan import PlanSheet, session_plan
from pdo_app.training import agenda
from tests.training.conftest import Desk

from .taught import TODAY, new_class, texts

OBJECTIVES = ["Can name what a contract must say", "Can refuse to pay a deposit"]


def sheet(desk: Desk, folder: Path, mode: Mode = Mode.BOTH) -> PlanSheet:
    session = new_class(desk)
    plan = agenda.skip(session.plan, "h2-closing")
    session = desk.training.sessions.replan(session, plan)
    return session_plan(
        session, desk.training.access.centre(), 4, desk.library, texts(folder, mode), TODAY
    )


def test_it_says_when_what_how_and_with_what(desk: Desk, catalogues: Path) -> None:
    made = sheet(desk, catalogues)
    assert made.head.title == Words("培训计划", "Session plan")
    assert made.document == "培训计划 Session plan · 十二月班"
    morning, afternoon = made.halves
    assert morning.title == Words("上午 · 12月1日 星期二", "Morning · Tuesday 1 December")
    assert [row.time for row in morning.rows][:2] == ["09:00 – 09:05", "09:05 – 09:20"]
    lesson = morning.rows[1]
    assert lesson.title == Words("两份合同", "Two contracts")
    assert [one.second for one in lesson.objectives] == OBJECTIVES
    assert made.objectives.second == "Afterwards people can"
    assert morning.rows[2].objectives == ()
    assert lesson.minutes == 15
    assert lesson.method.second == "In pairs"
    assert lesson.material == Words("合同样本", "Sample contracts")
    assert lesson.essential.second == "Essential"
    assert not morning.rows[2].essential.first
    assert [row.title.second for row in afternoon.rows] == ["Call 112"]
    assert made.left_out == (Words("结束", "Closing"),)


def test_the_head_says_what_is_known(desk: Desk, catalogues: Path) -> None:
    made = sheet(desk, catalogues, Mode.ENGLISH)
    known = {one.label.first: one.value.first for one in made.head.known}
    assert known == {
        "Date": "1 December 2026",
        "Place": "二楼",
        "Trainer": "陈老师",
        "Destination": "Germany",
        "Sector": "Construction",
        "Group": "People who have worked abroad",
        "People": "4",
    }
    assert (made.head.centre, made.head.address) == ("烟台培训中心", "南大街 100 号")
    assert made.foot == Words("十二月班 · printed on 2 December 2026")


def test_what_is_not_known_is_left_out(desk: Desk, catalogues: Path) -> None:
    session = desk.session()
    made = session_plan(session, Centre(), 0, desk.library, texts(catalogues), TODAY)
    assert [one.label.first for one in made.head.known] == ["Date", "People"]
    assert not made.left_out


@pytest.mark.parametrize("method", ["", "singing"])
def test_an_unknown_method_is_written_as_it_is(desk: Desk, catalogues: Path, method: str) -> None:

    session = desk.session()
    first = session.plan[0]
    changed = replace(first.segments[0], method=method)
    plan = (replace(first, segments=(changed,)),)
    made = session_plan(
        replace(session, plan=plan), Centre(), 0, desk.library, texts(catalogues), TODAY
    )
    assert made.halves[0].rows[0].method == Words(method)
