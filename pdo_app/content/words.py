"""What plain words may hold: no markup, no HTML, no control characters."""

from __future__ import annotations

import re
from collections.abc import Iterator

FACT = re.compile(r"\{\{fact:([^{}\s]*)\}\}")
FACT_ID = re.compile(r"[a-z0-9_-]+(\.[a-z0-9_-]+)*")
TO_DO = "TODO"
"""What a new file holds where its author has to write."""
SHORT_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

_FAULTS = (
    (re.compile(r"</?[A-Za-z!?]"), "html", "HTML is not allowed; write plain words."),
    (re.compile(r"(?i)\b(javascript|vbscript|data):\S"), "script", "Scripts are not allowed."),
    (
        # Control characters, half characters, and marks that turn the direction of writing.
        re.compile(
            "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufffe\uffff]"
        ),
        "control",
        "An invisible control character stands here.",
    ),
    (
        re.compile(r"\*\*"),
        "stars",
        "Two stars stand here that make nothing strong; strong words are written **so**.",
    ),
    (
        re.compile(r"(?<!\*)\*(?!\*)\S[^*\n]*(?<!\*)\*(?!\*)"),
        "single-star",
        "Single stars are not used; strong words are written **so**.",
    ),
    (re.compile(r"\]\("), "link", "This is not a whole link; write [words](lesson:m03/id)."),
    (re.compile(rf"\b{TO_DO}\b"), "to-do", f"Fill this in: {TO_DO} still stands here."),
    (re.compile(r"\{\{|\}\}"), "fact", "A fact is shown by {{fact:its.id}}."),
)


def faults(words: str) -> Iterator[tuple[str, str]]:
    """Yield code and message of everything that ``words`` must not hold. Fact references are
    taken out first."""
    bare = FACT.sub("", words)
    for pattern, code, message in _FAULTS:
        if pattern.search(bare):
            yield code, message


def facts_in(words: str) -> tuple[str, ...]:
    """Return the ids of the facts that ``words`` show, in order."""
    return tuple(FACT.findall(words))
