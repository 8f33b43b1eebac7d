from __future__ import annotations

from collections import Counter

import pytest

from pdo_app.changes import Topic
from pdo_app.errors import InputError
from pdo_app.records import Centre
from pdo_app.training import pin

from .conftest import Desk

PNG = b"\x89PNG\r\n\x1a\n"


def test_a_new_area_is_open_until_a_pin_is_set(desk: Desk) -> None:
    access = desk.training.access
    assert not access.has_pin()
    assert access.unlock("")

    code = access.set_pin("１２３４")
    assert access.has_pin()
    assert access.unlock("1234")
    assert not access.unlock("123456")
    assert len(code) == 19
    assert set(code) <= {*pin.ALPHABET, "-"}
    centre = desk.store.centre.get()
    assert "1234" not in f"{centre.pin_hash}{centre.recovery_hash}"
    assert code.replace("-", "") not in str(centre.recovery_hash)
    with pytest.raises(InputError, match="set already"):
        access.set_pin("5678")


@pytest.mark.parametrize("typed", ["", "123", "123456789", "12a4", "一二三四"])
def test_no_pin(desk: Desk, typed: str) -> None:
    with pytest.raises(InputError, match="4 to 8 digits") as raised:
        desk.training.access.set_pin(typed)
    assert raised.value.field == "pin"


def test_each_wrong_try_after_the_second_waits_longer(desk: Desk) -> None:
    access = desk.training.access
    access.set_pin("12345678")
    for _ in range(2):
        assert not access.unlock("0000")
        assert access.wait_left() == 0
    assert not access.unlock("x")
    assert access.wait_left() == 5
    with pytest.raises(InputError, match="Wait 5 seconds"):
        access.unlock("12345678")
    desk.wait(seconds=5)
    assert not access.unlock("0000")
    assert access.wait_left() == 10
    desk.wait(days=-1)
    assert access.wait_left() == 10
    desk.wait(days=1, seconds=10)
    assert access.unlock("12345678")
    assert access.wait_left() == 0
    assert [pin.wait_seconds(tries) for tries in (2, 3, 5, 99)] == [0, 5, 20, 300]


def test_the_pin_is_changed_with_the_old_one(desk: Desk) -> None:
    access = desk.training.access
    code = access.set_pin("1111")
    with pytest.raises(InputError, match="The PIN is wrong") as raised:
        access.change_pin("2222", "3333")
    assert raised.value.field == "old"
    with pytest.raises(InputError, match="4 to 8"):
        access.change_pin("1111", "x")
    access.change_pin("1111", "2222")

    assert access.unlock("2222")
    assert access.recover(code, "3333")


def test_a_forgotten_pin(desk: Desk) -> None:
    access = desk.training.access
    with pytest.raises(InputError, match="recovery code is wrong"):
        access.recover("AAAA-AAAA-AAAA-AAAA", "2222")
    code = access.set_pin("1111")
    with pytest.raises(InputError, match="recovery code is wrong") as raised:
        access.recover("AAAA-AAAA-AAAA-AAAA", "2222")
    assert raised.value.field == "code"
    new = access.recover(f" {code.lower().replace('-', ' ')}", "2222")

    assert access.unlock("2222")
    assert not access.unlock("1111")
    assert new != code
    with pytest.raises(InputError, match="recovery code is wrong"):
        access.recover(code, "3333")


def test_a_damaged_hash_opens_nothing(desk: Desk) -> None:
    desk.store.centre.change(Centre(pin_hash="$argon2id$x"))
    assert not desk.training.access.unlock("1234")


def test_every_character_of_a_code_is_as_likely() -> None:
    stream = iter(range(256))
    codes = [pin.new_code(lambda _: bytes([next(stream)])) for _ in range(15)]
    count = Counter("".join(codes).replace("-", ""))

    assert set(count.values()) == {9, 10}
    assert [len(part) for part in codes[0].split("-")] == [4, 4, 4, 4]
    fed = iter([255, 250, *range(16)])
    assert pin.new_code(lambda _: bytes([next(fed)])) == "ACDE-FGHJ-KMNP-QRTU"


class TestCentre:
    def test_what_is_said_is_kept(self, desk: Desk) -> None:
        access = desk.training.access
        assert access.centre() == Centre()
        desk.announced.clear()
        saved = access.save_centre(
            name=" 中心 ", address="北京", logo=PNG, trainers=["李老师", " ", "李老师", "王"]
        )

        assert saved == Centre("中心", "北京", PNG, ("李老师", "王"))
        assert access.centre() == saved
        assert access.save_centre(name="中心") == saved
        assert desk.announced == [frozenset({Topic.CENTRE})]
        assert access.save_centre(logo=b"").logo == b""

    @pytest.mark.parametrize(
        ("changes", "field", "words"),
        [
            ({"name": "x" * 201}, "name", "200 characters"),
            ({"address": "x" * 501}, "address", "500 characters"),
            ({"logo": b"GIF89a"}, "logo", "not a PNG or JPEG"),
            ({"logo": PNG + b"\0" * 2 * 1024 * 1024}, "logo", "larger than 2 MB"),
            ({"trainers": ["x" * 201]}, "trainers", "200 characters"),
        ],
    )
    def test_what_is_refused(
        self, desk: Desk, changes: dict[str, object], field: str, words: str
    ) -> None:
        with pytest.raises(InputError, match=words) as raised:
            desk.training.access.save_centre(**changes)  # type: ignore[arg-type]
        assert raised.value.field == field
        assert desk.training.access.centre() == Centre()
