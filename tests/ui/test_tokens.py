import re
from dataclasses import fields

import pytest

from pdo_app.ui import tokens
from pdo_app.ui.tokens import DARK, LIGHT, Fixed, Palette

PALETTES = {"light": LIGHT, "dark": DARK}
ON_CLOTH = (
    ("cream_ink", "cream"),
    ("cream_text", "cream"),
    ("cream_text_2", "cream"),
    ("late_text", "late_bg"),
)
"""Words on the labels of the cloth, which keep their colours in both themes."""


def luminance(colour: str) -> float:
    """The relative luminance of WCAG 2.2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.2, from 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_formula_gives_the_ratios_that_are_known() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#FFFFFF", "#767676") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
@pytest.mark.parametrize(("front", "back", "least"), tokens.CONTRAST)
def test_words_and_edges_stand_out(palette: Palette, front: str, back: str, least: float) -> None:
    assert contrast(getattr(palette, front), getattr(palette, back)) >= least


@pytest.mark.parametrize(("front", "back"), ON_CLOTH)
def test_words_on_cream_labels_stand_out(front: str, back: str) -> None:
    assert contrast(getattr(Fixed, front), getattr(Fixed, back)) >= 4.5


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_the_label_on_the_hero_stands_out(palette: Palette) -> None:
    assert contrast(Fixed.hero_label, palette.hero) >= 4.5


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_every_colour_is_six_hexadecimal_figures(palette: Palette) -> None:
    for field in fields(palette):
        assert re.fullmatch(r"#[0-9A-F]{6}", getattr(palette, field.name)), field.name


def test_nothing_is_smaller_than_look_allows() -> None:
    for name, style in tokens.STYLES.items():
        assert style.px >= 13, name
        assert style.second_px >= (12 if name.startswith("rail") else 13), name


def test_targets_are_forty_pixels() -> None:
    size = tokens.Size
    targets = (size.button, size.button_large, size.field, size.tool, size.checkbox_hit)
    assert min(targets) >= 40
