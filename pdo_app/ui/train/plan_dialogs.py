"""What the plan asks: which lesson to add, and what has changed about the class."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pdo_app.content.library import Library
from pdo_app.content.model import Text
from pdo_app.errors import InputError, KnownError
from pdo_app.records import PlannedSegment, TrainingSession
from pdo_app.ui import tokens
from pdo_app.ui.dialogs import Dialog
from pdo_app.ui.language import Words
from pdo_app.ui.train.class_form import ClassForm, Draft
from pdo_app.ui.train.naming import segment_words, time_words
from pdo_app.ui.train.tab import Teaching
from pdo_app.ui.view import View
from pdo_app.ui.widgets.button import Button
from pdo_app.ui.widgets.choice import Tile
from pdo_app.ui.widgets.field import Field
from pdo_app.ui.widgets.label import PairLabel
from pdo_app.ui.widgets.select import Select
from pdo_app.ui.widgets.surface import column

_AROUND_TILE = 2 * 28 + 2 * 4 + 2 * 16 + 28
"""Unscaled pixels that a tile of a dialog cannot use for words."""


class LessonDialog(Dialog):
    """Asks for a lesson; ``lesson`` is its id once one was chosen."""

    def __init__(self, view: View, library: Library, module: str) -> None:
        language, theme = view.language, view.theme
        super().__init__(theme, view, language.words("Which lesson?"))
        self._language, self._library = language, library
        self._modules = library.modules()
        self.lesson = ""
        names = tuple(
            Words(f"{found.number}  {language.show(found.title).main}") for found in self._modules
        )
        ids = [found.id for found in self._modules]
        now = ids.index(module) if module in ids else 0
        words = language.words("Module")
        select = Select(theme, names, words, current=now)
        select.set_subject(words)
        select.setObjectName("module")
        select.chosen.connect(self._show)
        self.body.addWidget(Field(theme, select, words))
        self._list = QWidget()
        self.body.addWidget(self._list)
        back = Button(theme, language.words("Go back"), "outlined")
        back.setObjectName("stay")
        back.clicked.connect(self.reject)
        self.answers(back)
        self._show(now)

    def _show(self, place: int) -> None:
        theme, language = self.theme, self._language
        holder = QWidget()
        box: QVBoxLayout = column(theme.px(8))
        holder.setLayout(box)
        for at, head in enumerate(self._modules[place].lessons):
            title, long = language.show(head.title), time_words(language, head.minutes)
            second = f"{title.second} · {long.second}" if title.second else None
            whole = Words(f"{title.main} · {long.main}", second)
            tile = Tile(theme, self._fitting(whole))
            tile.setAccessibleName(whole.spoken)
            tile.setObjectName(f"lesson{at}")
            tile.setCheckable(False)
            tile.clicked.connect(lambda _=False, lesson=head.id: self._take(lesson))
            box.addWidget(tile)
        self.body.replaceWidget(self._list, holder)
        self._list.hide()
        self._list.deleteLater()
        self._list = holder

    def _fitting(self, words: Words) -> Words:
        """Return words that fit a tile: it does not wrap them."""
        theme = self.theme
        room = self.width() - theme.px(_AROUND_TILE) - tokens.Size.scrollbar
        end = Qt.TextElideMode.ElideRight
        first = QFontMetrics(theme.font("h3")).elidedText(words.main, end, room)
        if words.second is None:
            return Words(first)
        small = QFontMetrics(theme.font("h3", second=True))
        return Words(first, small.elidedText(words.second, end, room))

    def _take(self, lesson: str) -> None:
        self.lesson = lesson
        self.accept()


class ObjectivesDialog(Dialog):
    """Tells what people can do after ``segment``."""

    def __init__(self, view: View, segment: PlannedSegment, objectives: tuple[Text, ...]) -> None:
        language, theme = view.language, view.theme
        super().__init__(theme, view, language.words("What people can do afterwards"))
        title = PairLabel(theme, segment_words(language, segment), "h3", below=True)
        self.body.addWidget(title)
        for objective in objectives:
            self.body.addWidget(PairLabel(theme, language.show(objective), "ui", below=True))
        back = Button(theme, language.words("Go back"), "filled")
        back.setObjectName("stay")
        back.clicked.connect(self.accept)
        self.answers(back)


class ClassDialog(Dialog):
    """Changes what is known of the class; ``session`` is as it is then."""

    def __init__(self, view: View, teaching: Teaching, session: TrainingSession) -> None:
        language, theme = view.language, view.theme
        super().__init__(theme, view, language.words("Change the class"))
        self._view, self._teaching = view, teaching
        self.session = session
        draft = Draft.of(session)
        earliest = min(teaching.today(), draft.first_day)
        self.form = ClassForm(view, teaching, draft, earliest)
        self.form.setParent(self)
        self.form.over = self
        self.body.addWidget(self.form.build(1))
        back = Button(theme, language.words("Go back"), "outlined")
        back.setObjectName("stay")
        back.clicked.connect(self.reject)
        save = Button(theme, language.words("Save the changes"), "filled")
        save.setObjectName("act")
        save.clicked.connect(self.save)
        self.answers(back, save)

    def save(self) -> None:
        """Save what was changed, or say at its field what is wrong."""
        draft = self.form.draft
        day: date = draft.first_day
        try:
            self.session = self._teaching.training.sessions.update(
                self.session, title=draft.title, first_day=day, **draft.fields
            )
        except InputError as error:
            if not self.form.complain(error):
                self._view.report(error)
            return
        except KnownError as error:
            self._view.report(error)
            return
        self.accept()
