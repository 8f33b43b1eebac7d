"""Hold the file of records until standard input ends.

Usage: python -m tests.faults.holder DATA_FOLDER store|read|write|all

``store`` opens it as the application does; the others hold one of SQLite's locks, as a tool that
copies or scans files may.
"""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path

from pdo_app.store import Uuid7, open_store

from .recorder import now


def main() -> None:
    folder, how = Path(sys.argv[1]), sys.argv[2]
    if how == "store":
        open_store(folder, clock=now, new_id=Uuid7())
    else:
        connection = sqlite3.connect(folder / "learners.sqlite", isolation_level=None)
        if how == "all":
            connection.execute("pragma locking_mode = exclusive")
        connection.execute(
            {"read": "begin", "write": "begin immediate"}.get(how, "begin exclusive")
        )
        connection.execute("select count(*) from learners").fetchall()
    print("held", flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    main()
