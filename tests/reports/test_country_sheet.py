"""What the sheet of a country says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from pdo_app.content.building import build
from pdo_app.content.library import Library
from pdo_app.content.model import Country, Holiday, Holidays, Portal, Region, Text
from pdo_app.records import Mode
from pdo_app.reports.bilingual import Words
from pdo_app.reports.country_sheet import (
    MOST_REGIONAL,
    CountryPart,
    CountrySheet,
    Kind,
    country_sheet,
)
from pdo_app.texts import Texts

TODAY = date(2026, 11, 24)
TINY = Path(__file__).parents[1] / "packs" / "tiny"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """The tiny pack, compiled."""
    folder = tmp_path_factory.mktemp("packs")
    build(TINY, folder / "tiny.pdopack")
    opened = Library.open(folder)
    yield opened
    opened.close()


@pytest.fixture
def germany(library: Library) -> Country:
    found = library.country("DE")
    assert found is not None
    return found


def sheet(
    library: Library,
    country: Country,
    catalogues: Path,
    mode: Mode = Mode.BOTH,
    today: date = TODAY,
) -> CountrySheet:
    return country_sheet(country, library, Texts(catalogues, mode), {"emergency": "Help"}, today)


def part(made: CountrySheet, title: str) -> CountryPart:
    return next(p for p in made.parts if title in (p.title.first, p.title.second))


def test_its_head(library: Library, germany: Country, catalogues: Path) -> None:
    made = sheet(library, germany, catalogues)
    assert made.title == Words("德国", "Germany")
    assert made.document == "德国 Germany"
    assert "Capital: 柏林" in made.about[0].first
    assert made.about[0].second == "Capital: Berlin · Language: German · Currency: Euro EUR"
    assert made.about[1].second == "European Union · Schengen area · Euro area"
    assert "24 November 2026" in made.foot.second
    outside = replace(germany, european_union=False, schengen=False, euro=False)
    assert len(sheet(library, outside, catalogues).about) == 1


def test_numbers_and_facts_have_their_sources(
    library: Library, germany: Country, catalogues: Path
) -> None:
    made = sheet(library, germany, catalogues)
    (number,) = part(made, "Help").rows
    assert number.lead == Words("112")
    (source,) = number.sources
    assert "2026-11-20 核对" in source
    country = replace(
        germany,
        embassy=("de.minimum_wage", "gone.fact"),
        facts=("de.minimum_wage", "eu.112"),
        emergency=(),
    )
    made = sheet(library, country, catalogues)
    fact = library.fact("de.minimum_wage")
    embassy = part(made, "Embassy and consulates")
    assert [row.lead.first for row in embassy.rows] == [fact.text.zh]
    assert embassy.rows[0].words == Words(fact.label.zh, fact.label.en)
    row = part(made, "Rules and figures").rows[0]
    assert row.lead == Words(fact.label.zh, fact.label.en)
    assert row.words.second.lower() == fact.text.en.lower()
    assert "Confirm first" in row.sources[0]
    assert [row.lead.first for row in part(made, "Help").rows] == [library.fact("eu.112").text.zh]


def test_what_is_past_its_review_says_so(
    library: Library, germany: Country, catalogues: Path
) -> None:
    country = replace(germany, facts=("de.minimum_wage",))
    made = sheet(library, country, catalogues, today=date(2031, 1, 1))
    assert "Check again" in part(made, "Rules and figures").rows[0].sources[0]


def test_confirmed_facts_scopes_and_offices(
    library: Library, germany: Country, catalogues: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = library.fact("de.minimum_wage")
    facts = {
        "sure": replace(known, id="sure", confirmed=True, scope=Text("都算", "everybody")),
        "ask": replace(known, id="ask", confirm_at=Text("海关", "customs"), scope=None),
        "open": replace(known, id="open", confirm_at=None, scope=None),
    }
    monkeypatch.setattr(library, "fact", lambda name: facts[name])
    country = replace(germany, facts=tuple(facts), emergency=germany.emergency)
    made = sheet(library, country, catalogues, Mode.ENGLISH)
    sure, ask, unsure = part(made, "Rules and figures").rows
    assert sure.notes == (Words("Everybody"),)
    assert sure.sources[0].endswith("checked 2026-11-20")
    assert ask.notes == ()
    assert ask.sources[0].endswith("Confirm first · Ask customs")
    assert unsure.sources[0].endswith("Confirm first")
    assert not any(p.title.first == "Help" for p in made.parts), "no fact, no number"


def test_holidays_of_this_year_and_the_next(
    library: Library, germany: Country, catalogues: Path
) -> None:
    made = sheet(library, germany, catalogues)
    years = [p for p in made.parts if p.kind is Kind.HOLIDAYS]
    assert [p.title.second for p in years] == ["Public holidays 2026", "Public holidays 2027"]
    first = years[0].rows[0]
    assert first.lead == Words("1月1日 星期四", "Thursday 1 January")
    assert first.words == Words("新年", "New Year's Day · Neujahr")
    epiphany = years[0].rows[1]
    assert epiphany.notes == (Words("Only in Baden-Württemberg, 巴伐利亚州, Sachsen-Anhalt"),)
    english = sheet(library, germany, catalogues, Mode.ENGLISH)
    row = next(p for p in english.parts if p.kind is Kind.HOLIDAYS).rows[0]
    assert row.words == Words("New Year's Day", "Neujahr")


def test_holidays_of_too_many_cities_are_counted(
    library: Library, germany: Country, catalogues: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = tuple(
        Holiday(date(2026, 1 + at // 28, 1 + at % 28), Text("节", "Day"), "Day", ("X",))
        for at in range(MOST_REGIONAL + 1)
    )
    whole = Holiday(date(2026, 12, 25), Text("圣诞节", "Christmas Day"), "Christmas Day")
    found = Holidays("DE", (*many, whole), (Region("X", Text("X", "X")),))
    monkeypatch.setattr(library, "holidays", lambda _code: found)
    (year,) = [p for p in sheet(library, germany, catalogues).parts if p.kind is Kind.HOLIDAYS]
    assert [row.words for row in year.rows] == [Words("圣诞节", "Christmas Day")]
    assert year.note.second.startswith(f"{MOST_REGIONAL + 1} more days")
    monkeypatch.setattr(library, "holidays", lambda _code: None)
    made = sheet(library, germany, catalogues)
    assert not any(p.kind is Kind.HOLIDAYS for p in made.parts)


def test_sentences_by_group(library: Library, germany: Country, catalogues: Path) -> None:
    phrase = germany.phrases[0]
    found = part(sheet(library, germany, catalogues), "Say it · Help")
    assert found.rows[0].lead == Words(phrase.local, phrase.reading)
    assert found.rows[0].words == Words(phrase.meaning.zh, phrase.meaning.en)
    assert found.note.first
    english = part(sheet(library, germany, catalogues, Mode.ENGLISH), "Say it · Help")
    assert english.rows[0].lead == Words(phrase.local)
    two = replace(germany, phrases=(phrase, replace(phrase, group="own")))
    notes = [p.note for p in sheet(library, two, catalogues).parts if p.kind is Kind.PHRASES]
    assert [bool(note.first) for note in notes] == [False, True], "once, below the last"
    none = sheet(library, replace(germany, phrases=()), catalogues)
    assert not any(p.kind is Kind.PHRASES for p in none.parts)
    read = replace(germany, phrases=(replace(phrase, reviewed=True, group="own"),))
    assert part(sheet(library, read, catalogues), "Say it · own").note == Words("")


def test_sites_and_surprises(library: Library, germany: Country, catalogues: Path) -> None:
    country = replace(
        germany,
        portals=(Portal(Text("官网", "Official site"), "https://example.org"),),
        surprises=(Text("星期天关门。", "Closed on Sundays."),),
    )
    made = sheet(library, country, catalogues)
    (row,) = part(made, "Official sites").rows
    assert (row.lead, row.words) == (Words("官网", "Official site"), Words("https://example.org"))
    (row,) = part(made, "What surprises many people there").rows
    assert row.words == Words("星期天关门。", "Closed on Sundays.")
