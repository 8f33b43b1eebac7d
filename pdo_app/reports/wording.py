"""Words of a paper in the languages that it is printed in."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from pdo_app.content.model import Text
from pdo_app.reports.bilingual import Words, in_both, languages_of, of_text
from pdo_app.texts import EN, ZH, Texts

BOTH = (ZH, EN)
"""Papers that others read too are bilingual in every mode, Chinese first."""


class Wording:
    """Says things in ``languages`` (one or two, the first one first); those of the interface
    where none are given."""

    def __init__(self, texts: Texts, languages: tuple[str, ...] = ()) -> None:
        self.texts = texts
        self.languages = languages or languages_of(texts)

    def both(self, make: Callable[[str], str]) -> Words:
        """Return what ``make`` says in each language."""
        return in_both(make, self.languages)

    def say(self, source: str, **values: object) -> Words:
        """Return a word of the catalogue. A value that is a function is asked for the value in
        each language."""
        return self.both(lambda language: self.texts.say(source, language, **_in(language, values)))

    def count(self, one: str, many: str, number: int) -> Words:
        """Return a plural form."""
        return self.both(lambda language: self.texts.count(one, many, number, language))

    def text(self, text: Text) -> Words:
        """Return words of the content."""
        return of_text(text, self.languages)

    def day(self, day: date, form: str = "long") -> Words:
        """Return a date; ``form`` as for :meth:`Texts.date`."""
        return self.both(lambda language: self.texts.date(day, form, language))

    def days(self, days: Iterable[date]) -> Words:
        """Return one day, or the first and the last of several; nothing for none."""
        found = sorted(set(days))
        if not found:
            return Words("")
        if len(found) == 1:
            return self.day(found[0])

        def said(language: str) -> str:
            # The year stands last in English, first in Chinese.
            short = "day" if found[0].year == found[-1].year else "long"
            forms = (short, "long") if language == EN else ("long", short)
            begins = self.texts.date(found[0], forms[0], language)
            ends = self.texts.date(found[-1], forms[1], language)
            return f"{begins} – {ends}" if language == EN else f"{begins}至{ends}"

        return self.both(said)

    def number(self, value: float) -> Words:
        """Return a number."""
        return self.both(lambda language: self.texts.number(value, language))

    def same(self, text: str) -> Words:
        """Return what is the same in every language, once."""
        return Words(text)


def joined(parts: Iterable[Words], mark: str = " · ") -> Words:
    """Return several words as one line; empty ones are left out."""
    kept = [part for part in parts if part.first]
    second = mark.join(part.second for part in kept if part.second)
    return Words(mark.join(part.first for part in kept), second)


def in_a_row(words: Words) -> str:
    """Return both languages one after the other."""
    return f"{words.first} {words.second}".strip()


def _in(language: str, values: dict[str, object]) -> dict[str, object]:
    return {name: value(language) if callable(value) else value for name, value in values.items()}
