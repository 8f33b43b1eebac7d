"""Lessons on the real screen: what is shown, answered, recorded, and where the page leads."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QTextDocumentFragment
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QLineEdit, QWidget

from pdo_app.app import Desk, Outside
from pdo_app.content.citing import label
from pdo_app.content.model import FOR_TRAINERS, Block, BlockKind, Language, QuestionKind, plain
from pdo_app.learning.sittings import PRACTICE
from pdo_app.records import Mode, Verb
from pdo_app.ui.learn.answering import AnswerPanel
from pdo_app.ui.learn.blocks.check import Check
from pdo_app.ui.learn.blocks.columns import Columns
from pdo_app.ui.learn.contents import Contents
from pdo_app.ui.learn.lesson import LessonScreen
from pdo_app.ui.learn.lesson_page import LessonPage
from pdo_app.ui.routes import Place
from pdo_app.ui.widgets.option import Option
from pdo_app.ui.widgets.patch import Chip, SourceLabel
from pdo_app.ui.widgets.select import Select
from pdo_app.ui.widgets.table import Table

from .conftest import add_learner
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


def test_a_wrong_answer_is_explained_saved_and_tried_again(desk: Desk) -> None:
    lesson, question = with_question(desk, QuestionKind.ONE)
    open_lesson(desk, lesson)
    asked = desk.library.question(question)
    wrong = next(option for option in asked.options if option.id not in asked.right)
    check = check_of(desk, question)
    button = check.findChild(QAbstractButton, f"check_{question}")
    assert button is not None
    assert not button.isEnabled()
    press(check, f"option_{wrong.id}")
    press(check, f"check_{question}")
    assert latest(desk) == {question: False}
    said = words(check)
    assert asked.reason.zh in said
    assert asked.reason.en in said
    assert wrong.reason is not None
    assert wrong.reason.zh in said
    for action in asked.actions:
        assert action.zh in said
    shown = {s.accessibleName() for s in check.findChildren(SourceLabel)}
    assert {label(c, desk.library, Language.ZH) for c in asked.citations} <= shown
    verdict = check.findChild(QLabel, "verdict")
    assert verdict is not None
    assert verdict.hasFocus()
    assert asked.reason.zh in verdict.accessibleName()
    press(check, f"again_{question}")
    assert check.isAncestorOf(QApplication.focusWidget())
    assert f"check_{question}" in [b.objectName() for b in check.findChildren(QAbstractButton)]
    press(check, f"option_{asked.right[0]}")
    press(check, f"check_{question}")
    assert latest(desk) == {question: True}
    assert check.findChild(QAbstractButton, f"again_{question}") is None


def test_answers_and_place_stay_through_a_change_of_language(desk: Desk) -> None:
    lesson, question = with_question(desk, QuestionKind.SEVERAL)
    shown = open_lesson(desk, lesson)
    asked = desk.library.question(question)
    check = check_of(desk, question)
    press(check, f"option_{asked.right[0]}")
    shown.verticalScrollBar().setValue(check.y() + 10)
    settle()
    desk.frame.preferences.change(mode=Mode.ENGLISH)
    settle()
    check = check_of(desk, question)
    option = check.findChild(Option, f"option_{asked.right[0]}")
    assert option is not None
    assert option.isChecked()
    bar = page(desk).verticalScrollBar()
    assert bar.value() == min(check.y() + 10, bar.maximum())
    press(check, f"check_{question}")
    desk.frame.preferences.change(theme="dark")
    settle()
    assert asked.reason.en in words(check_of(desk, question))
    open_lesson(desk, lesson)
    assert asked.reason.en not in words(page(desk))


def test_half_a_match_stays_through_a_change_of_language(desk: Desk) -> None:
    lesson, question = with_question(desk, QuestionKind.MATCH)
    open_lesson(desk, lesson)
    name = f"match_{desk.library.question(question).options[0].id}"
    first = check_of(desk, question).findChild(Select, name)
    assert first is not None
    first.choose(1)
    desk.frame.preferences.change(mode=Mode.ENGLISH)
    settle()
    check = check_of(desk, question)
    again = check.findChild(Select, name)
    button = check.findChild(QAbstractButton, f"check_{question}")
    assert again is not None
    assert button is not None
    assert again.current == 1
    assert not button.isEnabled()


def test_words_are_no_number(desk: Desk) -> None:
    lesson, question = with_question(desk, QuestionKind.NUMBER)
    open_lesson(desk, lesson)
    check = check_of(desk, question)
    field = check.findChild(QLineEdit)
    assert field is not None
    QTest.keyClicks(field, "many")
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle()
    assert "This is not a number." in words(check) or "数字" in words(check)
    assert latest(desk) == {}
    field = check.findChild(QLineEdit)
    assert field is not None
    assert field.text() == "many"
    field.setText(str(desk.library.question(question).number))
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle()
    assert latest(desk) == {question: True}


@pytest.mark.parametrize("kind", list(QuestionKind))
def test_every_kind_of_question_can_be_checked(desk: Desk, kind: QuestionKind) -> None:
    found = [q for q in desk.library.questions() if q.kind is kind]
    asked = {block.question for _, block in blocks(desk)}
    question = next((q.id for q in found if q.id in asked), None)
    if question is None:
        pytest.skip("no lesson asks one of this kind")
    lesson = next(lesson for lesson, block in blocks(desk) if block.question == question)
    open_lesson(desk, lesson)
    check = check_of(desk, question)
    assert check.findChild(AnswerPanel) is not None


def test_reading_to_the_end_sews_the_thread_and_goes_on(desk: Desk) -> None:
    module = desk.library.modules()[1]
    here, after = module.lessons[1], module.lessons[2]
    desk.frame.preferences.change(less_motion=True)
    open_lesson(desk, here.id)
    learner = desk.frame.person.present
    press(desk.window, "complete")
    settle()
    assert desk.store.progress.lessons(learner.id)[here.id] is Verb.COMPLETED
    assert desk.frame.router.current is not None
    assert desk.frame.router.current.params == {"lesson": after.id}


def test_the_thread_grows_before_it_goes_on(desk: Desk) -> None:
    module = desk.library.modules()[1]
    open_lesson(desk, module.lessons[1].id)
    press(desk.window, "complete")
    press(desk.window, "complete")  # a second click changes nothing
    current = desk.frame.router.current
    assert current is not None
    assert current.params == {"lesson": module.lessons[1].id}
    contents = desk.window.findChild(Contents)
    assert contents is not None
    QTest.qWait(700)
    assert desk.frame.router.current is not None
    assert desk.frame.router.current.params == {"lesson": module.lessons[2].id}


def test_somebody_who_leaves_meanwhile_is_not_brought_back(desk: Desk) -> None:
    module = desk.library.modules()[1]
    open_lesson(desk, module.lessons[1].id)
    press(desk.window, "complete")
    desk.frame.router.go(Place.HOME)
    QTest.qWait(700)
    assert desk.frame.router.current is not None
    assert desk.frame.router.current.place is Place.HOME


def test_the_last_lesson_leads_to_the_quizzes(desk: Desk) -> None:
    open_lesson(desk, desk.library.modules()[1].lessons[-1].id)
    press(desk.window, "complete")
    assert desk.frame.router.current is not None
    assert desk.frame.router.current.place is Place.QUIZZES


def test_a_guide_leads_back_to_its_country(desk: Desk) -> None:
    guide = desk.library.guide("AT")
    assert guide is not None
    open_lesson(desk, guide.lessons[0].id)
    said = words(desk.window)
    assert guide.title.zh in said
    assert desk.frame.language.say("Module {n} · {title}", n=0, title=guide.title.zh) not in said
    press(desk.window, "back")
    assert desk.frame.router.current is not None
    assert desk.frame.router.current.place is Place.COUNTRY
    assert "奥地利" in words(desk.window)


def test_the_last_lesson_of_a_guide_leads_to_its_practice(desk: Desk) -> None:
    guide = desk.library.guide("DE")
    assert guide is not None
    open_lesson(desk, guide.lessons[-1].id)
    press(desk.window, "complete")
    assert desk.frame.router.current is not None
    assert desk.frame.router.current.params == {"target": PRACTICE, "module": guide.id}
    assert guide.title.zh in words(desk.window)
    assert guide.lessons[-1].id in desk.services.progress.completed(desk.frame.person.present)


def test_contents_lead_to_the_other_lessons(desk: Desk) -> None:
    module = desk.library.modules()[1]
    for scale in (100, 150):
        desk.frame.preferences.change(text_scale=scale)
        open_lesson(desk, module.lessons[0].id)
        press(page(desk), f"chapter_{module.lessons[3].id}")
        assert desk.frame.router.current is not None
        assert desk.frame.router.current.params == {"lesson": module.lessons[3].id}


def test_back_leads_to_the_route(desk: Desk) -> None:
    open_lesson(desk, all_lessons(desk)[0])
    press(screen(desk), "back")
    assert desk.frame.router.current is not None
    assert desk.frame.router.current.place is Place.JOURNEY


def test_a_link_leads_to_its_lesson(desk: Desk) -> None:
    def linked(block: Block) -> bool:
        return any(
            span.link is not None and span.link.startswith("lesson:")
            for element in block.zh
            for line in element.lines
            for cell in line
            for span in cell
        )

    lesson, block = first_with(desk, linked)
    links = (s.link for e in block.zh for ln in e.lines for c in ln for s in c if s.link)
    target = next(link for link in links if link.startswith("lesson:"))
    shown = open_lesson(desk, lesson)
    link = next(w for w in shown.findChildren(QLabel) if f'href="{target}"' in w.text())
    link.linkActivated.emit(target)
    settle()
    assert desk.frame.router.current is not None
    assert desk.frame.router.current.params == {"lesson": target.removeprefix("lesson:")}


def test_an_address_is_shown_to_be_copied(desk: Desk) -> None:
    open_lesson(desk, all_lessons(desk)[0])
    address = "https://www.example.org/a/long/way?to=it"
    seen = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        shown = dialog.findChild(QLabel, "address")
        assert shown is not None
        seen.append(shown.accessibleName())
        copy = dialog.findChild(QAbstractButton, "copy")
        assert copy is not None
        copy.click()

    QTimer.singleShot(50, answer)
    screen(desk)._follow(address)
    assert seen == [address]
    assert QGuiApplication.clipboard().text() == address


def test_other_addresses_do_nothing(desk: Desk) -> None:
    lesson = all_lessons(desk)[0]
    open_lesson(desk, lesson)
    screen(desk)._follow("file:///etc/passwd")
    assert desk.frame.router.current is not None
    assert desk.frame.router.current.params == {"lesson": lesson}


def test_a_lesson_that_is_gone_leads_back(desk: Desk) -> None:
    desk.frame.router.go(Place.LESSON, lesson="core/m99/gone")
    settle()
    assert desk.frame.language.words("To the route").spoken in words(screen(desk))
    QTest.keyClick(screen(desk), Qt.Key.Key_PageDown)


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
