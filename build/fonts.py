"""Makes resources/fonts: the fonts that every PC gets, cut to the characters that are needed.

Run it when the content or the catalogues are complete, or when tests/test_fonts.py names a
character that no font has: ``python build/fonts.py``. The results are committed.

Noto Sans SC carries GB 2312 and everything that packs, catalogues and code say. Noto Sans stands
behind it for Latin Extended, Greek and Cyrillic. "Noto Sans SC GBK", a family of its own so that
it is asked last, holds what people type: the rest of GBK and of the 8,105 characters that names
may be registered with in China.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from npm_packages import CHECKOUT, Package, fetch

CHINESE = Package(
    "@expo-google-fonts/noto-sans-sc",
    "0.4.3",
    "OFL-1.1",
    "0d69d0f4971d2ff574e3d93cbc218dc950bf3f3f8f8e2c008d97687ed53aee59",
)
EUROPEAN = Package(
    "@expo-google-fonts/noto-sans",
    "0.4.2",
    "OFL-1.1",
    "98cf14a19b8e67a0e76bfd4d5df98937b9734e6dde570bd750f2259042042548",
)
FOLDER = CHECKOUT / "resources" / "fonts"
SPOKEN = ("resources/packs/**/*", "translations/**/*.po", "pdo_app/**/*.py")
SUFFIXES = {".md", ".yaml", ".po", ".py"}

# Punctuation, currencies, arrows, signs that a sentence may take tomorrow.
SIGNS = [(0x20, 0x7E), (0xA0, 0x17F), (0x2010, 0x205E), (0x20A0, 0x20BF), (0x2100, 0x214F)]
SIGNS += [(0x2190, 0x2199), (0x2460, 0x2473), (0x25A0, 0x25CF), (0x2713, 0x2717), (0x3000, 0x303F)]
SIGNS += [(0xFF00, 0xFFEF)]
# Latin with its extensions and combining marks, IPA, Greek, Cyrillic, Latin Additional, Greek
# Extended, punctuation, currencies and letter-like signs.
LETTERS = [(0x20, 0x7E), (0xA0, 0x36F), (0x370, 0x52F), (0x1E00, 0x1FFF), (0x2000, 0x206F)]
LETTERS += [(0x20A0, 0x20C0), (0x2100, 0x214F), (0x2190, 0x2199), (0x2212, 0x2212)]
# The characters of the Table of General Standard Chinese Characters (2013) in CJK Extension A.
STANDARD_A = (
    "㑇㑊㕮㘎㙍㙘㙦㛃㛚㛹㟃㠇㠓㤘㥄㧐㧑㧟㫰㬊㬎㬚㭎㭕㮾㰀㳇㳘㳚㴔㵐㶲㸆㸌㺄㻬㽏㿠"
    "䁖䂮䃅䃎䅟䌹䎃䎖䏝䏡䏲䐃䓖䓛䓨䓫䓬䗖䗛䗪䗴䜣䝙䢺䢼䣘䥽䦃䲟䲠䲢䴓䴔䴕䴖䴗䴘䴙䶮"
)


def _codec(name: str) -> set[str]:
    """Return the characters of a two-byte codec."""
    pairs = (bytes([first, second]) for first in range(0x81, 0xFF) for second in range(0x40, 0xFF))
    decoded = (pair.decode(name, "ignore") for pair in pairs)
    return {character for character in decoded if len(character) == 1}


def _ranges(ranges: list[tuple[int, int]]) -> set[str]:
    return {chr(code) for first, last in ranges for code in range(first, last + 1)}


def spoken() -> set[str]:
    """Return every character of packs, catalogues and code."""
    found: set[str] = set()
    for pattern in SPOKEN:
        for path in CHECKOUT.glob(pattern):
            if path.suffix in SUFFIXES:
                found |= set(path.read_text("utf-8"))
    return {character for character in found if character.isprintable()}


def _cut(source: Path, wanted: set[str], features: list[str], target: Path) -> TTFont:
    """Write ``source`` with only the ``wanted`` characters to ``target``, and return it."""
    options = Options(
        layout_features=features,
        hinting=False,
        glyph_names=False,
        name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14],
        name_languages=[0x409],
        notdef_outline=True,
        recalc_timestamp=False,
    )
    options.drop_tables += ["BASE", "STAT", "vhea", "vmtx", "gasp", "DSIG"]
    font = TTFont(source, recalcTimestamp=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes={ord(character) for character in wanted})
    subsetter.subset(font)
    font.save(target)
    return font


def _rename(font: TTFont, target: Path, old: str, new: str) -> None:
    """Give a font a family of its own."""
    for record in font["name"].names:
        words = str(record)
        compact = (old.replace(" ", ""), new.replace(" ", ""))
        if record.nameID in (1, 3, 4, 6):
            record.string = words.replace(old, new).replace(*compact)
    font.save(target)


def _cuts() -> Iterator[tuple[str, int]]:
    """Write every font; yield its name and how many characters it has."""
    chinese, european = fetch(CHINESE), fetch(EUROPEAN)
    said = spoken()
    # Greek and Cyrillic words stay in one font: Noto Sans SC has a part of their letters only.
    main = (_codec("gb2312") | _ranges(SIGNS) | said) - _ranges([(0x370, 0x52F)])
    # Nothing replaces letters by ligatures: a PDF made by Qt loses them in its text.
    for weight, number in (("Regular", 400), ("Bold", 700)):
        name = f"NotoSansSC-{weight}.ttf"
        source = chinese / f"{number}{weight}" / f"NotoSansSC_{number}{weight}.ttf"
        font = _cut(source, main, ["kern", "mark", "ccmp"], FOLDER / name)
        yield name, len(font.getBestCmap())
        name = f"NotoSans-{weight}.ttf"
        source = european / f"{number}{weight}" / f"NotoSans_{number}{weight}.ttf"
        wanted = _ranges(LETTERS) | said
        font = _cut(source, wanted, ["kern", "mark", "mkmk", "ccmp", "locl"], FOLDER / name)
        yield name, len(font.getBestCmap())
    name = "NotoSansSC-GBK.ttf"
    source = chinese / "400Regular" / "NotoSansSC_400Regular.ttf"
    typed = _codec("gbk") | set(STANDARD_A) | _ranges([(0x9FA6, 0x9FFF), (0x20000, 0x323AF)])
    font = _cut(source, typed - _codec("gb2312"), [], FOLDER / name)
    _rename(font, FOLDER / name, "Noto Sans SC", "Noto Sans SC GBK")
    yield name, len(font.getBestCmap())


def fonts() -> None:
    """Write resources/fonts with licence and origin, and print the sizes."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    lines = []
    for name, characters in _cuts():
        size = (FOLDER / name).stat().st_size
        print(f"{name:24} {characters:6} characters {size / 1e6:6.2f} MB")
        lines.append(f"| {name} | {characters} | {size / 1e6:.2f} MB |")
    shutil.copyfile(fetch(CHINESE) / "LICENSE_FONT", FOLDER / "OFL.txt")
    shutil.copyfile(fetch(EUROPEAN) / "LICENSE_FONT", FOLDER / "OFL-NotoSans.txt")
    origin = [
        "Made by `build/fonts.py`, which says what each font is for; change it, not the fonts.",
        "",
        f"- NotoSansSC-*: npm package `{CHINESE.name}` {CHINESE.version}, SIL Open Font License "
        "1.1 (`OFL.txt`)",
        f"- NotoSans-*: npm package `{EUROPEAN.name}` {EUROPEAN.version}, SIL Open Font License "
        "1.1 (`OFL-NotoSans.txt`)",
        "",
        "Changed: cut to the characters needed, hinting and features for vertical text and "
        'ligatures left out, the last one renamed to "Noto Sans SC GBK".',
        "",
        "| file | characters | size |",
        "|---|---|---|",
        *lines,
    ]
    (FOLDER / "ORIGIN.md").write_text("\n".join(origin) + "\n", "utf-8", newline="\n")


if __name__ == "__main__":
    fonts()
