from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from pdo_app.learning.local_time import local_time

NOVEMBER = datetime(2026, 11, 24, 1, 54, tzinfo=UTC)


def test_berlin_in_november() -> None:
    found = local_time("Europe/Berlin", NOVEMBER)
    assert f"{found.there:%H:%M}" == "02:54"
    assert f"{found.beijing:%H:%M}" == "09:54"
    assert found.behind == timedelta(hours=7)
    assert found.change is not None
    assert found.change.day == date(2027, 3, 28)
    assert found.change.behind == timedelta(hours=6)


def test_iceland_never_changes() -> None:
    found = local_time("Atlantic/Reykjavik", NOVEMBER)
    assert found.behind == timedelta(hours=8)
    assert found.change is None


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2027, 3, 27, 0, 30, tzinfo=UTC), date(2027, 3, 28)),
        (datetime(2027, 3, 27, 2, 0, tzinfo=UTC), date(2027, 3, 28)),
        (datetime(2027, 3, 28, 0, 59, tzinfo=UTC), date(2027, 3, 28)),
        (datetime(2027, 3, 28, 1, 1, tzinfo=UTC), date(2027, 10, 31)),
    ],
)
def test_the_day_of_the_change(moment: datetime, day: date) -> None:
    found = local_time("Europe/Helsinki", moment)
    assert found.change is not None
    assert found.change.day == day


def test_an_unknown_zone() -> None:
    with pytest.raises(KeyError):
        local_time("Europe/Nowhere", NOVEMBER)
