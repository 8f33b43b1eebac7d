"""The presentation that is on: one state, shown by the audience's window and the console.

Every deed ends in a place of the deck, is recorded at once, and is told by ``moved``.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Protocol

from PySide6.QtCore import QObject, QPointF, QTimer, Signal

from pdo_app.content.model import Lesson
from pdo_app.errors import KnownError
from pdo_app.records import Mode, PlannedHalf, PlannedSegment, TrainingSession
from pdo_app.training import agenda
from pdo_app.training.presentation import (
    Card,
    CardKind,
    Curtain,
    Deck,
    Place,
    back,
    cover,
    deck,
    find_again,
    forward,
    freeze,
    jump,
    jump_to_segment,
)
from pdo_app.training.presenting import SHORTEST_GAP
from pdo_app.training.timing import MOST_AT_ONCE
from pdo_app.ui.present.keys import Deed, Pressed

MODES = (Mode.CHINESE, Mode.BOTH, Mode.ENGLISH)
_ZOOMS = (1.0, 1.6, 2.4)
_SECOND = 1000
_BEAT = 15
"""Seconds between two signs of life in the records."""
THINKING = 1
"""Minutes that a class gets for a question, where a trainer starts the countdown on one."""
_SET = 60
"""Seconds by which a clock that is corrected may go back."""


def _steady() -> float:
    """Return seconds of a clock that nobody sets, and that goes on while the computer sleeps."""
    boot = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if boot is None else time.clock_gettime(boot)


class Recorder(Protocol):
    """What a presentation writes down while it runs; see
    :class:`pdo_app.training.presenting.Presenting`."""

    def show(self, session: TrainingSession, card: Card) -> None:
        """Record the card that is on."""

    def heartbeat(self, session: TrainingSession) -> None:
        """Record that the presentation is alive."""

    def end(self, session: TrainingSession) -> None:
        """Record that it ended as it should."""

    def real_minutes(self, session: TrainingSession) -> Mapping[str, float]:
        """Return the seconds taught of each segment so far."""


class Stage(QObject):
    """A presentation of ``session``, whose plan has at least one card. It begins at ``place``;
    ``clock`` gives UTC, ``steady`` seconds that nobody sets; ``lesson`` finds a lesson of the
    content.

    ``moved``: the card, curtain, light or language changed. ``ticked``: a second has passed.
    ``asked`` carries a deed that windows do (swap, show, later, keys). ``troubled`` carries a
    KnownError: the presentation goes on all the same. ``slept`` carries the seconds in which the
    computer stood still. ``ended``: it is over.
    """

    moved = Signal()
    ticked = Signal()
    asked = Signal(Deed)
    troubled = Signal(KnownError)
    slept = Signal(int)
    ended = Signal()

    def __init__(
        self,
        session: TrainingSession,
        recorder: Recorder,
        lesson: Callable[[str], Lesson],
        clock: Callable[[], datetime],
        place: Place | None = None,
        steady: Callable[[], float] = _steady,
    ) -> None:
        super().__init__()
        self.session, self._recorder = session, recorder
        self._lesson, self._clock = lesson, clock
        self.deck: Deck = deck(session.plan, lesson)
        self.place: Place = place or Place()
        self.mode = session.mode
        self.zoom, self.centre = 1.0, QPointF(0.5, 0.5)
        self.spot: QPointF | None = None
        self._until: dict[str, datetime] = {}
        self._beats = 0
        self._steady, self._ticked = steady, steady()
        self._told = clock()
        self._timer = QTimer(self)
        self._timer.setInterval(_SECOND)
        self._timer.timeout.connect(self._tick)

    @property
    def running(self) -> bool:
        """Whether it has begun and not ended."""
        return self._timer.isActive()

    def begin(self) -> None:
        """Start the clock and record the first card."""
        self._timer.start()
        self._ticked, self._told = self._steady(), self._clock()
        self._record()
        self._count_down()
        self.moved.emit()

    @property
    def card(self) -> Card:
        """The card on the console."""
        return self.deck[self.place.index]

    @property
    def seen(self) -> tuple[Card, bool]:
        """The card that the class sees, and whether with its answer."""
        index, answer = self.place.seen
        return self.deck[index], answer

    @property
    def following(self) -> tuple[Card, bool] | None:
        """What the next press brings: a card, and whether with its answer; None at the end."""
        place = forward(self.deck, Place(self.place.index, self.place.answer))
        if (place.index, place.answer) == (self.place.index, self.place.answer):
            return None
        return self.deck[place.index], place.answer

    @property
    def half(self) -> PlannedHalf:
        """The half-day that is on."""
        return agenda.half_of(self.session.plan, self.card.segment)

    @property
    def segment(self) -> PlannedSegment:
        """The segment that is on."""
        return agenda.find(self.session.plan, self.card.segment)

    def taught(self) -> Mapping[str, float]:
        """Return the seconds taught of each segment."""
        return self._recorder.real_minutes(self.session)

    def now(self) -> datetime:
        """Return the local time, without a zone."""
        return self._clock().astimezone().replace(tzinfo=None)

    def left(self, card: Card) -> float | None:
        """Return the seconds that a running break or task still has; None where none runs."""
        until = self._until.get(card.id)
        return None if until is None else (until - self._clock()).total_seconds()

    def press(self, pressed: Pressed) -> None:
        """Do what a key asked for."""
        moves: dict[Deed, Callable[[], Place]] = {
            Deed.FORWARD: lambda: forward(self.deck, self.place),
            Deed.BACK: lambda: back(self.deck, self.place),
            Deed.FIRST: lambda: jump(self.deck, self.place, 0),
            Deed.LAST: lambda: jump(self.deck, self.place, len(self.deck) - 1),
            Deed.JUMP: lambda: jump(self.deck, self.place, pressed.number - 1),
            Deed.BLACK: lambda: cover(self.place, Curtain.BLACK),
            Deed.WHITE: lambda: cover(self.place, Curtain.WHITE),
            Deed.FREEZE: lambda: freeze(self.place),
        }
        if pressed.deed in moves:
            self._go(moves[pressed.deed]())
        elif pressed.deed is Deed.LANGUAGE:
            self.speak(MODES[(MODES.index(self.mode) + 1) % len(MODES)])
        elif pressed.deed is Deed.TIMER:
            self.toggle_timer()
        elif pressed.deed is Deed.ZOOM:
            self.zoom = _ZOOMS[(_ZOOMS.index(self.zoom) + 1) % len(_ZOOMS)]
            self.moved.emit()
        elif pressed.deed is Deed.POINTER:
            self.spot = None if self.spot is not None else self.centre
            self.moved.emit()
        elif pressed.deed is Deed.END:
            self.end()
        else:
            self.asked.emit(pressed.deed)

    def to_segment(self, segment: str) -> None:
        """Go to the first card of a segment."""
        self._go(jump_to_segment(self.deck, self.place, segment))

    def speak(self, mode: Mode) -> None:
        """Change the language of the slides."""
        self.mode = mode
        self.moved.emit()

    def point(self, at: QPointF) -> None:
        """Follow the mouse on the slide: the middle of what is enlarged, and the light."""
        self.centre = at
        if self.spot is not None:
            self.spot = at
        if self.spot is not None or self.zoom > 1:
            self.moved.emit()

    def toggle_timer(self) -> None:
        """Start the countdown of a break or task, or stop it."""
        card = self.card
        if self._until.pop(card.id, None) is None:
            self._count_down(always=True)
        self.moved.emit()

    def replan(self, session: TrainingSession) -> None:
        """Take a changed plan; the place is kept."""
        new = deck(session.plan, self._lesson)
        if not new:
            return
        self.place = find_again(self.deck, new, self.place)
        self.session, self.deck = session, new
        self.moved.emit()

    def end(self) -> None:
        """End the presentation."""
        if self._timer.isActive():
            self._timer.stop()
            self._keep(lambda: self._recorder.end(self.session))
            self.ended.emit()

    def stop(self) -> None:
        """Stop without ending: the application is being closed, and opens here again."""
        self._timer.stop()

    def _go(self, place: Place) -> None:
        if place == self.place:
            return
        moved = place.index != self.place.index
        self.place = place
        if moved:
            self.zoom = 1.0
            self._count_down()
        # Shown first: a slow disk must not hold the slide back.
        self.moved.emit()
        if moved:
            self._record()

    def _record(self) -> None:
        self._notice_sleep()
        card = self.card
        self._keep(lambda: self._recorder.show(self.session, card))

    def _keep(self, write: Callable[[], None]) -> None:
        """Write into the records. The class must not see a fault of the disk."""
        try:
            write()
        except KnownError as error:
            self.troubled.emit(error)

    def _count_down(self, *, always: bool = False) -> None:
        """A break counts down from its first second; a task when it is asked to."""
        card = self.card
        minutes = card.minutes or (THINKING if card.kind is CardKind.QUESTION else 0)
        if minutes and card.id not in self._until and (always or card.kind is CardKind.BREAK):
            self._until[card.id] = self._clock() + timedelta(minutes=minutes)

    def _tick(self) -> None:
        self._notice_sleep()
        self._beats += 1
        if self._beats % _BEAT == 0:
            self._keep(lambda: self._recorder.heartbeat(self.session))
        self.ticked.emit()

    def _notice_sleep(self) -> None:
        """Tell of a sleep before anything is recorded: a key may come before the next second."""
        now = self._steady()
        still, self._ticked = now - self._ticked, now
        self._follow_clock()
        if self.running and still >= SHORTEST_GAP:
            self.slept.emit(int(still))

    def _follow_clock(self) -> None:
        """Let a countdown go on where somebody sets the clock of the computer."""
        now = self._clock()
        passed, self._told = now - self._told, now
        if not -_SET <= passed.total_seconds() <= MOST_AT_ONCE:
            self._until = {card: until + passed for card, until in self._until.items()}
