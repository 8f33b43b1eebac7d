"""The trainer's area: its PIN, the recovery code, and what the centre is called.

The PIN hides the area from learners at the same computer; it encrypts nothing.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TypedDict, Unpack

from pdo_app.errors import N_, InputError, Message
from pdo_app.records import Centre
from pdo_app.store.database import Store
from pdo_app.training import inputs, pin

LARGEST_LOGO = 2 * 1024 * 1024
"""Bytes."""
_LONGEST_ADDRESS = 500
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


class CentreChanges(TypedDict, total=False):
    """What can change of a centre; what is left out stays. ``logo`` b"" takes it away."""

    name: str
    address: str
    logo: bytes
    trainers: Iterable[str]


class Access:
    """Guards the trainer's area over ``store``. ``clock`` gives UTC, ``random_bytes`` that many
    unpredictable bytes."""

    def __init__(
        self,
        store: Store,
        clock: Callable[[], datetime],
        random_bytes: Callable[[int], bytes] = os.urandom,
    ) -> None:
        self._store = store
        self._clock = clock
        self._random = random_bytes
        self._wrong = 0
        self._last_wrong: datetime | None = None

    def has_pin(self) -> bool:
        """Tell whether a PIN is set."""
        return self._store.centre.get().pin_hash is not None

    def set_pin(self, typed: str) -> str:
        """Set the first PIN and return the recovery code, which is kept nowhere: show and print
        it now. Raises InputError where ``typed`` is not 4 to 8 digits or one is set already."""
        if self.has_pin():
            raise InputError(
                Message(N_("A PIN is set already.")),
                Message(N_("Change it with the old PIN or the recovery code.")),
                "pin",
            )
        return self._set(typed, with_code=True)

    def unlock(self, typed: str) -> bool:
        """Tell whether ``typed`` opens the area; without a PIN it is open.

        Raises InputError while the waiting time after wrong tries has not passed.
        """
        stored = self._store.centre.get().pin_hash
        return stored is None or self._try(pin.digits(typed) or "", stored)

    def change_pin(self, old: str, new: str) -> None:
        """Replace the PIN; the recovery code stays. Raises InputError where ``old`` is wrong,
        ``new`` is not 4 to 8 digits, or the waiting time has not passed."""
        _checked(new)
        if not self.unlock(old):
            raise InputError(Message(N_("The PIN is wrong.")), Message(N_("Try again.")), "old")
        self._set(new, with_code=False)

    def recover(self, code: str, new: str) -> str:
        """Replace a forgotten PIN and return a new recovery code; the old one no longer works.

        Raises InputError where ``code`` is wrong, ``new`` is not 4 to 8 digits, or the waiting
        time has not passed.
        """
        _checked(new)
        stored = self._store.centre.get().recovery_hash
        if stored is None or not self._try(pin.plain_code(code), stored):
            raise InputError(
                Message(N_("This recovery code is wrong.")),
                Message(N_("Type the 16 characters of the printed sheet.")),
                "code",
            )
        return self._set(new, with_code=True)

    def wait_left(self) -> int:
        """Return the seconds until the next try; 0 when it may be now."""
        if self._last_wrong is None:
            return 0
        wait = pin.wait_seconds(self._wrong)
        left = wait - (self._clock() - self._last_wrong) // timedelta(seconds=1)
        return max(0, min(left, wait))  # a clock that was set back never makes it longer

    def centre(self) -> Centre:
        """Return the centre; an empty one as long as nothing is known of it."""
        return self._store.centre.get()

    def save_centre(self, **changes: Unpack[CentreChanges]) -> Centre:
        """Change the centre and return it as it is now. Raises InputError where words are too
        long, or the logo is no PNG or JPEG picture of at most 2 MB."""
        new = old = self.centre()
        if "name" in changes:
            new = replace(new, name=inputs.optional(changes["name"], "name"))
        if "address" in changes:
            address = inputs.optional(changes["address"], "address", _LONGEST_ADDRESS)
            new = replace(new, address=address)
        if "logo" in changes:
            new = replace(new, logo=_checked_logo(changes["logo"]))
        if "trainers" in changes:
            names = (inputs.optional(name, "trainers") for name in changes["trainers"])
            new = replace(new, trainers=tuple(dict.fromkeys(name for name in names if name)))
        if new != old:
            self._store.centre.change(new)
        return new

    def _try(self, secret: str, stored: str) -> bool:
        left = self.wait_left()
        if left:
            raise InputError(
                Message(N_("There were several wrong tries.")),
                Message(N_("Wait {seconds} seconds, then try again."), {"seconds": left}),
                "pin",
            )
        if pin.fits(secret, stored):
            self._wrong, self._last_wrong = 0, None
            return True
        self._wrong, self._last_wrong = self._wrong + 1, self._clock()
        return False

    def _set(self, typed: str, *, with_code: bool) -> str:
        centre = replace(self.centre(), pin_hash=pin.hashed(_checked(typed), self._random(16)))
        code = ""
        if with_code:
            code = pin.new_code(self._random)
            stored = pin.hashed(pin.plain_code(code), self._random(16))
            centre = replace(centre, recovery_hash=stored)
        self._store.centre.change(centre)
        return code


def _checked(typed: str) -> str:
    found = pin.digits(typed)
    if found is None:
        raise InputError(
            Message(N_("A trainer's PIN has 4 to 8 digits.")),
            Message(N_("Type 4 to 8 digits, 0 to 9.")),
            "pin",
        )
    return found


def _checked_logo(logo: bytes) -> bytes:
    if logo and not logo.startswith(_PICTURES):
        raise InputError(
            Message(N_("This file is not a PNG or JPEG picture.")),
            Message(N_("Choose a picture that ends in .png or .jpg.")),
            "logo",
        )
    if len(logo) > LARGEST_LOGO:
        raise InputError(
            Message(N_("This picture is larger than 2 MB.")),
            Message(N_("Make it smaller, or choose another one.")),
            "logo",
        )
    return logo
