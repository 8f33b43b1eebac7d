"""Where a country lies, from the time-zone tables that come with tzdata (public domain)."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import resources

BEIJING = (39.9, 116.4)
"""Latitude and longitude in degrees."""


@lru_cache
def _table() -> dict[str, tuple[float, float]]:
    text = resources.files("tzdata").joinpath("zoneinfo", "zone.tab").read_text(encoding="utf-8")
    found: dict[str, tuple[float, float]] = {}
    for line in text.splitlines():
        if not line.startswith("#"):
            code, place, *_rest = line.split("\t")
            latitude, longitude = re.findall(r"[+-]\d+", place)
            found.setdefault(code, (_degrees(latitude, 2), _degrees(longitude, 3)))
    return found


def _degrees(iso: str, digits: int) -> float:
    """Return decimal degrees of ISO 6709's ``+DDMM``, ``+DDDMM`` or either with seconds."""
    sign, figures = iso[0], iso[1:]
    value = int(figures[:digits]) + int(figures[digits : digits + 2]) / 60
    return -value if sign == "-" else value


def coordinates(code: str) -> tuple[float, float] | None:
    """Return latitude and longitude, in degrees, of the country's first time-zone city, which is
    the capital for every destination but Switzerland (Zurich); None for an unknown code."""
    return _table().get(code)
