"""Bytes become text, text becomes rows."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pdo_app.exchange.plain_text import decoded, split
from pdo_app.exchange.trouble import RosterError

TEXT = "姓名,单位\r\n陈喆,中建一局\r\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "UTF-8"),
        (codecs.BOM_UTF8 + TEXT.encode(), "UTF-8"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "UTF-16"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "UTF-16"),
        (TEXT.encode("utf-16-le"), "UTF-16"),
        (TEXT.encode("utf-16-be"), "UTF-16"),
        (TEXT.encode("gbk"), "GB18030"),
        (TEXT.replace("喆", "㐀").encode("gb18030"), "GB18030"),
    ],
)
def test_every_encoding_is_found(data: bytes, encoding: str) -> None:
    found = decoded(data)
    assert found.encoding == encoding
    assert found.text.replace("㐀", "喆") == TEXT


@pytest.mark.parametrize(
    "data",
    [
        b"\xff\xff\xff\xff",
        bytes(range(256)),
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        b"%PDF-1.7",
        b"<html><table><tr><td>x",
        b"  <?xml version='1.0'?>",
        b"{\\rtf1 x}",
        codecs.BOM_UTF16_LE + b"\0",
        b"name\x01x",
    ],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(RosterError, match="neither a text nor"):
        decoded(data)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        text = decoded(data).text
        split(text)
    except RosterError:
        pass


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_delimiter_is_found(delimiter: str) -> None:
    text = f'姓名{delimiter}单位\n王{delimiter}"a{delimiter}b, c; d\ne ""f"""\n'
    found, lines = split(text)
    assert found == delimiter
    assert lines[1] == (2, ["王", f'a{delimiter}b, c; d\ne "f"'])


def test_the_head_decides_where_marks_are_mixed() -> None:
    assert split("姓名;单位\nWang, Haitao; A, B\nLiu, Xiuying; C, D\n")[0] == ";"


def test_empty_rows_are_left_out_and_counted() -> None:
    assert split("a,b\n\n , \nc,d\n")[1] == [(1, ["a", "b"]), (4, ["c", "d"])]


def test_all_three_line_ends_are_known() -> None:
    assert [cells for _, cells in split("a\r\nb\rc\nd")[1]] == [["a"], ["b"], ["c"], ["d"]]


@pytest.mark.parametrize("rows", [30, 40_000])
def test_a_quotation_mark_that_is_never_closed_is_said(rows: int) -> None:
    with pytest.raises(RosterError, match="A quotation mark in row 2"):
        split('name,company\n"Wang,x\n' + "Liu,y\n" * rows)


def test_very_wide_rows_are_cut() -> None:
    assert len(split(",".join("x" * 200))[1][0][1]) == 64
