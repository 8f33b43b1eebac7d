"""Which questions a quiz asks, and in which order: pure functions of content and a seed.

The same questions and the same seed give the same quiz on every computer, since everything is
drawn by ``random.Random(seed)`` from sorted ids.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from pdo_app.content.model import FormPair, Option, Question, QuestionKind

if TYPE_CHECKING:
    from random import Random

FINAL_SIZE = 20


@dataclass(frozen=True, slots=True)
class Item:
    """A question as it is put: ``options`` in the order of the screen and, for MATCH, the
    options whose partners stand on the right, from top to bottom."""

    question: Question
    options: tuple[Option, ...]
    partners: tuple[Option, ...] = ()


class Form(StrEnum):
    """The two parallel test forms, for before and after."""

    A = "A"
    B = "B"


@dataclass(frozen=True, slots=True)
class Paper:
    """What a form asks on a day: ids of questions in the order of their places. ``left_out``
    are the numbers of the places that have no question, since the spare is withheld too."""

    questions: tuple[str, ...]
    left_out: tuple[int, ...] = ()


def form(pairs: Iterable[FormPair], which: Form, withheld: frozenset[str]) -> Paper:
    """Put the form ``which`` together. The spare takes the place of a question whose id is in
    ``withheld``; where it is withheld too, the place is left out."""
    asked, left_out = [], []
    for pair in sorted(pairs, key=lambda pair: pair.number):
        own, spare = (pair.a, pair.spare_a) if which is Form.A else (pair.b, pair.spare_b)
        found = next((name for name in (own, spare) if name not in withheld), None)
        if found is None:
            left_out.append(pair.number)
        else:
            asked.append(found)
    return Paper(tuple(asked), tuple(left_out))


def practice_order(
    questions: Iterable[Question], seed: int, wrong_before: frozenset[str]
) -> tuple[str, ...]:
    """Return the ids of all ``questions``, shuffled; those answered wrong before come first."""
    ids = sorted(question.id for question in questions)
    _drawing(seed).shuffle(ids)
    return tuple(sorted(ids, key=lambda question: question not in wrong_before))


def final_selection(
    by_module: Mapping[str, Sequence[str]], seed: int, size: int = FINAL_SIZE
) -> tuple[str, ...]:
    """Draw ``size`` question ids, spread evenly over the modules, in shuffled order.

    Every module that has questions gives at least one, also where there are more modules than
    ``size``. Fewer questions in all means all of them.
    """
    random = _drawing(seed)
    decks = [sorted(by_module[module]) for module in sorted(by_module) if by_module[module]]
    for deck in decks:
        random.shuffle(deck)
    random.shuffle(decks)
    size = max(size, len(decks))
    drawn: list[str] = []
    while decks and len(drawn) < size:
        for deck in decks[: size - len(drawn)]:
            drawn.append(deck.pop())
        decks = [deck for deck in decks if deck]
    random.shuffle(drawn)
    return tuple(drawn)


def put(question: Question, seed: int) -> Item:
    """Arrange the options of ``question``. Each question is shuffled on its own, so that one
    that is missing later does not move the others.

    Options that are ``ordered`` and TRUE_FALSE keep their written order. ORDER never appears in
    the right order, and the partners of MATCH never stand beside their own options one and all,
    wherever another arrangement exists.
    """
    random = _drawing(f"{seed} {question.id}")
    options = question.options
    if question.kind is QuestionKind.ORDER:
        by_id = {option.id: option for option in options}
        right = tuple(by_id[option] for option in question.right)
        return Item(question, _shuffled(options, random, unlike=right))
    if not question.ordered and question.kind is not QuestionKind.TRUE_FALSE:
        options = _shuffled(options, random)
    if question.kind is not QuestionKind.MATCH:
        return Item(question, options)
    return Item(question, options, _shuffled(options, random, unlike=options))


def _shuffled(
    options: tuple[Option, ...], random: Random, unlike: tuple[Option, ...] = ()
) -> tuple[Option, ...]:
    mixed = sorted(options, key=lambda option: option.id)
    random.shuffle(mixed)
    while len(mixed) > 1 and tuple(mixed) == unlike:
        random.shuffle(mixed)
    return tuple(mixed)


def _drawing(seed: int | str) -> Random:
    # Read where a quiz is drawn: a start needs no dice, and random brings hashing along.
    from random import Random

    return Random(seed)
