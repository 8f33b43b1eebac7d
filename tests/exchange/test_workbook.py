"""Workbooks: what LibreOffice wrote, and what somebody broke."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime, time
from pathlib import Path

import pytest
from openpyxl import Workbook

from pdo_app.exchange import trouble
from pdo_app.exchange.trouble import RosterError
from pdo_app.exchange.workbook import is_workbook, read_workbook

FILES = Path(__file__).parent / "files"


def saved(book: Workbook) -> bytes:
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def book(*rows: tuple[object, ...]) -> Workbook:
    made = Workbook()
    for row in rows:
        made.worksheets[0].append(row)
    return made


def test_merged_cells_formulas_dates_and_hidden_rows() -> None:
    sheet = read_workbook((FILES / "merged_formulas_dates.xlsx").read_bytes())
    assert sheet.name == "名单"
    assert [line for line, _ in sheet.lines] == [1, 2, 3, 4, 5, 7]
    assert sheet.lines[2][1][:8] == [
        "1",
        "王海涛",
        "中建一局",
        "德国",
        "2026-12-12",
        "",
        "否",
        "13812340002",
    ]
    assert [cells[2] for _, cells in sheet.lines[2:]] == ["中建一局"] * 3 + [""]
    assert sheet.lines[-1][1][5] == ""  # 1/0
    assert [problem.in_english() for problem in sheet.problems] == [
        "The workbook has 2 sheets; only 名单 was read.",
        "Hidden rows are not taken: 1.",
    ]


def test_values_become_words() -> None:
    moment = datetime.combine(date(2026, 12, 17), time(8, 30))
    values = (1.0, 1.5, True, False, date(2026, 12, 17), moment, time(8, 30), "#REF!", None, "x")
    sheet = read_workbook(saved(book(("Name",), values)))
    assert sheet.lines[1][1][:10] == [
        *("1", "1.5", "yes", "no", "2026-12-17", "2026-12-17 08:30", "08:30:00", "", "", "x")
    ]


def test_a_phone_is_whole_however_the_file_writes_the_number() -> None:
    data = saved(book(("Name", "Phone"), ("x", 13812345678)))
    data = _changed(data, "xl/worksheets/sheet1.xml", b"13812345678", b"1.3812345678E10")
    assert read_workbook(data).lines[1][1][1] == "13812345678"


def test_days_that_a_spreadsheet_shows_as_numbers_are_days() -> None:
    rows = (("姓名", "出发日期"), ("王", 46373), ("刘", "46373"), ("陈", 7), ("赵", "十二月"))
    sheet = read_workbook(saved(book(*rows)))
    assert [cells[1] for _, cells in sheet.lines[1:]] == ["2026-12-17", "2026-12-17", "7", "十二月"]


def test_a_formula_that_was_never_reckoned_is_said() -> None:
    made = book(("Name",), ("=1+1",), ("x",))
    sheet = read_workbook(saved(made))
    assert [problem.in_english() for problem in sheet.problems] == [
        "Formulas without a value: A2. Open and save the workbook once."
    ]


def test_merged_cells_across_columns_are_a_title() -> None:
    made = book(("title", None), ("Name", "Company"), ("王", "A"), ("刘", None), (None, None))
    made.worksheets[0].merge_cells("A1:B1")
    made.worksheets[0].merge_cells("B3:B5")
    made.worksheets[0].merge_cells("D7:D9")
    made.worksheets[0].merge_cells("ZZ3:ZZ4")
    sheet = read_workbook(saved(made))
    assert [cells[:2] for _, cells in sheet.lines] == [
        *(["title", ""], ["Name", "Company"], ["王", "A"], ["刘", "A"])
    ]


def test_the_sheet_with_a_head_is_read_else_the_first_with_anything_on_it() -> None:
    made = book()
    made.create_sheet("one").append(("王海涛",))
    made.create_sheet("two").append(("刘秀英",))
    assert read_workbook(saved(made)).name == "one"
    made.create_sheet("three").append(("姓名",))
    assert read_workbook(saved(made)).name == "three"
    made["three"].sheet_state = "hidden"
    assert read_workbook(saved(made)).name == "one"


def test_an_empty_workbook_is_said() -> None:
    with pytest.raises(RosterError, match="nothing in it"):
        read_workbook(saved(book()))


def test_far_rows_and_more_than_enough_are_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trouble, "MOST_ROWS", 2)
    rows = (("Name",), *((f"n{at}",) for at in range(50)))
    assert len(read_workbook(saved(book(*rows))).lines) == 23
    data = _changed(
        saved(book(("Name",), ("x",))), "xl/worksheets/sheet1.xml", b'r="2"', b'r="2000000"'
    )
    assert len(read_workbook(data).lines) == 1


def test_a_password_and_an_old_kind_are_told_apart() -> None:
    with pytest.raises(RosterError, match="protected by a password"):
        read_workbook((FILES / "password.xlsx").read_bytes())
    with pytest.raises(RosterError, match="old format"):
        read_workbook((FILES / "old.xls").read_bytes())


def test_other_packed_files_are_no_workbooks() -> None:
    with pytest.raises(RosterError, match="not an XLSX"):
        read_workbook((FILES / "calc.ods").read_bytes())
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        file.writestr("[Content_Types].xml", "<Types/>")
        file.writestr("word/document.xml", "x")
    with pytest.raises(RosterError, match="not an XLSX"):
        read_workbook(packed.getvalue())


def test_damaged_workbooks_are_said() -> None:
    good = (FILES / "plain.xlsx").read_bytes()
    for data in (
        good[: len(good) // 2],
        b"PK",
        _changed(good, "xl/worksheets/sheet1.xml", b"<row", b"<raw"),
        _changed(good, "xl/workbook.xml", b"<", b""),
    ):
        with pytest.raises(RosterError, match="damaged"):
            read_workbook(data)


def test_what_unpacks_to_very_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trouble, "MOST_UNPACKED", 1000)
    with pytest.raises(RosterError, match="too large"):
        read_workbook((FILES / "plain.xlsx").read_bytes())


def test_a_workbook_is_known_by_its_first_bytes() -> None:
    assert is_workbook(b"PK\x03\x04")
    assert not is_workbook(b"name,company")


def _changed(data: bytes, part: str, old: bytes, new: bytes) -> bytes:
    """Return a workbook with something changed in one of its parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(made, "w") as target:
        for info in source.infolist():
            content = source.read(info)
            target.writestr(info, content.replace(old, new) if info.filename == part else content)
    return made.getvalue()
