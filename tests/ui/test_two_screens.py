"""A laptop and a projector: the slides go where the console is not."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]


def _screen(name: str, x: int, width: int, height: int) -> dict[str, Any]:
    return {
        "name": name,
        "x": x,
        "y": 0,
        "width": width,
        "height": height,
        "logicalDpi": 96,
        "logicalBaseDpi": 96,
        "dpr": 1,
    }


LAPTOP, PROJECTOR = _screen("laptop", 0, 1366, 768), _screen("projector", 1366, 1920, 1080)


def _run(folder: Path, *screens: dict[str, Any]) -> dict[str, dict[str, Any]]:
    config = folder / "screens.json"
    whole = {"synchronousWindowSystemEvents": True, "windowFrameMargins": True}
    config.write_text(json.dumps({**whole, "screens": screens}), "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.two_screens", str(folder / "data")],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={config}"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    lines = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    return {line["step"]: line for line in lines}


def test_with_a_projector_the_class_has_a_screen_of_its_own(packs: Path, tmp_path: Path) -> None:
    steps = _run(tmp_path, LAPTOP, PROJECTOR)
    assert steps["begin"]["shown"]
    assert (steps["begin"]["console"], steps["begin"]["audience"]) == ("laptop", "projector")
    assert steps["begin"]["slide"] == [1920, 1080]
    assert (steps["swapped"]["console"], steps["swapped"]["audience"]) == ("projector", "laptop")
    assert steps["swapped"]["slide"] == [1366, 768]
    assert steps["next"]["card"] == 1
    assert not steps["ended"]["shown"]


def test_with_one_screen_the_slides_come_to_the_front_by_a_key(packs: Path, tmp_path: Path) -> None:
    steps = _run(tmp_path, LAPTOP)
    assert not steps["begin"]["shown"]
    assert steps["swapped"]["shown"]
    assert steps["swapped"]["slide"] == [1366, 768]
    assert steps["next"]["card"] == 1
    assert not steps["ended"]["shown"]
