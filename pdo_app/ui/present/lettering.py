"""Words on a slide: lines of one font at a fixed distance, in the pixels of a 1080-line screen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QPainter, QTextLayout, QTextOption

from pdo_app.ui.language import Words
from pdo_app.ui.theme import FAMILIES

SMALLEST = 26
"""Pixels of 1080: nothing on a slide is smaller, so that it reads from eight metres."""


def font(pixels: float, *, bold: bool = False) -> QFont:
    """Return the family in a size in slide pixels, whatever the text size of the console."""
    made = QFont(FAMILIES)
    made.setPixelSize(round(max(pixels, SMALLEST)))
    made.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


class Lettering:
    """Some wrapped lines, ready to be drawn. ``leading`` is the distance of two baselines as a
    multiple of the size."""

    def __init__(
        self, text: str, pixels: float, width: float, *, bold: bool = False, leading: float = 1.32
    ) -> None:
        face = font(pixels, bold=bold)
        self._step = face.pixelSize() * leading
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout = QTextLayout(text, face)
        self._layout.setTextOption(option)
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(width, 1.0))
            spare = self._step - line.height()
            line.setPosition(QPointF(0, self._step * line.lineNumber() + spare / 2))
        self._layout.endLayout()
        self.lines = self._layout.lineCount() if text else 0

    @property
    def height(self) -> float:
        """The height of all lines; nothing for no words."""
        return self._step * self.lines

    @property
    def width(self) -> float:
        """The width of the longest line."""
        places = range(self.lines)
        return max((self._layout.lineAt(n).naturalTextWidth() for n in places), default=0.0)

    def first_lines(self, number: int) -> str:
        """Return the words of the first ``number`` lines."""
        last = self._layout.lineAt(number - 1)
        units = self._layout.text().encode("utf-16-le")  # Qt counts those
        return units[: 2 * (last.textStart() + last.textLength())].decode("utf-16-le", "ignore")

    def draw(self, painter: QPainter, x: float, y: float, colour: QColor) -> float:
        """Draw with the upper left corner at ``x``, ``y``; return where the next thing goes."""
        painter.setPen(colour)
        if self.lines:
            self._layout.draw(painter, QPointF(x, y))
        return y + self.height


def shortened(text: str, pixels: float, width: float, most: int) -> str:
    """Return the words of which ``most`` lines have room, with dots where some are left out."""
    made = Lettering(text, pixels, width)
    if made.lines <= most:
        return text
    kept = made.first_lines(most)
    while len(kept) > 1:
        kept = kept[:-1]
        if Lettering(f"{kept.rstrip()}…", pixels, width).lines <= most:
            break
    return f"{kept.rstrip()}…"


class Pair:
    """Words in one or two languages, the second smaller and below the first."""

    def __init__(
        self, words: Words, pixels: float, width: float, *, bold: bool = False, gap: float = 4
    ) -> None:
        self.main = Lettering(words.main, pixels, width, bold=bold)
        second = words.second or ""
        self.second = Lettering(second, max(pixels * 0.72, SMALLEST), width)
        self._gap = gap if second else 0.0

    @property
    def height(self) -> float:
        """The height of both."""
        return self.main.height + self._gap + self.second.height

    def draw(self, painter: QPainter, at: QPointF, colours: tuple[QColor, QColor]) -> float:
        """Draw both with the upper left corner ``at``; return where the next thing goes."""
        y = self.main.draw(painter, at.x(), at.y(), colours[0])
        return self.second.draw(painter, at.x(), y + self._gap, colours[1])


def fitted(
    words: Sequence[Words],
    sizes: Sequence[float],
    width: float,
    height: float,
    gap: float,
    *,
    bold: bool = False,
) -> tuple[Pair, ...]:
    """Return ``words`` in the first of the ``sizes`` in which all of them, ``gap`` apart, keep
    within ``height``; in the last one where they never do."""
    pairs: tuple[Pair, ...] = ()
    for pixels in sizes:
        pairs = tuple(Pair(one, pixels, width, bold=bold) for one in words)
        if sum(pair.height for pair in pairs) + gap * max(0, len(pairs) - 1) <= height:
            break
    return pairs
