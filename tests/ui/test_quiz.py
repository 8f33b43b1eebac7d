"""A quiz as a person takes it, on a real desk with the real pack."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QStackedWidget, QWidget

from pdo_app.app import Desk
from pdo_app.content.model import Question, QuestionKind
from pdo_app.learning.assembly import final_selection
from pdo_app.learning.sittings import FINAL, PRACTICE, Sitting
from pdo_app.records import Mode
from pdo_app.ui.learn.answering import AnswerPanel, ChoicePanel, MatchPanel, NumberPanel, OrderPanel
from pdo_app.ui.learn.quiz import QuizScreen
from pdo_app.ui.routes import Place
from pdo_app.ui.widgets.button import Button
from pdo_app.ui.widgets.option import Option, Verdict
from pdo_app.ui.widgets.patch import Patch
from pdo_app.ui.widgets.select import Select

from .dialogue import click_twice, go_on, stay, when_asked
from .operating import find, go, press
from .walk import settle

M03 = "core/m03"


def screen(desk: Desk) -> QuizScreen:
    view = desk.window.findChild(QStackedWidget).currentWidget()
    assert isinstance(view, QuizScreen)
    return view


def sitting(desk: Desk, target: str = PRACTICE) -> Sitting:
    found = desk.services.quizzes.resume(desk.frame.person.present, target)
    assert found is not None
    return found


def practise(desk: Desk, kind: QuestionKind) -> Question:
    """Begin the practice and go to its first question of a kind."""
    go(desk, Place.QUIZ, target=PRACTICE, module=M03)
    for place, item in enumerate(sitting(desk).items):
        if item.question.kind is kind:
            screen(desk)._step(place - screen(desk)._at)
            settle()
            return item.question
    raise AssertionError(kind)


def panel(desk: Desk, kind: type[AnswerPanel]) -> AnswerPanel:
    found = [p for p in desk.window.findChildren(kind) if p.isVisible()]
    return found[0]


def forward(desk: Desk) -> Button:
    button = find(desk, "forward")
    assert isinstance(button, Button)
    return button


def answer_right(desk: Desk, question: Question) -> None:
    """Give the right answer with the controls of the page."""
    match question.kind:
        case QuestionKind.ORDER:
            rows = panel(desk, OrderPanel)
            for place, name in enumerate(question.right):
                for _ in question.right:
                    if rows.answer.index(name) <= place:  # type: ignore[union-attr] # a list
                        break
                    press(desk, f"up_{name}")
        case QuestionKind.MATCH:
            item = screen(desk)._sitting.item(question.id)  # type: ignore[union-attr]
            partners = [option.id for option in item.partners]
            for option in question.options:
                select = find(desk, f"match_{option.id}")
                assert isinstance(select, Select)
                select.choose(partners.index(option.id))
        case QuestionKind.NUMBER:
            field = find(desk, "number")
            assert isinstance(field, QLineEdit)
            QTest.keyClicks(field, f"{question.number:g}")
        case _:
            for name in question.right:
                press(desk, f"option_{name}")
    settle()


@pytest.mark.parametrize("kind", list(QuestionKind))
def test_every_kind_is_answered_checked_and_saved(desk: Desk, kind: QuestionKind) -> None:
    question = practise(desk, kind)
    answer_right(desk, question)
    press(desk, "forward")
    given = sitting(desk).answers[question.id]
    assert given.grade.right
    assert "为什么" in " ".join(label.text() for label in desk.window.findChildren(QLabel))
    assert not desk.window.findChildren(Option, "nothing")


def test_a_question_is_asked_beside_its_picture(desk: Desk) -> None:
    go(desk, Place.QUIZ, target=PRACTICE, module=M03)
    for place, item in enumerate(sitting(desk).items):
        screen(desk)._step(place - screen(desk)._at)
        settle()
        shown = [p.accessibleName() for p in screen(desk).findChildren(Patch) if p.isVisible()]
        name = item.question.picture
        wanted = desk.library.picture(name)[0].alt.zh if name else ""
        assert len(shown) == (1 if name else 0)
        assert all(wanted in alt for alt in shown)


def test_a_practice_waits_for_an_answer(desk: Desk) -> None:
    practise(desk, QuestionKind.ONE)
    assert not forward(desk).isEnabled()
    find(desk, "option_a").click()  # type: ignore[attr-defined] # a button
    settle()
    assert forward(desk).isEnabled()


def test_a_wrong_answer_stands_and_says_why(desk: Desk) -> None:
    question = practise(desk, QuestionKind.ONE)
    wrong = next(o for o in question.options if o.id not in question.right)
    press(desk, f"option_{wrong.id}")
    press(desk, "forward")
    option = find(desk, f"option_{wrong.id}")
    assert isinstance(option, Option)
    assert option._verdict is Verdict.WRONG
    assert option.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert "您选的" in option.accessibleName()
    assert wrong.reason is not None
    words = " ".join(label.text() for label in desk.window.findChildren(QLabel))
    assert wrong.reason.zh.split("“")[0][:8] in words
    assert not sitting(desk).answers[question.id].grade.right


def test_letters_figures_and_enter_answer(desk: Desk) -> None:
    question = practise(desk, QuestionKind.ONE)
    view = screen(desk)
    QTest.keyClick(view, Qt.Key.Key_B)
    settle()
    second = sitting(desk).item(question.id).options[1]
    assert panel(desk, ChoicePanel).answer == [second.id]
    QTest.keyClick(view, Qt.Key.Key_1)
    QTest.keyClick(view, Qt.Key.Key_9)
    settle()
    first = sitting(desk).item(question.id).options[0]
    assert panel(desk, ChoicePanel).answer == [first.id]
    QTest.keyClick(view, Qt.Key.Key_Return)
    settle()
    assert question.id in sitting(desk).answers


def test_rows_move_with_alt_and_arrows(desk: Desk) -> None:
    practise(desk, QuestionKind.ORDER)
    rows = panel(desk, OrderPanel)
    before = list(rows.answer)  # type: ignore[call-overload] # a list
    button = find(desk, f"down_{before[0]}")
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    settle()
    assert rows.answer == [before[1], before[0], *before[2:]]
    assert not find(desk, f"up_{before[1]}").isEnabled(), "the first one cannot go up"


def test_words_are_no_number(desk: Desk) -> None:
    question = practise(desk, QuestionKind.NUMBER)
    field = find(desk, "number")
    QTest.keyClicks(field, "many")
    press(desk, "forward")
    assert question.id not in sitting(desk).answers
    assert "不是一个数字" in " ".join(label.text() for label in desk.window.findChildren(QLabel))
    shown = panel(desk, NumberPanel).answer
    assert shown == "many", "what was typed stays to be mended"


def test_what_was_chosen_stays_when_language_and_size_change(desk: Desk) -> None:
    practise(desk, QuestionKind.ONE)
    press(desk, "option_a")
    desk.frame.preferences.change(mode=Mode.ENGLISH, text_scale=150)
    settle()
    assert panel(desk, ChoicePanel).answer == ["a"]
    assert forward(desk).isEnabled()


def test_a_match_needs_every_line(desk: Desk) -> None:
    question = practise(desk, QuestionKind.MATCH)
    first = find(desk, f"match_{question.options[0].id}")
    assert isinstance(first, Select)
    first.choose(0)
    settle()
    assert panel(desk, MatchPanel).answer is None
    assert not forward(desk).isEnabled()


def test_half_a_match_stays_when_language_and_size_change(desk: Desk) -> None:
    question = practise(desk, QuestionKind.MATCH)
    name = f"match_{question.options[1].id}"
    first = find(desk, name)
    assert isinstance(first, Select)
    first.choose(2)
    desk.frame.preferences.change(mode=Mode.ENGLISH, text_scale=150)
    settle()
    again = find(desk, name)
    assert isinstance(again, Select)
    assert again is not first
    assert again.current == 2
    assert not forward(desk).isEnabled()


def test_what_was_taken_back_does_not_come_back(desk: Desk) -> None:
    number = begin_final_at(desk, QuestionKind.NUMBER)
    field = find(desk, "number")
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "7")
    assert sitting(desk, FINAL).answers[number.id].answer == "7"
    field.clear()
    desk.frame.preferences.change(mode=Mode.ENGLISH)
    settle()
    assert panel(desk, NumberPanel).answer is None
    several = begin_final_at(desk, QuestionKind.SEVERAL)
    for _ in range(2):
        press(desk, f"option_{several.options[0].id}")
    desk.frame.preferences.change(mode=Mode.CHINESE)
    settle()
    assert panel(desk, ChoicePanel).answer is None


def test_the_reason_is_not_clicked_away(desk: Desk) -> None:
    practise(desk, QuestionKind.TRUE_FALSE)
    here = screen(desk)._at
    press(desk, "option_true")
    click_twice(forward(desk))
    assert screen(desk)._at == here
    assert screen(desk)._panel is panel(desk, ChoicePanel)
    click_twice(forward(desk))
    assert screen(desk)._at == here + 1


def hold_enter(widget: QWidget, again: bool) -> None:
    none = Qt.KeyboardModifier.NoModifier
    key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, none, "\r", again)
    QApplication.sendEvent(widget, key)
    settle()


def test_a_key_that_is_held_down_goes_one_step(desk: Desk) -> None:
    practise(desk, QuestionKind.ONE)
    here = screen(desk)._at
    press(desk, "option_a")
    for again in (False, True, True):
        hold_enter(screen(desk), again)
    hold_enter(forward(desk), True)
    assert screen(desk)._at == here
    assert screen(desk)._panel is panel(desk, ChoicePanel)
    assert len(sitting(desk).answers) == 1


def test_two_clicks_choose_once(desk: Desk) -> None:
    question = practise(desk, QuestionKind.SEVERAL)
    click_twice(find(desk, f"option_{question.options[0].id}"))
    assert panel(desk, ChoicePanel).answer == [question.options[0].id]


def begin_final_at(desk: Desk, kind: QuestionKind) -> Question:
    """Begin the final test and go to its first question of a kind."""
    begin_final(desk)
    for place, item in enumerate(sitting(desk, FINAL).items):
        if item.question.kind is kind:
            screen(desk)._step(place - screen(desk)._at)
            settle()
            return item.question
    raise AssertionError(kind)


def begin_final(desk: Desk) -> Sitting:
    go(desk, Place.QUIZ, target=FINAL)
    return sitting(desk, FINAL)


def choose_something(desk: Desk, question: Question) -> None:
    if question.kind in (QuestionKind.ONE, QuestionKind.SEVERAL, QuestionKind.TRUE_FALSE):
        press(desk, f"option_{question.options[0].id}")
    else:
        answer_right(desk, question)


def test_the_final_test_saves_each_change_at_once(desk: Desk) -> None:
    test = begin_final(desk)
    place, item = next(
        (i, item) for i, item in enumerate(test.items) if item.question.kind is QuestionKind.ONE
    )
    screen(desk)._step(place)
    settle()
    first, second = item.options[:2]
    press(desk, f"option_{first.id}")
    assert sitting(desk, FINAL).answers[item.question.id].answer == [first.id]
    press(desk, f"option_{second.id}")
    assert sitting(desk, FINAL).answers[item.question.id].answer == [second.id]
    assert "为什么" not in " ".join(
        label.text() for label in desk.window.findChildren(QLabel) if label.isVisible()
    )


def test_the_final_test_goes_on_where_it_was(desk: Desk, new_desk: Callable[[], Desk]) -> None:
    test = begin_final(desk)
    for item in test.items[:3]:
        choose_something(desk, item.question)
        press(desk, "forward")
    answered = len(sitting(desk, FINAL).answers)
    assert answered == 3
    desk.close()
    again = new_desk()
    go(again, Place.QUIZ, target=FINAL)
    assert screen(again)._at == 3
    assert [i.question.id for i in sitting(again, FINAL).items] == [
        i.question.id for i in test.items
    ]


def test_finishing_early_asks_first(desk: Desk) -> None:
    test = begin_final(desk)
    screen(desk)._step(len(test.items) - 1)
    settle()
    said = when_asked(stay)
    press(desk, "forward")
    assert "现在交卷吗" in said[0]
    assert screen(desk)._at == 0, "the first question without an answer"
    screen(desk)._step(len(test.items) - 1)
    settle()
    when_asked(go_on)
    press(desk, "forward")
    current = desk.frame.router.current
    assert current is not None
    assert current.place is Place.RESULT


def test_an_order_that_was_left_as_it_lay_counts_when_one_goes_on(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = desk.library
    by_module = {m.id: [q.id for q in library.questions(m.id)] for m in library.modules()}
    orders = {q.id for q in library.questions() if q.kind is QuestionKind.ORDER}
    seed = next(n for n in range(1000) if orders & set(final_selection(by_module, n)))
    monkeypatch.setattr(desk.services.quizzes, "_seed", lambda: seed)
    test = begin_final(desk)
    places = [i for i, it in enumerate(test.items) if it.question.kind is QuestionKind.ORDER]
    screen(desk)._step(places[0])
    settle()
    press(desk, "forward")
    assert test.items[places[0]].question.id in sitting(desk, FINAL).answers


def test_nobody_elses_quiz_is_shown(desk: Desk) -> None:
    practise(desk, QuestionKind.ONE)
    press(desk, "option_a")
    other = desk.services.profiles.create("王芳", "IT", None, Mode.BOTH)
    desk.become(other)
    go(desk, Place.QUIZ, target=PRACTICE, module=M03)
    assert not sitting(desk).answers
    assert screen(desk)._at == 0
