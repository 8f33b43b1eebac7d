"""The main window: rail, banners and a stack of screens. It knows where, not what."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from pdo_app.errors import Message
from pdo_app.ui.focus import FocusRing
from pdo_app.ui.idle import Idle
from pdo_app.ui.language import Words
from pdo_app.ui.presence import Presence
from pdo_app.ui.rail import ITEMS, TRAINER_ITEMS, Rail
from pdo_app.ui.routes import Place, Route
from pdo_app.ui.view import Frame, View
from pdo_app.ui.widgets.notice import Banner, Toast

OPEN_TO_ALL = frozenset((Place.START, Place.PEOPLE, Place.EMERGENCY, Place.TRAINER))
"""Places that need nobody's profile. The trainer's own page asks for the PIN itself."""
OF_TRAINERS = frozenset(
    (Place.SESSIONS, Place.SESSION_NEW, Place.SESSION, Place.CENTRE, Place.PRESENT)
)
"""Places that need the trainer's area to be open."""
_WITHOUT_LEARNER = OPEN_TO_ALL | OF_TRAINERS | {Place.COUNTRY}
"""Places that a trainer can go to."""
_DOORS = frozenset((Place.START, Place.PEOPLE))
"""Whoever stands here has left the trainer's area."""

_UNWIND = 10  # milliseconds


class Screens(Protocol):
    """Gives the screen of a place, built on its first visit."""

    def view(self, place: Place) -> View:
        """Return the one screen of that place."""


class Shell(QMainWindow):
    """``home`` says where a person without a profile begins."""

    def __init__(self, frame: Frame, screens: Screens, first: Callable[[], Place]) -> None:
        super().__init__()
        self._frame, self._screens, self._first = frame, screens, first
        self._findings: tuple[Message, ...] = ()
        self._toast: Toast | None = None
        self._toasts = 0
        self.setMinimumSize(800, 560)
        self._rail = Rail(frame.theme, frame.language, frame.router)
        self._stack = QStackedWidget()
        self._banners = QVBoxLayout()
        self._banners.setContentsMargins(0, 0, 0, 0)
        self._banners.setSpacing(0)
        self._lay_out()
        self._restyle()
        frame.theme.changed.connect(self._restyle)
        frame.language.changed.connect(self._retitle)
        frame.router.asked.connect(self._show)
        frame.person.changed.connect(self._person_changed)
        frame.preferences.changed.connect(self._preferences_changed)
        self._presence = Presence()
        self._ring = FocusRing(frame.theme, self, self._presence)
        self._idle = Idle(self._presence, frame.preferences.settings.idle_minutes)
        self._idle.left.connect(self._nobody_there)
        self._retitle()
        self._lead()

    def _lay_out(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._banners)
        column.addWidget(self._stack, 1)
        centre = QWidget()
        row = QHBoxLayout(centre)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addWidget(page, 1)
        self.setCentralWidget(centre)

    def say(self, findings: tuple[Message, ...]) -> None:
        """Show what was found at the start, one banner each, until it is closed."""
        self._findings = findings
        self._show_findings()

    def toast(self, words: Words, undo: tuple[Words, Callable[[], None]] | None = None) -> None:
        """Show a note at the bottom left; a second one replaces the first."""
        self._close_toast()
        self._toasts += 1
        number = self._toasts
        toast = Toast(self._frame.theme, words, undo)
        toast.setParent(self)
        toast.destroyed.connect(lambda: self._toast_gone(number))
        toast.adjustSize()
        toast.setFixedWidth(min(toast.sizeHint().width(), self.width() - self._rail.width() - 64))
        left = (self._rail.width() if self._rail.isVisible() else 0) + 32
        toast.move(left, self.height() - toast.height() - 24)
        toast.show()
        self._toast = toast

    def come_forward(self) -> None:
        """Show the window on top, as when the application is started a second time."""
        self.showNormal() if self.isMinimized() else self.show()
        self.raise_()
        self.activateWindow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the layout for the new width."""
        self._frame.theme.set_width(self.width())
        super().resizeEvent(event)

    def _show(self, route: Route) -> None:
        person = self._frame.person
        if person.trainer and route.place in _DOORS:
            person.become(None)
            self._frame.router.forget()
            self._frame.router.go(self._first())
            return
        place = self._allowed(route.place)
        if place is not route.place:
            route = Route(place)
        view = self._screens.view(place)
        if self._stack.indexOf(view) < 0:
            self._stack.addWidget(view)
        self._rail.setVisible(view.rail)
        self._rail.set_place(place)
        view.arrive(route.params)
        left = self._stack.currentWidget()
        self._stack.setCurrentWidget(view)
        if isinstance(left, View) and left is not view:
            left.rest()
        view.setFocus()

    def _allowed(self, place: Place) -> Place:
        """Return the place itself, or where whoever is here is led instead."""
        person = self._frame.person
        if place in OPEN_TO_ALL:
            return place
        if place in OF_TRAINERS:
            return place if person.trainer else Place.TRAINER
        if person.trainer:
            return place if place in _WITHOUT_LEARNER else Place.TRAINER
        return place if person.learner is not None else self._first()

    def _lead(self) -> None:
        person = self._frame.person
        if person.nobody:
            self._rail.lead_to(())
        else:
            self._rail.lead_to(TRAINER_ITEMS if person.trainer else ITEMS)

    def _person_changed(self) -> None:
        self._close_toast()  # it tells what somebody else has done
        self._lead()
        for i in range(self._stack.count()):
            view = self._stack.widget(i)
            if isinstance(view, View):
                view.renew()

    def _nobody_there(self) -> None:
        """Close what stands open with its safe answer, then the profile or the trainer's area:
        nobody else finishes a test, sets a PIN or reads a report that somebody left behind."""
        if self._frame.person.nobody:
            return
        if self._frame.person.presenting:
            self._idle.begin_anew()
            return
        if _closed_on_top():
            # Whoever opened it goes on first, and may open the next one. Not 0: a timer of
            # none is an event of the inner loop, which has not ended yet.
            QTimer.singleShot(_UNWIND, self, self._nobody_there)
            return
        self._frame.person.become(None)
        self._frame.router.forget()
        self._frame.router.go(self._first())

    def _preferences_changed(self) -> None:
        self._idle.set_minutes(self._frame.preferences.settings.idle_minutes)

    def _restyle(self) -> None:
        theme = self._frame.theme
        palette = QPalette(theme.colour("page"))
        palette.setColor(QPalette.ColorRole.Window, theme.colour("page"))
        palette.setColor(QPalette.ColorRole.Base, theme.colour("surface"))
        palette.setColor(QPalette.ColorRole.WindowText, theme.colour("ink"))
        palette.setColor(QPalette.ColorRole.Text, theme.colour("ink"))
        palette.setColor(QPalette.ColorRole.ButtonText, theme.colour("ink"))
        palette.setColor(QPalette.ColorRole.PlaceholderText, theme.colour("ink_3"))
        palette.setColor(QPalette.ColorRole.Highlight, theme.colour("primary"))
        palette.setColor(QPalette.ColorRole.HighlightedText, theme.colour("on_primary"))
        QApplication.setPalette(palette)
        QApplication.setFont(theme.font("ui"))
        self.setStyleSheet(theme.style_sheet())
        QTimer.singleShot(0, self._show_findings)

    def _retitle(self) -> None:
        self.setWindowTitle(self._frame.language.words("PDO Companion").main)
        self._show_findings()

    def _show_findings(self) -> None:
        while (taken := self._banners.takeAt(0)) is not None:
            if (old := taken.widget()) is not None:
                old.deleteLater()
        language = self._frame.language
        for message in self._findings:
            banner = Banner(
                self._frame.theme, "warn", language.message(message), language.words("Close")
            )
            self._banners.addWidget(banner)

    def _close_toast(self) -> None:
        if self._toast is not None:
            self._toast.close()

    def _toast_gone(self, number: int) -> None:
        """Forget a note that went; it is destroyed later than the next one is shown."""
        if number == self._toasts:
            self._toast = None


def _closed_on_top() -> bool:
    """Close the menu, or take back the dialog, that stands on top; tell whether there was one."""
    popup, modal = QApplication.activePopupWidget(), QApplication.activeModalWidget()
    if popup is not None:
        popup.close()
        return True
    if isinstance(modal, QDialog):
        modal.reject()
        return True
    return False
