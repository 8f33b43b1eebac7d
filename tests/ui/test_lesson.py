"""Lessons on the real screen: what is shown, answered, recorded, and where the page leads."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from pdo_app.app import Desk, Outside
from pdo_app.content.citing import label
from pdo_app.content.model import FOR_TRAINERS, Block, BlockKind, Language, plain
from pdo_app.records import Mode
from pdo_app.ui.learn.blocks.columns import Columns
from pdo_app.ui.learn.lesson_page import LessonPage
from pdo_app.ui.routes import Place
from pdo_app.ui.widgets.patch import Chip, SourceLabel
from pdo_app.ui.widgets.table import Table

from .conftest import add_learner
from .lesson_room import all_lessons, first_with, open_lesson, page, screen, words
from .walk import settle


@pytest.mark.parametrize("mode", list(Mode))
def test_every_word_of_every_lesson_is_shown(desk: Desk, mode: Mode) -> None:
    desk.frame.preferences.change(mode=mode)
    languages = desk.frame.language.content
    for lesson in all_lessons(desk):
        said = words(open_lesson(desk, lesson))
        for block in desk.library.lesson(lesson).blocks:
            if block.kind in FOR_TRAINERS:
                continue
            for language in languages:
                if block.title is not None:
                    assert block.title[language] in said
                for element in block.side(language):
                    for line in element.lines:
                        for cell in line:
                            assert plain(cell) in said
        if mode is not Mode.BOTH:
            other = next(iter({Language.ZH, Language.EN} - set(languages)))
            assert desk.library.lesson(lesson).title[other] not in said


def test_trainers_blocks_are_left_out(desk: Desk) -> None:
    for lesson in all_lessons(desk):
        notes = [b for b in desk.library.lesson(lesson).blocks if b.kind in FOR_TRAINERS]
        said = words(open_lesson(desk, lesson))
        for note in notes:
            assert plain(note.zh[0].lines[0][0]) not in said


def test_every_citation_has_its_label(desk: Desk) -> None:
    for lesson in all_lessons(desk):
        shown = {s.accessibleName() for s in open_lesson(desk, lesson).findChildren(SourceLabel)}
        for block in desk.library.lesson(lesson).blocks:
            if block.kind not in FOR_TRAINERS:
                for citation in block.citations:
                    assert label(citation, desk.library, Language.ZH) in shown


def test_a_figure_that_nobody_confirmed_says_so(desk: Desk) -> None:
    def unsure(block: Block) -> bool:
        return any(
            span.fact and not desk.library.fact(span.fact).confirmed
            for element in block.zh
            for line in element.lines
            for cell in line
            for span in cell
        )

    lesson, block = first_with(desk, unsure)
    fact = next(s.fact for e in block.zh for ln in e.lines for c in ln for s in c if s.fact)
    office = desk.library.fact(fact).confirm_at
    shown = open_lesson(desk, lesson)
    chip = desk.frame.language.words("Confirm first").spoken
    assert chip in [c.accessibleName() for c in shown.findChildren(Chip)]
    assert office is not None
    assert office.zh in words(shown)


def test_a_stale_figure_says_so(application: QApplication, packs: Path, tmp_path: Path) -> None:
    add_learner(tmp_path / "data", packs)
    later = datetime(2040, 1, 1, tzinfo=UTC)
    desk = Desk(Outside(tmp_path / "data", packs, lambda: later, lambda: 7))
    desk.window.show()
    lesson, _ = first_with(
        desk, lambda b: any(s.fact for e in b.zh for ln in e.lines for c in ln for s in c)
    )
    labels = open_lesson(desk, lesson).findChildren(SourceLabel)
    again = desk.frame.language.words("Check again").spoken
    assert any(again in shown.accessibleName() for shown in labels)
    desk.close()
    desk.window.deleteLater()


def test_an_opened_lesson_is_recorded_once_it_stands_there(desk: Desk) -> None:
    lesson = all_lessons(desk)[0]
    learner = desk.frame.person.present
    desk.frame.router.go(Place.LESSON, lesson=lesson)
    fresh = desk.window.findChild(LessonPage)
    assert fresh is not None
    assert not fresh.complete
    assert desk.store.progress.last_viewed(learner.id) != lesson
    settle()
    assert page(desk).complete
    assert desk.store.progress.last_viewed(learner.id) == lesson


def test_a_lesson_that_was_left_is_not_built_for_the_next_person(desk: Desk) -> None:
    lesson = all_lessons(desk)[-1]
    other = desk.services.profiles.create("王芳", "DE", None, Mode.BOTH)
    desk.frame.router.go(Place.LESSON, lesson=lesson)
    QApplication.processEvents()
    assert not page(desk).complete
    desk.frame.router.go(Place.PEOPLE)
    settle()  # what is built for nobody fails here
    desk.become(desk.services.profiles.all()[0])
    desk.frame.router.go(Place.LESSON, lesson=lesson)
    desk.become(other)
    settle()
    assert desk.store.progress.last_viewed(other.id) is None
    assert open_lesson(desk, lesson).complete


def test_two_languages_line_up_down_the_page(desk: Desk) -> None:
    lesson, _ = first_with(desk, lambda block: block.kind is BlockKind.RIGHT)
    shown = open_lesson(desk, lesson)
    edges = set()
    for columns in shown.findChildren(Columns):
        holder, content = columns.parentWidget(), shown.widget()
        if columns.count() != 2 or holder is None or content is None:
            continue
        first, second = columns.itemAt(0), columns.itemAt(1)
        assert first is not None
        assert second is not None
        assert first.geometry().top() == second.geometry().top()
        if not columns._halves:
            at = holder.mapTo(content, QPoint(second.geometry().left(), 0))
            edges.add(at.x())
    assert len(edges) == 1
    desk.frame.preferences.change(text_scale=150)
    settle()
    for columns in page(desk).findChildren(Columns):
        first, second = columns.itemAt(0), columns.itemAt(1)
        if columns.count() == 2 and first is not None and second is not None:
            assert second.geometry().top() > first.geometry().top()


def test_keys_scroll_the_page(desk: Desk) -> None:
    lesson, _ = first_with(desk, lambda block: block.kind is BlockKind.TABLE)
    bar = open_lesson(desk, lesson).verticalScrollBar()
    view = screen(desk)
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    down = bar.value()
    assert 0 < down < bar.pageStep()
    QTest.keyClick(view, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert bar.value() == 0
    QTest.keyClick(view, Qt.Key.Key_Space)
    QTest.keyClick(view, Qt.Key.Key_PageUp)
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert bar.value() == bar.singleStep()
    QTest.keyClick(view, Qt.Key.Key_A)
    assert bar.value() == bar.singleStep()


def test_a_wide_table_becomes_a_list_where_it_is_narrow(desk: Desk) -> None:
    lesson, block = first_with(
        desk, lambda block: block.kind is BlockKind.TABLE and len(block.zh[0].lines[0]) > 2
    )
    desk.frame.preferences.change(text_scale=200)
    shown = open_lesson(desk, lesson)
    said = words(shown)
    assert shown.findChild(Table) is not None
    for line in block.zh[0].lines[1:]:
        for cell in line:
            assert plain(cell) in said
    content = shown.widget()
    assert content is not None
    assert content.width() <= shown.viewport().width()


@pytest.mark.parametrize(("scale", "seen"), [(100, True), (150, True), (200, False)])
def test_the_picture_stands_beside_the_title_where_there_is_room(
    desk: Desk, scale: int, seen: bool
) -> None:
    lesson = all_lessons(desk)[0]
    desk.frame.preferences.change(text_scale=scale)
    shown = open_lesson(desk, lesson).findChild(QLabel, "picture")
    assert (shown is not None) == seen
    if shown is not None:
        name = desk.library.lesson(lesson).picture
        assert name is not None
        assert desk.library.picture(name)[0].alt.zh in shown.accessibleName()
        assert not shown.pixmap().isNull()
        assert shown.width() * 3 == shown.height() * 4
