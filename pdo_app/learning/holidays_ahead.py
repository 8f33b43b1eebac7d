"""Which public holidays are next, and which a year has."""

from __future__ import annotations

from datetime import date

from pdo_app.content.model import Holiday, Holidays, Text


def ahead(holidays: Holidays, today: date, most: int) -> tuple[Holiday, ...]:
    """Return the next holidays of the whole country, today's own first, ``most`` at most."""
    coming = (day for day in holidays.days if day.day >= today and not day.regions)
    return tuple(coming)[:most]


def by_year(holidays: Holidays, first: int, years: int = 2) -> dict[int, tuple[Holiday, ...]]:
    """Return the holidays of ``first`` and the years after it, without years that have none."""
    found = {
        year: tuple(day for day in holidays.days if day.day.year == year)
        for year in range(first, first + years)
    }
    return {year: days for year, days in found.items() if days}


def kept_in(holidays: Holidays, holiday: Holiday) -> tuple[Text, ...]:
    """Return the names of the regions that keep a holiday, nothing where the whole country
    does."""
    names = {region.code: region.name for region in holidays.regions}
    return tuple(names.get(code, Text(code, code)) for code in holiday.regions)
