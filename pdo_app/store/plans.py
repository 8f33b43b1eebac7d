"""The plan of a session as JSON, and back. Fields that have their default are left out."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import MISSING, fields
from datetime import date
from typing import Any

from pdo_app.records import PlannedHalf, PlannedSegment, SegmentKind


def to_text(plan: tuple[PlannedHalf, ...]) -> str:
    """Return ``plan`` as JSON."""
    halves = [
        {
            "id": half.id,
            "day": half.day.isoformat(),
            "start": half.start,
            "title_zh": half.title_zh,
            "title_en": half.title_en,
            "segments": [_written(segment) for segment in half.segments],
        }
        for half in plan
    ]
    return json.dumps(halves, ensure_ascii=False)


def from_text(text: str) -> tuple[PlannedHalf, ...]:
    """Return the plan that :func:`to_text` wrote. Raises ValueError, KeyError or TypeError."""
    return tuple(
        PlannedHalf(
            id=half["id"],
            day=date.fromisoformat(half["day"]),
            start=half["start"],
            title_zh=half["title_zh"],
            title_en=half["title_en"],
            segments=tuple(_read(segment) for segment in half["segments"]),
        )
        for half in json.loads(text)
    )


def _written(segment: PlannedSegment) -> dict[str, object]:
    pairs = ((field, getattr(segment, field.name)) for field in fields(segment))
    return {
        field.name: value
        for field, value in pairs
        if field.default is MISSING or value != field.default
    }


def _read(raw: Mapping[str, Any]) -> PlannedSegment:
    return PlannedSegment(
        **{
            **raw,
            "kind": SegmentKind(raw["kind"]),
            "lessons": tuple(raw.get("lessons", ())),
        }
    )
