"""Words and dates in two languages, from the shipped catalogues."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from pdo_app import paths
from pdo_app.errors import Message
from pdo_app.records import Mode
from pdo_app.texts import EN, ZH, Texts


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Catalogues compiled anew, so that no stale file speaks."""
    source = paths.translations() / "zh_CN" / "LC_MESSAGES" / "pdo_app.po"
    target = tmp_path / "zh_CN" / "LC_MESSAGES" / "pdo_app.mo"
    target.parent.mkdir(parents=True)
    with source.open("rb") as read, target.open("wb") as written:
        write_mo(written, read_po(read))
    return tmp_path


def test_a_word_in_either_language(folder: Path) -> None:
    texts = Texts(folder)
    assert texts.say("Home") == "首页"
    assert texts.say("Home", EN) == "Home"


def test_what_a_mode_shows(folder: Path) -> None:
    assert (Texts(folder, Mode.BOTH).main, Texts(folder, Mode.BOTH).second) == (ZH, EN)
    assert (Texts(folder, Mode.CHINESE).main, Texts(folder, Mode.CHINESE).second) == (ZH, None)
    assert (Texts(folder, Mode.ENGLISH).main, Texts(folder, Mode.ENGLISH).second) == (EN, None)


def test_a_missing_word_gives_the_source(folder: Path) -> None:
    assert Texts(folder).say("No catalogue has this {n}", n=3) == "No catalogue has this 3"
    assert Texts(folder).say("") == ""


def test_a_missing_catalogue_gives_english(tmp_path: Path) -> None:
    assert Texts(tmp_path).say("Home") == "Home"


def test_plurals(folder: Path) -> None:
    texts = Texts(folder)
    one, many = "{n} minute left", "{n} minutes left"
    assert texts.count(one, many, 1, EN) == "1 minute left"
    assert texts.count(one, many, 1200, EN) == "1,200 minutes left"
    assert texts.count(one, many, 2) == "还剩 2 分钟"


def test_a_message_is_filled_after_translation(folder: Path) -> None:
    message = Message("Best {share}", {"share": "80%"})
    assert Texts(folder).message(message) == "最好 80%"
    assert Texts(folder).message(message, EN) == "Best 80%"


@pytest.mark.parametrize(
    ("form", "zh", "en"),
    [
        ("long", "2026年12月17日", "17 December 2026"),
        ("day", "12月17日", "17 December"),
        ("month", "2026年12月", "December 2026"),
        ("weekday", "星期四", "Thursday"),
        ("short_weekday", "周四", "Thu"),
        ("weekday_day", "12月17日 星期四", "Thursday 17 December"),
    ],
)
def test_dates(folder: Path, form: str, zh: str, en: str) -> None:
    texts = Texts(folder)
    day = date(2026, 12, 17)
    assert (texts.date(day, form), texts.date(day, form, EN)) == (zh, en)


def test_numbers_names_and_times(folder: Path) -> None:
    texts = Texts(folder)
    assert texts.number(20000) == "20,000"
    assert texts.percent(0.8) == "80%"
    assert (texts.country("DE"), texts.country("CZ", EN)) == ("德国", "Czechia")
    assert (texts.spoken("de"), texts.spoken("de", EN)) == ("德语", "German")
    assert (texts.country("XX!"), texts.spoken("xx!")) == ("XX!", "xx!")
    assert texts.time(datetime(2026, 11, 24, 9, 5)) == "09:05"  # noqa: DTZ001 - any zone will do
