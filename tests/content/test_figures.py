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
        ("20 万元，二十万元", "200,000 yuan"),
        ("一千二百元，三百六十五天", "1,200 yuan, 365 days"),
        ("200 人，1500 元", "two hundred people, one thousand five hundred yuan"),
        ("第 4 天，30 天，21 天", "the fourth day, thirty days, twenty-one days"),
        ("2026-11-05", "5 Nov 2026"),
        ("5 千克，3 千米，2 千元", "5 kg, 3 km and 2,000 yuan"),
        ("降 2 百分点", "2 points less"),
        ("5%", "5 per cent"),
        ("百分之五", "5%"),
        ("下午 3 点", "15:00"),
        ("15:30，22 点", "3:30 p.m. and 10 pm"),
        ("晚上 10 点", "10 in the evening"),
        ("半小时，半年，一刻钟", "30 minutes, 6 months, 15 minutes"),
        ("30 分钟，6 个月", "half an hour, half a year"),
        ("3 million", "3 百万"),
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
        ("5 千克", "5,000 kg", (["5"], ["5000"])),
        ("20 万", "20,000", (["200000"], ["20000"])),
        ("15 点", "4 pm", (["15"], ["4"])),
        ("2026 年 3 月 4 日", "5 March 2026", (["4"], ["5"])),
        ("3 millions", "3 billionaires", ([], [])),
        ("0.5", "0.50 and 0.6", ([], ["0.6"])),
    ],
)
def test_other_figures(zh: str, en: str, only: tuple[list[str], list[str]]) -> None:
    assert differing(zh, en) == only
