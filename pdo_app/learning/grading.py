"""Whether an answer is right. Pure: a question and an answer in, a grade out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pdo_app.content.model import Question, QuestionKind
from pdo_app.learning.typed_number import readings

Answer = bool | int | float | str | Sequence[str] | Mapping[str, str]
"""What a person answered, as it stands in the log (JSON).

ONE, SEVERAL and ORDER: a list of option ids. TRUE_FALSE: true or false. NUMBER: the number, or
the words that were typed. MATCH: option id -> id of the option whose partner was put beside it.
"""

_TRIFLE = 1e-9  # what decimal fractions lose in binary


@dataclass(frozen=True, slots=True)
class Grade:
    """``score`` is a share between 0 and 1; today every kind gives all or nothing."""

    right: bool
    score: float


def grade(question: Question, answer: Answer) -> Grade:
    """Compare ``answer`` with the key. An answer of the wrong shape is a wrong answer."""
    right = _is_right(question, answer)
    return Grade(right, 1.0 if right else 0.0)


def number_readings(question: Question, answer: Answer) -> tuple[float, ...]:
    """Return what a NUMBER answer can mean; empty if no number can be read in it."""
    if isinstance(answer, str):
        unit = question.unit
        return readings(answer, (unit.zh, unit.en) if unit else ())
    if isinstance(answer, (int, float)) and not isinstance(answer, bool):
        return (float(answer),)
    return ()


def _is_right(question: Question, answer: Answer) -> bool:
    match question.kind:
        case QuestionKind.ONE | QuestionKind.SEVERAL:
            return sorted(_ids(answer)) == sorted(question.right)
        case QuestionKind.ORDER:
            return _ids(answer) == question.right
        case QuestionKind.TRUE_FALSE:
            return answer is (question.right == ("true",))
        case QuestionKind.MATCH:
            return _matches(question, answer)
        case _:  # NUMBER, the last kind there is
            return _near(question, number_readings(question, answer))


def _ids(answer: Answer) -> tuple[str, ...]:
    return tuple(map(str, answer)) if isinstance(answer, (list, tuple)) else ()


def _matches(question: Question, answer: Answer) -> bool:
    """Two options may share the words of a partner; either of the two then fits."""
    if not isinstance(answer, Mapping):
        return False
    partners = {option.id: option.partner for option in question.options if option.partner}
    return set(answer) == set(partners) and all(
        partners.get(str(chosen)) == partners[option] for option, chosen in answer.items()
    )


def _near(question: Question, numbers: tuple[float, ...]) -> bool:
    if question.number is None:
        return False
    room = question.tolerance + _TRIFLE
    return any(abs(number - question.number) <= room for number in numbers)
