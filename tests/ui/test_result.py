"""What came out of a quiz, and the certificate at the end."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QFileDialog, QLabel

from pdo_app.app import Desk
from pdo_app.learning.grading import Answer
from pdo_app.learning.sittings import FINAL, PRACTICE, Sitting
from pdo_app.records import Mode
from pdo_app.ui.routes import Place, Route

from .dialogue import go_on, when_asked
from .operating import find, go, press
from .prepared import read_all, right
from .walk import settle


def take(desk: Desk, target: str, wrong: int) -> Sitting:
    """Take a quiz through the services: the first ``wrong`` questions stay without an answer."""
    quizzes, learner = desk.services.quizzes, desk.frame.person.present
    taken = quizzes.final(learner) if target == FINAL else quizzes.practice(learner, "core/m01")
    for item in taken.items[wrong:]:
        answer: Answer = right(item.question)
        taken = quizzes.answer(taken, item.question.id, answer)
    quizzes.finish(taken)
    return taken


def words(desk: Desk) -> str:
    shown = [label for label in desk.window.findChildren(QLabel) if label.isVisible()]
    return "\n".join(label.text() for label in shown)


def test_a_passed_test_with_lessons_left_says_what_is_missing(desk: Desk) -> None:
    taken = take(desk, FINAL, wrong=2)
    go(desk, Place.RESULT, attempt=str(taken.attempt))
    assert "18 / 20" in words(desk)
    assert "要拿证书，还有" in words(desk)
    assert "2 道题再看一看" in words(desk)
    press(desk, "forward")
    assert desk.frame.router.current.place is Place.LESSON  # type: ignore[union-attr]


def test_a_test_that_was_not_passed_can_be_taken_again(desk: Desk) -> None:
    taken = take(desk, FINAL, wrong=10)
    go(desk, Place.RESULT, attempt=str(taken.attempt))
    assert "考几次都可以" in words(desk)
    press(desk, "again")
    again = desk.services.quizzes.resume(desk.frame.person.present, FINAL)
    assert again is not None
    assert again.attempt != taken.attempt


def test_a_practice_without_a_fault(desk: Desk) -> None:
    taken = take(desk, PRACTICE, wrong=0)
    go(desk, Place.RESULT, attempt=str(taken.attempt))
    assert "全部答对" in words(desk)
    assert "再看一看" not in words(desk)


def test_a_fault_leads_to_its_lesson(desk: Desk) -> None:
    taken = take(desk, PRACTICE, wrong=1)
    go(desk, Place.RESULT, attempt=str(taken.attempt))
    question = taken.items[0].question
    assert question.stem.zh[:6] in words(desk)
    assert desk.library.lesson(question.lesson).title.zh in find(desk, "read_lesson").text()
    press(desk, "read_lesson")
    assert desk.frame.router.current == Route(Place.LESSON, {"lesson": question.lesson})


def test_the_final_test_leads_the_page_once_all_is_read(desk: Desk) -> None:
    def top(name: str) -> int:
        return find(desk, name).mapTo(desk.window, QPoint()).y()

    first = f"practice_{desk.library.modules()[0].id}"
    go(desk, Place.QUIZZES)
    assert top("final") > top(first)
    read_all(desk)
    go(desk, Place.HOME)
    go(desk, Place.QUIZZES)
    assert top("final") < top(first)


def test_before_it_is_earned_the_certificate_says_what_is_missing(desk: Desk) -> None:
    go(desk, Place.CERTIFICATE)
    assert "拿证书要做什么" in words(desk)
    assert "还没考" in words(desk)
    press(desk, "step0")
    assert desk.frame.router.current.place is Place.JOURNEY  # type: ignore[union-attr]


@pytest.fixture
def certified(desk: Desk) -> Desk:
    read_all(desk)
    take(desk, FINAL, wrong=1)
    go(desk, Place.CERTIFICATE)
    return desk


def test_the_certificate_is_saved_as_a_pdf(
    certified: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "证书"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), "PDF"))
    press(certified, "save")
    settle()
    pages = PdfReader(target.with_name("证书.pdf")).pages
    assert len(pages) == 1
    text = pages[0].extract_text()
    assert "李建国" in text
    assert "19" in text
    assert "存好了" in words(certified)


def test_a_place_that_cannot_be_written_is_told(
    certified: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "gone" / "a.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), "PDF"))
    said = when_asked(go_on)
    press(certified, "save")
    settle()
    assert "找不到文件夹" in said[0]
    assert "存好了" not in words(certified)


def test_the_certificate_shows_the_day_in_the_language_that_is_spoken(certified: Desk) -> None:
    assert "2026年11月24日" in words(certified)
    certified.frame.preferences.change(mode=Mode.ENGLISH)
    settle()
    assert "24 November 2026" in words(certified)
    assert find(certified, "save").isVisible()
