"""Makes the scenes of the lessons and their entries in the core pack's list of pictures.

Each scene of ``scenes.yaml`` is composed of pictograms of openly licensed sets on cloth, joined by
the thread. Run it after a change there: ``python build/scenes.py``. The results are committed.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import yaml
from npm_packages import CHECKOUT
from scene_parts import (
    COTTON,
    CREAM,
    DYE,
    INDIGO,
    LINE,
    box,
    bubble,
    cloth,
    europe,
    flag,
    icon,
    origin,
    patch,
    place,
    ring,
    sheet,
    sign,
    stitches,
    thread,
)

PACK = CHECKOUT / "resources" / "packs" / "core"
SCENES = CHECKOUT / "build" / "scenes.yaml"

_Scene = dict[str, Any]
_CAPITALS = {"AT": (16.37, 48.21), "DE": (13.40, 52.52), "IT": (12.48, 41.89)}


def _signs(scene: _Scene, places: list[tuple[float, float]], radius: float = 27) -> str:
    marks = scene.get("signs", [])
    return "".join(
        sign(mark, x, y, radius)
        for mark, (x, y) in zip(marks, places, strict=False)
        if mark != "none"
    )


def _patches(names: list[str], places: list[tuple[float, float]], size: float, indigo: bool) -> str:
    together = zip(names, places, strict=True)
    return "".join(patch(x, y, size, name, indigo) for name, (x, y) in together)


def _row(scene: _Scene, indigo: bool) -> str:
    """Two or three patches in a row; signs stand between them."""
    icons = scene["icons"]
    if len(icons) == 2:
        places, size = [(104.0, 150.0), (296.0, 150.0)], 136
    else:
        lift = scene.get("lift", 34)
        places, size = [(70.0, 150 + lift), (200.0, 150 - lift), (330.0, 150 + lift)], 100
    body = thread([(18, places[0][1]), *places, (382, places[-1][1])], indigo)
    body += _patches(icons, places, size, indigo)
    pairs = pairwise(places)
    return body + _signs(scene, [((a + c) / 2, (b + d) / 2) for (a, b), (c, d) in pairs], 25)


def _stairs(scene: _Scene, indigo: bool) -> str:
    """Four patches, one step above the other: first this, then that."""
    places = [(66.0, 226.0), (156.0, 176.0), (246.0, 126.0), (336.0, 76.0)]
    body = thread([(14, 264), *places, (390, 40)], indigo)
    body += _patches(scene["icons"], places, 78, indigo)
    return body + _signs(scene, [(x + 32, y + 34) for x, y in places], 18)


def _fork(scene: _Scene, indigo: bool) -> str:
    """One patch, two or three ways from it; each way has its sign."""
    start, *ends = scene["icons"]
    middle = (86.0, 150.0)
    places = (
        [(302.0, 84.0), (302.0, 216.0)]
        if len(ends) == 2
        else [(312.0, 62.0), (312.0, 150.0), (312.0, 238.0)]
    )
    size = 116 if len(ends) == 2 else 80
    body = "".join(thread([middle, at], indigo) for at in places)
    body += patch(*middle, 130, start, indigo)
    body += _patches(ends, places, size, indigo)
    return body + _signs(scene, [(x + size * 0.46, y + size * 0.36) for x, y in places], 22)


def _side(scene: _Scene, indigo: bool) -> str:
    """A large patch and two small ones that belong to it."""
    large, *small = scene["icons"]
    places = [(318.0, 88.0), (318.0, 212.0)]
    body = "".join(thread([(130, 150), at], indigo) for at in places)
    body += patch(130, 150, 182, large, indigo)
    body += _patches(small, places, 98, indigo)
    return body + _signs(scene, [(206, 220), (354, 122), (354, 246)], 22)


def _hub(scene: _Scene, indigo: bool) -> str:
    """One in the middle, four or five around it, a thread to each."""
    centre, *around = scene["icons"]
    places = [(68.0, 80.0), (332.0, 80.0), (68.0, 220.0), (332.0, 220.0)]
    body = "".join(thread([(200, 150), at], indigo) for at in places)
    body += patch(200, 150, 120, centre, indigo)
    body += _patches(around, places, 84, indigo)
    return body + _signs(scene, [(250, 204)], 24)


def _paper(scene: _Scene, indigo: bool) -> str:
    """A sheet of paper and what is looked for in it, or who reads it."""
    back = "" if indigo else box(128, 154, 178, 240, 12, INDIGO)
    body = thread([(128, 196), (306, 150)], indigo)
    body += back + sheet(128, 150, 170, 232, scene["icons"][0], scene["lines"])
    body += patch(306, 150, 128, scene["icons"][1], indigo)
    return body + _signs(scene, [(216, 238), (352, 206)], 26)


def _papers(scene: _Scene, indigo: bool) -> str:
    """Two sheets beside each other, with a sign between them."""
    body = thread([(18, 150), (382, 150)], indigo)
    for at, x in enumerate((102, 298)):
        if not indigo:
            body += box(x, 154, 150, 206, 12, INDIGO)
        body += sheet(x, 150, 144, 200, scene["icons"][at], scene["lines"])
    return body + _signs(scene, [(200, 150)], 32)


def _say(scene: _Scene, indigo: bool) -> str:
    """Somebody says something: what is said stands in the bubble."""
    who, what, *more = scene["icons"]
    ink, fill = (CREAM, CREAM) if indigo else (INDIGO, INDIGO)
    body = thread([(14, 262), (210, 262), (386, 262)], indigo, sewn=True)
    body += icon(who, 104, 178, 168, ink)
    body += bubble(270, 98, 172, 124, -1, fill)
    body += icon(what, 270, 98, 92, INDIGO if indigo else CREAM)
    if more:
        body += patch(312, 222, 84, more[0], indigo)
    return body + _signs(scene, [(350, 146)], 24)


def _talk(scene: _Scene, indigo: bool) -> str:
    """Two people and what is between them."""
    left, right, what = scene["icons"]
    ink = CREAM if indigo else INDIGO
    body = thread([(14, 270), (200, 270), (386, 270)], indigo, sewn=True)
    body += icon(left, 86, 200, 134, ink) + icon(right, 314, 200, 134, ink)
    body += bubble(200, 84, 190, 112, scene.get("tail", -1), ink)
    body += icon(what, 200, 84, 82, INDIGO if indigo else CREAM)
    return body + _signs(scene, [(286, 128)], 24)


def _two(scene: _Scene, indigo: bool) -> str:
    """Two places: cotton at the left, cloth at the right, the thread goes over."""
    shape = "M22 0H200V300H22a22 22 0 0 1 -22 -22V22a22 22 0 0 1 22 -22z"
    half = f'<path d="{shape}" fill="{COTTON}" stroke="{LINE}" stroke-width="2"/>'
    left, right, *more = scene["icons"]
    body = half + stitches(105, 150, 190, 280, 13, LINE)
    body += thread([(100, 150), (200, 60 if more else 150), (300, 150)], True)
    body += patch(100, 168, 128, left, False) + patch(300, 168, 128, right, True)
    if more:
        body += sign(more[0], 200, 64, 38)
    return body + _signs(scene, [(150, 226), (350, 226)], 24)


def _shrink(scene: _Scene, indigo: bool) -> str:
    """What there is at first, what goes off, what is left."""
    sizes = (132, 82, 82, 74)
    places = [(82.0, 150.0), (204.0, 96.0), (204.0, 204.0), (334.0, 150.0)]
    body = thread([(82, 150), (334, 150)], indigo)
    for name, size, (x, y) in zip(scene["icons"], sizes, places, strict=True):
        body += patch(x, y, size, name, indigo)
    return body + sign("less", 154, 150, 20) + sign("same", 274, 150, 24)


def _apart(scene: _Scene, indigo: bool) -> str:
    """Three inside the seam, one left outside it."""
    who = scene["icons"][0]
    ink = CREAM if indigo else INDIGO
    body = box(138, 138, 232, 150, 16, DYE) + stitches(138, 138, 216, 134, 10, CREAM)
    body += "".join(icon(who, x, 138, 84, CREAM) for x in (68, 138, 208))
    body += icon(who, 338, 186, 84, ink) + thread([(18, 250), (200, 250), (382, 250)], indigo)
    return body + _signs(scene, [(282, 150)], 26)


def _guide(scene: _Scene, indigo: bool) -> str:
    """Europe as dots, the country and its capital, and what the lesson is about."""
    code = scene["country"]
    x, y = place(*_CAPITALS[code])
    body = europe(code, "#4A6797") + thread([(392, 40), (300, 60), (x, y)], indigo)
    body += ring(x, y, 10, indigo) + flag(code.lower(), 330, 62, 84)
    body += patch(318, 158, 108, scene["icons"][0], indigo)
    body += patch(342, 246, 68, scene["icons"][1], indigo)
    return body


LAYOUTS: dict[str, Callable[[_Scene, bool], str]] = {
    "row": _row,
    "stairs": _stairs,
    "fork": _fork,
    "side": _side,
    "hub": _hub,
    "paper": _paper,
    "papers": _papers,
    "say": _say,
    "talk": _talk,
    "two": _two,
    "shrink": _shrink,
    "apart": _apart,
    "guide": _guide,
}


def draw(scene: _Scene) -> str:
    """Return a scene as SVG."""
    indigo = scene.get("ground", "indigo") == "indigo" or scene["as"] in ("two", "guide")
    body = cloth(indigo) + LAYOUTS[scene["as"]](scene, indigo)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300">{body}</svg>\n'


def _used(scene: _Scene) -> list[str]:
    flags = [f"flag:{scene['country'].lower()}"] if "country" in scene else []
    return [*scene["icons"], *(s for s in scene.get("signs", []) if ":" in s), *flags]


def scenes() -> None:
    """Write the drawings and their entries."""
    folder = PACK / "pictures" / "scenes"
    folder.mkdir(exist_ok=True)
    listing = PACK / "pictures" / "pictures.yaml"
    listed = yaml.safe_load(listing.read_text("utf-8"))
    listed = [one for one in listed if not one["file"].startswith("pictures/scenes/")]
    drawn = yaml.safe_load(SCENES.read_text("utf-8"))
    for old in folder.glob("*.svg"):
        if old.stem not in drawn:
            old.unlink()
    for name, scene in drawn.items():
        (folder / f"{name}.svg").write_text(draw(scene), "utf-8", newline="\n")
        listed.append(
            {
                "id": name,
                "file": f"pictures/scenes/{name}.svg",
                "alt": {"zh": scene["zh"], "en": scene["en"]},
                "licence": "MIT",
                "origin": origin(_used(scene)),
            }
        )
    written = yaml.safe_dump(listed, allow_unicode=True, sort_keys=False, width=100)
    listing.write_text(written, "utf-8", newline="\n")


if __name__ == "__main__":
    scenes()
