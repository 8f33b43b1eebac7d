"""The templates that the application brings along, for every kind of class."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from pdo_app import paths
from pdo_app.content.library import Library
from pdo_app.records import Group, Sector
from pdo_app.training import agenda, planning

from .conftest import DAY

TEMPLATES = ("half-day", "one-day", "two-days")
COUNTRIES = ("AT", "DE", "IT")


@pytest.fixture(scope="module")
def library() -> Iterator[Library]:
    library = Library.open(paths.built_in_packs())
    yield library
    library.close()


def taught(library: Library, template: str, *asks: str) -> tuple[int, set[str]]:
    """Return the minutes of a plan and the names of its parts."""
    plan = planning.from_template(library, template, DAY, asks)
    parts = [one for half in plan for one in half.segments]
    return agenda.minutes(parts), {one.id.partition("-")[2] for one in parts}


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("sector", Sector)
@pytest.mark.parametrize("country", COUNTRIES)
def test_country_and_sector_have_their_parts_within_the_hours(
    library: Library, template: str, sector: Sector, country: str
) -> None:
    minutes, parts = taught(library, template, country, sector, Group.FIRST_TIMERS)
    assert {sector.value, f"guide-{country.lower()}"} <= parts
    assert ("first-timers" in parts) is (template != "half-day")
    assert minutes == library.template(template).hours * 60


@pytest.mark.parametrize("template", TEMPLATES)
def test_what_a_class_does_not_need_stays_out(library: Library, template: str) -> None:
    minutes, parts = taught(library, template, "FR", "fishing")
    assert not parts & {*Sector, "guide-de", "guide-at", "guide-it", "first-timers", "witness"}
    assert minutes == library.template(template).hours * 60


def test_modules_in_hours_adapt_where_there_is_room(library: Library) -> None:
    asks = ("DE", "construction", "first_timers")
    plan = planning.from_modules(library, ["core/m05", "core/m06", "core/m08"], 720, DAY, asks)
    parts = [one.id.partition("-")[2] for half in plan for one in half.segments]
    assert {"guide-de", "construction", "first-timers"} <= set(parts)
    short = planning.from_modules(library, ["core/m08"], 150, DAY, asks)
    assert agenda.minutes(one for half in short for one in half.segments) <= 150
