import pytest
from PySide6.QtWidgets import QApplication

from pdo_app.ui.routes import Place, Route, Router


@pytest.fixture
def router(application: QApplication) -> Router:
    return Router()


@pytest.fixture
def asked(router: Router) -> list[Route]:
    heard: list[Route] = []
    router.asked.connect(heard.append)
    return heard


def test_nobody_is_anywhere_at_first(router: Router) -> None:
    assert router.current is None


def test_going_asks_for_the_place_with_what_it_shows(router: Router, asked: list[Route]) -> None:
    router.go(Place.LESSON, lesson="core/m03/keep-proof")
    assert asked == [Route(Place.LESSON, {"lesson": "core/m03/keep-proof"})]
    assert router.current == asked[0]


def test_going_back_returns_to_the_place_before(router: Router, asked: list[Route]) -> None:
    router.go(Place.JOURNEY)
    router.go(Place.LESSON, lesson="a")
    router.go(Place.LESSON, lesson="b")
    router.back()
    router.back()
    assert asked[-2:] == [Route(Place.LESSON, {"lesson": "a"}), Route(Place.JOURNEY)]
    assert router.current == Route(Place.JOURNEY)


def test_the_same_place_twice_is_one_step_back(router: Router, asked: list[Route]) -> None:
    router.go(Place.HOME)
    router.go(Place.JOURNEY)
    router.go(Place.JOURNEY)
    assert len(asked) == 3
    router.back()
    assert router.current == Route(Place.HOME)


@pytest.mark.parametrize("steps", [0, 1])
def test_without_a_way_back_it_goes_home_or_where_it_is_told(router: Router, steps: int) -> None:
    for _ in range(steps):
        router.go(Place.JOURNEY)
    router.back(Place.QUIZZES)
    assert router.current == Route(Place.QUIZZES)


def test_another_person_does_not_step_back_into_the_way(router: Router) -> None:
    router.go(Place.HOME)
    router.go(Place.CERTIFICATE)
    router.forget()
    assert router.current is None
    router.go(Place.PEOPLE)
    router.back(Place.START)
    assert router.current == Route(Place.START)


def test_a_long_day_does_not_fill_the_memory(router: Router) -> None:
    for at in range(200):
        router.go(Place.LESSON, lesson=str(at))
    steps = 0
    while router.current != Route(Place.HOME):
        router.back()
        steps += 1
    assert steps < 30
