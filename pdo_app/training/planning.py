"""The first plan of a session: from a template of the pack, or of chosen modules in some hours."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time

from pdo_app.content.library import Library
from pdo_app.content.model import BlockKind, Lesson, LessonHead, Template, Text
from pdo_app.errors import N_, InputError, Message
from pdo_app.records import PlannedSegment, SegmentKind
from pdo_app.training import agenda

START = time(9)
"""When a session begins that has no template."""
LEAST, MOST = 60, 40 * 60
"""Minutes of a session that modules are fitted into."""


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

    What a shorter template of the pack calls essential is never left out. What the templates
    hold for such a class alone, like a witness, is added where there is room. Raises InputError
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
    hung_on = frame(templates)
    essential = _essential(templates)
    segments = [
        _segment(library.lesson(head.id), head, head.id in essential)
        for module in modules
        for head in library.module(module).lessons
    ]
    special = _special(templates[-1], first_day, asks)
    first = datetime.combine(first_day, START)
    return agenda.planned_in_hours(hung_on, (*segments, *special), minutes, first)


def _essential(templates: Sequence[Template]) -> frozenset[str]:
    """Return the lessons that no class must miss: those of the shortest template."""
    return frozenset(
        lesson
        for half in templates[0].halves
        for segment in half.segments
        if segment.essential
        for lesson in segment.lessons
    )


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


def _segment(lesson: Lesson, head: LessonHead, essential: bool) -> PlannedSegment:
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
        essential=essential,
    )
