"""The public holidays of the built-in pack."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from opencc import OpenCC

from pdo_app.content.model import Holiday, Holidays, Pack
from pdo_app.content.problems import Problem
from pdo_app.content.reader import read

CORE = Path(__file__).parents[2] / "resources" / "packs" / "core"
HAN = re.compile("[\u4e00-\u9fff]")


@pytest.fixture(scope="module")
def reading() -> tuple[Pack, tuple[Problem, ...]]:
    found = read(CORE)
    return found.pack, found.problems


@pytest.fixture(scope="module")
def holidays(reading: tuple[Pack, tuple[Problem, ...]]) -> Mapping[str, Holidays]:
    return {found.country: found for found in reading[0].holidays}


def on(found: Holidays, day: str) -> list[Holiday]:
    return [one for one in found.days if one.day == date.fromisoformat(day)]


def test_every_destination_has_three_years(
    reading: tuple[Pack, tuple[Problem, ...]], holidays: Mapping[str, Holidays]
) -> None:
    pack, problems = reading
    assert [p for p in problems if p.file.startswith("holidays/")] == []
    assert sorted(holidays) == sorted(pack.info.destinations)
    first = pack.info.date.year
    for found in holidays.values():
        assert {day.day.year for day in found.days} == {first, first + 1, first + 2}
        nationwide = [day for day in found.days if not day.regions]
        assert len(nationwide) >= 12, found.country
        assert [one.name.zh for one in on(found, f"{first}-12-25")] == ["圣诞节"], found.country


def test_every_name_is_simplified_chinese_and_english(holidays: Mapping[str, Holidays]) -> None:
    simplify = OpenCC("t2s").convert
    for found in holidays.values():
        for text in {*(day.name for day in found.days), *(r.name for r in found.regions)}:
            assert HAN.search(text.zh), text
            assert simplify(text.zh) == text.zh
            assert text.en, text
            assert not HAN.search(text.en), text
            assert "Labor" not in text.en
        assert all(day.local for day in found.days)
        assert {code for day in found.days for code in day.regions} == {
            region.code for region in found.regions
        }


@pytest.mark.parametrize(
    ("country", "day", "zh", "local"),
    [
        ("DE", "2026-10-03", "德国统一日", "Tag der Deutschen Einheit"),
        ("AT", "2026-10-26", "国庆日", "Nationalfeiertag"),
        ("IT", "2026-06-02", "共和国日", "Festa della Repubblica"),
        ("GR", "2027-05-03", "复活节星期一", "Δευτέρα του Πάσχα"),
        ("RO", "2026-12-01", "国庆日", "Ziua Națională a României"),
        ("PL", "2026-11-11", "国家独立日", "Narodowe Święto Niepodległości"),
        ("CH", "2027-08-01", "国庆日", "Nationalfeiertag"),
        ("NO", "2028-05-17", "宪法日", "Grunnlovsdag"),
    ],
)
def test_days_that_are_known(
    holidays: Mapping[str, Holidays], country: str, day: str, zh: str, local: str
) -> None:
    (found,) = on(holidays[country], day)
    assert (found.name.zh, found.local, found.regions) == (zh, local, ())


def test_regions_by_name(holidays: Mapping[str, Holidays]) -> None:
    germany = {region.code: region.name for region in holidays["DE"].regions}
    assert (germany["BY"].zh, germany["BY"].en) == ("巴伐利亚州", "Bavaria")
    (women,) = on(holidays["DE"], "2027-03-08")
    assert women.regions == ("BE", "MV")
    (ambrose,) = [one for one in on(holidays["IT"], "2026-12-07") if "MI" in one.regions]
    assert ambrose.name.zh == "圣安布罗斯日"
