"""Plans and templates for the tests of the trainer's side."""

from __future__ import annotations

from datetime import date

from pdo_app.content.model import HalfDay, Segment, Template, Text
from pdo_app.records import PlannedHalf, PlannedSegment, SegmentKind

DAY = date(2026, 11, 24)


def segment(
    name: str,
    minutes: int = 20,
    kind: SegmentKind = SegmentKind.LESSON,
    *,
    essential: bool = False,
    skipped: bool = False,
    lessons: tuple[str, ...] = (),
    module: str = "",
) -> PlannedSegment:
    return PlannedSegment(
        name,
        kind,
        f"{name}题",
        f"{name} title",
        minutes,
        module=module,
        lessons=lessons,
        essential=essential,
        skipped=skipped,
    )


def half(*segments: PlannedSegment, name: str = "h1", start: int = 540) -> PlannedHalf:
    return PlannedHalf(name, DAY, start, "上午", "Morning", segments)


def part(
    name: str,
    minutes: int,
    kind: str = "lesson",
    *,
    essential: bool = False,
    for_groups: tuple[str, ...] = (),
    least: int = 0,
) -> Segment:
    return Segment(
        name,
        kind,
        Text(f"{name}题", f"{name} title"),
        minutes,
        essential=essential,
        for_groups=for_groups,
        least=least,
    )


def template(*halves: tuple[str, tuple[Segment, ...]]) -> Template:
    return Template(
        "t",
        Text("模板", "Template"),
        6,
        tuple(
            HalfDay(Text(f"半天{number}", f"Half {number}"), start, segments)
            for number, (start, segments) in enumerate(halves, start=1)
        ),
    )
