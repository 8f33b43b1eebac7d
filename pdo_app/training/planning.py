"""The first plan of a session: from a template of the pack, or of chosen modules in some hours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time

from pdo_app.content.library import Library
from pdo_app.content.model import BlockKind, Lesson, LessonHead, Segment, Template, Text
from pdo_app.errors import N_, InputError, Message
from pdo_app.records import PlannedSegment, SegmentKind, TrainingSession
from pdo_app.training import agenda

START = time(9)
"""When a session begins that has no template."""
LEAST, MOST = 60, 40 * 60
"""Minutes of a session that modules are fitted into."""


def asks(session: TrainingSession) -> tuple[str, ...]:
    """Return what is special about the class of ``session``: groups, sector, country code."""
    names = (*(group.value for group in session.groups), session.sector, session.destination)
    return tuple(name for name in names if name)


def from_template(
    library: Library, template: str, first_day: date, asks: Iterable[str]
) -> agenda.Plan:
    """Return the plan of the pack's ``template``. ``asks`` names what is special about the class:
    groups, sector, country code. Raises KeyError for an unknown template."""
    return agenda.from_template(library.template(template), first_day, asks)


def from_modules(
    library: Library,
    modules: Sequence[str],
    minutes: int,
    first_day: date,
    asks: Iterable[str],
) -> agenda.Plan:
    """Return a plan that fits the lessons of ``modules`` (ids) into ``minutes``.

    What the shortest template of the pack calls essential is taken from there with its minutes
    and never left out; every other lesson is a segment of its own. What the longest template
    holds for such a class alone, like a witness, is added where there is room, after the lessons
    of its module. Raises InputError
    where nothing is chosen, the hours make no sense, or the essential parts alone are too long;
    KeyError for an unknown module.
    """
    if not modules:
        raise InputError(
            Message(N_("No module is chosen.")), Message(N_("Choose at least one.")), "modules"
        )
    if not LEAST <= minutes <= MOST:
        raise InputError(
            Message(N_("A session has 1 to 40 hours.")),
            Message(N_("Choose another number of hours.")),
            "minutes",
        )
    templates = sorted(library.templates(), key=lambda template: template.hours)
    hung_on = _as_long_as(templates, minutes)
    essential = _essential(templates[0], first_day)
    heads = [head for module in modules for head in library.module(module).lessons]
    # A segment of several lessons stands where the first of them would.
    segments = {
        one.id: one
        for head in heads
        for one in (essential.get(head.id) or segment_of(library.lesson(head.id), head),)
    }
    parts = list(segments.values())
    for one in _special(templates[-1], first_day, asks):
        places = [place for place, part in enumerate(parts) if part.module == one.module]
        parts.insert(places[-1] + 1 if places else len(parts), one)
    first = datetime.combine(first_day, START)
    return agenda.planned_in_hours(hung_on, parts, minutes, first)


def _as_long_as(templates: Sequence[Template], minutes: int) -> agenda.Frame:
    """Return the frame of ``templates``, the shortest first, with opening and closing as short as
    in the longest one that does not take more than ``minutes``."""
    found = frame(templates)
    like = [one for one in templates if one.hours * 60 <= minutes][-1:] or templates[:1]
    planned = {segment.kind: segment for half in like[0].halves for segment in half.segments}
    return replace(
        found,
        opening=_shortened(found.opening, planned),
        pause=_shortened(found.pause, planned),
        closing=_shortened(found.closing, planned),
    )


def _shortened(segment: PlannedSegment, planned: Mapping[str, Segment]) -> PlannedSegment:
    like = planned.get(segment.kind)
    return segment if like is None else replace(segment, minutes=like.minutes)


def _essential(template: Template, first_day: date) -> dict[str, PlannedSegment]:
    """Return the essential segments of ``template`` by each of their lessons."""
    return {
        lesson: replace(one, id=one.id.partition("-")[2])
        for half in agenda.from_template(template, first_day, ())
        for one in half.segments
        if one.essential
        for lesson in one.lessons
    }


def frame(templates: Iterable[Template]) -> agenda.Frame:
    """Return the frame of the first template that has one. Raises KeyError."""
    unfit = KeyError("no template")
    for template in templates:
        try:
            return agenda.frame_of(template)
        except KeyError as error:
            unfit = error
    raise unfit


def _special(
    template: Template, first_day: date, asks: Iterable[str]
) -> tuple[PlannedSegment, ...]:
    """Return the segments of ``template`` that only such a class has."""
    usual = {
        one.id for half in agenda.from_template(template, first_day, ()) for one in half.segments
    }
    return tuple(
        one
        for half in agenda.from_template(template, first_day, asks)
        for one in half.segments
        if one.id not in usual
    )


def segment_of(lesson: Lesson, head: LessonHead) -> PlannedSegment:
    """Return the segment that teaches ``lesson`` with its first activity. Its minutes are those
    of the lesson and of the activity, in steps of five."""
    activity = next(
        (block.activity for block in lesson.blocks if block.kind is BlockKind.ACTIVITY), None
    )
    minutes = head.minutes + (activity.minutes if activity else 0)
    material = activity.material if activity else Text("", "")
    return PlannedSegment(
        id="-".join(head.id.split("/")[1:]),
        kind=SegmentKind.LESSON,
        title_zh=head.title.zh,
        title_en=head.title.en,
        minutes=max(agenda.SHORTEST, -(-minutes // agenda.STEP) * agenda.STEP),
        module=head.module,
        lessons=(head.id,),
        method=activity.method if activity else "",
        material_zh=material.zh,
        material_en=material.en,
    )
