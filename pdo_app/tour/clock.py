"""The clock of a tour: it stands until it is moved, so that a day passes in seconds."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta


class MovedClock:
    """Gives UTC, as ``Outside`` asks for; begins at a local ``start`` of ``day``."""

    def __init__(self, day: date, start: time) -> None:
        self._now = datetime.combine(day, start).astimezone(UTC)

    def __call__(self) -> datetime:
        """Return the moment in UTC."""
        return self._now

    def pass_by(self, seconds: float) -> None:
        """Let time go by."""
        self._now += timedelta(seconds=seconds)

    def until(self, hour: int, minute: int) -> None:
        """Go on to a local time of the same day; one that has passed changes nothing."""
        local = self._now.astimezone()
        then = datetime.combine(local.date(), time(hour, minute)).astimezone(UTC)
        self._now = max(self._now, then)
