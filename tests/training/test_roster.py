from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from pdo_app.changes import Topic
from pdo_app.errors import InputError
from pdo_app.records import Mark, MarkKind, Participant, RosterRow, TrainingSession
from pdo_app.training.proposals import ProposalKind
from pdo_app.training.roster import Applied, Choice, Decision

from .conftest import Desk

PRESENT, ABSENT = Mark(MarkKind.PRESENT), Mark(MarkKind.ABSENT)
LATE = Mark(MarkKind.LATE, 560)


@pytest.fixture
def session(desk: Desk) -> TrainingSession:
    return desk.session()


def test_people_are_typed_in(desk: Desk, session: TrainingSession) -> None:
    roster = desk.training.roster
    desk.announced.clear()
    plain = roster.add(session, " 王  芳 ")
    full = roster.add(
        session,
        "李伟",
        company=" 远大 ",
        destination="DE",
        departure=date(2026, 12, 17),
        sector="护理",
        returnee=True,
        phone="13800138042",
    )
    walk_in = roster.walk_in(session, "小王")

    assert roster.people(session) == (plain, full, walk_in)
    assert (plain.name, plain.session, plain.created_at) == ("王 芳", session.id, desk.now)
    assert (full.company, full.phone, full.returnee, full.walk_in) == ("远大", "8042", True, False)
    assert walk_in.walk_in
    assert desk.announced == [frozenset({Topic.ROSTER})] * 3


@pytest.mark.parametrize(
    ("name", "fields", "field"),
    [
        (" ", {}, "name"),
        ("x" * 201, {}, "name"),
        ("王", {"company": "x" * 201}, "company"),
        ("王", {"sector": "x" * 201}, "sector"),
        ("王", {"phone": "42"}, "phone"),
    ],
)
def test_what_is_refused(
    desk: Desk, session: TrainingSession, name: str, fields: dict[str, str], field: str
) -> None:
    with pytest.raises(InputError) as raised:
        desk.training.roster.add(session, name, **fields)  # type: ignore[arg-type]
    assert raised.value.field == field
    assert desk.training.roster.people(session) == ()


def test_a_change_keeps_what_is_left_out(desk: Desk, session: TrainingSession) -> None:
    roster = desk.training.roster
    person = roster.add(session, "王芳", company="远大", phone="8042")
    desk.wait(minutes=1)
    renamed = roster.change(person, name="王方", phone="")
    again = roster.change(person, sector="护理")

    assert renamed == replace(person, name="王方", phone="", updated_at=desk.now)
    assert again == replace(renamed, sector="care")
    desk.announced.clear()
    assert roster.change(person, sector="护理") == again
    assert desk.announced == []
    roster.remove(person)
    assert roster.people(session) == ()
    with pytest.raises(KeyError):
        roster.change(person, sector="x")


class TestMerging:
    @pytest.fixture
    def both(self, desk: Desk, session: TrainingSession) -> tuple[Participant, Participant]:
        roster = desk.training.roster
        listed = roster.add(session, "王芳", company="远大")
        return listed, roster.change(
            roster.walk_in(session, "小王"), company="远大公司", phone="8042", returnee=True
        )

    def test_the_walk_in_goes_and_what_was_known_stays(
        self, desk: Desk, session: TrainingSession, both: tuple[Participant, Participant]
    ) -> None:
        listed, walk_in = both
        merged = desk.training.roster.merge(walk_in, listed)

        assert desk.training.roster.people(session) == (merged,)
        assert merged == replace(listed, phone="8042", returnee=True)
        assert desk.store.participants.get(walk_in.id).merged_into == listed.id

    def test_attendance_comes_along(
        self, desk: Desk, session: TrainingSession, both: tuple[Participant, Participant]
    ) -> None:
        listed, walk_in = both
        attendance = desk.training.attendance
        attendance.mark(session, listed, "h1", ABSENT)
        attendance.mark(session, walk_in, "h1", LATE)
        attendance.mark(session, walk_in, "h2", ABSENT)
        desk.training.roster.merge(walk_in, listed)

        (row,) = attendance.grid(session).rows
        assert row.marks == (LATE, None)

    def test_attendance_of_the_one_who_stays_is_not_lost(
        self, desk: Desk, session: TrainingSession, both: tuple[Participant, Participant]
    ) -> None:
        listed, walk_in = both
        attendance = desk.training.attendance
        attendance.mark(session, listed, "h1", PRESENT)
        attendance.mark(session, walk_in, "h1", LATE)
        attendance.mark(session, walk_in, "h2", PRESENT)
        desk.training.roster.merge(walk_in, listed)

        (row,) = attendance.grid(session).rows
        assert row.marks == (PRESENT, PRESENT)

    def test_who_was_merged_before_follows(
        self, desk: Desk, session: TrainingSession, both: tuple[Participant, Participant]
    ) -> None:
        listed, walk_in = both
        roster = desk.training.roster
        first = roster.walk_in(session, "王")
        roster.merge(first, walk_in)
        roster.merge(walk_in, listed)
        other = roster.add(session, "李伟")

        assert desk.store.participants.get(first.id).merged_into == listed.id
        assert [person.id for person in roster.people(session)] == [listed.id, other.id]

    def test_who_cannot_be_merged(self, desk: Desk, both: tuple[Participant, Participant]) -> None:
        listed, _ = both
        elsewhere = desk.training.roster.add(desk.session(), "王芳")
        for other in (listed, elsewhere):
            with pytest.raises(ValueError, match="two people"):
                desk.training.roster.merge(other, listed)

    def test_nobody_is_merged_twice(
        self, desk: Desk, session: TrainingSession, both: tuple[Participant, Participant]
    ) -> None:
        """The other way round both would be gone."""
        listed, walk_in = both
        desk.training.roster.merge(walk_in, listed)
        for gone, stays in ((listed, walk_in), (walk_in, listed)):
            with pytest.raises(ValueError, match="two people"):
                desk.training.roster.merge(gone, stays)

        assert [person.id for person in desk.training.roster.people(session)] == [listed.id]


class TestImport:
    ROWS = (
        RosterRow(2, "王芳", company="中铁", phone="8042"),
        RosterRow(3, "李伟"),
        RosterRow(4, "张三", destination="DE", returnee="是"),
        RosterRow(5, "赵六", phone="1"),
        RosterRow(6, "钱七", phone="7777"),
    )

    @pytest.fixture
    def here(self, desk: Desk, session: TrainingSession) -> dict[str, Participant]:
        roster = desk.training.roster
        return {
            "fang": roster.add(session, "王芳", phone="8042"),
            "wei": roster.add(session, "李伟", company="远大"),
            "qian": roster.add(session, "钱七", phone="7777"),
        }

    def test_everything_at_once(
        self, desk: Desk, session: TrainingSession, here: dict[str, Participant]
    ) -> None:
        proposals = desk.training.roster.propose(session, self.ROWS)
        assert [found.kind for found in proposals] == [
            ProposalKind.UPDATE,
            ProposalKind.UNSURE,
            ProposalKind.ADD,
            ProposalKind.BAD,
            ProposalKind.SAME,
        ]
        desk.announced.clear()
        desk.wait(hours=1)
        done = desk.training.roster.apply(session, [Decision(found) for found in proposals])

        assert done == Applied(added=1, updated=1, left=3)
        assert desk.announced == [frozenset({Topic.ROSTER})]
        people = desk.training.roster.people(session)
        assert people[0] == replace(here["fang"], company="中铁", updated_at=desk.now)
        assert people[1:3] == (here["wei"], here["qian"])
        assert (people[3].name, people[3].destination, people[3].returnee) == ("张三", "DE", True)
        assert len(people) == 4

    @pytest.mark.parametrize("choice", list(Choice))
    def test_a_decision(
        self,
        desk: Desk,
        session: TrainingSession,
        here: dict[str, Participant],
        choice: Choice,
    ) -> None:
        (proposal,) = desk.training.roster.propose(
            session, [RosterRow(2, "李伟", company="中铁", phone="1234")]
        )
        decision = Decision(proposal, choice, here["wei"].id)
        done = desk.training.roster.apply(session, [decision])
        people = [(one.name, one.company) for one in desk.training.roster.people(session)][1:]

        before = [("李伟", "远大"), ("钱七", "")]
        assert (done, people) == {
            Choice.NEW: (Applied(1, 0, 0), [*before, ("李伟", "中铁")]),
            Choice.SAME_PERSON: (Applied(0, 1, 0), [("李伟", "中铁"), ("钱七", "")]),
            Choice.LEAVE_OUT: (Applied(0, 0, 1), before),
        }[choice]

    def test_a_row_that_is_sure_may_be_left_out(
        self, desk: Desk, session: TrainingSession, here: dict[str, Participant]
    ) -> None:
        proposals = desk.training.roster.propose(session, self.ROWS)
        left = [Decision(found, Choice.LEAVE_OUT) for found in proposals]

        assert desk.training.roster.apply(session, left) == Applied(0, 0, 5)
        assert len(desk.training.roster.people(session)) == 3

    def test_the_same_person_who_says_nothing_new(
        self, desk: Desk, session: TrainingSession, here: dict[str, Participant]
    ) -> None:
        (proposal,) = desk.training.roster.propose(session, [RosterRow(2, "李伟")])
        decision = Decision(proposal, Choice.SAME_PERSON, here["wei"].id)

        assert desk.training.roster.apply(session, [decision]) == Applied(0, 0, 1)

    def test_a_decision_that_makes_no_sense_undoes_everything(
        self, desk: Desk, session: TrainingSession, here: dict[str, Participant]
    ) -> None:
        roster = desk.training.roster
        update, unsure, add, bad, _ = roster.propose(session, self.ROWS)
        before = roster.people(session)
        for wrong in (
            Decision(bad, Choice.NEW),
            Decision(add, Choice.SAME_PERSON),
            Decision(unsure, Choice.SAME_PERSON),
            Decision(unsure, Choice.SAME_PERSON, uuid4()),
        ):
            with pytest.raises(ValueError, match=r"same person|not sure"):
                roster.apply(session, [Decision(update), Decision(add), wrong])
        assert roster.people(session) == before

    def test_somebody_who_was_removed_meanwhile(
        self, desk: Desk, session: TrainingSession, here: dict[str, Participant]
    ) -> None:
        roster = desk.training.roster
        update, _, add, _, _ = roster.propose(session, self.ROWS)
        roster.remove(here["fang"])
        with pytest.raises(KeyError):
            roster.apply(session, [Decision(add), Decision(update)])

        assert len(roster.people(session)) == 2
