from pathlib import Path

from click.testing import CliRunner, Result

from pdo_app.cli import main

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
