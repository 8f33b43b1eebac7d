"""What the application says by itself: banner, toast, empty state."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFontMetrics, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pdo_app.ui import tokens
from pdo_app.ui.language import Words
from pdo_app.ui.theme import Theme
from pdo_app.ui.widgets.button import Button, IconButton
from pdo_app.ui.widgets.label import PairLabel
from pdo_app.ui.widgets.surface import Surface


class IconLabel(QWidget):
    """A picture of the icon set without a function of its own."""

    def __init__(self, theme: Theme, name: str, size: int, role: str) -> None:
        from PySide6.QtWidgets import QLabel

        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        picture = QLabel()
        picture.setPixmap(theme.pixmap(name, size, role))
        layout.addWidget(picture)
        self.setFixedSize(theme.px(size), theme.px(size))


class Banner(Surface):
    """A sentence under the top bar that stays until its matter is solved or it is closed.

    ``kind`` is tip, warn or wrong.
    """

    _ICONS = {"tip": "info-circle", "warn": "alert-triangle", "wrong": "alert-triangle"}  # noqa: RUF012

    def __init__(self, theme: Theme, kind: str, words: Words, close: Words) -> None:
        super().__init__(theme, f"{kind}_soft", f"{kind}_line", radius=0)
        layout = QHBoxLayout(self)
        across, down = theme.px(32), theme.px(8)
        layout.setContentsMargins(across, down, theme.px(24), down)
        layout.setSpacing(theme.px(12))
        layout.addWidget(IconLabel(theme, self._ICONS[kind], 20, kind))
        layout.addWidget(PairLabel(theme, words, "tool", below=True), 1)
        closing = IconButton(theme, close, "x")
        closing.clicked.connect(self.hide)
        layout.addWidget(closing, 0, Qt.AlignmentFlag.AlignTop)
        self.setMinimumHeight(theme.px(48))


_TOAST = 360
"""Pixels that the words of a note have at least, where they are so long."""


class Toast(Surface):
    """A note at the bottom left that goes by itself; at most one. Never for errors."""

    def __init__(
        self, theme: Theme, words: Words, undo: tuple[Words, Callable[[], None]] | None = None
    ) -> None:
        super().__init__(theme, "hero", None, radius=tokens.Radius.card)
        layout = QHBoxLayout(self)
        pad = theme.px(12)
        layout.setContentsMargins(theme.px(20), pad, theme.px(16), pad)
        layout.setSpacing(theme.px(16))
        label = PairLabel(theme, words, "ui", colour="on_coat", second="on_coat_2")
        # Words that wrap ask for a narrow column of many lines.
        long = QFontMetrics(theme.font("ui")).horizontalAdvance(f"{words.main} {words.second}")
        label.setMinimumWidth(min(long, _TOAST))
        layout.addWidget(label, 1)
        if undo is not None:
            button = Button(theme, undo[0], "cloth_outlined")
            button.clicked.connect(undo[1])
            button.clicked.connect(self.close)
            layout.addWidget(button)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.close)
        self._timer.start(tokens.Motion.toast_stay)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go at a click: it may lie on what is wanted next."""
        self.close()


class EmptyState(Surface):
    """A stitched box with an icon, one sentence, and one button where there is a next step."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        words: Words,
        action: tuple[Words, Callable[[], None]] | None = None,
    ) -> None:
        super().__init__(theme, None, "line_strong", dashed=True, width=2)
        layout = QVBoxLayout(self)
        pad = theme.px(32)
        layout.setContentsMargins(pad, pad, pad, pad)
        layout.setSpacing(theme.px(16))
        centre = Qt.AlignmentFlag.AlignHCenter
        layout.addWidget(IconLabel(theme, icon, 28, "ink_2"), 0, centre)
        label = PairLabel(theme, words, "ui", below=True)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(label)
        if action is not None:
            button = Button(theme, action[0], "outlined")
            button.clicked.connect(action[1])
            layout.addWidget(button, 0, centre)
