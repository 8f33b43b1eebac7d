"""How a mark of attendance is written."""

from __future__ import annotations

from dataclasses import dataclass

from pdo_app.errors import N_
from pdo_app.records import Mark, MarkKind
from pdo_app.reports.bilingual import Words
from pdo_app.reports.wording import Wording

NAMES = {
    MarkKind.PRESENT: N_("Here"),
    MarkKind.LATE: N_("Came late"),
    MarkKind.LEFT_EARLY: N_("Left early"),
    MarkKind.ABSENT: N_("Absent"),
    MarkKind.EXCUSED: N_("Excused"),
}
"""What each kind is called, on screens too."""


@dataclass(frozen=True, slots=True)
class MarkWords:
    """A mark on paper: its shape follows from ``kind``, None is still open. ``words`` are in the
    first language alone, since a cell is small; the legend has both."""

    kind: MarkKind | None
    words: str


def mark_words(mark: Mark | None, wording: Wording) -> MarkWords:
    """Word a mark; who came late or left early has the time behind it."""
    if mark is None:
        return MarkWords(None, "")
    words = wording.say(NAMES[mark.kind]).first
    if mark.at is not None:
        words = f"{words} {mark.at // 60:02d}:{mark.at % 60:02d}"
    return MarkWords(mark.kind, words)


def legend(wording: Wording) -> tuple[tuple[MarkKind, Words], ...]:
    """Return what each shape means."""
    return tuple((kind, wording.say(name)) for kind, name in NAMES.items())
