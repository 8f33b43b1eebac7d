from dataclasses import replace
from pathlib import Path

from pdo_app.records import MarkKind, Mode
from pdo_app.reports.bilingual import Words
from pdo_app.reports.session_report import FurtherPart, SessionReport, session_report
from pdo_app.training import agenda
from tests.training.conftest import Desk

from .taught import NAMES, TODAY, ask, look_back, mark, new_class, record, texts, whole


def report(desk: Desk, folder: Path, mode: Mode = Mode.ENGLISH) -> SessionReport:
    return session_report(record(desk, whole(desk)), texts(folder, mode), TODAY)


def test_the_figures(desk: Desk, catalogues: Path) -> None:
    made = report(desk, catalogues)
    assert [(one.label.first, one.value, one.of) for one in made.figures] == [
        ("Attendance", "75%", ""),
        ("Certificates", "3", "4"),
        ("Parts given", "3", "5"),
        ("Real and planned minutes", "54", "70"),
    ]


def test_figures_before_anything_is_known(desk: Desk, catalogues: Path) -> None:
    made = session_report(record(desk, new_class(desk)), texts(catalogues), TODAY)
    values = {one.label.first: (one.value, one.of) for one in made.figures}
    assert values["Attendance"] == ("–", "")
    assert values["Planned minutes"] == ("70", "")
    assert made.coverage is None
    assert made.skipped is made.wall is made.notes is made.assessment is None
    assert made.minutes.note.first
    assert [half.real for half in made.minutes.halves] == [None, None]


def test_the_attendance(desk: Desk, catalogues: Path) -> None:
    part = report(desk, catalogues).attendance
    assert [row.name for row in part.rows] == list(NAMES)
    assert [row.earned for row in part.rows] == [True, True, False, True]
    assert part.totals == ("3 / 4", "3 / 4")
    assert part.rows[2].marks[0].kind is MarkKind.ABSENT


def test_the_coverage_names_what_each_missed(desk: Desk, catalogues: Path) -> None:
    part = report(desk, catalogues).coverage
    assert part is not None
    rows = {row.name: row for row in part.rows}
    assert rows["王建国"].had == "3 / 3"
    assert rows["王建国"].missed == ()
    assert rows["=1+1"].had == "0 / 3"
    assert len(rows["=1+1"].missed) == 3
    assert part.left_out == ()


def test_minutes_are_planned_and_real(desk: Desk, catalogues: Path) -> None:
    part = report(desk, catalogues).minutes
    assert [(row.planned, row.real) for row in part.halves[0].rows] == [
        (5, 6),
        (15, 16),
        (5, 6),
        (10, None),
    ]
    assert part.halves[0].rows[3].state == Words("Not given")
    assert (part.halves[0].planned, part.halves[0].real) == (35, 28)
    assert part.note == Words("")


def test_what_was_left_out_has_its_reason(desk: Desk, catalogues: Path) -> None:
    part = report(desk, catalogues).skipped
    assert part is not None
    assert [(row.title.first, row.reason) for row in part.rows] == [
        ("A returnee speaks", "没有来"),
        ("Closing", ""),
    ]


def test_a_part_with_a_reason_that_was_given_was_cut_short(desk: Desk, catalogues: Path) -> None:
    session = new_class(desk)
    look_back(desk, session, h1_contracts="晚了")
    part = session_report(record(desk, session), texts(catalogues), TODAY).skipped
    assert part is not None
    assert [row.state.first for row in part.rows] == ["Cut short"]


def test_a_skipped_part_has_no_planned_minutes(desk: Desk, catalogues: Path) -> None:
    session = new_class(desk)
    session = desk.training.sessions.replan(session, agenda.skip(session.plan, "h1-contracts"))
    made = session_report(record(desk, session), texts(catalogues), TODAY)
    assert [row.planned for row in made.minutes.halves[0].rows] == [5, 0, 5, 10]


def test_the_wall_has_the_unanswered_first(desk: Desk, catalogues: Path) -> None:
    part = report(desk, catalogues).wall
    assert part is not None
    assert [(row.text, row.kind.first, row.state.first) for row in part.rows] == [
        ("听不懂", "I worry", "Not answered yet"),
        ("-病假", "I want to know", "For later"),
        ("有最低工资", "I know", "Answered"),
    ]


def test_notes_for_later_name_what_was_shown(desk: Desk, catalogues: Path) -> None:
    part = report(desk, catalogues).notes
    assert part is not None
    assert part.rows == (("+再讲一遍", Words("What I know and ask")),)


def test_a_note_on_a_card_that_is_gone_stands_alone(desk: Desk, catalogues: Path) -> None:
    session = new_class(desk)
    desk.training.presenting.note(session, "gone", "x")
    part = session_report(record(desk, session), texts(catalogues), TODAY).notes
    assert part is not None
    assert part.rows == (("x", Words("")),)


def test_the_look_back(desk: Desk, catalogues: Path) -> None:
    part = report(desk, catalogues).assessment
    assert part is not None
    assert [row.answer for row in part.rows] == [1, 2, 3, 4, *[None] * 6]
    assert part.scale[0] == Words("1 Not at all")
    assert part.notes == "换了线"


def test_other_features_can_add_their_tables(desk: Desk, catalogues: Path) -> None:
    found = record(desk, whole(desk))
    further = FurtherPart(Words("Tests"), (Words("Name"),), ((Words("王"),),))
    made = session_report(found, texts(catalogues), TODAY, (further,))
    assert made.further == (further,)
    assert session_report(found, texts(catalogues), TODAY).further == ()


def test_it_speaks_both_languages(desk: Desk, catalogues: Path) -> None:
    made = report(desk, catalogues, Mode.BOTH)
    assert made.attendance.rows[1].marks[0].words == "迟到 09:18"
    assert made.minutes.halves[0].rows[0].title == Words("知道、想问", "What I know and ask")
    assert made.document.endswith(" · 十二月班")


def test_a_session_without_a_plan_has_a_report(desk: Desk, catalogues: Path) -> None:
    session = new_class(desk)
    ask(desk, session)
    mark(desk, session, 0)
    empty = replace(record(desk, session).session, plan=())
    made = session_report(record(desk, empty), texts(catalogues), TODAY)
    assert made.attendance.halves == ()
    assert made.minutes.halves == ()
