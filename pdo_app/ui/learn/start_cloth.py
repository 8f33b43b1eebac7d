"""The cloth of the first start: what this is, where the journey goes, and help in an emergency."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from pdo_app.content.places import BEIJING, coordinates
from pdo_app.ui import tokens
from pdo_app.ui.routes import Place
from pdo_app.ui.theme import Layout
from pdo_app.ui.view import View
from pdo_app.ui.widgets.button import Button
from pdo_app.ui.widgets.label import PairLabel
from pdo_app.ui.widgets.patch import Mark
from pdo_app.ui.widgets.route_map import Journey, Land, RouteMap
from pdo_app.ui.widgets.surface import column, row, seam, stitch

_WEAVE = (2.76, 1.83)
_MAP_HEIGHT = 300
_MAP_LEAST = 150
_WEST, _NORTH = -14.0, 80.0


class Cloth(QWidget):
    """Stands at the left in the wide layouts, else lies on top as a strip."""

    def __init__(self, view: View, land: Land, destination: str | None) -> None:
        super().__init__()
        self._theme = view.theme
        self._upright = view.theme.layout in (Layout.A, Layout.WIDE)
        if self._upright:
            self._window = _MapWindow(view, land, _journey(destination))
            self._stand(view)
        else:
            self._lie(view)

    def show_destination(self, code: str | None) -> None:
        """Draw the way to a country."""
        if self._upright:
            self._window.map.show_journey(_journey(code))

    def _stand(self, view: View) -> None:
        theme, language = view.theme, view.language
        wide = theme.layout is Layout.WIDE
        self.setFixedWidth(theme.px(560 if wide else 440))
        box = column(0, margins=(0, theme.px(40), 0, theme.px(32)))
        self.setLayout(box)
        side = end = theme.px(40)
        words = column(0, margins=(side, 0, end, 0))
        words.addWidget(Mark(theme, theme.px(60)), 0, Qt.AlignmentFlag.AlignLeft)
        words.addSpacing(theme.px(24))
        name = language.words("PDO Companion")
        words.addWidget(
            PairLabel(
                theme, name, "display", colour="on_coat", second="on_coat_2", below=True, bold=True
            )
        )
        words.addSpacing(theme.px(20))
        about = language.words("What to know before you go to work in Europe.")
        words.addWidget(
            PairLabel(theme, about, "ui", colour="on_coat", second="on_coat_2", below=True)
        )
        words.addSpacing(theme.px(8))
        private = language.words("No internet needed. Your data stays on this computer.")
        words.addWidget(
            PairLabel(theme, private, "ui", colour="on_coat", second="on_coat_2", below=True)
        )
        box.addLayout(words)
        box.addWidget(self._window, 1)
        foot = column(0, margins=(side, theme.px(8), end, 0))
        foot.addWidget(_emergency(view))
        box.addLayout(foot)

    def _lie(self, view: View) -> None:
        theme = view.theme
        narrow = theme.layout is Layout.C
        pad = theme.px(16 if narrow else 32)
        box = row(theme.px(16), margins=(pad, theme.px(8), pad, theme.px(12)))
        self.setLayout(box)
        self.setMinimumHeight(theme.px(72 if narrow else 96))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        box.addWidget(Mark(theme, theme.px(40 if narrow else 52)))
        name = view.language.words("PDO Companion")
        box.addWidget(
            PairLabel(theme, name, "h1", colour="on_coat", second="on_coat_2", below=True), 1
        )
        box.addWidget(_emergency(view))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cloth and its seam."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("rail"))
        if self._upright:
            seam(painter, self._theme, self.width() - 7, 0, self.height())
        else:
            painter.setPen(stitch(self._theme.colour("seam"), tokens.Stitch.seam))
            y = self.height() - 5
            painter.drawLine(QPointF(0, y), QPointF(self.width(), y))


class _MapWindow(QWidget):
    """Shows the map down to its foot, cropped from the top; nothing where it would be a strip."""

    def __init__(self, view: View, land: Land, journey: Journey) -> None:
        super().__init__()
        # A wider cloth shows more of the sea at the left, so that the way stays in the middle.
        west = _WEST - (16.0 if view.theme.layout is Layout.WIDE else 0.0)
        self.map = RouteMap(view.theme, land, journey, west=west, north=_NORTH, weave=_WEAVE)
        self.map.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the map at the foot and off the seam."""
        self.map.setVisible(self.height() >= _MAP_LEAST)
        self.map.setGeometry(0, self.height() - _MAP_HEIGHT, self.width() - 10, _MAP_HEIGHT)


def _journey(code: str | None) -> Journey:
    return Journey(BEIJING, coordinates(code) if code else None)


def _emergency(view: View) -> Button:
    button = Button(
        view.theme, view.language.words("Emergency"), "sos", icon="phone-call", large=True
    )
    button.setObjectName("emergency")
    button.setProperty("ring", "cream")
    button.clicked.connect(lambda: view.router.go(Place.EMERGENCY))
    return button
