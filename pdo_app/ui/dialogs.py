"""Questions to the person: the title is the question, the buttons are the answers."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from pdo_app.errors import KnownError
from pdo_app.ui.language import Language, Words
from pdo_app.ui.theme import Theme
from pdo_app.ui.widgets.button import Button
from pdo_app.ui.widgets.label import PairLabel
from pdo_app.ui.widgets.page import ScrollPage
from pdo_app.ui.widgets.surface import Card, column, row

_LOW = 300
"""A window of less than so many unscaled pixels leaves room for a small, short title only."""


def is_low(theme: Theme, over: QWidget) -> bool:
    """Tell whether a dialog over this widget must spare height."""
    return over.window().height() < theme.px(_LOW)


class _Dim(QWidget):
    """The page behind a dialog, dimmed."""

    def __init__(self, theme: Theme, over: QWidget) -> None:
        super().__init__(over)
        self._colour = theme.colour("#1E2636")
        self._colour.setAlphaF(0.4)
        self.setGeometry(over.rect())
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Cover the page."""
        QPainter(self).fillRect(self.rect(), self._colour)


class Dialog(QDialog):
    """A dialog over the dimmed page; ``body`` is the column that its owner fills. It is as high
    as its words, at most as its window: then the body scrolls between title and answers."""

    def __init__(self, theme: Theme, over: QWidget, title: Words) -> None:
        super().__init__(over.window())
        self.theme = theme
        self._over = over.window()
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setWindowTitle(title.main)
        self.setAccessibleName(title.spoken)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        card = Card(theme, padding=(28, 20), gap=12)
        outer.addWidget(card)
        self._column = card.body
        edge = theme.px(4)  # room for the focus ring inside of what scrolls
        head = row(0, margins=(edge, edge, edge, 0))
        style = "h3" if is_low(theme, over) else "h2"
        head.addWidget(PairLabel(theme, title, style, below=True))
        self._column.addLayout(head)
        self._content = QWidget()
        self.body = column(theme.px(16), margins=(edge,) * 4)
        self._content.setLayout(self.body)
        self._page = ScrollPage(self._content)
        self._content.installEventFilter(self)
        self._column.addWidget(self._page)
        self._across = theme.px(2 * 28)
        room = self._over.width() - 64
        self.setFixedWidth(min(room, theme.px(560)))

    def answers(self, *buttons: Button) -> None:
        """Put the answers at the foot; the first one given is the safe one and has the focus."""
        gap = self.theme.px(12)
        beside = sum(button.sizeHint().width() + gap for button in buttons)
        stacked = beside > self.width() - self._across
        foot = QVBoxLayout() if stacked else QHBoxLayout()
        foot.setSpacing(gap)
        edge = self.theme.px(4)
        foot.setContentsMargins(edge, 0, edge, edge)
        if not stacked:
            foot.addStretch(1)
        for button in buttons:
            foot.addWidget(button)
        self._column.addLayout(foot)
        buttons[0].setFocus()

    def event(self, event: QEvent) -> bool:
        """Take the height of the words when the dialog is shown."""
        if event.type() is QEvent.Type.Show:
            self._fit()
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take it anew when the words change."""
        if event.type() is QEvent.Type.LayoutRequest and self.isVisible():
            self._fit()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll by keys; Escape gives the safe answer."""
        if not self._page.press(event.key()):
            super().keyPressEvent(event)

    def _fit(self) -> None:
        body = self.body
        wide = self.width() - self._across
        high = body.heightForWidth(wide) if body.hasHeightForWidth() else body.sizeHint().height()
        self._content.setMinimumHeight(high)
        self._page.setFixedHeight(high)
        whole = self._column.heightForWidth(self.width())
        most = self._over.height() - 24
        least = min(high, self.theme.px(48))
        self._page.setFixedHeight(max(least, high - max(0, whole - most)))
        self.setFixedHeight(min(whole, most))
        # It stays in the middle while it grows, and its answers in the window.
        middle = self._over.mapToGlobal(self._over.rect().center())
        self.move(middle.x() - self.width() // 2, middle.y() - self.height() // 2)

    def exec(self) -> int:
        """Show the dialog over the dimmed page until it is answered."""
        dim = _Dim(self.theme, self._over)
        try:
            return super().exec()
        finally:
            dim.deleteLater()


def ask(
    theme: Theme, over: QWidget, title: Words, body: Words, answers: tuple[Words, Words]
) -> bool:
    """Ask a question with two answers. ``answers`` are the safe one and the one that acts.

    Returns True where the person chose to act.
    """
    dialog = Dialog(theme, over, title)
    dialog.body.addWidget(PairLabel(theme, body, "ui", below=True))
    stay = Button(theme, answers[0], "outlined")
    act = Button(theme, answers[1], "filled")
    stay.clicked.connect(dialog.reject)
    act.clicked.connect(dialog.accept)
    dialog.answers(stay, act)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return accepted


def tell(theme: Theme, over: QWidget, language: Language, error: KnownError) -> None:
    """Say what happened and what to do."""
    dialog = Dialog(theme, over, language.message(error.title))
    dialog.body.addWidget(PairLabel(theme, language.message(error.advice), "ui", below=True))
    close = Button(theme, language.words("Understood"), "filled")
    close.clicked.connect(dialog.accept)
    dialog.answers(close)
    dialog.exec()
    dialog.deleteLater()
