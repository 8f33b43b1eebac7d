"""The sheet with the code that opens the trainer's area when its PIN is forgotten."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pdo_app.errors import N_
from pdo_app.reports.bilingual import Words, in_both, languages_of
from pdo_app.texts import Texts

_LINES = (
    N_("This code opens the trainer's area of PDO Companion when the PIN is forgotten."),
    N_("It works once: then the application gives a new one."),
    N_("Keep this sheet where learners do not come, not beside the computer."),
)


@dataclass(frozen=True, slots=True)
class RecoverySheet:
    """What stands on the sheet. ``document`` is the title in the file's properties."""

    document: str
    title: Words
    centre: str
    code: str
    lines: tuple[Words, ...]
    foot: Words


def recovery_sheet(code: str, centre: str, texts: Texts, today: date) -> RecoverySheet:
    """Return the sheet for ``code``, made ``today`` for the ``centre``, which may have no name."""
    languages = languages_of(texts)

    def said(source: str, **values: object) -> Words:
        return in_both(lambda language: texts.say(source, language, **values), languages)

    title = said(N_("Recovery code of the trainer's area"))
    return RecoverySheet(
        document=title.first,
        title=title,
        centre=centre,
        code=code,
        lines=tuple(said(line) for line in _LINES),
        foot=in_both(
            lambda language: texts.say(
                "Made on {day}", language, day=texts.date(today, "long", language)
            ),
            languages,
        ),
    )
