"""Draw the outlines of the destinations for their pages.

Usage: python build/outlines.py countries-50m.json resources/pictures/outlines.json

Input is ``countries-50m.json`` of the npm package world-atlas 2.0.2 (ISC; from Natural Earth,
public domain). Output maps an ISO 3166 code to west, north, east, south in degrees and rings of
points
between 0 and 1000, left to right and top to bottom of that box, which is wide enough for the
country's own degrees of longitude. Land far away, such as Guiana or Svalbard, is left out.
"""

from __future__ import annotations

import json
import sys
from math import cos, radians
from pathlib import Path
from typing import Any

from land import Ring, arcs_of, rings_of

NUMERIC = {
    "040": "AT", "056": "BE", "100": "BG", "756": "CH", "196": "CY", "203": "CZ", "276": "DE",
    "208": "DK", "233": "EE", "724": "ES", "246": "FI", "250": "FR", "300": "GR", "191": "HR",
    "348": "HU", "372": "IE", "352": "IS", "380": "IT", "438": "LI", "440": "LT", "442": "LU",
    "428": "LV", "470": "MT", "528": "NL", "578": "NO", "616": "PL", "620": "PT", "642": "RO",
    "752": "SE", "705": "SI", "703": "SK",
}  # fmt: skip
EUROPE = (-25.0, 72.0, 35.0, 34.0)
_ISLES = {"PT": (-12.0, 43.0, -6.0, 36.0), "ES": (-10.0, 44.0, 5.0, 35.5)}
"""Where ocean islands would shrink the mainland to a spot, only this part is drawn."""
_SMALLEST = 0.002
"""A ring below this share of the largest one is dust at the size of the page."""


def area(ring: Ring) -> float:
    """Return the area of a ring in square degrees (shoelace formula)."""
    after = ring[1:] + ring[:1]
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(ring, after, strict=True))) / 2


def near(ring: Ring, box: tuple[float, float, float, float]) -> bool:
    """Tell whether the middle of a ring lies in a box: west, north, east, south."""
    x = sum(p[0] for p in ring) / len(ring)
    y = sum(p[1] for p in ring) / len(ring)
    return box[0] <= x <= box[2] and box[3] <= y <= box[1]


def outline(code: str, rings: list[Ring]) -> dict[str, Any]:
    """Return the box and the rings of one country."""
    here = [ring for ring in rings if near(ring, _ISLES.get(code, EUROPE))]
    largest = max(area(ring) for ring in here)
    kept = [ring for ring in here if area(ring) >= largest * _SMALLEST]
    xs = [x for ring in kept for x, _ in ring]
    ys = [y for ring in kept for _, y in ring]
    west, north, east, south = min(xs), max(ys), max(xs), min(ys)
    wide = (east - west) * cos(radians((north + south) / 2))
    scale = 1000 / max(wide, north - south)
    squeeze = cos(radians((north + south) / 2)) * scale
    drawn = []
    for ring in kept:
        points = [[round((x - west) * squeeze), round((north - y) * scale)] for x, y in ring]
        drawn.append([p for p, before in zip(points, [None, *points], strict=False) if p != before])
    box = [round(v, 3) for v in (west, north, east, south)]
    return {"box": box, "rings": drawn}


def main(source: Path, target: Path) -> None:
    """Read the atlas, write the outlines."""
    atlas = json.loads(source.read_text())
    arcs = arcs_of(atlas)
    found = {}
    for geometry in atlas["objects"]["countries"]["geometries"]:
        code = NUMERIC.get(geometry.get("id", ""))
        if code is not None:
            found[code] = outline(code, rings_of(geometry, arcs))
    missing = sorted(set(NUMERIC.values()) - set(found))
    if missing:
        raise SystemExit(f"The atlas has no {', '.join(missing)}.")
    rows = ",\n".join(
        f'"{code}": {json.dumps(found[code], separators=(",", ":"))}' for code in sorted(found)
    )
    target.write_text(f"{{\n{rows}\n}}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
