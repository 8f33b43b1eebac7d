import json
import os
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from pdo_app.store.database import backup
from pdo_app.store.lock import NAME

from .processes import command, run

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs another user")
NOBODY = 65534
DENIED = "may not write to the folder"
ADVICE = "Ask the person who looks after this computer for permission"


@pytest.fixture
def folder() -> Iterator[Path]:
    """A store in a place that every user can reach, unlike pytest's own folders."""
    with tempfile.TemporaryDirectory() as name:
        outside = Path(name)
        outside.chmod(0o755)
        folder = outside / "data"
        run(command("recorder", folder, "--answers", 20))
        backup(folder, outside / "mine.sqlite")
        (outside / "mine.sqlite").chmod(0o644)
        for path in (folder, *folder.iterdir()):
            path.chmod(0o755 if path.is_dir() else 0o644)
        yield folder
        folder.chmod(0o755)


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def tried(folder: Path) -> dict[str, str]:
    told: dict[str, str] = json.loads(run(command("stranger", folder, NOBODY)))
    return told


def test_a_folder_that_may_not_be_written(folder: Path) -> None:
    if os.geteuid() != 0:
        folder.chmod(0o555)
    before = content(folder)
    told = tried(folder)

    for asked in ("open", "restore"):
        assert DENIED in told[asked]
        assert ADVICE in told[asked]
    assert "could not be written." in told["backup"]
    assert told["check"] == "it worked"
    assert content(folder) == before


def test_a_file_that_may_not_be_written(folder: Path) -> None:
    """The folder is open to all, the file belongs to somebody else."""
    folder.chmod(0o777)
    (folder / NAME).chmod(0o666)
    (folder / "learners.sqlite").chmod(0o444)
    before = (folder / "learners.sqlite").read_bytes()
    told = tried(folder)

    assert DENIED in told["open"]
    assert (folder / "learners.sqlite").read_bytes() == before or told["restore"] == "it worked"


def test_a_folder_that_may_not_be_entered(folder: Path) -> None:
    folder.chmod(0o700 if os.geteuid() == 0 else 0o000)
    told = tried(folder)

    assert DENIED in told["open"]
    assert "Traceback" not in "".join(told.values())


def test_a_new_folder_where_none_may_be_made(folder: Path) -> None:
    inside = folder / "new"
    folder.chmod(0o755 if os.geteuid() == 0 else 0o555)

    assert DENIED in tried(inside)["open"]
    assert not inside.exists()


def test_the_owner_goes_on_working(folder: Path) -> None:
    tried(folder)
    before = stat.S_IMODE(folder.stat().st_mode)
    more = run(command("recorder", folder, "--answers", 3)).split()

    assert len(more) == 3
    assert stat.S_IMODE(folder.stat().st_mode) == before
