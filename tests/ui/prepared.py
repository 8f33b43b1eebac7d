"""What was there before: people and classes, and what somebody has read and answered."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from pdo_app.app import Desk
from pdo_app.content.model import Question, QuestionKind
from pdo_app.learning.grading import Answer
from pdo_app.learning.sittings import Sitting
from pdo_app.records import Group, Learner, Mode, TrainingSession
from pdo_app.ui.widgets.select import Select

from .operating import find, press
from .walk import settle

LONG = "阿卜杜勒" * 50
"""A name of 200 characters, the most that fits."""
MARKUP = "<b>x</b> & =1+1 \u202eabc 😀"


def another(desk: Desk, name: str, departure: date | None, pin: str | None = None) -> Learner:
    """Make one more person."""
    return desk.services.profiles.create(name, "DE", departure, Mode.BOTH, pin)


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
