import json

import pytest

from pdo_app.content.model import QuestionKind as Kind
from pdo_app.content.model import Text
from pdo_app.learning.grading import Answer, Grade, grade, number_readings

from .makers import question

RIGHT = Grade(right=True, score=1.0)
WRONG = Grade(right=False, score=0.0)


@pytest.mark.parametrize(
    ("answer", "expected"),
    [(["a"], RIGHT), (["b"], WRONG), ([], WRONG), (["a", "b"], WRONG), (["a", "a"], WRONG)],
)
def test_one(answer: Answer, expected: Grade) -> None:
    assert grade(question(), answer) == expected


@pytest.mark.parametrize(
    ("answer", "expected"),
    [(["a", "c"], RIGHT), (["c", "a"], RIGHT), (["a"], WRONG), (["a", "b", "c"], WRONG)],
)
def test_several_is_the_exact_set(answer: Answer, expected: Grade) -> None:
    assert grade(question(Kind.SEVERAL, "ac"), answer) == expected


@pytest.mark.parametrize(
    ("right", "answer", "expected"),
    [
        ("true", True, RIGHT),
        ("true", False, WRONG),
        ("false", False, RIGHT),
        ("false", True, WRONG),
        ("true", 1, WRONG),
    ],
)
def test_true_false(right: str, answer: Answer, expected: Grade) -> None:
    assert grade(question(Kind.TRUE_FALSE, right), answer) == expected


@pytest.mark.parametrize(
    ("answer", "expected"), [(list("bca"), RIGHT), (list("abc"), WRONG), (list("bc"), WRONG)]
)
def test_order_is_exact(answer: Answer, expected: Grade) -> None:
    assert grade(question(Kind.ORDER, "bca"), answer) == expected


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ({"a": "a", "b": "b", "c": "c"}, RIGHT),
        ({"a": "c", "b": "b", "c": "a"}, RIGHT),  # a and c have the same partner
        ({"a": "b", "b": "a", "c": "c"}, WRONG),
        ({"a": "a", "b": "b"}, WRONG),
        ({"a": "a", "b": "b", "c": "z"}, WRONG),
        (["a", "b", "c"], WRONG),
    ],
)
def test_match(answer: Answer, expected: Grade) -> None:
    assert grade(question(Kind.MATCH, "abc", partners="xyx"), answer) == expected


@pytest.mark.parametrize(
    ("answer", "expected"),
    [(4, RIGHT), (4.0, RIGHT), ("4周", RIGHT), ("4", RIGHT), ("5", WRONG), ("", WRONG)],
)
def test_number_is_exact_without_tolerance(answer: Answer, expected: Grade) -> None:
    unit = Text("周", "weeks")
    assert grade(question(Kind.NUMBER, "", "", number=4, unit=unit), answer) == expected


@pytest.mark.parametrize(
    ("answer", "expected"), [("13,90", RIGHT), ("14", RIGHT), (13.8, RIGHT), ("14.01", WRONG)]
)
def test_number_within_tolerance(answer: Answer, expected: Grade) -> None:
    asked = question(Kind.NUMBER, "", "", number=13.9, tolerance=0.1)
    assert grade(asked, answer) == expected


@pytest.mark.parametrize("key", [1000, 1])
def test_a_number_that_reads_two_ways_may_mean_either(key: float) -> None:
    assert grade(question(Kind.NUMBER, "", "", number=key), "1,000") == RIGHT


def test_a_number_question_without_a_key_has_no_right_answer() -> None:
    assert grade(question(Kind.NUMBER, "", ""), "4") == WRONG


@pytest.mark.parametrize("answer", [True, ["4"], {"a": "4"}])
def test_what_is_no_number_at_all(answer: Answer) -> None:
    assert number_readings(question(Kind.NUMBER, "", "", number=4), answer) == ()


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize(
    "answer", [None, True, 3, "a", [], [["a"]], {}, {"a": "a"}, {"a": [], "b": 1, "c": "c"}]
)
def test_any_json_gets_a_grade(kind: Kind, answer: Answer) -> None:
    asked = question(kind, "true" if kind is Kind.TRUE_FALSE else "abc", number=7, partners="xyz")
    assert grade(asked, json.loads(json.dumps(answer))).score in (0.0, 1.0)
