"""What a picture file may be: a known kind, not too large to show, without script."""

from __future__ import annotations

import re
import struct
from pathlib import PurePosixPath

from pdo_app.content.problems import Place, Problems
from pdo_app.content.reader import Reading

MOST_PIXELS = 16_000_000
_FORBIDDEN = re.compile(
    rb"(?i)<script|<!entity|<!doctype|<foreignobject|<image|\son[a-z]+\s*=|javascript:"
    rb"|(?:href|src)\s*=\s*[\"'](?!#)|url\(\s*[\"']?(?!#)|@import"
)


def check(reading: Reading, problems: Problems) -> None:
    """Note what is wrong with the pictures of ``reading``."""
    for picture in reading.pack.pictures:
        place = reading.places["picture", picture.id]
        raw = reading.media.get(picture.file)
        if raw is None:
            continue  # noted when it was read
        ending = PurePosixPath(picture.file).suffix.lower()
        if ending == ".svg":
            _check_drawing(raw, picture.file, problems)
        elif ending in (".png", ".jpg", ".jpeg"):
            size = _png_size(raw) if ending == ".png" else _jpeg_size(raw)
            if size is None:
                message = f"{picture.file!r} is not a picture of the kind that its ending says."
                problems.error(place, "picture", message)
            elif size[0] * size[1] > MOST_PIXELS:
                message = f"{picture.file!r} has {size[0]} x {size[1]} pixels: too many."
                problems.error(place, "picture", message)
        else:
            problems.error(place, "picture", "A picture is an .svg, .png or .jpg file.")


def _check_drawing(raw: bytes, file: str, problems: Problems) -> None:
    if b"<svg" not in raw:
        problems.error(Place(file, 1), "picture", "This is not an SVG drawing.")
    for match in _FORBIDDEN.finditer(raw):
        line = raw.count(b"\n", 0, match.start()) + 1
        found = match.group().decode("ascii", "replace").strip()
        message = f"{found!r} is not allowed in a drawing (scripts, entities, outside files)."
        problems.error(Place(file, line), "script", message)


def _png_size(raw: bytes) -> tuple[int, int] | None:
    if raw[:8] != b"\x89PNG\r\n\x1a\n" or raw[12:16] != b"IHDR" or len(raw) < 24:
        return None
    width, height = struct.unpack(">II", raw[16:24])
    return width, height


def _jpeg_size(raw: bytes) -> tuple[int, int] | None:
    if raw[:2] != b"\xff\xd8":
        return None
    position = 2
    while position + 9 <= len(raw) and raw[position] == 0xFF:
        marker = raw[position + 1]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", raw[position + 5 : position + 9])
            return width, height
        position += 2 + int.from_bytes(raw[position + 2 : position + 4], "big")
    return None
