"""Answers the dialogs of the application as a person would."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QEvent, QPointF, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QTextEdit, QWidget

from pdo_app.ui.dialogs import Dialog

from .walk import settle

T = TypeVar("T")
Answer = Callable[[Dialog], None]


def when_asked(*answers: Answer) -> list[str]:
    """Prepare the answers to the dialogs that open next, one after the other; return the list
    that their words are written to."""
    said: list[str] = []
    waiting = list(answers)

    def give() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, Dialog) and not dialog.property("answered"):
            dialog.setProperty("answered", True)
            said.append(words_of(dialog))
            waiting.pop(0)(dialog)
        if waiting:
            QTimer.singleShot(10, give)

    QTimer.singleShot(0, give)
    return said


def click(name: str) -> Answer:
    """Press the button with this object name."""
    return lambda dialog: child(dialog, QAbstractButton, name).click()


def go_on(dialog: Dialog) -> None:
    """Press the answer that acts: the last one."""
    dialog.findChildren(QAbstractButton)[-1].click()


def stay(dialog: Dialog) -> None:
    """Press the safe answer, the last but one."""
    dialog.reject()


def type_in(within: QWidget, name: str, text: str) -> None:
    """Type into the line with this object name."""
    write(child(within, QLineEdit, name), text)


def write(field: QWidget, text: str) -> None:
    """Type what a keyboard or an input method gives, one sign after the other."""
    for sign in text:
        event = QInputMethodEvent()
        event.setCommitString(sign)
        QApplication.sendEvent(field, event)


def click_twice(widget: QWidget) -> None:
    """Click where the middle of a widget is, let the application answer, and click at once
    again, as people do who click everything twice. The second click reaches what is there then.
    """
    window = widget.window()
    at = widget.mapTo(window, widget.rect().center())
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(window.windowHandle(), left, none, at)
    settle()
    for kind, held in (
        (QEvent.Type.MouseButtonDblClick, left),
        (QEvent.Type.MouseButtonRelease, Qt.MouseButton.NoButton),
    ):
        place, on_screen = QPointF(at), QPointF(window.mapToGlobal(at))
        event = QMouseEvent(kind, place, on_screen, left, held, none)
        QApplication.sendEvent(window.windowHandle(), event)
    settle()


def child(within: QWidget, kind: type[T], name: str) -> T:
    """Return the widget of a kind with this object name."""
    found = within.findChild(kind, name)
    assert found is not None, name
    return found


def words_of(widget: QWidget) -> str:
    """Return all words that a widget shows now, without their markup."""
    return "\n".join(plain(label) for label in widget.findChildren(QLabel) if not label.isHidden())


def plain(label: QLabel) -> str:
    """Return the words of a label without their markup."""
    text = label.text()
    if "<span" not in text:
        return text
    document = QTextEdit()
    document.setHtml(text)
    return document.toPlainText()
