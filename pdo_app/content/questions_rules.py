"""What makes a question well formed: enough options, a key that fits its kind, reasons."""

from __future__ import annotations

from collections.abc import Iterable

from pdo_app.content.model import Question, QuestionKind, Text
from pdo_app.content.problems import Place, Problems

MOST_ACTIONS = 3
_OPTIONS = {
    QuestionKind.ONE: (2, 6),
    QuestionKind.SEVERAL: (3, 8),
    QuestionKind.ORDER: (3, 8),
    QuestionKind.MATCH: (3, 8),
}


def check(question: Question, place: Place, problems: Problems) -> None:
    """Add to ``problems`` what is wrong with the form of ``question``, written at ``place``."""
    for code, message in _faults(question):
        problems.error(place, code, message)
    if question.kind in (QuestionKind.ONE, QuestionKind.SEVERAL):
        for option in question.options:
            if option.id not in question.right and option.reason is None:
                message = f"The wrong option {option.id!r} has no 'reason'."
                problems.warning(place, "no-reason", message)


def _faults(question: Question) -> Iterable[tuple[str, str]]:
    if len(question.actions) > MOST_ACTIONS:
        yield "actions", f"A question has at most {MOST_ACTIONS} actions."
    if question.tolerance < 0:
        yield "number", "'tolerance' cannot be below 0."
    if question.kind not in _OPTIONS:
        return
    low, high = _OPTIONS[question.kind]
    if not low <= len(question.options) <= high:
        yield "options", f"A question of kind {question.kind} has {low} to {high} options."
    names = [option.id for option in question.options]
    if len(set(names)) < len(names):
        yield "double-id", "Two options have the same id."
    yield from _same((option.text for option in question.options), "options")
    yield from _key(question, names)


def _key(question: Question, names: list[str]) -> Iterable[tuple[str, str]]:
    right = question.right
    match question.kind:
        case QuestionKind.ONE if len(right) != 1:
            yield "key", f"One option must have 'right: yes'; {len(right)} have it."
        case QuestionKind.SEVERAL if not right:
            yield "key", "No option has 'right: yes'."
        case QuestionKind.SEVERAL if len(right) == len(names):
            yield "key", "All options are right: nothing is left to decide."
        case QuestionKind.ORDER if sorted(right) != sorted(names):
            yield "key", "'right' must hold the id of every option, once."
        case QuestionKind.MATCH:
            partners = (option.partner for option in question.options if option.partner)
            yield from _same(partners, "partners")


def _same(texts: Iterable[Text], what: str) -> Iterable[tuple[str, str]]:
    seen_zh: set[str] = set()
    seen_en: set[str] = set()
    for text in texts:
        if text.zh in seen_zh or text.en in seen_en:
            yield "options", f"Two {what} read the same."
        seen_zh.add(text.zh)
        seen_en.add(text.en)
