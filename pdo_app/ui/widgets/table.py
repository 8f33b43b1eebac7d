"""A table with a sunken head and hairlines. Long words wrap; it never scrolls sideways."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from pdo_app.ui import tokens
from pdo_app.ui.theme import Layout, Theme
from pdo_app.ui.widgets.label import RichLabel
from pdo_app.ui.widgets.surface import Hairline


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as HTML, with its plain words in one or two languages to reckon widths from."""

    html: str
    main: str
    second: str = ""


Cells = tuple[Cell, ...]


class Table(QWidget):
    """``head`` over ``rows``; ``follow`` takes a label and the address of the link in it that was
    clicked.

    In the narrowest layout a table of three or more columns becomes a list: the first cell of
    a row as its title, each other cell under the name of its column.
    """

    def __init__(
        self,
        theme: Theme,
        head: Cells,
        rows: tuple[Cells, ...],
        follow: Callable[[RichLabel, str], None],
    ) -> None:
        super().__init__()
        self._theme, self._follow = theme, follow
        # The first cell of each row, head first; their tops are where the hairlines go.
        self._firsts: list[RichLabel] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if theme.layout is Layout.C and len(head) > 2:
            self._list(head, rows)
        else:
            self._table(head, rows)

    def _label(self, cell: Cell, style: str = "ui", colour: str = "ink") -> RichLabel:
        label = RichLabel(self._theme, cell.html, style, colour)
        label.linkActivated.connect(lambda address: self._follow(label, address))
        return label

    def _table(self, head: Cells, rows: tuple[Cells, ...]) -> None:
        theme = self._theme
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        pads = (theme.px(16), theme.px(10))
        middle = Qt.AlignmentFlag.AlignVCenter
        for y, cells in enumerate((head, *rows)):
            for x, cell in enumerate(cells):
                label = self._label(cell, "ui_bold" if y == 0 else "ui")
                label.setContentsMargins(
                    pads[0], pads[1], pads[0] if x == len(head) - 1 else 0, pads[1]
                )
                label.setAlignment(middle | Qt.AlignmentFlag.AlignLeft)
                grid.addWidget(label, y, x)
                if x == 0:
                    self._firsts.append(label)
            least = tokens.Size.table_header if y == 0 else tokens.Size.table_row
            grid.setRowMinimumHeight(y, theme.px(least))
        for x, natural in enumerate(self._natural(head, rows)):
            if natural <= theme.px(72):
                grid.setColumnMinimumWidth(x, natural + pads[0] + 4)
            else:
                grid.setColumnStretch(x, min(natural, theme.px(440)))

    def _natural(self, head: Cells, rows: tuple[Cells, ...]) -> list[int]:
        """Return how wide each column would like to be."""
        big = QFontMetrics(self._theme.font("ui_bold"))
        small = QFontMetrics(self._theme.font("ui", second=True))
        return [
            max(
                max(big.horizontalAdvance(cell.main), small.horizontalAdvance(cell.second))
                for cell in cells
            )
            for cells in zip(head, *rows, strict=True)
        ]

    def _list(self, head: Cells, rows: tuple[Cells, ...]) -> None:
        theme = self._theme
        box = QVBoxLayout(self)
        across, down = theme.px(20), theme.px(12)
        box.setContentsMargins(across, down, across, down)
        box.setSpacing(theme.px(4))
        # A number alone says nothing as a title; the next cell joins it.
        numbered = all(cells[0].main.strip().isdecimal() for cells in rows)
        first = 1 if numbered else 0
        for y, cells in enumerate(rows):
            if y:
                box.addSpacing(down)
                box.addWidget(Hairline(theme))
                box.addSpacing(down)
            title = cells[first]
            if numbered:
                html = title.html.replace(">", f">{cells[0].main}. ", 1)
                title = Cell(html, title.main, title.second)
            box.addWidget(self._label(title, "ui_bold"))
            for name, cell in zip(head[first + 1 :], cells[first + 1 :], strict=True):
                box.addSpacing(theme.px(4))
                box.addWidget(self._label(name, "caption", "ink_2"))
                box.addWidget(self._label(cell))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card, its head and the hairlines."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        shape = QPainterPath()
        shape.addRoundedRect(area, tokens.Radius.card, tokens.Radius.card)
        painter.fillPath(shape, theme.colour("surface"))
        if self._firsts:
            painter.save()
            painter.setClipPath(shape)
            tops = [label.y() for label in self._firsts[1:]] or [self.height()]
            painter.fillRect(0, 0, self.width(), tops[0], theme.colour("sunken"))
            for top in tops:
                painter.fillRect(0, top, self.width(), 1, theme.colour("line"))
            painter.restore()
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape)
