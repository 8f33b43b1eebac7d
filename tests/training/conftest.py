from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from pdo_app.content.building import build as build_pack
from pdo_app.content.library import Library
from pdo_app.records import Participant, TrainingSession
from pdo_app.store.database import Store, open_store
from pdo_app.texts import Texts
from pdo_app.training.services import Training, build

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
DAY = date(2026, 12, 1)


@dataclass
class Desk:
    """A real store and a real pack on the disk, with a clock that is set by hand."""

    folder: Path
    packs: Path
    now: datetime = NOON
    announced: list[frozenset[str]] = field(default_factory=list)
    _ids: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    def __post_init__(self) -> None:
        self.library = Library.open(self.packs)
        self.open()

    def open(self) -> None:
        """Open the store: a start of the application."""
        opened = open_store(self.folder, clock=lambda: self.now, new_id=self.new_id)
        self.store: Store = opened.store
        self.store.on_commit = self.announced.append
        self.training: Training = build(
            self.store, self.library, lambda: self.now, self.new_id, Texts(self.folder)
        )

    def restart(self) -> None:
        self.store.close()
        self.open()

    def new_id(self) -> UUID:
        return UUID(int=next(self._ids))

    def wait(self, **time: float) -> None:
        self.now += timedelta(**time)

    def session(self, title: str = "十二月班", day: date = DAY) -> TrainingSession:
        return self.training.sessions.create(title, "half-day", day)

    def people(self, session: TrainingSession, *names: str) -> list[Participant]:
        return [self.training.roster.add(session, name) for name in names]

    def close(self) -> None:
        self.store.close()
        self.library.close()


@pytest.fixture(scope="session")
def packs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("packs")
    tiny = Path(__file__).parents[1] / "packs" / "tiny"
    assert build_pack(tiny, folder / "tiny.pdopack") == ()
    return folder


@pytest.fixture
def desk(tmp_path: Path, packs: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path / "data", packs)
    yield desk
    desk.close()
