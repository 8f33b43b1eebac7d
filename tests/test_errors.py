"""Errors that speak."""

from __future__ import annotations

from pdo_app.errors import N_, InputError, KnownError, Message


def test_an_error_says_both_sentences() -> None:
    error = InputError(
        Message(N_("The folder {folder} cannot be found."), {"folder": "E:\\"}),
        Message(N_("Put the USB stick in again, or save to the desktop.")),
    )
    assert isinstance(error, KnownError)
    assert str(error) == (
        "The folder E:\\ cannot be found. Put the USB stick in again, or save to the desktop."
    )


def test_a_value_with_braces_is_left_alone() -> None:
    assert Message("{name}", {"name": "{x}"}).in_english() == "{x}"
