"""Whole files: those that LibreOffice wrote, those that are refused, those that we write."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from openpyxl import load_workbook

from pdo_app.errors import WriteError
from pdo_app.exchange import trouble
from pdo_app.exchange.heads import FIELDS
from pdo_app.exchange.roster_file import read_pasted, read_roster, write_csv, write_xlsx
from pdo_app.exchange.trouble import RosterError
from pdo_app.records import RosterRow

FILES = Path(__file__).parent / "files"
HEADS = {name: name.title() for name in FIELDS}
ROWS = (
    RosterRow(2, "王海涛", "中建一局", "德国", "2026-12-17", "电焊工", "是", "0047"),
    RosterRow(3, "=1+1", "+86", "-x", "@y", 'a "b", c; d', "", ""),
)


@pytest.mark.parametrize(
    ("name", "encoding", "delimiter"),
    [
        ("utf8_no_mark.csv", "UTF-8", ","),
        ("utf8_bom_semicolons.csv", "UTF-8", ";"),
        ("utf16.csv", "UTF-16", "\t"),
        ("gbk_windows.csv", "GB18030", ","),
        ("gb18030_tabs.csv", "GB18030", "\t"),
        ("plain.xlsx", "", ""),
    ],
)
def test_what_a_real_program_wrote_is_read(name: str, encoding: str, delimiter: str) -> None:
    found = read_roster(FILES / name)
    assert (found.encoding, found.delimiter) == (encoding, delimiter)
    assert found.sheet == ("Sheet1" if name.endswith("xlsx") else "")
    bracket = "(青岛)" if "(" in found.rows[0].company else "（青岛）"
    assert found.rows == (
        RosterRow(2, "王海涛", f"中建一局{bracket}", "德国", "2026-12-17", "电焊工", "是", "3812"),
        RosterRow(3, "刘秀英", "山东对外劳务", "Germany", "2026/12/17", "护理", "否", "0047"),
        RosterRow(4, "陈喆", 'A, "B"; C', "奥地利", "2027年1月5日", "厨师", "", "5678"),
        RosterRow(5, "阿依古丽·买买提", "山东 对外劳务", "IT"),
        RosterRow(6, "O'Brien, Wang", "", "意大利", "2027-01-05", "cook", "no", "1234"),
    )
    assert found.columns["phone"] == "手机后四位"
    assert list(found.notes) == [4]
    assert [problem.in_english() for problem in found.problems] == [
        "Phones of which only the last four digits were taken: 1."
    ]


def test_five_thousand_rows_are_read() -> None:
    found = read_roster(FILES / "five_thousand.xlsx")
    assert len(found.rows) == 5000
    assert found.rows[-1].phone == "4999"


def test_one_more_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "many.csv"
    file.write_text("姓名\n" + "王\n" * 5001, "utf-8")
    with pytest.raises(RosterError, match="more than 5000 rows"):
        read_roster(file)


def test_a_file_without_a_head_is_read(tmp_path: Path) -> None:
    file = tmp_path / "plain.csv"
    file.write_text("王海涛,中建一局,德国\n刘秀英,,Germany\n", "utf-8")
    found = read_roster(file, ("德国", "Germany"))
    assert [(row.line, row.name, row.destination) for row in found.rows] == [
        (1, "王海涛", "德国"),
        (2, "刘秀英", "Germany"),
    ]
    assert found.columns == {"name": "", "company": "", "destination": ""}
    assert [problem.in_english() for problem in found.problems] == [
        "There is no header row. The columns were recognised by what is in them."
    ]


def test_columns_that_are_not_taken_are_said(tmp_path: Path) -> None:
    file = tmp_path / "ids.csv"
    file.write_text("姓名,身份证号,性别\n王海涛,110101199003072316,男\n,,女\n", "utf-8")
    found = read_roster(file)
    assert found.rows == (RosterRow(2, "王海涛"),)
    assert [problem.in_english() for problem in found.problems] == [
        "These columns are not taken: 身份证号, 性别."
    ]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "nothing in it"),
        (b"\r\n \n", "nothing in it"),
        (b",,,\n", "nothing in it"),
        ("姓名,单位\n".encode(), "no person below"),
        ("姓名,序号\n,1\n".encode(), "no person below"),
        ("单位,电话\n中建,1234\n".encode(), "No column of names was found among: 单位, 电话"),
        (b"x" * 10_000_000, "too large"),
        (b"PK\x03\x04 a zip with another name", "damaged"),
        (b"\x89PNG\r\n\x1a\n\0\0", "neither a text"),
    ],
)
def test_what_is_no_roster_is_refused(tmp_path: Path, content: bytes, words: str) -> None:
    file = tmp_path / "roster.xlsx"
    file.write_bytes(content)
    with pytest.raises(RosterError, match=words) as caught:
        read_roster(file)
    assert caught.value.advice.in_english()


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(RosterError, match=r"The file gone\.csv cannot be opened"):
        read_roster(tmp_path / "gone.csv")


def test_what_was_copied_from_a_spreadsheet_is_read() -> None:
    found = read_pasted('王海涛\t"中建\n一局"\t德国\r\n刘秀英\t\tGermany\r\n', ["德国", "Germany"])
    assert found.delimiter == "\t"
    assert found.rows[0] == RosterRow(1, "王海涛", "中建 一局", "德国")


def test_names_from_a_message_are_read() -> None:
    assert [row.name for row in read_pasted("王海涛\n\n刘秀英").rows] == ["王海涛", "刘秀英"]
    assert read_pasted("姓名;电话\n王;1234").rows[0].phone == "1234"


def test_pasting_nothing_or_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(RosterError, match="nothing in it"):
        read_pasted(" \n")
    monkeypatch.setattr(trouble, "MOST_BYTES", 10)
    with pytest.raises(RosterError, match="too large"):
        read_pasted("王" * 11)


def test_a_csv_opens_right_and_holds_no_formula(tmp_path: Path) -> None:
    file = tmp_path / "out.csv"
    write_csv(file, HEADS, ROWS)
    data = file.read_bytes()
    assert data.startswith(b"\xef\xbb\xbfName,Company,")
    assert data.count(b"\r\n") == 3
    lines = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    assert lines[2][:5] == ["'=1+1", "'+86", "'-x", "'@y", 'a "b", c; d']
    assert read_roster(file).rows == ROWS


def test_a_workbook_holds_words_alone(tmp_path: Path) -> None:
    file = tmp_path / "out.xlsx"
    write_xlsx(file, HEADS, ROWS)
    sheet = load_workbook(file).worksheets[0]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {
        *("s", "inlineStr", "n")
    }
    assert sheet["A3"].value == "'=1+1"
    assert sheet["G2"].value == "0047"
    assert read_roster(file).rows == ROWS


@pytest.mark.parametrize("write", [write_csv, write_xlsx])
def test_a_file_that_cannot_be_written_is_said(tmp_path: Path, write: object) -> None:
    assert callable(write)
    with pytest.raises(WriteError, match="cannot be written here"):
        write(tmp_path / "no" / "folder.csv", HEADS, ROWS)
    (tmp_path / "taken").mkdir()
    with pytest.raises(WriteError, match="cannot be written here"):
        write(tmp_path / "taken", HEADS, ROWS)
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]
