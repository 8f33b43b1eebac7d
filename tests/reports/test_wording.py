from datetime import date
from pathlib import Path

from pdo_app.content.model import Text
from pdo_app.records import Mode
from pdo_app.reports.bilingual import Words
from pdo_app.reports.wording import BOTH, Wording, in_a_row, joined
from pdo_app.texts import Texts


def wording(folder: Path, mode: Mode = Mode.BOTH) -> Wording:
    return Wording(Texts(folder, mode))


def test_it_speaks_the_languages_of_the_mode(catalogues: Path) -> None:
    assert wording(catalogues).say("Came late") == Words("迟到", "Came late")
    assert wording(catalogues, Mode.ENGLISH).say("Came late") == Words("Came late")
    always = Wording(Texts(catalogues, Mode.ENGLISH), BOTH)
    assert always.say("Came late") == Words("迟到", "Came late")
    assert always.text(Text("甲", "a")) == Words("甲", "a")
    assert always.count("{n} day", "{n} days", 2).second == "2 days"
    assert always.number(1.5).second == "1.5"
    assert always.same("x") == Words("x")


def test_a_value_may_depend_on_the_language(catalogues: Path) -> None:
    said = wording(catalogues).say("Departure on {day}", day=lambda tongue: f"<{tongue}>")
    assert said == Words("<zh>出发", "Departure on <en>")


def test_days_are_one_or_the_first_and_the_last(catalogues: Path) -> None:
    words = wording(catalogues)
    first, last = date(2026, 12, 1), date(2026, 12, 2)
    assert words.days(()) == Words("")
    assert words.days((first, first)) == Words("2026年12月1日", "1 December 2026")
    assert words.days((last, first)).first == "2026年12月1日至12月2日"
    assert words.days((last, first)).second == "1 December – 2 December 2026"
    over = words.days((date(2026, 12, 31), date(2027, 1, 1)))
    assert over.second == "31 December 2026 – 1 January 2027"


def test_words_are_joined_without_empty_ones() -> None:
    assert joined((Words("甲", "a"), Words(""), Words("乙", "b"))) == Words("甲 · 乙", "a · b")
    assert joined(()) == Words("")
    assert in_a_row(Words("甲", "a")) == "甲 a"
    assert in_a_row(Words("甲")) == "甲"
