"""Presenting a session: what is shown is written down at once, so that a power cut loses nothing.

Times are those of the lines of the log. A segment is on from its first card until a card of
another one is shown or the presentation ends; while it is paused no time passes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import MappingProxyType
from uuid import UUID

from pdo_app.changes import Topic
from pdo_app.content.library import Library
from pdo_app.records import EventVerb, SessionEvent, TrainingSession
from pdo_app.store.database import Store
from pdo_app.training import presentation, timing
from pdo_app.training.closing import require_open
from pdo_app.training.inputs import required
from pdo_app.training.presentation import Card, Deck, Place
from pdo_app.training.timing import Timing

_NOTHING: Mapping[str, object] = MappingProxyType({})
SHORTEST_GAP = 60
"""Seconds without a sign of life that are not worth a question."""
LONGEST_NOTE = 500


@dataclass(frozen=True, slots=True)
class Run:
    """A presentation that begins: the cards, the place of the card that was shown last, whether
    the clock stands, and how many seconds a run that did not end left open (0: none). Where there
    is such a ``gap``, ask whether it counts as taught: :meth:`Presenting.count_gap`."""

    deck: Deck
    place: Place
    paused: bool
    gap: int


@dataclass(frozen=True, slots=True)
class Note:
    """Something to talk about later. ``card`` was on the screen."""

    card: str
    text: str
    at: datetime


class Presenting:
    """Writes down what a class is shown, over ``store``; ``library`` holds the lessons, ``clock``
    gives UTC. Whatever writes raises InputError where the session is closed."""

    def __init__(self, store: Store, library: Library, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._library = library
        self._clock = clock
        self._runs: dict[UUID, Timing] = {}
        self._open_since: dict[UUID, datetime] = {}

    def deck(self, session: TrainingSession) -> Deck:
        """Return the cards of a session's plan."""
        return presentation.deck(session.plan, self._library.lesson)

    def begin(self, session: TrainingSession) -> Run:
        """Begin to present, where the presentation stopped before; after a half-day that was
        ended at its last card, with the next one. Nothing is written."""
        if session.id not in self._runs:
            state = self._written(session)
            last = self._last_sign(session, state)
            self._runs[session.id] = state
            if state.running and last is not None and self._seconds_since(last) >= SHORTEST_GAP:
                self._open_since[session.id] = last
        state = self._runs[session.id]
        deck = self.deck(session)
        place = presentation.at_card(deck, state.card) if state.card else Place()
        if state.card and state.segment is None:  # it was ended, and did not stop
            place = presentation.after_half(deck, place)
        return Run(deck, place, state.paused, self.gap(session))

    def gap(self, session: TrainingSession) -> int:
        """Return the seconds since the last sign of life, where :meth:`begin` found that the run
        before did not end while the clock ran, or that :meth:`lose` was told of; 0 where there is
        no such gap, where it was counted, or where it is less than a minute."""
        since = self._open_since.get(session.id)
        return 0 if since is None else self._seconds_since(since)

    def count_gap(self, session: TrainingSession, *, taught: bool) -> None:
        """Say whether the gap that :meth:`begin` found counts as time taught. Where nobody says
        it, it does not. Changes nothing where there is none."""
        since = self._open_since.get(session.id)
        if since is not None:
            result = {timing.GAP: self._seconds_since(since), timing.TAUGHT: taught}
            with self._writing(session) as state:
                self._record(session, EventVerb.RESUMED, state.card, result)
            del self._open_since[session.id]  # not before it is written: a full disk asks again

    def show(self, session: TrainingSession, card: Card) -> None:
        """Write down that the class sees ``card``. Where it is of another segment than the card
        before, that one ends and this one begins, and a clock that stood runs again."""
        with self._going_on(session) as state:
            if state.segment != card.segment:
                self._end_segment(session, state)
                self._record(session, EventVerb.SEGMENT_BEGUN, card.segment)
            self._record(session, EventVerb.PRESENTED, card.id)

    def pause(self, session: TrainingSession) -> None:
        """Stop the clock; again changes nothing."""
        with self._going_on(session) as state:
            if state.running:
                self._record(session, EventVerb.PAUSED, state.card)

    def resume(self, session: TrainingSession) -> None:
        """Let the clock run again; again changes nothing."""
        with self._going_on(session) as state:
            if state.paused:
                self._record(session, EventVerb.RESUMED, state.card)

    def skip(self, session: TrainingSession, segment: str) -> None:
        """Write down that ``segment`` was left out; where it is on, it ends."""
        with self._going_on(session) as state:
            if state.segment == segment:
                self._end_segment(session, state)
            self._record(session, EventVerb.SEGMENT_SKIPPED, segment)

    def end(self, session: TrainingSession) -> None:
        """End the presentation: the segment that is on ends. Again changes nothing. Where that
        cannot be written it is over all the same, and the next one asks about the gap."""
        try:
            with self._going_on(session) as state:
                self._end_segment(session, state)
        finally:
            self._runs.pop(session.id, None)
            self._open_since.pop(session.id, None)

    def lose(self, session: TrainingSession, seconds: int) -> int:
        """Take the last ``seconds`` for a gap, as when the computer slept, and return it like
        :meth:`gap`. While the clock stands nothing is lost."""
        state = self._runs.get(session.id)
        if state is not None and state.running and session.id not in self._open_since:
            self._open_since[session.id] = self._clock() - timedelta(seconds=seconds)
        return self.gap(session)

    def heartbeat(self, session: TrainingSession) -> None:
        """Give a sign of life: call it every few seconds while the presentation is open. While a
        gap waits to be counted, nothing is written."""
        if session.id not in self._open_since:
            require_open(self._store, session.id)
            self._store.events.alive(session.id, self._clock())

    def timing(self, session: TrainingSession) -> Timing:
        """Return what was taught: until this moment where a presentation is open, else until its
        last sign of life."""
        since = self._open_since.get(session.id)
        if session.id in self._runs:
            return timing.at(self._runs[session.id], since or self._clock())
        state = self._written(session)
        last = self._last_sign(session, state)
        return state if last is None else timing.at(state, last)

    def real_minutes(self, session: TrainingSession) -> dict[str, float]:
        """Return the seconds spent on each segment that was begun."""
        return self.timing(session).seconds

    def note(self, session: TrainingSession, card: str, text: str) -> Note:
        """Write down something to talk about later and return it. Raises InputError where it is
        empty or longer than 500 characters."""
        words = required(text, "text", LONGEST_NOTE)
        event = self._append(session, EventVerb.NOTED, card, {"text": words})
        return Note(card, words, event.at)

    def notes(self, session: TrainingSession) -> tuple[Note, ...]:
        """Return what is to be talked about later, in the order in which it was written."""
        return tuple(
            Note(event.target, str(event.result.get("text", "")), event.at)
            for event in self._store.events.of(session.id, EventVerb.NOTED)
        )

    @contextmanager
    def _going_on(self, session: TrainingSession) -> Iterator[Timing]:
        """Write in one transaction, after a gap that nobody counted."""
        self.count_gap(session, taught=False)
        with self._writing(session) as state:
            yield state

    @contextmanager
    def _writing(self, session: TrainingSession) -> Iterator[Timing]:
        if session.id not in self._runs:
            self.begin(session)
        before = timing.copy(self._runs[session.id])
        try:
            with self._store.writing(Topic.PRESENTING):
                yield self._runs[session.id]
        except BaseException:
            # What was not written did not happen. Not read anew: the disk may be gone.
            self._runs[session.id] = before
            raise

    def _end_segment(self, session: TrainingSession, state: Timing) -> None:
        if state.segment is not None:
            self._record(session, EventVerb.SEGMENT_ENDED, state.segment)

    def _record(
        self,
        session: TrainingSession,
        verb: EventVerb,
        target: str,
        result: Mapping[str, object] = _NOTHING,
    ) -> None:
        timing.advance(self._runs[session.id], self._append(session, verb, target, result))

    def _append(
        self, session: TrainingSession, verb: EventVerb, target: str, result: Mapping[str, object]
    ) -> SessionEvent:
        require_open(self._store, session.id)
        version = self._library.info.version
        return self._store.events.append(session.id, verb, target, version=version, result=result)

    def _written(self, session: TrainingSession) -> Timing:
        return timing.timing(self._store.events.of(session.id, *timing.VERBS))

    def _last_sign(self, session: TrainingSession, state: Timing) -> datetime | None:
        alive = self._store.events.last_alive(session.id)
        return max((moment for moment in (alive, state.last) if moment), default=None)

    def _seconds_since(self, moment: datetime) -> int:
        return max(0, int((self._clock() - moment).total_seconds()))
