"""The time at the destination and its distance to Beijing: pure functions of a moment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

BEIJING = ZoneInfo("Asia/Shanghai")
_YEAR = 366


@dataclass(frozen=True, slots=True)
class Change:
    """A day on which the clocks change, and how far the place is behind Beijing from then on."""

    day: date
    behind: timedelta


@dataclass(frozen=True, slots=True)
class LocalTime:
    """The same moment at both places. ``behind`` is how much later the day begins at the
    destination than in Beijing; ``change`` is None where the clocks never change."""

    there: datetime
    beijing: datetime
    behind: timedelta
    change: Change | None


def local_time(zone: str, now: datetime) -> LocalTime:
    """Return the time at the IANA ``zone`` at the moment ``now``, which knows its own zone.

    The next change is looked for day by day over a year. Raises ZoneInfoNotFoundError (a
    KeyError) for an unknown zone.
    """
    place = ZoneInfo(zone)
    there, beijing = now.astimezone(place), now.astimezone(BEIJING)
    behind = _offset(beijing) - _offset(there)
    change = None
    for days in range(1, _YEAR + 1):
        later = now + timedelta(days=days)
        then = _offset(later.astimezone(BEIJING)) - _offset(later.astimezone(place))
        if then != behind:
            change = Change(_day_of_change(place, later - timedelta(days=1)), then)
            break
    return LocalTime(there, beijing, behind, change)


def _day_of_change(place: ZoneInfo, before: datetime) -> date:
    """Return the local day on which the clocks change within 24 hours after ``before``."""
    hours = [(before + timedelta(hours=n)).astimezone(place) for n in range(25)]
    return next(moment.date() for moment in hours if _offset(moment) != _offset(hours[0]))


def _offset(moment: datetime) -> timedelta:
    return moment.utcoffset() or timedelta()
