import errno
from pathlib import Path

import pytest

from pdo_app.errors import StoreError
from pdo_app.store import lock
from pdo_app.store.lock import FolderLock


def test_one_at_a_time(tmp_path: Path) -> None:
    first = FolderLock(tmp_path)
    with pytest.raises(StoreError, match=r"already open with the records in .*close it"):
        FolderLock(tmp_path)
    first.release()
    first.release()

    FolderLock(tmp_path).release()


def test_a_folder_that_knows_no_locks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unsupported(_: int) -> None:
        raise OSError(errno.ENOLCK, "no locks available")

    monkeypatch.setattr(lock, "_lock", unsupported)

    FolderLock(tmp_path).release()


def test_no_folder(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="did not take"):
        FolderLock(tmp_path / "missing")
