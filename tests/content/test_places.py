from __future__ import annotations

import pytest

from pdo_app.content.places import BEIJING, coordinates


@pytest.mark.parametrize(
    ("code", "place"),
    [("DE", (52.5, 13.4)), ("IS", (64.1, -21.9)), ("CH", (46.9, 7.4)), ("CN", (31.2, 121.5))],
)
def test_where_countries_lie(code: str, place: tuple[float, float]) -> None:
    assert coordinates(code) == pytest.approx(place, abs=0.1)


def test_a_country_that_is_none() -> None:
    assert coordinates("XX") is None
    assert BEIJING[0] == pytest.approx(39.9)
