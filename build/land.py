"""Weave the map's dots: which cells of the grid are land.

Usage: python build/land.py land-110m.json resources/pictures/land.json

Input is ``land-110m.json`` of the npm package world-atlas 2.0.2 (ISC; from Natural Earth, public
domain). Output is a JSON object: west and north in degrees, the width and height of a cell in
degrees, and one string a row, ``#`` for land.
"""

from __future__ import annotations

import json
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

WEST, NORTH, EAST, SOUTH = -26.0, 73.0, 154.0, -4.0
CELL_WIDTH, CELL_HEIGHT = 1.94, 1.34  # at 8 px a cell: 4.12 px a degree across, 5.95 down

Ring = list[tuple[float, float]]


def arcs_of(topology: dict[str, Any]) -> list[Ring]:
    """Return the arcs in degrees, decoded from TopoJSON's delta code."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        arcs.append(points)
    return arcs


def rings_of(geometry: dict[str, Any], arcs: list[Ring]) -> list[Ring]:
    """Return the rings of a polygon or of several, in degrees."""
    found = []
    parts = geometry["arcs"]
    for polygon in parts if geometry["type"] == "MultiPolygon" else [parts]:
        for ring in polygon:
            points: Ring = []
            for i in ring:
                points += arcs[i] if i >= 0 else arcs[~i][::-1]
            found.append(_unwrapped(points))
    return found


def rings(topology: dict[str, Any]) -> list[Ring]:
    """Return every ring of the land in degrees."""
    arcs = arcs_of(topology)
    land = topology["objects"]["land"]["geometries"]
    return [ring for geometry in land for ring in rings_of(geometry, arcs)]


def _unwrapped(points: Ring) -> Ring:
    """Let a ring that crosses the date line go on beyond 180 degrees instead of jumping back."""
    out, turn = points[:1], 0.0
    for (before, _), (x, y) in pairwise(points):
        if abs(x - before) > 180:
            turn += 360 if x < before else -360
        out.append((x + turn, y))
    return out


def inside(x: float, y: float, all_rings: list[Ring]) -> bool:
    """Tell by the even-odd rule whether a point is on land."""
    odd = False
    for ring in all_rings:
        for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True):
            if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
                odd = not odd
    return odd


def main(source: Path, target: Path) -> None:
    """Read the atlas, write the grid."""
    all_rings = rings(json.loads(source.read_text()))
    rows = []
    y = NORTH
    while y > SOUTH:
        row, x = "", WEST
        while x < EAST:
            at = (x + CELL_WIDTH / 2, y - CELL_HEIGHT / 2)
            # An unwrapped ring may lie one turn east or west of where it is looked for.
            land = any(inside(at[0] + turn, at[1], all_rings) for turn in (0, 360, -360))
            row += "#" if land else "."
            x += CELL_WIDTH
        rows.append(row)
        y -= CELL_HEIGHT
    grid = {
        "origin": "world-atlas 2.0.2 (ISC), Natural Earth",
        "west": WEST,
        "north": NORTH,
        "cell": [CELL_WIDTH, CELL_HEIGHT],
        "rows": rows,
    }
    target.write_text(json.dumps(grid, indent=0) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
