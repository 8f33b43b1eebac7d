from collections.abc import Iterator
from pathlib import Path

import pytest

from pdo_app.store import Store

from .room import Room


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    room = Room(tmp_path / "data")
    yield room
    room.close()


@pytest.fixture
def store(room: Room) -> Store:
    return room.open()
