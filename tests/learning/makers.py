"""Questions and people in few words."""

from datetime import UTC, date, datetime
from uuid import UUID

from pdo_app.content.model import Option, Question, QuestionKind, Text
from pdo_app.records import Learner, Mode

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


def text(words: str) -> Text:
    return Text(f"{words}（中）", words)


def question(
    kind: QuestionKind = QuestionKind.ONE,
    right: str = "a",
    options: str = "abc",
    *,
    id: str = "core/m01/q/one",  # noqa: A002  the model's own name
    ordered: bool = False,
    number: float | None = None,
    tolerance: float = 0.0,
    unit: Text | None = None,
    partners: str = "",
) -> Question:
    """Options are letters; ``partners`` are the words beside them, a letter each."""
    names = ("true", "false") if kind is QuestionKind.TRUE_FALSE else tuple(options)
    return Question(
        id=id,
        module="/".join(id.split("/")[:2]),
        objective="core/m01/o/know",
        kind=kind,
        stem=text("What?"),
        options=tuple(
            Option(name, text(name), partner=text(partners[place]) if partners else None)
            for place, name in enumerate(names)
        ),
        right=(right,) if kind is QuestionKind.TRUE_FALSE else tuple(right),
        reason=text("Because."),
        lesson="core/m01/first",
        difficulty=1,
        ordered=ordered,
        number=number,
        tolerance=tolerance,
        unit=unit,
    )


def learner(number: int = 1, departure: date | None = None, destination: str = "DE") -> Learner:
    return Learner(
        id=UUID(int=number),
        name="李建国",
        destination=destination,
        departure=departure,
        mode=Mode.BOTH,
        created_at=NOON,
        updated_at=NOON,
    )
