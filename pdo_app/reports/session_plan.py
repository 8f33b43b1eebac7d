"""What the printed plan of a session says: when, what, what for, how, with which material."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pdo_app.content.library import Library
from pdo_app.errors import N_
from pdo_app.records import Centre, TrainingSession
from pdo_app.reports.bilingual import Words
from pdo_app.reports.session_words import (
    SessionHead,
    document_title,
    foot,
    half_title,
    material_words,
    method_words,
    minutes_words,
    segment_title,
    session_head,
    slot_time,
)
from pdo_app.reports.wording import Wording
from pdo_app.texts import Texts
from pdo_app.training import agenda
from pdo_app.training.objectives import Objectives


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A part of a half-day. ``time`` is "09:00 – 09:20"; ``objectives`` is what people can do
    afterwards; ``essential`` says that it must not be left out, or nothing."""

    time: str
    title: Words
    objectives: tuple[Words, ...]
    minutes: int
    method: Words
    material: Words
    essential: Words


@dataclass(frozen=True, slots=True)
class PlanHalf:
    """A half-day with its parts; ``total`` is their time together."""

    title: Words
    total: Words
    rows: tuple[PlanRow, ...]


@dataclass(frozen=True, slots=True)
class PlanColumns:
    """The heads of the table."""

    time: Words
    part: Words
    minutes: Words
    method: Words
    material: Words


@dataclass(frozen=True, slots=True)
class PlanSheet:
    """The whole paper. ``objectives`` are the words before those of a part; ``left_out`` names
    the parts that are planned but skipped, after ``left_out_label``."""

    document: str
    head: SessionHead
    columns: PlanColumns
    objectives: Words
    halves: tuple[PlanHalf, ...]
    left_out_label: Words
    left_out: tuple[Words, ...]
    foot: Words


def session_plan(
    session: TrainingSession,
    centre: Centre,
    people: int,
    library: Library,
    texts: Texts,
    today: date,
) -> PlanSheet:
    """Word the plan of a session with ``people`` on its roster; ``library`` knows the objectives
    of its lessons, ``today`` is the day of printing."""
    wording = Wording(texts)
    head = session_head(N_("Session plan"), session, centre, wording, people)
    objectives = Objectives(library)
    essential = wording.say("Essential")
    halves = []
    for half, slots in agenda.by_half(session.plan):
        rows = tuple(
            PlanRow(
                time=slot_time(slot),
                title=segment_title(slot.segment, wording),
                objectives=tuple(
                    wording.text(text) for text in objectives.of(slot.segment.lessons)
                ),
                minutes=slot.segment.minutes,
                method=method_words(slot.segment.method, wording),
                material=material_words(slot.segment, wording),
                essential=essential if slot.segment.essential else Words(""),
            )
            for slot in slots
        )
        total = minutes_words(agenda.minutes(half.segments), wording)
        halves.append(PlanHalf(half_title(half, wording), total, rows))
    return PlanSheet(
        document=document_title(head.title, session),
        head=head,
        columns=PlanColumns(
            time=wording.say("Time"),
            part=wording.say("Part"),
            minutes=wording.say("Minutes"),
            method=wording.say("Method"),
            material=wording.say("Material"),
        ),
        objectives=wording.say("Afterwards people can"),
        halves=tuple(halves),
        left_out_label=wording.say("Planned, but left out"),
        left_out=tuple(
            segment_title(segment, wording)
            for half in session.plan
            for segment in half.segments
            if segment.skipped
        ),
        foot=foot(session, wording, today),
    )
