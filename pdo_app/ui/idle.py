"""Notices when nobody is there any more."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

_INPUT = frozenset(
    (
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.InputMethod,
    )
)


class Idle(QObject):
    """Emits ``left`` after some minutes without keyboard, mouse, touch or input method."""

    left = Signal()

    def __init__(self, minutes: int) -> None:
        super().__init__()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.left)
        self.set_minutes(minutes)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.installEventFilter(self)

    def set_minutes(self, minutes: int) -> None:
        """Wait this long; 0 never reports anybody gone."""
        self._timer.setInterval(minutes * 60_000)
        if minutes:
            self._timer.start()
        else:
            self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin to count anew at each sign of life."""
        if event.type() in _INPUT and self._timer.isActive():
            self._timer.start()
        return False
