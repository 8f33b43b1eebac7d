"""Public holidays of a country and its regions, reckoned by the package ``holidays``.

For building packs only: the application reads the days from the pack. The package gives English
and local names; Chinese ones, and what its English spells otherwise than we do, come from the
pack's own table (:class:`Names`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache

import holidays

from pdo_app.content.model import Holiday, Holidays, Region, Text

_ENGLISH = "en_US"
_TOGETHER = "; "
"""Between the names of one day, in the package."""
_US_DAY = re.compile(r"(\d\d)/(\d\d)/(\d{4})")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_ISO = re.compile(r"[A-Z0-9]{1,3}")
"""A region's code of ISO 3166-2; the package has some cities besides, by their names."""

Day = tuple[date, str, str]
"""A day with its English and its local name, as the package gives them."""


@dataclass(frozen=True, slots=True)
class Names:
    """The pack's table: ``names`` maps English names to Chinese ones, ``english`` mends English
    names, ``forms`` maps what stands round a name ("{name} (observed)") to its words in both
    languages, ``regions`` maps a country to the names of its regions."""

    names: Mapping[str, str] = field(default_factory=dict)
    english: Mapping[str, str] = field(default_factory=dict)
    forms: Mapping[str, Text] = field(default_factory=dict)
    regions: Mapping[str, Mapping[str, Text]] = field(default_factory=dict)

    def of(self, english: str) -> Text | None:
        """Return a holiday's name in both languages, None where the table lacks it."""
        found = self._of(english)
        if found is not None:
            return found
        for form, words in self.forms.items():
            match = _pattern(form).fullmatch(english)
            base = None if match is None else self._of(match["name"])
            if match is not None and base is not None:
                day = match.groupdict().get("day") or ""
                return Text(
                    words.zh.replace("{name}", base.zh).replace("{day}", _day_zh(day)),
                    words.en.replace("{name}", base.en).replace("{day}", _day_en(day)),
                )
        return None

    def _of(self, english: str) -> Text | None:
        if english not in self.names:
            return None
        return Text(self.names[english], self.english.get(english, english))


def public_holidays(country: str, years: range, names: Names) -> tuple[Holidays | None, list[str]]:
    """Return the public holidays of ``country`` (ISO code) in ``years``, and the English names
    that ``names`` lacks. None for a country that the package does not know."""
    if country not in _known():
        return None, []
    days: list[Holiday] = []
    missing: dict[str, None] = {}
    for (day, english, local), regions in _kept(country, years).items():
        name = names.of(english)
        if name is None:
            missing[english] = None
        else:
            days.append(Holiday(day, name, local, regions))
    wanted = {code for day in days for code in day.regions}
    table = names.regions.get(country, {})
    spelled = _local_regions(country)
    spoken = tuple(
        Region(code, table.get(code) or Text(spelled[code], spelled[code]))
        for code in sorted(wanted)
    )
    return Holidays(country, tuple(days), spoken), list(missing)


@cache
def _known() -> frozenset[str]:
    return frozenset(holidays.list_supported_countries())


def _days(country: str, region: str | None, years: range) -> list[Day]:
    """Return the days of a country or of one of its regions with names in both languages."""
    # Named, since the package would else speak the language of the machine.
    spoken = holidays.country_holidays(country).default_language
    english = holidays.country_holidays(country, subdiv=region, years=years, language=_ENGLISH)
    local = holidays.country_holidays(country, subdiv=region, years=years, language=spoken)
    found = []
    for day in sorted(local):
        own, theirs = local[day].split(_TOGETHER), english[day].split(_TOGETHER)
        # Each list is in the order of its own alphabet; the package's catalogue pairs them.
        paired = [english.tr(name) for name in own]
        if len(own) == 1 or sorted(paired) != sorted(theirs):
            paired = theirs
        found += [(day, name, words) for name, words in zip(paired, own, strict=True)]
    return found


@cache
def _kept(country: str, years: range) -> dict[Day, tuple[str, ...]]:
    """Return each day with the regions that keep it, nothing where the whole country does. A
    city is named only where its region does not keep the day as well."""
    everywhere = _days(country, None, years)
    regions = tuple(holidays.country_holidays(country).subdivisions)
    keepers: dict[Day, list[str]] = {day: [] for day in everywhere}
    for region in regions:
        for day in _days(country, region, years):
            keepers.setdefault(day, []).append(region)
    found = {}
    for day in sorted(keepers):
        codes = [code for code in keepers[day] if _ISO.fullmatch(code)] or keepers[day]
        whole = len(keepers[day]) == len(regions)
        found[day] = () if whole else tuple(sorted(codes))
    return found


def _local_regions(country: str) -> dict[str, str]:
    """Return the names of a country's regions in its own language, by their codes."""
    made = holidays.country_holidays(country)
    found = {code: code for code in made.subdivisions}
    for name, code in reversed(list(getattr(made, "subdivisions_aliases", {}).items())):
        found[code] = name
    return found


@cache
def _pattern(form: str) -> re.Pattern[str]:
    escaped = re.escape(form).replace(r"\{name\}", "(?P<name>.+)")
    return re.compile(escaped.replace(r"\{day\}", r"(?P<day>\d\d/\d\d/\d{4})"))


def _day_zh(day: str) -> str:
    return _US_DAY.sub(lambda m: f"{int(m[3])} 年 {int(m[1])} 月 {int(m[2])} 日", day)


def _day_en(day: str) -> str:
    return _US_DAY.sub(lambda m: f"{int(m[2])} {_MONTHS[int(m[1]) - 1]} {m[3]}", day)
