"""A lesson on the real screen: opened, read through, and what stands in it found."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from pdo_app.app import Desk
from pdo_app.content.model import FOR_TRAINERS, Block, QuestionKind
from pdo_app.ui.learn.blocks.check import Check
from pdo_app.ui.learn.lesson import LessonScreen
from pdo_app.ui.learn.lesson_page import LessonPage
from pdo_app.ui.routes import Place
from pdo_app.ui.widgets.patch import Chip

from .walk import settle


def open_lesson(desk: Desk, lesson: str) -> LessonPage:
    """Open a lesson as a click would, and wait until all of it stands on the page."""
    desk.frame.router.go(Place.LESSON, lesson=lesson)
    settle()
    return page(desk)


def page(desk: Desk) -> LessonPage:
    return next(p for p in desk.window.findChildren(LessonPage) if p.isVisible())


def screen(desk: Desk) -> LessonScreen:
    found = desk.window.findChild(LessonScreen)
    assert found is not None
    return found


def words(widget: QWidget) -> str:
    """Return everything that a widget says, without its look."""
    parts = []
    for shown in widget.findChildren(QLabel):
        text = shown.text()
        if shown.textFormat() is Qt.TextFormat.RichText:
            text = QTextDocumentFragment.fromHtml(text).toPlainText()
        parts.append(text)
    for chip in [*widget.findChildren(Chip), *widget.findChildren(QAbstractButton)]:
        parts.append(chip.accessibleName())
    return "\n".join(parts).replace("\xa0", " ")


def all_lessons(desk: Desk) -> list[str]:
    return [head.id for module in desk.library.modules() for head in module.lessons]


def blocks(desk: Desk) -> Iterator[tuple[str, Block]]:
    """Give every block of every lesson that a learner sees."""
    for lesson in all_lessons(desk):
        for block in desk.library.lesson(lesson).blocks:
            if block.kind not in FOR_TRAINERS:
                yield lesson, block


def first_with(desk: Desk, fits: Callable[[Block], bool]) -> tuple[str, Block]:
    return next((lesson, block) for lesson, block in blocks(desk) if fits(block))


def with_question(desk: Desk, kind: QuestionKind) -> tuple[str, str]:
    """Return a lesson that asks a question of that kind, and the question."""
    lesson, block = first_with(
        desk,
        lambda block: (
            block.question is not None and desk.library.question(block.question).kind is kind
        ),
    )
    assert block.question is not None
    return lesson, block.question


def check_of(desk: Desk, question: str) -> Check:
    button = page(desk).findChild(QAbstractButton, f"check_{question}")
    widget: QWidget | None = button or page(desk).findChild(QAbstractButton, f"again_{question}")
    while widget is not None and not isinstance(widget, Check):
        widget = widget.parentWidget()
    assert isinstance(widget, Check)
    return widget


def press(widget: QWidget, name: str) -> None:
    button = widget.findChild(QAbstractButton, name)
    assert button is not None
    assert button.isEnabled()
    button.click()
    settle()


def latest(desk: Desk) -> dict[str, bool]:
    return desk.store.attempts.latest_answers(desk.frame.person.present.id)
