"""How far a person is: lessons, ticks, notes and the certificate, computed from the log."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from uuid import UUID

from pdo_app.records import Activity, Verb
from pdo_app.store.log import Log
from pdo_app.store.transactions import Transactions

_NOTHING: Mapping[str, object] = MappingProxyType({})


class Progress:
    """Appends to ``log`` and asks it, over ``store``."""

    def __init__(self, store: Transactions, log: Log) -> None:
        self._store = store
        self._log = log

    def append(
        self,
        learner: UUID,
        verb: Verb,
        target: str,
        *,
        version: str,
        attempt: UUID | None = None,
        result: Mapping[str, object] = _NOTHING,
    ) -> Activity:
        """Write down what ``learner`` did with ``target`` and return the line.

        It is on the disk when the outermost ``writing()`` ends, which is here where none is
        open. ``version`` is the content version that the person saw. ``result`` is a small JSON
        object: ``{"right": bool, ...}`` for ANSWERED, ``{"text": str}`` for NOTED. Raises
        StoreError; ValueError or TypeError where ``result`` is not JSON.
        """
        return self._log.append(learner, verb, target, version, attempt, result)

    def lessons(self, learner: UUID) -> dict[str, Verb]:
        """Return COMPLETED or VIEWED, the furthest, for each lesson that was opened."""
        rows = self._store.rows(
            "select target, max(verb = 'completed') from activities "
            "where learner = ? and verb in ('completed', 'viewed') group by target",
            (learner.bytes,),
        )
        return {target: Verb.COMPLETED if done else Verb.VIEWED for target, done in rows}

    def last_viewed(self, learner: UUID, apart_from: Sequence[str] = ()) -> str | None:
        """Return the target that was opened last, or None. Targets in ``apart_from`` do not
        count."""
        marks = ", ".join("?" * len(apart_from))
        ((target, _),) = self._store.rows(
            "select target, max(number) from activities where learner = ? and verb = 'viewed'"
            f" and target not in ({marks})",
            (learner.bytes, *apart_from),
        )
        return None if target is None else str(target)

    def ticks(self, learner: UUID) -> frozenset[str]:
        """Return the checklist items whose newest tick or untick is a tick."""
        newest = self._log.newest_of_each(learner, Verb.TICKED, Verb.UNTICKED)
        return frozenset(item for item, verb in newest.items() if verb is Verb.TICKED)

    def notes(self, learner: UUID) -> dict[str, str]:
        """Return the newest note of each checklist item (``result["text"]``); an empty text
        means that the note was taken away."""
        newest = self._log.newest_results(learner, Verb.NOTED)
        texts = {item: str(result.get("text", "")) for item, result in newest.items()}
        return {item: text for item, text in texts.items() if text}

    def certified(self, learner: UUID) -> Activity | None:
        """Return the newest certificate, or None."""
        found = self._log.find(
            "learner = ? and verb = 'certified' order by number desc limit 1", (learner.bytes,)
        )
        return found[0] if found else None
