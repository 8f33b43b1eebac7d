"""Both tours, each as a process of its own: what they leave is opened again."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from pdo_app import paths


def walk(out: Path, *words: str, platform: str = "offscreen") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pdo_app", "tour", "--out", str(out), *words]
    env = {**os.environ, "QT_QPA_PLATFORM": platform}
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


@pytest.fixture(scope="module")
def taught(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A whole day of a trainer, with a projector beside the laptop."""
    folder = tmp_path_factory.mktemp("trainer")
    screens = folder / "screens.json"
    screens.write_text(json.dumps({"screens": [_screen(0, 1366, 768), _screen(1366, 1920, 1080)]}))
    done = walk(folder / "tour", "--trainer", platform=f"offscreen:configfile={screens}")
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    return folder / "tour"


def _screen(x: int, width: int, height: int) -> dict[str, object]:
    size = {"x": x, "y": 0, "width": width, "height": height}
    return {"name": f"at {x}", **size, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}


def test_a_day_of_training_leaves_pictures_of_both_windows(taught: Path) -> None:
    report = json.loads((taught / "tour.json").read_text("utf-8"))
    assert report["failure"] == ""
    assert [step["number"] for step in report["steps"]] == list(range(1, len(report["steps"]) + 1))
    assert report["steps"][-1]["name"] == "records as they were done"
    for step in report["steps"]:
        assert (taught / step["picture"]).stat().st_size > 10_000
    shown = [step["audience"] for step in report["steps"] if step["audience"]]
    assert len(shown) > 30
    assert all((taught / picture).exists() for picture in shown)


@pytest.mark.parametrize(
    ("paper", "words"),
    [
        ("session-plan", ("第 12 期 一天班", "济宁外派培训中心", "午")),
        ("trainers-guide", ("第 12 期 一天班",)),
        ("attendance-to-sign", ("王海涛", "程功")),
        ("attendance-sheet", ("王海涛", "程功", "10:05")),
        ("session-report", ("一个月实际到手多少钱", "时间不够", "下次多留十分钟")),
        ("certificates-of-attendance", ("王海涛",)),
        ("reading-lists", ("许凤霞", "徐勇")),
        ("recovery-code", ("-",)),
    ],
)
def test_the_papers_of_a_session_say_what_was_done(
    taught: Path, paper: str, words: tuple[str, ...]
) -> None:
    text = "".join(page.extract_text() for page in PdfReader(taught / f"{paper}.pdf").pages)
    plain = " ".join(text.split())
    for said in words:
        assert said in plain


def test_certificates_are_for_those_who_were_there(taught: Path) -> None:
    pages = PdfReader(taught / "certificates-of-attendance.pdf").pages
    text = "".join(page.extract_text() for page in pages)
    # Of thirty, one was excused all day, one was absent in the morning, one after lunch.
    assert len(pages) == 27
    assert "张建军" in text  # absent by his own row, there as the walk-in
    for absent in ("马小燕", "许凤霞", "徐勇"):
        assert absent not in text


def test_the_workbook_of_a_session_can_be_read(taught: Path) -> None:
    book = load_workbook(taught / "session-report.xlsx", read_only=True)
    cells = {
        str(cell)
        for sheet in book.worksheets
        for row in sheet.iter_rows(values_only=True)
        for cell in row
    }
    book.close()
    assert {"王海涛", "程功"} <= cells


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
