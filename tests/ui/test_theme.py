import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from pdo_app import paths
from pdo_app.ui import tokens
from pdo_app.ui.theme import FAMILIES, Layout, Theme, layout_for


@pytest.fixture
def theme(application: QApplication) -> Theme:
    made = Theme(paths.resources())
    made.load_fonts()
    return made


@pytest.fixture
def changes(theme: Theme) -> list[None]:
    heard: list[None] = []
    theme.changed.connect(lambda: heard.append(None))
    return heard


@pytest.mark.parametrize(
    ("width", "scale", "layout"),
    [
        (1366, 100, Layout.A),
        (1366, 125, Layout.B),
        (1366, 150, Layout.B),
        (1366, 200, Layout.C),
        (1920, 100, Layout.WIDE),
        (1920, 150, Layout.A),
        (1920, 200, Layout.B),
        (1600, 100, Layout.WIDE),
        (1599, 100, Layout.A),
        (1179, 100, Layout.B),
        (859, 100, Layout.C),
    ],
)
def test_the_layout_follows_width_and_text_size(width: int, scale: int, layout: Layout) -> None:
    assert layout_for(width, scale) is layout


def test_distances_fonts_and_icons_grow_with_the_text(theme: Theme) -> None:
    theme.choose("light", 150)
    assert theme.px(24) == 36
    assert theme.font("ui").pixelSize() == 24
    assert theme.font("ui", second=True).pixelSize() == 21
    assert theme.pixmap("check", 20).width() == 30 * theme.pixmap("check", 20).devicePixelRatio()
    assert theme.flag("DE", 40).deviceIndependentSize().width() == 60


def test_fonts_are_ours_and_never_faked(theme: Theme) -> None:
    for style in tokens.STYLES:
        font = theme.font(style)
        assert font.families() == FAMILIES
        assert font.weight() in (400, 700)
    assert theme.font("h1").weight() == 700
    assert theme.font("h1", second=True).weight() == 400
    assert theme.font("h1", bold=False).weight() == 400


def test_a_colour_is_a_role_a_fixed_name_or_itself(theme: Theme) -> None:
    theme.choose("dark", 100)
    assert theme.hex("page") == tokens.DARK.page
    assert theme.hex("cream") == tokens.Fixed.cream
    assert theme.hex("#123456") == "#123456"
    with pytest.raises(AttributeError):
        theme.hex("mauve")


def test_icons_take_the_colour_of_the_theme(theme: Theme) -> None:
    light = theme.pixmap("check", 20, "ink").toImage()
    theme.choose("dark", 100)
    assert theme.pixmap("check", 20, "ink").toImage() != light


def test_choosing_the_same_again_changes_nothing(theme: Theme, changes: list[None]) -> None:
    theme.choose("light", 100)
    assert not changes
    theme.choose("dark", 100)
    theme.choose("dark", 100)
    assert len(changes) == 1
    theme.choose("dark", 100, less_motion=True)
    assert len(changes) == 2
    theme.set_width(1366)
    theme.set_width(1300)
    assert len(changes) == 2
    theme.set_width(800)
    assert len(changes) == 3
    assert theme.layout is Layout.C


def test_a_new_text_size_brings_its_layout_along(theme: Theme) -> None:
    seen: list[Layout] = []
    theme.set_width(1366)
    theme.changed.connect(lambda: seen.append(theme.layout))
    for scale in (150, 200, 100):
        theme.choose("light", scale)
    assert seen == [Layout.B, Layout.C, Layout.A]


def test_the_system_theme_follows_the_system(theme: Theme, changes: list[None]) -> None:
    hints = QGuiApplication.styleHints()
    try:
        theme.choose("system", 100)
        hints.setColorScheme(Qt.ColorScheme.Dark)
        assert theme.dark is (hints.colorScheme() is Qt.ColorScheme.Dark)
        hints.setColorScheme(Qt.ColorScheme.Light)
        assert not theme.dark
        theme.choose("light", 100)
        hints.setColorScheme(Qt.ColorScheme.Dark)
        assert not theme.dark
    finally:
        hints.unsetColorScheme()


@pytest.mark.parametrize("scale", tokens.TEXT_SCALES)
def test_the_style_sheet_leaves_nothing_to_fill_in(theme: Theme, scale: int) -> None:
    theme.choose("dark", scale)
    sheet = theme.style_sheet()
    assert "@" not in sheet
    assert tokens.DARK.surface in sheet


def test_a_small_window_with_large_text_is_tight(theme: Theme) -> None:
    theme.choose("light", 200)
    theme.set_width(1000)
    assert not theme.tight
    with_changes: list[bool] = []
    theme.changed.connect(lambda: with_changes.append(theme.tight))
    theme.set_width(900)
    theme.set_width(800)
    assert with_changes == [True], "told although the layout is the same"
    theme.choose("light", 150)
    assert with_changes == [True, False]
