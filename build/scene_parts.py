"""The parts that the scenes of the lessons are made of: cloth, patches, threads, marks, pictograms.

Every part is a string of SVG in a frame of 400 by 300. What the application's SVG reader lacks
(clip paths, masks, style sheets, text) is not used.
"""

from __future__ import annotations

import json
import re
from functools import cache

from icons import FLAGS, TABLER, one_line
from npm_packages import CHECKOUT, fetch
from pictograms import HEALTH, OWN

INDIGO, DYE, COTTON, CREAM = "#1F3659", "#2A5190", "#F5F0E6", "#F8F3E8"
WEAVE, LINE, SKY = "#3A5A88", "#DCD2C0", "#A9BFDF"
THREAD, THREAD_ON_CLOTH, NO, YES = "#C4511E", "#F28C55", "#A31C39", "#28683F"

# How the sets name themselves in the origin of a scene.
_SETS = {
    "h": f"{HEALTH.name} {HEALTH.version}",
    "t": f"{TABLER.name} {TABLER.version}",
    "o": f"{TABLER.name} {TABLER.version}",
    "own": "drawn for this project",
    "flag": f"{FLAGS.name} {FLAGS.version}",
}


def origin(names: list[str]) -> str:
    """Return where the pictograms of a scene come from, in words."""
    found: dict[str, list[str]] = {}
    for name in dict.fromkeys(names):
        kind, _, path = name.partition(":")
        folder = {"h": "filled/", "t": "filled/", "o": "outline/", "flag": "4x3/"}.get(kind, "")
        found.setdefault(_SETS[kind], []).append(folder + path)
    parts = [f"{kind}: {', '.join(paths)}" for kind, paths in found.items()]
    return "composed for this project from " + "; ".join(parts)


@cache
def _inside(name: str) -> tuple[float, str, bool]:
    """Return the side of a pictogram's frame, its drawing and whether it is one of lines."""
    kind, _, path = name.partition(":")
    if kind == "own":
        svg = (OWN / f"{path}.svg").read_text("utf-8")
    elif kind == "h":
        folder = fetch(HEALTH) / "public" / "icons" / "svg" / "filled"
        svg = (folder / f"{path}.svg").read_text("utf-8")
    else:
        folder = fetch(TABLER) / "icons" / ("filled" if kind == "t" else "outline")
        svg = (folder / f"{path}.svg").read_text("utf-8")
    svg = one_line(svg)
    side = float(re.search(r'viewBox="0 0 ([\d.]+)', svg)[1])  # type: ignore[index]
    body = re.sub(r"^.*?<svg[^>]*>|</svg>\s*$", "", svg)
    body = re.sub(r'\s(?:fill|stroke)="(?:#[0-9A-Fa-f]{3,6}|currentColor|black)"', "", body)
    body = re.sub(r"\d+\.\d{3,}", lambda m: f"{float(m.group()):.2f}", body)
    return side, body, kind == "o"


def icon(name: str, x: float, y: float, size: float, colour: str, weight: float = 2.0) -> str:
    """Return a pictogram around its middle ``x``, ``y``."""
    side, body, lines = _inside(name)
    how = (
        f'fill="none" stroke="{colour}" stroke-width="{weight:g}" stroke-linecap="round" '
        f'stroke-linejoin="round"'
        if lines
        else f'fill="{colour}"'
    )
    at = f"translate({x - size / 2:g} {y - size / 2:g}) scale({size / side:.4g})"
    return f'<g transform="{at}" {how}>{body}</g>'


def box(x: float, y: float, wide: float, high: float, radius: float, fill: str) -> str:
    """Return a filled rectangle around its middle."""
    return (
        f'<rect x="{x - wide / 2:g}" y="{y - high / 2:g}" width="{wide:g}" height="{high:g}" '
        f'rx="{radius:g}" fill="{fill}"/>'
    )


def stitches(x: float, y: float, wide: float, high: float, radius: float, colour: str) -> str:
    """Return a stitched frame around its middle."""
    return (
        f'<rect x="{x - wide / 2:g}" y="{y - high / 2:g}" width="{wide:g}" height="{high:g}" '
        f'rx="{radius:g}" fill="none" stroke="{colour}" stroke-width="2" stroke-dasharray="7 5"/>'
    )


def cloth(indigo: bool) -> str:
    """Return the ground of a scene: dyed cloth or undyed cotton, with its seam."""
    fill, seam = (INDIGO, WEAVE) if indigo else (COTTON, LINE)
    line = f'fill="none" stroke="{LINE}" stroke-width="2"/>'
    edge = "" if indigo else f'<rect x="1" y="1" width="398" height="298" rx="21" {line}'
    return box(200, 150, 400, 300, 22, fill) + edge + stitches(200, 150, 380, 280, 13, seam)


def patch(x: float, y: float, size: float, name: str, light: bool) -> str:
    """Return a stitched patch with a pictogram; ``light`` is cotton, else indigo."""
    fill, ink, seam = (CREAM, INDIGO, SKY) if light else (DYE, CREAM, SKY)
    inner = size - size * 0.11
    return (
        box(x, y, size, size, size * 0.14, fill)
        + stitches(x, y, inner, inner, size * 0.1, seam)
        + icon(name, x, y, size * 0.66, ink, 1.9)
    )


def thread(points: list[tuple[float, float]], indigo: bool, sewn: bool = False) -> str:
    """Return a running stitch through ``points``, softly bent; ``sewn`` is a solid line."""
    colour = THREAD_ON_CLOTH if indigo else THREAD
    (x0, y0), *rest = points
    path = f"M{x0:g} {y0:g}"
    for x, y in rest:
        middle = (x0 + x) / 2
        path += f"C{middle:g} {y0:g} {middle:g} {y:g} {x:g} {y:g}"
        x0, y0 = x, y
    dashes = "" if sewn else ' stroke-dasharray="14 10"'
    return f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="5"{dashes}/>'


def ring(x: float, y: float, radius: float, indigo: bool) -> str:
    """Return the open ring: the place where you are or get to."""
    colour, fill = (THREAD_ON_CLOTH, INDIGO) if indigo else (THREAD, COTTON)
    return (
        f'<circle cx="{x:g}" cy="{y:g}" r="{radius:g}" fill="{fill}" stroke="{colour}" '
        f'stroke-width="6"/>'
    )


_SIGNS = {
    "yes": "M-11 1l8 8 15 -17",
    "no": "M-9 -9l18 18M9 -9l-18 18",
    "same": "M-11 -6h22M-11 6h22",
    "less": "M-11 0h22",
    "more": "M-11 0h22M0 -11v22",
    "go": "M-11 0h22M3 -8l8 8 -8 8",
    "back": "M11 0h-22M-3 -8l-8 8 8 8",
    "comma": "M2 -3l0 5 -7 11",
    "both": "M-12 0h24M-5 -7l-7 7 7 7M5 -7l7 7 -7 7",
}


def sign(name: str, x: float, y: float, radius: float = 27) -> str:
    """Return a knot with a sign in it; a name with a colon is a pictogram instead."""
    fill, ink, edge = {
        "no": (NO, "#FFFDF9", CREAM),
        "yes": (YES, "#FFFDF9", CREAM),
    }.get(name, (CREAM, INDIGO, DYE))
    knot = (
        f'<circle cx="{x:g}" cy="{y:g}" r="{radius:g}" fill="{fill}" stroke="{edge}" '
        f'stroke-width="3"/>'
    )
    if ":" in name:
        return knot + icon(name, x, y, radius * 1.24, ink)
    return knot + (
        f'<path transform="translate({x:g} {y:g}) scale({radius / 22:.3g})" d="{_SIGNS[name]}" '
        f'fill="none" stroke="{ink}" stroke-width="4.5" stroke-linecap="round" '
        f'stroke-linejoin="round"/>'
    )


def sheet(x: float, y: float, wide: float, high: float, head: str, lines: str) -> str:
    """Return a sheet of paper: a pictogram at its head, then one line for each sign of ``lines``:
    ``-`` writing, ``=`` the line to look at, ``v`` ticked, ``x`` crossed, ``o`` not yet."""
    left, top = x - wide / 2, y - high / 2
    parts = [
        box(x, y, wide, high, 10, CREAM),
        stitches(x, y, wide - 14, high - 14, 6, SKY),
        icon(head, left + wide * 0.32, top + wide * 0.3, wide * 0.36, INDIGO),
    ]
    row = (high - wide * 0.64) / (len(lines) + 0.4)
    for at, kind in enumerate(lines):
        level = top + wide * 0.56 + row * (at + 0.5)
        start = left + wide * (0.16 if kind in "-=" else 0.34)
        end = left + wide * (0.84 if at % 2 == 0 else 0.72)
        look = THREAD if kind == "=" else INDIGO
        heavy = 9 if kind == "=" else 5
        parts.append(
            f'<path d="M{start:g} {level:g}H{end:g}" stroke="{look}" stroke-width="{heavy}"/>'
        )
        if kind in "vxo":
            parts.append(_box(left + wide * 0.2, level, kind))
    return "".join(parts)


def _box(x: float, y: float, kind: str) -> str:
    mark = {"v": f"M{x - 6:g} {y:g}l5 6 10 -13", "x": f"M{x - 5:g} {y - 5:g}l10 10m0 -10l-10 10"}
    colour = {"v": YES, "x": NO}.get(kind, INDIGO)
    if kind == "o":
        return (
            f'<rect x="{x - 6:g}" y="{y - 6:g}" width="12" height="12" fill="none" '
            f'stroke="{colour}" stroke-width="2.5"/>'
        )
    return f'<path d="{mark[kind]}" fill="none" stroke="{colour}" stroke-width="4.5"/>'


def bubble(x: float, y: float, wide: float, high: float, tail: float, fill: str = CREAM) -> str:
    """Return a speech bubble around its middle; ``tail`` is where it points, left or right."""
    left, right, top, bottom = x - wide / 2, x + wide / 2, y - high / 2, y + high / 2
    root = left + wide * (0.22 if tail < 0 else 0.62)
    tip = left + wide * (0.08 if tail < 0 else 0.92)
    return (
        f'<path d="M{left + 16:g} {top:g}H{right - 16:g}a16 16 0 0 1 16 16V{bottom - 16:g}'
        f"a16 16 0 0 1 -16 16H{root + wide * 0.16:g}L{tip:g} {bottom + 26:g}L{root:g} {bottom:g}"
        f'H{left + 16:g}a16 16 0 0 1 -16 -16V{top + 16:g}a16 16 0 0 1 16 -16z" fill="{fill}"/>'
    )


def flag(code: str, x: float, y: float, wide: float) -> str:
    """Return a national flag around its middle."""
    svg = one_line((fetch(FLAGS) / "flags" / "4x3" / f"{code}.svg").read_text("utf-8"))
    body = re.sub(r"^.*?<svg[^>]*>|</svg>\s*$", "", svg)
    scale = wide / 640
    at = f"translate({x - wide / 2:g} {y - wide * 0.375:g}) scale({scale:.4g})"
    return box(x, y, wide + 6, wide * 0.75 + 6, 4, CREAM) + f'<g transform="{at}">{body}</g>'


def europe(code: str, shade: str) -> str:
    """Return Europe as dots at the left, with the outline of a country."""
    land = json.loads((CHECKOUT / "resources" / "pictures" / "land.json").read_text("utf-8"))
    shapes = json.loads((CHECKOUT / "resources" / "pictures" / "outlines.json").read_text("utf-8"))
    step_x, step_y = land["cell"]
    parts = []
    for at, row in enumerate(land["rows"]):
        for column, kind in enumerate(row):
            east = land["west"] + (column + 0.5) * step_x
            x, y = place(east, land["north"] - (at + 0.5) * step_y)
            if kind == "#" and 18 <= x <= 262 and 18 <= y <= 282:
                parts.append(f"M{x - 2:.0f} {y - 1:.0f}l1 -1h2l1 1v2l-1 1h-2l-1 -1z")
    dots = f'<path d="{"".join(parts)}" fill="{shade}"/>'
    west, top, east, bottom = shapes[code]["box"]
    outline = ""
    rings = shapes[code]["rings"]
    across = max(a for one in rings for a, _ in one)
    down = max(b for one in rings for _, b in one)
    for one in rings:
        around = [
            place(west + (east - west) * a / across, top + (bottom - top) * b / down)
            for a, b in one[:: 3 if len(one) > 60 else 1]
        ]
        outline += "M" + "L".join(f"{x:.0f} {y:.0f}" for x, y in around) + "z"
    return dots + f'<path d="{outline}" fill="{SKY}"/>'


def place(east: float, north: float) -> tuple[float, float]:
    """Return where a place in Europe lies in the frame."""
    return 22 + (east + 11) * 6.1, 24 + (66 - north) * 8.6
