"""The wall of the opening round: what people know, want to know and worry about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from pdo_app.content.library import Library
from pdo_app.records import EventVerb, SessionEvent, TrainingSession
from pdo_app.store.database import Store
from pdo_app.training import inputs
from pdo_app.training.closing import require_open

LONGEST = 500
"""Characters of an entry."""


class WallKind(StrEnum):
    """How an entry begins."""

    KNOW = "know"
    WANT = "want"
    WORRY = "worry"


class WallState(StrEnum):
    """What became of an entry, in the order in which entries are listed."""

    OPEN = "open"
    PARKED = "parked"
    ANSWERED = "answered"


_STATES = {
    EventVerb.ANSWERED: WallState.ANSWERED,
    EventVerb.PARKED: WallState.PARKED,
    EventVerb.REOPENED: WallState.OPEN,
}


@dataclass(frozen=True, slots=True)
class WallQuestion:
    """One entry of the wall of ``session``."""

    id: UUID
    session: UUID
    kind: WallKind
    text: str
    state: WallState
    asked_at: datetime


class Wall:
    """Keeps the walls of sessions over ``store``; ``library`` says which content version is
    taught. Whatever writes raises InputError where the session is closed."""

    def __init__(self, store: Store, library: Library) -> None:
        self._store = store
        self._library = library

    def ask(self, session: TrainingSession, kind: WallKind, text: str) -> WallQuestion:
        """Put an entry on the wall and return it. Raises InputError where it is empty or longer
        than 500 characters."""
        words = inputs.required(text, "text", LONGEST)
        result = {"kind": kind.value, "text": words}
        return _question(self._record(session.id, EventVerb.ASKED, kind.value, result))

    def answer(self, question: WallQuestion) -> None:
        """Say that an entry was talked about."""
        self._record(question.session, EventVerb.ANSWERED, str(question.id))

    def park(self, question: WallQuestion) -> None:
        """Put an entry off until later."""
        self._record(question.session, EventVerb.PARKED, str(question.id))

    def reopen(self, question: WallQuestion) -> None:
        """Take back that an entry was answered or parked."""
        self._record(question.session, EventVerb.REOPENED, str(question.id))

    def questions(self, session: TrainingSession) -> tuple[WallQuestion, ...]:
        """Return the entries: open ones first, then parked, then answered ones, each in the
        order in which they were asked."""
        events = self._store.events.of(session.id, EventVerb.ASKED, *_STATES)
        states = {event.target: _STATES[event.verb] for event in events if event.verb in _STATES}
        found = [
            _question(event, states.get(str(event.id), WallState.OPEN))
            for event in events
            if event.verb is EventVerb.ASKED and event.result.get("kind") in list(WallKind)
        ]
        order = list(WallState)
        return tuple(sorted(found, key=lambda question: order.index(question.state)))

    def _record(
        self, session: UUID, verb: EventVerb, target: str, result: dict[str, str] | None = None
    ) -> SessionEvent:
        require_open(self._store, session)
        return self._store.events.append(
            session, verb, target, version=self._library.info.version, result=result or {}
        )


def _question(event: SessionEvent, state: WallState = WallState.OPEN) -> WallQuestion:
    return WallQuestion(
        id=event.id,
        session=event.session,
        kind=WallKind(str(event.result["kind"])),
        text=str(event.result.get("text", "")),
        state=state,
        asked_at=event.at,
    )
