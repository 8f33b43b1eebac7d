"""The route on the real screen: where a person stands, and where each stop leads."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QAbstractButton

from pdo_app.app import Desk
from pdo_app.content.model import Module
from pdo_app.learning import overview as reckoning
from pdo_app.learning.overview import Overview
from pdo_app.learning.progress import Progress
from pdo_app.learning.sittings import FINAL, PRACTICE
from pdo_app.records import Learner, Mode
from pdo_app.ui.learn.journey import JourneyScreen
from pdo_app.ui.learn.route import Head, RouteColumns, Station
from pdo_app.ui.routes import Place
from pdo_app.ui.theme import Layout

from .lesson_room import press, words
from .walk import settle


def show(desk: Desk) -> JourneyScreen:
    desk.frame.router.go(Place.JOURNEY)
    settle()
    found = desk.window.findChild(JourneyScreen)
    assert found is not None
    return found


def button(screen: JourneyScreen, name: str) -> QAbstractButton | None:
    return screen.findChild(QAbstractButton, name)


def where(desk: Desk) -> tuple[Place, dict[str, str]]:
    assert desk.frame.router.current is not None
    return desk.frame.router.current.place, desk.frame.router.current.params


def read_all(desk: Desk) -> None:
    learner = desk.frame.person.present
    for module in desk.library.modules():
        for lesson in module.lessons:
            desk.services.progress.complete(learner, lesson.id)


def pass_final(desk: Desk) -> None:
    learner, quizzes = desk.frame.person.present, desk.services.quizzes
    sitting = quizzes.final(learner)
    for item in sitting.items:
        question = item.question
        answer: object = list(question.right)
        if question.kind.value == "true_false":
            answer = question.right == ("true",)
        elif question.kind.value == "number":
            answer = question.number
        elif question.kind.value == "match":
            answer = {option.id: option.id for option in question.options}
        sitting = quizzes.answer(sitting, question.id, answer)  # type: ignore[arg-type]
    assert sitting.target == FINAL
    assert quizzes.finish(sitting).passed


def test_every_module_stands_on_the_route(desk: Desk) -> None:
    said = words(show(desk))
    for module in desk.library.modules():
        assert module.title.zh in said
        assert module.title.en in said


def test_the_present_module_goes_on_where_the_person_was(desk: Desk) -> None:
    screen = show(desk)
    following = desk.services.progress.overview(desk.frame.person.present).next
    assert following is not None
    press(screen, "continue")
    assert where(desk) == (Place.LESSON, {"lesson": following.id})


def test_a_module_that_is_read_opens_its_first_lesson(desk: Desk) -> None:
    module = desk.library.modules()[0]
    press(show(desk), f"module_{module.id}")
    assert where(desk) == (Place.LESSON, {"lesson": module.lessons[0].id})


def test_a_module_ahead_opens_its_first_open_lesson(desk: Desk) -> None:
    module = desk.library.modules()[-1]
    desk.services.progress.complete(desk.frame.person.present, module.lessons[0].id)
    press(show(desk), f"module_{module.id}")
    assert where(desk) == (Place.LESSON, {"lesson": module.lessons[1].id})


def test_lessons_unfold_below_their_module(desk: Desk) -> None:
    modules = desk.library.modules()
    if len(modules) > 7:
        desk.frame.preferences.change(text_scale=150)
    screen = show(desk)
    here = desk.services.progress.overview(desk.frame.person.present).next
    assert here is not None
    assert button(screen, f"chapter_{here.id}") is not None
    other = next(module for module in modules if module.id != here.module)
    lesson = other.lessons[1].id
    assert button(screen, f"chapter_{lesson}") is None
    press(screen, f"turn_{other.id}")
    press(screen, f"chapter_{lesson}")
    assert where(desk) == (Place.LESSON, {"lesson": lesson})
    screen = show(desk)
    assert button(screen, f"chapter_{lesson}") is None or here.module == other.id


def test_a_finished_practice_shows_its_score(desk: Desk) -> None:
    learner, quizzes = desk.frame.person.present, desk.services.quizzes
    module = desk.library.modules()[0].id
    sitting = quizzes.practice(learner, module)
    assert sitting.target == PRACTICE
    quizzes.finish(sitting)
    share = desk.frame.language.texts.percent(0)
    assert desk.frame.language.say("Quiz {share}", share=share) in words(show(desk))


def test_the_final_test_opens_when_all_is_read(desk: Desk) -> None:
    screen = show(desk)
    assert desk.frame.language.say("Opens when all lessons are read") in words(screen)
    last = button(screen, "last")
    assert last is not None
    last.click()
    assert where(desk)[0] is Place.JOURNEY
    read_all(desk)
    settle()
    assert button(screen, "continue") is None
    press(screen, "final")
    assert where(desk)[0] is Place.QUIZZES


def test_the_certificate_follows_the_final_test(desk: Desk) -> None:
    read_all(desk)
    pass_final(desk)
    press(show(desk), "final")
    assert where(desk)[0] is Place.CERTIFICATE
    desk.services.progress.certificate(desk.frame.person.present, desk.today())
    screen = show(desk)
    press(screen, "last")
    assert where(desk)[0] is Place.CERTIFICATE


def fourteen(modules: tuple[Module, ...]) -> tuple[Module, ...]:
    """Return the modules of the whole curriculum, made of those there are."""
    found = []
    for n in range(1, 15):
        known = modules[(n - 1) * len(modules) // 14]
        name = f"core/m{n:02}"
        lessons = tuple(replace(h, id=f"{name}/{h.number}", module=name) for h in known.lessons)
        found.append(replace(known, id=name, number=n, lessons=lessons))
    return tuple(found)


@pytest.mark.parametrize(("scale", "columns"), [(100, 2), (150, 1)])
def test_fourteen_modules_take_two_columns(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, scale: int, columns: int
) -> None:
    modules = fourteen(desk.library.modules())

    def whole(progress: Progress, learner: Learner) -> Overview:
        done = frozenset(head.id for module in modules[:8] for head in module.lessons)
        return reckoning.overview(modules, done, None, {}, [], certified=False)

    monkeypatch.setattr(Progress, "overview", whole)
    desk.frame.preferences.change(text_scale=scale)
    route = show(desk).findChild(RouteColumns)
    assert route is not None
    stations = [s for s in route.findChildren(Station) if s.isVisible()]
    assert len(stations) == 14 + 2, "with the guide and the final test"
    assert len({station.x() for station in stations}) == columns
    assert (desk.frame.theme.layout is Layout.A) == (columns == 2)
    # Painting the thread over to the second column, sewn and stitched, raises nothing.
    assert not desk.window.grab().isNull()


def test_the_guide_is_an_optional_stop(desk: Desk) -> None:
    guide = desk.library.guide("DE")
    assert guide is not None
    screen = show(desk)
    stop = button(screen, f"module_{guide.id}")
    assert isinstance(stop, Head)
    assert desk.frame.language.say("Optional") in stop.accessibleName()
    assert not stop.sewn
    press(screen, f"module_{guide.id}")
    assert where(desk) == (Place.LESSON, {"lesson": guide.lessons[0].id})


def test_the_thread_goes_on_past_the_guide(desk: Desk) -> None:
    guide = desk.library.guide("DE")
    assert guide is not None
    read_all(desk)
    stop = button(show(desk), f"module_{guide.id}")
    assert isinstance(stop, Head)
    assert stop.sewn
    assert desk.services.progress.overview(desk.frame.person.present).lessons_done


def test_no_guide_for_a_country_without_one(desk: Desk) -> None:
    desk.become(desk.services.profiles.create("王芳", "IS", None, Mode.BOTH))
    assert not [h for h in show(desk).findChildren(Head) if "guide" in h.objectName()]
