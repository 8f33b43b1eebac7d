from __future__ import annotations

from dataclasses import replace

from pdo_app.content.library import Library
from pdo_app.content.model import Module
from pdo_app.training.objectives import Objectives

from .conftest import Desk

CONTRACTS, FEES = "tiny/m01/two-contracts", "tiny/m01/fees"


def test_each_objective_is_named_once_in_the_order_of_the_lessons(desk: Desk) -> None:
    found = Objectives(desk.library)

    assert [one.en for one in found.of((CONTRACTS, FEES, CONTRACTS))] == [
        "Can name what a contract must say",
        "Can refuse to pay a deposit",
    ]
    assert [one.en for one in found.of((FEES,))] == ["Can refuse to pay a deposit"]


def test_the_lessons_of_a_guide_have_objectives_too(desk: Desk) -> None:
    (guide,) = desk.library.guides()

    found = Objectives(desk.library).of([guide.lessons[0].id])
    assert set(found) <= {one.text for one in guide.objectives}
    assert found


def test_what_is_no_longer_there_adds_nothing(desk: Desk) -> None:
    class Shorter(Library):
        def modules(self) -> tuple[Module, ...]:
            return tuple(replace(one, objectives=()) for one in super().modules())

    assert Objectives(desk.library).of(["tiny/m01/gone"]) == ()
    assert Objectives(Shorter(desk.library._packs)).of((CONTRACTS, FEES)) == ()
