"""One reader per kind of entry in the YAML files: named values in, a frozen value out.

Ids of sources, facts, pictures, groups and situations hold for the whole pack and are kept as
they are written. Citations, facts and pictures that are named are not looked up here.
"""

from __future__ import annotations

import re

from pdo_app.content.fields import NOTHING, Fields
from pdo_app.content.model import (
    ChecklistGroup,
    Citation,
    Country,
    EmergencyNumber,
    Fact,
    PackInfo,
    Phrase,
    Picture,
    Portal,
    Situation,
    Source,
)
from pdo_app.content.words import FACT_ID

GRADES = ("A", "B", "C")
SERVES = ("police", "fire", "ambulance")
_ADDRESS = re.compile(r"https?://[^\s<>\"{}\\|^`]+")
_VERSION = re.compile(r"[0-9]{4}\.[0-9]{1,2}(\.[0-9]+)?")


def read_info(fields: Fields) -> PackInfo:
    """Return what ``pack.yaml`` says."""
    info = PackInfo(
        id=fields.short_id(),
        version=fields.words("version"),
        title=fields.need("title"),
        date=fields.day("date"),
        licence=fields.words("licence"),
        destinations=fields.names("destinations", required=True),
    )
    if info.version and not _VERSION.fullmatch(info.version):
        fields.error("version", "version", 'A version is written as "2026.11" or "2026.11.1".')
    fields.end()
    return info


def _grade(fields: Fields) -> str:
    grade = fields.words("grade")
    if grade and grade not in GRADES:
        fields.error("grade", "choice", f"'grade' must be one of {', '.join(GRADES)}.")
    return grade


def address(fields: Fields, required: bool = True) -> str:
    """Return the web address under ``address``."""
    found = fields.words("address", required)
    if found and not _ADDRESS.fullmatch(found):
        fields.error("address", "address", f"{found!r} is no web address.")
    return found


def read_source(fields: Fields) -> Source:
    """Return an entry of ``sources/*.yaml``."""
    source = Source(
        id=fields.short_id(),
        title=fields.need("title"),
        short=fields.need("short"),
        grade=_grade(fields),
        as_of=fields.day("as_of"),
        checked=fields.day("checked"),
        address=address(fields, required=False),
        note=fields.text("note", required=False),
    )
    if not source.address and source.note is None:
        fields.error("id", "source-address", "A source without 'address' needs a 'note'.")
    fields.end()
    return source


def read_fact(fields: Fields) -> Fact:
    """Return an entry of ``facts/*.yaml``."""
    name = fields.words("id")
    if name and not FACT_ID.fullmatch(name):
        message = f"{name!r} is no id of a fact; write it as de.minimum_wage."
        fields.error("id", "id", message)
    fact = Fact(
        id=name,
        label=fields.need("label"),
        text=fields.need("text"),
        citation=Citation(fields.words("source"), fields.words("article", required=False)),
        grade=_grade(fields),
        as_of=fields.day("as_of"),
        checked=fields.day("checked"),
        review_by=fields.day("review_by"),
        confirmed=fields.yes("confirmed"),
        confirm_at=fields.text("confirm_at", required=False),
        number=fields.number("number"),
        unit=fields.words("unit", required=False),
        scope=fields.text("scope", required=False),
        icon=fields.words("icon", required=False),
    )
    fields.end()
    return fact


def read_picture(fields: Fields) -> Picture:
    """Return an entry of ``pictures/pictures.yaml``."""
    picture = Picture(
        id=fields.short_id(),
        file=fields.words("file"),
        alt=fields.need("alt"),
        licence=fields.words("licence"),
        origin=fields.words("origin"),
    )
    fields.end()
    return picture


def read_group(fields: Fields) -> ChecklistGroup:
    """Return an entry of ``groups.yaml``."""
    group = ChecklistGroup(fields.short_id(), fields.need("title"), fields.words("icon"))
    fields.end()
    return group


def read_situation(fields: Fields) -> Situation:
    """Return an entry of ``emergency.yaml``; its lesson as it is written."""
    situation = Situation(
        id=fields.short_id(),
        title=fields.need("title"),
        icon=fields.words("icon"),
        steps=fields.texts("steps", required=True),
        citations=fields.sources(),
        lesson=fields.words("lesson", required=False) or None,
    )
    fields.end()
    return situation


def _number(fields: Fields) -> EmergencyNumber:
    found = EmergencyNumber(
        fields.words("number"), fields.names("serves", required=True), fields.words("fact")
    )
    for name in found.serves:
        if name not in SERVES:
            message = f"{name!r} is none of {', '.join(SERVES)}."
            fields.error("serves", "choice", message)
    fields.end()
    return found


def _phrase(fields: Fields) -> Phrase:
    phrase = Phrase(
        id=fields.short_id(),
        group=fields.short_id("group"),
        meaning=fields.need("meaning"),
        local=fields.words("local"),
        reading=fields.words("reading"),
        reviewed=fields.yes("reviewed"),
    )
    fields.end()
    return phrase


def _portal(fields: Fields) -> Portal:
    portal = Portal(fields.text("title") or NOTHING, address(fields))
    fields.end()
    return portal


def read_country(fields: Fields) -> Country:
    """Return what a file of ``countries/`` says."""
    country = Country(
        code=fields.words("code").upper(),
        capital=fields.need("capital"),
        languages=fields.names("languages", required=True),
        currency=fields.words("currency"),
        time_zone=fields.words("time_zone"),
        european_union=fields.yes("european_union", required=True),
        schengen=fields.yes("schengen", required=True),
        euro=fields.yes("euro", required=True),
        emergency=tuple(_number(part) for part in fields.parts("emergency", "number", True)),
        embassy=fields.names("embassy"),
        facts=fields.names("facts"),
        phrases=tuple(_phrase(part) for part in fields.parts("phrases", "phrase")),
        portals=tuple(_portal(part) for part in fields.parts("portals", "portal")),
        surprises=fields.texts("surprises"),
    )
    fields.end()
    return country
