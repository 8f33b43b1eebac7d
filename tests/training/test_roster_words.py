from __future__ import annotations

from datetime import date

import pytest

from pdo_app.training.roster_words import WordsError, day, destination, name_key, phone, yes

DAY = date(2026, 12, 7)


@pytest.mark.parametrize(
    ("one", "two"),
    [("王 芳", "王芳"), ("Ｗang Fang", "wang  fang"), (" 李伟\u3000", "李伟")],
)
def test_names_that_are_compared(one: str, two: str) -> None:
    assert name_key(one) == name_key(two)


@pytest.mark.parametrize(
    "words",
    [
        "2026-12-07",
        "2026/12/7",
        "2026.12.7",
        "2026年12月7日",
        "2026 年 12 月 7 日",
        "20261207",
        "7.12.2026",
        "２０２６-12-07",
        "2026-12-07 00:00:00",
        "2026-12-07T00:00",
    ],
)
def test_dates(words: str) -> None:
    assert day(words) == DAY


@pytest.mark.parametrize("words", ["", "  "])
def test_no_date(words: str) -> None:
    assert day(words) is None


@pytest.mark.parametrize(
    "words", ["07/12/2026", "2026-13-01", "soon", "2026", "31.2.2026", "46000"]
)
def test_dates_that_cannot_be_read(words: str) -> None:
    with pytest.raises(WordsError, match="cannot be read"):
        day(words)


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("是", True),
        ("YES", True),
        ("√", True),
        ("否", False),
        ("n", False),
        ("0", False),
        (" ", None),
    ],
)
def test_yes_and_no(words: str, wanted: bool | None) -> None:
    assert yes(words) is wanted


def test_neither_yes_nor_no() -> None:
    with pytest.raises(WordsError, match="not maybe"):
        yes("maybe")


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("138 0013 8042", "8042"),
        ("8042", "8042"),
        ("13800138042.0", "8042"),
        ("８０４２", "8042"),
        ("", ""),
    ],
)
def test_only_four_digits_of_a_phone_are_kept(words: str, wanted: str) -> None:
    assert phone(words) == wanted


@pytest.mark.parametrize("words", ["42", "none"])
def test_a_phone_of_too_few_digits(words: str) -> None:
    with pytest.raises(WordsError, match="fewer than four"):
        phone(words)


def test_destinations() -> None:
    codes = {"de": "DE", "德国": "DE", "germany": "DE"}

    assert [destination(words, codes) for words in ("DE", "德国", " Germany", "")] == [
        "DE",
        "DE",
        "DE",
        "",
    ]
    with pytest.raises(WordsError, match="Atlantis is not in the list"):
        destination("Atlantis", codes)
