import time
from uuid import UUID

from pdo_app.store.ids import Uuid7


def test_layout_of_rfc_9562() -> None:
    made = Uuid7(lambda: 0x0123456789AB, lambda count: b"\xff" * count)()

    assert made == UUID("01234567-89ab-77ff-bfff-ffffffffffff")
    assert (made.version, made.variant) == (7, "specified in RFC 4122")


def test_ids_grow_within_one_millisecond() -> None:
    new_id = Uuid7(lambda: 1_000)
    ids = [new_id() for _ in range(5_000)]

    assert ids == sorted(ids)
    assert len(set(ids)) == len(ids)


def test_ids_grow_when_the_clock_is_set_back() -> None:
    times = iter([2_000, 1_000, 2_001])
    new_id = Uuid7(lambda: next(times))
    first, second, third = new_id(), new_id(), new_id()

    assert first < second < third
    assert second.int >> 80 == 2_000


def test_a_full_counter_goes_on_in_the_next_millisecond() -> None:
    new_id = Uuid7(lambda: 1_000, lambda count: b"\x00" * count)
    first = new_id()
    new_id._counter = (1 << 42) - 1
    second = new_id()

    assert first < second
    assert second.int >> 80 == 1_001


def test_the_time_is_the_computers() -> None:
    before = time.time_ns() // 1_000_000

    assert before <= Uuid7()().int >> 80 <= time.time_ns() // 1_000_000
