"""Words on paper: plain text, laid out in lines of one font, never read as markup.

All lengths are device units of :data:`PT` to the point. Everything that people typed comes out
as typed: it goes through QTextLayout, which knows no markup and orders right-to-left words.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QPainter, QTextLayout, QTextOption

PT = 10.0
"""Device units to a point of 1/72 inch: a tenth is finer than any printer's dot."""
MM = 72 / 25.4 * PT
"""Device units to a millimetre."""

FAMILIES = ["Noto Sans SC", "Noto Sans", "Noto Sans SC GBK"]
SMALLEST = 9.0
"""The smallest size on paper, in points."""

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
CENTRE = Qt.AlignmentFlag.AlignHCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute


def font(points: float, *, bold: bool = False) -> QFont:
    """Return the paper's font in a size in points."""
    made = QFont(FAMILIES)
    made.setPixelSize(round(max(points, SMALLEST) * PT))
    made.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    # Qt's PDF loses the letters of a ligature when the text is copied: "Certi cate".
    made.setFeature(QFont.Tag("liga"), 0)
    return made


class Paragraph:
    """Some lines of text, ready to be drawn.

    ``leading`` is the distance of two baselines as a multiple of the size. Line feeds in
    ``text`` begin a new line; a word that is too long is broken anywhere.
    """

    def __init__(
        self,
        text: str,
        points: float,
        width: float,
        *,
        bold: bool = False,
        align: Qt.AlignmentFlag = LEFT,
        leading: float = 1.45,
    ) -> None:
        face = font(points, bold=bold)
        self._step = face.pixelSize() * leading
        option = QTextOption(align)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout = QTextLayout("\u2028".join(text.splitlines()), face)
        self._layout.setTextOption(option)
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            # Half of the leading above, half below, so that blocks line up by their middle.
            spare = self._step - line.height()
            line.setPosition(QPointF(0, self._step * line.lineNumber() + spare / 2))
        self._layout.endLayout()

    @property
    def lines(self) -> int:
        """How many lines there are."""
        return self._layout.lineCount()

    @property
    def step(self) -> float:
        """The distance of two baselines."""
        return self._step

    @property
    def height(self) -> float:
        """The height of all lines; nothing for no words."""
        return self._step * self.lines if self._layout.text() else 0.0

    @property
    def baseline(self) -> float:
        """The distance from the upper edge to the first baseline."""
        line = self._layout.lineAt(0)
        return line.y() + line.ascent()

    @property
    def width(self) -> float:
        """The width of the longest line."""
        lines = (self._layout.lineAt(place) for place in range(self.lines))
        return max((line.naturalTextWidth() for line in lines), default=0.0)

    def draw(
        self, painter: QPainter, x: float, y: float, colour: Qt.GlobalColor = Qt.GlobalColor.black
    ) -> None:
        """Draw everything with the upper left corner at ``x``, ``y``; white words stand on a
        black ground."""
        self.draw_lines(painter, x, y, range(self.lines), colour)

    def draw_lines(
        self,
        painter: QPainter,
        x: float,
        y: float,
        lines: range,
        colour: Qt.GlobalColor = Qt.GlobalColor.black,
    ) -> None:
        """Draw some of the lines; the first of them stands at ``y``."""
        painter.setPen(colour)
        for place in lines:
            line = self._layout.lineAt(place)
            line.draw(painter, QPointF(x, y - self._step * lines.start))


def fitted(
    text: str,
    sizes: Sequence[float],
    width: float,
    height: float,
    *,
    bold: bool = False,
    align: Qt.AlignmentFlag = LEFT,
) -> Paragraph:
    """Return ``text`` in the first of the ``sizes`` (points) in which it keeps within
    ``height``; in the last one where it never does."""
    for points in sizes:
        paragraph = Paragraph(text, points, width, bold=bold, align=align, leading=1.4)
        if paragraph.height <= height:
            break
    return paragraph
