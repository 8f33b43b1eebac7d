"""The trainer's own look back at a session: ten lines, and why parts were left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pdo_app.content.library import Library
from pdo_app.errors import N_
from pdo_app.records import EventVerb, TrainingSession
from pdo_app.store.database import Store
from pdo_app.training.closing import require_open
from pdo_app.training.inputs import optional

LINES = (
    ("goals", N_("I said at the start what people can do at the end.")),
    ("worries", N_("I asked for questions and worries before I taught.")),
    ("talking", N_("People worked and talked more than I did.")),
    ("practice", N_("Everybody tried out the most important steps.")),
    ("plain", N_("I used plain words and explained the difficult ones.")),
    ("sources", N_("I said where the rules are written and whom to ask.")),
    ("honest", N_("I said openly what I did not know.")),
    ("quiet", N_("I brought in those who said little.")),
    ("time", N_("I had time for what is essential.")),
    ("check", N_("I checked at the end what had been understood.")),
)
"""The ten lines: a name that stays, and the sentence."""
SCALE = (
    (1, N_("Not at all")),
    (2, N_("A little")),
    (3, N_("Mostly")),
    (4, N_("Fully")),
)
"""Even, so that nobody can stay in the middle."""
LONGEST = 2000
"""Characters of a note."""


@dataclass(frozen=True, slots=True)
class Assessment:
    """What a trainer wrote about a session. ``answers`` holds 1 to 4 for the lines that were
    answered, ``reasons`` why a segment (by its id) was left out or cut short."""

    answers: Mapping[str, int] = field(default_factory=dict)
    reasons: Mapping[str, str] = field(default_factory=dict)
    notes: str = ""


class Evaluation:
    """Keeps assessments over ``store``; ``library`` says which content version was taught."""

    def __init__(self, store: Store, library: Library) -> None:
        self._store = store
        self._library = library

    def save(self, session: TrainingSession, assessment: Assessment) -> Assessment:
        """Keep what the trainer wrote in the place of what was kept before, and return it as it
        is kept. Raises InputError where a note is longer than 2000 characters or the session is
        closed, ValueError for an unknown line or answer."""
        require_open(self._store, session.id)
        for line, answer in assessment.answers.items():
            if line not in dict(LINES) or answer not in dict(SCALE):
                raise ValueError(f"no line {line!r} or no answer {answer!r}")
        reasons = {
            segment: optional(words, "reasons", LONGEST)
            for segment, words in assessment.reasons.items()
        }
        kept = Assessment(
            answers=dict(assessment.answers),
            reasons={segment: words for segment, words in reasons.items() if words},
            notes=optional(assessment.notes, "notes", LONGEST),
        )
        self._store.events.append(
            session.id,
            EventVerb.ASSESSED,
            "",
            version=self._library.info.version,
            result={"answers": kept.answers, "reasons": kept.reasons, "notes": kept.notes},
        )
        return kept

    def get(self, session: TrainingSession) -> Assessment:
        """Return what the trainer wrote last; an empty assessment where that is nothing."""
        event = self._store.events.newest(session.id, EventVerb.ASSESSED)
        if event is None:
            return Assessment()
        answers, reasons = event.result.get("answers"), event.result.get("reasons")
        return Assessment(
            answers=dict(answers) if isinstance(answers, dict) else {},
            reasons=dict(reasons) if isinstance(reasons, dict) else {},
            notes=str(event.result.get("notes", "")),
        )
