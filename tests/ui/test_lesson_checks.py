"""The questions of a lesson: answered, explained, saved, kept while the page is built anew."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit

from pdo_app.app import Desk
from pdo_app.content.citing import label
from pdo_app.content.model import Language, QuestionKind
from pdo_app.records import Mode
from pdo_app.ui.learn.answering import AnswerPanel
from pdo_app.ui.widgets.option import Option
from pdo_app.ui.widgets.patch import SourceLabel
from pdo_app.ui.widgets.select import Select

from .lesson_room import blocks, check_of, latest, open_lesson, page, press, with_question, words
from .walk import settle


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
