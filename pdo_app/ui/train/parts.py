"""Parts that several of a trainer's screens have."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from pdo_app.records import TrainingSession
from pdo_app.ui import tokens
from pdo_app.ui.language import Words
from pdo_app.ui.routes import Place
from pdo_app.ui.theme import Layout, Theme
from pdo_app.ui.view import View
from pdo_app.ui.widgets.button import Button
from pdo_app.ui.widgets.page import ScrollPage
from pdo_app.ui.widgets.surface import column


def sides(theme: Theme, top: int = 24) -> tuple[int, int, int, int]:
    """Return the distances of a page's content from its edges; ``top`` in unscaled pixels."""
    side = theme.px(tokens.Size.page_padding) if theme.layout is not Layout.C else 24
    return side, theme.px(top), side, theme.px(32)


def scrolled(
    theme: Theme,
    parts: Iterable[QWidget],
    *,
    gap: int = 16,
    top: int = 24,
    most: int = tokens.Size.page_max,
) -> ScrollPage:
    """Return a page that scrolls, with ``parts`` one below the other. ``gap``, ``top`` and the
    largest width ``most`` are unscaled pixels."""
    body = QWidget()
    inner = column(theme.px(gap), margins=sides(theme, top))
    body.setLayout(inner)
    for part in parts:
        inner.addWidget(part)
    inner.addStretch(1)
    body.setMaximumWidth(theme.px(most) + 2 * sides(theme)[0])
    page = ScrollPage(body)
    page.setObjectName("page")
    return page


def present_button(view: View, session: TrainingSession, look: str = "outlined") -> Button:
    """Return the button that begins or goes on to present a session."""
    words = view.language.words("Present")
    in_a_bar = look == "outlined"
    if view.theme.layout is Layout.C or (view.theme.layout is Layout.B and in_a_bar):
        words = Words(words.main)
    button = Button(view.theme, words, look, icon="presentation", large=look == "filled")
    button.setObjectName("present")
    button.clicked.connect(lambda: view.router.go(Place.PRESENT, session=str(session.id)))
    return button


def new_session_button(view: View, look: str) -> Button:
    """Return the button that leads to the planning of a session; ``look`` is that of a Button."""
    theme, words = view.theme, view.language.words("New session")
    if theme.layout is Layout.C:
        words = Words(words.main)
    button = Button(theme, words, look, icon="plus" if not theme.tight else "")
    button.setObjectName("new_session")
    button.clicked.connect(lambda: view.router.go(Place.SESSION_NEW))
    return button
