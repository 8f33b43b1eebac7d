"""A store that a killed process left, then damaged, and opened by the next one."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from pdo_app.errors import StoreError
from pdo_app.store import Opened, Uuid7, open_store
from pdo_app.store.inspection import inspect

from .processes import command, run, start
from .recorder import now

PAGE = 4096


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A store with a backup of 1,000 answers, and some hundred newer ones; then a kill."""
    folder = tmp_path / "data"
    run(command("recorder", folder, "--answers", 1000))
    with start("recorder", folder) as process:
        assert process.stdout is not None
        for _ in range(500):
            process.stdout.readline()
        process.kill()
    assert len(list((folder / "backups").iterdir())) == 1
    return folder


def opened(folder: Path) -> Opened:
    return open_store(folder, clock=now, new_id=Uuid7())


def counted(found: Opened) -> int:
    ((lines,),) = found.store.rows("select count(*) from activities")
    return int(lines)


def said(found: Opened) -> str:
    return " ".join(message.in_english() for message in found.findings)


def zero(main: Path) -> None:
    main.write_bytes(b"")
    main.with_name(main.name + "-wal").unlink()


def noise(main: Path) -> None:
    main.write_bytes(bytes(range(1, 252)) * 1000)
    main.with_name(main.name + "-wal").write_bytes(bytes(range(1, 252)) * 100)


def half(main: Path) -> None:
    with main.open("r+b") as file:
        file.truncate(main.stat().st_size // 2)
    main.with_name(main.name + "-wal").unlink()


@pytest.mark.parametrize("damage", [zero, noise, half])
def test_a_file_that_is_lost(folder: Path, damage: Callable[[Path], None]) -> None:
    damage(folder / "learners.sqlite")
    found = opened(folder)

    assert counted(found) >= 1000
    assert "The file of records was damaged. It was set aside as" in said(found)
    assert "The backup learners-" in said(found)
    found.store.close()
    assert inspect(folder).sound
    assert len(list((folder / "damaged").glob("*.sqlite"))) == 1


@pytest.mark.parametrize("which", range(0, 60, 7))
def test_one_bad_page(folder: Path, which: int) -> None:
    """Any one page, and the log beside the file, as after a kill: at most that page is lost."""
    main = folder / "learners.sqlite"
    with closing(sqlite3.connect(main)) as connection:
        (before,) = connection.execute("select count(*) from activities").fetchone()
    with main.open("r+b") as file:
        file.seek(which * PAGE)
        file.write(b"\x5a" * PAGE)
    found = opened(folder)

    assert before >= 1500
    assert before - counted(found) <= 40
    assert "was damaged" in said(found)
    assert found.store.learners.all()[0].name == "王芳"
    found.store.close()
    assert inspect(folder).sound


def test_a_store_of_a_newer_version(folder: Path) -> None:
    main = folder / "learners.sqlite"
    with closing(sqlite3.connect(main)) as connection:
        connection.execute("pragma user_version = 99")
    before = main.read_bytes()
    with pytest.raises(StoreError, match="newer version") as raised:
        opened(folder)

    assert raised.value.advice.in_english().startswith("Install the newest version")
    assert main.read_bytes() == before
    assert not (folder / "damaged").exists()
