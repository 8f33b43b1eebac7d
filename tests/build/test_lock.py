"""The lock file is complete, hashed, and says nothing of where it was made."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

CHECKOUT = Path(__file__).parent.parent.parent
LOCK = (CHECKOUT / "build" / "requirements.lock").read_text("utf-8")
PROJECT = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))["project"]
LOCKED = dict(re.findall(r"^([a-z0-9-]+)==(\S+)", LOCK, re.MULTILINE))


def wanted() -> set[str]:
    extras = PROJECT["optional-dependencies"]
    asked = [*PROJECT["dependencies"], *extras["authoring"], *extras["dev"]]
    names = {re.split(r"[<>=\[ ]", requirement)[0].lower() for requirement in asked}
    return names - {PROJECT["name"]}


def test_every_dependency_is_locked() -> None:
    assert not wanted() - set(LOCKED)


def test_qt_is_the_version_that_was_tried() -> None:
    assert LOCKED["pyside6-essentials"] == LOCKED["shiboken6"] == "6.11.3"


def test_every_package_has_a_hash() -> None:
    for package in re.split(r"\n(?=[a-z])", LOCK):
        assert "--hash=sha256:" in package, package.splitlines()[0]


def test_no_address_and_no_path_is_inside() -> None:
    for line in LOCK.splitlines():
        assert re.fullmatch(
            r"[a-z0-9-]+==[^\s/]+( ; [^/]+)? \\|    --hash=sha256:[0-9a-f]{64}( \\)?", line
        ), line
