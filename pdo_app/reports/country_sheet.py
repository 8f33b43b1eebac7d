"""What the printed sheet of a country says: numbers, facts with their sources, holidays, sentences
to say, official sites."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from pdo_app.content.citing import label
from pdo_app.content.library import Library
from pdo_app.content.model import Country, Fact, Holiday, Holidays, Language, Phrase, Text
from pdo_app.content.text import standing_alone
from pdo_app.errors import N_
from pdo_app.learning.holidays_ahead import by_year, kept_in
from pdo_app.reports.bilingual import Words, in_both, languages_of, of_text
from pdo_app.texts import ZH, Texts

EVERYWHERE, CONSULAR = "eu.112", "cn.12308"
"""The facts that hold wherever a worker goes: the European number, the Chinese hotline."""
MOST_REGIONAL = 40
"""How many holidays of single regions a year may have to be printed; Italy's cities have more."""
_NOTHING = Words("")


class Kind(StrEnum):
    """What a part of the sheet holds."""

    NUMBERS = "numbers"
    FACTS = "facts"
    HOLIDAYS = "holidays"
    PHRASES = "phrases"
    PORTALS = "portals"
    SURPRISES = "surprises"


@dataclass(frozen=True, slots=True)
class CountryRow:
    """One line of a part: a number, a label, a day or a sentence at the left (``lead``), what it
    is at the right (``words``). ``notes`` are smaller lines below, ``sources`` labels in the
    first language."""

    lead: Words
    words: Words
    notes: tuple[Words, ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CountryPart:
    """A titled part of the sheet; ``note`` stands below its rows."""

    kind: Kind
    title: Words
    rows: tuple[CountryRow, ...]
    note: Words = _NOTHING


@dataclass(frozen=True, slots=True)
class CountrySheet:
    """The whole paper. ``about`` is what the country is called and counts in; ``document`` is the
    title in the file's properties."""

    document: str
    title: Words
    about: tuple[Words, ...]
    parts: tuple[CountryPart, ...]
    foot: Words


def country_sheet(
    country: Country, library: Library, texts: Texts, groups: Mapping[str, str], today: date
) -> CountrySheet:
    """Word the sheet of ``country`` in the languages of ``texts``.

    ``groups`` holds the English names of groups of phrases, ``today`` is the day of printing:
    what is past its review date by then says so, and the holidays are those of its year and the
    next.
    """
    return _Wording(country, library, texts, today).sheet(groups)


class _Wording:
    def __init__(self, country: Country, library: Library, texts: Texts, today: date) -> None:
        self._country, self._library = country, library
        self._texts, self._today = texts, today
        self._languages = languages_of(texts)

    def sheet(self, groups: Mapping[str, str]) -> CountrySheet:
        title = in_both(
            lambda language: self._texts.country(self._country.code, language), self._languages
        )
        parts = (
            self._part(Kind.NUMBERS, N_("Help"), self._numbers()),
            self._part(Kind.NUMBERS, N_("Embassy and consulates"), self._embassy()),
            self._part(Kind.FACTS, N_("Rules and figures"), self._facts()),
            *self._holidays(self._library.holidays(self._country.code)),
            *self._phrases(groups),
            self._part(Kind.PORTALS, N_("Official sites"), self._portals()),
            self._part(Kind.SURPRISES, N_("What surprises many people there"), self._surprises()),
        )
        return CountrySheet(
            document=f"{title.first} {title.second}".strip(),
            title=title,
            about=self._about(),
            parts=tuple(part for part in parts if part.rows),
            foot=self._both(
                lambda language: self._texts.say(
                    "Printed on {day}. Ask again before you rely on a figure.",
                    language,
                    day=self._texts.date(self._today, "long", language),
                )
            ),
        )

    def _both(self, make: Callable[[str], str]) -> Words:
        return in_both(make, self._languages)

    def _say(self, source: str, **values: object) -> Words:
        return self._both(lambda language: self._texts.say(source, language, **values))

    def _alone(self, text: Text) -> Words:
        """Return words that are written to be put into a sentence as they stand alone."""
        return self._both(lambda language: standing_alone(text[Language(language)]))

    def _part(self, kind: Kind, title: str, rows: Iterable[CountryRow]) -> CountryPart:
        return CountryPart(kind, self._say(title), tuple(rows))

    def _about(self) -> tuple[Words, ...]:
        country, texts = self._country, self._texts
        of_union = (
            (country.european_union, N_("European Union")),
            (country.schengen, N_("Schengen area")),
            (country.euro, N_("Euro area")),
        )

        def names(language: str) -> str:
            spoken = (texts.spoken(code, language) for code in country.languages)
            parts = (
                texts.say("Capital: {name}", language, name=country.capital[Language(language)]),
                texts.say(
                    "Language: {name}", language, name=texts.say(", ", language).join(spoken)
                ),
                texts.say(
                    "Currency: {name}", language, name=texts.currency(country.currency, language)
                ),
            )
            return " · ".join(parts)

        def belongs(language: str) -> str:
            return " · ".join(texts.say(name, language) for holds, name in of_union if holds)

        lines = self._both(names), self._both(belongs)
        return tuple(line for line in lines if line.first)

    def _fact(self, name: str) -> Fact | None:
        try:
            return self._library.fact(name)
        except KeyError:
            return None

    def _found(self, names: Iterable[str]) -> Iterable[Fact]:
        return (fact for name in names if (fact := self._fact(name)) is not None)

    def _numbers(self) -> Iterable[CountryRow]:
        # Where a country's file names 112 itself, it says there who answers.
        named = {number.number for number in self._country.emergency}
        for number in sorted(self._country.emergency, key=lambda number: number.number != "112"):
            fact = self._fact(number.fact)
            if fact is not None:
                yield CountryRow(
                    Words(number.number), of_text(fact.label, self._languages), (), self._cite(fact)
                )
        for name in (EVERYWHERE, CONSULAR):
            fact = self._fact(name)
            if fact is not None and not (name == EVERYWHERE and "112" in named):
                yield self._dialled(fact)

    def _embassy(self) -> Iterable[CountryRow]:
        return (self._dialled(fact) for fact in self._found(self._country.embassy))

    def _dialled(self, fact: Fact) -> CountryRow:
        """Return the row of a fact that is a number or an address: that comes first."""
        notes = self._notes(fact)
        words = of_text(fact.label, self._languages)
        lead = Words(fact.text[Language(self._languages[0])])
        return CountryRow(lead, words, notes, self._cite(fact))

    def _facts(self) -> Iterable[CountryRow]:
        for fact in self._found(self._country.facts):
            notes = self._notes(fact)
            lead = of_text(fact.label, self._languages)
            yield CountryRow(lead, self._alone(fact.text), notes, self._cite(fact))

    def _notes(self, fact: Fact) -> tuple[Words, ...]:
        return () if fact.scope is None else (self._alone(fact.scope),)

    def _cite(self, fact: Fact) -> tuple[str, ...]:
        words = label(fact.citation, self._library, self._languages[0])
        if fact.stale(self._today):
            words += " · " + self._texts.say("Check again", self._languages[0])
        elif not fact.confirmed:
            words += " · " + self._texts.say("Confirm first", self._languages[0])
            if fact.confirm_at is not None:
                office = fact.confirm_at[Language(self._languages[0])]
                ask = self._texts.say("Ask {office}", self._languages[0], office=office)
                words += f" · {ask}"
        return (words,)

    def _holidays(self, holidays: Holidays | None) -> Iterable[CountryPart]:
        if holidays is None:
            return
        for year, days in by_year(holidays, self._today.year).items():
            regional = [day for day in days if day.regions]
            many = len(regional) > MOST_REGIONAL
            shown = [day for day in days if not (many and day.regions)]
            title = self._say(N_("Public holidays {year}"), year=str(year))
            note = self._left_out(len(regional)) if many else _NOTHING
            rows = tuple(self._holiday(holidays, day) for day in shown)
            yield CountryPart(Kind.HOLIDAYS, title, rows, note)

    def _left_out(self, number: int) -> Words:
        return self._both(
            lambda language: self._texts.count(
                "{n} more day is kept in single cities or regions only. Ask at work.",
                "{n} more days are kept in single cities or regions only. Ask at work.",
                number,
                language,
            )
        )

    def _holiday(self, holidays: Holidays, holiday: Holiday) -> CountryRow:
        texts = self._texts
        day = self._both(lambda language: texts.date(holiday.day, "weekday_day", language))
        name = of_text(holiday.name, self._languages)
        if holiday.local not in (name.first, name.second):
            name = Words(name.first, f"{name.second} · {holiday.local}".removeprefix(" · "))
        notes = []
        regions = kept_in(holidays, holiday)
        if regions:
            first = self._languages[0]
            joined = texts.say(", ", first).join(region[Language(first)] for region in regions)
            notes.append(Words(texts.say("Only in {regions}", first, regions=joined)))
        return CountryRow(day, name, tuple(notes))

    def _phrases(self, groups: Mapping[str, str]) -> Iterable[CountryPart]:
        by_group: dict[str, list[Phrase]] = {}
        for phrase in self._country.phrases:
            by_group.setdefault(phrase.group, []).append(phrase)
        parts = [
            CountryPart(
                Kind.PHRASES, self._group(groups.get(name, name)), tuple(map(self._phrase, phrases))
            )
            for name, phrases in by_group.items()
        ]
        if not all(phrase.reviewed for phrase in self._country.phrases):
            note = self._say(N_("No native speaker has checked these sentences yet."))
            parts[-1] = replace(parts[-1], note=note)
        return parts

    def _group(self, name: str) -> Words:
        return self._both(
            lambda language: (
                f"{self._texts.say('Say it', language)} · {self._texts.say(name, language)}"
            )
        )

    def _phrase(self, phrase: Phrase) -> CountryRow:
        reading = phrase.reading if self._languages[0] == ZH else ""
        return CountryRow(Words(phrase.local, reading), of_text(phrase.meaning, self._languages))

    def _portals(self) -> Iterable[CountryRow]:
        for portal in self._country.portals:
            yield CountryRow(of_text(portal.title, self._languages), Words(portal.address))

    def _surprises(self) -> Iterable[CountryRow]:
        for text in self._country.surprises:
            yield CountryRow(_NOTHING, of_text(text, self._languages))
