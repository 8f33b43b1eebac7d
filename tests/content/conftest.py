"""A tiny pack to read, to spoil and to compile."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from pdo_app.content.building import build
from pdo_app.content.rules import check_folder

TINY = Path(__file__).parents[1] / "packs" / "tiny"
DAY = date(2026, 11, 24)

Found = list[tuple[str, int, str, str]]


@pytest.fixture(scope="session")
def tiny() -> Path:
    """The tiny pack itself: not to be written to."""
    return TINY


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the tiny pack's sources to change."""
    return shutil.copytree(TINY, tmp_path / "tiny")


@pytest.fixture
def form_pack(copy: Path) -> Path:
    """A copy of the tiny pack with two balanced test forms: 11 pairs on either module."""
    names = []
    for module, folder, objective, lesson in (
        ("m01", "m01-offer", "name-items", "two-contracts"),
        ("m13", "m13-emergency", "call-help", "call-112"),
    ):
        entries = []
        for number in range(len(names), len(names) + 44):
            names.append(f"{module}/q/t{number}")
            entries.append(
                f"- id: t{number}\n  objective: {objective}\n  kind: number\n  difficulty: 1\n"
                f"  stem: {{zh: '{number} 加 1 是多少？', en: 'What is {number} and 1?'}}\n"
                f"  number: {number + 1}\n  reason: {{zh: 数一数。, en: Count.}}\n"
                f"  lesson: {lesson}\n"
            )
        (copy / "modules" / folder / "test_questions.yaml").write_text(
            "".join(entries), encoding="utf-8"
        )
    (copy / "forms.yaml").write_text(
        "".join(
            "- {{a: {}, b: {}, spare_a: {}, spare_b: {}}}\n".format(*names[at : at + 4])
            for at in range(0, 88, 4)
        ),
        encoding="utf-8",
    )
    return copy


@pytest.fixture
def change(copy: Path) -> Callable[..., Path]:
    """Replace words in a file of the copy; without ``old``, write the whole file."""

    def apply(file: str, new: str, old: str | None = None) -> Path:
        path = copy / file
        path.parent.mkdir(parents=True, exist_ok=True)
        if old is not None:
            before = path.read_text(encoding="utf-8")
            assert old in before
            new = before.replace(old, new, 1)
        path.write_text(new, encoding="utf-8")
        return copy

    return apply


@pytest.fixture
def found() -> Callable[..., Found]:
    """The problems of a folder as (file, line, severity, code)."""

    def read(folder: Path, on: date | None = None) -> Found:
        _, problems = check_folder(folder, on)
        return [(p.file, p.line, p.severity.value, p.code) for p in problems]

    return read


@pytest.fixture(scope="session")
def packs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the compiled tiny pack: not to be written to."""
    folder = tmp_path_factory.mktemp("packs")
    assert build(TINY, folder / "tiny.pdopack") == ()
    return folder
