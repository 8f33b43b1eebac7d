"""One process at a time: a lock on a file beside the records, which the operating system takes
back however the process ends."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

from pdo_app.errors import N_, Message, StoreError
from pdo_app.store.connection import explain

NAME = "learners.lock"
_TAKEN = (errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK)

if sys.platform == "win32":  # pragma: no cover - the other half runs where this one does not
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


class FolderLock:
    """Keeps every other process out of the records in ``folder`` until :meth:`release`.

    Raises StoreError where another process is in, or where the folder cannot be written.
    """

    def __init__(self, folder: Path) -> None:
        try:
            self._handle = os.open(folder / NAME, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise explain(error, folder) or error from error
        try:
            _lock(self._handle)
        except OSError as error:
            if error.errno in _TAKEN:
                self.release()
                raise _taken(folder) from error
            # Some network folders know no locks. SQLite's own lock still guards each write.

    def release(self) -> None:
        """Let others in. Harmless when done twice."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1


def _taken(folder: Path) -> StoreError:
    where: dict[str, object] = {"folder": str(folder)}
    return StoreError(
        Message(N_("PDO Companion is already open with the records in {folder}."), where),
        Message(N_("Go on in the window that is open, or close it and start again."), {}),
    )
