"""Every screen in every state worth looking at, on a real desk.

Each function goes somewhere and yields the name of what is now on the screen. The first state of
a place is its usual one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from pdo_app.app import Desk
from pdo_app.content.model import Question, QuestionKind
from pdo_app.learning.grading import Answer
from pdo_app.learning.sittings import FINAL, PRACTICE, Sitting
from pdo_app.records import Group, Learner, Mode, TrainingSession
from pdo_app.training import agenda
from pdo_app.ui.routes import Place
from pdo_app.ui.widgets.select import Select

from .registered import roster_and_attendance
from .taught import show, wall_and_report
from .walk import settle

LONG = "阿卜杜勒" * 50
"""A name of 200 characters, the most that fits."""
MARKUP = "<b>x</b> & =1+1 \u202eabc 😀"

States = Iterator[str]


def find(desk: Desk, name: str) -> QWidget:
    """Return the widget with this object name on the screen."""
    return next(w for w in desk.window.findChildren(QWidget, name) if w.isVisible())


def press(desk: Desk, name: str) -> None:
    """Click a button by its object name."""
    button = find(desk, name)
    assert isinstance(button, QAbstractButton)
    button.click()
    settle()


def another(desk: Desk, name: str, departure: date | None, pin: str | None = None) -> Learner:
    """Make one more person."""
    return desk.services.profiles.create(name, "DE", departure, Mode.BOTH, pin)


def go(desk: Desk, place: Place, **params: str) -> None:
    """Go to a place and wait until it stands."""
    desk.frame.router.go(place, **params)
    settle()


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
    yield "glossary"
    field = find(desk, "find_term")
    assert isinstance(field, QLineEdit)
    field.setText("@@@")
    settle()
    yield "glossary, nothing found"


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


def a_class(desk: Desk, days: int, title: str = "11月德国焊工两天班") -> TrainingSession:
    """Plan a session of two days that begins some days from now, with six people on its roster."""
    training = desk.services.training()
    session = training.sessions.create(
        title,
        desk.library.templates()[-1].id,
        desk.today() + timedelta(days=days),
        trainer="陈建华",
        place="三楼会议室",
        destination="DE",
        sector="建筑",
        groups=(Group.RETURNEES, Group.FIRST_TIMERS),
    )
    for name in ("王海涛", "刘秀英", "张志强", "陈喆", "赵玉梅", LONG):
        training.roster.add(session, name, company="南通三建", phone="4821")
    return session


# What somebody has done before.


def read_all(desk: Desk) -> None:
    """Complete every lesson."""
    for module in desk.library.modules():
        for head in module.lessons:
            desk.services.progress.complete(desk.frame.person.present, head.id)


def read_guide(desk: Desk) -> None:
    """Complete the guide of Germany."""
    guide = desk.library.guide("DE")
    assert guide is not None
    for head in guide.lessons:
        desk.services.progress.complete(desk.frame.person.present, head.id)


def practised(desk: Desk) -> Sitting:
    """Finish a practice with nothing right."""
    does, learner = desk.services, desk.frame.person.present
    sitting = does.quizzes.practice(learner, desk.library.modules()[0].id)
    for item in sitting.items:
        sitting = does.quizzes.answer(sitting, item.question.id, wrong(item.question))
    does.quizzes.finish(sitting)
    return sitting


def final_passed(desk: Desk) -> Sitting:
    """Finish the final test with everything right."""
    does = desk.services
    sitting = does.quizzes.final(desk.frame.person.present)
    for item in sitting.items:
        sitting = does.quizzes.answer(sitting, item.question.id, right(item.question))
    does.quizzes.finish(sitting)
    return sitting


def right(question: Question) -> Answer:
    """Return the right answer."""
    match question.kind:
        case QuestionKind.NUMBER:
            return f"{question.number:g}"
        case QuestionKind.TRUE_FALSE:
            return question.right == ("true",)
        case QuestionKind.MATCH:
            return {option.id: option.id for option in question.options}
        case _:
            return list(question.right)


def wrong(question: Question) -> Answer:
    """Return a wrong answer."""
    match question.kind:
        case QuestionKind.NUMBER:
            return f"{(question.number or 0) + 1:g}"
        case QuestionKind.TRUE_FALSE:
            return question.right != ("true",)
        case QuestionKind.MATCH:
            names = [option.id for option in question.options]
            return dict(zip(names, names[1:] + names[:1], strict=True))
        case QuestionKind.ORDER:
            return list(question.right[::-1])
        case _:
            return [option.id for option in question.options if option.id not in question.right][:1]


def answer_on_screen(desk: Desk, question: Question) -> None:
    """Give some answer as a person would, wrong where that is easy."""
    match question.kind:
        case QuestionKind.NUMBER:
            field = find(desk, "number")
            assert isinstance(field, QLineEdit)
            QTest.keyClicks(field, str(wrong(question)))
        case QuestionKind.MATCH:
            for at, option in enumerate(question.options):
                select = find(desk, f"match_{option.id}")
                assert isinstance(select, Select)
                select.choose(at)
        case QuestionKind.ORDER:
            pass
        case _:
            chosen = next(o.id for o in question.options if o.id not in question.right)
            press(desk, f"option_{chosen}")
    settle()
