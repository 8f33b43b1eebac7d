"""The formats taken out of CLDR write what Babel itself writes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from babel import dates, numbers
from hypothesis import given
from hypothesis import strategies as st

from pdo_app import formats

BOTH = {language: formats.from_cldr(language) for language in formats.LOCALES}
languages = st.sampled_from(sorted(BOTH))


@given(languages, st.dates(date(1, 1, 1), date(9999, 12, 31)))
def test_dates_are_those_of_babel(language: str, day: date) -> None:
    locale, ours = formats.LOCALES[language], BOTH[language]
    for form in ("long", "medium", "short"):
        assert ours.day(day, form) == dates.format_date(day, form, locale=locale)
    assert ours.day(day, "day") == dates.format_skeleton("MMMMd", day, locale=locale)
    assert ours.day(day, "month") == dates.format_skeleton("yMMMM", day, locale=locale)
    assert ours.day(day, "weekday") == dates.format_date(day, "EEEE", locale=locale)
    assert ours.day(day, "short_weekday") == dates.format_date(day, "EEE", locale=locale)


VALUES = st.integers(-(10**12), 10**12) | st.decimals(-(10**6), 10**6, places=4).map(float)


@given(languages, VALUES)
def test_numbers_are_those_of_babel(language: str, value: float) -> None:
    expected = numbers.format_decimal(value, locale=formats.LOCALES[language])
    # Babel writes a small loss as "-0"; ours has no sign where nothing is left.
    assert BOTH[language].number(value) == ("0" if expected == "-0" else expected)


@given(languages, st.integers(0, 1000), st.integers(1, 1000))
def test_shares_are_those_of_babel(language: str, right: int, more: int) -> None:
    share = right / (right + more)
    expected = numbers.format_percent(share, locale=formats.LOCALES[language])
    # Babel rounds the binary fraction, so a half may differ by its last binary digit.
    near = abs(share * 100 % 1 - 0.5) < 1e-9
    assert near or BOTH[language].share(share) == expected


def test_an_unknown_form() -> None:
    with pytest.raises(KeyError):
        BOTH["en"].day(date(2026, 1, 1), "fortnight")


def test_what_was_written_is_read(tmp_path: Path) -> None:
    formats.write(tmp_path)
    assert formats.read(tmp_path) == BOTH


@pytest.mark.parametrize("content", [None, "", "[]", "{}", '{"zh": {"months": []}}'])
def test_a_file_that_is_missing_or_damaged(tmp_path: Path, content: str | None) -> None:
    if content is not None:
        (tmp_path / formats.FILE).write_text(content, encoding="utf-8")
    assert formats.read(tmp_path) == BOTH
