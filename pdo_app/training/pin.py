"""The PIN of the trainer's area and the recovery code: hashed with Argon2id (RFC 9106).

They keep people away from a screen; they do not encrypt the file.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

ALPHABET = "ACDEFGHJKMNPQRTUVWXY34679"
"""Letters and digits that are not taken for one another: no B and 8, I, L and 1, O and 0, S and
5, Z and 2."""
_LENGTH, _GROUP = 16, 4
_FREE_TRIES = 2
_FIRST_WAIT = 5
_LONGEST_WAIT = 300


def digits(typed: str) -> str | None:
    """Return the 4 to 8 digits of ``typed`` (full-width ones too), None if it is not a PIN."""
    plain = unicodedata.normalize("NFKC", typed).strip()
    return plain if re.fullmatch(r"[0-9]{4,8}", plain) else None


def new_code(random_bytes: Callable[[int], bytes]) -> str:
    """Return a recovery code of 16 characters (74 bits) in groups of four. ``random_bytes`` gives
    that many unpredictable bytes."""
    found = ""
    while len(found) < _LENGTH:
        (byte,) = random_bytes(1)
        if byte < 256 - 256 % len(ALPHABET):  # else the first characters would come more often
            found += ALPHABET[byte % len(ALPHABET)]
    return "-".join(found[place : place + _GROUP] for place in range(0, _LENGTH, _GROUP))


def plain_code(typed: str) -> str:
    """Return a code as it is hashed: capital letters and digits alone."""
    wide = unicodedata.normalize("NFKC", typed).upper()
    return "".join(character for character in wide if character in ALPHABET)


def hashed(secret: str, salt: bytes) -> str:
    """Return Argon2's own description of a PIN or plain code; ``salt`` has 16 bytes."""
    from argon2 import PasswordHasher  # loads a C library: only where a PIN is set or asked

    return PasswordHasher().hash(secret, salt=salt)


def fits(secret: str, stored: str) -> bool:
    """Tell whether ``stored`` was made of ``secret``; False for a damaged hash."""
    from argon2 import PasswordHasher
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        return PasswordHasher().verify(stored, secret)
    except (VerificationError, InvalidHashError):
        return False


def wait_seconds(wrong_tries: int) -> int:
    """Return how long to wait after so many wrong tries in a row: nothing for two, then 5
    seconds, twice as long each time, 5 minutes at most."""
    if wrong_tries <= _FREE_TRIES:
        return 0
    return int(min(_FIRST_WAIT * 2 ** min(wrong_tries - _FREE_TRIES - 1, 10), _LONGEST_WAIT))
