"""When a thing on a checklist is due, and how that looks today: pure functions of dates."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from pdo_app.content.model import Anchor, ChecklistItem

SOON_DAYS = 7


class TaskState(StrEnum):
    """How a thing to do stands today. SOON is within seven days; UNDATED has no day to count
    from yet."""

    DONE = "done"
    LATE = "late"
    TODAY = "today"
    SOON = "soon"
    LATER = "later"
    UNDATED = "undated"


def due_date(item: ChecklistItem, departure: date | None) -> date | None:
    """Return the day by which ``item`` is due, None while its anchor has no date.

    Arrival counts from the day of departure, since most flights land the same day. The day of
    return is not known to the application.
    """
    if departure is None or item.anchor is Anchor.RETURN:
        return None
    try:
        return departure + timedelta(days=item.days)
    except OverflowError:  # a departure at the edge of the calendar
        return None


def task_state(due: date | None, done: bool, today: date) -> TaskState:
    """Return how a thing stands that is due on ``due``."""
    if done:
        return TaskState.DONE
    if due is None:
        return TaskState.UNDATED
    if due < today:
        return TaskState.LATE
    if due == today:
        return TaskState.TODAY
    return TaskState.SOON if due <= today + timedelta(days=SOON_DAYS) else TaskState.LATER
