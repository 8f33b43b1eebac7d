import pytest

from pdo_app.learning.typed_number import readings


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("20", (20,)),
        (" 20 ", (20,)),
        ("\uff12\uff10", (20,)),  # full-width digits
        ("13,90", (13.9,)),
        ("13.90", (13.9,)),
        ("13。9", (13.9,)),
        ("13\uff0e9", (13.9,)),  # full-width point
        (".5", (0.5,)),
        ("5.", (5,)),
        ("0,125", (0.125,)),
        ("-3", (-3,)),
        ("−3", (-3,)),
        ("+3", (3,)),
        ("1,000", (1000, 1)),
        ("1\uff0c000", (1000, 1)),  # full-width comma
        ("1.000", (1, 1000)),
        ("1000,500", (1000.5,)),
        ("1.234,50", (1234.5,)),
        ("1,234.50", (1234.5,)),
        ("1'234.50", (1234.5,)),
        ("1’234’567", (1234567,)),
        ("1 234 567,5", (1234567.5,)),
        ("1\u00a0234", (1234,)),
        ("1.234.567", (1234567,)),
        ("1,234,567", (1234567,)),
        ("2万", (20000,)),
        ("1.5 万", (15000,)),
        ("20,000", (20000, 20)),
    ],
)
def test_reads_what_people_type(typed: str, numbers: tuple[float, ...]) -> None:
    assert readings(typed) == pytest.approx(numbers)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "four",
        "1,23,4",
        "1.2.3",
        "12 3",
        "--3",
        "+-3",
        ".",
        ",",
        "1,2.3,4",
        "10-12",
        "<b>1</b>",
    ],
)
def test_reads_nothing_else(typed: str) -> None:
    assert readings(typed) == ()


@pytest.mark.parametrize("typed", ["4 周", "4周", "4 weeks", "4 WEEKS", "4"])
def test_a_unit_may_stand_behind(typed: str) -> None:
    assert readings(typed, ("周", "weeks")) == (4,)


@pytest.mark.parametrize("typed", ["€13,90", "13,90 €", "13.90 EUR", "13.9欧元"])
def test_a_currency_may_stand_beside(typed: str) -> None:
    assert readings(typed, ("欧元", "EUR")) == (13.9,)


def test_ten_thousands_with_a_unit() -> None:
    assert readings("2万元", ("元", "yuan")) == (20000,)


def test_an_empty_unit_takes_nothing_away() -> None:
    assert readings("4", ("", "")) == (4,)
