"""The people of a session: typed, imported, walked in, merged."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import TypedDict, Unpack
from uuid import UUID

from pdo_app.changes import Topic
from pdo_app.content.library import Library
from pdo_app.errors import N_, InputError, Message
from pdo_app.records import EventVerb, Participant, RosterRow, TrainingSession
from pdo_app.store.database import Store
from pdo_app.store.saving import save
from pdo_app.training import inputs, roster_words, sectors
from pdo_app.training.attendance import THERE, marks_of, to_result
from pdo_app.training.closing import require_open
from pdo_app.training.proposals import (
    FIELDS,
    Proposal,
    ProposalKind,
    changed,
    propose_rows,
)


class PersonFields(TypedDict, total=False):
    """What is typed about a person beside the name; what is left out stays. ``phone`` may be a
    whole number: only its last four digits are kept."""

    company: str
    destination: str
    departure: date | None
    sector: str
    returnee: bool
    phone: str


class PersonChanges(PersonFields, total=False):
    """What can change of a person on the roster."""

    name: str


class Choice(StrEnum):
    """What the trainer decides about a row that is UNSURE."""

    NEW = "new"
    SAME_PERSON = "same_person"
    LEAVE_OUT = "leave_out"


@dataclass(frozen=True, slots=True)
class Decision:
    """What is to be done with a proposal. Without a ``choice`` its kind says it: ADD adds, UPDATE
    updates, the others do nothing. SAME_PERSON needs ``participant``, one of its matches."""

    proposal: Proposal
    choice: Choice | None = None
    participant: UUID | None = None


@dataclass(frozen=True, slots=True)
class Applied:
    """How many rows of an import were added, updated a person, or changed nothing."""

    added: int
    updated: int
    left: int


class Roster:
    """Keeps rosters over ``store``. ``library`` says which content version is taught, ``clock``
    gives UTC, ``new_id`` names people. ``codes`` maps names of destinations, as
    ``roster_words.name_key`` gives them, to ISO codes. Whatever writes raises InputError where the
    session is closed."""

    def __init__(
        self,
        store: Store,
        library: Library,
        clock: Callable[[], datetime],
        new_id: Callable[[], UUID],
        codes: Mapping[str, str],
    ) -> None:
        self._store = store
        self._library = library
        self._clock = clock
        self._new_id = new_id
        self._codes = codes

    def people(self, session: TrainingSession) -> tuple[Participant, ...]:
        """Return the roster in the order in which people were added."""
        return self._store.participants.of(session.id)

    def add(
        self, session: TrainingSession, name: str, **fields: Unpack[PersonFields]
    ) -> Participant:
        """Add a person and return them. Raises InputError for an empty or too long name, too
        long words, or a phone of fewer than four digits."""
        return self._add(session, _named(self._blank(session), name), fields)

    def walk_in(self, session: TrainingSession, name: str) -> Participant:
        """Add somebody who came without being on the list. Raises InputError like :meth:`add`."""
        return self._add(session, _named(replace(self._blank(session), walk_in=True), name), {})

    def change(self, participant: Participant, **changes: Unpack[PersonChanges]) -> Participant:
        """Change what is known of a person and return them as they are now. Raises InputError
        like :meth:`add`, KeyError where they were removed."""
        old = self._store.participants.get(participant.id)
        require_open(self._store, old.session)
        named = _named(old, changes["name"]) if "name" in changes else old
        return self._save(old, _filled(named, changes))

    def remove(self, participant: Participant) -> None:
        """Delete a person with their attendance. Raises KeyError."""
        require_open(self._store, participant.session)
        self._store.participants.remove(participant.id)

    def merge(self, walk_in: Participant, into: Participant) -> Participant:
        """Say that ``walk_in`` is the same person as ``into``, who stays and is returned.

        What is not known of ``into`` is taken from ``walk_in``, and so are half-days that only
        ``walk_in`` attended. Raises ValueError where both are one row or of two sessions, or one
        of them was merged already.
        """
        gone, stays = (self._store.participants.get(one.id) for one in (walk_in, into))
        before = gone.merged_into or stays.merged_into
        if gone.id == stays.id or gone.session != stays.session or before:
            raise ValueError("two people of one session are merged")
        require_open(self._store, stays.session)
        missing = {name: getattr(gone, name) for name in FIELDS if not getattr(stays, name)}
        with self._store.writing(Topic.ROSTER):
            stays = self._save(stays, replace(stays, **missing))
            for other in self._store.participants.all_of(gone.session):
                if other.id == gone.id or other.merged_into == gone.id:
                    merged = replace(other, merged_into=stays.id, updated_at=self._clock())
                    self._store.participants.change(merged)
            self._take_marks(gone, stays)
        return stays

    def propose(self, session: TrainingSession, rows: Sequence[RosterRow]) -> tuple[Proposal, ...]:
        """Return what an import of ``rows`` would do, row by row. Nothing is written."""
        return propose_rows(rows, self.people(session), self._codes)

    def apply(self, session: TrainingSession, decisions: Sequence[Decision]) -> Applied:
        """Do what was decided, all of it or nothing, and return how much that was.

        Raises ValueError for a decision that its proposal does not allow, KeyError where a
        person was removed meanwhile.
        """
        require_open(self._store, session.id)
        added = updated = 0
        with self._store.writing(Topic.ROSTER):
            for decision in decisions:
                action = _action(decision)
                if action is Choice.NEW:
                    self._store.participants.add(self._new(session, decision.proposal))
                    added += 1
                elif action is Choice.SAME_PERSON:
                    updated += self._update(decision)
        return Applied(added, updated, len(decisions) - added - updated)

    def _update(self, decision: Decision) -> bool:
        proposal = decision.proposal
        chosen = decision.participant or proposal.matches[0].id
        assert proposal.person is not None  # a BAD row has no action
        old = self._store.participants.get(chosen)
        new, changes = changed(old, proposal.person)
        self._save(old, new)
        return bool(changes)

    def _new(self, session: TrainingSession, proposal: Proposal) -> Participant:
        person = proposal.person
        assert person is not None  # a BAD row has no action
        new, _ = changed(self._blank(session), person)
        return replace(new, name=person.name)

    def _blank(self, session: TrainingSession) -> Participant:
        now = self._clock()
        return Participant(self._new_id(), session.id, "", now, now)

    def _add(
        self, session: TrainingSession, person: Participant, fields: PersonFields
    ) -> Participant:
        person = _filled(person, fields)
        require_open(self._store, session.id)
        self._store.participants.add(person)
        return person

    def _save(self, old: Participant, new: Participant) -> Participant:
        return save(self._store.participants.change, old, new, self._clock())

    def _take_marks(self, gone: Participant, stays: Participant) -> None:
        marks = marks_of(self._store.events.of(gone.session, EventVerb.MARKED))
        own = marks.get(stays.id, {})
        for half, mark in marks.get(gone.id, {}).items():
            if mark.kind in THERE and (half not in own or own[half].kind not in THERE):
                self._store.events.append(
                    stays.session,
                    EventVerb.MARKED,
                    half,
                    version=self._library.info.version,
                    participant=stays.id,
                    result=to_result(mark),
                )


def _action(decision: Decision) -> Choice:
    proposal = decision.proposal
    if proposal.kind is ProposalKind.UNSURE:
        choice = decision.choice or Choice.LEAVE_OUT
        known = {match.id for match in proposal.matches}
        if choice is Choice.SAME_PERSON and decision.participant not in known:
            raise ValueError("the same person as whom?")
        return choice
    if decision.choice not in (None, Choice.LEAVE_OUT):
        raise ValueError("only a row that is not sure asks for a decision")
    if decision.choice is Choice.LEAVE_OUT:
        return Choice.LEAVE_OUT
    kinds = {ProposalKind.ADD: Choice.NEW, ProposalKind.UPDATE: Choice.SAME_PERSON}
    return kinds.get(proposal.kind, Choice.LEAVE_OUT)


def _named(person: Participant, name: str) -> Participant:
    return replace(person, name=inputs.required(" ".join(name.split()), "name"))


def _filled(person: Participant, fields: PersonFields) -> Participant:
    new = person
    if "company" in fields:
        new = replace(new, company=inputs.optional(fields["company"], "company"))
    if "sector" in fields:
        new = replace(new, sector=sectors.kept(inputs.optional(fields["sector"], "sector")))
    if "destination" in fields:
        new = replace(new, destination=fields["destination"])
    if "departure" in fields:
        new = replace(new, departure=fields["departure"])
    if "returnee" in fields:
        new = replace(new, returnee=fields["returnee"])
    if "phone" in fields:
        new = replace(new, phone=_phone(fields["phone"]))
    return new


def _phone(words: str) -> str:
    try:
        return roster_words.phone(words)
    except roster_words.WordsError as error:
        advice = Message(N_("Type the last four digits, or leave it empty."))
        raise InputError(error.message, advice, "phone") from error
