"""The theme in force: colours, fonts, and pixels at the chosen text size."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QIcon,
    QPainter,
    QPainterPath,
    QPixmap,
)
from PySide6.QtSvg import QSvgRenderer

from pdo_app.ui import tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

FAMILIES = ["Noto Sans SC", "Noto Sans", "Noto Sans SC GBK"]
_USUAL_WIDTH = 1366  # until the window says its own
_TIGHT = 480
"""Effective width below which heads and tabs of layout C shrink to what fits in two rows."""
FONT_FILES = (
    "NotoSansSC-Regular.ttf",
    "NotoSansSC-Bold.ttf",
    "NotoSans-Regular.ttf",
    "NotoSans-Bold.ttf",
    "NotoSansSC-GBK.ttf",
)


class Layout(StrEnum):
    """How much room there is, by effective width."""

    WIDE = "wide"
    A = "a"
    B = "b"
    C = "c"


def layout_for(width: int, scale: int) -> Layout:
    """Return the layout for a window ``width`` in pixels at a text ``scale`` in per cent."""
    effective = width * 100 / scale
    if effective >= tokens.WIDE:
        return Layout.WIDE
    if effective >= tokens.A:
        return Layout.A
    return Layout.B if effective >= tokens.B else Layout.C


def is_tight(width: int, scale: int) -> bool:
    """Tell whether a window ``width`` in pixels has room for one short row of buttons only."""
    return width * 100 / scale < _TIGHT


class Theme(QObject):
    """Colours, fonts and distances for painters and the style sheet.

    ``changed`` is emitted after a new theme, text scale or layout; a view then builds itself
    anew. ``resources`` is the folder with ``fonts``, ``icons`` and ``style.qss``.
    """

    changed = Signal()

    def __init__(self, resources: Path) -> None:
        super().__init__()
        self._resources = resources
        self._choice = "light"
        self.dark = False
        self.scale = 100
        self.layout = Layout.A
        self.tight = False
        self._width = _USUAL_WIDTH
        self.less_motion = False
        self.colours = tokens.LIGHT
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._system_changed)
        self._icon = lru_cache(maxsize=512)(self._paint_icon)
        self._flag = lru_cache(maxsize=64)(self._paint_flag)

    def load_fonts(self) -> None:
        """Register the fonts that come with the application and make them the default."""
        for name in FONT_FILES:
            QFontDatabase.addApplicationFont(str(self._resources / "fonts" / name))
        QGuiApplication.setFont(self.font("ui"))

    def choose(self, choice: str, scale: int, *, less_motion: bool = False) -> None:
        """Take a theme (light, dark or system) and a text scale in per cent."""
        self._choice = choice
        dark = choice == "dark" or (choice == "system" and self._system_is_dark())
        same = (dark, scale, less_motion) == (self.dark, self.scale, self.less_motion)
        if same:
            return
        self.dark, self.scale, self.less_motion = dark, scale, less_motion
        self.layout, self.tight = layout_for(self._width, scale), is_tight(self._width, scale)
        self.colours = tokens.DARK if dark else tokens.LIGHT
        self.changed.emit()

    def set_width(self, width: int) -> None:
        """Take the window's new width in pixels; a new layout may follow from it."""
        self._width = width
        layout, tight = layout_for(width, self.scale), is_tight(width, self.scale)
        if layout is not self.layout or tight is not self.tight:
            self.layout, self.tight = layout, tight
            self.changed.emit()

    def px(self, pixels: float) -> int:
        """Return a distance at the chosen text scale."""
        return round(pixels * self.scale / 100)

    def colour(self, role: str) -> QColor:
        """Return the colour of a role: a field of the palette, a fixed name, or ``#rrggbb``."""
        return QColor(self.hex(role))

    def hex(self, role: str) -> str:
        """Return the colour of a role as ``#rrggbb``."""
        if role.startswith("#"):
            return role
        found: str = getattr(self.colours, role, None) or getattr(tokens.Fixed, role)
        return found

    def font(self, style: str, *, second: bool = False, bold: bool | None = None) -> QFont:
        """Return the font of a type style; ``second`` is the smaller one of the other language."""
        chosen = tokens.STYLES[style]
        return self.font_px(
            chosen.second_px if second else chosen.px,
            bold=(chosen.bold and not second) if bold is None else bold,
        )

    def font_px(self, pixels: float, *, bold: bool = False) -> QFont:
        """Return the family at a size in unscaled pixels."""
        font = QFont(FAMILIES)
        font.setPixelSize(max(1, self.px(pixels)))
        font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
        # Vertical hinting only: glyph advances stay those of the design at every size.
        font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
        return font

    def pixmap(self, name: str, size: int, role: str = "ink") -> QPixmap:
        """Return the icon ``name`` in a colour role, ``size`` unscaled pixels square."""
        ratio = QGuiApplication.primaryScreen().devicePixelRatio()
        return self._icon(name, self.px(size), self.hex(role), ratio)

    def flag(self, code: str, width: int) -> QPixmap:
        """Return the flag of a country, ``width`` unscaled pixels wide, a quarter less high."""
        ratio = QGuiApplication.primaryScreen().devicePixelRatio()
        return self._flag(code, self.px(width), self.hex("line"), ratio)

    def icon(self, name: str, size: int, role: str = "ink") -> QIcon:
        """Return the icon ``name`` for Qt's own buttons and menus."""
        from PySide6.QtGui import QIcon  # its enums are made when its name is first touched

        return QIcon(self.pixmap(name, size, role))

    def style_sheet(self) -> str:
        """Return the style sheet: ``@role`` becomes a colour, ``@12px`` a scaled distance."""
        import re

        text = (self._resources / "style.qss").read_text(encoding="utf-8")
        text = re.sub(r"@(\d+)px", lambda m: f"{self.px(int(m[1]))}px", text)
        return re.sub(r"@([a-z_0-9]+)", lambda m: self.hex(m[1]), text)

    def _paint_icon(self, name: str, size: int, colour: str, ratio: float) -> QPixmap:
        source = (self._resources / "icons" / f"{name}.svg").read_text(encoding="utf-8")
        return svg_pixmap(source.replace("currentColor", colour).encode(), QSize(size, size), ratio)

    def _paint_flag(self, code: str, width: int, edge: str, ratio: float) -> QPixmap:
        size = QSize(width, round(width * 3 / 4))
        source = (self._resources / "flags" / f"{code.lower()}.svg").read_bytes()
        pixmap = QPixmap(size * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(0.5, 0.5, size.width() - 1, size.height() - 1)
        shape = QPainterPath()
        shape.addRoundedRect(area, tokens.Radius.label, tokens.Radius.label)
        painter.setClipPath(shape)
        painter.drawPixmap(0, 0, svg_pixmap(source, size, ratio))
        painter.setClipping(False)
        painter.setPen(QColor(edge))
        painter.drawPath(shape)
        painter.end()
        return pixmap

    def _system_is_dark(self) -> bool:
        return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark

    def _system_changed(self) -> None:
        if self._choice == "system":
            self.choose("system", self.scale, less_motion=self.less_motion)


def svg_pixmap(source: bytes, size: QSize, ratio: float = 1.0) -> QPixmap:
    """Draw an SVG into a pixmap of ``size`` logical pixels, keeping its proportions."""
    pixmap = QPixmap(size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(QByteArray(source))
    drawn = renderer.defaultSize().scaled(size, Qt.AspectRatioMode.KeepAspectRatio)
    left = (size.width() - drawn.width()) / 2
    top = (size.height() - drawn.height()) / 2
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(left, top, drawn.width(), drawn.height()))
    painter.end()
    return pixmap
