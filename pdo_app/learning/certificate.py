"""The certificate: who may have it, and what it rests on. Nothing here is drawn or worded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from pdo_app.content.model import Module, Text
from pdo_app.learning.sittings import PASS_MARK
from pdo_app.records import Learner

RULE = "lessons-and-final-test"
"""Every lesson completed, and a final test passed with the pass mark. The id stands in the log,
so that an old certificate keeps the rule it was given by."""


@dataclass(frozen=True, slots=True)
class CertifiedModule:
    """A module that the certificate names."""

    number: int
    title: Text


@dataclass(frozen=True, slots=True)
class Certificate:
    """What a certificate states. ``score`` and ``pass_mark`` are shares between 0 and 1,
    ``right`` of ``total`` questions were right; ``date`` is the day it was given, ``version``
    the content it was given for."""

    name: str
    destination: str
    date: date
    right: int
    total: int
    score: float
    pass_mark: float
    rule: str
    version: str
    modules: tuple[CertifiedModule, ...]


def issued(
    final: Mapping[str, object], modules: Iterable[Module], today: date
) -> dict[str, object]:
    """Return what the log keeps of a certificate: all but the person, whose name may be mended.

    ``final`` is the record of the final test it rests on.
    """
    return {
        "date": today.isoformat(),
        "right": final["right"],
        "total": final["total"],
        "score": final["score"],
        "pass_mark": PASS_MARK,
        "rule": RULE,
        "modules": [[m.number, m.title.zh, m.title.en] for m in modules],
    }


def certificate(learner: Learner, version: str, record: Mapping[str, object]) -> Certificate:
    """Return the certificate that :func:`issued` put into the log, for the person as named now.

    Raises ValueError or KeyError for a record that is none.
    """
    modules = record["modules"]
    if not isinstance(modules, list):
        raise ValueError(record)
    return Certificate(
        name=learner.name,
        destination=learner.destination,
        date=date.fromisoformat(str(record["date"])),
        right=int(str(record["right"])),
        total=int(str(record["total"])),
        score=float(str(record["score"])),
        pass_mark=float(str(record["pass_mark"])),
        rule=str(record["rule"]),
        version=version,
        modules=tuple(CertifiedModule(number, Text(zh, en)) for number, zh, en in modules),
    )
