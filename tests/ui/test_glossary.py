"""Words of the glossary: in a lesson, and on their own page."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from pdo_app.app import Desk
from pdo_app.content.linking import TERM
from pdo_app.records import Mode
from pdo_app.ui.learn.glossary import GlossaryScreen
from pdo_app.ui.learn.term_card import TermCard, place_of
from pdo_app.ui.routes import Place

from .operating import find, go, press
from .walk import settle

LESSON = "core/m03/not-allowed-fees"


def words(desk: Desk) -> str:
    return "\n".join(x.text() for x in desk.window.findChildren(QLabel) if x.isVisible())


def field(desk: Desk) -> QLineEdit:
    found = find(desk, "find_term")
    assert isinstance(found, QLineEdit)
    return found


def term_link(desk: Desk) -> QLabel:
    """Return the first paragraph of the lesson with a word of the glossary."""
    labels = [x for x in desk.window.findChildren(QLabel) if x.isVisible()]
    return next(x for x in labels if f'href="{TERM}' in x.text())


def card() -> TermCard | None:
    shown = [w for w in QApplication.topLevelWidgets() if isinstance(w, TermCard) and w.isVisible()]
    return shown[0] if shown else None


@pytest.fixture
def lesson(desk: Desk) -> Desk:
    go(desk, Place.LESSON, lesson=LESSON)
    return desk


def open_by_keyboard(desk: Desk) -> tuple[QLabel, TermCard]:
    label = term_link(desk)
    label.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(label, Qt.Key.Key_Return)
    settle()
    shown = card()
    assert shown is not None
    return label, shown


def test_a_word_is_explained_and_escape_leads_back(lesson: Desk) -> None:
    label, shown = open_by_keyboard(lesson)
    name = label.text().split(TERM)[1].split('"')[0]
    term = lesson.library.term(name)
    said = "\n".join(x.text() for x in shown.findChildren(QLabel))
    for word in (term.name.zh, term.name.en, term.pinyin, term.meaning.zh):
        assert word in said
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    settle()
    assert card() is None
    assert label.hasFocus()
    QTest.keyClick(label, Qt.Key.Key_Return)
    settle()
    assert card() is not None, "the word can be asked for again"


def test_the_card_stands_at_the_word(lesson: Desk) -> None:
    label = term_link(lesson)
    address = TERM + label.text().split(TERM)[1].split('"')[0]
    place = place_of(label, address)
    assert label.rect().contains(place)
    assert place.width() == 1
    assert place_of(label, "term:nothing") == label.rect()


def test_from_the_card_to_the_lesson_and_to_all_words(lesson: Desk) -> None:
    _, shown = open_by_keyboard(lesson)
    name = shown.findChild(QWidget, "term_glossary")
    assert name is not None
    name.click()  # type: ignore[attr-defined]
    settle()
    assert isinstance(lesson.window.findChild(GlossaryScreen), GlossaryScreen)
    current = lesson.frame.router.current
    assert current is not None
    assert current.place is Place.GLOSSARY
    assert field(lesson).text() == lesson.library.term(current.params["term"]).name.zh
    press(lesson, "back")
    assert lesson.frame.router.current.place is Place.LESSON  # type: ignore[union-attr]


def test_a_word_that_the_glossary_no_longer_has(lesson: Desk) -> None:
    term_link(lesson).linkActivated.emit("term:gone")
    settle()
    assert card() is None


def test_the_page_finds_words_in_every_spelling(desk: Desk) -> None:
    go(desk, Place.JOURNEY)
    press(desk, "glossary")
    terms = desk.library.terms()
    term = next(t for t in terms if t.name.zh == "押金")
    for typed in ("押金", "yājīn", "ya jin", "yajin", term.name.en.upper()):
        field(desk).setText(typed)
        settle()
        assert term.meaning.zh in words(desk), typed
    field(desk).setText("@@@")
    settle()
    assert "词汇表里没有这个词。" in words(desk)
    field(desk).clear()
    settle()
    shown = words(desk)
    assert sum(t.meaning.zh in shown for t in terms) == len(terms)


def test_in_english_words_stand_by_their_letter(desk: Desk) -> None:
    desk.frame.preferences.change(mode=Mode.ENGLISH)
    go(desk, Place.GLOSSARY)
    settle()
    headings = [x.text() for x in desk.window.findChildren(QLabel) if len(x.text()) == 1]
    letters = {t.name.en[0].upper() for t in desk.library.terms()}
    assert letters & set("ABC") <= set(headings)
    assert headings == sorted(headings, key=lambda letter: (letter == "#", letter))


def test_a_lesson_opens_from_a_word(desk: Desk) -> None:
    go(desk, Place.GLOSSARY)
    term = next(t for t in desk.library.terms() if t.lesson is not None)
    field(desk).setText(term.name.zh)
    settle()
    press(desk, f"lesson_{term.id}")
    current = desk.frame.router.current
    assert current is not None
    assert current.params == {"lesson": term.lesson}


def test_the_page_stands_at_once(desk: Desk) -> None:
    go(desk, Place.GLOSSARY)
    view = desk.window.findChild(GlossaryScreen)
    assert view is not None
    times = []
    for _ in range(5):
        begin = time.perf_counter()
        built = view.build()
        times.append(time.perf_counter() - begin)
        built.deleteLater()
    assert min(times) < 0.05


def test_a_card_keeps_within_the_screen(lesson: Desk) -> None:
    label, shown = open_by_keyboard(lesson)
    screen = label.screen().availableGeometry()
    assert screen.contains(QRect(shown.geometry()), False)
