from datetime import date

import pytest

from pdo_app.learning.certificate import certificate, issued

from .makers import learner, module

TODAY = date(2026, 11, 30)
FINAL = {"right": 18, "total": 20, "score": 0.9}


def test_the_record_goes_into_the_log_and_back() -> None:
    record = issued(FINAL, [module(1), module(3)], TODAY)
    given = certificate(learner(), "2026.11", record)
    assert given.date == TODAY
    assert [part.number for part in given.modules] == [1, 3]
    assert given.rule == "lessons-and-final-test"


@pytest.mark.parametrize("record", [{"modules": "none"}, {"modules": [], "date": "never"}])
def test_what_is_no_certificate(record: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"none|never"):
        certificate(learner(), "2026.11", record)


def test_an_empty_record_is_none() -> None:
    with pytest.raises(KeyError):
        certificate(learner(), "2026.11", {})
