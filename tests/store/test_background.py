import threading
from collections.abc import Callable

import pytest

from pdo_app.errors import StoreError
from pdo_app.store import background, database, recovery
from pdo_app.store.background import Care
from pdo_app.store.backups import Backups

from .room import PAGE, Room, everything


@pytest.fixture(autouse=True)
def _every_file_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "COPIED_AT_ONCE", 40 * PAGE)
    monkeypatch.setattr(recovery, "LARGE", 40 * PAGE)
    monkeypatch.setattr(database, "LARGE", 40 * PAGE)


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(background, "DELAY", 0)


def waited(room: Room) -> Care:
    care = room.open().care
    assert care is not None
    care.wait()
    return care


def test_a_small_file_needs_no_care(room: Room) -> None:
    assert room.open().care is None


def test_a_large_file_is_backed_up_meanwhile_once_a_day(room: Room) -> None:
    _, done = room.filled(2000)

    assert waited(room).findings() == ()
    room.close()
    assert waited(room).findings() == ()
    (backup,) = room.places.backups.iterdir()
    room.close()
    room.main.unlink()
    assert everything(room.open()) == done
    assert backup.name in room.said()


def test_a_file_between_is_checked_at_start_and_backed_up_meanwhile(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.filled(2000)
    for module in (recovery, database):
        monkeypatch.setattr(module, "LARGE", 10_000 * PAGE)
    monkeypatch.setattr(background, "check_quickly", None)
    waited(room)
    assert len(list(room.places.backups.iterdir())) == 1
    room.close()
    assert room.open().care is None
    room.close()
    room.spoil(room.pages_of("activities_by_target")[-1])
    room.open()

    assert "was damaged" in room.said()


def test_a_start_is_not_disturbed(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(background, "DELAY", 60)
    room.filled(2000)
    room.open()
    room.close()

    assert not room.places.backups.exists()


def test_damage_is_said_and_mended_at_the_next_start(room: Room) -> None:
    _, done = room.filled(2000)
    room.spoil(room.pages_of("activities_by_target")[-1])
    (finding,) = waited(room).findings()

    assert "damaged. Close PDO Companion and start it again" in finding.in_english()
    assert room.places.suspicion.exists()
    room.close()
    assert everything(room.open()) == done
    assert "was damaged" in room.said()
    assert not room.places.suspicion.exists()


def test_damage_that_is_met_at_work_is_mended_at_the_next_start(room: Room) -> None:
    person, _ = room.filled(2000)
    room.spoil(room.pages_of("activities_by_target")[0])
    store = room.open()
    assert store.care is not None
    store.care.wait()
    room.places.suspicion.unlink()
    with pytest.raises(StoreError, match="is damaged"):
        store.attempts.latest_answers(person.id)
    room.close()
    room.open()

    assert "was damaged" in room.said()


def test_a_suspicion_that_proves_wrong(room: Room) -> None:
    room.filled(2000)
    room.places.suspicion.touch()
    waited(room)

    assert room.findings == ()
    assert not room.places.suspicion.exists()


def test_a_backup_that_cannot_be_made(room: Room) -> None:
    room.filled(2000)
    room.places.backups.write_text("a file where the folder should be")
    (finding,) = waited(room).findings()

    assert "Today's backup could not be made" in finding.in_english()
    assert not room.places.suspicion.exists()


class Held:
    """Stops the care at a place until it is told to go on."""

    def __init__(self) -> None:
        self.reached = threading.Event()
        self.go_on = threading.Event()

    def __call__(self, *_: object) -> None:
        self.reached.set()
        assert self.go_on.wait(10)


def closing_while_held(room: Room, held: Held) -> None:
    room.open()
    assert held.reached.wait(10)
    closing = threading.Thread(target=room.stores[0].care.stop)  # type: ignore[union-attr]
    closing.start()
    held.go_on.set()
    closing.join(10)
    assert not closing.is_alive()


def test_closing_stops_the_check(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    room.filled(2000)
    held = Held()
    check: Callable[..., None] = background.check_quickly

    def held_check(connection: object) -> None:
        held()
        check(connection)

    monkeypatch.setattr(background, "check_quickly", held_check)
    closing_while_held(room, held)

    assert room.stores[0].care is not None
    assert room.stores[0].care.findings() == ()


def test_closing_stops_the_backup(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    room.filled(2000)
    held = Held()
    make = Backups.make

    def held_make(self: Backups, source: object, pause: Callable[[], None]) -> object:
        def held_pause() -> None:
            held()
            while not room.stores[0].care._stop.is_set():  # type: ignore[union-attr]
                pass
            pause()

        return make(self, source, held_pause)  # type: ignore[arg-type]

    monkeypatch.setattr(Backups, "make", held_make)
    closing_while_held(room, held)

    assert list(room.places.backups.iterdir()) == []
    assert room.stores[0].care.findings() == ()  # type: ignore[union-attr]


def test_an_error_because_of_closing_is_not_told(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.filled(2000)
    held = Held()

    def interrupted(_: object) -> None:
        held()
        while not room.stores[0].care._stop.is_set():  # type: ignore[union-attr]
            pass
        raise OSError

    monkeypatch.setattr(background, "check_quickly", interrupted)
    closing_while_held(room, held)

    assert room.stores[0].care.findings() == ()  # type: ignore[union-attr]
