from __future__ import annotations

import pytest

from pdo_app.errors import InputError
from pdo_app.training.evaluation import LINES, SCALE, Assessment

from .conftest import Desk


def test_what_was_written_last_is_kept(desk: Desk) -> None:
    session = desk.session()
    evaluation = desk.training.evaluation
    assert evaluation.get(session) == Assessment()
    evaluation.save(session, Assessment({"goals": 1}))
    kept = evaluation.save(
        session,
        Assessment({"goals": 4, "time": 2}, {"h1-break": " 停电 ", "h2-closing": " "}, " 好 "),
    )

    assert kept == Assessment({"goals": 4, "time": 2}, {"h1-break": "停电"}, "好")
    assert evaluation.get(session) == kept


@pytest.mark.parametrize("answers", [{"other": 1}, {"goals": 5}, {"goals": 0}])
def test_there_are_ten_lines_and_four_answers(desk: Desk, answers: dict[str, int]) -> None:
    assert len(dict(LINES)) == 10
    assert len(SCALE) == 4
    with pytest.raises(ValueError, match="no line"):
        desk.training.evaluation.save(desk.session(), Assessment(answers))


def test_a_note_that_is_too_long(desk: Desk) -> None:
    with pytest.raises(InputError, match="2000"):
        desk.training.evaluation.save(desk.session(), Assessment(notes="x" * 2001))
