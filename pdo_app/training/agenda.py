"""The plan of a session: made from a template or fitted into hours, changed, put on the clock.

Pure functions on frozen values. A plan is a tuple of half-days; each holds its segments in
order. A skipped segment keeps its place and takes no time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from pdo_app.content.model import HalfDay, Segment, Template, Text
from pdo_app.errors import N_, InputError, Message
from pdo_app.records import PlannedHalf, PlannedSegment, SegmentKind

Plan = tuple[PlannedHalf, ...]

SHORTEST, LONGEST = 5, 240
"""Minutes that a segment may have."""
STEP = 5
"""Minutes by which plans are shortened."""
LONGEST_HALF = 210
"""Minutes; a longer day is cut into halves with a meal between them."""
LUNCH = 60


@dataclass(frozen=True, slots=True)
class Slot:
    """A segment on the clock of the room: local time, without a zone."""

    half: str
    segment: PlannedSegment
    begins: datetime
    ends: datetime


def minutes(segments: Iterable[PlannedSegment]) -> int:
    """Return the planned minutes of what is not skipped."""
    return sum(segment.minutes for segment in segments if not segment.skipped)


def from_template(template: Template, first_day: date, groups: Iterable[str]) -> Plan:
    """Return the plan of ``template`` from ``first_day`` on for a class of these ``groups``
    (names, sectors or country codes that segments ask for).

    What is only for such a group is left out for others. Where it comes in, segments that are
    not essential give up the time, the longest first, none below half of its minutes; then
    essential ones down to their least. What then still is too much stays, and the half-day is
    longer. A half-day that starts no later than the one before it is on the next day.
    """
    wanted = frozenset(groups)
    halves: list[PlannedHalf] = []
    day = first_day
    for number, half in enumerate(template.halves, start=1):
        start = _minute_of(half)
        if halves and start <= halves[-1].start:
            day += timedelta(days=1)
        segments = _for_class(half, f"h{number}", wanted)
        halves.append(PlannedHalf(f"h{number}", day, start, half.title.zh, half.title.en, segments))
    return tuple(halves)


def _minute_of(half: HalfDay) -> int:
    hours, _, rest = half.start.partition(":")
    return int(hours) * 60 + int(rest)


def _planned(segment: Segment, name: str) -> PlannedSegment:
    material = segment.material or Text("", "")
    return PlannedSegment(
        id=name,
        kind=SegmentKind(segment.kind),
        title_zh=segment.title.zh,
        title_en=segment.title.en,
        minutes=segment.minutes,
        module=segment.module,
        lessons=segment.lessons,
        method=segment.method,
        material_zh=material.zh,
        material_en=material.en,
        essential=segment.essential,
    )


def _for_class(half: HalfDay, name: str, wanted: frozenset[str]) -> tuple[PlannedSegment, ...]:
    parts = [
        part
        for part in half.segments
        if not part.for_groups or wanted.intersection(part.for_groups)
    ]
    room = sum(part.minutes for part in parts if not part.for_groups)
    segments = [_planned(part, f"{name}-{part.id}") for part in parts]
    least = [_least(part) for part in parts]
    while minutes(segments) > room:
        can_give = [
            place
            for place, segment in enumerate(segments)
            if segment.minutes - STEP >= least[place]
        ]
        if not can_give:
            break
        place = max(
            can_give, key=lambda one: (not segments[one].essential, segments[one].minutes, one)
        )
        segments[place] = replace(segments[place], minutes=segments[place].minutes - STEP)
    return tuple(segments)


def _least(part: Segment) -> int:
    """Return down to how many minutes a segment gives time to what a class has besides."""
    if part.least:
        return part.least
    if part.kind == SegmentKind.LESSON and not part.essential and not part.for_groups:
        return max(SHORTEST, part.minutes // 2)
    return part.minutes


def fit(segments: Sequence[PlannedSegment], room: int) -> tuple[PlannedSegment, ...]:
    """Return those ``segments``, in their order, that fit into ``room`` minutes.

    Essential ones always stay. Of the others the first of each module come first, then the
    second of each and activities, and so on; one that does not fit is left out, and a shorter
    one may take its room. Raises InputError, which says by how many minutes, where the essential
    ones alone are too long.
    """
    kept = {segment.id for segment in segments if segment.essential}
    left = room - sum(segment.minutes for segment in segments if segment.essential)
    if left < 0:
        raise InputError(
            Message(
                N_("The essential parts alone take {n} minutes more than there are."), {"n": -left}
            ),
            Message(N_("Choose more hours, or mark fewer parts as essential.")),
        )
    rank: dict[str, int] = {}
    ranked = []
    for segment in segments:
        if segment.kind is SegmentKind.ACTIVITY:
            ranked.append((1, segment))
            continue
        ranked.append((rank.setdefault(segment.module, 0), segment))
        rank[segment.module] += 1
    for _, segment in sorted(ranked, key=lambda pair: pair[0]):
        if segment.id not in kept and segment.minutes <= left:
            kept.add(segment.id)
            left -= segment.minutes
    return tuple(segment for segment in segments if segment.id in kept)


@dataclass(frozen=True, slots=True)
class Frame:
    """What every plan is hung on, taken from a template of the pack: the opening round, a break,
    the closing, and the names of a day's halves."""

    opening: PlannedSegment
    pause: PlannedSegment
    closing: PlannedSegment
    morning: Text
    afternoon: Text


def frame_of(template: Template) -> Frame:
    """Return the frame of ``template``. Raises KeyError where it has no opening, break, closing
    or second half-day."""
    segments = {segment.kind: segment for half in template.halves for segment in half.segments}
    try:
        morning, afternoon = (half.title for half in template.halves[:2])
        opening, pause, closing = (
            replace(_planned(segments[kind], str(kind)), essential=kind is not SegmentKind.BREAK)
            for kind in (SegmentKind.OPENING, SegmentKind.BREAK, SegmentKind.CLOSING)
        )
    except ValueError as error:
        raise KeyError(template.id) from error
    return Frame(opening, pause, closing, morning, afternoon)


def planned_in_hours(
    frame: Frame, lessons: Sequence[PlannedSegment], room: int, first: datetime
) -> Plan:
    """Return a plan of at most ``room`` minutes (without meals) that starts at ``first`` (local).

    More than 210 minutes are cut into half-days of about the same length, two a day; where they
    are longer than 105 minutes each, they have a break in the middle. Raises InputError like
    :func:`fit`.
    """
    parts = max(1, -(-room // LONGEST_HALF))
    pauses = parts if room / parts > LONGEST_HALF / 2 else 0
    chosen = fit((frame.opening, *lessons, frame.closing), room - pauses * frame.pause.minutes)
    halves: list[PlannedHalf] = []
    for number, group in enumerate(_even(chosen, parts), start=1):
        day = first.date() + timedelta(days=(number - 1) // 2)
        start = first.hour * 60 + first.minute
        morning = number % 2 == 1
        if not morning:
            start = halves[-1].start + minutes(halves[-1].segments) + LUNCH
        title = frame.morning if morning else frame.afternoon
        pause = replace(frame.pause, id=f"h{number}-break")
        segments = _with_break(group, pause) if pauses else group
        halves.append(PlannedHalf(f"h{number}", day, start, title.zh, title.en, segments))
    return tuple(halves)


def _even(segments: Sequence[PlannedSegment], parts: int) -> list[tuple[PlannedSegment, ...]]:
    """Cut ``segments`` into at most ``parts`` groups of about the same length, none empty."""
    groups: list[list[PlannedSegment]] = [[]]
    share, passed = minutes(segments) / parts, 0
    for segment in segments:
        middle = passed + segment.minutes / 2
        if groups[-1] and middle > share * len(groups) and len(groups) < parts:
            groups.append([])
        groups[-1].append(segment)
        passed += segment.minutes
    return [tuple(group) for group in groups]


def _with_break(
    group: tuple[PlannedSegment, ...], pause: PlannedSegment
) -> tuple[PlannedSegment, ...]:
    if len(group) < 2:
        return group
    total, passed = minutes(group), 0
    best, place = total, 1
    for number, segment in enumerate(group[:-1], start=1):
        passed += segment.minutes
        if abs(total - 2 * passed) < best:
            best, place = abs(total - 2 * passed), number
    return (*group[:place], pause, *group[place:])


def find(plan: Plan, segment: str) -> PlannedSegment:
    """Return the segment with that id. Raises KeyError."""
    for half in plan:
        for one in half.segments:
            if one.id == segment:
                return one
    raise KeyError(segment)


def half_of(plan: Plan, segment: str) -> PlannedHalf:
    """Return the half-day that holds a segment. Raises KeyError."""
    for half in plan:
        if any(one.id == segment for one in half.segments):
            return half
    raise KeyError(segment)


def _changed(plan: Plan, segment: str, change: Callable[[PlannedSegment], PlannedSegment]) -> Plan:
    find(plan, segment)
    return tuple(
        replace(
            half,
            segments=tuple(change(one) if one.id == segment else one for one in half.segments),
        )
        for half in plan
    )


def skip(plan: Plan, segment: str) -> Plan:
    """Leave a segment out; it keeps its place. Raises KeyError."""
    return _changed(plan, segment, lambda one: replace(one, skipped=True))


def restore(plan: Plan, segment: str) -> Plan:
    """Take a skipped segment in again. Raises KeyError."""
    return _changed(plan, segment, lambda one: replace(one, skipped=False))


def stretch(plan: Plan, segment: str, by: int) -> Plan:
    """Lengthen a segment by minutes (shorten it by negative ones), within 5 to 240. Raises
    KeyError."""
    return _changed(
        plan,
        segment,
        lambda one: replace(one, minutes=max(SHORTEST, min(LONGEST, one.minutes + by))),
    )


def move(plan: Plan, segment: str, half: str, place: int) -> Plan:
    """Put a segment at ``place`` (from 0; a larger one is the end) of a half-day. Raises
    KeyError for an unknown segment or half-day."""
    moved = find(plan, segment)
    if all(one.id != half for one in plan):
        raise KeyError(half)
    changed = []
    for one in plan:
        rest = [other for other in one.segments if other.id != segment]
        if one.id == half:
            rest.insert(max(0, place), moved)
        changed.append(replace(one, segments=tuple(rest)))
    return tuple(changed)


def step(plan: Plan, segment: str, by: int) -> Plan:
    """Move a segment one place earlier (``by`` -1) or later (1), across half-days too; at either
    end of the plan it stays. Raises KeyError."""
    half = half_of(plan, segment)
    number = plan.index(half)
    place = half.segments.index(find(plan, segment)) + by
    if 0 <= place < len(half.segments):
        return move(plan, segment, half.id, place)
    if not 0 <= number + by < len(plan):
        return plan
    target = plan[number + by]
    return move(plan, segment, target.id, len(target.segments) if by < 0 else 0)


def insert(plan: Plan, segment: PlannedSegment, half: str, place: int) -> Plan:
    """Add a segment at ``place`` of a half-day; where its id is taken, it gets a number. Raises
    KeyError for an unknown half-day."""
    taken = {one.id for other in plan for one in other.segments}
    name, number = segment.id, 2
    while name in taken:
        name, number = f"{segment.id}-{number}", number + 1
    if all(one.id != half for one in plan):
        raise KeyError(half)
    new = replace(segment, id=name)
    return tuple(
        replace(one, segments=(*one.segments[:place], new, *one.segments[place:]))
        if one.id == half
        else one
        for one in plan
    )


def on_days(plan: Plan, first_day: date) -> Plan:
    """Return the same plan with its first half-day on ``first_day``."""
    if not plan:
        return plan
    shift = first_day - plan[0].day
    return tuple(replace(half, day=half.day + shift) for half in plan)


def timetable(plan: Plan) -> tuple[Slot, ...]:
    """Return every segment on the clock; a skipped one ends when it begins."""
    slots = []
    for half in plan:
        at = datetime.combine(half.day, time()) + timedelta(minutes=half.start)
        for segment in half.segments:
            ends = at + timedelta(minutes=0 if segment.skipped else segment.minutes)
            slots.append(Slot(half.id, segment, at, ends))
            at = ends
    return tuple(slots)


def by_half(plan: Plan) -> tuple[tuple[PlannedHalf, tuple[Slot, ...]], ...]:
    """Return each half-day with its segments on the clock, without what is skipped."""
    slots = [slot for slot in timetable(plan) if not slot.segment.skipped]
    return tuple((half, tuple(slot for slot in slots if slot.half == half.id)) for half in plan)
