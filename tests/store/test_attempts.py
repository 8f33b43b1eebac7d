from uuid import UUID, uuid4

import pytest

from pdo_app.records import Activity, Verb
from pdo_app.store import Store

from .room import Room

FINAL = "quiz/final"


class Desk:
    def __init__(self, room: Room, store: Store) -> None:
        self.room = room
        self.store = store
        person = room.person()
        store.learners.add(person)
        self.me = person.id

    def add(self, attempt: UUID | None, verb: Verb, target: str, **result: object) -> Activity:
        return self.store.progress.append(
            self.me, verb, target, version="1", attempt=attempt, result=result
        )

    def start(self, target: str = FINAL) -> tuple[UUID, Activity]:
        attempt = self.room.new_id()
        return attempt, self.add(attempt, Verb.STARTED, target)


@pytest.fixture
def desk(room: Room, store: Store) -> Desk:
    return Desk(room, store)


def test_an_attempt_goes_on_where_it_was(desk: Desk) -> None:
    attempt, started = desk.start()
    other, _ = desk.start("quiz/practice")
    first = desk.add(attempt, Verb.ANSWERED, "b", right=True)
    desk.add(other, Verb.ANSWERED, "x", right=True)
    second = desk.add(attempt, Verb.ANSWERED, "a", right=False)

    assert desk.store.attempts.open_attempt(desk.me, FINAL) == (started, (first, second))
    assert desk.store.attempts.of(attempt) == (started, (first, second))


def test_a_finished_attempt_is_not_open(desk: Desk) -> None:
    attempt, started = desk.start()
    desk.add(attempt, Verb.FINISHED, FINAL, score=0.9)

    assert desk.store.attempts.open_attempt(desk.me, FINAL) is None
    assert desk.store.attempts.of(attempt) == (started, ())


def test_the_newest_open_attempt_counts(desk: Desk) -> None:
    desk.start()
    _, newest = desk.start()
    finished, _ = desk.start()
    desk.add(finished, Verb.FINISHED, FINAL)

    assert desk.store.attempts.open_attempt(desk.me, FINAL) == (newest, ())


def test_attempts_are_ones_own(desk: Desk, room: Room, store: Store) -> None:
    desk.start()

    assert store.attempts.open_attempt(uuid4(), FINAL) is None
    assert store.attempts.finished(uuid4()) == ()
    assert store.attempts.latest_answers(uuid4()) == {}


def test_an_unknown_attempt(store: Store) -> None:
    with pytest.raises(KeyError):
        store.attempts.of(uuid4())


def test_finished_is_newest_first(desk: Desk) -> None:
    done = [
        desk.add(desk.start(target)[0], Verb.FINISHED, target)
        for target in (FINAL, "quiz/practice", FINAL)
    ]

    assert desk.store.attempts.finished(desk.me) == (done[2], done[1], done[0])
    assert desk.store.attempts.finished(desk.me, FINAL) == (done[2], done[0])


def test_the_latest_answer_to_each_question_counts(desk: Desk) -> None:
    attempt, _ = desk.start()
    desk.add(attempt, Verb.ANSWERED, "a", right=False)
    desk.add(attempt, Verb.ANSWERED, "b", right=True)
    desk.add(None, Verb.ANSWERED, "a", right=True)
    desk.add(None, Verb.ANSWERED, "c")

    assert desk.store.attempts.latest_answers(desk.me) == {"a": True, "b": True, "c": False}
