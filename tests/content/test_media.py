from __future__ import annotations

import struct
from collections.abc import Callable
from pathlib import Path

import pytest

SVG = "pictures/worker.svg"
LIST = "pictures/pictures.yaml"
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
Problems = list[tuple[str, int, str, str]]


def jpeg(width: int, height: int) -> bytes:
    app = b"\xff\xe0" + struct.pack(">H", 16) + b"JFIF" + b"\0" * 10
    table = b"\xff\xc4" + struct.pack(">H", 4) + b"\0\0"
    frame = b"\xff\xc0" + struct.pack(">HBHH", 17, 8, height, width) + b"\0" * 10
    return b"\xff\xd8" + app + table + frame


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        ("<svg>\n<script>1</script></svg>", (2, "script")),
        ("<svg\nonload='x()'/>", (1, "script")),
        ('<!DOCTYPE svg [<!ENTITY a "b">]>\n<svg/>', (1, "script")),
        ('<svg>\n\n<a href="https://x"/></svg>', (3, "script")),
        ('<svg><use xlink:href = "data:x"/></svg>', (1, "script")),
        ("<svg><style>a{background:url(http://x)}</style></svg>", (1, "script")),
        ("<svg><image/></svg>", (1, "script")),
        ("<svg><foreignObject/></svg>", (1, "script")),
        ("<html/>", (1, "picture")),
    ],
)
def test_drawings_that_are_refused(
    change: Callable[..., Path],
    found: Callable[..., Problems],
    words: str,
    problem: tuple[int, str],
) -> None:
    assert (SVG, problem[0], "error", problem[1]) in found(change(SVG, words))


def test_references_inside_a_drawing(
    change: Callable[..., Path], found: Callable[..., Problems]
) -> None:
    words = '<svg><use href="#a"/><path fill="url(#b)"/></svg>'
    assert found(change(SVG, words)) == []


@pytest.mark.parametrize(
    ("ending", "raw", "right"),
    [
        ("png", PNG + struct.pack(">II", 100, 100), True),
        ("png", PNG + struct.pack(">II", 10_000, 5_000), False),
        ("png", PNG, False),
        ("png", b"<svg/>", False),
        ("jpg", jpeg(100, 100), True),
        ("jpeg", jpeg(10_000, 5_000), False),
        ("jpg", b"\xff\xd8\xff\xe0\0\x10", False),
        ("jpg", b"\xff\xd8" + b"\xff\xe0\0\x10" + b"\0" * 30, False),
        ("jpg", PNG, False),
        ("gif", b"GIF89a", False),
    ],
)
def test_photographs(
    change: Callable[..., Path],
    found: Callable[..., Problems],
    ending: str,
    raw: bytes,
    right: bool,
) -> None:
    root = change(LIST, f"pictures/worker.{ending}", SVG)
    (root / SVG).unlink()
    (root / f"pictures/worker.{ending}").write_bytes(raw)
    assert found(root) == ([] if right else [(LIST, 1, "error", "picture")])


def test_a_picture_that_is_not_there(copy: Path, found: Callable[..., Problems]) -> None:
    (copy / SVG).unlink()
    assert found(copy) == [(LIST, 1, "error", "no-file")]
