"""The window that the class sees: nothing but the slide."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QScreen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pdo_app.ui.language import Words
from pdo_app.ui.present.canvas import SlideCanvas
from pdo_app.ui.present.keys import Deed, Keys, Pressed, key_of
from pdo_app.ui.present.painting import SlidePainter
from pdo_app.ui.present.shown import Shown
from pdo_app.ui.present.stage import Stage


class AudienceWindow(QWidget):
    """Fills the screen it is put on. Keys and clicks here count as in the console. ``owner`` is
    the main window: the slides go when it goes."""

    def __init__(
        self, owner: QWidget, stage: Stage, shown: Shown, painter: SlidePainter, title: Words
    ) -> None:
        super().__init__(owner, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self._stage, self._shown, self._keys = stage, shown, Keys()
        self._canvas = SlideCanvas(painter)
        self._canvas.setMouseTracking(True)
        self._canvas.setCursor(Qt.CursorShape.BlankCursor)
        self._canvas.pointed.connect(self._point)
        self.setWindowTitle(title.main)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._canvas)
        stage.moved.connect(self._move)
        stage.ticked.connect(self.refresh)
        self.refresh()

    def put_on(self, screen: QScreen) -> None:
        """Fill ``screen``, whichever the window was on."""
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()

    def refresh(self) -> None:
        """Show what the class should see now."""
        stage = self._stage
        card, answer = stage.seen
        face = self._shown.face(card, answer=answer)
        self._canvas.show_face(face, stage.place.curtain, stage.left(card))
        self._canvas.look_at(stage.zoom, stage.centre, stage.spot)

    def _move(self) -> None:
        """Paint at once, before the card is written to the disk."""
        self.refresh()
        if self._canvas.isVisible():
            self._canvas.repaint()

    def _point(self, at: QPointF) -> None:
        self._stage.point(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key or a clicker asks for."""
        pressed = self._keys.press(key_of(event))
        if pressed is not None:
            self._stage.press(pressed)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go on with a click, back with the right button or the one that browsers go back by."""
        back = event.button() in (Qt.MouseButton.RightButton, Qt.MouseButton.BackButton)
        self._stage.press(Pressed(Deed.BACK if back else Deed.FORWARD))
