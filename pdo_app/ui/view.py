"""What every screen is: a widget that builds itself anew when something it shows has changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, Protocol, runtime_checkable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QScrollBar, QVBoxLayout, QWidget
from shiboken6 import isValid

from pdo_app.changes import Topic
from pdo_app.errors import KnownError
from pdo_app.ui.hub import Hub
from pdo_app.ui.language import Language, Words
from pdo_app.ui.person import Person
from pdo_app.ui.preferences import Preferences
from pdo_app.ui.routes import Router
from pdo_app.ui.theme import Theme
from pdo_app.ui.widgets.page import ScrollPage

_REST = 300
"""Milliseconds after which a screen that was left gives its widgets up: the next one is there."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What surrounds every screen: how it looks and speaks, where it can lead, who is here."""

    theme: Theme
    language: Language
    hub: Hub
    router: Router
    person: Person
    preferences: Preferences


@runtime_checkable
class _Toasting(Protocol):
    """The window, as far as a screen knows it."""

    def toast(self, words: Words, undo: tuple[Words, Callable[[], None]] | None = None) -> None:
        """Show a note for some seconds."""


class View(QWidget):
    """A screen. A subclass gives :meth:`build` and the ``topics`` that it shows.

    A change of language, theme, layout, person or of a topic makes it stale: it builds itself
    anew, at once where it can be seen, else when it is next shown. The focus and the place on a
    scrolled page are kept: name what takes the focus with ``setObjectName``. A screen that was
    left gives up its widgets, since :meth:`arrive` builds anew in any case.
    """

    topics: ClassVar[frozenset[Topic]] = frozenset()
    rail: ClassVar[bool] = True
    """Whether the rail stands beside this screen."""

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self.frame = frame
        self.theme, self.language, self.router = frame.theme, frame.language, frame.router
        self.params: dict[str, str] = {}
        self._content: QWidget | None = None
        self._stale = True
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        frame.theme.changed.connect(self.renew)
        frame.language.changed.connect(self.renew)
        frame.hub.changed.connect(self._heard)

    def build(self) -> QWidget:
        """Return the whole content for the state of this moment."""
        raise NotImplementedError

    def arrive(self, params: dict[str, str]) -> None:
        """Take the parameters of a route and show them from the top."""
        self.params = params
        self._drop()
        self.renew()

    def rest(self) -> None:
        """Give up the widgets: another screen was shown in the place of this one."""
        QTimer.singleShot(_REST, self, self._give_up)

    def renew(self) -> None:
        """Build anew, now or when next shown. Several changes in a row build once."""
        self._stale = True
        if self.isVisible():
            QTimer.singleShot(0, self._build_if_stale)

    def showEvent(self, event: QShowEvent) -> None:
        """Build what changed while nobody looked."""
        self._build_if_stale()
        super().showEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll the page by keys that no control on it has taken."""
        page = self.findChild(ScrollPage, "page")
        if page is None or not page.press(event.key()):
            super().keyPressEvent(event)

    def report(self, error: KnownError) -> None:
        """Tell the person what happened and what to do."""
        from pdo_app.ui.dialogs import tell  # a start without trouble opens no dialog

        tell(self.theme, self, self.language, error)

    def toast(self, words: Words, undo: tuple[Words, Callable[[], None]] | None = None) -> None:
        """Show a note at the foot of the window for some seconds. Never for errors."""
        window = self.window()
        if isinstance(window, _Toasting):
            window.toast(words, undo)

    def _give_up(self) -> None:
        if self.isHidden():
            self._drop()
            self._stale = True

    def _heard(self, topics: frozenset[Topic]) -> None:
        # Without widgets there is nothing to mend; the next visit builds them.
        if self._content is not None or not self.isHidden():
            self._touched(topics)

    def _touched(self, topics: frozenset[Topic]) -> None:
        if topics & self.topics:
            self.renew()

    def _build_if_stale(self) -> None:
        if not self._stale or (not self.isVisible() and self._content is not None):
            return
        self._stale = False
        self.setUpdatesEnabled(False)
        try:
            self._replace_content()
        finally:
            self.setUpdatesEnabled(True)

    def _replace_content(self) -> None:
        focus, scrolled = self._place()
        old = self._content
        try:
            self._content = self.build()
        except KnownError as error:
            from pdo_app.ui.trouble import page_instead  # only where something went wrong

            self._content = page_instead(self.theme, self.language, error)
        if old is not None:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._column.addWidget(self._content)
        self._return_to(focus, scrolled)

    def _drop(self) -> None:
        """Forget the content, so that the next one starts from the top without a focus."""
        if self._content is not None:
            self._column.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
            self._content = None

    def _place(self) -> tuple[str, dict[str, int]]:
        """Return the name of the widget with the focus and how far each page is scrolled."""
        focused = self.focusWidget()
        areas = self.findChildren(QScrollArea)
        values = {a.objectName(): a.verticalScrollBar().value() for a in areas if a.objectName()}
        scrolled = {name: value for name, value in values.items() if value}
        return (focused.objectName() if focused and focused.hasFocus() else ""), scrolled

    def _return_to(self, focus: str, scrolled: dict[str, int]) -> None:
        if self._content is None:
            return
        if focus:
            widget = self._content.findChild(QWidget, focus)
            if widget is not None:
                QTimer.singleShot(0, widget.setFocus)
        # Looking through all widgets of a page takes milliseconds.
        for area in self._content.findChildren(QScrollArea) if scrolled else ():
            value = scrolled.get(area.objectName(), 0)
            if value:
                _scroll_when_laid_out(area.verticalScrollBar(), value)


def _scroll_when_laid_out(bar: QScrollBar, value: int) -> None:
    """Scroll as soon as there is something to scroll. Only the first layout restores the place;
    later the person scrolls."""

    def scroll() -> None:
        if isValid(bar):  # a page that goes changes its range once more
            bar.setValue(value)

    following = bar.rangeChanged.connect(scroll)
    # With the bar as its context the timer does nothing where the page is gone by then.
    QTimer.singleShot(200, bar, lambda: QObject.disconnect(following))
