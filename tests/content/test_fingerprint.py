from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from pdo_app.content import fingerprint
from pdo_app.content.building import build
from pdo_app.content.fingerprint import contents, listing, stale

FACTS = "facts/common.yaml"


@pytest.fixture
def pack(copy: Path, tmp_path: Path) -> Path:
    path = tmp_path / "tiny.pdopack"
    build(copy, path)
    later = path.stat().st_mtime_ns + 2_000_000_000
    os.utime(path, ns=(later, later))
    return path


def test_a_fresh_pack(copy: Path, pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fingerprint, "contents", None)  # not even looked at
    assert not stale(copy, pack)


def test_no_pack_or_another_file(copy: Path, tmp_path: Path) -> None:
    assert stale(copy, tmp_path / "none.pdopack")
    (tmp_path / "a.pdopack").write_bytes(b"x" * 5000)
    assert stale(copy, tmp_path / "a.pdopack")


def test_a_changed_file(copy: Path, pack: Path) -> None:
    path = copy / FACTS
    path.write_text(path.read_text(encoding="utf-8") + "#", encoding="utf-8")
    assert stale(copy, pack)


def test_a_file_of_the_same_length(copy: Path, pack: Path) -> None:
    path = copy / FACTS
    path.write_text(path.read_text(encoding="utf-8").replace("13.90", "14.60"), encoding="utf-8")
    os.utime(pack, ns=(0, 0))
    assert stale(copy, pack)


def test_a_new_and_a_missing_file(copy: Path, pack: Path) -> None:
    (copy / "facts" / "new.yaml").touch()
    assert stale(copy, pack)
    (copy / "facts" / "new.yaml").unlink()
    assert not stale(copy, pack)
    (copy / FACTS).unlink()
    assert stale(copy, pack)


def test_files_that_were_only_touched(
    copy: Path, pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.utime(pack, ns=(0, 0))
    assert not stale(copy, pack)
    assert pack.stat().st_mtime > 1_000_000  # renewed: the next look is quick again
    later = pack.stat().st_mtime_ns + 2_000_000_000
    os.utime(pack, ns=(later, later))
    monkeypatch.setattr(fingerprint, "contents", None)
    assert not stale(copy, pack)


def test_a_checkout_that_cannot_be_written(
    copy: Path, pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> None:
        raise PermissionError(path)

    os.utime(pack, ns=(0, 0))
    monkeypatch.setattr(fingerprint.os, "utime", refuse)
    assert not stale(copy, pack)


def test_a_file_moved_over_another_keeps_its_time(copy: Path, pack: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    words = (copy / FACTS).read_text(encoding="utf-8").replace("13.90", "14.60")
    other.write_text(words, encoding="utf-8")
    os.utime(other, ns=(0, 0))
    now = (copy / FACTS).stat().st_ctime_ns
    other.replace(copy / FACTS)
    os.utime(pack, ns=(now, now))
    assert stale(copy, pack)


def test_another_format(copy: Path, pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fingerprint, "FORMAT", 99)
    assert stale(copy, pack)


def test_digests_tell_names_sizes_and_contents(copy: Path, tmp_path: Path) -> None:
    twin = shutil.copytree(copy, tmp_path / "twin")
    (copy / "circle").symlink_to("circle")
    (twin / "circle").symlink_to("circle")
    assert (listing(copy), contents(copy)) == (listing(twin), contents(twin))
    (twin / FACTS).rename(twin / "facts" / "other.yaml")
    assert listing(copy) != listing(twin)
    assert contents(copy) != contents(twin)


def test_asking_imports_no_parser() -> None:
    command = (
        "import sys, pdo_app.content.fingerprint, pdo_app.content.library, pdo_app.content.citing;"
        "print([m for m in sys.modules if m.startswith(('yaml', 'markdown_it', 'click'))])"
    )
    done = subprocess.run([sys.executable, "-c", command], capture_output=True, text=True)
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, "[]", "")
