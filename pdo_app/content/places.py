"""Where a country lies, from the time-zone tables that come with tzdata (public domain)."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import resources

BEIJING = (39.9, 116.4)
"""Latitude and longitude in degrees."""
_CAPITALS = {"CH": (46.95, 7.45)}
"""Where the table's city is not the capital: it names Zurich for Switzerland."""


@lru_cache
def _table() -> str:
    return resources.files("tzdata").joinpath("zoneinfo", "zone.tab").read_text(encoding="utf-8")


def _degrees(iso: str, digits: int) -> float:
    """Return decimal degrees of ISO 6709's ``+DDMM``, ``+DDDMM`` or either with seconds."""
    sign, figures = iso[0], iso[1:]
    value = int(figures[:digits]) + int(figures[digits : digits + 2]) / 60
    return -value if sign == "-" else value


def coordinates(code: str) -> tuple[float, float] | None:
    """Return latitude and longitude, in degrees, of the country's first time-zone city, which is
    the capital for every destination (for Switzerland it is put right); None for an unknown
    code."""
    if code in _CAPITALS:
        return _CAPITALS[code]
    line = re.search(rf"^{re.escape(code)}\t([+-]\d+)([+-]\d+)\t", _table(), re.MULTILINE)
    return (_degrees(line[1], 2), _degrees(line[2], 3)) if line else None
