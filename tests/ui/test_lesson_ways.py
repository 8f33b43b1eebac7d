"""Where the page of a lesson leads: on, back, to other lessons, to addresses."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel

from pdo_app.app import Desk
from pdo_app.content.model import Block
from pdo_app.learning.sittings import PRACTICE
from pdo_app.records import Verb
from pdo_app.ui.learn.contents import Contents
from pdo_app.ui.routes import Place

from .lesson_room import all_lessons, first_with, open_lesson, page, press, screen, words
from .walk import settle


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
