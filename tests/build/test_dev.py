"""build/dev.py works on a machine that has Python and nothing else."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

BUILD = Path(__file__).parent.parent.parent / "build"
ALONE = ["dev", "tasks", "environment", "qt_libraries", "system_packages"]


def imported(module: str) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse((BUILD / f"{module}.py").read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return {name.split(".")[0] for name in names}


@pytest.mark.parametrize("module", ALONE)
def test_it_needs_the_standard_library_alone(module: str) -> None:
    assert not imported(module) - sys.stdlib_module_names - set(ALONE)


def test_an_old_python_reads_the_first_file_and_is_told() -> None:
    source = (BUILD / "dev.py").read_text("utf-8")
    ast.parse(source, feature_version=(3, 4))
    assert source.index("sys.exit(") < source.index("import tasks")


def test_it_tells_what_it_can_do() -> None:
    told = subprocess.run(
        [sys.executable, BUILD / "dev.py", "--help"], capture_output=True, text=True, check=True
    )
    for task in ("run", "test", "build", "package", "kills", "lock"):
        assert f"\n    {task}" in told.stdout
