"""The people who use this computer account: make, change, unlock, remove a profile."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TypedDict, Unpack
from uuid import UUID

from pdo_app.changes import Topic
from pdo_app.content.library import Library
from pdo_app.errors import N_, InputError, Message
from pdo_app.learning import pin as pins
from pdo_app.records import Learner, Mode
from pdo_app.store.database import Store
from pdo_app.store.saving import save

LONGEST_NAME = 200


class ProfileChanges(TypedDict, total=False):
    """What can change in a profile. ``departure`` None opens the day, ``pin`` None takes the
    PIN away; what is left out stays."""

    name: str
    destination: str
    departure: date | None
    mode: Mode
    pin: str | None


class Profiles:
    """Writes profiles. ``clock`` gives the time in UTC; the day is that of this computer's time
    zone. ``new_id`` names people and salts their PINs."""

    def __init__(
        self,
        store: Store,
        library: Library,
        clock: Callable[[], datetime],
        new_id: Callable[[], UUID],
    ) -> None:
        self._store = store
        self._library = library
        self._clock = clock
        self._new_id = new_id
        self._wrong: dict[UUID, tuple[int, datetime]] = {}

    def create(
        self,
        name: str,
        destination: str,
        departure: date | None,
        mode: Mode,
        pin: str | None = None,
    ) -> Learner:
        """Make a profile and return it.

        Raises InputError for an empty or too long name, a destination that is not offered, a
        departure in the past, or a PIN that is not four digits.
        """
        now = self._clock()
        learner = Learner(
            id=self._new_id(),
            name=_checked_name(name),
            destination=self._checked_destination(destination),
            departure=self._checked_departure(departure),
            mode=mode,
            created_at=now,
            updated_at=now,
            pin_hash=self._hashed(pin),
        )
        with self._store.writing(Topic.LEARNERS):
            self._store.learners.add(learner)
        return learner

    def update(self, learner: Learner, **changes: Unpack[ProfileChanges]) -> Learner:
        """Change a profile and return it as it is now. Raises InputError like :meth:`create`;
        a departure that is not changed may be past."""
        new = learner
        if "name" in changes:
            new = replace(new, name=_checked_name(changes["name"]))
        if "destination" in changes:
            new = replace(new, destination=self._checked_destination(changes["destination"]))
        if "departure" in changes and changes["departure"] != learner.departure:
            new = replace(new, departure=self._checked_departure(changes["departure"]))
        if "mode" in changes:
            new = replace(new, mode=changes["mode"])
        if "pin" in changes:
            new = replace(new, pin_hash=self._hashed(changes["pin"]))
        return save(self._store.learners.change, learner, new, self._clock())

    def all(self) -> tuple[Learner, ...]:
        """Return everybody, in the order in which they were added."""
        return self._store.learners.all()

    def get(self, learner: UUID) -> Learner:
        """Return the person with this id. Raises KeyError where there is none (any more)."""
        return self._store.learners.get(learner)

    def unlock(self, learner: Learner, pin: str) -> bool:
        """Tell whether ``pin`` opens the profile; one without a PIN is always open.

        Raises InputError while the waiting time after wrong tries has not passed.
        """
        if learner.pin_hash is None:
            return True
        left = self.wait_left(learner)
        if left:
            raise InputError(
                Message(N_("The PIN was wrong several times.")),
                Message(N_("Wait {seconds} seconds, then try again."), {"seconds": left}),
                "pin",
            )
        typed = pins.digits(pin)
        if typed is not None and pins.fits(typed, learner.pin_hash):
            self._wrong.pop(learner.id, None)
            return True
        tries = self._wrong.get(learner.id, (0, None))[0] + 1
        self._wrong[learner.id] = (tries, self._clock())
        return False

    def wait_left(self, learner: Learner) -> int:
        """Return the seconds until the next try; 0 when the person may try now."""
        if learner.id not in self._wrong:
            return 0
        tries, last = self._wrong[learner.id]
        wait = pins.wait_seconds(tries)
        left = wait - (self._clock() - last) // timedelta(seconds=1)
        return max(0, min(left, wait))  # a clock that was set back never makes it longer

    def remove(self, learner: Learner) -> None:
        """Delete a person with everything that is remembered of them."""
        with self._store.writing(Topic.LEARNERS):
            self._store.learners.remove(learner.id)
        self._wrong.pop(learner.id, None)

    def _checked_destination(self, code: str) -> str:
        if code not in self._library.info.destinations:
            raise InputError(
                Message(N_("No destination is chosen.")),
                Message(N_("Choose a country from the list.")),
                "destination",
            )
        return code

    def _checked_departure(self, day: date | None) -> date | None:
        if day is not None and day < self._clock().astimezone().date():
            raise InputError(
                Message(N_("This date has passed.")),
                Message(N_("Choose another day.")),
                "departure",
            )
        return day

    def _hashed(self, pin: str | None) -> str | None:
        if pin is None:
            return None
        digits = pins.digits(pin)
        if digits is None:
            raise InputError(
                Message(N_("A PIN has four digits.")),
                Message(N_("Type four digits, 0 to 9.")),
                "pin",
            )
        return pins.hashed(digits, self._new_id().bytes)


def _checked_name(name: str) -> str:
    """Return the name without space around it, otherwise as typed."""
    name = name.strip()
    if not any(character.isprintable() and not character.isspace() for character in name):
        raise InputError(Message(N_("The name is empty.")), Message(N_("Type your name.")), "name")
    if len(name) > LONGEST_NAME:
        raise InputError(
            Message(N_("The name is too long.")),
            Message(N_("Keep it to {most} characters."), {"most": LONGEST_NAME}),
            "name",
        )
    return name
