from __future__ import annotations

import pytest

from pdo_app.content.figures import differing


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("2026年11月24日", "24 November 2026"),
        ("3 万元", "CNY 30,000"),
        ("300 万元", "CNY 3 million"),
        ("3 百万", "3,000,000"),
        ("1.5 亿", "150 million"),
        ("两份合同，三个人", "2 contracts and 3 people"),
        ("十五天，二十一天，十天", "15 days, 21 days and 10 days"),
        ("2 份，20 天，1 次", "two copies, twenty days, once"),
        ("每小时 13.90 欧元", "EUR 13.9 an hour"),
        ("9 点到 15 点", "9:00 to 15:00"),
        ("{{fact:de.wage2}}", "no figure"),
        ("半天", "half a day"),
        ("没有", "nothing"),
    ],
)
def test_the_same_figures(zh: str, en: str) -> None:
    assert differing(zh, en) == ([], [])


@pytest.mark.parametrize(
    ("zh", "en", "only"),
    [
        ("48 小时", "40 hours", (["48"], ["40"])),
        ("3 万元", "CNY 3,000", (["30000"], ["3000"])),
        ("2026年10月", "November 2026", (["10"], [])),
        ("30 天", "a month", (["30"], [])),
        ("四天", "5 days", ([], ["5"])),
        ("0.5", "0.50 and 0.6", ([], ["0.6"])),
    ],
)
def test_other_figures(zh: str, en: str, only: tuple[list[str], list[str]]) -> None:
    assert differing(zh, en) == only
