"""Which screen shows the slides and which the console, also while a projector comes and goes.

Screens are compared as objects: two projectors of a kind have the same name.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from pdo_app.ui.present.audience import AudienceWindow

_SETTLE = 150
"""Milliseconds that a desktop takes to arrange itself round a new screen."""


class Windows(QObject):
    """Keeps ``audience`` on a screen of its own where there is one. ``console`` is any widget of
    the main window. ``changed`` is emitted when the arrangement has changed."""

    changed = Signal()

    def __init__(self, audience: AudienceWindow, console: QWidget) -> None:
        super().__init__()
        self._audience, self._console = audience, console
        self._chosen: QScreen | None = None
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLE)
        self._settling.timeout.connect(self.arrange)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.screenAdded.connect(self._come)
        application.screenRemoved.connect(self._gone)

    @property
    def alone(self) -> bool:
        """Whether there is one screen only, so that slides and console share it."""
        return len(QGuiApplication.screens()) < 2

    @property
    def shown(self) -> bool:
        """Whether the audience's window is open."""
        return self._audience.isVisible()

    def arrange(self) -> None:
        """Put the slides where the console is not; with one screen, out of the way."""
        self._bring_back()
        other = self._other()
        if other is None:
            self._audience.hide()
        else:
            self._audience.put_on(other)
            self._console.window().activateWindow()
        self.changed.emit()

    def swap(self) -> None:
        """Let the two windows change places; with one screen, bring the slides to the front or
        send them away."""
        if self.alone:
            self.show_in_front(not self._audience.isVisible())
            return
        here = self._console.window().screen()
        there = self._audience.screen() if self._audience.isVisible() else self._other()
        if there is None or there is here:
            there = self._other()
        if there is None:
            return
        self._chosen = here
        window = self._console.window()
        maximized = window.isMaximized()
        window.showNormal()
        window.setScreen(there)
        _put(window, there)
        if maximized:
            window.showMaximized()
        self._audience.put_on(here)
        window.activateWindow()
        self.changed.emit()

    def show_in_front(self, front: bool) -> None:
        """With one screen: fill it with the slides, or go back to the console."""
        if front:
            self._audience.put_on(self._console.window().screen())
            self._audience.activateWindow()
            self._audience.setFocus()
        else:
            self._audience.hide()
            self._console.window().activateWindow()
            self._console.setFocus()
        self.changed.emit()

    def put_away(self) -> None:
        """Take the slides off every screen, as when the main window is closed."""
        self._settling.stop()
        self._audience.hide()

    def close(self) -> None:
        """End it: take the slides away and follow no screen any longer."""
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.screenAdded.disconnect(self._come)
        application.screenRemoved.disconnect(self._gone)
        self._settling.stop()
        self._audience.hide()
        self._audience.deleteLater()

    def _bring_back(self) -> None:
        """Move the main window where it can be seen, should its screen be gone."""
        window = self._console.window()
        middle = window.frameGeometry().center()
        if not any(one.geometry().contains(middle) for one in QGuiApplication.screens()):
            _put(window, window.screen())

    def _other(self) -> QScreen | None:
        """Return the screen for the slides: the one chosen, else one without the console."""
        here = self._console.window().screen()
        others = [screen for screen in QGuiApplication.screens() if screen is not here]
        if self._chosen in others:
            return self._chosen
        return others[0] if others else None

    def _come(self, _screen: QScreen) -> None:
        self._settling.start()

    def _gone(self, screen: QScreen) -> None:
        if screen is self._chosen:
            self._chosen = None
        self._settling.start()


def _put(window: QWidget, screen: QScreen) -> None:
    """Put a window at the top left of a screen, no larger than that."""
    room = screen.availableGeometry()
    edges = window.frameGeometry().size() - window.size()
    window.resize(window.size().boundedTo(room.size() - edges))
    window.move(room.topLeft())
