"""What somebody who missed a part of a session is to read, a page for each person."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from pdo_app.content.model import Text
from pdo_app.errors import N_
from pdo_app.reports.bilingual import Words
from pdo_app.reports.session_record import SessionRecord
from pdo_app.reports.session_words import SessionHead, document_title, foot, session_head
from pdo_app.reports.topics import Topic
from pdo_app.reports.wording import Wording, joined
from pdo_app.texts import Texts


@dataclass(frozen=True, slots=True)
class Reading:
    """A lesson to read."""

    lesson: Words
    module: Words
    minutes: str


@dataclass(frozen=True, slots=True)
class PersonList:
    """What one person is to read. ``name`` is plain text exactly as typed; ``missed`` are the
    lessons that the class had without them; ``total`` is the time that these take."""

    name: str
    company: str
    missed: tuple[Reading, ...]
    total: Words


@dataclass(frozen=True, slots=True)
class ReadingLists:
    """The whole paper, a list for each person who missed something. ``not_given`` are lessons
    of the plan that nobody had."""

    document: str
    head: SessionHead
    opening: Words
    lesson: Words
    module: Words
    minutes: Words
    people: tuple[PersonList, ...]
    not_given_label: Words
    not_given: tuple[Reading, ...]
    closing: Words
    foot: Words


def reading_lists(record: SessionRecord, texts: Texts, today: date) -> ReadingLists:
    """Word the lists of a session; ``today`` is the day of printing."""
    wording = Wording(texts)
    session = record.session
    head = session_head(N_("Reading list"), session, record.centre, wording, brief=True)

    def readings(lessons: Iterable[str]) -> tuple[Reading, ...]:
        return tuple(_reading(record.topics[lesson], wording) for lesson in lessons)

    people = tuple(
        PersonList(
            name=row.participant.name,
            company=row.participant.company,
            missed=readings(row.missed),
            total=_total((record.topics[lesson] for lesson in row.missed), wording),
        )
        for row in record.ledger.rows
        if row.missed
    )
    return ReadingLists(
        document=document_title(head.title, session),
        head=head,
        opening=wording.say("You were not there when the class had these lessons. Please read:"),
        lesson=wording.say("Lesson"),
        module=wording.say("Module"),
        minutes=wording.say("Minutes"),
        people=people,
        not_given_label=wording.say("The class has not had these lessons yet:"),
        not_given=readings(record.ledger.left_out),
        closing=wording.say(
            "Open the program at the page Route, choose the module, then the lesson. Ask your "
            "trainer about what you do not understand."
        ),
        foot=foot(session, wording, today),
    )


def _reading(topic: Topic, wording: Wording) -> Reading:
    number = Words(str(topic.number) if topic.number else "")
    module = wording.text(Text(topic.module_title.zh, topic.module_title.en))
    return Reading(
        lesson=wording.text(topic.title),
        module=joined((number, module), "  "),
        minutes=str(topic.minutes) if topic.minutes else "",
    )


def _total(topics: Iterable[Topic], wording: Wording) -> Words:
    return wording.say("{n} min", n=sum(topic.minutes for topic in topics))
