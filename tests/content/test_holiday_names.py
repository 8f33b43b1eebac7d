"""The pack's table of holiday names."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pdo_app.content.reader import read

NAMES = "holidays/names.yaml"
REGIONS = "holidays/regions.yaml"


def test_a_pack_with_a_table_has_holidays(tiny: Path) -> None:
    germany, norway = read(tiny).pack.holidays
    assert (germany.country, norway.country) == ("DE", "NO")
    assert next(r.name.en for r in germany.regions if r.code == "BY") == "Bavaria"
    assert any(day.name.en == "Labour Day" for day in germany.days)


def test_a_pack_without_one_has_none(copy: Path) -> None:
    (copy / NAMES).unlink()
    (copy / REGIONS).unlink()
    assert read(copy).pack.holidays == ()


def test_regions_may_be_missing(copy: Path) -> None:
    (copy / REGIONS).unlink()
    reading = read(copy)
    assert reading.problems == ()
    assert any(r.name.en == "Bayern" for r in reading.pack.holidays[0].regions)


def test_a_country_without_holidays(change: Callable[..., Path]) -> None:
    reading = read(change("pack.yaml", 'destinations: [DE, "ZZ"]', 'destinations: [DE, "NO"]'))
    assert [found.country for found in reading.pack.holidays] == ["DE"]


def test_a_name_that_is_missing(change: Callable[..., Path]) -> None:
    problems = read(change(NAMES, "", "  Epiphany: 主显节\n")).problems
    assert [(p.file, p.line, p.severity, p.code) for p in problems] == [
        (NAMES, 1, "error", "holiday-name")
    ]
    assert "'Epiphany' (DE)" in problems[0].message


@pytest.mark.parametrize(
    ("file", "old", "new", "problem"),
    [
        (NAMES, "english:\n", "engels:\n", (4, "unknown-key")),
        (NAMES, '"{name} (observed)"', '"(observed)"', (2, "holiday-form")),
        (NAMES, "{name}（补假）", "补假", (2, "holiday-form")),
        (NAMES, ', en: "{name} (day in lieu)"', "", (2, "language")),
        (NAMES, "Epiphany: 主显节", "Epiphany: [主显节]", (7, "type")),
        (NAMES, "Epiphany: 主显节", "Epiphany:", (7, "type")),
        (NAMES, "Epiphany: 主显节", "Epiphany: <b>主显节", (7, "html")),
        (NAMES, "english:\n  Labor Day: Labour Day\n", "english: [a]\n", (3, "type")),
        (REGIONS, "{zh: 巴伐利亚州, en: Bavaria}", "Bavaria", (2, "language")),
        (REGIONS, "DE:\n", "- DE\n", None),
    ],
)
def test_problems(
    change: Callable[..., Path], file: str, old: str, new: str, problem: tuple[int, str] | None
) -> None:
    found = {(p.file, p.line, p.code) for p in read(change(file, new, old)).problems}
    if problem is None:
        assert found
    else:
        assert (file, *problem) in found


def test_an_empty_table(change: Callable[..., Path]) -> None:
    codes = {p.code for p in read(change(NAMES, "")).problems}
    assert codes == {"type", "holiday-name"}
