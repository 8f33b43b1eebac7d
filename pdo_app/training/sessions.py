"""Training sessions: made from a template or of modules, changed, held again, closed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import TypedDict, Unpack
from uuid import UUID

from pdo_app.changes import Topic
from pdo_app.content.library import Library
from pdo_app.errors import N_, InputError, Message
from pdo_app.records import EventVerb, Group, Mode, PlannedHalf, TrainingSession
from pdo_app.store.database import Store
from pdo_app.store.saving import save
from pdo_app.training import agenda, inputs, planning, sectors
from pdo_app.training.closing import require_open

Plan = tuple[PlannedHalf, ...]


class ClassFields(TypedDict, total=False):
    """What is known of a class; what is left out stays, or is empty in a new session.
    ``destination`` is an ISO code, "" for a mixed class; of ``sector``, the name of one that a
    plan adapts to is kept as its value."""

    trainer: str
    place: str
    destination: str
    sector: str
    groups: Iterable[Group]
    mode: Mode


class SessionChanges(ClassFields, total=False):
    """What can change of a session. ``first_day`` moves the whole plan; ``rule`` is how many
    half-days a certificate of attendance asks for, 0 for every one."""

    title: str
    first_day: date
    rule: int


class Sessions:
    """Writes training sessions over ``store``. ``library`` holds templates and lessons, ``clock``
    gives UTC, ``new_id`` names sessions."""

    def __init__(
        self,
        store: Store,
        library: Library,
        clock: Callable[[], datetime],
        new_id: Callable[[], UUID],
    ) -> None:
        self._store = store
        self._library = library
        self._clock = clock
        self._new_id = new_id

    def create(
        self,
        title: str,
        template: str | None,
        first_day: date,
        *,
        modules: Sequence[str] = (),
        minutes: int = 0,
        **fields: Unpack[ClassFields],
    ) -> TrainingSession:
        """Make a session that begins on ``first_day`` and return it: by the pack's ``template``,
        or without one by fitting the lessons of ``modules`` into ``minutes``.

        Raises InputError for an empty or too long title, too long words, a destination that is
        not offered, no module, or essential parts that are too long for the hours (it says by
        how many minutes); KeyError for an unknown template or module.
        """
        now = self._clock()
        session = TrainingSession(
            id=self._new_id(),
            title=inputs.required(title, "title"),
            template=template or "",
            trainer="",
            place="",
            destination="",
            sector="",
            groups=(),
            mode=Mode.BOTH,
            plan=(),
            created_at=now,
            updated_at=now,
        )
        session = self._filled(session, fields)
        asks = planning.asks(session)
        if template is not None:
            plan = planning.from_template(self._library, template, first_day, asks)
        else:
            plan = planning.from_modules(self._library, modules, minutes, first_day, asks)
        session = replace(session, plan=plan)
        self._store.sessions.add(session)
        return session

    def duplicate(self, session: TrainingSession, first_day: date) -> TrainingSession:
        """Make a session like ``session`` that begins on ``first_day``, without its people and
        without what happened, and return it."""
        now = self._clock()
        new = replace(
            session,
            id=self._new_id(),
            plan=agenda.on_days(session.plan, first_day),
            created_at=now,
            updated_at=now,
            closed_at=None,
        )
        self._store.sessions.add(new)
        return new

    def replan(self, session: TrainingSession, plan: Plan) -> TrainingSession:
        """Give a session another plan and return it as it is now. A rule for more half-days than
        are left asks for every one of them. Raises InputError where it is closed, KeyError where
        it was removed."""
        current = self._open(session)
        return self._save(current, _planned(current, plan))

    def update(
        self, session: TrainingSession, **changes: Unpack[SessionChanges]
    ) -> TrainingSession:
        """Change a session and return it as it is now. The plan stays as it is, but for its days.
        Raises InputError like :meth:`create` and where the session is closed."""
        current = self._open(session)
        new = self._filled(current, changes)
        if "title" in changes:
            new = replace(new, title=inputs.required(changes["title"], "title"))
        if "first_day" in changes:
            new = replace(new, plan=agenda.on_days(new.plan, changes["first_day"]))
        if "rule" in changes:
            new = replace(new, rule=_checked_rule(changes["rule"], len(new.plan)))
        return self._save(current, new)

    def plan_again(self, session: TrainingSession) -> TrainingSession:
        """Give a session the plan that its template has for the class as it is known now, and
        return it; what was changed by hand in the plan is gone. Raises InputError where it is
        closed, KeyError where it has no template or the pack no longer has it."""
        current = self._open(session)
        first_day = min((half.day for half in current.plan), default=self._clock().date())
        asks = planning.asks(current)
        plan = planning.from_template(self._library, current.template, first_day, asks)
        return self._save(current, _planned(current, plan))

    def all(self) -> tuple[TrainingSession, ...]:
        """Return every session, the newest first day first."""
        return self._store.sessions.all()

    def get(self, session: UUID) -> TrainingSession:
        """Return the session with this id. Raises KeyError."""
        return self._store.sessions.get(session)

    def today(self, day: date) -> tuple[TrainingSession, ...]:
        """Return the sessions that have a half-day on ``day``: open ones first, then by the time
        at which they begin that day."""
        found = []
        for session in self.all():
            starts = [half.start for half in session.plan if half.day == day]
            if starts:
                found.append((session.closed_at is not None, min(starts), session.id, session))
        return tuple(session for *_, session in sorted(found, key=lambda one: one[:3]))

    def close(self, session: TrainingSession) -> TrainingSession:
        """Close a session and return it; closing it twice changes nothing. Raises KeyError."""
        current = self.get(session.id)
        if current.closed_at is not None:
            return current
        with self._store.writing(Topic.SESSIONS):
            self._store.events.append(
                current.id, EventVerb.CLOSED, "", version=self._library.info.version
            )
            return self._save(current, replace(current, closed_at=self._clock()))

    def reopen(self, session: TrainingSession) -> TrainingSession:
        """Open a closed session again and return it. Raises KeyError."""
        current = self.get(session.id)
        return self._save(current, replace(current, closed_at=None))

    def remove(self, session: TrainingSession) -> None:
        """Delete a session with its people and everything that happened. Raises KeyError."""
        self._store.sessions.remove(session.id)

    def _open(self, session: TrainingSession) -> TrainingSession:
        require_open(self._store, session.id)
        return self.get(session.id)

    def _save(self, old: TrainingSession, new: TrainingSession) -> TrainingSession:
        return save(self._store.sessions.change, old, new, self._clock())

    def _filled(self, session: TrainingSession, changes: ClassFields) -> TrainingSession:
        new = session
        if "trainer" in changes:
            new = replace(new, trainer=inputs.optional(changes["trainer"], "trainer"))
        if "place" in changes:
            new = replace(new, place=inputs.optional(changes["place"], "place"))
        if "destination" in changes:
            new = replace(new, destination=self._checked(changes["destination"]))
        if "sector" in changes:
            sector = inputs.optional(changes["sector"], "sector")
            new = replace(new, sector=sectors.kept(sector))
        if "groups" in changes:
            new = replace(new, groups=tuple(dict.fromkeys(changes["groups"])))
        if "mode" in changes:
            new = replace(new, mode=changes["mode"])
        return new

    def _checked(self, code: str) -> str:
        if code and code not in self._library.info.destinations:
            raise InputError(
                Message(N_("This destination is not in the list.")),
                Message(N_("Choose a country from the list.")),
                "destination",
            )
        return code


def _planned(session: TrainingSession, plan: Plan) -> TrainingSession:
    return replace(session, plan=plan, rule=session.rule if session.rule <= len(plan) else 0)


def _checked_rule(rule: int, halves: int) -> int:
    if not 0 <= rule <= halves:
        raise InputError(
            Message(N_("The session has {count} half-days."), {"count": halves}),
            Message(N_("Choose a number that is not larger.")),
            "rule",
        )
    return rule
