from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest

from pdo_app.changes import Topic
from pdo_app.content.library import Library
from pdo_app.content.model import HalfDay, Template
from pdo_app.errors import InputError
from pdo_app.records import EventVerb, Group, Mode, SegmentKind
from pdo_app.training import agenda, planning

from .conftest import DAY, NOON, Desk


def _optional(half: HalfDay) -> HalfDay:
    return replace(half, segments=tuple(replace(one, essential=False) for one in half.segments))


class _Library(Library):
    """The same lessons with other templates."""

    def __init__(self, library: Library, *templates: Template) -> None:
        super().__init__(library._packs)
        self._own = templates

    def templates(self) -> tuple[Template, ...]:
        return self._own


def test_a_session_from_a_template(desk: Desk) -> None:
    desk.announced.clear()
    session = desk.training.sessions.create(
        " 十二月班 ",
        "half-day",
        DAY,
        trainer="李老师",
        place="三楼",
        destination="DE",
        sector="护理",
        groups=[Group.WOMEN, Group.WOMEN],
        mode=Mode.CHINESE,
    )

    assert desk.training.sessions.get(session.id) == session
    assert (session.title, session.template, session.trainer) == ("十二月班", "half-day", "李老师")
    assert (session.place, session.destination, session.sector) == ("三楼", "DE", "care")
    assert (session.groups, session.mode, session.rule) == ((Group.WOMEN,), Mode.CHINESE, 0)
    assert (session.created_at, session.closed_at) == (NOON, None)
    assert [half.day for half in session.plan] == [DAY, DAY]
    assert [one.id for one in session.plan[0].segments] == [
        "h1-opening",
        "h1-contracts",
        "h1-break",
    ]
    assert desk.announced == [frozenset({Topic.SESSIONS})]


def test_returnees_get_a_witness(desk: Desk) -> None:
    session = desk.training.sessions.create("班", "half-day", DAY, groups=[Group.RETURNEES])

    assert session.plan[0].segments[-1].kind is SegmentKind.WITNESS


def test_modules_are_fitted_into_hours(desk: Desk) -> None:
    modules = [module.id for module in desk.library.modules()]
    session = desk.training.sessions.create("班", None, DAY, modules=modules, minutes=120)
    segments = [one for half in session.plan for one in half.segments]

    assert session.template == ""
    assert agenda.minutes(segments) <= 120
    assert (segments[0].kind, segments[-1].kind) == (SegmentKind.OPENING, SegmentKind.CLOSING)
    contracts = agenda.find(session.plan, "contracts")
    assert contracts.minutes == 15
    assert contracts.essential
    assert contracts.lessons == ("tiny/m01/two-contracts", "tiny/m01/fees")
    call = agenda.find(session.plan, "m13-call-112")
    assert (call.essential, call.module, call.method) == (False, "tiny/m13", "")
    assert call.minutes == 10  # 6 minutes, in steps of five


def test_a_lesson_alone_is_taught_with_its_activity(desk: Desk) -> None:
    (template,) = desk.library.templates()
    plain = replace(template, halves=tuple(_optional(half) for half in template.halves))
    library = _Library(desk.library, plain)
    plan = planning.from_modules(library, ["tiny/m01"], 120, DAY, ())
    contracts = agenda.find(plan, "m01-two-contracts")

    assert contracts.minutes == 20  # 7 to present, 10 for the activity, in steps of five
    assert (contracts.method, contracts.material_en) == ("role-play", "Copies of two contracts")
    assert contracts.lessons == ("tiny/m01/two-contracts",)
    assert agenda.find(plan, "m01-fees").method == ""


def test_a_witness_comes_where_there_is_room(desk: Desk) -> None:
    session = desk.training.sessions.create(
        "班", None, DAY, modules=["tiny/m01"], minutes=120, groups=[Group.RETURNEES]
    )

    kinds = [one.kind for half in session.plan for one in half.segments]
    assert kinds.count(SegmentKind.WITNESS) == 1


def test_what_such_a_class_has_stands_after_the_lessons_of_its_module(desk: Desk) -> None:
    (template,) = desk.library.templates()
    half = template.halves[0]
    extra = replace(half.segments[1], essential=False, lessons=(), for_groups=("construction",))
    parts = (
        replace(extra, id="site", kind="activity", minutes=10),
        replace(extra, id="else", module="tiny/m02", minutes=5),
    )
    changed = replace(half, segments=(*half.segments, *parts))
    library = _Library(desk.library, replace(template, halves=(changed, template.halves[1])))
    modules = ["tiny/m01", "tiny/m13"]
    plan = planning.from_modules(library, modules, 120, DAY, ("construction",))

    names = [one.id for one in plan[0].segments if one.kind is not SegmentKind.BREAK]
    assert names == ["opening", "contracts", "h1-site", "m13-call-112", "h1-else", "closing"]
    without = planning.from_modules(library, modules, 120, DAY, ())
    assert "h1-site" not in [one.id for one in without[0].segments]


def test_the_essential_parts_are_never_left_out(desk: Desk) -> None:
    modules = [module.id for module in desk.library.modules()]
    session = desk.training.sessions.create("班", None, DAY, modules=modules, minutes=60)
    segments = [one for half in session.plan for one in half.segments]

    assert agenda.minutes(segments) <= 60
    assert {one.id for one in segments if one.essential} == {"opening", "contracts", "closing"}


def test_opening_and_closing_are_as_short_as_the_session(desk: Desk) -> None:
    (long,) = desk.library.templates()
    half = long.halves[1]
    closing = replace(half.segments[-1], minutes=25)
    short = replace(long, hours=1, halves=(replace(half, segments=(closing,)),))
    library = _Library(desk.library, short, replace(long, hours=2))
    plans = [
        planning.from_modules(library, ["tiny/m13"], minutes, DAY, ()) for minutes in (60, 120)
    ]

    assert [agenda.find(plan, "closing").minutes for plan in plans] == [25, 10]
    assert [agenda.find(plan, "opening").minutes for plan in plans] == [5, 5]


def test_a_plan_is_hung_on_the_first_template_that_has_a_frame(desk: Desk) -> None:
    (good,) = desk.library.templates()
    short = replace(good, id="short", halves=good.halves[:1])

    assert planning.frame([short, good]) == agenda.frame_of(good)
    for templates in ([short], []):
        with pytest.raises(KeyError):
            planning.frame(templates)


@pytest.mark.parametrize(
    ("fields", "field", "words"),
    [
        ({"title": " "}, "title", "empty"),
        ({"title": "x" * 201}, "title", "200"),
        ({"trainer": "x" * 201}, "trainer", "200"),
        ({"place": "x" * 201}, "place", "200"),
        ({"sector": "x" * 201}, "sector", "200"),
        ({"destination": "FR"}, "destination", "not in the list"),
        ({"template": None}, "modules", "No module"),
        ({"template": None, "modules": ["tiny/m01"]}, "minutes", "1 to 40 hours"),
    ],
)
def test_what_is_refused(desk: Desk, fields: dict[str, object], field: str, words: str) -> None:
    given = {"title": "班", "template": "half-day", "first_day": DAY, **fields}
    with pytest.raises(InputError, match=words) as raised:
        desk.training.sessions.create(**given)  # type: ignore[arg-type]
    assert raised.value.field == field
    assert desk.training.sessions.all() == ()


def test_what_is_not_in_the_pack(desk: Desk) -> None:
    for template, modules in (("week", []), (None, ["tiny/m99"])):
        with pytest.raises(KeyError):
            desk.training.sessions.create("班", template, DAY, modules=modules, minutes=120)


def test_a_session_held_again(desk: Desk) -> None:
    sessions = desk.training.sessions
    first = sessions.update(desk.session(), rule=1, groups=[Group.RETURNEES])
    desk.people(first, "王芳")
    sessions.close(first)
    desk.wait(days=30)
    again = sessions.duplicate(sessions.get(first.id), DAY + timedelta(days=30))

    assert again == replace(
        first,
        id=again.id,
        plan=agenda.on_days(first.plan, DAY + timedelta(days=30)),
        created_at=desk.now,
        updated_at=desk.now,
    )
    assert again.id != first.id
    assert desk.training.roster.people(again) == ()
    assert [session.id for session in sessions.all()] == [again.id, first.id]


def test_a_change_keeps_what_others_changed_meanwhile(desk: Desk) -> None:
    sessions = desk.training.sessions
    old = desk.session()
    desk.wait(minutes=1)
    plan = agenda.skip(old.plan, "h1-break")
    sessions.replan(old, plan)
    new = sessions.update(
        old,
        title="新班",
        trainer="王",
        place="四楼",
        destination="",
        sector="建筑",
        groups=[],
        mode=Mode.ENGLISH,
        first_day=DAY + timedelta(days=1),
        rule=2,
    )

    assert new == replace(
        old,
        title="新班",
        trainer="王",
        place="四楼",
        sector="construction",
        mode=Mode.ENGLISH,
        plan=agenda.on_days(plan, DAY + timedelta(days=1)),
        rule=2,
        updated_at=desk.now,
    )
    assert sessions.get(old.id) == new
    desk.announced.clear()
    assert sessions.update(new, rule=2) == new
    assert desk.announced == []


def test_a_plan_is_made_again_when_the_class_is_another(desk: Desk) -> None:
    sessions = desk.training.sessions
    session = desk.session()
    sessions.replan(session, agenda.skip(session.plan, "h1-break"))
    sessions.update(session, groups=[Group.RETURNEES])
    again = sessions.plan_again(session)

    assert again.plan[0].segments[-1].kind is SegmentKind.WITNESS
    assert again.plan[0].day == DAY
    assert not agenda.find(again.plan, "h1-break").skipped
    sessions.replan(session, ())
    assert sessions.plan_again(session).plan[0].day == desk.now.date()
    fitted = sessions.create("班", None, DAY, modules=["tiny/m01"], minutes=120)
    with pytest.raises(KeyError):
        sessions.plan_again(fitted)


@pytest.mark.parametrize("rule", [-1, 3])
def test_a_rule_for_more_half_days_than_there_are(desk: Desk, rule: int) -> None:
    with pytest.raises(InputError, match="has 2 half-days") as raised:
        desk.training.sessions.update(desk.session(), rule=rule)
    assert raised.value.field == "rule"


def test_a_rule_for_half_days_that_the_plan_has_lost(desk: Desk) -> None:
    """Nobody could ever meet it."""
    session = desk.session()
    halves = len(session.plan)
    session = desk.training.sessions.update(session, rule=halves)

    assert desk.training.sessions.replan(session, session.plan).rule == halves
    assert desk.training.sessions.replan(session, session.plan[:-1]).rule == 0


def test_a_closed_session_is_not_changed(desk: Desk) -> None:
    sessions = desk.training.sessions
    session = desk.session()
    closed = sessions.close(session)

    assert closed.closed_at == desk.now
    assert sessions.close(session) == closed
    assert len(desk.store.events.of(session.id, EventVerb.CLOSED)) == 1
    for change in (
        lambda: sessions.update(session, title="x"),
        lambda: sessions.replan(session, ()),
    ):
        with pytest.raises(InputError, match="closed"):
            change()
    opened = sessions.reopen(closed)
    assert opened.closed_at is None
    assert sessions.reopen(opened) == opened
    assert sessions.update(opened, title="x").title == "x"


def test_the_sessions_of_a_day(desk: Desk) -> None:
    sessions = desk.training.sessions
    closed = sessions.close(desk.session("closed"))
    late = desk.session("late")
    late = sessions.replan(late, tuple(replace(half, start=half.start + 60) for half in late.plan))
    early = desk.session("early")
    desk.session("other day", date(2026, 12, 2))
    sessions.replan(desk.session("empty"), ())

    assert sessions.today(DAY) == (early, late, closed)
    assert sessions.today(date(2026, 1, 1)) == ()


def test_a_removed_session(desk: Desk) -> None:
    sessions = desk.training.sessions
    session = desk.session()
    sessions.remove(session)

    assert sessions.all() == ()
    for ask in (sessions.remove, sessions.close, sessions.reopen):
        with pytest.raises(KeyError):
            ask(session)
    with pytest.raises(KeyError):
        sessions.get(uuid4())
