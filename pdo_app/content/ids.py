"""How short ids of the source files become full ids of the pack."""

from __future__ import annotations

LESSON = ""
QUESTION = "q/"
ITEM = "c/"
OBJECTIVE = "o/"


def full(pack: str, module: str, name: str, kind: str = LESSON) -> str:
    """Return the full id of what is called ``name`` in a source file.

    ``name`` is short (``keep-proof``: in ``module``, the short id of the module at hand) or
    names its module (``m03/keep-proof``, ``m03/q/deposit-legal``). ``kind`` is one of this
    file's constants. No name gives no id.
    """
    if not name:
        return ""
    if "/" in name:
        return f"{pack}/{name}"
    return f"{pack}/{module}/{kind}{name}"


def full_link(pack: str, address: str) -> str:
    """Return ``lesson:m03/keep-proof`` with the pack's id; other addresses as they are."""
    kind, colon, name = address.partition(":")
    return f"{kind}:{pack}/{name}" if colon and kind == "lesson" else address
