"""A destination: its numbers, phrases, portals and public holidays."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pdo_app.content.text import Text


@dataclass(frozen=True, slots=True)
class EmergencyNumber:
    """A number to dial in the country and what answers: police, fire, ambulance."""

    number: str
    serves: tuple[str, ...]
    fact: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence in the country's language. ``reading`` is a sound aid in Chinese characters;
    ``reviewed`` tells whether a native speaker has read it."""

    id: str
    group: str
    meaning: Text
    local: str
    reading: str
    reviewed: bool = False


@dataclass(frozen=True, slots=True)
class Portal:
    """An official site."""

    title: Text
    address: str


@dataclass(frozen=True, slots=True)
class Country:
    """A destination. ``code`` is ISO 3166 alpha-2; names of the country, its languages and its
    currency come from CLDR. ``languages`` are BCP 47 codes, ``time_zone`` an IANA name."""

    code: str
    capital: Text
    languages: tuple[str, ...]
    currency: str
    time_zone: str
    european_union: bool
    schengen: bool
    euro: bool
    emergency: tuple[EmergencyNumber, ...]
    embassy: tuple[str, ...]
    facts: tuple[str, ...]
    phrases: tuple[Phrase, ...]
    portals: tuple[Portal, ...]
    surprises: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Holiday:
    """A public holiday. ``local`` is its name in the country's language; ``regions`` are ISO
    3166-2 codes without the country (``BY``) or the names of single cities, empty where the whole
    country keeps it."""

    day: date
    name: Text
    local: str
    regions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Region:
    """A part of a country that keeps holidays of its own: its code (or a city's name), and what
    it is called."""

    code: str
    name: Text


@dataclass(frozen=True, slots=True)
class Holidays:
    """The public holidays of ``country`` (ISO code), the earliest first, for the pack date's
    year and the two after. ``regions`` are those that ``days`` name."""

    country: str
    days: tuple[Holiday, ...]
    regions: tuple[Region, ...] = ()
