import pytest

from pdo_app.learning import pin


@pytest.mark.parametrize(("typed", "digits"), [("0123", "0123"), (" 0123 ", "0123")])
def test_four_digits(typed: str, digits: str) -> None:
    assert pin.digits(typed) == digits


def test_full_width_digits_are_digits() -> None:
    assert pin.digits("\uff10\uff11\uff12\uff13") == "0123"


@pytest.mark.parametrize("typed", ["", "123", "12345", "12a4", "12 4", "\u0661\u0662\u0663\u0664"])
def test_anything_else_is_no_pin(typed: str) -> None:
    assert pin.digits(typed) is None


def test_a_hash_fits_its_pin_only() -> None:
    stored = pin.hashed("0123", b"salt of sixteen!")
    assert stored.startswith("scrypt$16384$8$1$")
    assert "0123" not in stored.split("$")
    assert pin.fits("0123", stored)
    assert not pin.fits("0124", stored)
    assert stored != pin.hashed("0123", b"another salt....")


@pytest.mark.parametrize(
    "stored",
    ["", "scrypt", "scrypt$1$2$3$zz$00", "scrypt$x$8$1$00$00", "scrypt$3$8$1$00$00"],
)
def test_a_damaged_hash_fits_nothing(stored: str) -> None:
    assert not pin.fits("0123", stored)


def test_a_hash_of_another_kind_fits_nothing() -> None:
    assert not pin.fits("0123", pin.hashed("0123", b"salt").replace("scrypt", "other"))


def test_the_waiting_time_grows() -> None:
    assert [pin.wait_seconds(tries) for tries in range(12)] == [
        *(0, 0, 0, 5, 10, 20, 40, 80, 160, 300, 300, 300)
    ]
    assert pin.wait_seconds(10_000) == 300
