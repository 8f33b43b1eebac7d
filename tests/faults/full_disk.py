"""Walk through a full disk inside one process, and print what happened as JSON.

Usage: python -m tests.faults.full_disk FOLDER tmpfs|limit CASE

With ``tmpfs`` the folder is on a small disk of its own that is filled up by a ballast file; with
``limit`` the process may write no file larger than a given size, which gives an I/O error.
"""

from __future__ import annotations

import json
import resource
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from pdo_app.errors import KnownError
from pdo_app.store import Store, Uuid7, open_store
from pdo_app.store.inspection import inspect

from .recorder import a_person, now, record

new_id = Uuid7()


class Disk:
    """A disk that can be made full, and given space again."""

    def __init__(self, folder: Path, kind: str) -> None:
        self.data = folder / "data"
        self._ballast = folder / "ballast"
        self._kind = kind
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

    def fill(self, spare: int) -> None:
        """Leave ``spare`` bytes, or allow files of that size."""
        if self._kind == "limit":
            resource.setrlimit(resource.RLIMIT_FSIZE, (spare, resource.RLIM_INFINITY))
            return
        with self._ballast.open("wb", buffering=0) as file:
            try:
                while True:
                    file.write(bytes(4096))
            except OSError:
                file.truncate(max(0, file.tell() - spare))

    def give_space(self) -> None:
        if self._kind == "limit":
            unlimited = resource.RLIM_INFINITY
            resource.setrlimit(resource.RLIMIT_FSIZE, (unlimited, unlimited))
        self._ballast.unlink(missing_ok=True)


def opened(disk: Disk) -> tuple[Store, list[str]]:
    opened = open_store(disk.data, clock=now, new_id=new_id)
    return opened.store, [message.in_english() for message in opened.findings]


def told(work: Callable[[], object]) -> str:
    """Return the sentences of the error that ``work`` must raise."""
    try:
        work()
    except KnownError as error:
        return str(error)
    return ""


def ids(store: Store) -> list[str]:
    return [row[0].hex() for row in store.rows("select id from activities order by number")]


def while_answering(disk: Disk) -> dict[str, object]:
    """The disk fills up under a running application, and is given space again."""
    store, _ = opened(disk)
    person = a_person(store, new_id)
    heard: list[object] = []
    store.on_commit = heard.append
    acknowledged: list[str] = []

    def answer() -> None:
        acknowledged.append(record(store, person, new_id, len(acknowledged)))

    def answer_for_ever() -> None:
        while True:
            answer()

    disk.fill(400_000)
    first = told(answer_for_ever)
    again = told(answer)
    before = ids(store)
    disk.give_space()
    answer()
    store.close()
    store, _ = opened(disk)
    return {
        "told": first,
        "again": again,
        "acknowledged": len(acknowledged),
        "announced": len(heard),
        "lost": len(set(acknowledged) - set(ids(store))),
        "extra": len(before) - len(acknowledged) + 1,
        "sound": inspect(disk.data).sound,
    }


def at_start(disk: Disk) -> dict[str, object]:
    """The disk is full when the application starts."""
    store, _ = opened(disk)
    person = a_person(store, new_id)
    acknowledged = [record(store, person, new_id, i) for i in range(300)]
    store.close()
    before = (disk.data / "learners.sqlite").read_bytes()
    disk.fill(0)
    sentence = told(lambda: opened(disk))
    untouched = (disk.data / "learners.sqlite").read_bytes() == before
    disk.give_space()
    store, findings = opened(disk)
    return {
        "told": sentence,
        "untouched": untouched,
        "findings": findings,
        "lost": len(set(acknowledged) - set(ids(store))),
    }


def first_start(disk: Disk) -> dict[str, object]:
    """The disk is full when the application starts for the first time."""
    disk.fill(0)
    sentence = told(lambda: opened(disk))
    disk.give_space()
    _, findings = opened(disk)
    return {"told": sentence, "findings": findings}


def daily_backup(disk: Disk) -> dict[str, object]:
    """There is space to work, but none for the backup."""
    store, _ = opened(disk)
    person = a_person(store, new_id)
    for i in range(1500):
        record(store, person, new_id, i)
    store.close()
    disk.fill(200_000)
    store, findings = opened(disk)
    record(store, person, new_id, 0)
    left = sorted(path.name for path in (disk.data / "backups").glob("*"))
    return {"findings": findings, "left": left}


def repair(disk: Disk) -> dict[str, object]:
    """The file is damaged, and there is no space for a new one."""
    store, _ = opened(disk)
    person = a_person(store, new_id)
    acknowledged = [record(store, person, new_id, i) for i in range(1500)]
    store.close()
    main = disk.data / "learners.sqlite"
    with main.open("r+b") as file:
        file.write(b"\xa5" * 4096)
    before = main.read_bytes()
    disk.fill(100_000)
    sentence = told(lambda: opened(disk))
    untouched = main.read_bytes() == before
    disk.give_space()
    store, findings = opened(disk)
    return {
        "told": sentence,
        "untouched": untouched,
        "findings": findings,
        "lost": len(set(acknowledged) - set(ids(store))),
    }


def own_backup(disk: Disk) -> dict[str, object]:
    """The person's own backup does not fit where they want it."""
    store, _ = opened(disk)
    person = a_person(store, new_id)
    for i in range(1500):
        record(store, person, new_id, i)
    disk.fill(200_000)
    target = disk.data / "mine.sqlite"
    return {
        "told": told(lambda: store.backup(target)),
        "left": [path.name for path in disk.data.glob("mine*")],
    }


CASES = (while_answering, at_start, first_start, daily_backup, repair, own_backup)


def main() -> None:
    folder, kind, name = sys.argv[1:]
    (case,) = (case for case in CASES if case.__name__ == name)
    print(json.dumps(case(Disk(Path(folder), kind))))


if __name__ == "__main__":
    main()
