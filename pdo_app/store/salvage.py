"""What can still be read from a damaged file of records.

SQLite reads a table from its root, so that one bad page hides many good ones, and a bad first
page hides all. Here every page is looked at by itself. Rows are recognised by their shape: a
migration that adds a column to a table adds its shape here.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from pdo_app.store import learners, log
from pdo_app.store.pages import NONSENSE, Pages, Value

Values = tuple[Value, ...]
Found = tuple[str, int, Values]  # table, row number, values without the row number


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
                yield table, number, values if table == "removed" else values[1:]


def _table(values: Values) -> str | None:
    """Return the table that ``values`` must be of, or None where they make no sense."""
    try:
        match len(values):
            case 11 if values[0] is None and _is_activity(values[1:]):
                return "activities"
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


def _fits(values: Values, *types: type) -> bool:
    return all(type(value) is kind for value, kind in zip(values, types, strict=True))
