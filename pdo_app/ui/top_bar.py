"""The bar on top of every page: its title, the language switch, the text size, the person."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QMenu, QSizePolicy, QWidget

from pdo_app.errors import N_
from pdo_app.records import Mode
from pdo_app.ui import tokens
from pdo_app.ui.language import Words
from pdo_app.ui.routes import Place
from pdo_app.ui.theme import Layout
from pdo_app.ui.view import Frame
from pdo_app.ui.widgets.button import Button
from pdo_app.ui.widgets.choice import Segments
from pdo_app.ui.widgets.flow import flow
from pdo_app.ui.widgets.label import PairLabel

MODES = (Mode.CHINESE, Mode.BOTH, Mode.ENGLISH)
_MODE_NAMES = (Words("中文"), Words("双语"), Words("EN"))
_LEARNER_MENU = (
    (N_("Settings"), "settings", Place.SETTINGS),
    (N_("Switch person"), "users", Place.PEOPLE),
)
_TRAINER_MENU = (
    (N_("Centre"), "building", Place.CENTRE),
    (N_("Leave the trainer's area"), "logout", Place.PEOPLE),
)


class TopBar(QWidget):
    """``title`` at the left; at the right what every page offers. ``lead`` replaces the title,
    for pages with a way back; ``tools`` stand before the language switch."""

    def __init__(
        self,
        frame: Frame,
        title: Words,
        *,
        lead: QWidget | None = None,
        tools: tuple[QWidget, ...] = (),
        person: bool = True,
    ) -> None:
        super().__init__()
        self._frame = frame
        theme = frame.theme
        layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        pad = theme.px(tokens.Size.page_padding) if theme.layout is not Layout.C else 24
        layout.setContentsMargins(pad, 8, pad, 8)
        layout.setSpacing(theme.px(12))
        if lead is None:
            lead = PairLabel(theme, title, "h1", below=theme.layout in (Layout.B, Layout.C))
            lead.setObjectName("title")
        layout.addWidget(lead, 1, Qt.AlignmentFlag.AlignVCenter)
        self._box, self._lead = layout, lead
        tools = (*tools, self._modes(), text_size_button(frame))
        if person and not frame.person.nobody:
            tools = (*tools, self._person())
        # The narrowest window with the largest text holds just one row of them.
        self._tools = flow(theme.px(12 if theme.layout is not Layout.C else 4), *tools)
        layout.addWidget(self._tools, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setMinimumHeight(theme.px(tokens.Size.top_bar) if not theme.tight else 0)
        # A title that wraps makes the bar higher.
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the tools below the title where both have no room side by side."""
        edges, tools = self._box.contentsMargins(), self._tools.sizeHint().width()
        needed = edges.left() + self._lead.minimumSizeHint().width() + self._box.spacing()
        beside = needed + tools + edges.right() <= self.width()
        self._tools.setMinimumWidth(tools if beside else 0)
        wanted = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._box.direction() is not wanted:
            self._box.setDirection(wanted)

    def _modes(self) -> QWidget:
        current = MODES.index(self._frame.language.mode)
        if self._frame.theme.tight:
            return _mode_button(self._frame)
        switch = Segments(self._frame.theme, _MODE_NAMES, current, name="mode")
        switch.chosen.connect(lambda at: self._frame.preferences.change(mode=MODES[at]))
        return switch

    def _person(self) -> Button:
        frame = self._frame
        learner = frame.person.learner
        metrics = QFontMetrics(frame.theme.font("tool"))
        name = frame.language.say("Trainer") if learner is None else " ".join(learner.name.split())
        short = metrics.elidedText(name, Qt.TextElideMode.ElideRight, frame.theme.px(96))
        icon_only = frame.theme.layout is Layout.C or (
            frame.theme.layout is Layout.B and learner is None  # a trainer has no name here
        )
        button = Button(frame.theme, Words("" if icon_only else short), "tool", icon="user")
        button.setToolTip(escape(name))
        button.setAccessibleName(f"{frame.language.words('Person').spoken}: {name}")
        button.setObjectName("person")
        button.clicked.connect(lambda: _drop_down(button, _person_menu(frame, button)))
        return button


def _person_menu(frame: Frame, button: Button) -> QMenu:
    menu = QMenu(button)
    menu.setFont(frame.theme.font("ui"))
    for source, icon, place in _TRAINER_MENU if frame.person.trainer else _LEARNER_MENU:
        spoken = frame.language.words(source).spoken
        action = QAction(frame.theme.icon(icon, 20), spoken, menu)
        action.triggered.connect(lambda _=False, p=place: frame.router.go(p))
        menu.addAction(action)
    return menu


def _mode_button(frame: Frame) -> Button:
    """Return the button that opens the menu of languages, where three pieces have no room."""
    current = _MODE_NAMES[MODES.index(frame.language.mode)]
    button = Button(frame.theme, current, "tool")
    button.setAccessibleName(f"{frame.language.words('Language').spoken}: {current.main}")
    button.setObjectName("mode")
    button.clicked.connect(lambda: _drop_down(button, _mode_menu(frame, button)))
    return button


def _mode_menu(frame: Frame, button: Button) -> QMenu:
    menu = QMenu(button)
    menu.setFont(frame.theme.font("ui"))
    for mode, words in zip(MODES, _MODE_NAMES, strict=True):
        action = QAction(words.main, menu, checkable=True)
        action.setChecked(mode is frame.language.mode)
        action.triggered.connect(lambda _=False, m=mode: frame.preferences.change(mode=m))
        menu.addAction(action)
    return menu


def text_size_button(frame: Frame) -> Button:
    """Return the button that opens the menu of text sizes."""
    scale = frame.preferences.settings.text_scale
    word = Words(frame.language.say("Text size"))
    if scale != 100:
        word = Words(f"{scale}%" if not frame.theme.tight else "")
    button = Button(frame.theme, word, "tool", icon="text-size")
    button.setAccessibleName(f"{frame.language.words('Text size').spoken} {scale}%")
    button.setObjectName("text_size")
    button.clicked.connect(lambda: _drop_down(button, _size_menu(frame, button)))
    return button


def _size_menu(frame: Frame, button: Button) -> QMenu:
    menu = QMenu(button)
    menu.setFont(frame.theme.font("ui"))
    for step in tokens.TEXT_SCALES:
        action = QAction(f"{step}%", menu, checkable=True)
        action.setChecked(step == frame.preferences.settings.text_scale)
        action.triggered.connect(lambda _=False, s=step: frame.preferences.change(text_scale=s))
        menu.addAction(action)
    return menu


def _drop_down(button: QWidget, menu: QMenu) -> None:
    """Open a menu below its button, its right edge at the button's. It is made when it opens
    and goes when it closes: most pages are left without it."""
    menu.aboutToHide.connect(menu.deleteLater)
    right = button.mapToGlobal(
        QPoint(button.width() - menu.sizeHint().width(), button.height() + 4)
    )
    menu.popup(right)
