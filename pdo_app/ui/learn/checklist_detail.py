"""What a thing to do is about: when, why, by which source, which lesson, the own note."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from pdo_app.content.citing import label
from pdo_app.content.library import Library
from pdo_app.learning.checklists import Task
from pdo_app.learning.due import TaskState
from pdo_app.reports.checklist_sheet import when
from pdo_app.ui import tokens
from pdo_app.ui.language import Language, Words
from pdo_app.ui.learn.own_note import NoteField
from pdo_app.ui.theme import Theme
from pdo_app.ui.widgets.flow import flow
from pdo_app.ui.widgets.label import Label, PairLabel
from pdo_app.ui.widgets.link import Link
from pdo_app.ui.widgets.patch import Chip, SourceLabel
from pdo_app.ui.widgets.surface import column


class Detail(QWidget):
    """``note`` is the field of the own note. ``read`` opens a lesson; ``titled`` says whether
    the title is wanted, which a detail inside its own row is not."""

    def __init__(
        self,
        theme: Theme,
        language: Language,
        library: Library,
        task: Task,
        read: Callable[[str], None],
        *,
        titled: bool = True,
    ) -> None:
        super().__init__()
        self._theme, self._language = theme, language
        box = column(theme.px(8))
        self.setLayout(box)
        if titled:
            box.addWidget(PairLabel(theme, language.show(task.item.title), "h2", below=True))
        box.addWidget(flow(theme.px(8), *self._when(task)))
        box.addSpacing(theme.px(4))
        why = column(theme.px(2))
        why.addWidget(PairLabel(theme, language.words("Why"), "h3"))
        why.addWidget(PairLabel(theme, language.show(task.item.why), "ui", below=True))
        box.addLayout(why)
        for citation in task.item.citations:
            text = label(citation, library, language.texts.main)
            box.addWidget(SourceLabel(theme, text, on_soft=not titled))
        self.link: Link | None = None
        if task.item.lesson is not None:
            self.link = self._lesson(library, task.item.lesson, read)
            box.addWidget(self.link)
        self.note = self._own_note(box, task)

    def stops(self) -> list[QWidget]:
        """Return what the keyboard reaches, in order."""
        return [self.note] if self.link is None else [self.link, self.note]

    def _when(self, task: Task) -> list[QWidget]:
        theme, language = self._theme, self._language
        counted = when(task.item, language.texts, language.texts.main)
        if task.due is None:
            return [Chip(theme, counted)]
        words, kind = due_words(language, task)
        if kind in ("done", "today"):
            return [Chip(theme, words.spoken, kind), self._beside(counted)]
        shown: list[QWidget] = [Chip(theme, words.main, kind)]
        return shown + [self._beside(text) for text in (words.second, counted) if text]

    def _beside(self, text: str) -> Label:
        beside = Label(self._theme, text, "caption", "ink_2")
        beside.setMinimumHeight(self._theme.px(tokens.Size.chip))
        return beside

    def _lesson(self, library: Library, lesson: str, read: Callable[[str], None]) -> Link:
        title = self._language.show(library.head(lesson).title).main
        words = Words(self._language.say("Read: {title}", title=title))
        link = Link(self._theme, words, "book-2")
        link.setObjectName("read_lesson")
        link.clicked.connect(lambda: read(lesson))
        return link

    def _own_note(self, box: QVBoxLayout, task: Task) -> NoteField:
        theme, words = self._theme, self._language.words("My note")
        above = PairLabel(theme, words, "tool", colour="ink_2")
        box.addWidget(above)
        title = self._language.show(task.item.title)
        name = Words(f"{words.spoken}: {title.main}")
        field = NoteField(theme, name, task.note)
        field.setObjectName("note")
        above.setBuddy(field)
        box.addWidget(field)
        return field


def due_words(language: Language, task: Task) -> tuple[Words, str]:
    """Return when a task is due, and the kind of chip that says it."""
    if task.state is TaskState.DONE:
        return language.words("Done"), "done"
    if task.state is TaskState.TODAY:
        return language.words("Due today"), "today"
    due = task.due
    if due is None:
        return language.words("No date yet"), "plain"

    def day(tongue: str) -> str:
        return language.texts.date(due, "day", tongue)

    if task.state is TaskState.LATE:
        return language.words("Was due on {day}", day=day), "care"
    return language.words("Due on {day}", day=day), "plain"
