"""What makes a pack right: every reference leads somewhere, every right and fact is sourced,
dates and answers make sense, both languages say the same in the same shape.

Each rule adds to the problems that the reader found; none changes the pack.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

from pdo_app.content import (
    bank_rules,
    forms_rules,
    media,
    parity,
    questions_rules,
    slides_rules,
    templates,
    terms_rules,
    wording,
)
from pdo_app.content.fields import NO_DAY
from pdo_app.content.model import (
    Block,
    BlockKind,
    Citation,
    Fact,
    Language,
    Lesson,
    Rich,
    Source,
    Template,
    Text,
)
from pdo_app.content.problems import Place, Problem, Problems
from pdo_app.content.reader import Reading, read
from pdo_app.content.words import facts_in, faults

OVERDUE = timedelta(days=90)
"""How long after its review date a fact becomes an error."""


def check(reading: Reading, on: date | None = None) -> tuple[Problem, ...]:
    """Return all problems of ``reading``, those of its form too. ``on`` is the day by which
    review dates are judged; without it, the pack's own date."""
    checks = _Checks(reading, on or reading.pack.info.date)
    checks.run()
    return tuple(sorted({*reading.problems, *checks.problems.all()}))


def check_folder(root: Path, on: date | None = None) -> tuple[Reading, tuple[Problem, ...]]:
    """Read the source folder ``root`` and return it with all its problems; ``on`` as above."""
    reading = read(root)
    return reading, check(reading, on)


class _Checks:
    def __init__(self, reading: Reading, on: date) -> None:
        self._reading = reading
        self._pack = reading.pack
        self._on = on
        self.problems = Problems()

    def run(self) -> None:
        self._pack_itself()
        for source in self._pack.sources:
            self._source(source)
        for fact in self._pack.facts:
            self._fact(fact)
        for lesson in self._pack.lessons:
            self._lesson(lesson)
        self._questions()
        self._checklist()
        self._countries()
        for template in self._pack.templates:
            self._template(template)
        for situation in self._pack.situations:
            place = self._at("situation", situation.id)
            self._texts(place, situation.title, *situation.steps)
            self._cited(place, situation.citations)
            if situation.lesson:
                self._known(place, "lesson", situation.lesson)
        self._glossary()
        media.check(self._reading, self.problems)
        forms_rules.check(self._reading, self.problems)
        bank_rules.check(self._reading, self._on, self.problems)
        slides_rules.check(self._reading, self.problems)
        terms_rules.check(self._reading, self.problems)

    def _at(self, kind: str, name: str) -> Place:
        return self._reading.places[kind, name]

    def _known(self, place: Place, kind: str, name: str) -> bool:
        if not name or (kind, name) in self._reading.places:
            return True
        code = "dead-link" if kind == "lesson" else f"unknown-{kind}"
        self.problems.error(place, code, f"There is no {kind} {name!r}.")
        return False

    def _cited(self, place: Place, citations: Iterable[Citation]) -> None:
        for citation in citations:
            self._known(place, "source", citation.source)
            for code, message in faults(citation.article):
                self.problems.error(place, code, message)

    def _texts(self, place: Place, *texts: Text | None) -> None:
        """Check facts shown in plain words, and the words themselves."""
        for text in texts:
            if text is not None:
                self._names(place, text)
                wording.check_text(text, place, self.problems)

    def _names(self, place: Place, *texts: Text | None) -> None:
        """Check words that may be worded freely in either language, such as a source's name."""
        for text in texts:
            if text is None:
                continue
            for fact in dict.fromkeys((*facts_in(text.zh), *facts_in(text.en))):
                self._known(place, "fact", fact)
            parity.check_text(text, place, self.problems)

    def _pack_itself(self) -> None:
        info = self._pack.info
        place = self._reading.places.get(("pack", info.id), Place("pack.yaml", 1))
        for code in info.destinations:
            if not (len(code) == 2 and code.isascii() and code.isupper()):
                message = f"{code!r} is no ISO code of a country, such as DE."
                self.problems.error(place, "country-code", message)
        if not self._pack.modules:
            self.problems.error(place, "empty", "The pack has no module.")
        numbers: dict[int, str] = {}
        for module in self._pack.modules:
            at = self._at("module", module.id)
            other = numbers.setdefault(module.number, module.id)
            if other != module.id and not module.country:
                message = f"Number {module.number} is taken by {other!r}."
                self.problems.error(at, "module-number", message)
            self._texts(at, module.title, module.summary)
            if not module.lessons:
                self.problems.error(at, "empty", "This module has no lesson.")
            for objective in module.objectives:
                self._texts(self._at("objective", objective.id), objective.text)

    def _dates(self, place: Place, thing: Source | Fact) -> None:
        if NO_DAY in (thing.as_of, thing.checked, self._pack.info.date):
            return
        if thing.as_of > thing.checked:
            self.problems.error(place, "date", "'as_of' is later than 'checked'.")
        if thing.checked > max(self._pack.info.date, self._on):
            self.problems.error(place, "date", "'checked' lies in the future.")

    def _source(self, source: Source) -> None:
        place = self._at("source", source.id)
        self._names(place, source.title, source.short, source.note)
        self._dates(place, source)

    def _fact(self, fact: Fact) -> None:
        place = self._at("fact", fact.id)
        self._cited(place, [fact.citation])
        self._texts(place, fact.label, fact.scope, fact.confirm_at)
        self._dates(place, fact)
        if facts_in(fact.text.zh + fact.text.en):
            message = "A fact's text cannot show another fact."
            self.problems.error(place, "fact", message)
        if not fact.confirmed and fact.confirm_at is None:
            message = "An unconfirmed fact says where to ask: 'confirm_at'."
            self.problems.warning(place, "confirm-at", message)
        if fact.review_by == NO_DAY:
            return
        if fact.checked != NO_DAY and fact.review_by <= fact.checked:
            self.problems.error(place, "date", "'review_by' is not later than 'checked'.")
        if fact.stale(self._on):
            message = f"This fact was to be reviewed by {fact.review_by}."
            overdue = self._on > fact.review_by + OVERDUE
            (self.problems.error if overdue else self.problems.warning)(place, "review", message)

    def _lesson(self, lesson: Lesson) -> None:
        place = self._at("lesson", lesson.id)
        self._texts(place, lesson.title)
        for objective in lesson.objectives:
            self._known(place, "objective", objective)
        if lesson.picture:
            self._known(place, "picture", lesson.picture)
        else:
            self.problems.warning(place, "no-picture", "A lesson has a picture: 'picture: ID'.")
        if not lesson.blocks:
            self.problems.error(place, "empty", "This lesson has no block.")
        for block in lesson.blocks:
            self._block(lesson, block)

    def _block(self, lesson: Lesson, block: Block) -> None:
        place = self._at("block", f"{lesson.id}#{block.id}")
        self._cited(place, block.citations)
        if block.kind is BlockKind.RIGHT and not block.citations:
            message = 'A right is stated with its source: sources="id:article".'
            self.problems.error(place, "no-source", message)
        if block.picture:
            self._known(place, "picture", block.picture)
        if block.question and self._known(place, "question", block.question):
            module = block.question.partition("/q/")[0]
            if module != lesson.module:
                message = "A check question belongs to the lesson's own module."
                self.problems.error(place, "other-module", message)
        self._names(place, block.title, *block.slide)
        self._texts(place, block.activity.material if block.activity else None)
        for rich in _rich_of(block):
            self._rich(place, rich)
        parity.check_block(block, place, self.problems)
        wording.check_block(block, place, self.problems)

    def _rich(self, place: Place, rich: Rich) -> None:
        for span in rich:
            if span.fact is not None:
                self._known(place, "fact", span.fact)
            if span.link is not None and span.link.startswith("lesson:"):
                self._known(place, "lesson", span.link.removeprefix("lesson:"))

    def _questions(self) -> None:
        asked = set()
        for question in self._pack.questions:
            place = self._at("question", question.id)
            if not question.reserved:
                asked.add(question.objective)
            self._known(place, "objective", question.objective)
            self._known(place, "lesson", question.lesson)
            self._cited(place, question.citations)
            for fact in question.facts:
                self._known(place, "fact", fact)
            if question.picture:
                self._known(place, "picture", question.picture)
            self._texts(place, question.stem, question.reason, question.unit, *question.actions)
            for option in question.options:
                self._texts(place, option.text, option.reason, option.partner)
            questions_rules.check(question, place, self.problems)
        for module in self._pack.modules:
            for objective in module.objectives:
                if objective.id not in asked:
                    place = self._at("objective", objective.id)
                    message = "No question tests this objective."
                    self.problems.warning(place, "untested", message)

    def _checklist(self) -> None:
        for group in self._pack.groups:
            self._texts(self._at("group", group.id), group.title)
        for item in self._pack.items:
            place = self._at("item", item.id)
            self._known(place, "group", item.group)
            self._cited(place, item.citations)
            self._texts(place, item.title, item.why)
            if item.lesson:
                self._known(place, "lesson", item.lesson)
            self._destinations(place, item.countries)

    def _template(self, template: Template) -> None:
        place = self._at("template", template.id)
        self._texts(place, template.title, *(half.title for half in template.halves))
        for message in templates.faults(template):
            self.problems.error(place, "template", message)
        for number, half in enumerate(template.halves, 1):
            for segment in half.segments:
                name = templates.segment_id(template.id, number, segment.id)
                at = self._at("segment", name)
                self._texts(at, segment.title, segment.material)
                self._known(at, "module", segment.module)
                for lesson in segment.lessons:
                    self._known(at, "lesson", lesson)
                for message in templates.faults_of(segment):
                    self.problems.error(at, "template", message)
                for message in templates.strangers(segment, self._pack.info.destinations):
                    self.problems.error(at, "unknown-group", message)

    def _destinations(self, place: Place, codes: Iterable[str]) -> None:
        for code in codes:
            if code not in self._pack.info.destinations:
                message = f"{code!r} is not among the pack's destinations."
                self.problems.error(place, "country-code", message)

    def _glossary(self) -> None:
        names: dict[tuple[Language, str], str] = {}
        for term in self._pack.terms:
            place = self._at("term", term.id)
            self._texts(place, term.name, term.meaning)
            if term.lesson:
                self._known(place, "lesson", term.lesson)
            for language in Language:
                name = term.name[language].casefold()
                other = names.setdefault((language, name), term.id)
                if name and other != term.id:
                    message = f"The name {term.name[language]!r} is that of {other!r} already."
                    self.problems.error(place, "double-name", message)

    def _countries(self) -> None:
        for country in self._pack.countries:
            place = self._at("country", country.code)
            self._destinations(place, [country.code])
            numbers = [number.fact for number in country.emergency]
            for fact in (*numbers, *country.embassy, *country.facts):
                self._known(place, "fact", fact)
            self._texts(place, country.capital, *country.surprises)
            self._texts(place, *(portal.title for portal in country.portals))
            names = set()
            for phrase in country.phrases:
                self._texts(place, phrase.meaning)
                if phrase.id in names:
                    message = f"The phrase {phrase.id!r} is there twice."
                    self.problems.error(place, "double-id", message)
                names.add(phrase.id)
            parity.check_country(country, place, self.problems)


def _rich_of(block: Block) -> Iterable[Rich]:
    for element in (*block.zh, *block.en):
        for line in element.lines:
            yield from line
