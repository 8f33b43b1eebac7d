from dataclasses import replace
from pathlib import Path

from pdo_app.records import Mode
from pdo_app.reports.bilingual import Words
from pdo_app.reports.trainer_guide import TrainerGuide, trainer_guide
from pdo_app.training import agenda
from tests.training.conftest import Desk

from .taught import TODAY, new_class, texts


def guide(desk: Desk, folder: Path, mode: Mode = Mode.BOTH) -> TrainerGuide:
    session = new_class(desk)
    plan = agenda.skip(session.plan, "h2-closing")
    first = plan[0]
    gone = replace(first.segments[1], lessons=(*first.segments[1].lessons, "tiny/m99/gone"))
    segments = (first.segments[0], gone, *first.segments[2:])
    session = replace(session, plan=(replace(first, segments=segments), *plan[1:]))
    centre = desk.training.access.centre()
    return trainer_guide(session, centre, desk.library, texts(folder, mode), TODAY)


def test_a_part_has_objectives_lessons_messages_notes_and_steps(
    desk: Desk, catalogues: Path
) -> None:
    made = guide(desk, catalogues)
    part = made.halves[0].parts[1]
    assert part.about.second == "15 min · In pairs · Essential"
    assert part.material.second == "Sample contracts"
    assert part.objectives
    assert len(part.lessons) == 2
    found = [lesson for half in made.halves for one in half.parts for lesson in one.lessons]
    assert all(lesson.title.second for lesson in found)
    assert any(lesson.messages for lesson in found)
    assert any(lesson.notes for lesson in found)
    activity = next(activity for lesson in found for activity in lesson.activities)
    assert activity.title.second
    assert "min" in activity.about.second
    assert [line.mark for line in activity.steps.first][:2] == ["1.", "2."]
    assert len(activity.steps.first) == len(activity.steps.second)


def test_one_language_prints_one(desk: Desk, catalogues: Path) -> None:
    made = guide(desk, catalogues, Mode.ENGLISH)
    found = [lesson for half in made.halves for one in half.parts for lesson in one.lessons]
    notes = [note for lesson in found for note in lesson.notes]
    assert notes
    assert all(not note.second for note in notes)


def test_a_break_has_a_time_and_no_lesson(desk: Desk, catalogues: Path) -> None:
    part = guide(desk, catalogues).halves[0].parts[2]
    assert part.time == "09:20 – 09:25"
    assert part.about == Words("5 min", "5 min")
    assert not part.lessons
    assert not part.objectives


def test_what_is_skipped_is_not_in_it(desk: Desk, catalogues: Path) -> None:
    made = guide(desk, catalogues)
    assert [part.title.second for part in made.halves[1].parts] == ["Call 112"]
