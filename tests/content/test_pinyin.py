"""How Chinese names are read."""

from __future__ import annotations

import pytest

from pdo_app.content.pinyin import reading


@pytest.mark.parametrize(
    ("words", "pinyin"),
    [
        ("押金", "yājīn"),
        ("劳务合同", "láowù hétong"),
        ("银行账户", "yínháng zhànghù"),
        ("社会保险", "shèhuì bǎoxiǎn"),
        ("总工会", "zǒnggōnghuì"),
        ("紧急联系人", "jǐnjí liánxìrén"),
        ("重新安置", "chóngxīn ānzhì"),
        ("还款", "huánkuǎn"),
        ("西安", "xī'ān"),
        ("A1 证明", "A1 zhèngmíng"),
        ("12308 热线", "12308 rèxiàn"),
        ("", ""),
    ],
)
def test_readings(words: str, pinyin: str) -> None:
    assert reading(words) == pinyin
