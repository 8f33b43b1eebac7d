from dataclasses import replace
from pathlib import Path

from pdo_app.reports.bilingual import Words
from pdo_app.reports.reading_list import reading_lists
from pdo_app.training import agenda
from tests.training.conftest import Desk

from .taught import TODAY, mark, new_class, present, record, texts, whole


def test_each_who_missed_something_has_a_list(desk: Desk, catalogues: Path) -> None:
    made = reading_lists(record(desk, whole(desk)), texts(catalogues), TODAY)
    assert [one.name for one in made.people] == ["李秀英", "=1+1"]
    away = made.people[1]
    assert len(away.missed) == 3
    first = away.missed[0]
    module = desk.library.modules()[0]
    assert first.lesson == Words(module.lessons[0].title.en)
    assert first.module == Words(f"1  {module.title.en}")
    assert first.minutes == str(module.lessons[0].minutes)
    minutes = sum(int(one.minutes) for one in away.missed)
    assert away.total == Words(f"{minutes} min")
    assert made.not_given == ()


def test_what_nobody_had_stands_apart(desk: Desk, catalogues: Path) -> None:
    session = new_class(desk)
    mark(desk, session, 0)
    made = reading_lists(record(desk, session), texts(catalogues), TODAY)
    assert [one.lesson.first for one in made.not_given]
    assert len(made.people) == 2


def test_a_lesson_that_is_gone_has_its_id_and_no_minutes(desk: Desk, catalogues: Path) -> None:
    session = new_class(desk)
    first = session.plan[0]
    gone = replace(first.segments[1], lessons=("tiny/m99/gone",))
    plan = (replace(first, segments=(gone,)), *session.plan[1:])
    session = desk.training.sessions.replan(session, plan)
    mark(desk, session, 0)
    made = reading_lists(record(desk, session), texts(catalogues), TODAY)
    reading = made.people[0].missed[0]
    assert (reading.lesson.first, reading.module.first) == ("tiny/m99/gone", "tiny/m99")
    assert reading.minutes == ""


def test_where_nobody_missed_anything_there_is_none(desk: Desk, catalogues: Path) -> None:
    session = new_class(desk, names=("王建国",))
    present(desk, session, 0)
    mark(desk, session, 0)
    session = desk.training.sessions.replan(session, agenda.skip(session.plan, "h2-call-112"))
    assert reading_lists(record(desk, session), texts(catalogues), TODAY).people == ()
