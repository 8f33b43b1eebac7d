from pathlib import Path

import pytest

from pdo_app.records import Mark, MarkKind, Mode
from pdo_app.reports.attendance_sheet import SPARE, AttendanceSheet, attendance_sheet
from pdo_app.reports.bilingual import Words
from pdo_app.reports.mark_words import MarkWords, mark_words
from pdo_app.reports.wording import Wording
from tests.training.conftest import Desk

from .taught import NAMES, TODAY, mark, new_class, texts


def sheet(desk: Desk, folder: Path, *, filled: bool) -> AttendanceSheet:
    session = new_class(desk)
    mark(desk, session, 0)
    return attendance_sheet(
        session,
        desk.training.access.centre(),
        desk.training.attendance.grid(session),
        texts(folder, Mode.BOTH),
        TODAY,
        filled=filled,
    )


def test_a_blank_one_is_to_be_signed(desk: Desk, catalogues: Path) -> None:
    made = sheet(desk, catalogues, filled=False)
    assert [one.name for one in made.people] == [*NAMES, *[""] * SPARE]
    assert [one.number for one in made.people][:4] == ["1", "2", "3", "4"]
    assert all(one.marks == (MarkWords(None, ""),) * 2 for one in made.people)
    assert not made.legend
    assert made.columns.halves[0] == Words("上午 · 12月1日", "Morning · 1 December")


def test_a_filled_one_has_the_marks_in_the_first_language(desk: Desk, catalogues: Path) -> None:
    made = sheet(desk, catalogues, filled=True)
    first = [one.marks[0] for one in made.people]
    assert first[1] == MarkWords(MarkKind.LATE, "迟到 09:18")
    assert [mark.kind for mark in first] == [
        MarkKind.PRESENT,
        MarkKind.LATE,
        MarkKind.ABSENT,
        MarkKind.LEFT_EARLY,
    ]
    assert all(one.marks[1].kind is None for one in made.people)
    assert dict(made.legend)[MarkKind.LATE] == Words("迟到", "Came late")
    assert made.note.second == "An empty cell is to be signed by hand."


def test_the_head_is_brief(desk: Desk, catalogues: Path) -> None:
    labels = [one.label.second for one in sheet(desk, catalogues, filled=False).head.known]
    assert labels == ["Date", "Place", "Trainer"]


@pytest.mark.parametrize("kind", list(MarkKind))
def test_every_mark_has_words(catalogues: Path, kind: MarkKind) -> None:
    made = mark_words(Mark(kind), Wording(texts(catalogues)))
    assert made.kind is kind
    assert made.words
