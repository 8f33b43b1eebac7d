"""The hands and eyes of the tour: press, type, choose, look, and answer questions."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from PySide6.QtCore import QEvent, QEventLoop, QPoint, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QScrollArea, QWidget

from pdo_app.app import Desk
from pdo_app.content.model import Question, QuestionKind
from pdo_app.learning.sittings import PRACTICE
from pdo_app.ui.routes import Place
from pdo_app.ui.widgets.calendar import DateField, Days
from pdo_app.ui.widgets.select import Select

W = TypeVar("W", bound=QWidget)

PATIENCE = 50
"""How many looks of 40 ms a person gives a page."""


class TourError(Exception):
    """A step that did not do what a person would see it do."""


class Hands:
    """A person in front of the application."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._window = desk.window

    def settle(self, milliseconds: int = 40) -> None:
        """Let the application answer, as a person waits for the page."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def change(self, **what: object) -> None:
        """Change how the application looks, as the settings do."""
        self._desk.frame.preferences.change(**what)
        self.settle(120)

    def place(self) -> Place | None:
        """Return where the person is."""
        current = self._desk.frame.router.current
        return current.place if current is not None else None

    def go(self, place: Place, **params: str) -> None:
        """Go to a page that no button on this one leads to."""
        self._desk.frame.router.go(place, **params)
        self.settle()

    def expect(self, place: Place) -> None:
        """Raise TourError where the page is another one."""
        self.settle()
        if self.place() is not place:
            raise TourError(f"the page should be {place}, but it is {self.place()}")

    def _find(self, kind: type[W], name: str) -> W:
        """Return what can be seen under a name; other pages, out of sight, may use it too."""
        for widget in self._window.findChildren(kind, name):
            if widget.isVisible():
                return widget
        raise TourError(f"there is no {name!r} on this page")

    def visible(self) -> list[QWidget]:
        """Return all that can be seen."""
        return [w for w in self._window.findChildren(QWidget) if w.isVisible()]

    def first(self, name: str) -> QAbstractButton:
        """Return the first visible button whose name begins with ``name``; a long page may
        still be building its end."""
        for _ in range(PATIENCE):
            for widget in self.visible():
                if widget.objectName().startswith(name) and isinstance(widget, QAbstractButton):
                    return widget
            self.settle()
        raise TourError(f"there is no button {name!r} on this page")

    def press(self, name: str) -> None:
        """Press a button by its name, as a click would."""
        widget = self.first(name)
        if not widget.isEnabled():
            raise TourError(f"the button {name!r} cannot be pressed")
        widget.click()
        self.settle()

    def type(self, name: str, text: str) -> None:
        """Type into a field, through the input method as Chinese is typed."""
        field = self._find(QLineEdit, name)
        field.setFocus()
        field.clear()
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(field, event)
        self.settle()

    def choose_day(self, day: date) -> None:
        """Open the calendar of the date field, go to the day and take it with Enter."""
        field = self._find(DateField, "departure")
        days = field.open().findChild(Days)
        if days is None:
            raise TourError("the calendar shows no days")
        days.go(day)
        self.settle()
        enter, none = Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(days, QKeyEvent(QEvent.Type.KeyPress, enter, none))
        self.settle()

    def scroll_area(self) -> QScrollArea:
        """Return the largest area that scrolls. Raises TourError where none does."""
        areas = [w for w in self.visible() if isinstance(w, QScrollArea)]
        if not areas:
            raise TourError("this page does not scroll")
        return max(areas, key=lambda area: area.width() * area.height())

    def answer(self, *, right: bool) -> None:
        """Answer the question on the page, right or wrong."""
        question = self._question()
        match question.kind:
            case QuestionKind.ONE | QuestionKind.SEVERAL | QuestionKind.TRUE_FALSE:
                wanted = question.right if right else self._wrong(question)
                for option in wanted:
                    self.press(f"option_{option}")
            case QuestionKind.NUMBER:
                number = (question.number or 0) + (0 if right else 1)
                self.type("number", f"{number:g}")
            case QuestionKind.MATCH:
                self._match(question, right=right)
            case _:
                self._order(question, right=right)
        self.settle()

    @staticmethod
    def _wrong(question: Question) -> tuple[str, ...]:
        return tuple(o.id for o in question.options if o.id not in question.right)[:1]

    def _match(self, question: Question, *, right: bool) -> None:
        names = [option.id for option in question.options]
        partners = names if right else names[1:] + names[:1]
        shown = self._shown_partners()
        for name, partner in zip(names, partners, strict=True):
            self._find(Select, f"match_{name}").choose(shown.index(partner))

    def _order(self, question: Question, *, right: bool) -> None:
        wanted = question.right if right else question.right[::-1]
        for place, name in enumerate(wanted):
            for _ in range(len(wanted)):
                if self._rows().index(name) <= place:
                    break
                self.press(f"up_{name}")

    def _rows(self) -> list[str]:
        ups = [w for w in self.visible() if w.objectName().startswith("up_")]
        ups.sort(key=lambda w: w.mapToGlobal(QPoint(0, 0)).y())
        return [w.objectName().removeprefix("up_") for w in ups]

    def _quiz(self) -> tuple[str, str | None]:
        route = self._desk.frame.router.current
        params = route.params if route is not None else {}
        return params.get("target", PRACTICE), params.get("module")

    def _question(self) -> Question:
        """Return the question that the page shows, told by its stem."""
        target, module = self._quiz()
        learner = self._desk.frame.person.present
        sitting = self._desk.services.quizzes.resume(learner, target, module)
        if sitting is None:
            raise TourError("there is no quiz under way")
        said = self._find(QWidget, "stem").accessibleName()
        for item in sitting.items:
            if self._desk.frame.language.show(item.question.stem).spoken == said:
                return item.question
        raise TourError("the page shows a question that is not in the quiz")

    def _shown_partners(self) -> list[str]:
        target, module = self._quiz()
        learner = self._desk.frame.person.present
        sitting = self._desk.services.quizzes.resume(learner, target, module)
        if sitting is None:
            raise TourError("there is no quiz under way")
        return [partner.id for partner in sitting.item(self._question().id).partners]
