"""The tour, as a process of its own: what it leaves is opened again."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from pdo_app import paths


def walk(out: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pdo_app", "tour", "--out", str(out), *words]
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        command, cwd=paths.ROOT, env=env, capture_output=True, text=True, check=False, timeout=240
    )


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("tour")
    done = walk(out, "--language", "both", "--size", "1366x768", "--theme", "light")
    assert done.returncode == 0, done.stderr
    return out


def test_every_step_has_its_picture(walked: Path) -> None:
    report = json.loads((walked / "tour.json").read_text("utf-8"))
    assert report["failure"] == ""
    assert [step["number"] for step in report["steps"]] == list(range(1, len(report["steps"]) + 1))
    for step in report["steps"]:
        assert (walked / step["picture"]).stat().st_size > 10_000
        assert step["seconds"] > 0


def test_one_person_did_all_that(walked: Path) -> None:
    report = json.loads((walked / "tour.json").read_text("utf-8"))
    assert report["database"]["learners"] == 1
    assert report["database"]["activities"] > 50


def test_the_papers_can_be_read(walked: Path) -> None:
    certificate = PdfReader(walked / "certificate.pdf")
    text = certificate.pages[0].extract_text()
    assert "李建国" in text
    assert "行前培训证书" in text
    assert "Certificate" in text
    checklist = "".join(page.extract_text() for page in PdfReader(walked / "checklist.pdf").pages)
    assert "李建国" in checklist


def test_a_step_that_fails_is_told(tmp_path: Path) -> None:
    """A window that is too small for a person is no place for a tour either."""
    target = tmp_path / "a file"
    target.write_text("in the way")
    done = walk(target)
    assert done.returncode != 0
    assert "Traceback" not in done.stderr


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "a file").write_text("in the way")
    target = tmp_path / "a file" / "tour"
    done = walk(target)
    assert done.returncode == 1
    assert f"The folder {target} cannot be written to." in done.stderr
    assert "Traceback" not in done.stderr


def test_a_picture_that_cannot_be_saved_is_told(tmp_path: Path) -> None:
    (tmp_path / "01-first-start.png").mkdir()
    done = walk(tmp_path)
    assert done.returncode == 1
    assert f"The folder {tmp_path} cannot be written to." in done.stderr
    assert "Traceback" not in done.stderr
