"""The cloth on the home page: the next step, the way on the map, the days that are left."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from pdo_app.content.places import BEIJING, coordinates
from pdo_app.errors import N_
from pdo_app.learning.overview import Overview, State
from pdo_app.ui import tokens
from pdo_app.ui.language import Language, Words
from pdo_app.ui.routes import Place
from pdo_app.ui.theme import Layout, Theme
from pdo_app.ui.view import View
from pdo_app.ui.widgets.button import Button
from pdo_app.ui.widgets.flow import flow
from pdo_app.ui.widgets.label import Label, PairLabel
from pdo_app.ui.widgets.notice import IconLabel
from pdo_app.ui.widgets.route_map import Journey, Land, RouteMap
from pdo_app.ui.widgets.surface import Surface, column, row, stitch


class Hero(Surface):
    """The cloth: the next step at the left, the way on the map, the days that are left."""

    def __init__(self, view: View, overview: Overview, land: Land, today: date) -> None:
        theme = view.theme
        super().__init__(theme, "hero", None, radius=tokens.Radius.hero)
        with_map = theme.layout in (Layout.A, Layout.WIDE)
        self._map = self._make_map(view, overview, land) if with_map else None
        left = _next_step(view, overview)
        label = _Countdown(view, today)
        if theme.layout is Layout.C:
            inner: QHBoxLayout | QVBoxLayout = column(theme.px(16), margins=(theme.px(24),) * 4)
        else:
            pad = theme.px(32)
            inner = row(pad, margins=(pad, theme.px(24), pad, theme.px(24)))
        self.setLayout(inner)
        inner.addLayout(left, 1)
        if with_map:
            self.setMinimumHeight(theme.px(232))
            inner.addWidget(label, 0, Qt.AlignmentFlag.AlignBottom)
            inner.addSpacing(theme.px(160))
        else:
            inner.addWidget(label, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def _make_map(self, view: View, overview: Overview, land: Land) -> RouteMap:
        code = view.frame.person.present.destination
        texts = view.language.texts
        second = texts.second
        names = tuple(
            Words(texts.country(c), texts.country(c, second) if second else None)
            for c in ("CN", code)
        )
        total = max(1, len(overview.modules))
        journey = Journey(
            BEIJING, coordinates(code), (names[0], names[1]), overview.modules_done / total
        )
        made = RouteMap(view.theme, land, journey, west=-13.3, north=66.8)
        made.setParent(self)
        return made

    def resizeEvent(self, event: object) -> None:
        """Keep the map at the right of the cloth, below everything else."""
        if self._map is not None:
            wide = min(600, round(self.width() * 0.5))
            self._map.setGeometry(self.width() - wide, 0, wide - 4, self.height())
            self._map.lower()


def _next_step(view: View, overview: Overview) -> QVBoxLayout:
    theme, language = view.theme, view.language
    box = column(theme.px(4))
    box.addStretch(1)
    next_words = language.words("Next")
    box.addWidget(PairLabel(theme, next_words, "ui_bold", colour="hero_label", second="hero_label"))
    lesson = overview.next
    if lesson is not None:
        module = next(part.module for part in overview.modules if part.module.id == lesson.module)
        title, place = language.show(lesson.title), Place.LESSON
        parts = language.words("Module {n}", n=module.number).main, language.show(module.title).main
        about = " · ".join(parts)
        params = {"lesson": lesson.id}
        action = language.words("Continue")
        left = language.counted("{n} minute left", "{n} minutes left", lesson.minutes)
    else:
        done = overview.steps[1].state is State.DONE
        title = language.words(N_("Get your certificate") if done else N_("Take the final test"))
        place = Place.CERTIFICATE if done else Place.QUIZZES
        about, params, left = "", {}, None
        action = language.words(N_("Show the certificate") if done else N_("To the final test"))
    box.addWidget(PairLabel(theme, title, "h1", colour="on_coat", second="on_coat_2", below=True))
    box.addSpacing(theme.px(4))
    if left is not None:
        time = QWidget()
        clock = row(theme.px(6))
        time.setLayout(clock)
        clock.addWidget(IconLabel(theme, "clock", 16, "on_coat_2"))
        clock.addWidget(Label(theme, left.main, "tool", "on_coat_2"))
        box.addWidget(flow(theme.px(16), Label(theme, about, "tool", "on_coat_2"), time))
    box.addSpacing(theme.px(12))
    forward = Button(theme, action, "cloth", icon="player-play", large=True)
    forward.setObjectName("continue")
    forward.setProperty("ring", "cream")
    forward.clicked.connect(lambda: view.router.go(place, **params))
    whole = Button(theme, Words(language.say("See the whole route")), "cloth_outlined", large=True)
    whole.setProperty("ring", "cream")
    whole.setObjectName("route")
    whole.clicked.connect(lambda: view.router.go(Place.JOURNEY))
    if theme.layout is Layout.C:
        buttons = column(theme.px(12))
        buttons.addWidget(forward)
        buttons.addWidget(whole)
        box.addLayout(buttons)
    else:
        box.addWidget(flow(theme.px(12), forward, whole))
    box.addStretch(1)
    return box


class _Countdown(QWidget):
    """A cream label sewn on the cloth: the days to departure."""

    def __init__(self, view: View, today: date) -> None:
        super().__init__()
        theme, language = view.theme, view.language
        self._theme = theme
        box = column(0, margins=(theme.px(28), theme.px(10), theme.px(28), theme.px(10)))
        self.setLayout(box)
        centre = Qt.AlignmentFlag.AlignCenter
        day = view.frame.person.present.departure
        texts = language.texts
        if day is None:
            words = language.words("Departure day not set")
            label = PairLabel(
                theme, words, "h3", colour="cream_text", second="cream_text_2", below=True
            )
            label.setAlignment(centre)
            box.addWidget(label)
            button = Button(theme, language.words("Set the day"), "quiet")
            button.setObjectName("set_day")
            button.clicked.connect(lambda: view.router.go(Place.SETTINGS))
            box.addWidget(button, 0, centre)
        else:
            for widget in _days_left(theme, language, (day - today).days):
                widget.setAlignment(centre)
                box.addWidget(widget)
            when = texts.date(day, "weekday_day")
            box.addWidget(Label(theme, when, "tool", "cream_text", bold=True), 0, centre)
        policy = (
            QSizePolicy.Policy.Maximum
            if theme.layout is not Layout.C
            else QSizePolicy.Policy.Preferred
        )
        self.setSizePolicy(policy, QSizePolicy.Policy.Maximum)
        # A strut, since a minimum width of its own would hide what the words need.
        box.addStrut(theme.px(216 - 2 * 28))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the label and its stitches."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("cream"))
        painter.drawRoundedRect(QRectF(self.rect()), tokens.Radius.label, tokens.Radius.label)
        painter.setPen(stitch(self._theme.colour("#C4511E"), tokens.Stitch.seam))
        for x in (7, self.width() - 7):
            painter.drawLine(QPointF(x, 8), QPointF(x, self.height() - 8))


def _days_left(theme: Theme, language: Language, days: int) -> list[PairLabel | Label]:
    if days > 0:
        counted = language.counted(
            "<b>{n}</b> day to departure", "<b>{n}</b> days to departure", days
        )
        label = Label(theme, "", "ui", "cream_text")
        label.setTextFormat(Qt.TextFormat.RichText)
        big = f'<span style="font-size:{theme.px(tokens.STYLES["display"].px)}px;font-weight:700">'
        label.setText(counted.main.replace("<b>", big).replace("</b>", "</span>"))
        if not counted.second:
            return [label]
        plain = counted.second.replace("<b>", "").replace("</b>", "")
        return [label, Label(theme, plain, "tool", "cream_text_2")]
    source = N_("Departure is today") if days == 0 else N_("You have left")
    words = language.words(source)
    return [PairLabel(theme, words, "h2", colour="cream_text", second="cream_text_2", below=True)]
