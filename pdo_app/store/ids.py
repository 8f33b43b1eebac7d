"""Ids of rows: UUIDv7 after RFC 9562, since Python has none before 3.14.

Layout (RFC 9562, sections 5.7 and 6.2, method 1): 48 bits of milliseconds since 1970, version,
a counter of 42 bits (12 in ``rand_a``, 30 in ``rand_b``), 32 random bits. Within one process the
ids only grow, also when the computer's clock is set back.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from uuid import UUID

_COUNTER_BITS = 42
_LOW_BITS = 30
_SEED_BITS = _COUNTER_BITS - 1  # the highest bit starts at 0, to leave room for counting


def _milliseconds() -> int:
    return time.time_ns() // 1_000_000


class Uuid7:
    """Makes growing ids: call it to get the next :class:`~uuid.UUID`.

    ``milliseconds`` gives the time since 1970-01-01 UTC in milliseconds, ``random_bytes`` gives
    that many unpredictable bytes. Safe to call from several threads.
    """

    def __init__(
        self,
        milliseconds: Callable[[], int] = _milliseconds,
        random_bytes: Callable[[int], bytes] = os.urandom,
    ) -> None:
        self._milliseconds = milliseconds
        self._random_bytes = random_bytes
        self._last = -1
        self._counter = 0
        self._lock = threading.Lock()

    def __call__(self) -> UUID:
        """Return the next id, greater than every one before."""
        with self._lock:
            now = self._milliseconds()
            if now > self._last:
                self._last = now
                self._counter = self._seed()
            else:
                self._counter += 1
                if self._counter >> _COUNTER_BITS:
                    self._last += 1
                    self._counter = self._seed()
            moment, counter = self._last, self._counter
        tail = int.from_bytes(self._random_bytes(4), "big")
        high, low = counter >> _LOW_BITS, counter & ((1 << _LOW_BITS) - 1)
        value = (moment & ((1 << 48) - 1)) << 80
        value |= 0x7 << 76 | high << 64 | 0b10 << 62 | low << 32 | tail
        return UUID(int=value)

    def _seed(self) -> int:
        return int.from_bytes(self._random_bytes(6), "big") & ((1 << _SEED_BITS) - 1)
