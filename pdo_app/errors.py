"""Errors that a person can act on.

A :class:`KnownError` is shown as two sentences, what happened and what to do, in the person's
language. Everything else that is raised is a bug and goes to the log.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence of the catalogue and the values that fill it.

    ``text`` is the English source string (the gettext key) with ``str.format`` fields; ``values``
    fills them after translation.
    """

    text: str
    values: dict[str, object] = field(default_factory=dict)

    def in_english(self) -> str:
        """Return the sentence in English, filled."""
        return self.text.format(**self.values)


class KnownError(Exception):
    """Something happened that the person can mend.

    ``title`` says what happened, ``advice`` what to do. Both are :class:`Message` objects, so
    that the screen can show them in either language.
    """

    def __init__(self, title: Message, advice: Message) -> None:
        super().__init__(f"{title.in_english()} {advice.in_english()}")
        self.title = title
        self.advice = advice


class StoreError(KnownError):
    """The file of people's records cannot be used as it is."""


class PackError(KnownError):
    """A pack file cannot be used as it is."""


class InputError(KnownError):
    """What a person typed or chose cannot be taken. ``field`` names what to mend, so that the
    screen can say it there; empty where it is no single field."""

    def __init__(self, title: Message, advice: Message, field: str = "") -> None:
        super().__init__(title, advice)
        self.field = field


class WriteError(KnownError):
    """A document or a backup could not be written where the person wanted it."""


def N_(text: str) -> str:  # gettext's usual name for "mark only"
    """Mark ``text`` for the catalogue and return it unchanged."""
    return text
