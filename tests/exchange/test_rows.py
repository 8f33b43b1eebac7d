"""Cells become rows; what may not be kept is taken out and said."""

from __future__ import annotations

import pytest

from pdo_app.exchange.heads import FIELDS, Heads
from pdo_app.exchange.rows import PAPER_TAKEN_OUT, PHONE_CUT, neutral, read, tidy
from pdo_app.records import RosterRow

ALL = Heads({name: at for at, name in enumerate(FIELDS)})


def phone(words: str, head: str = "") -> tuple[str, list[str]]:
    heads = Heads({"name": 0, "phone": 1}, {"phone": head})
    found = read(1, ["王", words], heads)
    return found.row.phone, [note.text for note in found.notes]


def test_words_are_trimmed_not_judged() -> None:
    cells = [" 王\u200b 海涛 ", "中建\n一局", "", "2026-13-99", "—", "-", "12"]
    found = read(7, cells, ALL)
    assert found.row == RosterRow(7, "王 海涛", "中建 一局", "", "2026-13-99", "", "-", "12")
    assert not found.notes


def test_a_short_row_leaves_the_rest_empty() -> None:
    assert read(1, ["王"], ALL).row == RosterRow(1, "王")


@pytest.mark.parametrize(
    "words", ["13912345678", "+86 139-1234-5678", "１３９１２３４５６７８", "0086 13912345678"]
)
def test_a_whole_phone_leaves_its_last_four_digits(words: str) -> None:
    assert phone(words) == ("5678", [PHONE_CUT.text])


def test_four_digits_are_taken_as_they_are() -> None:
    assert phone("0047") == ("0047", [])


@pytest.mark.parametrize("head", ["手机后四位", "手机尾号", "Last four digits"])
def test_zeros_that_a_spreadsheet_took_away_come_back(head: str) -> None:
    assert phone("47", head) == ("0047", [])
    assert phone("47") == ("47", [])  # too few, which the preview says


def test_a_phone_that_a_spreadsheet_shortened_is_left_out() -> None:
    kept, notes = phone("1.39E+10")
    assert kept == ""
    assert notes == ["A spreadsheet has shortened the phone {words}. It was left out."]


@pytest.mark.parametrize("words", ["11010119900307231X", "110101199003072316", "E12345678"])
def test_a_number_of_a_paper_is_never_taken(words: str) -> None:
    assert phone(words) == ("", [PAPER_TAKEN_OUT.text])
    found = read(1, [f"王海涛 {words}", words, f"（{words}）"], ALL)
    assert words not in repr(found.row)
    assert found.row.name == "王海涛"
    assert found.notes == (PAPER_TAKEN_OUT,)  # said once


@pytest.mark.parametrize(
    "words",
    [
        *("110101900307231", "EA1234567", "g12345678"),
        *("１１０１０１１９９００３０７２３１６", "110101 19900307 231X", "E 1234-5678"),
    ],
)
def test_old_cards_and_passports_are_known(words: str) -> None:
    assert read(1, ["王", words], ALL).row.company == ""


@pytest.mark.parametrize("words", ["公司12345678", "123456789", "AB12", "2026-12-17"])
def test_other_numbers_stay(words: str) -> None:
    assert read(1, ["王", words], ALL).row.company == words


@pytest.mark.parametrize("words", ["=1+1", "+8613", "-2", "@sum", "\tx", "\rx"])
def test_formulas_become_words_and_come_back(words: str) -> None:
    assert neutral(words) == "'" + words
    assert tidy(neutral(words)) == words.strip() or words[0] in "\t\r"


def test_other_words_stay() -> None:
    assert neutral("王") == "王"
    assert tidy("'王") == "'王"


def test_signs_that_no_file_can_hold_are_left_out() -> None:
    words = "远大\x00\x07公司\v\f\x1e分部\x7f\ud800\uffff"
    assert neutral(words) == "远大公司   分部"
    assert tidy(words) == "远大公司 分部"
    assert neutral("\x00=1") == "'=1"
