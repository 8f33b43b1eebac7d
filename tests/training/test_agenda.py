"""Making, fitting and changing a plan."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from pdo_app.errors import InputError
from pdo_app.records import PlannedSegment, SegmentKind
from pdo_app.training import agenda
from tests.training.plans import DAY, half, part, segment, template

OPENING = part("open", 15, "opening")
BREAK = part("tea", 15, "break")
CLOSING = part("close", 10, "closing")
DAYLONG = template(
    ("09:00", (OPENING, part("fees", 40, essential=True), BREAK, part("money", 30))),
    ("14:00", (part("help", 25), CLOSING)),
)
START = datetime.combine(DAY, time(9))


def names(segments: tuple[PlannedSegment, ...]) -> list[str]:
    return [one.id for one in segments]


def test_a_template_becomes_a_plan_on_the_clock() -> None:
    plan = agenda.from_template(DAYLONG, DAY, ())
    assert [(one.id, one.day, one.start, one.title_en) for one in plan] == [
        ("h1", DAY, 540, "Half 1"),
        ("h2", DAY, 840, "Half 2"),
    ]
    assert names(plan[0].segments) == ["h1-open", "h1-fees", "h1-tea", "h1-money"]
    times = [
        (slot.begins.strftime("%H:%M"), slot.segment.minutes) for slot in agenda.timetable(plan)
    ]
    assert times == [
        ("09:00", 15),
        ("09:15", 40),
        ("09:55", 15),
        ("10:10", 30),
        ("14:00", 25),
        ("14:25", 10),
    ]


def test_a_half_day_that_starts_no_later_is_on_the_next_day() -> None:
    two = template(*(("09:00", (OPENING,)), ("14:00", (BREAK,))) * 2)
    days = [one.day for one in agenda.from_template(two, DAY, ())]
    assert days == [DAY, DAY, DAY + timedelta(1), DAY + timedelta(1)]


WITNESS = part("witness", 20, "witness", for_groups=("returnees",))


def test_a_segment_for_a_group_takes_its_minutes_from_what_is_not_essential() -> None:
    plan = template(
        ("09:00", (part("a", 40, essential=True), WITNESS, part("b", 40), part("c", 30)))
    )
    without = agenda.from_template(plan, DAY, ["women"])
    with_it = agenda.from_template(plan, DAY, ["returnees"])
    assert names(without[0].segments) == ["h1-a", "h1-b", "h1-c"]
    assert [one.minutes for one in with_it[0].segments] == [40, 20, 25, 25]
    assert agenda.minutes(with_it[0].segments) == 110


def test_essential_segments_give_down_to_their_least_when_others_cannot() -> None:
    fees = part("fees", 40, essential=True, least=30)
    site = part("site", 25, for_groups=("construction",))
    plan = template(("09:00", (fees, site, part("b", 10), part("d", 40, essential=True))))
    found = agenda.from_template(plan, DAY, ["construction"])
    assert [one.minutes for one in found[0].segments] == [30, 25, 5, 40]


def test_a_half_day_grows_where_nothing_can_give() -> None:
    plan = agenda.from_template(
        template(("09:00", (part("a", 40, essential=True), WITNESS, part("b", 10)))),
        DAY,
        ["returnees"],
    )
    assert [one.minutes for one in plan[0].segments] == [40, 20, 5]


def test_fitting_keeps_the_first_lessons_of_every_module() -> None:
    lessons = tuple(
        segment(f"{module}{number}", 30, module=module) for module in "ab" for number in (1, 2, 3)
    )
    assert names(agenda.fit(lessons, 120)) == ["a1", "a2", "b1", "b2"]
    assert names(agenda.fit(lessons, 100)) == ["a1", "a2", "b1"]


def test_an_activity_comes_with_the_second_lessons() -> None:
    lessons = tuple(segment(f"a{number}", 30, module="a") for number in (1, 2, 3))
    site = segment("site", 15, SegmentKind.ACTIVITY, module="a")
    assert names(agenda.fit((*lessons, site), 80)) == ["a1", "a2", "site"]
    assert names(agenda.fit((*lessons, site), 45)) == ["a1", "site"]


def test_essentials_that_do_not_fit_are_refused_by_minutes() -> None:
    parts = (segment("a", 50, essential=True), segment("b", 40, essential=True))
    with pytest.raises(InputError, match="85") as caught:
        agenda.fit(parts, 5)
    assert caught.value.title.values == {"n": 85}


segments = st.lists(
    st.builds(
        lambda minutes, essential, module: segment(
            "x", minutes, essential=essential, module=module
        ),
        st.integers(5, 60),
        st.booleans(),
        st.sampled_from("abc"),
    ),
    max_size=14,
).map(lambda found: tuple(_named(found)))


def _named(found: list[PlannedSegment]) -> list[PlannedSegment]:
    from dataclasses import replace

    return [replace(one, id=f"s{number}") for number, one in enumerate(found)]


@given(segments, st.integers(0, 720))
def test_fitting_never_exceeds_the_hours_nor_drops_an_essential(
    parts: tuple[PlannedSegment, ...], room: int
) -> None:
    needed = sum(one.minutes for one in parts if one.essential)
    if needed > room:
        with pytest.raises(InputError) as caught:
            agenda.fit(parts, room)
        assert caught.value.title.values == {"n": needed - room}
        return
    kept = agenda.fit(parts, room)
    assert agenda.minutes(kept) <= room
    assert set(names(tuple(one for one in parts if one.essential))) <= set(names(kept))
    assert [one for one in parts if one in kept] == list(kept)
    # Nothing that was left out would still have found room.
    left = room - agenda.minutes(kept)
    assert all(one.minutes > left for one in parts if one not in kept)


@given(segments, st.integers(1, 14))
def test_a_plan_in_hours_stays_within_them(parts: tuple[PlannedSegment, ...], hours: int) -> None:
    frame = agenda.frame_of(DAYLONG)
    needed = 25 + sum(one.minutes for one in parts if one.essential)
    assume(needed + 15 * hours <= hours * 60)
    plan = agenda.planned_in_hours(frame, parts, hours * 60, START)
    kept = [one.id for part in plan for one in part.segments]
    assert sum(agenda.minutes(one.segments) for one in plan) <= hours * 60
    assert {one.id for one in parts if one.essential} <= set(kept)
    assert len(kept) == len(set(kept))
    assert kept[0] == "opening"
    assert kept[-1] == "closing"
    slots = agenda.timetable(plan)
    assert all(a.ends <= b.begins for a, b in pairwise(slots))


def test_long_days_are_cut_with_a_meal_and_a_break_in_each_half() -> None:
    parts = tuple(segment(f"s{number}", 30, module=f"m{number}") for number in range(12))
    plan = agenda.planned_in_hours(agenda.frame_of(DAYLONG), parts, 360, START)
    assert [(one.title_en, one.day) for one in plan] == [("Half 1", DAY), ("Half 2", DAY)]
    morning = plan[0]
    assert plan[1].start == 540 + agenda.minutes(morning.segments) + agenda.LUNCH
    kinds = [[one.kind for one in one_half.segments] for one_half in plan]
    assert [found.count(SegmentKind.BREAK) for found in kinds] == [1, 1]
    assert SegmentKind.BREAK not in (kinds[0][0], kinds[0][-1])


def test_a_short_session_has_no_break() -> None:
    plan = agenda.planned_in_hours(agenda.frame_of(DAYLONG), (segment("a", 30),), 60, START)
    assert names(plan[0].segments) == ["opening", "a", "closing"]


def test_a_half_of_one_segment_has_no_break() -> None:
    long = segment("a", 185, essential=True)
    frame = agenda.frame_of(DAYLONG)
    plan = agenda.planned_in_hours(frame, (long,), 420, START)
    assert [names(one.segments) for one in plan] == [
        ["opening"],
        ["a", "h2-break", "closing"],
    ]


def test_a_template_without_a_frame_is_said() -> None:
    for bad in (template(("09:00", (OPENING, BREAK, CLOSING))), template(*DAYLONG_WITHOUT)):
        with pytest.raises(KeyError):
            agenda.frame_of(bad)


DAYLONG_WITHOUT = (("09:00", (OPENING,)), ("14:00", (CLOSING,)))

PLAN = (
    half(segment("a"), segment("b", 30), segment("c")),
    half(segment("d"), name="h2", start=840),
)


def order(plan: agenda.Plan) -> list[list[str]]:
    return [names(one.segments) for one in plan]


def test_find_and_half_of() -> None:
    assert agenda.find(PLAN, "d").id == "d"
    assert agenda.half_of(PLAN, "d").id == "h2"
    for ask in (agenda.find, agenda.half_of):
        with pytest.raises(KeyError):
            ask(PLAN, "z")


def test_a_skipped_segment_takes_no_time_and_comes_back() -> None:
    plan = agenda.skip(PLAN, "a")
    assert agenda.minutes(plan[0].segments) == 50
    slots = agenda.timetable(plan)
    assert slots[0].begins == slots[0].ends == slots[1].begins
    assert agenda.restore(plan, "a") == PLAN
    with pytest.raises(KeyError):
        agenda.skip(PLAN, "z")


def test_each_half_day_comes_with_what_is_not_skipped() -> None:
    plan = agenda.skip(PLAN, PLAN[0].segments[0].id)
    halves = agenda.by_half(plan)
    assert [one for one, _ in halves] == list(plan)
    for planned, slots in halves:
        left = [one for one in planned.segments if not one.skipped]
        assert [slot.segment for slot in slots] == left


def test_stretching_stays_in_its_bounds() -> None:
    assert agenda.find(agenda.stretch(PLAN, "b", 10), "b").minutes == 40
    assert agenda.find(agenda.stretch(PLAN, "b", -100), "b").minutes == agenda.SHORTEST
    assert agenda.find(agenda.stretch(PLAN, "b", 999), "b").minutes == agenda.LONGEST


def test_moving() -> None:
    assert order(agenda.move(PLAN, "c", "h1", 0)) == [["c", "a", "b"], ["d"]]
    assert order(agenda.move(PLAN, "a", "h2", 9)) == [["b", "c"], ["d", "a"]]
    for bad in (("z", "h1"), ("a", "h9")):
        with pytest.raises(KeyError):
            agenda.move(PLAN, *bad, 0)


def test_a_step_by_keyboard_crosses_half_days_and_stops_at_the_ends() -> None:
    assert order(agenda.step(PLAN, "b", 1)) == [["a", "c", "b"], ["d"]]
    assert order(agenda.step(PLAN, "c", 1)) == [["a", "b"], ["c", "d"]]
    assert order(agenda.step(PLAN, "d", -1)) == [["a", "b", "c", "d"], []]
    assert agenda.step(PLAN, "a", -1) == PLAN
    assert agenda.step(PLAN, "d", 1) == PLAN


@given(st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from((-1, 1))), max_size=30))
def test_steps_lose_nothing(steps: list[tuple[str, int]]) -> None:
    plan: agenda.Plan = PLAN
    for name, by in steps:
        plan = agenda.step(plan, name, by)
    assert sorted(name for one in order(plan) for name in one) == list("abcd")


def test_inserting_gives_a_free_name() -> None:
    plan = agenda.insert(PLAN, segment("a", 5), "h2", 0)
    plan = agenda.insert(plan, segment("a", 5), "h2", 1)
    assert order(plan) == [["a", "b", "c"], ["a-2", "a-3", "d"]]
    with pytest.raises(KeyError):
        agenda.insert(PLAN, segment("x"), "h9", 0)


def test_another_first_day_moves_all_days() -> None:
    plan = agenda.on_days(PLAN, date(2026, 12, 1))
    assert {one.day for one in plan} == {date(2026, 12, 1)}
    assert agenda.on_days((), DAY) == ()
