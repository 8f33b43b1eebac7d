"""The fonts that come with the application show every character that it can say."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from pathlib import Path

import pytest
from babel import Locale
from fontTools.ttLib import TTFont

from pdo_app import paths
from pdo_app.content.reader import read
from pdo_app.ui.theme import FAMILIES, FONT_FILES

FONTS = paths.resources() / "fonts"
CHECKOUT = Path(__file__).parent.parent
SOURCES = {
    "packs": [p for s in ("md", "yaml") for p in CHECKOUT.glob(f"resources/packs/**/*.{s}")],
    "catalogues": [*CHECKOUT.glob("translations/**/*.po"), *CHECKOUT.glob("translations/*.pot")],
    "code": [*CHECKOUT.glob("pdo_app/**/*.py")],
}


@lru_cache
def characters(name: str) -> frozenset[str]:
    with TTFont(FONTS / name, lazy=True) as font:
        return frozenset(map(chr, font.getBestCmap()))


def drawn() -> frozenset[str]:
    return frozenset().union(*map(characters, FONT_FILES))


def lacking(words: str, known: frozenset[str]) -> list[str]:
    wanted = {c for c in words if c.isprintable() and unicodedata.category(c) != "Cf"}
    return sorted(wanted - known)


@pytest.mark.parametrize("kind", SOURCES)
def test_every_character_is_drawn(kind: str) -> None:
    for path in SOURCES[kind]:
        missing = lacking(path.read_text("utf-8"), drawn())
        where = path.relative_to(CHECKOUT)
        assert not missing, f"{where} needs {missing}: run python build/fonts.py"


@pytest.mark.parametrize("kind", ["packs", "catalogues"])
def test_what_is_said_is_drawn_bold_too(kind: str) -> None:
    bold = characters("NotoSansSC-Bold.ttf") | characters("NotoSans-Bold.ttf")
    for path in SOURCES[kind]:
        missing = lacking(path.read_text("utf-8"), bold)
        assert not missing, f"{path.relative_to(CHECKOUT)}: no bold {missing}"


def test_what_the_build_adds_is_drawn() -> None:
    pack = read(CHECKOUT / "resources" / "packs" / "core").pack
    words = [term.pinyin for term in pack.terms]
    words += [day.local for found in pack.holidays for day in found.days]
    words += [region.name.en for found in pack.holidays for region in found.regions]
    bold = characters("NotoSansSC-Bold.ttf") | characters("NotoSans-Bold.ttf")
    assert words
    assert not lacking("".join(words), drawn() & bold)


def test_names_of_countries_and_languages_are_drawn() -> None:
    for name in ("zh_Hans_CN", "en_GB"):
        locale = Locale.parse(name)
        words = [*locale.territories.values(), *locale.languages.values()]
        words += [
            *locale.months["format"]["wide"].values(),
            *locale.days["format"]["wide"].values(),
        ]
        assert not lacking("".join(words), drawn())


def test_what_people_type_is_drawn() -> None:
    pairs = (bytes([a, b]) for a in range(0x81, 0xFF) for b in range(0x40, 0xFF))
    gbk = "".join(pair.decode("gbk", "ignore") for pair in pairs)
    assert len(gbk) > 21_000
    # Two of GBK's characters have no glyph in Noto Sans SC; both are of no name.
    assert len(lacking(gbk, drawn())) <= 2
    assert not lacking("刘喆玥堃祎翀珺昇瑄濛垚赟䶮", drawn())
    assert not lacking("ąčőșħ Ελλάδα Ἀθῆναι България Łódź Þórr", drawn())


def test_the_families_are_those_that_the_theme_asks_for() -> None:
    named = {}
    for name in FONT_FILES:
        with TTFont(FONTS / name, lazy=True) as font:
            named[font["name"].getDebugName(1)] = font["name"].getDebugName(2)
    assert list(named) == FAMILIES


def test_no_font_joins_letters() -> None:
    # A PDF made by Qt loses ligatures when its text is read again.
    for name in FONT_FILES:
        with TTFont(FONTS / name) as font:
            rules = font["GSUB"].table.FeatureList.FeatureRecord if "GSUB" in font else []
            assert not {rule.FeatureTag for rule in rules} & {"liga", "clig", "dlig"}


def test_licences_stand_beside_the_fonts() -> None:
    for name in ("OFL.txt", "OFL-NotoSans.txt"):
        assert "SIL OPEN FONT LICENSE" in (FONTS / name).read_text("utf-8").upper()
