import pytest

from pdo_app.reports.file_name import LONGEST, safe_name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("12月1日 两日班 签到表", "12月1日 两日班 签到表"),
        ('a/b\\c:d*e?f"g<h>i|j', "a b c d e f g h i j"),
        ("  two   spaces \n", "two spaces"),
        ("dots...", "dots"),
        (".hidden", "hidden"),
        ("con", "con_"),
        ("LPT1.x", "LPT1.x_"),
        ("con fetti", "con fetti"),
        ("a\x00\x1f\u200b\u202eb", "a b"),
        ("\ud800", "otherwise"),
        ("", "otherwise"),
        ("???", "otherwise"),
        ("=1+1", "=1+1"),
    ],
)
def test_every_system_takes_the_name(words: str, name: str) -> None:
    assert safe_name(words, "otherwise") == name


def test_a_long_name_is_cut() -> None:
    assert safe_name("名" * 500, "x") == "名" * LONGEST
