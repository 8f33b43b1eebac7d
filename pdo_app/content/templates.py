"""Reading and checking plans for training sessions: half-days and their segments."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from functools import partial

from pdo_app.content.fields import Fields
from pdo_app.content.grammar import METHODS
from pdo_app.content.model import HalfDay, Segment, Template
from pdo_app.content.problems import Place
from pdo_app.records import Group, Sector, SegmentKind

FILE = "templates.yaml"
_TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")

Keep = Callable[[str, str, Place], bool]
"""Keeps in mind where a thing of that kind and id stands; False where it is there already."""


def read_template(fields: Fields, pack: str, keep: Keep) -> Template:
    """Return an entry of ``templates.yaml`` with full ids. Segments are kept in mind as
    :func:`segment_id` names them."""
    name = fields.short_id()
    template = Template(
        id=name,
        title=fields.need("title"),
        hours=fields.whole("hours", 1, 40),
        halves=tuple(
            _half(part, pack, partial(_kept, keep, name, number))
            for number, part in enumerate(fields.parts("halves", "half-day", required=True), 1)
        ),
    )
    fields.end()
    return template


def segment_id(template: str, half: int, segment: str) -> str:
    """Return the name of a segment in the whole pack: ``half-day/h1-opening``."""
    return f"{template}/h{half}-{segment}"


def faults(template: Template) -> Iterator[str]:
    """Yield what is wrong with a template as a whole."""
    planned = sum(
        segment.minutes
        for half in template.halves
        for segment in half.segments
        if not segment.for_groups
    )
    if planned != template.hours * 60:
        yield (
            f"The segments for every group take {planned} minutes; "
            f"{template.hours} hours are {template.hours * 60}."
        )


def faults_of(segment: Segment) -> Iterator[str]:
    """Yield what is wrong with a segment."""
    if segment.least > segment.minutes:
        yield f"It has {segment.minutes} minutes, fewer than the {segment.least} that it needs."
    if segment.kind == SegmentKind.LESSON and not segment.lessons:
        yield "A lesson segment names its lessons."
    for lesson in segment.lessons:
        if not lesson.startswith(f"{segment.module}/"):
            yield f"The lesson {lesson!r} is not of the segment's module {segment.module!r}."


def strangers(segment: Segment, destinations: Collection[str]) -> Iterator[str]:
    """Yield what is wrong with the classes that a segment is for: each must be a group, a sector
    or one of the pack's ``destinations``."""
    for name in segment.for_groups:
        if name not in destinations and name not in (*Group, *Sector):
            known = ", ".join((*Group, *Sector))
            yield f"{name!r} is no group, sector or destination; there are {known} and countries."


def _kept(keep: Keep, template: str, half: int, segment: str, place: Place) -> bool:
    return keep("segment", segment_id(template, half, segment), place)


def _half(fields: Fields, pack: str, keep: Callable[[str, Place], bool]) -> HalfDay:
    start = fields.words("start")
    if start and not _TIME.fullmatch(start):
        fields.error("start", "time", f'{start!r} is no time of the day; write it as "09:00".')
        start = ""
    segments = []
    for part in fields.parts("segments", "segment", required=True):
        segment = _segment(part, pack)
        if keep(segment.id, part.place):
            segments.append(segment)
    half = HalfDay(fields.need("title"), start or "00:00", tuple(segments))
    fields.end()
    return half


def _segment(fields: Fields, pack: str) -> Segment:
    method = fields.words("method", required=False)
    if method and method not in METHODS:
        message = f"{method!r} is no method; methods are {', '.join(METHODS)}."
        fields.error("method", "choice", message)
    kind = fields.choice("kind", SegmentKind) or SegmentKind.ACTIVITY
    module = fields.words("module", required=False)
    segment = Segment(
        id=fields.short_id(),
        kind=kind.value,
        title=fields.need("title"),
        minutes=fields.whole("minutes", 5, 240),
        module=f"{pack}/{module}" if module else "",
        lessons=tuple(f"{pack}/{lesson}" for lesson in fields.names("lessons")),
        method=method,
        material=fields.text("material", required=False),
        essential=fields.yes("essential"),
        for_groups=fields.names("for_groups"),
        least=fields.whole("least", 5, 240, default=0),
    )
    fields.end()
    return segment
