import json
import os
import shlex
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from .processes import command, run

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs tmpfs or RLIMIT_FSIZE")
SIZE = "16m"


def _in_own_mounts(line: list[str], folder: Path) -> list[str]:
    """Return ``line`` run where ``folder`` is a small disk; it goes away with the process."""
    mount = f"mount -t tmpfs -o size={SIZE} tmpfs {shlex.quote(str(folder))}"
    options = "-m" if os.geteuid() == 0 else "-rm"
    return ["unshare", options, "sh", "-c", f"{mount} && exec {shlex.join(line)}"]


@cache
def _mounting_works(folder: Path) -> bool:
    try:
        done = subprocess.run(_in_own_mounts(["true"], folder), capture_output=True, check=False)
    except FileNotFoundError:
        return False
    return done.returncode == 0


@pytest.fixture(params=["tmpfs", "limit"])
def kind(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    kind: str = request.param
    if kind == "tmpfs" and not _mounting_works(tmp_path_factory.getbasetemp()):
        pytest.skip("mounting is not allowed here; the size limit is tried instead")
    return kind


def walk(folder: Path, kind: str, case: str) -> dict[str, Any]:
    line = command("full_disk", folder, kind, case)
    found: dict[str, Any] = json.loads(
        run(_in_own_mounts(line, folder) if kind == "tmpfs" else line)
    )
    return found


def says_what_to_do(sentence: str, kind: str) -> bool:
    if kind == "tmpfs" and "The disk is full" in sentence:
        return "Free some space on the disk of" in sentence
    # A full disk that cannot even hold SQLite's shared memory is an I/O error too.
    return "did not take the records" in sentence and "connected and not full" in sentence


def test_while_answers_are_recorded(tmp_path: Path, kind: str) -> None:
    found = walk(tmp_path, kind, "while_answering")

    assert says_what_to_do(found["told"], kind)
    assert says_what_to_do(found["again"], kind)
    assert found["acknowledged"] > 10
    assert found["announced"] == found["acknowledged"]
    assert (found["lost"], found["extra"], found["sound"]) == (0, 0, True)


def test_at_start(tmp_path: Path, kind: str) -> None:
    found = walk(tmp_path, kind, "at_start")

    assert says_what_to_do(found["told"], kind)
    assert found["untouched"]
    assert (found["lost"], found["findings"]) == (0, [])


def test_at_the_first_start(tmp_path: Path, kind: str) -> None:
    found = walk(tmp_path, kind, "first_start")

    assert says_what_to_do(found["told"], kind)
    assert found["findings"] == []


def test_no_space_for_the_daily_backup(tmp_path: Path, kind: str) -> None:
    found = walk(tmp_path, kind, "daily_backup")

    assert found["left"] == []
    (finding,) = found["findings"]
    assert finding.startswith("Today's backup could not be made.")


def test_no_space_for_a_repair(tmp_path: Path, kind: str) -> None:
    found = walk(tmp_path, kind, "repair")

    assert says_what_to_do(found["told"], kind)
    assert found["untouched"]
    assert found["lost"] == 0
    assert found["findings"][-1] == "Nothing was lost."


def test_no_space_for_ones_own_backup(tmp_path: Path, kind: str) -> None:
    found = walk(tmp_path, kind, "own_backup")

    assert "could not be written." in found["told"]
    assert found["left"] == []


def test_both_ways_run_on_the_build_machine(tmp_path: Path) -> None:
    """Where this is root on Linux, the small disk must be tried, not skipped."""
    if sys.platform == "linux" and os.geteuid() == 0 and os.environ.get("CI"):
        assert _mounting_works(tmp_path)
