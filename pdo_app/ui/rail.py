"""The rail: the indigo cloth at the left that leads everywhere. Emergency sits at its foot."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from pdo_app.errors import N_
from pdo_app.ui import tokens
from pdo_app.ui.language import Language, Words
from pdo_app.ui.routes import Place, Router
from pdo_app.ui.theme import Layout, Theme
from pdo_app.ui.widgets.button import Pressable
from pdo_app.ui.widgets.patch import Mark
from pdo_app.ui.widgets.surface import seam

ITEMS = (
    (Place.HOME, "home", N_("Home")),
    (Place.JOURNEY, "book-2", N_("Learn")),
    (Place.CHECKLISTS, "clipboard-check", N_("Checklists")),
    (Place.QUIZZES, "pencil-question", N_("Quizzes")),
    (Place.COUNTRY, "map-pin", N_("My country")),
)
TRAINER_ITEMS = (
    (Place.TRAINER, "calendar-event", N_("Today")),
    (Place.SESSIONS, "school", N_("Sessions")),
    (Place.COUNTRY, "map-pin", N_("Countries")),
    (Place.CENTRE, "building", N_("Centre")),
)
_EMERGENCY = N_("Emergency")
Items = tuple[tuple[Place, str, str], ...]
BELONGS = {
    Place.LESSON: Place.JOURNEY,
    Place.GLOSSARY: Place.JOURNEY,
    Place.CERTIFICATE: Place.HOME,
    Place.QUIZ: Place.QUIZZES,
    Place.RESULT: Place.QUIZZES,
    Place.SESSION: Place.SESSIONS,
    Place.SESSION_NEW: Place.SESSIONS,
}
"""Which item is lit on a page that is not an item itself."""


def rail_width(theme: Theme, language: Language) -> int:
    """Return the rail's width: 104, or more where enlarged words need it."""
    metrics = QFontMetrics(theme.font("rail_on"))
    sources = (*(source for _, _, source in (*ITEMS, *TRAINER_ITEMS)), _EMERGENCY)
    longest = max(metrics.horizontalAdvance(language.say(source)) for source in sources)
    return max(tokens.Size.rail, longest + 40)


class Rail(QWidget):
    """Builds its items anew whenever theme, layout or language change."""

    def __init__(self, theme: Theme, language: Language, router: Router) -> None:
        super().__init__()
        self._theme, self._language, self._router = theme, language, router
        self._items: dict[Place, _Item] = {}
        self._here: Place | None = None
        self._shown: Items = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 16)
        self._column.setSpacing(0)
        theme.changed.connect(self.renew)
        language.changed.connect(self.renew)
        self.renew()

    def set_place(self, place: Place) -> None:
        """Light the item of a place."""
        self._here = BELONGS.get(place, place)
        for at, item in self._items.items():
            item.setChecked(at is self._here)

    def lead_to(self, items: Items) -> None:
        """Show these items over Emergency, which always stands."""
        if items != self._shown:
            self._shown = items
            self.renew()

    def renew(self) -> None:
        """Build mark, items and Emergency."""
        theme, layout = self._theme, self._column
        while (taken := layout.takeAt(0)) is not None:
            if (old := taken.widget()) is not None:
                old.deleteLater()
        self.setFixedWidth(rail_width(theme, self._language))
        self._items = {}
        if theme.layout is not Layout.C:
            layout.addSpacing(18)
            layout.addWidget(Mark(theme), 0, Qt.AlignmentFlag.AlignHCenter)
            layout.addSpacing(18)
        else:
            layout.addSpacing(8)
        for place, icon, source in self._shown:
            self._add(place, icon, self._language.words(source))
        layout.addStretch(1)
        self._add(Place.EMERGENCY, "phone-call", self._language.words(_EMERGENCY))
        if self._here is not None:
            self.set_place(self._here)

    def _add(self, place: Place, icon: str, words: Words) -> None:
        if self._theme.layout in (Layout.B, Layout.C):
            words = Words(words.main)
        item = _Item(self._theme, words, icon, sos=place is Place.EMERGENCY)
        item.setObjectName(f"rail_{place.value}")
        item.clicked.connect(lambda: self._router.go(place))
        self._items[place] = item
        self._column.addWidget(item)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cloth and its seam."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("rail"))
        seam(painter, self._theme, self.width() - 5, 0, self.height())


class _Item(Pressable):
    """An icon over a word. The current one is a piece of the page, over the seam."""

    def __init__(self, theme: Theme, words: Words, icon: str, *, sos: bool) -> None:
        super().__init__()
        self._theme, self._words, self._icon, self._sos = theme, words, icon, sos
        self.setCheckable(True)
        self.setText(words.spoken)
        self.setAccessibleName(words.spoken)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setProperty("ring", "cream")
        first = QFontMetrics(theme.font("rail_on"))
        need = 26 + first.height() + 12
        if words.second:
            need += QFontMetrics(theme.font("rail", second=True)).height()
        self.setFixedHeight(max(tokens.Size.rail_item, need))

    def nextCheckState(self) -> None:
        """Leave the light to the rail: a click only asks for a place."""

    def sizeHint(self) -> QSize:
        """Return the usual width; the rail gives more where words need it."""
        return QSize(tokens.Size.rail, self.height())

    def _shape(self) -> tuple[QPainterPath, str | None, str, str]:
        """Return outline, fill, icon colour and word colour."""
        path = QPainterPath()
        wide, high = self.width(), self.height()
        on = self.isChecked()
        if self._sos:
            path.addRoundedRect(QRectF(9, 1, wide - 22, high - 2), 12, 12)
            return (
                (path, "cream", "#A31C39", "#A31C39") if on else (path, "sos", "on_sos", "on_sos")
            )
        # Rounded at the left only: the right half reaches beyond the edge.
        path.addRoundedRect(QRectF(8, 0, wide + 12, high), 12, 12)
        if on:
            return path, "page", "thread_text", "ink"
        return path, ("weave" if self.underMouse() else None), "on_coat_2", "on_coat"

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the piece, its icon and its words."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path, fill, icon, ink = self._shape()
        if fill:
            painter.setPen(QPen(theme.colour("sos_line"), 2) if self._sos else Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(fill))
            painter.drawPath(path)
        first, second = theme.font("rail_on"), theme.font("rail", second=True)
        if not self.isChecked() and not self._sos:
            first = theme.font("rail")
        big, small = QFontMetrics(first), QFontMetrics(second)
        high = 26 + 2 + big.height() + (small.height() if self._words.second else 0)
        top = (self.height() - high) // 2
        middle = (self.width() - (4 if self._sos else 0)) / 2
        pixmap = theme.pixmap(self._icon, round(26 * 100 / theme.scale), icon)
        painter.drawPixmap(round(middle - 13), top, pixmap)
        top += 28
        box = QRectF(0, top, 2 * middle, big.height())
        painter.setFont(first)
        painter.setPen(theme.colour(ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._words.main)
        if self._words.second:
            painter.setFont(second)
            painter.setPen(
                theme.colour(ink if self._sos else ("ink_2" if self.isChecked() else ink))
            )
            below = QRectF(0, top + big.height(), 2 * middle, small.height())
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self._words.second)
