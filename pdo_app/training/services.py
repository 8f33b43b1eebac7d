"""Everything that a trainer's screens ask and tell, built together when the first of them opens."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from pdo_app.content.library import Library
from pdo_app.formats import EN, ZH
from pdo_app.store.database import Store
from pdo_app.texts import Texts
from pdo_app.training.access import Access
from pdo_app.training.attendance import Attendance
from pdo_app.training.coverage import Coverage
from pdo_app.training.evaluation import Evaluation
from pdo_app.training.presenting import Presenting
from pdo_app.training.roster import Roster
from pdo_app.training.roster_words import name_key
from pdo_app.training.sessions import Sessions
from pdo_app.training.wall import Wall


@dataclass(frozen=True, slots=True)
class Training:
    """The rules of teaching a class."""

    access: Access
    sessions: Sessions
    roster: Roster
    attendance: Attendance
    coverage: Coverage
    presenting: Presenting
    wall: Wall
    evaluation: Evaluation


def build(
    store: Store,
    library: Library,
    clock: Callable[[], datetime],
    new_id: Callable[[], UUID],
    texts: Texts,
) -> Training:
    """Return the services over ``store`` and ``library``. ``clock`` gives UTC, ``new_id`` a
    UUIDv7; ``texts`` knows the names by which a roster may call a destination."""
    return Training(
        access=Access(store, clock),
        sessions=Sessions(store, library, clock, new_id),
        roster=Roster(store, library, clock, new_id, destination_codes(library, texts)),
        attendance=Attendance(store, library),
        coverage=Coverage(store),
        presenting=Presenting(store, library, clock),
        wall=Wall(store, library),
        evaluation=Evaluation(store, library),
    )


def destination_codes(library: Library, texts: Texts) -> Mapping[str, str]:
    """Return codes and names of the destinations, as a roster compares them, with their codes."""
    return {
        name_key(name): code
        for code in library.info.destinations
        for name in (code, texts.country(code, ZH), texts.country(code, EN))
    }
