"""The roster and the attendance of a session, in every state worth looking at."""

from __future__ import annotations

from collections.abc import Iterator

from pdo_app.app import Desk
from pdo_app.exchange.roster_file import read_pasted
from pdo_app.records import Mark, MarkKind, TrainingSession
from pdo_app.ui.train.roster import RosterTab
from pdo_app.ui.train.session import SessionScreen

from .prepared import LONG
from .taught import show
from .walk import settle

LIST = (
    "姓名\t单位\t目的国\t出发日期\t工种\t出过国\t电话\t身份证号\n"
    "王海涛\t\t\t\t\t\t4821\t110101199003072316\n"
    "王海涛\t山东对外\t德国\t2026-12-17\t厨师\t是\t13912345678\t\n"
    "刘秀英\t\t\t\t\t\t\t\n"
    "新人甲\t中建\t奥地利\t2026-12-20\t焊工\t否\t4455\t\n"
    "新人乙\t中建\t火星\t2026-12-20\t焊工\t否\t4455\t\n"
    "\t中建\t\t\t\t\t\t\n"
    "张志强\t\t\t\t电工\t\t4821\t\n"
    f"{LONG[1:]}\t{LONG}\t\t\t\t\t\t\n"
)
"""Rows of every kind: the same, to decide, new, unreadable, changed."""


def tab_of(desk: Desk) -> object:
    """Return the tab that is open."""
    screen = desk.window.findChild(SessionScreen)
    assert isinstance(screen, SessionScreen)
    return screen.tab


def preview(desk: Desk, text: str = LIST) -> RosterTab:
    """Show what an import would do."""
    tab = tab_of(desk)
    assert isinstance(tab, RosterTab)
    tab._take(lambda names: read_pasted(text, names), "名单.csv")
    settle()
    return tab


def mark_some(desk: Desk, session: TrainingSession) -> None:
    """Give the people of a class marks of every kind."""
    attendance, people = desk.services.training().attendance, _people(desk, session)
    first, second = session.plan[0], session.plan[1]
    attendance.all_present(session, first.id)
    kinds = (
        Mark(MarkKind.LATE, first.start + 88),
        Mark(MarkKind.LEFT_EARLY, 16 * 60 + 5),
        Mark(MarkKind.ABSENT),
        Mark(MarkKind.EXCUSED),
    )
    for person, mark in zip(people, kinds, strict=False):
        attendance.mark(session, person, second.id, mark)


def _people(desk: Desk, session: TrainingSession) -> tuple:  # type: ignore[type-arg]
    return desk.services.training().roster.people(session)


def roster_and_attendance(desk: Desk, session: TrainingSession) -> Iterator[str]:
    """Show both tabs, full, with an import, marked, and without anybody."""
    roster = desk.services.training().roster
    show(desk, session, "roster")
    yield "session, its roster"
    tab = preview(desk)
    yield "session, what an import would do"
    tab._forget()
    mark_some(desk, session)
    show(desk, session, "attendance")
    yield "session, its attendance"
    other = desk.services.training().sessions.duplicate(session, session.plan[0].day)
    for person in roster.people(other):
        roster.remove(person)
    show(desk, other, "roster")
    yield "session, an empty roster"
    show(desk, other, "attendance")
    yield "session, nobody to mark"
    desk.services.training().sessions.remove(other)
