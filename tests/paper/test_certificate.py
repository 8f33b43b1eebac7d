import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from pypdf import PdfReader

from pdo_app.paper.certificate import certificate_pdf, write_certificate

from .makers import NAMES, certificate

Read = Callable[[bytes], PdfReader]


def words(document: PdfReader) -> str:
    return re.sub(r"\s+", "", document.pages[0].extract_text())


@pytest.mark.parametrize("modules", [0, 1, 3, 5, 6, 14, 20])
def test_it_is_one_sheet_with_every_module(read: Read, modules: int) -> None:
    document = read(certificate_pdf(certificate(modules=modules)))
    assert len(document.pages) == 1
    found = words(document)
    for number in range(1, modules + 1):
        assert f"第{number}个模块" in found
        assert f"Modulecalled{number}" in found
    assert "Destination:Germany" in found


@pytest.mark.parametrize("name", NAMES)
def test_the_name_stands_there_as_typed(read: Read, name: str) -> None:
    document = read(certificate_pdf(certificate(name)))
    assert re.sub(r"\s+", "", name) in words(document)
    assert document.metadata is not None
    assert document.metadata.title == f"证书 Certificate · {name}"


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("modules", [3, 14])
def test_nothing_leaves_the_frame_or_runs_into_another(read: Read, name: str, modules: int) -> None:
    lines: dict[float, float] = {}

    def visit(text: str, cm: list[float], tm: list[float], font: object, size: float) -> None:
        if text.strip():
            y = round(tm[5] * cm[3] + cm[5], 1)
            lines[y] = max(lines.get(y, 0), abs(size * tm[3] * cm[3]))

    page = read(certificate_pdf(certificate(name, modules))).pages[0]
    page.extract_text(visitor_text=visit)
    heights = sorted(lines)
    assert heights[0] > 45
    assert heights[-1] < 800
    assert min(lines.values()) >= 8.99
    # Two lines are on one baseline, or so far apart that they do not touch.
    assert all(gap < 1 or gap > 9 for gap in (b - a for a, b in pairwise(heights)))


def test_it_is_written_to_a_file(fonts: list[str], tmp_path: Path) -> None:
    target = tmp_path / "证书.pdf"
    write_certificate(certificate(), target)
    assert target.read_bytes().startswith(b"%PDF")
