"""Try everything in a data folder that this process may not write to; print the sentences.

Usage: python -m tests.faults.stranger DATA_FOLDER UID. As root it becomes the user with that
number first, since root may write anywhere.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

from pdo_app.errors import KnownError
from pdo_app.store import Uuid7, open_store
from pdo_app.store.database import backup, restore
from pdo_app.store.inspection import inspect

from .recorder import now


def told(work: Callable[[], object]) -> str:
    try:
        work()
    except KnownError as error:
        return str(error)
    return "it worked"


def main() -> None:
    folder, user = Path(sys.argv[1]), int(sys.argv[2])
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(user)
        os.setuid(user)
    mine = folder.parent / "mine.sqlite"
    found = {
        "open": told(lambda: open_store(folder, clock=now, new_id=Uuid7())),
        "restore": told(lambda: restore(folder, mine, clock=now, new_id=Uuid7())),
        "backup": told(lambda: backup(folder, folder / "copy.sqlite")),
        "check": told(lambda: inspect(folder)),
    }
    print(json.dumps(found))


if __name__ == "__main__":
    main()
