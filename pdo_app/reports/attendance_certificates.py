"""What the certificates of attendance say. They are bilingual in every mode, Chinese first, and
carry no number of an identity document."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from pdo_app.content.model import Text
from pdo_app.reports.bilingual import Words
from pdo_app.reports.certificate import CertificatePage, Figure, Knot
from pdo_app.reports.session_record import SessionRecord
from pdo_app.reports.session_words import destination_words
from pdo_app.reports.topics import Topic
from pdo_app.reports.wording import BOTH, Wording, in_a_row
from pdo_app.texts import Texts
from pdo_app.training.attendance import THERE, GridRow

_LAST = 1000


@dataclass(frozen=True, slots=True)
class AttendancePage:
    """A certificate of one person. ``centre``, ``address`` and ``trainer`` are plain text as
    typed; ``logo`` is a picture or nothing; ``signatures`` label the lines to sign on."""

    page: CertificatePage
    centre: str
    address: str
    logo: bytes
    trainer: str
    signatures: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class AttendanceCertificates:
    """One page for each person who meets the rule, in the order of the roster."""

    document: str
    pages: tuple[AttendancePage, ...]


def attendance_certificates(
    record: SessionRecord, texts: Texts, today: date
) -> AttendanceCertificates:
    """Word the certificates of a session; ``today`` is the day of issue."""
    wording = Wording(texts, BOTH)
    earned = record.earned
    had = {row.participant.id: row.had for row in record.ledger.rows}
    title = wording.say("Certificates of attendance")
    return AttendanceCertificates(
        document=f"{in_a_row(title)} · {record.session.title}",
        pages=tuple(
            AttendancePage(
                page=_page(record, row, had[row.participant.id], wording, today),
                centre=record.centre.name,
                address=record.centre.address,
                logo=record.centre.logo,
                trainer=record.session.trainer,
                signatures=(
                    wording.say("Trainer"),
                    wording.say("Stamp and signature of the training centre"),
                ),
            )
            for row in record.grid.rows
            if row.participant.id in earned
        ),
    )


def _page(
    record: SessionRecord, row: GridRow, had: Iterable[str], wording: Wording, today: date
) -> CertificatePage:
    session = record.session
    title = wording.say("Certificate of attendance")
    ahead = destination_words(session, wording)
    return CertificatePage(
        document=f"{in_a_row(title)} · {row.participant.name}",
        title=title,
        opening=wording.say("This certifies that"),
        name=row.participant.name,
        statement=wording.say(
            'has attended the pre-departure orientation "{title}" on these topics.',
            title=session.title,
        ),
        modules=_knots((record.topics[lesson] for lesson in had), wording),
        ahead=wording.both(
            lambda tongue: wording.texts.say(
                "Destination: {country}",
                tongue,
                country=ahead.first if tongue == BOTH[0] else ahead.second,
            )
        )
        if ahead.first
        else wording.say("Destination: Europe"),
        figures=(
            Figure(wording.say("Date"), wording.days(half.day for half in session.plan)),
            Figure(wording.say("Attended"), _attended(record, row, wording)),
            Figure(wording.say("Date of issue"), wording.day(today)),
        ),
        rule=_rule(session.rule, len(row.marks), wording),
        foot=wording.say("Written with PDO Companion"),
    )


def _knots(topics: Iterable[Topic], wording: Wording) -> tuple[Knot, ...]:
    """Return the modules of the lessons that a person had, each once, by number; a country's
    guide comes last."""
    modules: dict[str, tuple[int, Text]] = {}
    for topic in topics:
        modules.setdefault(topic.module, (topic.number, topic.module_title))
    ordered = sorted(modules.values(), key=lambda module: module[0] or _LAST)
    return tuple(Knot(number, wording.text(title)) for number, title in ordered)


def _attended(record: SessionRecord, row: GridRow, wording: Wording) -> Words:
    """Return how many half-days a person attended, with their hours to the nearest half."""
    there = [
        number for number, mark in enumerate(row.marks) if mark is not None and mark.kind in THERE
    ]
    hours = round(sum(record.taught_minutes(number) for number in there) / 30) / 2
    return wording.say(
        "{n} of {total} half-days, {hours} h",
        n=len(there),
        total=len(row.marks),
        hours=lambda tongue: wording.texts.number(hours, tongue),
    )


def _rule(rule: int, halves: int, wording: Wording) -> Words:
    """Return the rule in words."""
    if rule in (0, halves):
        return wording.say(
            "Given by this rule: every half-day attended, {n} in all. Breaks are not counted as "
            "hours.",
            n=halves,
        )
    return wording.say(
        "Given by this rule: at least {rule} of {n} half-days attended. Breaks are not counted as "
        "hours.",
        rule=rule,
        n=halves,
    )
