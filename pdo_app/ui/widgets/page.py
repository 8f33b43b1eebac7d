"""A page that scrolls down, never sideways, and keeps what has the focus in sight."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget


class ScrollPage(QScrollArea):
    """A scroll area as wide as its window whose content decides only about the height."""

    def __init__(self, content: QWidget, *, always: bool = False) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if always:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # A viewport of our own: asking Qt for its one makes PySide look up the type of an unknown
        # widget, which loads every class of QtWidgets and costs 15 ms of a start.
        viewport = QWidget()
        viewport.setAutoFillBackground(False)
        self.setViewport(viewport)
        self.setWidget(content)
        # After setWidget, which fills it: a page on a card shows the card.
        content.setAutoFillBackground(False)
        layout = content.layout()
        if layout is not None and layout.hasHeightForWidth():
            # Wrapped words ask for the height of a narrow column; the real one follows from the
            # width, and a minimum of ones own lets it count.
            content.setMinimumHeight(1)
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]

    def minimumSizeHint(self) -> QSize:
        """Ask for little height: the page scrolls."""
        return QSize(super().minimumSizeHint().width(), 80)

    def press(self, key: int) -> bool:
        """Scroll as a reader expects of a key; False for a key that does not scroll, and where
        there is nothing to scroll."""
        bar = self.verticalScrollBar()
        steps = {
            Qt.Key.Key_PageDown: bar.pageStep() - bar.singleStep(),
            Qt.Key.Key_PageUp: bar.singleStep() - bar.pageStep(),
            Qt.Key.Key_Down: bar.singleStep(),
            Qt.Key.Key_Up: -bar.singleStep(),
            Qt.Key.Key_Home: -bar.maximum(),
            Qt.Key.Key_End: bar.maximum(),
        }
        step = steps.get(Qt.Key(key))
        if step is None or bar.maximum() == 0:
            return False
        bar.setValue(bar.value() + step)
        return True

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        content = self.widget()
        if new is not None and content is not None and content.isAncestorOf(new):
            self.ensureWidgetVisible(new, 0, 24)
