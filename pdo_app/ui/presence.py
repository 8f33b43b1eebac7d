"""Hears that somebody is there: one filter for all windows, for whoever wants to know."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

_AFTER_START = 1000  # milliseconds


class Presence(QObject):
    """``key`` and ``pointer`` are emitted at each key press, and at each press, move or wheel of
    mouse and finger.

    It listens to windows, not to the application: a Python filter on every event of every widget
    costs a tenth of a start. It begins a second after the start, when the first page stands.
    """

    key = Signal()
    pointer = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._heard: list[QWindow] = []
        QTimer.singleShot(_AFTER_START, self.begin)

    def begin(self) -> None:
        """Listen to the window with the focus, and to each that gets it later."""
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.focusWindowChanged.connect(self._listen)
        for window in QGuiApplication.topLevelWindows():
            self._listen(window)

    def _listen(self, window: QWindow | None) -> None:
        if window is not None and window not in self._heard:
            self._heard.append(window)
            window.destroyed.connect(lambda: self._forget(window))
            window.installEventFilter(self)

    def _forget(self, window: QWindow) -> None:
        self._heard = [other for other in self._heard if other is not window]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell what kind of input came; let it pass."""
        kind = event.type()
        if kind in (QEvent.Type.KeyPress, QEvent.Type.InputMethod):
            self.key.emit()
        elif kind in (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin):
            self.pointer.emit(True)
        elif kind in (QEvent.Type.MouseMove, QEvent.Type.Wheel):
            self.pointer.emit(False)
        return False
