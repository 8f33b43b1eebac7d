"""A person's own note on a thing to do: typed freely, saved without asking."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from pdo_app.errors import KnownError
from pdo_app.learning.checklists import LONGEST_NOTE, Checklists
from pdo_app.records import Learner
from pdo_app.ui.language import Words
from pdo_app.ui.theme import Theme

_PAUSE = 1000
"""Milliseconds without a key after which a note is saved."""


@dataclass(frozen=True, slots=True)
class _Unsaved:
    learner: Learner
    item: str
    text: str


class NoteKeeper(QObject):
    """Keeps what was typed until it is in the records.

    ``saved`` gives the item and whether it has a note now. What cannot be saved stays here, is
    shown and tried again; ``report`` tells why, once.
    """

    saved = Signal(str, bool)

    def __init__(self, checklists: Checklists, report: Callable[[KnownError], None]) -> None:
        super().__init__()
        self._checklists, self._report = checklists, report
        self._unsaved: dict[tuple[UUID, str], _Unsaved] = {}
        self._told = False
        self.saving = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self.save)

    def typed(self, learner: Learner, item: str, text: str) -> None:
        """Take what stands in the field now; save it after a pause."""
        self._unsaved[learner.id, item] = _Unsaved(learner, item, text)
        self._told = False
        self._timer.start()

    def unsaved(self, learner: Learner, item: str) -> str | None:
        """Return what was typed for an item and is not saved, else None."""
        waiting = self._unsaved.get((learner.id, item))
        return None if waiting is None else waiting.text

    def save(self) -> None:
        """Write what is waiting. Writes nothing where nothing changed."""
        self._timer.stop()
        for key, waiting in list(self._unsaved.items()):
            self.saving = True
            try:
                self._checklists.note(waiting.learner, waiting.item, waiting.text)
            except KnownError as error:
                self._tell(error)
                return
            finally:
                self.saving = False
            del self._unsaved[key]
            self.saved.emit(waiting.item, bool(waiting.text.strip()))

    def _tell(self, error: KnownError) -> None:
        """Tell once for what was typed, and later, since a page may be hidden at this moment."""
        if not self._told:
            self._told = True
            QTimer.singleShot(0, self, lambda: self._report(error))


class NoteField(QPlainTextEdit):
    """A few lines of plain text. Tab leaves it; ``left`` tells that it lost the focus."""

    left = Signal()

    def __init__(self, theme: Theme, words: Words, text: str) -> None:
        super().__init__()
        self.setFont(theme.font("ui"))
        self.setAccessibleName(words.spoken)
        self.setTabChangesFocus(True)
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(theme.px(96))
        self.textChanged.connect(self._limit)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the person went on."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def _limit(self) -> None:
        """Cut what goes beyond the longest note, as a line of words does."""
        text = self.toPlainText()
        if len(text) <= LONGEST_NOTE:
            return
        place = self.textCursor().position()
        self.setPlainText(text[:LONGEST_NOTE])
        cursor = self.textCursor()
        cursor.setPosition(min(place, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
