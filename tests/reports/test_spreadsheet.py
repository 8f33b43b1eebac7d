from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from pdo_app.records import Mode
from pdo_app.reports.spreadsheet import neutral, workbook
from tests.training.conftest import Desk

from .taught import DAY, NAMES, new_class, record, texts, whole


def opened(desk: Desk, folder: Path, mode: Mode = Mode.ENGLISH) -> openpyxl.Workbook:
    data = workbook(record(desk, whole(desk)), texts(folder, mode))
    return openpyxl.load_workbook(BytesIO(data))


def rows(sheet: Worksheet) -> list[tuple[object, ...]]:
    return list(sheet.iter_rows(values_only=True))


def test_it_has_five_sheets(desk: Desk, catalogues: Path) -> None:
    book = opened(desk, catalogues)
    assert book.sheetnames == ["Session", "Attendance", "Coverage", "Minutes", "Questions"]
    assert all(book[name].freeze_panes == "A2" for name in book.sheetnames)
    assert book.properties.title == "十二月班"


def test_the_session_has_numbers_and_dates(desk: Desk, catalogues: Path) -> None:
    found = dict(row[:2] for row in rows(opened(desk, catalogues)["Session"]))
    assert found["First day"] == datetime(DAY.year, DAY.month, DAY.day)  # noqa: DTZ001
    assert found["People"] == 4
    assert found["Attendance"] == 0.75
    assert found["Certificates"] == 3
    assert found["Real minutes"] == 54
    assert found["Closed on"] is not None
    assert found["Training centre"] == "烟台培训中心"
    assert found["Destination"] == "Germany"


def test_the_attendance_has_marks_and_times(desk: Desk, catalogues: Path) -> None:
    session = desk.training.sessions.reopen(whole(desk))
    people = desk.training.roster.people(session)
    desk.training.roster.change(
        people[0], departure=date(2026, 12, 17), destination="DE", returnee=True
    )
    data = workbook(record(desk, session), texts(catalogues))
    head, *found = rows(openpyxl.load_workbook(BytesIO(data))["Attendance"])
    assert [row[1] for row in found] == ["王建国", "李秀英", "'=1+1", "张<b>志强</b>"]
    first = dict(zip(head, found[0], strict=True))
    assert first["Departure"] == datetime(2026, 12, 17)  # noqa: DTZ001
    assert first["Destination"] == "Germany"
    assert first["Worked abroad before"] == "Yes"
    assert first["Half-days"] == 2
    late = dict(zip(head, found[1], strict=True))
    assert late["Morning · Tuesday 1 December"] == "Came late"
    assert late["Morning · Tuesday 1 December: Time"] == time(9, 18)


def test_coverage_and_minutes(desk: Desk, catalogues: Path) -> None:
    book = opened(desk, catalogues)
    found = {row[0]: row[1:] for row in rows(book["Coverage"])}
    assert found["王建国"] == (1, 1, 1, 3, 0)
    assert found["'=1+1"] == (0, 0, 0, 0, 3)
    _, *minutes = rows(book["Minutes"])
    assert [row[3:] for row in minutes[:4]] == [
        (5, 6, None, None),
        (15, 16, None, None),
        (5, 6, None, None),
        (10, None, "Yes", "没有来"),
    ]


def test_questions_have_the_open_ones_first(desk: Desk, catalogues: Path) -> None:
    _, *found = rows(opened(desk, catalogues)["Questions"])
    assert [row[0] for row in found] == ["听不懂", "'-病假", "有最低工资", "'+再讲一遍"]


def test_heads_are_in_both_languages(desk: Desk, catalogues: Path) -> None:
    book = opened(desk, catalogues, Mode.BOTH)
    head = rows(book["Minutes"])[0]
    assert head[0] == "Date Date"


def test_nothing_is_a_formula(desk: Desk, catalogues: Path) -> None:
    book = opened(desk, catalogues)
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert kinds <= {"s", "n", "d"}
    assert len(NAMES) == 4


def test_a_session_without_anything_has_a_workbook(desk: Desk, catalogues: Path) -> None:
    data = workbook(record(desk, new_class(desk, names=())), texts(catalogues))
    book = openpyxl.load_workbook(BytesIO(data))
    assert len(rows(book["Attendance"])) == 1
    assert dict(row[:2] for row in rows(book["Session"]))["Real minutes"] is None


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+49", "'+49"),
        ("-", "'-"),
        ("@x", "'@x"),
        ("  =1", "'  =1"),
        ("\t=1", "'\t=1"),
        ("a=1", "a=1"),
        ("", ""),
        ("a\x00\x1fb\ud800", "ab"),
        ("x" * 40_000, "x" * 32_767),
    ],
)
def test_words_stay_words(text: str, cell: str) -> None:
    assert neutral(text) == cell
