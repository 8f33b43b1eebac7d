"""Pinyin without its tone marks, to look words up by what people type."""

from __future__ import annotations

import unicodedata


def bare(reading: str) -> str:
    """Return pinyin without tone marks and apostrophes, small: ``laowu hetong``."""
    parts = unicodedata.normalize("NFD", reading.casefold())
    return "".join(sign for sign in parts if not unicodedata.combining(sign) and sign not in "'’")
