"""A session in a list: its title, days and people, and how far it has come."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from pdo_app.records import TrainingSession
from pdo_app.ui import tokens
from pdo_app.ui.language import Words
from pdo_app.ui.routes import Place
from pdo_app.ui.theme import Layout
from pdo_app.ui.train.naming import STATES, days_words, joined, people_words, state_of
from pdo_app.ui.train.tab import Teaching
from pdo_app.ui.view import View
from pdo_app.ui.widgets.button import Pressable
from pdo_app.ui.widgets.label import ElidedLabel, Label
from pdo_app.ui.widgets.notice import IconLabel
from pdo_app.ui.widgets.patch import Chip
from pdo_app.ui.widgets.surface import column, row


class SessionRow(Pressable):
    """A row that leads to its session."""

    def __init__(self, view: View, teaching: Teaching, session: TrainingSession) -> None:
        super().__init__()
        theme, language = view.theme, view.language
        self._theme = theme
        known = [days_words(language, session)]
        known += [Words(words) for words in (session.place, session.trainer) if words]
        known.append(people_words(language, len(teaching.training.roster.people(session))))
        source, look = STATES[state_of(session, teaching.today())]
        chip = Chip(theme, language.say(source), look)
        pad = theme.px(8)
        line = row(theme.px(12), margins=(pad, pad, pad, pad))
        self.setLayout(line)
        words = column(theme.px(2))
        words.addWidget(ElidedLabel(theme, session.title, "h3"))
        words.addWidget(Label(theme, joined(*known).main, "caption", "ink_2", wrap=True))
        if theme.layout is Layout.C:
            words.addWidget(chip, 0, Qt.AlignmentFlag.AlignLeft)  # else it narrows the column
        line.addLayout(words, 1)
        if theme.layout is not Layout.C:
            line.addWidget(chip)
            line.addWidget(IconLabel(theme, "chevron-right", 20, "ink_2"))
        self.setAccessibleName(
            f"{session.title} {joined(*known).spoken} {language.words(source).spoken}"
        )
        self.setObjectName(f"session_{session.id}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setProperty("radius", tokens.Radius.button)
        self.clicked.connect(lambda: view.router.go(Place.SESSION, session=str(session.id)))

    def minimumSizeHint(self) -> QSize:
        """Return the least width with a low height: the real one follows from the width."""
        return QSize(super().minimumSizeHint().width(), self._theme.px(tokens.Size.button))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a soft ground under the mouse."""
        if self.underMouse() or self.isDown():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("sunken"))
            painter.drawRoundedRect(self.rect(), tokens.Radius.button, tokens.Radius.button)
