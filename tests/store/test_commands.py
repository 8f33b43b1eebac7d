from pathlib import Path

from click.testing import CliRunner, Result

from pdo_app.cli import main
from pdo_app.records import Centre

from .room import PAGE, Room, everything


def say(room: Room, *words: str) -> Result:
    return CliRunner().invoke(main, ["--data", str(room.folder), "store", *words])


def test_check(room: Room) -> None:
    room.filled(7)
    good = say(room, "check")
    room.spoil(room.pages_of("activities")[0], b"\0" * PAGE)
    bad = say(room, "check")

    assert (good.exit_code, bad.exit_code) == (0, 1)
    assert "is sound. People: 1. Entries: 7." in good.output
    assert "is damaged." in bad.output


def test_backup_and_restore(room: Room, tmp_path: Path) -> None:
    _, done = room.filled()
    file = tmp_path / "mine.sqlite"
    copied = say(room, "backup", str(file))
    room.main.write_bytes(b"noise")
    restored = say(room, "restore", str(file))
    again = say(Room(tmp_path / "new"), "restore", str(file))

    assert (copied.exit_code, restored.exit_code, again.exit_code) == (0, 0, 0)
    assert "What was there before: " in restored.output
    assert "before" not in again.output
    assert everything(room.open()) == done


def test_errors_are_two_sentences(room: Room, tmp_path: Path) -> None:
    result = say(room, "backup", str(tmp_path / "mine.sqlite"))

    assert result.exit_code == 2
    assert result.output == (
        f"There are no records in {room.folder}.\nName the right folder: pdo-app --data FOLDER.\n"
    )


def test_a_forgotten_pin_is_taken_away(room: Room) -> None:
    store = room.open()
    person = room.person(pin_hash="scrypt$x")
    other = room.person("李伟", pin_hash="scrypt$y")
    store.learners.add(person)
    store.learners.add(other)
    store.centre.change(Centre(name="烟台", pin_hash="argon2$x", recovery_hash="argon2$y"))
    store.close()

    assert say(room, "forget-pin").output == "PINs taken away: 1.\n"
    assert say(room, "forget-pin").exit_code == 1
    assert say(room, "forget-pin", "王芳").exit_code == 0
    assert say(room, "forget-pin", "nobody").exit_code == 1
    store = room.open()
    assert store.centre.get() == Centre(name="烟台")
    assert [one.pin_hash for one in store.learners.all()] == [None, "scrypt$y"]


def test_a_pin_of_no_records_is_said(room: Room) -> None:
    assert "There are no records" in say(room, "forget-pin").output
