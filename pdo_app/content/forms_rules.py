"""What makes the parallel test forms balanced, and a country's guide belong to its country."""

from __future__ import annotations

from collections.abc import Iterator

from pdo_app.content.model import FormPair, Pack, Question
from pdo_app.content.problems import Place, Problems
from pdo_app.content.reader import Reading

PLACES = 22
"""How many questions each form has."""


def check(reading: Reading, problems: Problems) -> None:
    """Add to ``problems`` what is wrong with forms, reserved questions and guides. A pack may
    have no forms at all."""
    pack = reading.pack
    _guides(reading, problems)
    questions = {question.id: question for question in pack.questions}
    _reserved_checks(reading, questions, problems)
    used: dict[str, int] = {}
    for pair in pack.forms:
        place = reading.places["form", str(pair.number)]
        for message in _faults(pair, questions, used):
            problems.error(place, "form", message)
        _same_risk(pair, questions, place, problems)
    for question in pack.questions:
        if question.reserved and question.id not in used:
            message = "This question is reserved for the test forms, and no form asks it."
            problems.warning(reading.places["question", question.id], "form", message)
    if pack.forms:
        _whole(pack, questions, Place(reading.places["form", "1"].file, 1), problems)


def _named(pair: FormPair) -> tuple[tuple[str, str], ...]:
    """Return the four places of a pair with the ids in them; unnamed ones are noted before."""
    named = (("a", pair.a), ("b", pair.b), ("spare_a", pair.spare_a), ("spare_b", pair.spare_b))
    return tuple((name, question) for name, question in named if question)


def _faults(pair: FormPair, questions: dict[str, Question], used: dict[str, int]) -> Iterator[str]:
    found = []
    for name, id_ in _named(pair):
        question = questions.get(id_)
        if question is None:
            yield f"{name!r} names no question: there is no {id_!r}."
            continue
        found.append(question)
        if not question.reserved:
            yield f"{id_!r} is not reserved; form questions stand in test_questions.yaml."
        if id_ in used:
            yield f"{name!r} is {id_!r}, which place {used[id_]} has already."
        used.setdefault(id_, pair.number)
    if len({question.objective for question in found}) > 1:
        yield f"The questions of place {pair.number} test different objectives."
    if len({question.difficulty for question in found}) > 1:
        yield f"The questions of place {pair.number} differ in difficulty."


def _same_risk(
    pair: FormPair, questions: dict[str, Question], place: Place, problems: Problems
) -> None:
    """Note a spare that would be withheld for the same fact as the question it stands in for."""
    for id_, spare in ((pair.a, pair.spare_a), (pair.b, pair.spare_b)):
        if id_ in questions and spare in questions:
            for fact in sorted({*questions[id_].facts} & {*questions[spare].facts}):
                message = f"{spare!r} rests on the fact {fact!r}, as the question it stands in for."
                problems.warning(place, "form", message)


def _whole(pack: Pack, questions: dict[str, Question], place: Place, problems: Problems) -> None:
    if len(pack.forms) != PLACES:
        message = f"A form has {PLACES} questions; here are {len(pack.forms)} pairs."
        problems.error(place, "form", message)
    for name, form in (("A", [p.a for p in pack.forms]), ("B", [p.b for p in pack.forms])):
        asked = {questions[id_].module for id_ in form if id_ in questions}
        for module in pack.modules:
            if not module.country and module.id not in asked:
                problems.error(place, "form", f"Form {name} asks nothing of {module.id!r}.")
            if module.country and module.id in asked:
                message = f"Form {name} asks about {module.id!r}, which not everybody reads."
                problems.error(place, "form", message)


def _reserved_checks(reading: Reading, questions: dict[str, Question], problems: Problems) -> None:
    for lesson in reading.pack.lessons:
        for block in lesson.blocks:
            question = questions.get(block.question or "")
            if question is not None and question.reserved:
                place = reading.places["block", f"{lesson.id}#{block.id}"]
                message = f"{question.id!r} is reserved for the test forms; a lesson cannot ask it."
                problems.error(place, "form", message)


def _guides(reading: Reading, problems: Problems) -> None:
    first: dict[str, str] = {}
    for guide in reading.pack.modules:
        if not guide.country:
            continue
        place = reading.places["module", guide.id]
        if guide.country not in reading.pack.info.destinations:
            message = f"{guide.country!r} is not among the pack's destinations."
            problems.error(place, "country-code", message)
        other = first.setdefault(guide.country, guide.id)
        if other != guide.id:
            problems.error(place, "guide", f"{guide.country} has a guide already: {other!r}.")
