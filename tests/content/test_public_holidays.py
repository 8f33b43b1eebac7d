"""Public holidays as the package reckons them, with names of our own."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from pdo_app.content.library import Library
from pdo_app.content.model import Holiday, Region, Text
from pdo_app.content.public_holidays import Names, public_holidays

YEARS = range(2026, 2029)


def every_name(country: str) -> tuple[Names, list[str]]:
    missing = public_holidays(country, YEARS, Names())[1]
    return Names(names={name: f"名{at}" for at, name in enumerate(missing)}), missing


def days_of(country: str) -> dict[tuple[date, str], Holiday]:
    found, missing = public_holidays(country, YEARS, every_name(country)[0])
    assert found is not None
    assert missing == []
    assert [day.day for day in found.days] == sorted(day.day for day in found.days)
    return {(day.day, day.name.en): day for day in found.days}


def test_the_whole_country_and_its_regions() -> None:
    germany = days_of("DE")
    assert germany[date(2026, 10, 3), "German Unity Day"].regions == ()
    assert germany[date(2026, 12, 25), "Christmas Day"].local == "Erster Weihnachtstag"
    assert germany[date(2026, 11, 18), "Repentance and Prayer Day"].regions == ("SN",)
    # A city is named only where its region does not keep the day.
    assert germany[date(2026, 1, 6), "Epiphany"].regions == ("BW", "BY", "ST")
    assert germany[date(2026, 8, 8), "Augsburg Peace Festival"].regions == ("Augsburg",)


def test_a_day_that_every_region_keeps_is_that_of_the_country() -> None:
    assert days_of("CH")[date(2026, 8, 1), "National Day"].regions == ()
    assert days_of("CH")[date(2026, 1, 1), "New Year's Day"].regions == ()


def test_two_names_of_one_day_are_paired() -> None:
    romania = days_of("RO")
    assert romania[date(2026, 6, 1), "Pentecost"].local == "Rusaliile"
    assert romania[date(2026, 6, 1), "Children's Day"].local == "Ziua Copilului"


def test_forms_round_a_name() -> None:
    names = Names(
        names={"Day off": "调休日", "Christmas Day": "圣诞节", "Labor Day": "劳动节"},
        english={"Labor Day": "Labour Day"},
        forms={
            "{name} (observed)": Text("{name}（补假）", "{name} (day in lieu)"),
            "{name} (substituted from {day})": Text("{name}（{day}上班）", "{name}, {day}"),
        },
    )
    assert names.of("Christmas Day") == Text("圣诞节", "Christmas Day")
    assert names.of("Labor Day (observed)") == Text("劳动节（补假）", "Labour Day (day in lieu)")
    assert names.of("Day off (substituted from 01/10/2026)") == Text(
        "调休日（2026 年 1 月 10 日上班）", "Day off, 10 January 2026"
    )
    assert names.of("Something (observed)") is None
    assert names.of("Something") is None


def test_regions_have_names() -> None:
    names, _ = every_name("DE")
    ours = Names(names=names.names, regions={"DE": {"BY": Text("巴伐利亚州", "Bavaria")}})
    found, _ = public_holidays("DE", YEARS, ours)
    assert found is not None
    named = {region.code: region for region in found.regions}
    assert named["BY"] == Region("BY", Text("巴伐利亚州", "Bavaria"))
    assert named["SN"].name == Text("Sachsen", "Sachsen")
    assert named["Augsburg"].name.zh == "Augsburg"
    assert {code for day in found.days for code in day.regions} == set(named)


def test_a_country_that_the_package_does_not_know() -> None:
    assert public_holidays("ZZ", YEARS, Names()) == (None, [])


def test_the_library_has_them(packs: Path) -> None:
    library = Library.open(packs)
    norway = library.holidays("NO")
    assert norway is not None
    assert {day.day.year for day in norway.days} == set(YEARS)
    assert norway.days[0] == Holiday(
        date(2026, 1, 1), Text("新年", "New Year's Day"), "Første nyttårsdag"
    )
    assert library.holidays("FR") is None
    library.close()
