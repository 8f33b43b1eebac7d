"""Makes resources/icons and resources/flags from their packages.

Run it after adding a name to icons.txt: ``python build/icons.py``. The results are committed.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import yaml
from npm_packages import CHECKOUT, Package, fetch

TABLER = Package(
    "@tabler/icons",
    "3.51.0",
    "MIT",
    "b30108713d3fa60aee862c2a133225da8e0f309be0708fe2925763ff810c766c",
)
FLAGS = Package(
    "flag-icons",
    "7.5.0",
    "MIT",
    "c0b80bf0e08006a60f56621d6bc49f8c7131f4d1fef6737a165a673431f4b518",
)
STROKE = "1.75"

ICONS = Path(__file__).with_suffix(".txt").read_text("utf-8").split()

# The name that somebody may look for, and the icon that stands for it.
SAME = {"fire": "flame"}

# Qt's SVG knows no clip path: these flags are drawn wider than their frame and end at it here.
CUT = {
    "is": [("M0 0h666.7", "M0 0h640"), ("h373.4v", "H640v"), ("h400v53.4h-400", "H640v53.4H266.7")],
    "si": [
        ("M-62 0H962v512H-62z", "M-15 0H667.6v512H-15z"),
        ("M-62 341.3H962V512H-62z", "M-15 341.3H667.6V512H-15z"),
        ("M-62 170.7H962v170.6H-62z", "M-15 170.7H667.6v170.6H-15z"),
    ],
}


def one_line(svg: str) -> str:
    """Return the drawing without line breaks between tags, class names and empty frame."""
    svg = re.sub(r'\s+class="[^"]*"', "", svg)
    svg = re.sub(r'<path stroke="none" d="M0 0h24v24H0z" fill="none" ?/>', "", svg)
    svg = re.sub(r"\s+", " ", svg)
    return re.sub(r"\s*(<|/?>)\s*", r"\1", svg).strip() + "\n"


def icons() -> None:
    """Write resources/icons."""
    source, target = fetch(TABLER), CHECKOUT / "resources" / "icons"
    empty_folder(target)
    for name, drawn in sorted({**{name: name for name in ICONS}, **SAME}.items()):
        svg = (source / "icons" / "outline" / f"{drawn}.svg").read_text("utf-8")
        svg = one_line(svg.replace('stroke-width="2"', f'stroke-width="{STROKE}"'))
        (target / f"{name}.svg").write_text(svg, "utf-8", newline="\n")
    shutil.copyfile(source / "LICENSE", target / "LICENSE-tabler")
    same = "".join(f"`{name}` is `{drawn}` of the set. " for name, drawn in SAME.items())
    _origin(target, TABLER, f"The outline icons, with stroke-width {STROKE} instead of 2. {same}")


def flags() -> None:
    """Write resources/flags: the destinations and China, 4 by 3."""
    source, target = fetch(FLAGS), CHECKOUT / "resources" / "flags"
    empty_folder(target)
    destinations = yaml.safe_load((CHECKOUT / "resources/packs/core/pack.yaml").read_text("utf-8"))
    for code in [*map(str.lower, destinations["destinations"]), "cn"]:
        svg = (source / "flags" / "4x3" / f"{code}.svg").read_text("utf-8")
        for wide, cut in CUT.get(code, []):
            if wide not in svg:
                raise SystemExit(f"The flag {code} has changed: look at CUT.")
            svg = svg.replace(wide, cut)
        (target / f"{code}.svg").write_text(one_line(svg), "utf-8", newline="\n")
    shutil.copyfile(source / "LICENSE", target / "LICENSE-flag-icons")
    _origin(target, FLAGS, "The flags 4 by 3 of the 31 destinations and of China. ")


def empty_folder(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.svg"):
        old.unlink()


def _origin(folder: Path, package: Package, words: str) -> None:
    text = (
        f"From the npm package `{package.name}` {package.version}, licence {package.licence} "
        f"(text beside this file). {words.strip()}\n\nMade by `build/icons.py`; change the list "
        "there, not the files here.\n"
    )
    (folder / "ORIGIN.md").write_text(text, "utf-8", newline="\n")


if __name__ == "__main__":
    icons()
    flags()
