"""Notices when nobody is there any more."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from pdo_app.ui.presence import Presence


class Idle(QObject):
    """Emits ``left`` after some minutes without a sign of ``presence``."""

    left = Signal()

    def __init__(self, presence: Presence, minutes: int) -> None:
        super().__init__()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.left)
        presence.key.connect(self.begin_anew)
        presence.pointer.connect(self.begin_anew)
        self.set_minutes(minutes)

    def set_minutes(self, minutes: int) -> None:
        """Wait this long; 0 never reports anybody gone."""
        self._timer.setInterval(minutes * 60_000)
        if minutes:
            self._timer.start()
        else:
            self._timer.stop()

    def begin_anew(self) -> None:
        """Begin to count anew, as at a sign of life."""
        if self._timer.interval():
            self._timer.start()
