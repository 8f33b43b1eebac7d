"""Questions to the person: the title is the question, the buttons are the answers."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from pdo_app.errors import KnownError
from pdo_app.ui.language import Language, Words
from pdo_app.ui.theme import Layout, Theme
from pdo_app.ui.widgets.button import Button
from pdo_app.ui.widgets.label import PairLabel
from pdo_app.ui.widgets.surface import Card


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
    """A dialog over the dimmed page; ``body`` is the column that its owner fills."""

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
        card = Card(theme, padding=(32, 24), gap=16)
        outer.addWidget(card)
        self.body = card.body
        self.body.addWidget(PairLabel(theme, title, "h2", below=True))
        room = self._over.width() - 64
        self.setFixedWidth(min(room, theme.px(560)))

    def answers(self, *buttons: Button) -> None:
        """Put the answers at the foot; the first one given is the safe one and has the focus."""
        stacked = self.theme.layout is Layout.C
        foot = QVBoxLayout() if stacked else QHBoxLayout()
        foot.setSpacing(self.theme.px(12))
        if not stacked:
            foot.addStretch(1)
        for button in buttons:
            foot.addWidget(button)
        self.body.addLayout(foot)
        buttons[0].setFocus()

    def event(self, event: QEvent) -> bool:
        """Take just the height that the words need at this width, also after they changed."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show):
            layout = self.layout()
            if layout is not None and layout.hasHeightForWidth():
                self.setFixedHeight(layout.heightForWidth(self.width()))
        return super().event(event)

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
    return dialog.exec() == QDialog.DialogCode.Accepted


def tell(theme: Theme, over: QWidget, language: Language, error: KnownError) -> None:
    """Say what happened and what to do."""
    dialog = Dialog(theme, over, language.message(error.title))
    dialog.body.addWidget(PairLabel(theme, language.message(error.advice), "ui", below=True))
    close = Button(theme, language.words("Understood"), "filled")
    close.clicked.connect(dialog.accept)
    dialog.answers(close)
    dialog.exec()
