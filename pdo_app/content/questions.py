"""Reader of ``questions.yaml``: the six kinds of question, their options and keys."""

from __future__ import annotations

from pdo_app.content import ids
from pdo_app.content.curriculum import Home
from pdo_app.content.fields import NOTHING, Fields
from pdo_app.content.model import FormPair, Option, Question, QuestionKind, Text
from pdo_app.content.words import FACT_ID, facts_in

TRUE = Option("true", Text("对", "True"))
FALSE = Option("false", Text("错", "False"))
_CHOICE = (QuestionKind.ONE, QuestionKind.SEVERAL)
_NO_OPTIONS = (QuestionKind.TRUE_FALSE, QuestionKind.NUMBER)


def read_question(fields: Fields, home: Home, *, reserved: bool = False) -> Question:
    """Return an entry of ``questions.yaml``, or a ``reserved`` one of ``test_questions.yaml``.
    Facts shown in its words count among its facts."""
    name = fields.short_id()
    kind = fields.choice("kind", QuestionKind) or QuestionKind.ONE
    options, right = _options(fields, kind)
    is_number = kind is QuestionKind.NUMBER
    stem, reason = fields.need("stem"), fields.need("reason")
    actions = fields.texts("actions")
    named = fields.names("facts")
    for fact in named:
        if not FACT_ID.fullmatch(fact):
            fields.error("facts", "id", f"{fact!r} is no id of a fact.")
    question = Question(
        id=home.id(name, ids.QUESTION),
        module=f"{home.pack}/{home.module}",
        objective=home.id(fields.short_id("objective"), ids.OBJECTIVE),
        kind=kind,
        stem=stem,
        options=options,
        right=right,
        reason=reason,
        lesson=home.id(fields.words("lesson")),
        difficulty=fields.whole("difficulty", 1, 3),
        ordered=fields.yes("ordered"),
        number=fields.number("number", required=True) if is_number else None,
        tolerance=(fields.number("tolerance") or 0.0) if is_number else 0.0,
        unit=fields.text("unit", required=False) if is_number else None,
        actions=actions,
        citations=fields.sources(),
        facts=_all_facts(named, stem, reason, *actions, *_words_of(options)),
        picture=fields.words("picture", required=False) or None,
        reserved=reserved,
    )
    fields.end()
    return question


def read_pair(fields: Fields, pack: str, number: int) -> FormPair:
    """Return an entry of ``forms.yaml``, the place ``number`` of either form."""
    pair = FormPair(
        number,
        *(
            ids.full(pack, "", fields.words(name), ids.QUESTION)
            for name in ("a", "b", "spare_a", "spare_b")
        ),
    )
    fields.end()
    return pair


def _options(fields: Fields, kind: QuestionKind) -> tuple[tuple[Option, ...], tuple[str, ...]]:
    if kind is QuestionKind.TRUE_FALSE:
        answer = fields.yes("answer", required=True)
        return (TRUE, FALSE), ("true" if answer else "false",)
    if kind in _NO_OPTIONS:
        return (), ()
    options, right = [], []
    for part in fields.parts("options", "option", required=True):
        option = _option(part, kind)
        options.append(option)
        if kind in _CHOICE and part.yes("right"):
            right.append(option.id)
        part.end()
    if kind not in _CHOICE:
        right = [option.id for option in options]
    if kind is QuestionKind.ORDER and fields.has("right"):
        right = list(fields.names("right"))
    return tuple(options), tuple(right)


def _option(part: Fields, kind: QuestionKind) -> Option:
    return Option(
        id=part.short_id(),
        text=part.need("text"),
        reason=part.text("reason", required=False) if kind in _CHOICE else None,
        partner=(part.text("partner") or NOTHING) if kind is QuestionKind.MATCH else None,
    )


def _words_of(options: tuple[Option, ...]) -> tuple[Text, ...]:
    found = [text for o in options for text in (o.text, o.reason, o.partner) if text is not None]
    return tuple(found)


def _all_facts(named: tuple[str, ...], *texts: Text) -> tuple[str, ...]:
    shown = (fact for text in texts for side in (text.zh, text.en) for fact in facts_in(side))
    return tuple(dict.fromkeys((*named, *shown)))
