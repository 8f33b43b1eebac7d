"""What stands on the slides: every card can be drawn, nothing gives an answer away."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QImage, QMouseEvent
from PySide6.QtWidgets import QApplication

from pdo_app.app import Desk
from pdo_app.content.model import QuestionKind
from pdo_app.records import EventVerb, Mode
from pdo_app.training.presentation import CardKind
from pdo_app.training.wall import WallKind
from pdo_app.ui.language import Words
from pdo_app.ui.present.canvas import SlideCanvas
from pdo_app.ui.present.faces import Look, Speech, State, WallWords, answers, partners
from pdo_app.ui.present.lettering import SMALLEST, Lettering, Pair, fitted, shortened
from pdo_app.ui.present.painting import HEIGHT, WIDTH
from pdo_app.ui.present.screen import PresentScreen

from .classroom import add_session, audience_of, present, stage_of


@pytest.fixture
def screen(new_desk: Callable[[], Desk]) -> PresentScreen:
    desk = new_desk()
    return present(desk, add_session(desk))


def test_every_slide_of_a_long_session_can_be_drawn(new_desk: Callable[[], Desk]) -> None:
    desk = new_desk()
    screen = present(desk, add_session(desk, "two-days"))
    stage, shown = stage_of(screen), screen._shown
    assert shown is not None
    canvas = SlideCanvas(screen._painter)
    canvas.resize(640, 360)
    edge = QRect(0, 322, 640, 1)  # the first line of the foot that holds nothing but cloth
    cloth = QImage(edge.size(), QImage.Format.Format_RGB32)
    cloth.fill(screen._painter._theme.colour("hero"))
    for mode in Mode:
        stage.mode = mode
        for card in stage.deck:
            for answer in (False, True):
                face = shown.face(card, answer=answer)
                assert face.title.main
                if face.look is Look.QUESTION and answer:
                    assert any(one.state is State.RIGHT for one in face.answers)
                canvas.show_face(face)
                image = QImage(canvas.size(), QImage.Format.Format_RGB32)
                canvas.render(image, QPoint())
                if face.look is not Look.CLOTH:
                    assert image.copy(edge) == cloth, f"{card.id} in {mode} runs into the foot"


def test_a_question_does_not_give_its_answer_away(desk: Desk) -> None:
    speech = Speech(desk.frame.language.texts, Mode.BOTH)
    kinds = set()
    for question in desk.library.questions():
        before = answers(question, speech, shown=False)
        assert all(one.state is State.OPEN for one in before)
        if question.kind is QuestionKind.ORDER:
            written = [speech.show(option.text) for option in question.options]
            assert [one.words for one in before] != written
        if question.kind is QuestionKind.MATCH:
            right = [speech.show(o.partner) for o in question.options if o.partner]
            turned = [one.words for one in partners(question, speech)]
            assert all(a != b for a, b in zip(right, turned, strict=True))
        kinds.add(question.kind)
    assert kinds == set(QuestionKind)


def test_nothing_is_smaller_than_can_be_read(qapp: object) -> None:
    pair = Pair(Words("话" * 400, "word " * 300), 20, 600)
    assert pair.main.height / pair.main.lines >= SMALLEST
    (last,) = fitted((Words("话" * 900),), (60, 40), 600, 100, 0)
    assert last.height > 100, "what never fits is drawn in the last size"


def test_the_light_stays_on_the_slide(screen: PresentScreen) -> None:
    canvas = SlideCanvas(screen._painter)
    canvas.resize(1000, 300)  # wider than the slide: black at both sides
    area = canvas.area()
    assert area.width() / area.height() == pytest.approx(WIDTH / HEIGHT)
    assert area.left() > 0
    got: list[QPointF] = []
    canvas.pointed.connect(got.append)
    canvas.setMouseTracking(True)
    none, at = Qt.MouseButton.NoButton, QPointF(2, 150)
    move = QMouseEvent(QEvent.Type.MouseMove, at, at, none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(canvas, move)
    (found,) = got
    assert (found.x(), found.y()) == (0, pytest.approx(0.5, abs=0.01))


def test_wall_words_are_read_anew(new_desk: Callable[[], Desk]) -> None:
    desk = new_desk()
    session = add_session(desk)
    screen = present(desk, session)
    stage, shown = stage_of(screen), screen._shown
    assert shown is not None
    card = next(one for one in stage.deck if one.kind is CardKind.OPENING)
    assert not any(column.lines for column in shown.face(card).columns)
    screen._training.wall.ask(session, WallKind.WORRY, "怕听不懂")
    assert shown.face(card).columns[2].lines == ("怕听不懂",)
    assert screen._wall_words() == WallWords(worry=("怕听不懂",))
    verbs = [event.verb for event in desk.store.events.of(session.id)]
    assert EventVerb.PRESENTED in verbs


@pytest.mark.parametrize("text", ["很长的问题" * 40, "word " * 80, "W" * 400, "😀王" * 90])
def test_a_long_question_is_cut_and_others_have_room(qapp: object, text: str) -> None:
    for most in (1, 2, 3):
        cut = shortened(text, 34, 400, most)
        assert cut.endswith("…")
        assert text.startswith(cut[:-1])
        assert Lettering(cut, 34, 400).lines == most
    assert shortened("短", 34, 400, 1) == "短"


def test_long_questions_are_seen_on_the_wall(new_desk: Callable[[], Desk]) -> None:
    """One that is longer than its column once left the whole column empty."""
    desk = new_desk()
    session = add_session(desk)
    screen = present(desk, session)
    empty = audience_of(screen).grab().toImage()
    for number in range(4):
        screen._training.wall.ask(session, WallKind.WANT, f"{number} " + "很长的问题" * 30)
    stage_of(screen)._tick()
    assert audience_of(screen).grab().toImage() != empty


def test_a_question_asks_for_hands_until_it_is_answered(screen: PresentScreen) -> None:
    stage, shown = stage_of(screen), screen._shown
    assert shown is not None
    stage.mode = Mode.ENGLISH
    for card in stage.deck:
        if card.kind is not CardKind.QUESTION:
            continue
        assert card.slide is not None
        question = screen._library.question(card.slide.question or "")
        choice = question.kind not in (QuestionKind.ORDER, QuestionKind.MATCH, QuestionKind.NUMBER)
        asked = shown.face(card).task.main
        assert asked == ("Raise a hand: which one?" if choice else "")
        assert not shown.face(card, answer=True).task.main


def test_an_activity_says_how_people_work(screen: PresentScreen) -> None:
    stage, shown = stage_of(screen), screen._shown
    assert shown is not None
    stage.mode = Mode.ENGLISH
    told = {card.slide.method: shown.face(card).task.main for card in stage.deck if card.slide}
    assert told.pop("") in ("", "Raise a hand: which one?")
    assert told
    assert all(told.values())
