"""What a trainer types in one line: trimmed, not too long, and not empty where it must not be."""

from __future__ import annotations

import re

from pdo_app.errors import N_, InputError, Message

LONGEST = 200
"""Characters of a name or title."""
_UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Signs that a clipboard may bring along and that neither a file nor a workbook can hold."""


def required(words: str, field: str, longest: int = LONGEST) -> str:
    """Return ``words`` without space around them. Raises InputError where nothing is left to
    see, or where they are longer than ``longest`` characters."""
    words = optional(words, field, longest)
    if not any(character.isprintable() and not character.isspace() for character in words):
        raise InputError(
            Message(N_("This is empty.")), Message(N_("Type a few words here.")), field
        )
    return words


def optional(words: str, field: str, longest: int = LONGEST) -> str:
    """Return ``words`` without space around them and signs that nobody sees. Raises InputError
    where they are longer than ``longest`` characters."""
    words = _UNSEEN.sub("", re.sub("[\v\f]", " ", words)).strip()
    if len(words) > longest:
        raise InputError(
            Message(N_("This is too long.")),
            Message(N_("Keep it to {most} characters."), {"most": longest}),
            field,
        )
    return words
