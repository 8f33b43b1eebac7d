"""What is written about a session at the head of each of its papers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pdo_app.content.model import Text
from pdo_app.errors import N_
from pdo_app.records import Centre, Group, PlannedHalf, PlannedSegment, TrainingSession
from pdo_app.reports.bilingual import Words
from pdo_app.reports.wording import Wording, in_a_row, joined
from pdo_app.training import sectors
from pdo_app.training.agenda import Slot

METHODS = {
    "discussion": N_("Discussion"),
    "role-play": N_("Role play"),
    "pairs": N_("In pairs"),
    "cards": N_("Cards"),
    "line-up": N_("Line up"),
    "demonstration": N_("Demonstration"),
    "quiz": N_("Quiz"),
    "drawing": N_("Drawing"),
    "case": N_("Case"),
}
"""What each method is called, on screens too."""
GROUPS = {
    Group.RETURNEES: N_("People who have worked abroad"),
    Group.FIRST_TIMERS: N_("People who go for the first time"),
    Group.WOMEN: N_("Women only"),
}


@dataclass(frozen=True, slots=True)
class Known:
    """Something known about a session, with its label."""

    label: Words
    value: Words


@dataclass(frozen=True, slots=True)
class SessionHead:
    """The head of a paper. ``centre``, ``address`` and ``session`` are plain text exactly as
    typed; ``logo`` holds a picture or nothing; ``title`` is what the paper is."""

    centre: str
    address: str
    logo: bytes
    title: Words
    session: str
    known: tuple[Known, ...]


def session_head(
    title: str,
    session: TrainingSession,
    centre: Centre,
    wording: Wording,
    people: int | None = None,
    *,
    brief: bool = False,
) -> SessionHead:
    """Word the head of the paper called ``title`` (English source). ``people`` is how many are
    on the roster, None where that does not matter; a ``brief`` one says when, where and who
    alone."""
    own = wording.same
    known = (
        (N_("Date"), wording.days(half.day for half in session.plan)),
        (N_("Place"), own(session.place)),
        (N_("Trainer"), own(session.trainer)),
        (N_("Destination"), destination_words(session, wording)),
        (N_("Sector"), sector_words(session.sector, wording)),
        (N_("Group"), joined(wording.say(GROUPS[group]) for group in session.groups)),
        (N_("People"), Words("") if people is None else own(str(people))),
    )
    return SessionHead(
        centre=centre.name,
        address=centre.address,
        logo=centre.logo,
        title=wording.say(title),
        session=session.title,
        known=tuple(
            Known(wording.say(label), value)
            for label, value in (known[:3] if brief else known)
            if value.first
        ),
    )


def destination_words(session: TrainingSession, wording: Wording) -> Words:
    """Return the country of a session; nothing where its people go to several."""
    if not session.destination:
        return Words("")
    return wording.both(lambda tongue: wording.texts.country(session.destination, tongue))


def sector_words(sector: str, wording: Wording) -> Words:
    """Return the name of a sector that plans adapt to; other words as they were typed."""
    name = sectors.name(sector)
    return wording.say(name) if name else wording.same(sector)


def document_title(title: Words, session: TrainingSession) -> str:
    """Return the title in the properties of a file."""
    return f"{in_a_row(title)} · {session.title}"


def foot(session: TrainingSession, wording: Wording, today: date) -> Words:
    """Return the foot of each page: what it belongs to, and the day of printing."""
    return wording.say(
        "{title} · printed on {day}",
        title=session.title,
        day=lambda tongue: wording.texts.date(today, "long", tongue),
    )


def half_title(half: PlannedHalf, wording: Wording) -> Words:
    """Return a half-day with its day: "Morning · Tue, 1 Dec"."""
    title = wording.text(Text(half.title_zh, half.title_en))
    return joined((title, wording.day(half.day, "weekday_day")))


def half_column(half: PlannedHalf, wording: Wording) -> Words:
    """Return a half-day as the head of a narrow column: "Morning, 1 December"."""
    title = wording.text(Text(half.title_zh, half.title_en))
    return joined((title, wording.day(half.day, "day")), " · ")


def segment_title(segment: PlannedSegment, wording: Wording) -> Words:
    """Return the title of a part as it was planned."""
    return wording.text(Text(segment.title_zh, segment.title_en))


def slot_time(slot: Slot) -> str:
    """Return when a part begins and ends: "09:00 – 09:20"."""
    return f"{slot.begins:%H:%M} – {slot.ends:%H:%M}"


def method_words(method: str, wording: Wording) -> Words:
    """Return how the class works; an unknown method is written as it is."""
    return wording.say(METHODS[method]) if method in METHODS else wording.same(method)


def material_words(segment: PlannedSegment, wording: Wording) -> Words:
    """Return what lies on the table for a part."""
    return wording.text(Text(segment.material_zh, segment.material_en))


def minutes_words(minutes: int, wording: Wording) -> Words:
    """Return a number of minutes."""
    return wording.say("{n} min", n=minutes)
