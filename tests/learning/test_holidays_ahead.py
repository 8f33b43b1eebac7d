"""The next public holidays."""

from __future__ import annotations

from datetime import date

from pdo_app.content.model import Holiday, Holidays, Region, Text
from pdo_app.learning.holidays_ahead import ahead, by_year, kept_in


def holiday(day: str, *regions: str) -> Holiday:
    return Holiday(date.fromisoformat(day), Text("节", day), day, regions)


DAYS = Holidays(
    "DE",
    (
        holiday("2026-01-01"),
        holiday("2026-11-18", "SN"),
        holiday("2026-12-25"),
        holiday("2026-12-26"),
        holiday("2027-01-01"),
        holiday("2027-01-06", "BW", "BY"),
    ),
    (Region("SN", Text("萨克森州", "Saxony")), Region("BY", Text("巴伐利亚州", "Bavaria"))),
)


def test_what_the_whole_country_keeps_comes_next() -> None:
    found = ahead(DAYS, date(2026, 11, 1), 2)
    assert [day.local for day in found] == ["2026-12-25", "2026-12-26"]
    assert [day.local for day in ahead(DAYS, date(2026, 12, 26), 5)] == ["2026-12-26", "2027-01-01"]
    assert ahead(DAYS, date(2029, 1, 1), 5) == ()


def test_years() -> None:
    found = by_year(DAYS, 2026)
    assert {year: len(days) for year, days in found.items()} == {2026: 4, 2027: 2}
    assert list(by_year(DAYS, 2027)) == [2027]
    assert by_year(DAYS, 2030) == {}


def test_regions_by_name() -> None:
    assert kept_in(DAYS, DAYS.days[0]) == ()
    assert kept_in(DAYS, DAYS.days[1]) == (Text("萨克森州", "Saxony"),)
    assert kept_in(DAYS, DAYS.days[5]) == (Text("BW", "BW"), Text("巴伐利亚州", "Bavaria"))
