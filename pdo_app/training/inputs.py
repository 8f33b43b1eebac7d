"""What a trainer types in one line: trimmed, not too long, and not empty where it must not be."""

from __future__ import annotations

from pdo_app.errors import N_, InputError, Message

LONGEST = 200
"""Characters of a name or title."""


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
    """Return ``words`` without space around them. Raises InputError where they are longer than
    ``longest`` characters."""
    words = words.strip()
    if len(words) > longest:
        raise InputError(
            Message(N_("This is too long.")),
            Message(N_("Keep it to {most} characters."), {"most": longest}),
            field,
        )
    return words
