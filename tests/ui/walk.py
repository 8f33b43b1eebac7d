"""Looks at a window as a strict eye would: what is cut off, what lies outside, what overlaps,
what the keyboard or a screen reader cannot reach.

Every function takes a window that is shown and laid out, and returns faults in plain words.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QRect, Qt, QTimer
from PySide6.QtGui import QAccessible, QFontMetrics, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLayout,
    QLineEdit,
    QScrollArea,
    QStackedLayout,
    QStackedWidget,
    QWidget,
)

from pdo_app.ui.focus import FocusRing
from pdo_app.ui.widgets.label import ElidedLabel
from pdo_app.ui.widgets.notice import Toast

_SLACK = 1
"""Pixels by which rounding may differ."""
_OWN_INSIDES = (QComboBox, QLineEdit, QAbstractSpinBox)
"""What Qt puts inside these is its own matter."""
_FLOATING = (FocusRing, Toast)
_ANYWHERE = 100_000
_SOON = 50
"""Milliseconds: a shorter timer goes on with what is being shown, a longer one is a pause."""
_MANY_TURNS = 1000


def settle() -> None:
    """Let everything that waits happen: building anew, laying out, adding the rest of a long
    page, deleting."""
    for _ in range(_MANY_TURNS):
        _turn()
        if not any(map(_something_waits, QApplication.topLevelWidgets())):
            _turn()
            return
    raise AssertionError("the window does not come to rest")


def _turn() -> None:
    for _ in range(4):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _something_waits(window: QWidget) -> bool:
    return any(
        timer.isActive() and timer.interval() < _SOON for timer in window.findChildren(QTimer)
    )


def faults(window: QWidget) -> list[str]:
    """Return everything that a look at the window finds."""
    found = [*_too_large(window)]
    for widget in visible(window):
        found += _cut(widget)
        found += _outside(widget)
        found += _overlapping(widget)
        found += _unnamed(widget)
        found += _sideways(widget)
    return found


def visible(window: QWidget) -> Iterator[QWidget]:
    """Give every widget that is shown, except the insides of Qt's own fields."""
    waiting = [window]
    while waiting:
        widget = waiting.pop()
        yield widget
        if isinstance(widget, _OWN_INSIDES):
            continue
        inside = (
            [widget.viewport()] if isinstance(widget, QAbstractScrollArea) else widget.children()
        )
        for child in inside:
            if isinstance(child, QWidget) and child.isVisible() and not child.isWindow():
                waiting.append(child)


def name(widget: QWidget) -> str:
    """Return what a person who mends it needs to find a widget."""
    words = widget.text() if isinstance(widget, (QLabel, QAbstractButton)) else ""
    words = words or widget.accessibleName()
    if "<" in words:
        document = QTextDocument()
        document.setHtml(words)
        words = document.toPlainText().replace("\n", " / ")
    above = widget.parentWidget()
    within = f" in {type(above).__name__}" if above is not None else ""
    named = f" #{widget.objectName()}" if widget.objectName() else ""
    return f"{type(widget).__name__}{named} {words[:48]!r}{within}"


def _too_large(window: QWidget) -> Iterator[str]:
    least, layout = window.minimumSizeHint(), window.layout()
    if layout is not None and layout.hasHeightForWidth():
        least.setHeight(layout.totalMinimumHeightForWidth(window.width()))
    if least.width() > window.width() or least.height() > window.height():
        yield (
            f"too large: the window needs {least.width()} x {least.height()} "
            f"and has {window.width()} x {window.height()}"
        )


# What is cut off.


def _cut(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel):
        yield from _cut_label(widget)
    if isinstance(widget, QAbstractButton):
        yield from _cut_button(widget)
    elif not isinstance(widget, (QLabel, QAbstractScrollArea, *_OWN_INSIDES, *_FLOATING)):
        if widget.findChild(QStackedWidget) is not None or isinstance(widget, QStackedWidget):
            return  # its hidden pages are built for what was before
        least = widget.minimumSizeHint().boundedTo(widget.maximumSize())
        layout = widget.layout()
        if layout is not None and layout.hasHeightForWidth():
            # The hint is for the least width; more width needs less height.
            least.setHeight(layout.totalMinimumHeightForWidth(widget.width()))
        if least.width() > widget.width() + _SLACK or least.height() > widget.height() + _SLACK:
            yield f"squeezed: {name(widget)} needs {_size(least)}, has {_size(widget.size())}"


def _cut_label(label: QLabel) -> Iterator[str]:
    room = label.contentsRect()
    if not label.pixmap().isNull():
        size = label.pixmap().deviceIndependentSize().toSize()
    elif isinstance(label, ElidedLabel) or not label.text():
        return
    elif label.textFormat() is Qt.TextFormat.RichText:
        document = QTextDocument()
        document.setDefaultFont(label.font())
        document.setDocumentMargin(0)
        document.setHtml(label.text())
        document.setTextWidth(room.width() if label.wordWrap() else -1)
        size = document.size().toSize()
        size.setWidth(round(document.idealWidth()))
    else:
        wrap = Qt.TextFlag.TextWordWrap if label.wordWrap() else Qt.TextFlag.TextSingleLine
        flags = wrap.value | label.alignment().value
        box = QRect(0, 0, room.width() if label.wordWrap() else _ANYWHERE, _ANYWHERE)
        size = QFontMetrics(label.font()).boundingRect(box, flags, label.text()).size()
    if size.width() > room.width() + _SLACK or size.height() > room.height() + _SLACK:
        yield f"cut off: {name(label)} needs {_size(size)}, has {_size(room.size())}"


def _cut_button(button: QAbstractButton) -> Iterator[str]:
    least = button.minimumSizeHint()
    if button.hasHeightForWidth():
        least.setHeight(max(least.height(), button.heightForWidth(button.width())))
    if least.width() > button.width() + _SLACK or least.height() > button.height() + _SLACK:
        yield f"cut off: {name(button)} needs {_size(least)}, has {_size(button.size())}"


def _size(size: object) -> str:
    return f"{size.width()} x {size.height()}"  # type: ignore[attr-defined]


# What is not where it belongs.


def _outside(widget: QWidget) -> Iterator[str]:
    parent = widget.parentWidget()
    if parent is None or widget.isWindow() or isinstance(widget, _FLOATING):
        return
    area, room = widget.geometry(), parent.rect()
    scrolls = isinstance(parent.parentWidget(), QScrollArea)
    sideways = area.left() < room.left() or area.right() > room.right()
    upright = not scrolls and (area.top() < room.top() or area.bottom() > room.bottom())
    if sideways or upright:
        yield f"outside: {name(widget)} at {_place(area)} in {_place(room)}"


def _overlapping(widget: QWidget) -> Iterator[str]:
    if widget.layout() is not None:
        yield from _overlapping_in(widget.layout(), widget)


def _overlapping_in(layout: QLayout, widget: QWidget) -> Iterator[str]:
    if isinstance(layout, QStackedLayout):
        return
    there: list[tuple[QRect, str]] = []
    for at in range(layout.count()):
        item = layout.itemAt(at)
        inner = item.widget()
        if item.layout() is not None:
            yield from _overlapping_in(item.layout(), widget)
        if inner is not None and inner.isVisible():
            there.append((inner.geometry(), name(inner)))
        elif item.layout() is not None and not item.isEmpty():
            there.append((item.geometry(), f"a row or column of {name(widget)}"))
    for at, (area, words) in enumerate(there):
        for other, others in there[at + 1 :]:
            shared = area.intersected(other)
            if shared.width() > _SLACK and shared.height() > _SLACK:
                yield f"overlapping: {words} and {others} share {_place(shared)}"


def _sideways(widget: QWidget) -> Iterator[str]:
    if widget.property("sideways"):
        return  # the one table that may
    if isinstance(widget, QAbstractScrollArea) and widget.horizontalScrollBar().maximum() > 0:
        yield f"scrolls sideways: {name(widget)}"
    if isinstance(widget, QScrollArea) and widget.widget() is not None:
        inner, room = widget.widget().width(), widget.viewport().width()
        if inner > room:
            yield f"wider than its page: {name(widget.widget())} {inner} in {room}"


def _place(area: QRect) -> str:
    return f"({area.x()}, {area.y()}, {area.width()} x {area.height()})"


# What cannot be reached.


def stops(window: QWidget) -> list[QWidget]:
    """Return every control that Tab should reach."""
    return [
        widget
        for widget in visible(window)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isEnabled()
        and not _one_of_several(widget)
    ]


def _one_of_several(widget: QWidget) -> bool:
    """Tell whether the arrow keys lead here from the chosen one of a row of choices."""
    return isinstance(widget, QAbstractButton) and widget.autoExclusive() and not widget.isChecked()


def _unnamed(widget: QWidget) -> Iterator[str]:
    if not (widget.focusPolicy() & Qt.FocusPolicy.TabFocus):
        return
    seen = QAccessible.queryAccessibleInterface(widget)
    if seen is None or not seen.text(QAccessible.Text.Name).strip():
        yield f"without a name: {name(widget)}"


def unreached(window: QWidget) -> list[str]:
    """Press Tab once around the window and return what it passed by."""
    wanted = [(widget, widget.objectName(), name(widget)) for widget in stops(window)]
    reached = round_trip(window, 2 * len(wanted) + 10)
    # What a stop tells about is built anew on the way: the widget goes, its name stays.
    passed = {widget for widget, _ in reached} | {named for _, named in reached if named}
    return [
        f"Tab does not reach {words}"
        for widget, named, words in wanted
        if widget not in passed and named not in passed
    ]


def round_trip(window: QWidget, most: int) -> list[tuple[QWidget, str]]:
    """Press Tab until the first stop comes again, at most ``most`` times; return the stops with
    their object names. A paragraph with several links is one stop."""
    window.activateWindow()
    window.setFocus()
    reached: list[tuple[QWidget, str]] = []
    for _ in range(most):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        QApplication.processEvents()
        here = QApplication.focusWidget()
        if here is None or (len(reached) > 1 and here is reached[0][0]):
            break
        if not any(here is widget for widget, _ in reached):
            reached.append((here, here.objectName()))
    return reached
