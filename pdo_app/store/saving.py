"""Keeping a record that was changed, and when."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from pdo_app.records import Learner, Participant, TrainingSession

R = TypeVar("R", "Learner", "Participant", "TrainingSession")


def save(change: Callable[[R], None], old: R, new: R, now: datetime) -> R:
    """Give ``new`` in the place of ``old``, changed ``now`` (UTC), to ``change`` of its table, and
    return it as it is kept. Where nothing differs nothing is written. Raises what ``change``
    raises: KeyError where the record was removed, StoreError."""
    if new == old:
        return old
    new = replace(new, updated_at=now)
    change(new)
    return new
