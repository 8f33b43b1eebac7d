"""Every screen in every state worth looking at, on a real desk.

Each function goes somewhere and yields the name of what is now on the screen. The first state of
a place is its usual one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from pdo_app.app import Desk
from pdo_app.content.model import QuestionKind
from pdo_app.learning.sittings import FINAL, PRACTICE
from pdo_app.records import Mode
from pdo_app.training import agenda
from pdo_app.ui.routes import Place

from .operating import find, go, press
from .prepared import (
    LONG,
    MARKUP,
    a_class,
    another,
    answer_on_screen,
    final_passed,
    practised,
    read_all,
    read_guide,
    wrong,
)
from .registered import roster_and_attendance
from .taught import show, wall_and_report
from .walk import settle

States = Iterator[str]


def start(desk: Desk) -> States:
    go(desk, Place.PEOPLE)
    go(desk, Place.START)
    yield "start"
    press(desk, "start")
    yield "start, nothing filled in"
    press(desk, "country_DE")
    press(desk, "with_pin")
    find(desk, "name").setFocus()
    yield "start, with a destination and a PIN"


def people(desk: Desk) -> States:
    another(desk, LONG, None)
    another(desk, MARKUP, None, "1234")
    go(desk, Place.PEOPLE)
    yield "people"
    for at in range(12):
        another(desk, f"王小{'一二三四五六七八九十甲乙'[at]}", None)
    go(desk, Place.PEOPLE)
    yield "people, so many that one looks for a name"


def home(desk: Desk) -> States:
    go(desk, Place.HOME)
    yield "home"
    for name, days, words in (
        (LONG, None, "home, no day yet and a long name"),
        (MARKUP, 0, "home, leaving today, markup as a name"),
    ):
        day = None if days is None else desk.today() + timedelta(days=days)
        desk.become(another(desk, name, day))
        settle()
        yield words
    read_all(desk)
    go(desk, Place.HOME)
    yield "home, everything read"


def journey(desk: Desk) -> States:
    go(desk, Place.JOURNEY)
    yield "journey"
    read_all(desk)
    go(desk, Place.JOURNEY)
    yield "journey, everything read"
    read_guide(desk)
    go(desk, Place.JOURNEY)
    yield "journey, the guide read too"


def lesson(desk: Desk) -> States:
    """Read lessons until each kind of block was seen, the richest first."""
    kinds = {
        head.id: {block.kind for block in desk.library.lesson(head.id).blocks}
        for module in desk.library.modules()
        for head in module.lessons
    }
    unseen = set().union(*kinds.values())
    while unseen:
        name = max(kinds, key=lambda name: len(kinds[name] & unseen))
        unseen -= kinds[name]
        go(desk, Place.LESSON, lesson=name)
        yield f"lesson {name}"
    guide = desk.library.guide("DE")
    assert guide is not None
    go(desk, Place.LESSON, lesson=guide.lessons[-1].id)
    yield "lesson, the last of a guide"


def glossary(desk: Desk) -> States:
    go(desk, Place.GLOSSARY)
    # All words in every look would take a minute: the first state has a page of them.
    for words, state in (("证", "glossary"), ("", "glossary, all"), ("@@@", "glossary, nothing")):
        field = find(desk, "find_term")
        assert isinstance(field, QLineEdit)
        field.setText(words)
        settle()
        yield state


def checklists(desk: Desk) -> States:
    go(desk, Place.CHECKLISTS)
    yield "checklists"
    items = desk.library.items("DE")
    go(desk, Place.CHECKLISTS, item=items[1].id)
    yield "checklists, a thing opened"
    press(desk, "fold")
    yield "checklists, with what is done"
    go(desk, Place.CHECKLISTS, group="first-month")
    yield "checklists, after the arrival"
    desk.become(another(desk, LONG, None))
    go(desk, Place.CHECKLISTS)
    yield "checklists, no day yet"
    for item in items:
        desk.services.checklists.tick(desk.frame.person.present, item.id)
    settle()
    yield "checklists, all done"


def quizzes(desk: Desk) -> States:
    go(desk, Place.QUIZZES)
    yield "quizzes"
    practised(desk)
    desk.services.quizzes.final(desk.frame.person.present)
    go(desk, Place.QUIZZES)
    yield "quizzes, one practised, the test begun"


def quiz(desk: Desk) -> States:
    module = desk.library.modules()[0].id
    does, learner = desk.services, desk.frame.person.present
    sitting = does.quizzes.practice(learner, module)
    go(desk, Place.QUIZ, target=PRACTICE, module=module)
    yield "practice"
    seen: set[QuestionKind] = set()
    for item in sitting.items:
        question = item.question
        if question.kind not in seen:
            seen.add(question.kind)
            go(desk, Place.QUIZ, target=PRACTICE, module=module)
            yield f"practice, {question.kind} asked"
            answer_on_screen(desk, question)
            press(desk, "forward")
            yield f"practice, {question.kind} checked"
        else:
            sitting = does.quizzes.answer(sitting, question.id, wrong(question))
    go(desk, Place.QUIZ, target=FINAL)
    yield "final test"


def result(desk: Desk) -> States:
    sitting = practised(desk)
    go(desk, Place.RESULT, attempt=str(sitting.attempt))
    yield "result, all wrong"
    passed = final_passed(desk)
    go(desk, Place.RESULT, attempt=str(passed.attempt))
    yield "result, passed"


def certificate(desk: Desk) -> States:
    go(desk, Place.CERTIFICATE)
    yield "certificate, the way to it"
    read_all(desk)
    final_passed(desk)
    go(desk, Place.CERTIFICATE)
    yield "certificate, given"
    desk.become(another(desk, LONG, None))
    read_all(desk)
    final_passed(desk)
    go(desk, Place.CERTIFICATE)
    yield "certificate, a long name"


def country(desk: Desk) -> States:
    go(desk, Place.COUNTRY)
    yield "my country"
    press(desk, "all_facts")
    yield "my country, all facts"
    read_guide(desk)
    go(desk, Place.COUNTRY)
    yield "my country, the guide read"
    # A long name of a language, and a change of the clocks that never comes.
    desk.become(desk.services.profiles.create("王芳", "IS", None, Mode.BOTH))
    go(desk, Place.COUNTRY)
    yield "my country, without summer time"
    desk.frame.person.become_trainer()
    go(desk, Place.COUNTRY)
    yield "a country, for a trainer"


def emergency(desk: Desk) -> States:
    go(desk, Place.EMERGENCY)
    yield "emergency"
    situation = desk.library.situations()[0].id
    go(desk, Place.EMERGENCY, situation=situation)
    yield "emergency, a situation"
    desk.become(desk.services.profiles.create("王芳", "AT", None, Mode.BOTH))
    go(desk, Place.EMERGENCY)
    yield "emergency, several national numbers"
    go(desk, Place.PEOPLE)
    go(desk, Place.EMERGENCY)
    yield "emergency, nobody there"


def settings(desk: Desk) -> States:
    go(desk, Place.SETTINGS)
    yield "settings"
    desk.become(another(desk, LONG, None, "1234"))
    go(desk, Place.SETTINGS)
    yield "settings, a long name, no day, a PIN"


def trainer(desk: Desk) -> States:
    desk.frame.person.become(None)
    go(desk, Place.TRAINER)
    yield "the door, no PIN yet"
    for name in ("new_pin", "again"):
        field = find(desk, name)
        assert isinstance(field, QLineEdit)
        QTest.keyClicks(field, "2580")
    press(desk, "set")
    yield "the recovery code"
    press(desk, "kept")
    yield "trainer's page, nothing planned"
    a_class(desk, -20, title=LONG)
    a_class(desk, 9, title=MARKUP)
    a_class(desk, 0)
    go(desk, Place.TRAINER)
    yield "trainer's page, a session today"
    desk.frame.person.become(None)
    go(desk, Place.TRAINER)
    yield "the door"
    press(desk, "forgot")
    yield "the door, the PIN forgotten"


def sessions(desk: Desk) -> States:
    desk.frame.person.become_trainer()
    go(desk, Place.SESSIONS)
    yield "sessions, none yet"
    for days, title in ((-20, LONG), (0, "两天班"), (9, MARKUP)):
        session = a_class(desk, days, title=title)
    desk.services.training().sessions.close(session)
    go(desk, Place.SESSIONS)
    yield "sessions"


def session_new(desk: Desk) -> States:
    desk.services.training().access.save_centre(trainers=["陈建华", LONG])
    desk.frame.person.become_trainer()
    go(desk, Place.SESSION_NEW)
    yield "new session"
    press(desk, "template_fit")
    yield "new session, of modules"
    press(desk, "make")
    yield "new session, nothing chosen"


def session(desk: Desk) -> States:
    desk.frame.person.become_trainer()
    made = a_class(desk, 0)
    go(desk, Place.SESSION, session=str(made.id))
    yield "session, its plan"
    training = desk.services.training()
    lessons = [one for one in made.plan[0].segments if one.lessons]
    press(desk, f"minutes_{lessons[0].id}_more")
    training.sessions.replan(made, agenda.skip(training.sessions.get(made.id).plan, lessons[0].id))
    settle()
    yield "session, a part left out"
    yield from roster_and_attendance(desk, training.sessions.get(made.id))
    yield from wall_and_report(desk, training.sessions.get(made.id))
    show(desk, made, "plan")
    made = training.sessions.close(made)
    settle()
    yield "session, its plan, closed"
    training.sessions.remove(made)
    settle()
    yield "session, removed"


def centre(desk: Desk) -> States:
    desk.frame.person.become_trainer()
    go(desk, Place.CENTRE)
    yield "centre"
    names = ["陈建华", LONG, MARKUP]
    desk.services.training().access.save_centre(name=LONG, address=LONG, trainers=names)
    go(desk, Place.CENTRE)
    yield "centre, long names"


_STATES: dict[Place, Callable[[Desk], States]] = {
    Place.START: start,
    Place.PEOPLE: people,
    Place.HOME: home,
    Place.JOURNEY: journey,
    Place.LESSON: lesson,
    Place.GLOSSARY: glossary,
    Place.CHECKLISTS: checklists,
    Place.QUIZZES: quizzes,
    Place.COUNTRY: country,
    Place.QUIZ: quiz,
    Place.RESULT: result,
    Place.CERTIFICATE: certificate,
    Place.EMERGENCY: emergency,
    Place.SETTINGS: settings,
    Place.TRAINER: trainer,
    Place.SESSIONS: sessions,
    Place.SESSION_NEW: session_new,
    Place.SESSION: session,
    Place.CENTRE: centre,
}


def states(desk: Desk, place: Place) -> States:
    """Show a place in every state; one that is not known here in its usual one."""
    known = _STATES.get(place)
    if known is not None:
        yield from known(desk)
        return
    go(desk, place)
    yield place.value
