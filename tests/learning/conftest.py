from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from uuid import UUID

import pytest

from pdo_app.content.compiler import compile_pack
from pdo_app.content.library import Library
from pdo_app.content.model import Pack
from pdo_app.learning.checklists import Checklists
from pdo_app.learning.profiles import Profiles
from pdo_app.learning.progress import Progress
from pdo_app.learning.quiz import Quizzes
from pdo_app.records import Learner, Mode
from pdo_app.store.database import Store, open_store

from .makers import NOON, pack


@dataclass
class Desk:
    """A real store and a real pack on the disk, with a clock that is set by hand."""

    folder: Path
    now: datetime = NOON
    announced: list[frozenset[str]] = field(default_factory=list)
    _ids: Iterator[int] = field(default_factory=lambda: count(1))
    _seeds: Iterator[int] = field(default_factory=lambda: count(100))

    def __post_init__(self) -> None:
        self.pack_folder = self.folder / "packs"
        self.pack_folder.mkdir()
        self.install(pack())
        self.open()

    def new_id(self) -> UUID:
        return UUID(int=next(self._ids))

    def wait(self, **time: float) -> None:
        self.now += timedelta(**time)

    def install(self, content: Pack) -> None:
        compile_pack(content, {}, self.pack_folder / "core.pdopack", {})

    def open(self) -> None:
        self.store: Store = open_store(
            self.folder / "data", clock=lambda: self.now, new_id=self.new_id
        ).store
        self.store.on_commit = self.announced.append
        self.library = Library.open(self.pack_folder)
        self.profiles = Profiles(self.store, self.library, lambda: self.now, self.new_id)
        self.progress = Progress(self.store, self.library)
        self.checklists = Checklists(self.store, self.library)
        self.quizzes = Quizzes(
            self.store,
            self.library,
            self.new_id,
            lambda: next(self._seeds),
            lambda: self.now.date(),
        )

    def close(self) -> None:
        self.library.close()
        self.store.close()

    def restart(self, content: Pack | None = None) -> None:
        """Close everything and open it again, with other content where it is given."""
        self.close()
        if content is not None:
            self.install(content)
        self.open()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.close()


@pytest.fixture
def new_learner(desk: Desk) -> Callable[..., Learner]:
    def make(name: str = "李建国", days: int | None = 23, destination: str = "DE") -> Learner:
        departure = None if days is None else desk.now.date() + timedelta(days=days)
        return desk.profiles.create(name, destination, departure, Mode.BOTH)

    return make


@pytest.fixture
def worker(new_learner: Callable[..., Learner]) -> Learner:
    return new_learner()
