"""How sessions, their days and their people are named on the screen."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum

from pdo_app.content.model import Text
from pdo_app.errors import N_
from pdo_app.records import Group, PlannedHalf, PlannedSegment, TrainingSession
from pdo_app.texts import EN
from pdo_app.training import sectors
from pdo_app.ui.language import Language, Words

GROUPS = {
    Group.RETURNEES: N_("Worked abroad before"),
    Group.FIRST_TIMERS: N_("First time abroad"),
    Group.WOMEN: N_("Women only"),
}
_ENDLESS = re.compile(r"[^\s\u2e80-\uffef]{25,}")


class State(StrEnum):
    """How far a session has come."""

    PLANNED = "planned"
    TODAY = "today"
    PAST = "past"
    CLOSED = "closed"


STATES = {
    State.PLANNED: (N_("Planned"), "plain"),
    State.TODAY: (N_("Today"), "today"),
    State.PAST: (N_("Not closed yet"), "care"),
    State.CLOSED: (N_("Closed"), "done"),
}
"""Word and look of the chip of each state."""


def state_of(session: TrainingSession, today: date) -> State:
    """Return how far a session has come on a day."""
    if session.closed_at is not None:
        return State.CLOSED
    days = [half.day for half in session.plan]
    if today in days or (days and days[0] < today < days[-1]):
        return State.TODAY
    return State.PAST if days and days[-1] < today else State.PLANNED


def days_words(language: Language, session: TrainingSession) -> Words:
    """Return the days of a session: one, or the first and the last."""
    days = [half.day for half in session.plan]
    if not days:
        return language.words("No plan yet")
    texts = language.texts

    def said(tongue: str) -> str:
        if days[0] == days[-1]:
            return texts.date(days[0], "long", tongue)
        if (days[0].year, days[0].month) == (days[-1].year, days[-1].month):
            if tongue == EN:
                return f"{days[0].day} – {texts.date(days[-1], 'long', tongue)}"
            return f"{texts.date(days[0], 'long', tongue)}至{days[-1].day}日"
        # The year is said once, where the language puts it: English last, Chinese first.
        short = "day" if days[0].year == days[-1].year else "long"
        forms = (short, "long") if tongue == EN else ("long", short)
        start, end = (
            texts.date(day, form, tongue)
            for day, form in zip((days[0], days[-1]), forms, strict=True)
        )
        return f"{start} – {end}" if tongue == EN else f"{start}至{end}"

    return Words(said(texts.main), said(texts.second) if texts.second else None)


def sector_name(language: Language, sector: str) -> str:
    """Return the name of a sector that plans adapt to; other words as they were typed."""
    name = sectors.name(sector)
    return language.say(name) if name else sector


def half_words(language: Language, half: PlannedHalf) -> Words:
    """Return the title of a half-day: morning, afternoon."""
    return language.show(Text(half.title_zh, half.title_en))


def segment_words(language: Language, segment: PlannedSegment) -> Words:
    """Return the title of a segment as it was planned."""
    return language.show(Text(segment.title_zh, segment.title_en))


def clock(minute: int) -> str:
    """Return a minute of the day as ``09:05``; beyond midnight it goes on with 0."""
    return f"{minute // 60 % 24:02d}:{minute % 60:02d}"


def minute_words(language: Language, minutes: int) -> Words:
    """Return a number of minutes."""
    return language.counted("{n} min", "{n} min", minutes)


def time_words(language: Language, minutes: int) -> Words:
    """Return a length of time: 45 min, 3 h, 1 h 30 min."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return minute_words(language, rest)
    if not rest:
        return language.words("{hours} h", hours=hours)
    return language.words("{hours} h {n} min", hours=hours, n=rest)


def people_words(language: Language, number: int) -> Words:
    """Return how many people are on the roster."""
    if not number:
        return language.words("Nobody on the roster yet")
    return language.counted("{n} person", "{n} people", number)


def breakable(text: str) -> str:
    """Return what somebody typed with places to break in words that are longer than any line."""
    return _ENDLESS.sub(lambda found: "\u200b".join(found.group()), text)


def joined(*parts: Words) -> Words:
    """Return several words as one line with dots between them."""
    second = [part.second for part in parts if part.second]
    return Words(" · ".join(part.main for part in parts), " · ".join(second) or None)
