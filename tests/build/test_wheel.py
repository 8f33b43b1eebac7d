"""The wheel carries what the application reads, and no tests."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

CHECKOUT = Path(__file__).parent.parent.parent


def test_the_wheel_carries_resources_and_catalogues(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(command, cwd=CHECKOUT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    resources = CHECKOUT / "resources"
    wanted = [resources / "style.qss", *resources.glob("icons/*.svg"), *resources.glob("fonts/*")]
    for path in [*wanted, *resources.glob("flags/*.svg")]:
        assert f"pdo_app/_bundled/{path.relative_to(CHECKOUT).as_posix()}" in names
    assert "pdo_app/_bundled/resources/packs/core.pdopack" in names
    assert "pdo_app/_bundled/translations/zh_CN/LC_MESSAGES/pdo_app.mo" in names
    assert {name.split("/")[0].split("-")[0] for name in names} == {"pdo_app", "pdo_companion"}
    assert not [name for name in names if name.endswith((".md", ".po")) and "ORIGIN" not in name]
