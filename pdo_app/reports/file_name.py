"""Names of files that every system takes."""

from __future__ import annotations

import unicodedata

LONGEST = 60
"""Characters: a name on an old USB stick has at most 255 bytes, and a Chinese character three."""
_FORBIDDEN = frozenset('<>:"/\\|?*')
_TAKEN = frozenset(
    {"con", "prn", "aux", "nul"}
    | {f"com{number}" for number in range(1, 10)}
    | {f"lpt{number}" for number in range(1, 10)}
)


def safe_name(words: str, otherwise: str) -> str:
    """Return ``words`` as the name of a file without its ending; ``otherwise`` where nothing of
    them can be kept. Signs that a system refuses become spaces, and names that Windows keeps for
    devices get a line below."""
    plain = "".join(" " if _refused(sign) else sign for sign in words)
    name = " ".join(plain.split())[:LONGEST].strip(" .")
    if name.partition(".")[0].strip().lower() in _TAKEN:
        name = f"{name}_"
    return name or otherwise


def _refused(sign: str) -> bool:
    return sign in _FORBIDDEN or unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")
