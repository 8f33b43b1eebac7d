import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from pdo_app.errors import StoreError
from pdo_app.store import Uuid7, open_store
from pdo_app.store.database import backup, restore
from pdo_app.store.inspection import inspect

from .processes import command, run, start
from .recorder import a_person, now, record

NEW_ID = Uuid7()


@contextmanager
def held(folder: Path, how: str) -> Iterator[subprocess.Popen[str]]:
    """Run the block while another process holds the records."""
    with start("holder", folder, how) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield process
        assert process.stdin is not None
        process.stdin.close()
        process.wait(10)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    run(command("recorder", folder, "--answers", 20))
    return folder


def count(folder: Path) -> int:
    store = open_store(folder, clock=now, new_id=NEW_ID).store
    ((lines,),) = store.rows("select count(*) from activities")
    store.close()
    return int(lines)


def test_a_second_copy_of_the_application(folder: Path, tmp_path: Path) -> None:
    with held(folder, "store"):
        with pytest.raises(StoreError, match="already open with the records in"):
            open_store(folder, clock=now, new_id=NEW_ID)
        backup(folder, tmp_path / "mine.sqlite")
        assert inspect(folder).sound
        with pytest.raises(StoreError, match="already open"):
            restore(folder, tmp_path / "mine.sqlite", clock=now, new_id=NEW_ID)

    assert count(folder) == 20


def test_the_lock_goes_with_a_killed_process(folder: Path) -> None:
    with held(folder, "store") as process:
        process.kill()
        process.wait(10)
        assert count(folder) == 20


def test_a_file_that_another_program_holds_at_start(folder: Path) -> None:
    with held(folder, "all"):
        started = time.monotonic()
        with pytest.raises(StoreError, match=r"Another program is using .* then try again"):
            open_store(folder, clock=now, new_id=NEW_ID)
        assert time.monotonic() - started < 10

    assert count(folder) == 20


def test_a_file_that_another_program_holds_at_work(folder: Path) -> None:
    store = open_store(folder, clock=now, new_id=NEW_ID).store
    person = a_person(store, NEW_ID)
    heard: list[object] = []
    store.on_commit = heard.append
    with held(folder, "write"):
        assert len(store.attempts.latest_answers(person.id)) == 20
        with pytest.raises(StoreError, match="Another program is using the records"):
            record(store, person, NEW_ID, 20)
    record(store, person, NEW_ID, 21)
    store.close()

    assert len(heard) == 1
    assert count(folder) == 21


def test_a_program_that_only_reads_is_in_nobodys_way(folder: Path) -> None:
    with held(folder, "read"):
        store = open_store(folder, clock=now, new_id=NEW_ID).store
        record(store, a_person(store, NEW_ID), NEW_ID, 20)
        store.close()

    assert count(folder) == 21
