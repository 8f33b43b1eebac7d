from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from pdo_app.content.codec import dump, load
from pdo_app.content.format import KINDS
from pdo_app.content.model import Citation, Fact, Question, QuestionKind, Span, Text


@pytest.mark.parametrize("kind", list(KINDS))
def test_every_kind_comes_back_as_it_was(kind: type) -> None:
    strategy = st.from_type(kind)

    @settings(
        max_examples=25,
        deadline=None,
        suppress_health_check=[HealthCheck.data_too_large, HealthCheck.too_slow],
    )
    @given(strategy)
    def back(thing: object) -> None:
        words = dump(thing)
        assume("NaN" not in words)  # which is not equal to itself
        assert load(kind, words) == thing

    back()


def test_defaults_are_left_out() -> None:
    assert dump(Span("字")) == '{"text":"字"}'
    assert dump(Span("a", strong=True, fact="b")) == '{"text":"a","strong":true,"fact":"b"}'


def test_a_fact() -> None:
    day = date(2026, 11, 24)
    fact = Fact("a", Text("一", "1"), Text("二", "2"), Citation("s"), "A", day, day, day)
    assert '"as_of":"2026-11-24"' in dump(fact)
    assert load(Fact, dump(fact)) == fact


@pytest.mark.parametrize(
    "words",
    [
        "",
        "{",
        "[]",
        "null",
        "1",
        '{"text":1}',
        '{"text":"a","colour":"red"}',
        "{}",
        '{"text":"a","strong":1}',
        '{"text":"a","link":2}',
        "[" * 100_000,
    ],
)
def test_what_does_not_fit_is_an_error(words: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        load(Span, words)


def test_kinds_are_checked() -> None:
    assert load(_Number, '{"value":4}') == _Number(4)
    with pytest.raises(ValueError, match="no float"):
        load(_Number, '{"value":true}')
    with pytest.raises(ValueError, match="maybe"):
        load(_Kind, '{"kind":"maybe"}')
    assert load(_Kind, '{"kind":"one"}').kind is QuestionKind.ONE
    assert Question in KINDS


@dataclass(frozen=True)
class _Number:
    value: float


@dataclass(frozen=True)
class _Kind:
    kind: QuestionKind
