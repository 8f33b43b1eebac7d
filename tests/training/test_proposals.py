from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pdo_app.records import Participant, RosterRow
from pdo_app.training.proposals import Person, Proposal, ProposalKind, changed, propose_rows

from .conftest import NOON

CODES = {"de": "DE", "德国": "DE"}
DAY = date(2026, 12, 17)
FANG = Participant(
    UUID(int=1),
    UUID(int=9),
    "王芳",
    NOON,
    NOON,
    company="远大",
    destination="DE",
    departure=DAY,
    phone="8042",
)
WEI = Participant(UUID(int=2), UUID(int=9), "李伟", NOON, NOON)


def rows(*said: dict[str, str]) -> list[RosterRow]:
    return [RosterRow(line, **one) for line, one in enumerate(said, 2)]


def propose(
    *said: dict[str, str], existing: tuple[Participant, ...] = (FANG, WEI)
) -> list[Proposal]:
    return list(propose_rows(rows(*said), existing, CODES))


def kind(said: dict[str, str], existing: tuple[Participant, ...] = (FANG, WEI)) -> ProposalKind:
    return propose(said, existing=existing)[0].kind


def test_a_new_name_is_added() -> None:
    (found,) = propose(
        {
            "name": " 张  三 ",
            "company": "中铁 ",
            "destination": "德国",
            "departure": "2026-12-17",
            "sector": "建筑",
            "returnee": "是",
            "phone": "13800138042",
        }
    )

    assert found.kind is ProposalKind.ADD
    assert found.person == Person("张 三", "中铁", "DE", DAY, "construction", True, "8042")
    assert (found.matches, found.changes, found.message) == ((), (), None)


def test_a_name_alone_never_decides() -> None:
    (found,) = propose({"name": "李伟"})

    assert found.kind is ProposalKind.UNSURE
    assert found.matches == (WEI,)
    assert found.message is not None
    assert kind({"name": "王芳"}) is ProposalKind.UNSURE


@pytest.mark.parametrize(
    ("said", "wanted", "changes"),
    [
        ({"phone": "138 8042"}, ProposalKind.SAME, ()),
        ({"phone": "8042", "company": "远大"}, ProposalKind.SAME, ()),
        ({"phone": "8042", "company": "中铁"}, ProposalKind.UPDATE, ("company",)),
        ({"phone": "8042", "returnee": "是"}, ProposalKind.UPDATE, ("returnee",)),
        ({"phone": "8042", "returnee": "否"}, ProposalKind.SAME, ()),
        ({"phone": "9999"}, ProposalKind.UNSURE, ()),
        (
            {"phone": "9999", "company": "远大", "destination": "DE", "departure": "2026-12-17"},
            ProposalKind.UNSURE,
            (),
        ),
        (
            {"company": "远大", "destination": "DE", "departure": "2026-12-17"},
            ProposalKind.SAME,
            (),
        ),
        (
            {"company": "远大", "destination": "DE", "departure": "2026-12-17", "sector": "护理"},
            ProposalKind.UPDATE,
            ("sector",),
        ),
        ({"company": "远大", "destination": "DE"}, ProposalKind.UNSURE, ()),
        (
            {"company": "远大", "destination": "DE", "departure": "2026-12-18"},
            ProposalKind.UNSURE,
            (),
        ),
    ],
)
def test_more_than_the_name_decides(
    said: dict[str, str], wanted: ProposalKind, changes: tuple[str, ...]
) -> None:
    (found,) = propose({"name": "王 芳", **said})

    assert (found.kind, found.changes) == (wanted, changes)
    assert found.matches == (FANG,)


def test_two_on_the_roster_who_fit() -> None:
    twin = replace(FANG, id=UUID(int=3))
    (found,) = propose({"name": "王芳", "phone": "8042"}, existing=(FANG, WEI, twin))

    assert found.kind is ProposalKind.UNSURE
    assert found.matches == (FANG, twin)


def test_returnee_can_be_taken_back() -> None:
    back = replace(FANG, returnee=True)

    assert kind({"name": "王芳", "phone": "8042", "returnee": "否"}, (back,)) is ProposalKind.UPDATE
    assert kind({"name": "王芳", "phone": "8042"}, (back,)) is ProposalKind.SAME


def test_the_same_row_twice() -> None:
    one = {"name": "张三", "phone": "1234"}
    first, second, third = propose(one, one, {"name": "张三", "phone": "5678"})

    assert first.kind is ProposalKind.ADD
    assert second.kind is ProposalKind.SAME
    assert second.message is not None
    assert second.message.in_english() == "This row says the same as row 2."
    assert third.kind is ProposalKind.UNSURE
    assert third.message is not None
    assert third.message.in_english() == "Row 2 has the same name."
    assert third.matches == ()


def test_the_same_name_twice_may_be_two_people() -> None:
    first, second = propose({"name": "张三"}, {"name": "张三"})

    assert (first.kind, second.kind) == (ProposalKind.ADD, ProposalKind.UNSURE)


def test_the_same_row_twice_without_a_phone() -> None:
    one = {"name": "张三", "company": "远大", "destination": "DE", "departure": "2026-12-17"}

    assert [found.kind for found in propose(one, one)] == [ProposalKind.ADD, ProposalKind.SAME]


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"name": "  "}, "no name"),
        ({"name": "x" * 201}, "too long"),
        ({"name": "张三", "company": "x" * 201}, "too long"),
        ({"name": "张三", "departure": "soon"}, "cannot be read"),
        ({"name": "张三", "returnee": "maybe"}, "yes or no"),
        ({"name": "张三", "phone": "12"}, "four digits"),
        ({"name": "张三", "destination": "Atlantis"}, "not in the list"),
    ],
)
def test_bad_rows(said: dict[str, str], words: str) -> None:
    (found,) = propose(said)

    assert (found.kind, found.person, found.matches) == (ProposalKind.BAD, None, ())
    assert found.message is not None
    assert words in found.message.in_english()


def test_what_is_empty_changes_nothing() -> None:
    assert changed(FANG, Person("王芳")) == (FANG, ())


@given(
    st.lists(
        st.builds(
            RosterRow,
            line=st.integers(1, 9),
            name=st.sampled_from(["王芳", "王 芳", "李伟", "张三", ""]),
            phone=st.sampled_from(["", "8042", "1234"]),
            company=st.sampled_from(["", "远大"]),
        ),
        max_size=6,
    )
)
def test_a_name_alone_never_updates(given_rows: list[RosterRow]) -> None:
    for found in propose_rows(given_rows, (FANG, WEI), CODES):
        if found.kind is ProposalKind.UPDATE:
            assert found.row.phone == "8042"
