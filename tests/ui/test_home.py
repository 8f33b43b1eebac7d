"""Home answers one question: what do I do next?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from pdo_app.app import Desk
from pdo_app.content.model import Language
from pdo_app.ui.routes import Place
from pdo_app.ui.widgets.patch import Chip
from pdo_app.ui.widgets.route_map import RouteMap
from pdo_app.ui.widgets.thread import ThreadRow

from .conftest import DEPARTURE, add_learner
from .operating import find, press
from .prepared import final_passed, read_all
from .walk import settle


def words(desk: Desk) -> str:
    return "\n".join(x.text() for x in desk.window.findChildren(QLabel) if x.isVisible())


def chips(desk: Desk) -> list[str]:
    return [c.accessibleName() for c in desk.window.findChildren(Chip) if c.isVisible()]


def place(desk: Desk) -> tuple[Place, dict[str, str]]:
    current = desk.frame.router.current
    assert current is not None
    return current.place, current.params


def test_the_next_lesson_is_one_press_away(desk: Desk) -> None:
    following = desk.services.progress.overview(desk.frame.person.present).next
    assert following is not None
    assert following.title[Language.ZH] in words(desk)
    press(desk, "continue")
    assert place(desk) == (Place.LESSON, {"lesson": following.id})


def test_the_whole_route_and_all_lists_are_one_press_away(desk: Desk) -> None:
    press(desk, "route")
    assert place(desk)[0] is Place.JOURNEY
    press(desk, "rail_home")
    press(desk, "all_checklists")
    assert place(desk)[0] is Place.CHECKLISTS


def test_a_tick_at_home_is_a_tick_on_the_list(desk: Desk) -> None:
    learner, today = desk.frame.person.present, desk.today()
    task = desk.services.checklists.due_within(learner, today)[0]
    press(desk, f"tick_{task.item.id}")
    settle()
    states = {t.item.id: t.state for t in desk.services.checklists.tasks(learner, today)}
    assert states[task.item.id].value == "done"


def test_at_most_four_things_are_due(desk: Desk) -> None:
    shown = [w for w in chips(desk) if w]
    assert 1 <= len(shown) <= 4


@pytest.mark.parametrize(
    ("days", "said"),
    [(23, "23"), (1, "1 "), (0, "今天出发"), (-3, "已经出发")],
)
def test_the_days_that_are_left(
    new_desk: Callable[[], Desk], packs: Path, tmp_path: Path, days: int, said: str
) -> None:
    today = DEPARTURE - timedelta(days=23)
    add_learner(tmp_path / "data", packs, departure=today)
    desk = new_desk()
    person = desk.frame.person
    # A day that has passed cannot be chosen; it comes by itself.
    person.become(replace(person.present, departure=today + timedelta(days=days)))
    settle()
    assert said in words(desk)


def test_without_a_day_it_leads_to_the_settings(
    new_desk: Callable[[], Desk], packs: Path, tmp_path: Path
) -> None:
    add_learner(tmp_path / "data", packs, departure=None)
    desk = new_desk()
    settle()
    assert "出发日期还没定" in words(desk)
    press(desk, "set_day")
    assert place(desk)[0] is Place.SETTINGS


def test_when_all_is_read_the_test_comes_next_then_the_certificate(desk: Desk) -> None:
    read_all(desk)
    settle()
    assert "参加结业测试" in words(desk)
    final_passed(desk)
    settle()
    press(desk, "continue")
    assert place(desk)[0] is Place.CERTIFICATE


def test_the_thread_speaks_too(desk: Desk) -> None:
    rows = [r for r in desk.window.findChildren(ThreadRow) if r.isVisible()]
    assert rows
    assert all("/" in row.accessibleName() for row in rows)


def test_a_narrow_page_has_no_map(desk: Desk) -> None:
    assert [m for m in desk.window.findChildren(RouteMap) if m.isVisible()]
    desk.frame.preferences.change(text_scale=200)
    settle()
    assert not [m for m in desk.window.findChildren(RouteMap) if m.isVisible()]
    assert find(desk, "continue").isVisible()


def test_a_day_is_today(desk: Desk) -> None:
    assert desk.today() == date(2026, 11, 24)
