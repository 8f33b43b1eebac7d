"""The interface language: gettext catalogues, plurals, and CLDR's dates and numbers.

English is the source. :class:`Texts` gives a word in either language at any time, so that a
bilingual label is made in one place from one key.
"""

from __future__ import annotations

import gettext
from datetime import date, datetime
from pathlib import Path

from pdo_app import formats
from pdo_app.errors import Message
from pdo_app.formats import EN as EN
from pdo_app.formats import ZH as ZH
from pdo_app.records import Mode

DOMAIN = "pdo_app"
_CATALOGUES = {ZH: "zh_CN"}


class Texts:
    """Words in the two languages of the interface and the mode they are shown in.

    ``folder`` holds ``<language>/LC_MESSAGES/pdo_app.mo``. A missing catalogue or word gives the
    English source, never an empty string.
    """

    def __init__(self, folder: Path, mode: Mode = Mode.BOTH) -> None:
        self.mode = mode
        self._by_language: dict[str, gettext.NullTranslations] = {
            language: gettext.translation(DOMAIN, folder, [name], fallback=True)
            for language, name in _CATALOGUES.items()
        }
        self._by_language[EN] = gettext.NullTranslations()
        self._formats = formats.read(folder)

    @property
    def main(self) -> str:
        """The first language of the mode: ``zh`` or ``en``."""
        return EN if self.mode is Mode.ENGLISH else ZH

    @property
    def second(self) -> str | None:
        """The second language, or None where one is enough."""
        return EN if self.mode is Mode.BOTH else None

    def say(self, source: str, language: str | None = None, /, **values: object) -> str:
        """Return ``source`` in ``language`` (default: the main one), filled with ``values``."""
        language = language or self.main
        found = self._by_language[language].gettext(source) if source else ""
        return (found or source).format(**values) if values else (found or source)

    def count(
        self, one: str, many: str, number: int, language: str | None = None, /, **values: object
    ) -> str:
        """Return the plural form for ``number``, which also fills ``{n}``."""
        language = language or self.main
        found = self._by_language[language].ngettext(one, many, number)
        return found.format(n=self.number(number, language), **values)

    def message(self, message: Message, language: str | None = None) -> str:
        """Return a :class:`Message` in ``language``, filled."""
        return self.say(message.text, language, **message.values)

    def date(self, day: date, form: str = "long", language: str | None = None) -> str:
        """Return a date. ``form`` is a CLDR length (long, medium, short), ``day`` for day and
        month, ``weekday_day`` for these with the day of the week, ``month`` for month and year,
        ``weekday`` for the day of the week, or ``short_weekday``."""
        return self._formats[language or self.main].day(day, form)

    def time(self, moment: datetime, language: str | None = None) -> str:
        """Return hours and minutes of ``moment`` in its own time zone, 24 hours."""
        return f"{moment:%H:%M}"

    def number(self, value: float, language: str | None = None) -> str:
        """Return a number with the language's own separators, at most three decimals."""
        return self._formats[language or self.main].number(value)

    def percent(self, share: float, language: str | None = None) -> str:
        """Return a share between 0 and 1 as a whole percentage."""
        return self._formats[language or self.main].share(share)

    def number_in(self, value: float, language: str, country: str) -> str:
        """Return a number as it is written in a country, with two decimals: "1.234,50"."""
        from babel import Locale, UnknownLocaleError, numbers  # only a country's page asks

        try:
            locale = Locale.parse(f"{language}_{country}")
        except UnknownLocaleError:
            locale = Locale.parse(language)
        return numbers.format_decimal(value, format="#,##0.00", locale=locale)

    def currency(self, code: str, language: str | None = None, /) -> str:
        """Return a currency's name from CLDR with its code: "欧元 EUR"."""
        name = self._formats[language or self.main].currencies.get(code, "")
        return f"{name} {code}".strip()

    def country(self, code: str, language: str | None = None) -> str:
        """Return a country's name from CLDR; the code itself where CLDR knows none."""
        return self._formats[language or self.main].territories.get(code, code)

    def spoken(self, code: str, language: str | None = None) -> str:
        """Return a language's name from CLDR."""
        return self._formats[language or self.main].languages.get(code, code)
