import pytest

from pdo_app.errors import InputError
from pdo_app.training.inputs import optional, required


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (" 王海涛 ", "王海涛"),
        ("王\x00海\x07涛\x7f", "王海涛"),
        ("远大\v公司\f", "远大 公司"),
        ("\ud800王\uffff", "王"),
        ("أحمد 😀 <b>&", "أحمد 😀 <b>&"),
        ("一行\n两行\t三", "一行\n两行\t三"),
    ],
)
def test_signs_that_nobody_sees_are_left_out(typed: str, kept: str) -> None:
    assert required(typed, "name") == optional(typed, "name") == kept


@pytest.mark.parametrize("typed", ["", " \u3000", "\x00", "\u200b", "\ud800"])
def test_what_nobody_sees_is_empty(typed: str) -> None:
    with pytest.raises(InputError) as raised:
        required(typed, "name")
    assert raised.value.field == "name"
