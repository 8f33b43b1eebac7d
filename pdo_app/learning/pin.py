"""The PIN that keeps a profile from other people at a shared computer: hash and waiting time.

Four digits keep nobody out who can read the file; they keep a neighbour from a casual look.
"""

from __future__ import annotations

import hmac
import re
import unicodedata

_COST, _BLOCK, _LANES = 2**14, 8, 1  # RFC 7914 section 2: 16 MB, some 50 ms
_FREE_TRIES = 2
_FIRST_WAIT = 5
_LONGEST_WAIT = 300


def digits(typed: str) -> str | None:
    """Return the four digits of ``typed`` (full-width ones too), None if it is not a PIN."""
    plain = unicodedata.normalize("NFKC", typed).strip()
    return plain if re.fullmatch(r"[0-9]{4}", plain) else None


def hashed(pin: str, salt: bytes) -> str:
    """Return ``scrypt$N$r$p$salt$hash`` (hexadecimal) of a PIN."""
    found = _scrypt(pin, salt, _COST, _BLOCK, _LANES)
    return f"scrypt${_COST}${_BLOCK}${_LANES}${salt.hex()}${found.hex()}"


def fits(pin: str, stored: str) -> bool:
    """Tell whether ``pin`` is the one that ``stored`` was made of; False for a damaged hash."""
    try:
        name, cost, block, lanes, salt, wanted = stored.split("$")
        found = _scrypt(pin, bytes.fromhex(salt), int(cost), int(block), int(lanes))
        return name == "scrypt" and hmac.compare_digest(found, bytes.fromhex(wanted))
    except ValueError:
        return False


def wait_seconds(wrong_tries: int) -> int:
    """Return how long to wait after so many wrong tries in a row: nothing for two, then 5
    seconds, twice as long each time, 5 minutes at most."""
    if wrong_tries <= _FREE_TRIES:
        return 0
    return int(min(_FIRST_WAIT * 2 ** min(wrong_tries - _FREE_TRIES - 1, 10), _LONGEST_WAIT))


def _scrypt(pin: str, salt: bytes, cost: int, block: int, lanes: int) -> bytes:
    import hashlib  # loads OpenSSL: only where a PIN is set or asked

    return hashlib.scrypt(
        pin.encode(), salt=salt, n=cost, r=block, p=lanes, maxmem=64 * 2**20, dklen=32
    )
