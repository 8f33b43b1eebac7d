"""Walks every screen in all three modes, both themes and three text sizes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pytest

from pdo_app.app import Desk
from pdo_app.records import Mode
from pdo_app.ui.routes import Place

from .places import states
from .walk import faults, settle, unreached

THEMES = ("light", "dark")
SCALES = (100, 150, 200)
SMALL, LARGE = (1366, 768), (1920, 1080)

Look = tuple[Mode, str, int]
ALL_LOOKS: tuple[Look, ...] = tuple(product(Mode, THEMES, SCALES))
FEW_LOOKS: tuple[Look, ...] = (
    (Mode.BOTH, "light", 100),
    (Mode.BOTH, "dark", 150),
    (Mode.BOTH, "light", 200),
    (Mode.ENGLISH, "light", 150),
    (Mode.ENGLISH, "dark", 200),
)
"""For further states: the longest words, each layout."""


@pytest.mark.parametrize("place", Place)
def test_nothing_is_cut_off_or_out_of_reach(desk: Desk, place: Place) -> None:
    found: list[str] = []
    for at, state in enumerate(states(desk, place)):
        current = desk.frame.router.current
        assert current is not None
        assert current.place is place
        looks = FEW_LOOKS if at else ALL_LOOKS
        found += [f"{state}, {words}" for words in _look_at(desk, looks)]
    assert not found, "\n".join(["", *found])


def _look_at(desk: Desk, looks: tuple[Look, ...]) -> Iterator[str]:
    for mode, theme, scale in looks:
        _change(desk, mode, theme, scale)
        where = f"{mode.value} {theme} {scale} %: "
        yield from (where + words for words in faults(desk.window))
        if mode is Mode.BOTH and theme == "light":
            yield from (where + words for words in unreached(desk.window))
    desk.window.resize(*LARGE)
    for mode in Mode:
        _change(desk, mode, "light", 100)
        where = f"{mode.value} {LARGE[0]} x {LARGE[1]}: "
        yield from (where + words for words in faults(desk.window))
    desk.window.resize(*SMALL)
    settle()


def _change(desk: Desk, mode: Mode, theme: str, scale: int) -> None:
    desk.frame.preferences.change(mode=mode, theme=theme, text_scale=scale)
    settle()
