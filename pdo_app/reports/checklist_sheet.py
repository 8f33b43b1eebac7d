"""What the printed checklist says: boxes to tick, when, why, by which source, the own notes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from pdo_app.content.model import Anchor, ChecklistGroup, ChecklistItem, Citation
from pdo_app.errors import N_
from pdo_app.learning.checklists import Task
from pdo_app.learning.due import TaskState
from pdo_app.records import Learner
from pdo_app.reports.bilingual import Words, in_both, languages_of, of_text
from pdo_app.texts import Texts


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A thing to do. ``day`` is the date, empty while it is open; ``when`` counts from the
    departure, arrival or return. ``sources`` are labels in the first language; ``note`` is
    plain text exactly as typed."""

    title: Words
    why: Words
    day: Words
    when: Words
    sources: tuple[str, ...]
    note: str
    done: bool


@dataclass(frozen=True, slots=True)
class SheetGroup:
    """One list with its things to do; ``count`` says how many of them are done."""

    title: Words
    count: str
    rows: tuple[SheetRow, ...]


@dataclass(frozen=True, slots=True)
class ChecklistSheet:
    """The whole paper. ``person`` is plain text exactly as typed; ``trip`` is the destination
    and the day of departure; ``note`` is the label of a note; ``document`` is the title in the
    file's properties."""

    document: str
    title: Words
    person: str
    trip: tuple[Words, ...]
    note: Words
    groups: tuple[SheetGroup, ...]
    foot: Words


def checklist_sheet(
    learner: Learner,
    tasks: Iterable[Task],
    groups: Iterable[ChecklistGroup],
    texts: Texts,
    cite: Callable[[Citation, str], str],
    today: date,
) -> ChecklistSheet:
    """Word a checklist in the languages of ``texts``.

    ``tasks`` are printed in their order under their ``groups``; a group without any is left out.
    ``cite`` gives the label of a source in a language, ``today`` is the day of printing.
    """
    languages = languages_of(texts)
    by_group: dict[str, list[Task]] = {}
    for task in tasks:
        by_group.setdefault(task.item.group, []).append(task)

    def say(source: str) -> Words:
        return in_both(lambda language: texts.say(source, language), languages)

    title = say("My checklist")
    return ChecklistSheet(
        document=f"{title.first} {title.second}".strip() + f" · {learner.name}",
        title=title,
        person=learner.name,
        trip=_trip(learner, texts, languages),
        note=say("My note"),
        groups=tuple(
            SheetGroup(
                title=of_text(group.title, languages),
                count=_count(by_group[group.id]),
                rows=tuple(_row(task, texts, languages, cite) for task in by_group[group.id]),
            )
            for group in groups
            if group.id in by_group
        ),
        foot=in_both(
            lambda language: texts.say(
                "Printed on {day}. Ask again before you rely on a figure.",
                language,
                day=texts.date(today, "long", language),
            ),
            languages,
        ),
    )


def _count(tasks: list[Task]) -> str:
    return f"{sum(task.state is TaskState.DONE for task in tasks)} / {len(tasks)}"


def _trip(learner: Learner, texts: Texts, languages: tuple[str, ...]) -> tuple[Words, ...]:
    def departure(language: str) -> str:
        if learner.departure is None:
            return texts.say("Day of departure still open", language)
        day = texts.date(learner.departure, "long", language)
        return texts.say("Departure on {day}", language, day=day)

    return (
        in_both(lambda language: texts.country(learner.destination, language), languages),
        in_both(departure, languages),
    )


def _row(
    task: Task,
    texts: Texts,
    languages: tuple[str, ...],
    cite: Callable[[Citation, str], str],
) -> SheetRow:
    def day(language: str) -> str:
        return texts.date(task.due, "medium", language) if task.due else ""

    return SheetRow(
        title=of_text(task.item.title, languages),
        why=of_text(task.item.why, languages),
        day=in_both(day, languages),
        when=in_both(lambda language: when(task.item, texts, language), languages),
        sources=tuple(cite(citation, languages[0]) for citation in task.item.citations),
        note=task.note,
        done=task.state is TaskState.DONE,
    )


def when(item: ChecklistItem, texts: Texts, language: str) -> str:
    """Return how the due day of ``item`` is counted, such as "7 days before departure"."""
    days, after = abs(item.days), item.days > 0
    if not days:
        return texts.say(_ON_THE_DAY[item.anchor], language)
    if item.anchor is Anchor.DEPARTURE:
        if after:
            return texts.count(
                "{n} day after departure", "{n} days after departure", days, language
            )
        return texts.count("{n} day before departure", "{n} days before departure", days, language)
    if item.anchor is Anchor.ARRIVAL:
        if after:
            return texts.count("{n} day after arrival", "{n} days after arrival", days, language)
        return texts.count("{n} day before arrival", "{n} days before arrival", days, language)
    if after:
        return texts.count("{n} day after return", "{n} days after return", days, language)
    return texts.count("{n} day before return", "{n} days before return", days, language)


_ON_THE_DAY = {
    Anchor.DEPARTURE: N_("on the day of departure"),
    Anchor.ARRIVAL: N_("on the day of arrival"),
    Anchor.RETURN: N_("on the day of return"),
}
