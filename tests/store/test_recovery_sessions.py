"""What is left of sessions in a damaged file."""

import shutil
from dataclasses import replace
from datetime import timedelta

import pytest

from pdo_app.records import Centre, EventVerb, SessionEvent
from pdo_app.store import Store
from pdo_app.store.salvage import salvage

from .room import Room, marks, sound, work


def lines(store: Store) -> list[SessionEvent]:
    return [line for session in store.sessions.all() for line in store.events.of(session.id)]


def test_everything_of_a_class_is_read_from_a_file_with_a_bad_first_page(room: Room) -> None:
    session, people, done = room.taught(2, 300)
    store = room.open()
    centre = Centre("中心", "北京", b"\xff\xd8" * 30_000, ("李老师",), "h", None)
    store.centre.change(centre)
    store.events.alive(session.id, room.now)
    merged = room.participant(session, "小王", merged_into=people[0].id, returnee=True)
    store.participants.add(merged)
    done.append(store.events.append(session.id, EventVerb.PAUSED, "s", version="1"))
    room.close()
    shutil.rmtree(room.places.backups)
    room.spoil(1)
    store = room.open()

    assert store.sessions.all() == (session,)
    assert store.participants.all_of(session.id) == (*people, merged)
    assert lines(store) == done
    assert store.centre.get() == centre
    assert store.events.last_alive(session.id) == room.now
    assert "and added: 601." in room.said()
    room.close()
    assert sound(room.folder)


def test_lines_of_both_logs_are_counted_where_some_are_lost(room: Room) -> None:
    _, _, done = room.taught(1, 600)
    store = room.open()
    person = room.person()
    store.learners.add(person)
    work(store, person.id, 100)
    room.close()
    shutil.rmtree(room.places.backups)
    room.spoil(room.pages_of("session_events")[1])
    store = room.open()
    kept = lines(store)

    assert 0 < len(done) - len(kept) < 60
    assert room.said().endswith(f"and are lost: {len(done) - len(kept)}.")


def test_a_session_whose_row_is_lost_keeps_what_happened(room: Room) -> None:
    session, people, done = room.taught()
    (page,) = room.pages_of("sessions")
    room.spoil(page)
    store = room.open()
    (found,) = store.sessions.all()

    assert (found.id, found.title, found.plan) == (session.id, "无名 Unnamed 1", ())
    assert store.participants.of(session.id) == tuple(people)
    assert lines(store) == done
    assert "whose plan could not be read, now called 无名 Unnamed: 1." in room.said()
    assert room.said().endswith("Nothing was lost.")


def test_people_whose_rows_are_lost_keep_their_attendance(room: Room) -> None:
    session, people, done = room.taught()
    (page,) = room.pages_of("participants")
    room.spoil(page)
    store = room.open()
    found = store.participants.of(session.id)

    assert [person.id for person in found] == [person.id for person in people]
    assert [person.name for person in found] == ["无名 Unnamed 1", "无名 Unnamed 2"]
    assert lines(store) == done
    assert "now called 无名 Unnamed: 2. Nothing was lost." in room.said()


def test_a_person_merged_into_somebody_who_is_lost_comes_back(room: Room) -> None:
    session, _, _ = room.taught(1, 1)
    store = room.open()
    gone = room.participant(session, "gone")
    store.participants.add(replace(room.participant(session, "小王"), merged_into=gone.id))
    room.close()
    room.spoil(1)
    store = room.open()

    assert [person.name for person in store.participants.of(session.id)] == ["学员 0", "小王"]


def test_the_newest_rows_win_over_the_backup_and_removed_ones_stay_removed(room: Room) -> None:
    session, people, _ = room.taught(3, 5)
    other = room.session("gone")
    store = room.open()
    store.sessions.add(other)
    here = room.participant(other)
    store.participants.add(here)
    marks(store, here, 4)
    store.centre.change(Centre("old"))
    store.events.alive(session.id, room.now)
    room.close()
    room.tomorrow()
    room.open()  # makes the backup
    room.close()
    store = room.open()
    changed = replace(session, title="neu", updated_at=room.now)
    person = replace(people[1], name="neu", updated_at=room.now)
    store.sessions.change(changed)
    store.participants.change(person)
    store.participants.remove(people[0].id)
    store.sessions.remove(other.id)
    store.centre.change(Centre("new"))
    store.events.alive(session.id, room.now)
    more = marks(store, person, 3)
    room.close()
    room.spoil(room.pages_of("session_events_by_verb")[0])
    room.tomorrow()
    store = room.open()

    assert store.sessions.all() == (changed,)
    assert store.participants.all_of(session.id) == (person, people[2])
    assert lines(store)[-3:] == more
    assert len(lines(store)) == 13
    assert store.centre.get() == Centre("new")
    assert store.events.last_alive(session.id) == room.now - timedelta(days=1)
    assert room.said().endswith("Nothing was lost.")


def test_an_older_centre_does_not_win(room: Room) -> None:
    store = room.open()
    store.centre.change(Centre("name"))
    room.close()
    room.open()
    room.close()
    room.spoil(room.pages_of("sessions")[0])

    assert room.open().centre.get() == Centre("name")


@pytest.mark.parametrize(
    "change",
    [
        "update sessions set mode = 'loud'",
        "update sessions set plan = '7'",
        "update participants set departure = 'soon'",
        "update centre set trainers = '7'",
    ],
)
def test_rows_that_make_no_sense_are_left_out(room: Room, change: str) -> None:
    room.taught(1, 1)
    store = room.open()
    store.centre.change(Centre("name"))
    store.rows(change)
    room.close()
    table = change.split()[1]

    assert table not in {found for found, _, _ in salvage(room.main)}
    assert len({found for found, _, _ in salvage(room.main)}) == 4
