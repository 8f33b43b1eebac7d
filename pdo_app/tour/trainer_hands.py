"""The hands of a trainer: real clicks and keys at the window, and answers to what is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QAction, QGuiApplication, QInputMethodEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QFileDialog,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QScrollArea,
    QTextEdit,
    QWidget,
)

from pdo_app.app import Desk
from pdo_app.tour.hands import PATIENCE, Hands, TourError
from pdo_app.ui.widgets.notice import Toast

_LOOK = 15
"""Milliseconds between two looks for a question."""
_UNASKED = 40
"""So many looks a question stands that nobody expected, before it is taken back."""
_NONE = Qt.KeyboardModifier.NoModifier
Answer = Callable[[], None]


class TrainerHands(Hands):
    """Clicks where a widget is in its window, so that one that is covered is not reached."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._answers: list[Answer] = []
        self._answering = 0
        self._stands = 0
        self._trouble = ""
        self._watch = QTimer(self._window)
        self._watch.setInterval(_LOOK)
        self._watch.timeout.connect(self._look)
        self._watch.start()

    def top(self) -> QWidget:
        """Return what takes clicks and keys: a menu, a question, else the window."""
        popup, modal = QApplication.activePopupWidget(), QApplication.activeModalWidget()
        return popup or modal or self._window

    def visible(self) -> list[QWidget]:
        """Return all that can be seen and reached."""
        return [w for w in self.top().findChildren(QWidget) if w.isVisible()]

    def find(self, name: str, kind: type[QWidget] = QWidget) -> QWidget:
        """Return what can be reached under exactly this name; a page may still be built."""
        for _ in range(PATIENCE):
            for widget in self.top().findChildren(kind, name):
                if widget.isVisible():
                    return widget
            self.settle()
        raise TourError(f"there is no {name!r} on this page")

    def has(self, name: str) -> bool:
        """Tell whether something of this name can be seen now."""
        return any(w.objectName() == name for w in self.visible())

    def press(self, name: str) -> None:
        """Click the button of exactly this name."""
        button = self.find(name, QAbstractButton)
        if not button.isEnabled():
            raise TourError(f"the button {name!r} cannot be pressed")
        self.click(button)

    def press_last(self) -> None:
        """Click the last button of a question: the answer that acts."""
        buttons = [w for w in self.visible() if isinstance(w, QAbstractButton)]
        if not buttons:
            raise TourError("the question has no answers")
        self.click(buttons[-1])

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click into the middle of a widget, or ``at`` a point of it, after scrolling there."""
        self.bring(widget)
        window, place = widget.window(), at or widget.rect().center()
        spot = widget.mapTo(window, place)
        under = window.childAt(spot)
        toast = _toast_of(under)
        if toast is not None and not toast.isAncestorOf(widget):
            self._send_click(window, toast.mapTo(window, QPoint(8, 8)))
            under = window.childAt(spot)
        if under is not None and under is not widget and not widget.isAncestorOf(under):
            name = under.objectName() or type(under).__name__
            raise TourError(f"{widget.objectName()!r} is covered by {name!r}")
        self._send_click(window, spot)
        self._complain()

    def _send_click(self, window: QWidget, spot: QPoint) -> None:
        handle, left = window.windowHandle(), Qt.MouseButton.LeftButton
        for kind, held in (
            (QEvent.Type.MouseButtonPress, left),
            (QEvent.Type.MouseButtonRelease, Qt.MouseButton.NoButton),
        ):
            spots = QPointF(spot), QPointF(window.mapToGlobal(spot))
            QApplication.sendEvent(handle, QMouseEvent(kind, *spots, left, held, _NONE))
        self.settle()

    def bring(self, widget: QWidget) -> None:
        """Scroll until a widget is in sight."""
        above = widget.parentWidget()
        while above is not None:
            if isinstance(above, QScrollArea):
                above.ensureWidgetVisible(widget, 0, 60)
            above = above.parentWidget()
        self.settle(1)

    def key(
        self,
        key: Qt.Key,
        modifiers: Qt.KeyboardModifier = _NONE,
        text: str = "",
        wait: int = 1,
        window: QWidget | None = None,
    ) -> None:
        """Press a key where the focus is, in ``window`` or in what is on top. ``wait`` is in
        milliseconds."""
        handle = (window or self.top()).windowHandle()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(handle, QKeyEvent(kind, key, modifiers, text))
        self.settle(wait)
        self._complain()

    def write(self, name: str, text: str, *, enter: bool = False) -> None:
        """Click into a field, replace what stands there, through the input method as Chinese is
        typed; ``enter`` ends with that key."""
        field = self._line(name)
        self.click(field)
        self.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(field, event)
        self.settle(1)
        if enter:
            self.key(Qt.Key.Key_Return, wait=40)

    def _line(self, name: str) -> QWidget:
        """Return the field of this name; a title or a card may have the same one."""
        for _ in range(PATIENCE):
            for kind in (QLineEdit, QPlainTextEdit, QTextEdit):
                for field in self.top().findChildren(kind, name):
                    if field.isVisible():
                        return field
            self.settle()
        raise TourError(f"there is no field {name!r} on this page")

    def paste(self, text: str) -> None:
        """Put words on the clipboard and paste them where the focus is."""
        QGuiApplication.clipboard().setText(text)
        self.key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier, wait=60)

    def choose_entry(self, place: int) -> None:
        """Take the entry at ``place`` (from 0) of the menu that is open."""
        menu = QApplication.activePopupWidget()
        if not isinstance(menu, QMenu):
            raise TourError("no menu is open")
        actions: list[QAction] = [a for a in menu.actions() if not a.isSeparator()]
        if not 0 <= place < len(actions):
            raise TourError(f"the menu has {len(actions)} entries")
        self.click(menu, menu.actionGeometry(actions[place]).center())
        self.settle(60)

    @contextmanager
    def asked(self, *answers: Answer) -> Iterator[None]:
        """Answer the questions that open meanwhile, one after the other. Raises TourError where
        fewer were asked, or where an answer could not be given."""
        self._answers += answers
        try:
            yield
            for _ in range(PATIENCE):
                if not self._answers and not self._answering:
                    break
                self.settle()
            self._complain()
            if self._answers:
                raise TourError("a question was not asked")
        finally:
            self._answers.clear()

    def file(self, target: Path) -> Answer:
        """Return the answer to a question for a file: this one."""

        def give() -> None:
            dialog = QApplication.activeModalWidget()
            if not isinstance(dialog, QFileDialog):
                raise TourError("no file was asked for")
            line = dialog.findChild(QLineEdit, "fileNameEdit")
            if line is None:
                raise TourError("the question for a file has no line to type in")
            line.setText(str(target))
            self.settle()
            self.key(Qt.Key.Key_Return, wait=60)

        return give

    def save(self, name: str, target: Path) -> None:
        """Press a button that asks where to, and give ``target``, which must then hold a
        document."""
        with self.asked(self.file(target)):
            self.press(name)
        for _ in range(4 * PATIENCE):
            if target.exists() and target.stat().st_size:
                return
            self.settle()
        raise TourError(f"{target.name} was not written")

    def _look(self) -> None:
        """See whether something is asked, and answer it."""
        modal = QApplication.activeModalWidget()
        if modal is None or (self._answering and modal.property("answered")):
            self._stands = 0
            return
        if self._trouble:
            _take_back(modal)  # also what stands below, and what opens once more
            return
        if not self._answers or modal.property("answered"):
            self._stands += 1
            if self._stands > _UNASKED:
                self._trouble = f"nobody expected to be asked: {modal.windowTitle()}"
                _take_back(modal)
            return
        self._stands = 0
        modal.setProperty("answered", True)
        self._answering += 1  # an answer can open the next question
        try:
            self._answers.pop(0)()
        except (TourError, RuntimeError, KeyError) as error:
            self._trouble = str(error)
            _take_back(modal)
        finally:
            self._answering -= 1

    def _complain(self) -> None:
        trouble, self._trouble = self._trouble, ""
        if trouble:
            raise TourError(trouble)


def _take_back(modal: QWidget) -> None:
    if isinstance(modal, QDialog):
        modal.reject()
    else:
        modal.close()


def _toast_of(widget: QWidget | None) -> Toast | None:
    """Return the note at the foot of the window that this is a part of."""
    while widget is not None and not isinstance(widget, Toast):
        widget = widget.parentWidget()
    return widget
