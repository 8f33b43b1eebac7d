"""What can still be read from a damaged file of records.

SQLite reads a table from its root, so that one bad page hides many good ones, and a bad first
page hides all. Here every page is looked at by itself. Rows are recognised by their shape: a
migration that adds a column to a table adds its shape here.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from pdo_app.store import centre, events, learners, log, participants, sessions
from pdo_app.store.pages import NONSENSE, Pages, Value

Values = tuple[Value, ...]
Found = tuple[str, int, Values]  # table, row number, values without the row number
_WITHOUT_NUMBER = ("removed", "alive")  # tables whose rows do not begin with it


def salvage(path: Path) -> Iterator[Found]:
    """Yield every row that can be read and makes sense, in no order.

    ``path`` may be missing, empty or not a database at all: then there are none. Nothing is
    changed.
    """
    try:
        pages = Pages(path)
    except OSError:
        return
    with closing(pages):
        for number, values in pages.rows():
            table = _table(values)
            if table:
                yield table, number, values if table in _WITHOUT_NUMBER else values[1:]


def _table(values: Values) -> str | None:
    """Return the table that ``values`` must be of, or None where they make no sense."""
    try:
        match len(values):
            # The verb of an activity stands where an event has its participant.
            case 11 if isinstance(values[3], str) and _is_activity(values[1:]):
                return "activities"
            case 11 if not isinstance(values[3], str) and _is_event(values[1:]):
                return "session_events"
            case 16 if values[0] is None and _is_session(values[1:]):
                return "sessions"
            case 14 if values[0] is None and _is_participant(values[1:]):
                return "participants"
            case 8 if values[0] is None and _is_centre(values[1:]):
                return "centre"
            case 2 if _fits(values, bytes, int):
                return "alive"
            case 9 if values[0] is None and _is_learner(values[1:]):
                return "learners"
            case 4 if _fits(values, bytes, int, str, int):
                return "removed"
            case 3 if values[0] is None and _fits(values[1:], str, int):
                return "device"
    except NONSENSE:
        return None
    return None


def _is_activity(values: Values) -> bool:
    activity = log.from_row(values)
    types = (bytes, bytes, str, str, int, str, str, int)
    return (
        _fits(values[:8], *types) and _fits(values[9:], str) and isinstance(activity.result, dict)
    )


def _is_learner(values: Values) -> bool:
    learners.from_row(values)
    types = (bytes, str, str)
    return (
        _fits(values[:3], *types)
        and _fits(values[5:7], int, int)
        and isinstance(values[7], str | None)
    )


def _is_event(values: Values) -> bool:
    event = events.from_row(values)
    types = (bytes, bytes, type(values[2]), str, str, int, str, str, int, str)
    return _fits(values, *types) and isinstance(event.result, dict)


def _is_session(values: Values) -> bool:
    sessions.from_row(values)
    return _fits(values[:14], bytes, *(str,) * 10, int, int, int)


def _is_participant(values: Values) -> bool:
    participants.from_row(values)
    types = (bytes, bytes, str, str, str, type(values[5]), str, int, str, int)
    return _fits(values[:10], *types) and _fits(values[11:], int, int)


def _is_centre(values: Values) -> bool:
    centre.from_row(values)
    hashes = (str, type(None))
    return (
        _fits(values[:4], str, str, bytes, str)
        and isinstance(values[4], hashes)
        and isinstance(values[5], hashes)
        and _fits(values[6:], int)
    )


def _fits(values: Values, *types: type) -> bool:
    return all(type(value) is kind for value, kind in zip(values, types, strict=True))
